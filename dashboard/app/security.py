"""Who may talk to the page, and what the page may do: Host, Origin, body size and response headers.

``protect`` is called once by ``create_app``; everything else here is pure.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from flask import Flask, Response, request

from dashboard.app.tongue import browsers
from dashboard.wording import message

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def protect(
    server: Flask,
    *,
    allowed_hosts: Collection[str],
    max_body: int,
    script_hashes: Sequence[str],
    caps: Mapping[str, int] | None = None,
    callbacks: tuple[str, Mapping[str, Mapping[str, Any]]] = ("", {}),
) -> None:
    """Nothing; from now on the server refuses strangers and sends the headers with every answer.

    Args:
        server: the Flask server under Dash.
        allowed_hosts: host names without a port, IPv6 in brackets.
        max_body: bytes that a request may carry.
        caps: what requests to some paths may carry instead.
        script_hashes: CSP hashes of the few inline scripts that Dash writes.
        callbacks: the path to which the page sends its callbacks, and those that there are (Dash's map).
    """
    allowed = frozenset(host.lower() for host in allowed_hosts)
    server.config["MAX_CONTENT_LENGTH"] = max_body
    policy = content_security_policy(script_hashes)

    @server.before_request
    def refuse() -> Response | None:
        fault = refusal(
            request.headers.get("Host", ""),
            request.headers.get("Origin"),
            request.headers.get("Sec-Fetch-Site"),
            request.method,
            allowed,
        )
        most = (caps or {}).get(request.path, max_body)
        request.max_content_length = most
        if fault is None and (request.content_length or 0) > most:
            fault = 413, "This request is too large."
        if fault is None and request.path == callbacks[0] and not is_callback(_body(), callbacks[1]):
            fault = 400, "This request is not one that the page sends: reload the page."
        return answer(*fault) if fault else None

    @server.after_request
    def finish(response: Response) -> Response:
        response.headers.update(HEADERS)
        response.headers["Content-Security-Policy"] = policy
        if not request.path.startswith(("/_dash-component-suites/", "/assets/")):
            response.headers["Cache-Control"] = "no-store"
        return response


def answer(status: int, sentence: str) -> Response:
    """A status with its sentence, in the language that the browser asks for."""
    return Response(message(sentence, browsers()) + "\n", status, mimetype="text/plain")


def _body() -> Any:
    try:
        return request.get_json(silent=True)
    except RecursionError:  # nested deeper than anything that the page sends
        return None


def is_callback(body: Any, known: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a body asks for a callback that there is, with all that it takes, each with id and property."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    asked = known.get(body["output"])
    changed = body.get("changedPropIds", [])
    if asked is None or not isinstance(changed, list) or not all(isinstance(each, str) for each in changed):
        return False
    return all(
        isinstance(given := body.get(part, []), list)
        and len(given) == len(asked[takes])
        and all(map(_is_field, given))
        for part, takes in (("inputs", "inputs"), ("state", "state"))
    )


def _is_field(given: Any) -> bool:
    """Whether this is one value of the page, or the values of all that fit one pattern."""
    if isinstance(given, list):
        return all(isinstance(each, dict) and _is_field(each) for each in given)
    return isinstance(given, dict) and isinstance(given.get("property"), str) and "id" in given


def refusal(
    host: str, origin: str | None, fetch_site: str | None, method: str, allowed: Collection[str]
) -> tuple[int, str] | None:
    """A status and a sentence if the request comes from elsewhere, else None."""
    if host_name(host) not in allowed:
        return 421, "This address is not served here: open the address that detente printed."
    if origin is not None and not same_place(origin, host):
        return 403, "This request comes from another site and was refused."
    if method not in {"GET", "HEAD", "OPTIONS"} and fetch_site not in {None, "same-origin", "none"}:
        return 403, "This request comes from another site and was refused."
    return None


def host_name(host: str) -> str:
    """The name in a Host header, without its port: "[::1]:8050" is "[::1]"; "" if it is malformed."""
    if host.startswith("["):
        name, bracket, rest = host.partition("]")
        return (name + bracket).lower() if bracket and (not rest or _is_port(rest)) else ""
    name, colon, port = host.partition(":")
    return name.lower() if not colon or _is_port(colon + port) else ""


def same_place(origin: str, host: str) -> bool:
    """Whether an Origin is the very server (scheme aside) that the Host header names."""
    scheme, _, place = origin.partition("://")
    return scheme in {"http", "https"} and place.lower() == host.lower()


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """The policy: own scripts and data only; styles inline, because Mantine and Plotly write them."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _is_port(text: str) -> bool:
    return text[1:].isascii() and text[1:].isdigit() and len(text) <= 6 and text[0] == ":"
