"""``detente serve``: the dashboard behind waitress, on this machine only unless told otherwise."""

import argparse
import contextlib
import errno
import gc
import ipaddress
import os
import socket
import sys
import time
import webbrowser
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

from dashboard.cli.importing import is_data, read_data
from dashboard.cli.inputs import Reader, note, only_data, read_articles, reader, sharing
from dashboard.cli.projects import divided
from dashboard.errors import DetenteError
from dashboard.model import Article, Timeline

if TYPE_CHECKING:
    from dashboard.app.workspace import Reread
    from dashboard.store import Project

HOST = "127.0.0.1"
PORT = 8050
_TRIES = 20
_MOST = 65535
_EVERYWHERE = {"0.0.0.0", "::", ""}  # noqa: S104
_THREADS = 8
_LATER = 8.0  # seconds, after which articles are recalled: the page comes first
_RECALLED = 1_000  # articles at most, for they are kept in memory


def run(arguments: argparse.Namespace) -> int:
    """0, once the user has ended the server.

    Raises:
        DetenteError: an article cannot be read, or the address cannot be listened on.
    """
    reread = reader(arguments)
    with (
        closing(_project(arguments, reread)) as project,
        listen(arguments.host, arguments.port) as listening,
    ):
        host, port = arguments.host, listening.getsockname()[1]
        application = _application(arguments, reread, project)
        if arguments.port is None and port != PORT:
            note(f"port {PORT} is in use, so {port} is taken.")
        if not is_loopback(host):
            note("anyone who can reach this machine can read and change this project: there is no password.")
        if not project.is_writable:
            note(f"{project.path} may only be read: what is changed in the page cannot be kept.")
        if project.is_temporary:
            note("this work is temporary: keep it with “Save project” in the page, then detente serve FILE.")
        recalling = Timer(_LATER, recall, [reread, project.timeline().articles[:_RECALLED]])
        recalling.daemon = True
        _serve(application, listening, _addresses(host, port), recalling, browser=not arguments.no_browser)
        recalling.cancel()
    return 0


def recall(reread: "Reread", articles: Sequence[Article]) -> None:
    """Nothing; a project's articles are read into memory, in half of the time at most.

    What was read is not in the file: without this the first article that is added after a start would have
    all the others read before it.
    """
    last = time.monotonic()

    def pause(*_: object) -> None:
        nonlocal last
        time.sleep(min(0.5, time.monotonic() - last))
        last = time.monotonic()

    with contextlib.suppress(Exception):  # nobody asked for it; who adds an article is told what is wrong
        reread(articles, progress=pause)


def _project(arguments: argparse.Namespace, read: Reader) -> "Project":
    """The project to serve: the file that was named, made where there is none, or a temporary one."""
    path, names = divided(arguments.articles)
    if any(map(is_data, names)):
        return _with_data(path, only_data(names), arguments.language or "en")
    with sharing(arguments, names) as workers:  # they end before the server begins
        articles = read_articles(arguments, names, workers) if names or path is None else []
        return _with_articles(path, articles, partial(read, workers=workers))


def _with_articles(path: Path | None, articles: list[Article], reread: "Reread") -> "Project":
    """The project with the articles of some files: the one that was named, or a temporary one."""
    from dashboard.store import Project

    if path is None:
        return Project.temporary(reread(articles))
    if not path.exists():
        made = Project.create(path, reread(articles) if articles else Timeline())
        if not articles:
            note(f"{path} is new and empty: add articles in the page.")
        return made
    project = Project.open(path)
    known = project.timeline().articles
    new = [each for each in articles if each.id not in {one.id for one in known}]
    for each in articles:
        if each not in new:
            note(f"{each.title or each.source} is in the project already and stays as it is.")
    try:
        if new:
            project.add_reading(reread([*known, *new]), author="")
    except BaseException:
        project.close()
        raise
    return project


