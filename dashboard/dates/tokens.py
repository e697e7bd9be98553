"""Text cut into tokens, each with the set of word classes it may have; ``find`` matches rules on them.

One pass of one linear regular expression; number words, ordinals ("3rd", "1er") and decades ("70s")
are joined here, so that rules see one token.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.dates.lexicon import Entry, Lexicon
from dashboard.dates.numbers import read_number

_TOKEN = re.compile(
    r" ?+(?:"  # the blank before a token is passed over at once
    r"(?P<v>[^\W\d_]++(?![.:]))"  # nearly every word
    r"|(?P<u>(?:https?://|www\.)\S+)"
    r"|(?P<i>(?<![\w.])[A-Z]\.(?=\s[A-Z]))"
    r"|(?P<w>[^\W\d_]+)"
    r"|(?P<d>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|(?<!\d[-/.])\d{1,4}(?P<s>[-/.])\d{1,2}(?P=s)\d{1,4}(?![-/]?\d))"
    r"|(?P<n>(?:\d{1,3}(?:[  .,]\d{3})+(?!\d)(?:[.,]\d+(?!\d))?)|\d+[.,]\d+|\d+)"
    r"|(?P<b>\n[^\S\n]*\n\s*|(?<=[.!?»'\"])\n[ \t]{2,}(?=\S))|(?P<p>[^\w\s]|_))"
)
_DATE = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$")
_DOTTED_CLOCK = re.compile(r"([01]?\d|2[0-4])\.([0-5]\d)$")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?$")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$")
_QUOTES = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-"}
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LONGEST_NUMBER = 9
_LONGEST_MET = 32
_MOST_MET = 50_000
_LOOK_BACK = 5
_TENS = frozenset(range(20, 100, 10))
_ROUND = frozenset({100, 1000})


@dataclass(slots=True)
class Tokens:
    """A text's tokens: parallel lists of starts, ends and entries, and their classes as a string."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    letters: str = ""
    _before: dict[int, str] = field(default_factory=dict)

    def follows(self, index: int, phrases: tuple[str, ...]) -> str:
        """The phrase of a list that stands right before a token, or ""; phrases are words and spaces."""
        before = self._before.get(index)
        if before is None:
            near = self.entries[max(0, index - _LOOK_BACK) : index]
            before = self._before[index] = " ".join(["", *[entry.word for entry in near]])
        for phrase in phrases if before.endswith(phrases) else ():
            if before.endswith(phrase) and before[-len(phrase) - 1] == " ":
                return phrase
        return ""

    def value(self, index: int, name: str) -> Any:
        """The value that a token has as a member of a class."""
        return self.entries[index].values.get(name)


