"""Sentences of an article, block by block, cut into tokens; nothing here knows events."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.events.lexicon import Lexicon, fold
from dashboard.model import Article, BlockKind

_BREAK = re.compile(r"[.!?…][»”\"')\]]?(?=\s)|\n")
_OPENING = re.compile(r"\s*[«“\"'‘(\[—–-]*\s*[^\W_]")
_QUOTES = frozenset("«“")
_STRAIGHT = '"'
_LONGEST = 160
"""The most tokens of a sentence; a longer one is no prose and is read in pieces."""
READ = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.CAPTION})
"""The kinds of block that may tell events."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the text, its block's kind, and its tokens (offsets in the text).

    ``words`` are folded: in small letters, their apostrophes straight.
    """

    start: int
    end: int
    kind: BlockKind
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[bool, ...]

    def first_at(self, offset: int) -> int:
        """The number of the first token that ends after an offset."""
        return bisect_right(self.ends, offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of a stretch of text: first, and one past the last."""
        first = bisect_right(self.ends, start)
        return first, min(bisect_right(self.ends, end - 1) + 1, len(self.ends))

    def quoted(self, token: int) -> bool:
        """Whether a token stands in a quotation that the sentence opens before it."""
        if _QUOTES.isdisjoint(self.words):
            return False
        opened = 0
        for word in self.words[:token]:
            if word in "«“":
                opened += 1
            elif word in "»”":
                opened = max(opened - 1, 0)
        return opened > 0

    def in_speech(self, token: int) -> bool:
        """Whether a token stands in a quotation of any marks, straight ones too."""
        return self.quoted(token) or self.words[:token].count(_STRAIGHT) % 2 == 1


def _spans(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in text[start:end], without surrounding blanks."""
    begin = start
    for found in _BREAK.finditer(text, start, end):
        at = found.end()
        if found[0] == "\n":
            before = text[begin : found.start()].rstrip()
            wrapped = before and before[-1] not in '.!?…»”":' and text[at : at + 1] not in "\n\r"
            if wrapped:
                continue
        else:
            following = _OPENING.match(text, at, end)
            if following and following[0][-1].islower():
                continue
            if found[0] == "." and _abbreviated(text, begin, found.start(), lexicon):
                continue
        yield begin, at
        begin = at
    yield begin, end


def _abbreviated(text: str, begin: int, dot: int, lexicon: Lexicon) -> bool:
    word = re.search(r"[\w.-]{1,12}$", text[max(begin, dot - 12) : dot])
    if word is None:
        return False
    last = fold(word[0])
    initial = len(last) == 1 and word[0].isupper() and text[dot - 2 : dot - 1] != "&"  # no "AT&T."
    return (
        last in lexicon.cues["abbreviations"]
        or initial
        or _initials(word[0], text[dot + 1 :][:_AHEAD], lexicon)
    )


def _initials(word: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether two letters are somebody's initials: "J.D. Vance", « J.-C. Juncker », but not "the E.U. It"."""
    following = re.match(r"\s*([\w'’-]+)", behind)
    if following is None or not re.fullmatch(r"[A-Z]\.-?[A-Z]", word):
        return False
    small = lexicon.cues["determiners"] | lexicon.cues["place_words"] | lexicon.cues["it_words"]
    return fold(following[1]) not in small | lexicon.cues["subordinators"]


_AHEAD = 24
"""How many letters behind initials hold the next word."""


def sentences(article: Article, lexicon: Lexicon) -> list[Sentence]:
    """Every sentence of the blocks that may tell events, in order of the text."""
    found = []
    for block in article.blocks:
        if block.kind not in READ:
            continue
        for begin, end in _spans(article.text, block.start, min(block.end, len(article.text)), lexicon):
            raw = article.text[begin:end]
            start, stop = begin + len(raw) - len(raw.lstrip()), begin + len(raw.rstrip())
            if start >= stop:
                continue
            tokens = list(lexicon.token.finditer(article.text, start, stop))
            found += [
                _sentence(block.kind, tokens[at : at + _LONGEST], lexicon)
                for at in range(0, len(tokens), _LONGEST)
            ]
    return found


def _sentence(kind: BlockKind, tokens: list[re.Match[str]], lexicon: Lexicon) -> Sentence:
    starts, ends = zip(*[token.span(1) for token in tokens], strict=True)
    said = [token[1] for token in tokens]
    folded = fold("\n".join(said)).split("\n")  # at once: no token holds a line's end
    relatives = lexicon.cues["relatives"]
    if not relatives.isdisjoint(folded) and any(word.islower() for word in said):
        # "a WHO report": an acronym is no relative pronoun
        folded = [
            raw if word in relatives and raw.isupper() and len(raw) > 1 else word
            for raw, word in zip(said, folded, strict=True)
        ]
    if len(said[0]) == 1 and said[0].isascii() and lexicon.cues["accentless"]:
        folded[0] = _accented(folded[0], lexicon)
    return Sentence(
        starts[0],
        ends[-1],
        kind,
        tuple(folded),
        starts,
        ends,
        tuple([word[0].isupper() for word in said]),
    )


def _accented(word: str, lexicon: Lexicon) -> str:
    """The word that a capital without its accent opens a sentence with: « A Washington », on tousse."""
    able = (one for one in lexicon.cues["accentless"] if unicodedata.normalize("NFD", one)[0] == word)
    return next(able, word)
