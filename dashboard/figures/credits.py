"""What a picture rests on, in one short line: outlets and dates, and how many more. Called by ``export``."""

import re

from dashboard.model import Article, Timeline
from dashboard.wording import format_day, message, semicolons

_LONGEST = 56  # letters of a name
_LINE = 190  # letters of all names
_OUTLET = 40  # a longer source is a description, and the title says more
_FILE = re.compile(r"\.(?:txt|md|html?|pdf|docx)$", re.IGNORECASE)


def credit_line(timeline: Timeline, shown: Timeline, language: str) -> str:
    """The articles of the shown events: "Sources: Le Monde, 3 March 2017; and 4 more sources"; or ""."""
    cited = {each.article for event in shown.events for each in event.evidence}
    names = list(
        dict.fromkeys(
            name for each in timeline.articles if each.id in cited and (name := credit(each, language))
        )
    )
    told: list[str] = []
    for name in names:
        if told and len("; ".join([*told, name])) > _LINE:
            break
        told.append(name)
    left = len(names) - len(told)
    if left:
        told.append(
            message("and {count} more source", language, plural="and {count} more sources", count=left)
        )
    return message("Sources: {sources}", language, sources=semicolons(told, language)) if told else ""


def credit(article: Article, language: str) -> str:
    """An article by its outlet, else by its title, and its date as far as it is known."""
    source = article.source.strip()
    outlet = source if 0 < len(source) <= _OUTLET and not _FILE.search(source) else ""
    name = _short(outlet or article.title or source)
    if article.published is None:
        return name
    known = article.published_precision.to_the_day
    day = format_day(article.published, language) if known else str(article.published.year)
    return message("{name}, {date}", language, name=name, date=day) if name else day


def _short(name: str) -> str:
    """A name of a few words."""
    plain = " ".join(name.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
