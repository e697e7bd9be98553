"""Who may talk to the page, and what every answer forbids."""

from contextlib import closing

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.app.security import content_security_policy, host_name, is_callback, refusal
from tests.affair import affair

ALLOWED = {"127.0.0.1", "localhost", "[::1]"}


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(affair(), max_body=10_000).server.test_client()


@pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost", "LOCALHOST:80", "[::1]:8050"])
def test_our_own_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost:x", "", "[::1", "127.0.0.1@evil"]
)
def test_another_host_is_told_so_in_a_sentence(client: FlaskClient, host: str) -> None:
    answer = client.get("/_dash-layout", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.text == "This address is not served here: open the address that detente printed.\n"


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://localhost:9999", "http://localhost.evil.example", "http://[", ""],
)
def test_a_request_from_another_origin_is_refused(client: FlaskClient, origin: str) -> None:
    headers = {"Host": "localhost:8050", "Origin": origin}
    answer = client.post("/_dash-update-component", json={}, headers=headers)
    assert answer.status_code == 403
    assert "another site" in answer.text


def test_a_cross_site_post_without_origin_is_refused() -> None:
    assert refusal("localhost", None, "cross-site", "POST", ALLOWED) is not None
    assert refusal("localhost", None, "cross-site", "GET", ALLOWED) is None
    assert refusal("localhost:1", "http://localhost:1", "same-origin", "POST", ALLOWED) is None


def test_a_refusal_follows_the_browser_s_language(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example", "Accept-Language": "fr-FR,fr"})
    assert "adresse" in answer.text


def test_a_large_body_is_refused(client: FlaskClient) -> None:
    answer = client.post("/_dash-update-component", data=b"x" * 10_001, content_type="application/json")
    assert answer.status_code == 413
    assert answer.text == "This request is too large.\n"


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"{}", b"[" * 5000, b'{"output": 1}', b'{"output": "no.thing"}',
        b'{"output": "page.children", "inputs": []}',
        b'{"output": "page.children", "inputs": [1, 2, 3, 4]}',
        b'{"output": "page.children", "inputs": [], "changedPropIds": 5}',
    ],
)  # fmt: skip
def test_a_body_that_no_page_sends_is_refused_in_a_sentence(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 400
    assert "reload the page" in answer.text


def test_a_callback_is_known_by_its_output_and_by_how_much_it_takes() -> None:
    field, pattern = {"id": "who", "property": "data"}, [{"id": {"type": "act"}, "property": "n_clicks"}]
    known = {"done.data": {"inputs": [1, 2], "state": [3]}}
    body = {"output": "done.data", "inputs": [pattern, field], "state": [[]], "changedPropIds": ["who.data"]}
    assert is_callback(body, known)
    assert not is_callback({**body, "output": "undone.data"}, known)
    assert not is_callback({**body, "state": []}, known)
    assert not is_callback({**body, "inputs": [pattern, {"id": "who"}]}, known)


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/assets/no.js", "/_dash-component-suites/dash/no.js", "/_dash-component-suites/os"],
)
def test_what_is_not_there_is_said_wherever_it_was_looked_for(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.text == "There is no page at this address.\n"


@pytest.mark.parametrize("asked", ["/rows", "/rows?first=x&last=2", "/rows?first=5&last=1", "/intake?batch"])
def test_a_route_asked_for_nonsense_answers_in_a_sentence(client: FlaskClient, asked: str) -> None:
    answer = client.post(asked) if "intake" in asked else client.get(asked)
    assert answer.status_code == 400
    assert "reload the page" in answer.text


@pytest.mark.parametrize("path", ["/", "/_dash-layout", "/theme.css", "/assets/base.css", "/nowhere"])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    with closing(client.get(path)) as answer:
        headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_the_policy_lets_no_stranger_s_script_run(client: FlaskClient) -> None:
    policy = dict(
        rule.split(" ", 1) for rule in client.get("/").headers["Content-Security-Policy"].split("; ")
    )
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert all(source == "'self'" or source.startswith("'sha256-") for source in policy["script-src"].split())
    assert policy["connect-src"] == "'self'"


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    document = client.get("/").text
    assert 'src="http' not in document
    assert 'href="http' not in document


def test_host_names_lose_their_port_only() -> None:
    assert host_name("[::1]:80") == "[::1]"
    assert host_name("localhost:") == ""
    assert host_name("a:b:1") == ""


def test_the_policy_lists_the_hashes() -> None:
    assert "script-src 'self' 'sha256-x'" in content_security_policy(["'sha256-x'"])


@pytest.mark.parametrize(
    ("accepts", "search", "language"),
    [("fr-CA,fr;q=0.9", "", "fr"), ("de", "", "en"), ("fr", "?lang=en", "en"), ("en", "?lang=xx", "en")],
)
def test_the_document_says_its_language(
    client: FlaskClient, accepts: str, search: str, language: str
) -> None:
    document = client.get("/" + search, headers={"Accept-Language": accepts}).text
    assert f'<html lang="{language}"' in document


def test_a_language_fixed_on_the_command_line_wins_over_the_browser() -> None:
    client = create_app(affair(), language="fr").server.test_client()
    assert '<html lang="fr"' in client.get("/", headers={"Accept-Language": "en"}).text


@pytest.mark.parametrize("path", ["/nowhere", "/project/none/at/all", "/index.php?x=1"])
def test_an_unknown_address_is_not_found_and_says_so(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Host": "localhost"})
    assert (answer.status_code, answer.text) == (404, "There is no page at this address.\n")


def test_a_reader_at_an_unknown_address_gets_one_sentence_and_a_way_out(client: FlaskClient) -> None:
    asked = {"Host": "localhost", "Accept": "text/html,*/*;q=0.8", "Accept-Language": "fr"}
    answer = client.get("/<b>nowhere", headers=asked)
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "Il n’y a pas de page à cette adresse." in answer.text.replace("&#x27;", "’").replace("'", "’")
    assert '<a href="/">Ouvrir la chronologie</a>' in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/?q=x", "/revision", "/theme.css", "/_dash-layout", "/assets/favicon.svg"]
)
def test_what_the_page_asks_for_is_found(client: FlaskClient, path: str) -> None:
    with client.get(path, headers={"Host": "localhost"}) as answer:
        assert answer.status_code == 200
