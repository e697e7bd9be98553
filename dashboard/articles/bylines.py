"""Who wrote an article, by the byline in its text. Pure; called by the dialog that adds it."""

import re

from dashboard.articles.cues import cues, normal
from dashboard.model import Article, BlockKind

_END = re.compile(r"\s*(?:[,;|•·\n]|\s[-–—]\s).*", re.DOTALL)
_MOST_WORDS = 6


def byline_author(article: Article) -> str:
    """The name in a byline such as "By Helen Marsh"; "" where none is surely a name."""
    for block in article.blocks:
        if block.kind is BlockKind.BYLINE and (name := _name(article.text[block.start : block.end].strip())):
            return name
    return ""


def _name(line: str) -> str:
    plain = normal(line)
    lead = next((cue for cue in cues().byline_names if plain.startswith(f"{cue} ")), None)
    if lead is None:
        return ""
    words = _END.sub("", line).split()[len(lead.split()) :]
    named = 2 <= len(words) <= _MOST_WORDS and all(each[0].isupper() and each[-1].isalpha() for each in words)
    return " ".join(words) if named else ""
