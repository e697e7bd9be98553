"""Fetching a page: only from the public web, wherever a name, a redirect or an answer leads."""

import gzip
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event as Gate
from threading import Thread

import pytest

from dashboard.articles import read_address, web
from dashboard.errors import ArticleError

PUBLIC = "93.184.216.34"
PAGE = (
    "<html><head><title>Generals speak again</title></head><body><article><h1>Generals speak again</h1>"
    "<p>The chiefs of staff spoke by telephone on 3 May 2016 after a long silence, said the ministry.</p>"
    "<p>They agreed that their deputies would meet in Baku before the summer began.</p></article>"
)


@contextmanager
def server(answers) -> Iterator[int]:
    """A server on this machine whose paths answer with (status, headers, body)."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = answers[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield running.server_port
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def public_net(port: int, names: dict[str, list[str]]):
    """``fetch`` with a made-up name service; every public address is the server on this machine."""
    dialled = []

    def dial(address: str, _port: int, timeout: float) -> socket.socket:
        dialled.append(address)
        return socket.create_connection(("127.0.0.1", port), timeout)

    def resolve(host: str, _port: int) -> list[str]:
        return names[host]

    return partial(web.fetch, resolve=resolve, dial=dial), dialled


HTML = {"Content-Type": "text/html; charset=utf-8"}
NEWS = {"news.example": [PUBLIC]}


def test_a_public_page_is_fetched_and_read() -> None:
    with server({"/a?b=c": (200, HTML, PAGE.encode())}) as port:
        fetch, dialled = public_net(port, NEWS)
        article = read_address("http://news.example/a?b=c", fetch=fetch)
    assert article.title == "Generals speak again"
    assert article.url == "http://news.example/a?b=c"
    assert dialled == [PUBLIC]


def test_the_server_s_charset_counts_and_packed_pages_are_unpacked() -> None:
    headers = {"Content-Type": "text/html; charset=iso-8859-15", "Content-Encoding": "gzip"}
    body = gzip.compress(PAGE.replace("again", "à nouveau").encode("iso-8859-15"))
    with server({"/": (200, headers, body)}) as port:
        article = read_address("http://news.example", fetch=public_net(port, NEWS)[0])
    assert article.title == "Generals speak à nouveau"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "nonsense",
    ],
)  # fmt: skip
def test_no_address_inside_a_network_is_dialled(address: str) -> None:
    fetch, dialled = public_net(1, {"inside.example": [PUBLIC, address]})
    with pytest.raises(ArticleError, match="inside a private network"):
        fetch("http://inside.example/")
    assert dialled == []


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert web.is_public(address)


def test_this_machine_is_refused_by_name_and_by_number() -> None:
    with server({"/": (200, HTML, PAGE.encode())}) as port:
        for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"):
            with pytest.raises(ArticleError):
                web.fetch(f"http://{host}:{port}/")


def test_a_redirect_inside_is_refused() -> None:
    answers = {"/": (302, {"Location": "http://inside.example/"}, b"")}
    with server(answers) as port:
        fetch, dialled = public_net(port, NEWS | {"inside.example": ["192.168.0.10"]})
        with pytest.raises(ArticleError, match=r"inside\.example is inside a private network"):
            fetch("http://news.example/")
    assert dialled == [PUBLIC]


def test_a_redirect_is_followed_but_not_for_ever_nor_to_another_scheme() -> None:
    answers = {
        "/": (301, {"Location": "/new"}, b""),
        "/new": (200, HTML, PAGE.encode()),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    }
    with server(answers) as port:
        fetch, _ = public_net(port, NEWS)
        assert fetch("http://news.example/").url == "http://news.example/new"
        with pytest.raises(ArticleError, match="without end"):
            fetch("http://news.example/loop")
        with pytest.raises(ArticleError, match="no address of a page"):
            fetch("http://news.example/file")


@pytest.mark.parametrize(
    "url", ["ftp://news.example/", "file:///etc/passwd", "news.example", "http://", "http://a:b@news.example/",
            "http://news.example:99999/", "javascript:alert(1)", "http://[::1", ""],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_said(url: str) -> None:
    with pytest.raises(ArticleError, match="no address of a page"):
        web.fetch(url)


def test_what_a_server_answers_instead_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MAX_DOCUMENT", 50_000)
    bomb = gzip.compress(b"x" * 400_000)
    answers = {
        "/gone": (404, {}, b""),
        "/paid": (403, {}, b""),
        "/large": (200, HTML, b"x" * 60_000),
        "/bomb": (200, HTML | {"Content-Encoding": "gzip"}, bomb),
        "/broken": (200, HTML | {"Content-Encoding": "gzip"}, b"no gzip"),
    }
    with server(answers) as port:
        fetch, _ = public_net(port, NEWS)
        for path, said in (
            ("gone", "answers 404"),
            ("paid", "does not give this page to programs"),
            ("large", "too large"),
            ("bomb", "too large"),
            ("broken", "does not answer"),
        ):
            with pytest.raises(ArticleError, match=said):
                fetch(f"http://news.example/{path}")


def test_no_network_is_said() -> None:
    def lost(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with pytest.raises(ArticleError, match="whether this machine has a network"):
        web.fetch("https://news.example/", resolve=lost)


def test_a_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 0.0)
    fetch, _ = public_net(1, NEWS)
    with pytest.raises(ArticleError, match="takes too long"):
        fetch("http://news.example/")


def test_a_head_that_trickles_in_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SECONDS", 2.0)
    done = Gate()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def trickle() -> None:
            connection, _ = listening.accept()
            with connection, suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                while not done.wait(0.05):
                    connection.sendall(b"X: y\r\n")

        thread = Thread(target=trickle, daemon=True)
        thread.start()
        fetch, _ = public_net(listening.getsockname()[1], NEWS)
        with pytest.raises(ArticleError, match="takes too long"):
            fetch("http://news.example/")
        done.set()
        thread.join()
