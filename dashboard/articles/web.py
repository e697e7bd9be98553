"""A page fetched because a reader asked for it, and from nowhere but the public web. Called by ``reading``.

Every address that a name stands for is checked before anything is sent, and the very address that was
checked is dialled: so neither a name, nor a redirect, nor a name that changes can lead inside a network.
"""

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from threading import Timer
from typing import NoReturn
from urllib.parse import urljoin, urlsplit, urlunsplit

from dashboard import __version__
from dashboard.articles.files import MAX_DOCUMENT
from dashboard.errors import ArticleError

SECONDS = 30.0  # for the whole page, with its redirects
_PAUSE = 10.0  # without a single byte
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_EMBEDDED = ipaddress.ip_network("64:ff9b::/96")  # NAT64: an IPv4 address in its last four bytes

_SLOW = "{name} takes too long: save the page in your browser and add the file."

Resolve = Callable[[str, int], Sequence[str]]
Dial = Callable[[str, int, float], socket.socket]


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: the bytes, where they came from in the end, and what they are said to be."""

    data: bytes
    url: str
    kind: str
    charset: str


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses that a name stands for."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def dial(address: str, port: int, timeout: float) -> socket.socket:
    """A connection to an address."""
    return socket.create_connection((address, port), timeout)


def fetch(url: str, *, resolve: Resolve = resolve, dial: Dial = dial) -> Page:
    """The page at an address of the public web.

    Raises:
        ArticleError: it is no such address, nothing answers, or the answer is too large or too slow.
    """
    ends = time.monotonic() + SECONDS
    for _ in range(_REDIRECTS + 1):
        answer, connection = _ask(url, ends, resolve, dial)
        try:
            if answer.status not in _MOVED or not answer.headers["Location"]:
                return _page(answer, url, ends)
            url = urljoin(url, answer.headers["Location"].strip())
        finally:
            connection.close()
    raise ArticleError("{name} sends from one address to the next without end.", name=_name(url))


def _ask(
    url: str, ends: float, resolve: Resolve, dial: Dial
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    secure, host, port, target = _parts(url)
    try:
        address = _public(host, port, resolve)
        connection = http.client.HTTPConnection(host, port)
        plain = dial(address, port, min(_PAUSE, _left(ends, url)))
        watch = Timer(_left(ends, url), _hang_up, (connection,))  # also on a head that trickles in for ever
        watch.daemon = True
        watch.start()
        try:
            connection.sock = _wrapped(plain, host) if secure else plain
            connection.request(
                "GET",
                target,
                headers={
                    "User-Agent": f"Detente/{__version__} (a reader asked for this page)",
                    "Accept": "text/html, application/pdf, text/plain;q=0.9, */*;q=0.5",
                    "Accept-Encoding": "gzip, identity",
                    "Connection": "close",
                },
            )
            answer = connection.getresponse()
            _left(ends, url)  # a head that was cut off looks like one that has ended
        except BaseException:
            plain.close()
            connection.close()
            raise
        finally:
            watch.cancel()
    except (OSError, http.client.HTTPException) as error:
        _refuse(url, error)
    return answer, connection


def _hang_up(connection: http.client.HTTPConnection) -> None:
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _wrapped(plain: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _parts(url: str) -> tuple[bool, str, int, str]:
    """Whether the connection is encrypted, the host, the port, and what to ask it for."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        host, port = "", None
    if not host or parts.scheme not in {"http", "https"} or parts.username or parts.password:
        raise ArticleError(
            "{name} is no address of a page: it begins with http:// or https://.", name=url[:80]
        )
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    plain = "".join(c if 33 <= ord(c) < 127 else "".join(f"%{b:02X}" for b in c.encode()) for c in target)
    return parts.scheme == "https", host, port or (443 if parts.scheme == "https" else 80), plain


def _public(host: str, port: int, resolve: Resolve) -> str:
    """An address of a host all of whose addresses are public."""
    found = list(resolve(host, port))
    if not found:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    if not all(is_public(each) for each in found):
        raise ArticleError(
            "{name} is inside a private network: only pages of the public web are fetched.", name=host
        )
    return found[0]


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet, also where one is written inside another."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        teredo = found.teredo[1] if found.teredo else None
        inner = found.ipv4_mapped or found.sixtofour or teredo
        if found in _EMBEDDED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if found.ipv4_mapped:
            return True
    return found.is_global and not found.is_multicast and not found.is_reserved


def _left(ends: float, url: str) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise ArticleError(_SLOW, name=_name(url))
    return left


def _page(answer: http.client.HTTPResponse, url: str, ends: float) -> Page:
    if answer.status in {401, 402, 403, 429, 451}:
        raise ArticleError(
            "{name} does not give this page to programs ({status}): save it in your browser, add the file.",
            name=_name(url),
            status=answer.status,
        )
    if answer.status != 200:
        raise ArticleError(
            "{name} answers {status}: check the address.", name=_name(url), status=answer.status
        )
    try:
        data = _body(answer, url, ends)
    except (OSError, http.client.HTTPException, zlib.error) as error:
        _refuse(url, error)
    kind = Message()
    kind["Content-Type"] = answer.headers.get("Content-Type", "")
    return Page(data, url, kind.get_content_type(), str(kind.get_param("charset") or ""))


def _body(answer: http.client.HTTPResponse, url: str, ends: float) -> bytes:
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    unpack = zlib.decompressobj(wbits=47) if packed in {"gzip", "x-gzip", "deflate"} else None
    found = bytearray()
    while part := answer.read1(65_536):
        _left(ends, url)
        found += unpack.decompress(part, MAX_DOCUMENT + 1) if unpack else part
        if len(found) > MAX_DOCUMENT or (unpack and unpack.unconsumed_tail):
            raise ArticleError("The page at {name} is too large to be an article.", name=_name(url))
    return bytes(found)


def _refuse(url: str, error: Exception) -> NoReturn:
    name = _name(url)
    if isinstance(error, socket.gaierror):
        raise ArticleError(
            "{name} is not found: check the address, and whether this machine has a network.", name=name
        ) from None
    if isinstance(error, ssl.SSLCertVerificationError):
        raise ArticleError(
            "{name} cannot prove who it is (its certificate is not valid): nothing was fetched.", name=name
        ) from None
    if isinstance(error, TimeoutError):
        raise ArticleError(_SLOW, name=name) from None
    raise ArticleError(
        "{name} does not answer: check the address, and whether this machine has a network.", name=name
    ) from None


def _name(url: str) -> str:
    try:
        return urlsplit(url).hostname or url[:80]
    except ValueError:
        return url[:80]
