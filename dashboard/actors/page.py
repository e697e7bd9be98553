"""An article as this room reads it: the words of its own text, without credits, bylines and boilerplate.

Called by ``reading``; every offset stays an offset into ``Article.text``.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from dashboard.actors.lexicon import Lexicon, lexicon, plain
from dashboard.gazetteer import Hit, Sort, fold, knowledge, scan
from dashboard.gazetteer.knowledge import names_language, root
from dashboard.model import Article, BlockKind

_CREDIT = re.compile(
    r"©[^\n]*|\b(?:Photo|Crédits?|Credits?|Source|Photograph|Image)s?\s?(?:de|by)?\s?:[^\n]{0,120}"
)
_INK = re.compile(r"[^\n]")
_LINE_LIMIT = 90
_CREDIT_LIMIT = 240
_TOKEN = re.compile(
    r" ?+("  # the blank before a word is passed over at once
    r"\w++(?![.'’\u0900-\u109f\u1780-\u17ff-])"  # nearly every word
    r"|[\u0900-\u109f\u1780-\u17ff]+"  # letters with marks upon them, of India and South East Asia
    r"|(?:[ldjnmtscLDJNMTSC]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)['’](?=\w)"  # l' d' qu'
    r"|['’]s\b"  # 's
    r"|[^\W\d_]\.(?:[- ]?[^\W\d_]\.(?!\w))*"  # initials: J. F.
    r"|\w+(?:(?!['’]s\b)['’-]\w+)*"
    r"|[^\w\s])"
)
_END = re.compile(r"[.!?…](?=[\s»”\")]|$)|\n")
_ABBREVIATIONS = frozenset(
    {
        "m",
        "mm",
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "adm",
        "st",
        "sen",
        "rep",
        "gov",
        "pr",
        "messrs",
        "jr",
        "no",
        "vs",
        "capt",
        "maj",
        "prof",
        "amb",
        "pres",
        "janv",
        "fevr",
        "avr",
        "juil",
        "sept",
        "oct",
        "nov",
        "dec",
    }
)

_OWNERS = (Sort.STATE, Sort.ADJECTIVE, Sort.CAPITAL, Sort.SEAT)
"""What the states are named by to which bodies and offices may belong."""
_OPENING = 14
"""How many tokens the opening of a sentence may have."""


@dataclass(slots=True)
class Page:
    """The words of an article. ``hit_at`` maps a token's index to the known name that it belongs to."""

    article: Article
    text: str
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    words: list[str]
    folds: list[str]
    hits: tuple[Hit, ...]
    sentence: list[int]
    hit_at: dict[int, int] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    states_named: frozenset[str] = frozenset()
    lands_named: frozenset[str] = frozenset()
    """The states named, by an adjective too."""
    organisations_named: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The article's language, or the one that stands in for it."""
        return names_language(self.article.language)

    @property
    def year(self) -> int | None:
        """The year in which the article came out."""
        return self.article.published.year if self.article.published else None

    def token_at(self, offset: int) -> int:
        """The index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def hit(self, token: int) -> Hit | None:
        """The known name that a token belongs to."""
        index = self.hit_at.get(token)
        return None if index is None else self.hits[index]

    def is_first(self, token: int) -> bool:
        """Whether a token begins its sentence, or follows nothing but quotes and dashes there."""
        before = token - 1
        while (
            before >= 0
            and self.sentence[before] == self.sentence[token]
            and not self.words[before][0].isalnum()
        ):
            if self.words[before] == ",":
                return False
            before -= 1
        return before < 0 or self.sentence[before] != self.sentence[token]

    def begins(self, token: int) -> bool:
        """Whether a token, or the role before it, begins its sentence: no verb stands before."""
        first = bisect_left(self.sentence, self.sentence[token], max(0, token - _OPENING), token)
        before = self.folds[first:token]
        return len(before) < _OPENING and self.lexicon.words["acts"].isdisjoint(before)

    def capital(self, token: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.words[token][0].isupper()


def readable(article: Article) -> str:
    """The text with boilerplate, bylines and credits blanked out; the same length."""
    text = article.text
    pieces, last = [], 0
    for block in article.blocks:
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.BYLINE) or block.start < last:
            continue
        pieces.append(_blank(text[last : block.start]))
        pieces.append(text[block.start : block.end])
        last = block.end
    pieces.append(_blank(text[last:]) if article.blocks else text[last:])
    joined = "".join(pieces)
    return _CREDIT.sub(lambda found: " " * len(found.group()), joined)


def _blank(text: str) -> str:
    return _INK.sub(" ", text)


def _without_bylines(text: str, words: Lexicon) -> str:
    openers = tuple(f"{opener} " for opener in words.words["byline_openers"])
    credited = tuple(f"{opener} " for opener in words.words["credit_openers"])
    lines = text.split("\n")
    begun = False  # the first line is a headline
    for number, line in enumerate(lines):
        stripped = line.strip()
        if stripped and len(stripped) <= _CREDIT_LIMIT and _credits(fold(stripped), stripped, credited):
            lines[number] = " " * len(line)
            continue
        if (credit := _behind(line, credited)) is not None:
            lines[number] = line[:credit] + " " * (len(line) - credit)
        if not stripped or len(stripped) > _LINE_LIMIT or stripped[-1] in ".!?»”":
            continue
        if any(character.isdigit() for character in stripped):
            continue
        if fold(stripped).startswith(openers):
            names = stripped.split()[1:]
            if names and all(
                name[0].isupper() or len(name) <= 3 or fold(name).strip(" ,") in words.words["bylined"]
                for name in names
            ):
                lines[number] = " " * len(line)
        elif begun and _reports_from(stripped, text, words):
            lines[number] = " " * len(line)
        begun = True
    return "\n".join(lines)


def _reports_from(line: str, text: str, words: Lexicon) -> bool:
    """Whether a line only tells who wrote where: "Elena Marsh in Rabat and Jo Pell in Quito".

    Whom the text names again is no author.
    """
    said = line.replace(",", "").split()
    if not _NAMED < len(said) <= _REPORTERS or not all(
        word[0].isupper() or len(word) <= _SMALL for word in said
    ):
        return False
    at = next(
        (index for index, word in enumerate(said) if fold(word).strip() in words.words["bylined_in"]), 0
    )
    names = said[:at]
    if not _NAMED <= at < len(said) - 1 or not all(name[0].isupper() for name in names):
        return False
    return fold(names[0]).strip() in knowledge().given_names and text.count(names[-1]) == 1


_NAMED, _REPORTERS, _SMALL = 2, 12, 4
"""How many words a name, and such a line, have; how many letters a small word of it has at most."""


def _behind(line: str, openers: tuple[str, ...]) -> int | None:
    """Where brackets begin that end a line and only tell who wrote: « (Reportage X) »."""
    start = line.rfind("(") if line.rstrip().endswith((")", ").")) else -1
    inside = line[start:].strip()
    told = start > 0 and len(inside) <= _CREDIT_LIMIT and _credits(fold(inside), inside, openers)
    return start if told else None


def _credits(folded: str, line: str, openers: tuple[str, ...]) -> bool:
    """Whether a line only tells who wrote and edited: "(Reporting by A in Manila; editing by B)"."""
    opener = next((one for one in openers if folded.lstrip("( ").startswith(one)), None)
    if opener is None:
        return False
    name = line.lstrip("( ")[len(opener) :]
    return name[:1].isupper() and (line[0] == "(" or line[-1] != "." or ";" in line)


def open_page(article: Article) -> Page:
    """The page of an article: tokens, sentences and known names found."""
    words = lexicon(article.language)
    text = _without_bylines(readable(article), words)
    tokens = list(_TOKEN.finditer(text))
    starts, said = [found.start(1) for found in tokens], [found[1] for found in tokens]
    page = Page(
        article, text, words, starts, [found.end() for found in tokens], said, list(map(plain, said)),
        scan(text, names_language(article.language)), [],
    )  # fmt: skip
    page.sentence = _sentences(page)
    page.small = frozenset(plain(word) for word in set(said) if word[0].islower())
    named: dict[Sort, set[str]] = defaultdict(set)
    for hit in page.hits:
        for entry in hit.entries:
            named[entry.sort].add(entry.target)
    page.states_named = frozenset(named[Sort.STATE])
    page.lands_named = page.states_named.union(named[Sort.ADJECTIVE], named[Sort.PEOPLE])
    page.owners = frozenset().union(*(named[sort] for sort in _OWNERS))
    page.organisations_named = frozenset(map(root, named[Sort.ORGANISATION]))
    for index, hit in enumerate(page.hits):
        token = page.token_at(hit.start)
        page.spans.append((token, token))
        while token < len(starts) and starts[token] < hit.end:
            page.hit_at[token] = index
            token += 1
        page.spans[-1] = (page.spans[-1][0], token)
    return page


def _sentences(page: Page) -> list[int]:
    """The number of the sentence that each token is in."""
    numbers: list[int] = []
    # a full stop and the line's end before one token are one break
    firsts = sorted({bisect_left(page.starts, end) for end in _ends(page)})
    for number, first in enumerate([*firsts, len(page.starts)]):
        numbers += [number] * (first - len(numbers))
    return numbers


def _ends(page: Page) -> list[int]:
    ends = []
    for found in _END.finditer(page.text):
        if found.group() == ".":
            token = bisect_left(page.starts, found.start())
            before = page.words[token - 1] if token else ""
            if token < len(page.starts) and page.starts[token] != found.start():
                before = page.words[token - 1]
            initial = len(before) <= 1 and not before.isdigit() and not (before and before in '»”")’')
            if initial or "." in before or fold(before).strip() in _ABBREVIATIONS:
                continue
        ends.append(found.end())
    return ends
