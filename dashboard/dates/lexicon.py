"""A language's words and rules for dates, read from ``data/languages/<code>/dates.toml``.

Every word belongs to classes (MONTH, UNIT, ...) with a value in each; a token's set of classes is
one letter, and rules are regular expressions over letters (``grammar``). ``tokens``, ``find``,
``resolve`` and the rest ask a ``Lexicon``, never a file.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.dates.grammar import KINDS, PatternError, Piece, Rule, classes_in, compile_pieces, pieces_of
from dashboard.dates.numbers import read_roman
from dashboard.dates.openings import Openings, prefixes_of
from dashboard.errors import DataFileError
from dashboard.resources import data_path

_QUOTES = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-"}
)
_FIRST_LETTER = 0xE000
_SHORTEST_WITHOUT_ACCENT = 4
_SHORTEST_BY_ENDING = 4
_SECTIONS = {"settings", "numbers", "words", "macros", "rule", "suffixes", "tense", "links", "roles"}


@dataclass(slots=True)
class Entry:
    """What a token may be: its values per class, and the letter that stands for its class set."""

    word: str
    letter: str
    values: dict[str, Any]
    joins: bool = False
    dotted: bool = False
    guessed: bool = False
    """Whether the class is only told by the ending of a word with a capital, which may be a name."""


@dataclass(slots=True)
class _Word:
    """One word as the file gives it, before letters are handed out."""

    plain: dict[str, Any] = field(default_factory=dict)
    capital: dict[str, Any] = field(default_factory=dict)
    dotted: bool = False
    literal: bool = False


def _in_tuples(lists: dict[str, Any]) -> dict[str, Any]:
    """Lists of words as a text is asked for them: by their ends, all at once."""
    return {name: tuple(each) if isinstance(each, list) else each for name, each in lists.items()}


class Lexicon:
    """The words and rules of one language. Attributes are read-only after loading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._source = path.read_text(encoding="utf-8")
        try:
            data = tomllib.loads(self._source)
        except tomllib.TOMLDecodeError as fault:
            raise DataFileError(path, None, str(fault)) from fault
        if unknown := set(data) - _SECTIONS:
            raise self._fault(min(unknown), f"unknown section {min(unknown)!r}")
        self.settings: dict[str, Any] = data.get("settings", {})
        self.links = _in_tuples(data.get("links", {}))
        self.roles = _in_tuples(data.get("roles", {}))
        self.suffixes: dict[str, tuple[str, ...]] = {
            name: tuple(ends) for name, ends in data.get("suffixes", {}).items()
        }
        self.ordinal_suffixes = frozenset(self.settings.get("ordinal_suffixes", ()))
        self.decade_suffixes = frozenset(self.settings.get("decade_suffixes", ()))
        self.number_glue = frozenset(self.settings.get("number_glue", ()))
        self._name_like: list[str] = self.settings.get("name_like", [])
        self.respelt: dict[str, str] = self.settings.get("respelt", {})
        endings = "|".join(map(re.escape, sorted(self.ordinal_suffixes)))
        self._century = re.compile(rf"([IVX]{{1,6}})(?:{endings})$")
        self._letters: dict[frozenset[str], str] = {}
        self._members: dict[str, list[str]] = {}
        self.other = Entry("", self._letter({}), {})
        self._capital = self._letter({"OTHER": 1, "WORD": 1, "CAPITAL": 1})
        self.unknown = frozenset((self.other.letter, self._capital))
        self.break_ = Entry("\n", self._letter({"BREAK": 1}), {"BREAK": 1})
        self.skip = Entry("", "", {})
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}  # by their first two
        self._entries: dict[str, tuple[Entry, Entry]] = {}
        self.met: dict[str, Entry] = {}  # what tokens of texts read before were found to be
        words, phrases = self._read_words(data)
        parsed = self._read_patterns(data)
        for _, pieces, contexts in parsed:
            for name in classes_in(pieces).union(*contexts):
                if name.startswith("="):
                    words.setdefault(name[1:], _Word()).literal = True
        self._make_entries(words, phrases)
        self._meet_numbers()
        self.rules = tuple(self._compile(order, *one) for order, one in enumerate(parsed))
        patterns = [prefixes_of(pieces) for _, pieces, _ in parsed]
        classes = set().union(*(names for prefixes in patterns for names in prefixes))
        self.openings = Openings(
            zip(self.rules, patterns, strict=True), {name: self.letters(name) for name in classes}
        )

    def _fault(self, word: str, problem: str) -> DataFileError:
        """An error that names the line on which a word first stands."""
        for number, line in enumerate(self._source.splitlines(), 1):
            if word in line:
                return DataFileError(self.path, number, problem)
        return DataFileError(self.path, None, problem)

    # --- words -------------------------------------------------------------------------------

    def _read_words(self, data: dict[str, Any]) -> tuple[dict[str, _Word], dict[tuple[str, ...], _Word]]:
        words: dict[str, _Word] = {}
        phrases: dict[tuple[str, ...], _Word] = {}
        tables = dict(data.get("words", {}))
        for word, value in data.get("numbers", {}).items():
            if not isinstance(value, int):
                raise self._fault(word, f"the number {word!r} needs a whole value")
            one = words.setdefault(word, _Word())
            one.plain.update({"NUMWORD": value, "N": value})
            if 1 <= value <= 31:
                one.plain["DAYWORD"] = value
        for name, table in tables.items():
            if not isinstance(table, dict):
                raise self._fault(name, f"[words.{name}] must be a table of word = value")
            for written, value in table.items():
                self._add_word(name, written, value, words, phrases)
        return words, phrases

    def _add_word(self, name: str, written: str, value: Any, words: dict[str, _Word],
                  phrases: dict[tuple[str, ...], _Word]) -> None:  # fmt: skip
        """Files one word: ``^`` needs a capital, ``?`` is ambiguous, a final dot an abbreviation."""
        key = written.lstrip("^?") or written
        marks = written[: len(written) - len(key)]
        dotted = len(key) > 1 and key.endswith(".")
        cut = tuple(part for part in _cut(key.rstrip(".") if dotted else key) if part)
        if not cut:
            raise self._fault(written, f"an empty word in [words.{name}]")
        plain = tuple(_unaccented(part) if len(part) >= _SHORTEST_WITHOUT_ACCENT else part for part in cut)
        spellings = {cut, plain}
        if dotted and len(cut) > 1:
            spellings |= {(*spelling, ".") for spelling in spellings}
            dotted = False
        for spelling in spellings:
            one = (
                words.setdefault(spelling[0], _Word())
                if len(spelling) == 1
                else phrases.setdefault(spelling, _Word())
            )
            target = one.capital if "^" in marks else one.plain
            target.setdefault(name, value)
            if "?" not in marks:
                target.setdefault(name + "!", value)
            one.dotted = one.dotted or dotted

    def _make_entries(self, words: dict[str, _Word], phrases: dict[tuple[str, ...], _Word]) -> None:
        for spelling in phrases:
            for part in spelling:
                words.setdefault(part, _Word())
        starts = {spelling[0] for spelling in phrases}
        suffixes = self.ordinal_suffixes | self.decade_suffixes | self.number_glue
        for part in suffixes | {".", "'"}:
            words.setdefault(part, _Word())
        for word, one in words.items():
            literal = {"=" + word: 1} if one.literal else {}
            if literal and not one.plain and word.isalpha():
                # That a rule names a word does not make it less of an ordinary one.
                literal[self._by_ending(word) or "WORD"] = 1
            plain = {**literal, **one.plain}
            if not plain and word.isalpha() and (name := self._by_ending(word)):
                plain = {name: 1}  # that a phrase begins with it does not make it another word
            # "May" is the month: the verb's classes are left to "may".
            capital = {**literal, **one.capital} if one.capital else plain
            if like := [name for name in self._name_like if name in capital]:
                capital = {**capital, **{f"{name}NAME": 1 for name in like}}
            joins = word in starts or one.dotted or "NUMWORD" in plain
            # "Jean" is no less of a name for being part of "la Saint-Jean".
            named = self._letter(capital) if capital or not word.isalpha() else self._capital
            self._entries[word] = (
                Entry(word, self._letter(plain), plain, joins, one.dotted),
                Entry(word, named, capital, joins, one.dotted),
            )
        for spelling, one in sorted(phrases.items(), key=lambda item: -len(item[0])):
            values = {**one.plain, **one.capital}
            whole = Entry(" ".join(spelling), self._letter(values), values)
            starting = self.phrases.setdefault(spelling[0], {})
            starting.setdefault(spelling[1], []).append((spelling[1:], whole))
        for name in ("PAST", "FUTURE", "PPART"):
            self._letter({name: 1})

    def _meet_numbers(self) -> None:
        """Hands out letters to every class set that a number may have, before rules are compiled."""
        from dashboard.dates.tokens import number_entry, written_entry  # noqa: PLC0415  the two know each other

        self._frozen = False
        self.digits = frozenset(word for word in self._entries if word.isdecimal())
        plain = [str(n) for n in range(2300)] + [f"{n:02d}" for n in range(100)]
        clocks = [f"{n:04d}" for n in range(0, 2400, 5)]
        for text in [*plain, *clocks, "0000", "9999", "12345", "1,000", "1.5", "14.30"]:
            number_entry(text, self)
        for text in ("12:30", "2017-03-03T12:30", "3/3/2017"):
            written_entry(text, self)
        for value in (1, 31, 60, 99):
            self.ordinal(value)
            self.number(value)
        self.number(1500)
        self.number(15)
        self.number(150)
        self.number(9000)
        self.entry({"DECADE": 70})
        self.entry({"ROMAN": 1})
        self._frozen = True

    def _letter(self, values: dict[str, Any]) -> str:
        key = frozenset(values) or frozenset(("OTHER", "WORD"))
        if key not in self._letters:
            if getattr(self, "_frozen", False):
                return self.other.letter
            self._letters[key] = chr(_FIRST_LETTER + len(self._letters))
            for name in key:
                self._members.setdefault(name, []).append(self._letters[key])
        return self._letters[key]

    def entry(self, values: dict[str, Any], word: str = "") -> Entry:
        """The entry of a token that the engine itself reads (digits), ordinals and decades joinable."""
        return Entry(word, self._letter(values), values, "INT" in values)

    def ordinal(self, value: int) -> Entry:
        """The entry of an ordinal in digits, such as 3rd or 1er."""
        return self.entry({"ORD": value, "DAYORD": value} if value <= 31 else {"ORD": value})

    def number(self, value: int) -> Entry:
        """The entry of a number in words."""
        values: dict[str, Any] = {"N": value}
        if 1 <= value <= 31:
            values["DAYWORD"] = value
        if 1000 <= value <= 2199:
            values["YEARWORD"] = value
        if value <= 24:
            values["HOURWORD"] = value
        return Entry("", self._letter(values), values)

    def look_up(self, word: str) -> Entry:
        """The entry of a word or sign as it stands in the text."""
        # A capital may stand without its accent ("A Paris").
        word = self.respelt.get(word, word)
        lower = word.translate(_QUOTES).lower()
        found = self._entries.get(lower)
        if found is not None:
            return found[1] if word[0].isupper() else found[0]
        capital = word[0].isupper() and word[1:].islower()
        if name := self._by_ending(lower):
            return Entry(lower, self._letter({name: 1}), {name: 1}, guessed=capital)
        as_numeral = word.isupper() or (len(lower) <= _SHORTEST_BY_ENDING and lower == word)
        if as_numeral and (roman := read_roman(lower)):
            return Entry(lower, self._letter({"ROMAN": 1}), {"ROMAN": roman})
        if (
            word[0] in "IVX"
            and (match := self._century.match(word))
            and (roman := read_roman(match[1].lower()))
        ):
            return Entry(lower, self._letter({"ROMAN": 1}), {"ROMAN": roman})
        return Entry(lower, self._capital if capital else self.other.letter, {})

    def name(self, entry: Entry) -> Entry:
        """The entry of a word with a capital that is a name, whatever its ending: "Ahmed", "Paris"."""
        return Entry(entry.word, self._capital, {})

    def _by_ending(self, word: str) -> str:
        """The class that a word's ending gives it, or ""."""
        if len(word) <= _SHORTEST_BY_ENDING:
            return ""
        return next((name for name, ends in self.suffixes.items() if word.endswith(ends)), "")

    def letters(self, *names: str) -> str:
        """The characters of all class sets that hold any of these classes."""
        return "".join({letter for name in names for letter in self._members.get(name, ())})

    # --- rules -------------------------------------------------------------------------------

    def _read_patterns(
        self, data: dict[str, Any]
    ) -> list[tuple[dict[str, Any], list[Piece], list[set[str]]]]:
        macros: dict[str, str] = data.get("macros", {})
        parsed = []
        names: set[str] = set()
        for rule in data.get("rule", []):
            name = rule.get("name", "")
            if not name or name in names:
                raise self._fault(f'"{name}"', f"a rule needs a name of its own, not {name!r}")
            names.add(name)
            if "kind" not in rule or "match" not in rule:
                raise self._fault(f'"{name}"', f"the rule {name!r} needs kind and match")
            if rule["kind"] not in KINDS:
                raise self._fault(f'"{name}"', f"the rule {name!r}: no kind {rule['kind']!r}")
            try:
                pieces = pieces_of(rule["match"], macros)
                contexts = [
                    classes_in(pieces_of(rule.get(key, ""), macros))
                    for key in ("after", "not_after", "before", "not_before")
                ]
            except PatternError as fault:
                raise self._fault(f'"{name}"', f"the rule {name!r}: {fault}") from fault
            parsed.append((rule, pieces, contexts))
        return parsed

    def _compile(
        self, order: int, rule: dict[str, Any], pieces: list[Piece], contexts: list[set[str]]
    ) -> Rule:
        after, not_after, before, not_before = (self.letters(*names) for names in contexts)
        start = "^|" if set(self.letters("BREAK")) & set(after) else ""  # the text's start breaks, too
        head = (f"(?:{start}(?<=[{after}]))" if after else "") + (f"(?<![{not_after}])" if not_after else "")
        tail = (f"(?=[{before}])" if before else "") + (f"(?![{not_before}])" if not_before else "")
        names = {piece.name for piece in pieces if piece.name}
        letters = {name: self.letters(name) for name in names}
        for name in names:
            if not letters[name]:
                raise self._fault(
                    f'"{rule["name"]}"', f"the rule {rule['name']!r} names {name!r}, which has no words"
                )
        try:
            regex, slots, extents = compile_pieces(pieces, letters, head, tail)
        except PatternError as fault:
            raise self._fault(f'"{rule["name"]}"', f"the rule {rule['name']!r}: {fault}") from fault
        known = {"name", "kind", "match", "after", "not_after", "before", "not_before"}
        fixed = {key: value for key, value in rule.items() if key not in known}
        return Rule(rule["name"], rule["kind"], regex, slots, extents, order, fixed)


def _cut(text: str) -> list[str]:
    """A phrase cut as the tokeniser cuts text: words, numbers and single signs."""
    out: list[str] = []
    for part in text.lower().split():
        word = ""
        for letter in part:
            if (
                letter.isalpha()
                or (letter.isdecimal() and word.isdecimal())
                or (letter.isdecimal() and not word)
            ):
                word += letter
            else:
                out += [word, letter]
                word = ""
        out.append(word)
    return [part for part in out if part]


def _unaccented(word: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter)
    )


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language (``fr``, ``fr-CA``), read once; English's for one that has no file."""
    code = language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()
    path = data_path("languages", code if code.isalpha() else "en", "dates.toml")
    if not path.is_file():
        path = data_path("languages", "en", "dates.toml")
    return Lexicon(path)
