"""The words that stand around an article (``data/languages/<code>/articles.toml``), read once.

Called by ``blocks`` and ``headers``. All languages' cues hold at once: a French page may carry
English buttons, and the blocks are told apart before the language is known.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.errors import DataFileError
from dashboard.resources import data_path

FILE_NAME = "articles.toml"
HEADER_KEYS = ("title", "published", "language", "author", "licence", "source", "url")
_NOTICE_LISTS = ("exact", "starts", "contains", "weak", "address", "needs")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_LETTER_OR_DIGIT = re.compile(r"\w")
_GLUED = re.compile(r"(?<=[a-zà-ÿ\d])(?=[A-ZÀ-Ý][a-zà-ÿ'])")
_LONG = 14


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of boilerplate and the cues that give it away."""

    label: str
    max_words: int
    exact: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    address: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """Every language's cues together."""

    notices: tuple[Notice, ...]
    byline_starts: tuple[str, ...]
    byline_names: tuple[str, ...]
    byline_exact: frozenset[str]
    byline_ends: tuple[str, ...]
    caption_starts: tuple[str, ...]
    credit: re.Pattern[str]
    headers: dict[str, str]


def normal(text: str) -> str:
    """Text for comparing with cues: no case, straight apostrophes, single spaces.

    Words that a page has glued together ("Read alsoThe summit") come apart.
    """
    return " ".join(_GLUED.sub(" ", text.translate(_APOSTROPHES)).casefold().split())


@cache
def cues() -> Cues:
    """The cues of all languages in the bundled data.

    Raises:
        DataFileError: a file is not valid; it names the file and the line.
    """
    return load(tuple(sorted(data_path("languages").glob(f"*/{FILE_NAME}"))))


def load(paths: tuple[Path, ...]) -> Cues:
    """The cues of some files together.

    Raises:
        DataFileError: a file is not valid; it names the file and the line.
    """
    read = [_Reader(path) for path in paths]
    leads = [lead for reader in read for lead in reader.strings("credit", "leads")]
    agencies = [agency for reader in read for agency in reader.strings("credit", "agencies")]
    headers = {name: key for reader in read for key in HEADER_KEYS for name in reader.strings("headers", key)}
    return Cues(
        notices=tuple(notice for reader in read for notice in reader.notices()),
        byline_starts=tuple(cue for reader in read for cue in reader.strings("byline", "starts")),
        byline_names=tuple(cue for reader in read for cue in reader.strings("byline", "names")),
        byline_exact=frozenset(cue for reader in read for cue in reader.strings("byline", "exact")),
        byline_ends=tuple(cue for reader in read for cue in reader.strings("byline", "ends")),
        caption_starts=tuple(cue for reader in read for cue in reader.strings("credit", "starts")),
        credit=_credit(leads, agencies),
        headers=headers,
    )


def _credit(leads: list[str], agencies: list[str]) -> re.Pattern[str]:
    """What finds where a photo credit begins in a normalised line; it runs to the end of the line."""

    def options(words: list[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))

    agency = options(agencies)
    return re.compile(
        rf"©|\(c\) |(?<!\w)(?:{options(leads)}) ?: ?[^.!?:]{{1,60}}\W{{0,3}}$"
        rf"|(?<!\w)(?:{agency}) ?/ ?[^.!?/]{{1,40}}\W{{0,3}}$"
        rf"|(?<!\w)(?:[^\W\d_]+ ){{0,2}}[^\W\d_]+ ?/ ?(?:{agency})\W{{0,3}}$"
        rf"|\((?:{agency})\W{{0,3}}$"
    )


class _Reader:
    """One ``articles.toml``, checked as it is read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._source = path.read_text(encoding="utf-8")
        try:
            self._tables: dict[str, Any] = tomllib.loads(self._source)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = int(found[1]) if found else self._source.count("\n") + 1
            raise DataFileError(path, line, str(error)) from None
        known = {"headers", "byline", "credit", "notice"}
        for key in self._tables.keys() - known:
            raise self._fault(key, f"unknown table {key!r}: use {', '.join(sorted(known))}")

    def _fault(self, word: str, problem: str) -> DataFileError:
        lines = self._source.splitlines()
        at = next((number for number, line in enumerate(lines, 1) if word in line), None)
        return DataFileError(self._path, at, problem)

    def _checked(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(cue, str) and cue.strip() for cue in value):
            raise self._fault(key, f"{key} must be a list of words in quotes")
        for cue in value:
            if cue != normal(cue):
                raise self._fault(cue, f"the cue {cue!r} must be written {normal(cue)!r}")
        return tuple(value)

    def strings(self, table: str, key: str) -> tuple[str, ...]:
        content = self._tables.get(table, {})
        if not isinstance(content, dict):
            raise self._fault(table, f"{table} must be a table")
        return self._checked(key, content.get(key, []))

    def notices(self) -> list[Notice]:
        entries = self._tables.get("notice", [])
        if not isinstance(entries, list):
            raise self._fault("notice", "write each notice as [[notice]]")
        return [self._notice(entry) for entry in entries]

    def _notice(self, entry: dict[str, Any]) -> Notice:
        for key in entry.keys() - {*_NOTICE_LISTS, "label", "max_words"}:
            raise self._fault(key, f"unknown key {key!r} in a notice")
        label, max_words = entry.get("label"), entry.get("max_words", 1_000)
        if not isinstance(label, str) or not label:
            raise self._fault("[[notice]]", "a notice needs a label")
        if not isinstance(max_words, int) or max_words < 1:
            raise self._fault("max_words", "max_words must be a whole number above 0")
        lists = {key: self._checked(key, entry.get(key, [])) for key in _NOTICE_LISTS}
        return Notice(
            label=label,
            max_words=max_words,
            exact=frozenset(lists["exact"]),
            starts=lists["starts"],
            contains=lists["contains"],
            weak=lists["weak"],
            address=frozenset(lists["address"]),
            needs=lists["needs"],
        )


def notice_of(line: str) -> str | None:
    """The label of the notice that a normalised paragraph is, or None for an article's own words."""
    words = line.split()
    bare, opening = line.strip(" .:!>»→|-–—…"), line.lstrip("-–—•>»→*▶ ")
    for notice in cues().notices:
        if bare in notice.exact:
            return notice.label
        if len(words) > notice.max_words:
            continue
        if notice.needs and not any(need in line for need in notice.needs):
            continue
        begins = opening.startswith(notice.starts) and any(_begins(opening, cue) for cue in notice.starts)
        if begins or any(map(line.__contains__, notice.contains)):
            return notice.label
        # an article about cookies speaks of them; a banner speaks to the reader
        if notice.address.isdisjoint(words):
            continue
        if sum(map(line.__contains__, notice.weak)) >= (2 if len(words) <= 40 else 3):
            return notice.label
    return None


def _begins(line: str, cue: str) -> bool:
    if not line.startswith(cue):
        return False
    rest = line[len(cue) :]
    if rest and cue[-1].isalpha() and _LETTER_OR_DIGIT.match(rest):
        return False
    # a long sentence that merely begins like a notice ("Read more closely, ...") is the article's own
    return not (rest.endswith(".") and len(rest.split()) >= _LONG and rest.lstrip()[:1] not in ":-–—|>»→(")
