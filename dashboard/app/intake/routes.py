"""What does not fit in a callback: a file that comes in, and the project as a file that goes out."""

import shutil
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from dash import Dash
from flask import Response, request, send_file

from dashboard.app.acting import said
from dashboard.app.intake.jobs import Bring, Intake
from dashboard.app.security import answer
from dashboard.app.state import clean
from dashboard.articles import read_address, read_data, read_text
from dashboard.errors import ArticleError, DetenteError
from dashboard.model import Article
from dashboard.store import SUFFIX, Project
from dashboard.wording import LANGUAGES, message

BRING = "intake"
SAVE = "project"
MAX_FILE = 20_000_000
"""Bytes of one file; ``articles`` sets the same limit for a file on the disk."""
OPENING = 70
"""Characters of the first words by which a text without a title is called."""


def register(app: Dash, intake: Intake) -> None:
    """Nothing; the page can send articles and fetch its project."""
    prefix = app.config.routes_pathname_prefix
    app.server.add_url_rule(f"{prefix}{BRING}", BRING, partial(_bring, intake), methods=["POST"])
    app.server.add_url_rule(f"{prefix}{SAVE}", SAVE, partial(_save, intake.workspace.project))


def _bring(intake: Intake) -> Response:
    """An empty answer once the article is being read, or a sentence why it is not."""
    batch, kind = request.args.get("batch", ""), request.args.get("kind", "")
    name = clean(request.args.get("name", "")).rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    language = request.args.get("language", "")
    language = language if language in LANGUAGES else "en"
    if not (8 <= len(batch) <= 64 and batch.isascii() and batch.isalnum()):
        return answer(400, "This request is not one that the page sends: reload the page.")
    name = name or message("Pasted text", language)
    try:
        if intake.workspace.reread is None:
            raise ArticleError("No article can be added here.")
        intake.bring(batch, name, _reading(kind, request.get_data(), name), pasted=kind == "text")
    except DetenteError as fault:
        return Response(said(fault, language), 409, mimetype="text/plain")
    return Response("", 202)


def _reading(kind: str, data: bytes, name: str) -> Bring:
    """What reads the article; it runs in a thread of its own, without the request."""
    if kind == "text":
        return lambda: _pasted(data.decode("utf-8", errors="replace"), name)
    if kind == "address":
        return lambda: _address(data.decode("utf-8", errors="replace").strip())
    return lambda: read_data(data, name)


def _pasted(text: str, name: str) -> Article:
    """A pasted article: it comes from nowhere until somebody says so, and is called by its first words."""
    if not text.strip():
        raise ArticleError("{name} is empty: there is nothing to read.", name=name)
    article = read_text(text)
    return article if article.title else replace(article, title=opening(article.text))


def opening(text: str) -> str:
    """The first words of a text, as a name for it."""
    words = text.split(maxsplit=60)[:60]
    line = " ".join(words)
    return line if len(line) <= OPENING else f"{line[:OPENING].rsplit(' ', 1)[0]}…"


def _address(url: str) -> Article:
    return read_address(url)


def _save(project: Project) -> Response:
    """A copy of the project, as a file to keep."""
    folder = Path(tempfile.mkdtemp(prefix="detente-save-"))
    place = folder / f"affair{SUFFIX}"
    try:
        project.save_copy(place)
        answer = send_file(place, as_attachment=True, download_name=f"{_named(project)}{SUFFIX}", max_age=0)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    answer.call_on_close(partial(shutil.rmtree, folder, ignore_errors=True))
    return answer


def _named(project: Project) -> str:
    if not project.is_temporary:
        return project.path.stem
    title = next(iter(project.timeline().titles.values()), "")
    words = "".join(each if each.isalnum() else " " for each in title.lower()).split()
    return "-".join(words)[:60].strip("-") or "affair"
