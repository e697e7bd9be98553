"""What every command of the page that changes the project shares: who does it, and news of changes.

A command's callback writes the new revision into the ``revision`` store, which redraws the page. If it
raises a ``DetenteError``, the page says so and keeps all that was typed (see ``factory``).
"""

from typing import Any

from dash import ClientsideFunction, Dash, Input, dcc
from flask import Response

from dashboard.app.state import clean
from dashboard.app.workspace import Workspace
from dashboard.errors import DetenteError, ProjectError
from dashboard.wording import message

Component = Any
READER = "reader"
LONGEST_NAME = 80


def author(who: Any) -> str:
    """The name under which somebody's steps are kept; "reader" until they give one."""
    return clean(who)[:LONGEST_NAME].strip() or READER if isinstance(who, str) else READER


def called(author: str, language: str) -> str:
    """An author as people read it at the start of a sentence; those who gave no name are "A reader"."""
    if author and author != READER:
        return author
    nobody = message("a reader", language)
    return nobody[:1].upper() + nobody[1:]


def said(fault: DetenteError, language: str) -> str:
    """What was wrong, in the reader's language where it is known."""
    values: dict[str, Any] = dict(fault.values)
    if "who" in values:
        values["who"] = called(str(values["who"]), language)
    return message(fault.text, language, **values)


def stores() -> list[Component]:
    """The stores that commands rely on: the newest revision, who sits here, and words that were taken in.

    Fields whose words were ``sent`` are emptied, but for what was typed into them meanwhile.
    """
    return [
        dcc.Store(id="revision"),
        dcc.Store(id="who", storage_type="local", data=READER),
        dcc.Store(id="sent"),
    ]


def register(app: Dash, workspace: Workspace) -> None:
    """Nothing; browsers ask for the revision, and redraw when it is another than theirs."""

    def revision() -> Response:
        try:
            return Response(str(workspace.revision()), mimetype="text/plain")
        except ProjectError:  # the file is gone, or the server is ending: who acts is told then
            return Response("", 503)

    app.server.add_url_rule(f"{app.config.routes_pathname_prefix}revision", "revision", revision)
    app.clientside_callback(
        ClientsideFunction("detente", "emptied"), Input("sent", "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("detente", "revised"), Input("revision", "data"), prevent_initial_call=True
    )
