"""What can be clicked on a figure, as a list of buttons: for the keyboard and for those who do not see it."""

import html as markup
import json
import re
from typing import Any

from dash import html

from dashboard.wording import message

Component = Any
MOST = 80
_TAG = re.compile(r"<[^<>]{0,200}>")


def listing(figure: dict[str, Any], language: str) -> list[Component]:
    """The list items of a figure: one button per thing that answers to the pointer, in the figure's order."""
    found: dict[str, str] = {}
    for trace in figure.get("data", ()):
        for said, aim in zip(trace.get("hovertext", ()), trace.get("customdata", ()), strict=False):
            found.setdefault(json.dumps(aim, ensure_ascii=False), plain(said))
    items = [
        html.Li(html.Button(said, type="button", className="link", **{"data-aim": aim}))
        for aim, said in list(found.items())[:MOST]
    ]
    left = len(found) - len(items)
    if left > 0:
        more = message("and {count} more", language, plural="and {count} more", count=left)
        items.append(html.Li(more, className="note"))
    return items


def plain(said: str) -> str:
    """A hover card's text on one line, without its markup."""
    return markup.unescape(_TAG.sub("", said.replace("<br>", ", ")))