def _with_data(path: Path | None, names: Sequence[str], language: str) -> "Project":
    """The project with the events of some files: the one that was named, or a temporary one."""
    from dashboard.store import Project

    if path is None:
        project = Project.temporary(Timeline())
    else:
        project = Project.open(path) if path.exists() else Project.create(path, Timeline())
    try:
        project.bring_in(read_data(names, language, project.timeline()), author="")
    except BaseException:
        project.close()
        raise
    return project


def _application(arguments: argparse.Namespace, reread: "Reread", project: "Project") -> Any:
    from dashboard.app import create_app, prepare

    prepare(project.timeline())
    gc.freeze()  # what is kept for as long as this runs need not be looked through for garbage again
    return create_app(
        project, reread=reread, allowed_hosts=allowed_hosts(arguments.host, arguments.allow_host)
    )


def _serve(
    application: Any,
    listening: socket.socket,
    addresses: Sequence[str],
    recalling: Timer,
    *,
    browser: bool,
) -> None:
    import waitress

    from dashboard.app import MAX_BODY

    server = waitress.create_server(
        application.server,
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        max_request_body_size=MAX_BODY,  # refused while it arrives, before the application sees it
    )
    print(f"Détente is at {addresses[0]} (Ctrl+C ends it)", flush=True)
    for address in addresses[1:]:
        print(f"  for others on this network: {address}", flush=True)
    if browser and has_display():
        Timer(0.2, webbrowser.open, [addresses[0]]).start()
    recalling.start()
    server.run()


def typed_port(text: str) -> int:
    """The port that an option names; 0 for any that is free.

    Raises:
        DetenteError: it is no number, or too large a one.
    """
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= _MOST):
        raise DetenteError(f"{text!r} is not a port: choose a number from 1024 to {_MOST}.")
    return int(text)


def listen(host: str, port: int | None) -> socket.socket:
    """A listening socket on the port; without one, on the default port or the next that is free.

    Raises:
        DetenteError: the port is in use or not allowed, or the host is not this machine's.
    """
    ports = [port] if port is not None else [*range(PORT, PORT + _TRIES), 0]
    for candidate in ports:
        try:
            return _bound(host, candidate)
        except socket.gaierror:
            raise DetenteError(f"{host!r} is not an address of this machine: try 127.0.0.1.") from None
        except OSError as error:
            if error.errno == errno.EADDRINUSE and port is None:
                continue
            if error.errno == errno.EADDRINUSE:
                raise DetenteError(f"Port {candidate} is in use: choose another with --port.") from None
            if error.errno in {errno.EACCES, errno.EPERM}:
                raise DetenteError(f"Port {candidate} is not allowed: choose one above 1023.") from None
            raise DetenteError(f"{host}:{candidate} cannot be listened on: {error.strerror}.") from None
    raise DetenteError("No port is free.")


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    made = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def allowed_hosts(host: str, more: Sequence[str]) -> tuple[str, ...]:
    """The names under which browsers may ask, without ports: this machine's, the host's, and those added."""
    names = ["127.0.0.1", "localhost", "[::1]", *more]
    if host in _EVERYWHERE:
        name = socket.gethostname()
        names += [name, f"{name}.local", *(_bracketed(each) for each in _own_addresses())]
    else:
        names.append(_bracketed(host))
    return tuple(dict.fromkeys(names))


def _addresses(host: str, port: int) -> list[str]:
    """What to open: from this machine first, then from others where the server listens everywhere."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    others = [
        each
        for each in (_own_addresses() if host in _EVERYWHERE else [])
        if not is_loopback(each) and (":" not in each or host != "0.0.0.0")  # noqa: S104
    ]
    return [f"http://{_bracketed(each)}:{port}/" for each in [here, *others]]


def _own_addresses() -> list[str]:
    """The addresses at which others reach this machine, as far as it knows them itself."""
    found: list[str] = []
    with contextlib.suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None)]
    for family, elsewhere in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((elsewhere, 9))  # chooses the way there; nothing is sent
            found.append(str(probe.getsockname()[0]))
    return list(dict.fromkeys(each for each in found if "%" not in each))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def has_display() -> bool:
    """Whether a browser window can open here (a text browser would take the terminal away)."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