def number_entry(text: str, lexicon: Lexicon) -> Entry:
    """The classes of a token in digits: a count, a day, an hour, a year, as its value allows."""
    plain = re.sub(r"[\s  ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        plain = re.sub(r"[.,]", "", plain)
    if not plain.isdecimal():
        try:
            read: dict[str, Any] = {"DECIMAL": float(plain.replace(",", "."))}
            if clock := _DOTTED_CLOCK.match(plain):
                read["DOTCLOCK"] = (int(clock[1]), int(clock[2]))
            return lexicon.entry(read)
        except ValueError:
            return lexicon.other
    if len(plain) > _LONGEST_NUMBER:
        return lexicon.other
    value = int(plain)
    values: dict[str, Any] = {"N": value, "INT": value}
    if plain != text:
        return lexicon.entry(values)
    if plain in lexicon.digits:
        values["=" + plain] = 1
    size = len(plain)
    if size <= 2:
        values["DIGITS2" if size == 2 else "DIGITS1"] = value
        if 1 <= value <= 31:
            values["DAY"] = value
        if 1 <= value <= 12:
            values["MONTHNUM"] = value
        if value <= 24:
            values["HOUR"] = value
        if value > 31:
            values["YY"] = value
        if size == 2 and value <= 59:
            values["MINUTE"] = value
    elif size == 3:
        values["YEAR3"] = value
    elif size == 4:
        if 1000 <= value <= 2199:
            values["YEAR" if 1400 <= value <= 2099 else "OLDYEAR"] = value
        if value // 100 <= 24 and value % 100 <= 59:
            values["HHMM"] = (value // 100, value % 100)
            if plain[0] == "0":
                values["HHMM0"] = values["HHMM"]
    return lexicon.entry(values, plain)


def written_entry(text: str, lexicon: Lexicon) -> Entry:
    """The class of a numeric date or clock ("03/03/2017", "14:30"); other where it is neither."""
    if match := _CLOCK.match(text):
        hour, minute = int(match[1]), int(match[2])
        if hour <= 24 and minute <= 59:
            return lexicon.entry({"CLOCK": (hour, minute)})
        return lexicon.other
    if match := _STAMP.match(text):
        return lexicon.entry({"STAMP": f"{match[1]}T{match[2]}"})
    if match := _DATE.match(text):
        return lexicon.entry({"NUMDATE": (match[1], match[3], match[4], match[2])})
    return lexicon.other


def tokenise(text: str, lexicon: Lexicon, spans: Sequence[tuple[int, int]]) -> Tokens:
    """The tokens of the spans of a text, a break after each span."""
    tokens = Tokens()
    for start, end in spans:
        _read_span(text, (start, end), lexicon, tokens)
        tokens.starts.append(end)
        tokens.ends.append(end)
        tokens.entries.append(lexicon.break_)
    tokens = _join(tokens, lexicon)
    _tell_names(tokens, lexicon)
    tokens.letters = "".join([entry.letter for entry in tokens.entries])
    return tokens


def _tell_names(tokens: Tokens, lexicon: Lexicon) -> None:
    """Nothing; words with a capital that open no sentence are names, not verbs by their ending: "Ahmed"."""
    entries = tokens.entries
    for index in [at for at, entry in enumerate(entries) if entry.guessed]:
        before = entries[index - 1] if index else lexicon.break_
        if before is not lexicon.break_ and before.word not in _OPENS:
            entries[index] = lexicon.name(entries[index])


_OPENS = frozenset({".", "!", "?", "…", ":", ";", "«", "“", "”", '"', "(", "[", "-", "–", "—", "•", "*", "'"})
"""The signs behind which a word has a capital though it is no name."""


def _read_span(text: str, span: tuple[int, int], lexicon: Lexicon, tokens: Tokens) -> None:
    starts, ends, entries = tokens.starts.append, tokens.ends.append, tokens.entries.append
    met, skip = lexicon.met, lexicon.skip
    for match in _TOKEN.finditer(text, *span):
        word = match[match.lastindex or 0]
        entry = met.get(word)
        if entry is None:
            entry = _entry_of(word, match.lastgroup, lexicon)
            if len(word) <= _LONGEST_MET:
                if len(met) >= _MOST_MET:
                    met.clear()
                met[word] = entry
        if entry is not skip:
            first, end = match.span(match.lastindex or 0)
            starts(first)
            ends(end)
            entries(entry)


def _entry_of(word: str, kind: str | None, lexicon: Lexicon) -> Entry:
    """The entry of a token; its kind is the group of the pattern that took it."""
    if kind in {"v", "w"}:
        return lexicon.look_up(word)
    if kind == "n":
        return number_entry(word, lexicon)
    if kind in {"d", "s"}:
        return written_entry(word, lexicon)
    if kind == "i":
        title = lexicon.look_up(word[:-1])  # "M. Mars" is titled, "J. Mars" has an initial
        return title if "TITLE" in title.values else lexicon.other
    if kind == "u":
        return lexicon.other
    if kind == "b":
        return lexicon.break_
    sign = word.translate(_QUOTES)
    return lexicon.skip if sign in _INVISIBLE else lexicon.look_up(sign)


def _join(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """The tokens with phrases, ordinals, abbreviations' dots and number words joined into one."""
    out = Tokens()
    starts, ends, entries = tokens.starts, tokens.ends, tokens.entries
    done = 0
    for index in [at for at, entry in enumerate(entries) if entry.joins]:
        if index < done:
            continue
        entry, last = _joined(tokens, index, lexicon)
        if last == index and entry is entries[index]:
            continue
        out.starts += starts[done : index + 1]
        out.ends += ends[done:index]
        out.entries += entries[done:index]
        out.ends.append(ends[last])
        out.entries.append(entry)
        done = last + 1
    out.starts += starts[done:]
    out.ends += ends[done:]
    out.entries += entries[done:]
    return out


def _joined(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Entry, int]:
    """The entry that starts at a token, and the last token it takes in; a break ends every text."""
    entries = tokens.entries
    entry, following = entries[index], entries[index + 1]
    for phrase, whole in lexicon.phrases.get(entry.word, {}).get(following.word, ()):
        last = index + len(phrase)
        if tuple([one.word for one in entries[index + 1 : last + 1]]) == phrase:
            return _number_goes_on(tokens, whole, last, lexicon)
    touching = tokens.starts[index + 1] == tokens.ends[index]
    if touching and "INT" in entry.values and (joined := _with_suffix(tokens, index, lexicon)) is not None:
        return joined
    if touching and entry.dotted and following.word == ".":
        return entry, index + 1
    if "NUMWORD" not in entry.values:
        return entry, index
    if _is_compound_ordinal(entry, following):
        # "twenty third", as speech is written down.
        return lexicon.ordinal(entry.values["NUMWORD"] + following.values["ORD"]), index + 1
    if "NUMWORD" in following.values or following.word in lexicon.number_glue:
        run = entries[index : index + 12]
        values = [one.values.get("NUMWORD") for one in run]
        read = read_number(values, lexicon.number_glue, [one.word for one in run])
        if read is not None and read[1] > 1:
            return lexicon.number(read[0]), index + read[1] - 1
    return entry, index


def _number_goes_on(tokens: Tokens, whole: Entry, last: int, lexicon: Lexicon) -> tuple[Entry, int]:
    """A phrase and its last token; a number takes in the words that go on: "a hundred and ten"."""
    if whole.values.get("N", 0) not in _ROUND:
        return whole, last
    run = [whole, *tokens.entries[last + 1 : last + 12]]
    values = [whole.values["N"], *[one.values.get("NUMWORD") for one in run[1:]]]
    read = read_number(values, lexicon.number_glue, [one.word for one in run])
    if read is None or read[1] == 1:
        return whole, last
    return lexicon.number(read[0]), last + read[1] - 1


def _with_suffix(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Entry, int] | None:
    """The ordinal or decade that digits make with what touches them: "3rd", "70s", "1990's"."""
    entries, values = tokens.entries, tokens.entries[index].values
    number, suffix = values["INT"], entries[index + 1].word
    if suffix in lexicon.ordinal_suffixes and number < 100:
        return lexicon.ordinal(number), index + 1
    if "YEAR" not in values and "DIGITS2" not in values:
        return None
    if suffix in lexicon.decade_suffixes:
        return lexicon.entry({"DECADE": number}), index + 1
    touching = index + 2 < len(entries) and tokens.starts[index + 2] == tokens.ends[index + 1]
    decade = number % 10 == 0  # "1990's", but "2012's floods"
    if suffix == "'" and touching and decade and entries[index + 2].word in lexicon.decade_suffixes:
        return lexicon.entry({"DECADE": number}), index + 2
    return None


def _is_compound_ordinal(tens: Entry, ones: Entry) -> bool:
    return tens.values["NUMWORD"] in _TENS and 1 <= ones.values.get("ORD", 0) <= 9
