"""Who wrote an article, by the byline in its text or on its page. Called by ``reading`` and ``page``."""

import re

from dashboard.articles.cues import cues, normal
from dashboard.model import Article, BlockKind

_END = re.compile(r"\s*(?:[,;(|•·\n]|\s[-–—]\s).*", re.DOTALL)
_MOST_WORDS = 6


def byline_author(article: Article) -> str:
    """The name in a byline such as "By Helen Marsh"; "" where none is surely a name."""
    for block in article.blocks:
        if block.kind is BlockKind.BYLINE and (name := named(article.text[block.start : block.end].strip())):
            return name
    return ""


def is_byline(line: str) -> bool:
    """Whether a line begins as a byline does: "By", "Par"."""
    return _lead(normal(line)) is not None


def named(line: str) -> str:
    """The name in a line such as "By Helen Marsh (Paris)"; "" where none is surely a name."""
    plain = normal(line)
    lead = _lead(plain)
    if lead is None:
        return ""
    words = _END.sub("", line).split()[len(lead.split()) :]
    named = 2 <= len(words) <= _MOST_WORDS and all(each[0].isupper() and each[-1].isalpha() for each in words)
    return " ".join(words) if named else ""


def _lead(plain: str) -> str | None:
    return next((cue for cue in cues().byline_names if plain.startswith(f"{cue} ")), None)
