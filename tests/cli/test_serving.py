"""Serving: which port, which names, and who can reach it."""

import contextlib
import socket
from functools import partial

import pytest

from dashboard.articles import read_text
from dashboard.cli import main, serving
from dashboard.errors import DetenteError
from dashboard.events import Readings, build_timeline, readings


def test_the_next_port_is_taken_where_the_usual_one_is_in_use(monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(serving, "PORT", taken)
        with contextlib.closing(serving.listen("127.0.0.1", None)) as mine:
            assert mine.getsockname()[1] != taken
        with pytest.raises(DetenteError, match=f"Port {taken} is in use"):
            serving.listen("127.0.0.1", taken)


def test_any_free_port_can_be_asked_for():
    with contextlib.closing(serving.listen("127.0.0.1", 0)) as mine:
        assert mine.getsockname()[1] > 0


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("192.168.1.5", False)],
)
def test_only_loopback_is_quiet(host, loopback):
    assert serving.is_loopback(host) is loopback


def test_names_that_browsers_may_use():
    assert serving.allowed_hosts("127.0.0.1", []) == ("127.0.0.1", "localhost", "[::1]")
    assert "[fe80::1]" in serving.allowed_hosts("fe80::1", [])
    everywhere = serving.allowed_hosts("0.0.0.0", ["timeline.example.org"])
    assert {"localhost", socket.gethostname(), "timeline.example.org"} <= set(everywhere)


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("0.0.0.0", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/")],
)
def test_the_address_that_is_printed_can_be_opened(host, address):
    assert serving._addresses(host, 80)[0] == address


def test_others_are_told_an_address_that_is_served_to_them(monkeypatch):
    monkeypatch.setattr(serving, "_own_addresses", lambda: ["127.0.1.1", "192.168.1.5", "fd00::2"])
    assert serving._addresses("0.0.0.0", 80)[1:] == ["http://192.168.1.5:80/"]
    assert serving._addresses("::", 80)[1:] == ["http://192.168.1.5:80/", "http://[fd00::2]:80/"]
    assert len(serving._addresses("127.0.0.1", 80)) == 1
    assert {"192.168.1.5", "[fd00::2]"} <= set(serving.allowed_hosts("0.0.0.0", []))


def test_the_way_to_others_is_asked_of_the_system(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("127.0.1.1", 0))])

    class Probe:
        def __init__(self, family, kind):
            self.family = family

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def connect(self, place):
            if self.family == socket.AF_INET6:
                raise OSError

        def getsockname(self):
            return "192.168.1.5", 1

    monkeypatch.setattr(socket, "socket", Probe)
    assert serving._own_addresses() == ["127.0.1.1", "192.168.1.5"]


def test_no_window_is_opened_without_a_display(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not serving.has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert serving.has_display()


def test_a_wrong_article_is_the_only_thing_said_also_on_another_port(capsys, monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setattr(serving, "PORT", other.getsockname()[1])
        assert main(["serve", "missing.txt"]) == 2
    assert capsys.readouterr().err == "detente: missing.txt does not exist: check the name of the file.\n"


@pytest.mark.parametrize("asked", [[], ["--port", "0"]])
def test_another_port_than_the_usual_one_is_said_unless_it_was_asked_for(
    asked, capsys, monkeypatch, tmp_path
):
    monkeypatch.setattr(serving, "_application", lambda *_: None)
    monkeypatch.setattr(serving, "_serve", lambda *_, **__: None)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setattr(serving, "PORT", other.getsockname()[1])
        assert main(["serve", str(tmp_path / "new.detente"), "--no-browser", *asked]) == 0
    said = capsys.readouterr().err
    assert (f"port {serving.PORT} is in use, so " in said) is (not asked)


def test_what_was_recalled_after_a_start_is_not_read_again_when_an_article_is_added(monkeypatch):
    found, known = [], Readings()
    find = readings.find_actors
    monkeypatch.setattr(
        readings, "find_actors", lambda article, **more: found.append(article) or find(article, **more)
    )
    old = [
        read_text(f"Talks\n\nOn 16 February 2017 Gerasimov met Dunford in {city}.")
        for city in ("Baku", "Oslo")
    ]
    reread = partial(build_timeline, known=known)
    serving.recall(reread, old)
    assert len(found) == len(old)
    reread([*old, read_text("Call\n\nPavel telephoned Gerasimov on 3 March 2017.")])
    assert len(found) == len(old) + 1
