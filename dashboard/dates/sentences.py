"""What the words of a sentence tell around an expression: where clauses begin, which verbs stand there.

``thread`` builds on it: nothing here knows of the dates read before.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache

from dashboard.dates.find import Atom
from dashboard.dates.lexicon import Lexicon
from dashboard.dates.tokens import Tokens

_CLASSES = (
    "PAST",
    "WISHED",
    "FUTURE",
    "AUX",
    "PPART",
    "PLUPERFECT",
    "FINITE",
    "WILL",
    "HAS",
    "COMING",
    "SCHEDULED",
)
_TOGETHER = {"acting": ("AUX", "PAST", "FINITE"), "telling": ("FUTURE", "AUX", "PAST")}
"""Classes that are asked for together, and under which name."""
REACH = 16
"""How far from an expression its verb is looked for."""
_CLOSE = 6
_OPENING = 2
_LONGEST = 60
"""How far a sentence is read on either side of an expression."""


@cache
def _letters(lexicon: Lexicon) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """The letters of the classes that tell tenses, and those that end a sentence."""
    tenses = {name: frozenset(lexicon.letters(name)) for name in _CLASSES}
    tenses |= {name: frozenset(lexicon.letters(*classes)) for name, classes in _TOGETHER.items()}
    return tenses, frozenset(lexicon.letters("STOP", "BREAK"))


@dataclass(slots=True)
class Sentences:
    """The words of a text, asked for the sentence and the verbs around an expression."""

    tokens: Tokens
    lexicon: Lexicon
    _letters: dict[str, frozenset[str]] = field(init=False)
    _asides: frozenset[str] = field(init=False)
    _clauses: frozenset[str] = field(init=False)
    _held: frozenset[str] = field(init=False)
    _told: tuple[str, ...] = field(init=False)
    _relatives: frozenset[str] = field(init=False)
    _clitics: frozenset[str] = field(init=False)
    _adverbs: frozenset[str] = field(init=False)
    _after: frozenset[str] = field(init=False)
    _noun_openers: frozenset[str] = field(init=False)
    _just_done: frozenset[str] = field(init=False)
    _stops: list[int] = field(init=False)
    _asked: dict[tuple[int, int], tuple[int, int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._asides = frozenset(self.lexicon.links.get("asides", ()))
        self._clauses = frozenset(self.lexicon.links.get("clauses", ()))
        self._held = frozenset(self.lexicon.links.get("held", ()))
        self._told = tuple(self.lexicon.suffixes.get("PAST", ()))
        self._relatives = frozenset(self.lexicon.links.get("relatives", ()))
        self._adverbs = frozenset(self.lexicon.links.get("adverbs", ()))
        self._after = frozenset(self.lexicon.links.get("after", ()))
        self._noun_openers = frozenset(self.lexicon.links.get("noun_openers", ()))
        self._just_done = frozenset(self.lexicon.links.get("just_done", ()))
        self._clitics = frozenset(self.lexicon.links.get("clitics", ()))
        self._letters, stops = _letters(self.lexicon)
        self._stops = [index for index, letter in enumerate(self.tokens.letters) if letter in stops]

    def sentence(self, atom: Atom) -> tuple[int, int]:
        """The first and the last token (exclusive) of the sentence that an expression stands in."""
        key = (atom.first, atom.last)
        if (known := self._asked.get(key)) is not None:
            return known
        stops, end = self._stops, atom.last + 1
        before = bisect_left(stops, atom.first)
        behind = bisect_left(stops, end, before)
        first = stops[before - 1] + 1 if before else 0
        last = stops[behind] if behind < len(stops) else len(self.tokens.letters)
        found = self._asked[key] = max(first, atom.first - _LONGEST), min(last, end + _LONGEST)
        return found

    def _is_finite(self, index: int) -> bool:
        """Whether a verb that cannot open a clause without its subject stands here."""
        letters, names = self.tokens.letters, ("AUX", "FINITE", "PLUPERFECT", "WILL", "FUTURE", "HAS")
        return any(letters[index] in self._letters[name] for name in names)

    def within_the_subject(self, atom: Atom) -> bool:
        """Whether the main verb only follows a date: "A line cut in February 2016 was restored".

        The date stands right before the verb, or in a participle or relative clause that commas enclose.
        """
        (first, end), entries = self.sentence(atom), self.tokens.entries
        after = atom.last + 1
        if atom.first - first <= 1 or after >= end:
            return False
        if entries[after].word != ",":
            return self._is_finite(after)
        before = range(atom.first - 1, max(first, atom.first - REACH), -1)
        clause = next((index + 1 for index in before if entries[index].word == ","), None)
        after += 1
        if clause is None:
            return after < end and self._is_finite(after)
        if not self._hangs_on_a_noun(clause, atom.first):
            return False  # "A second attempt, on 22 August 2019, came to nothing"
        while after < end and entries[after].word in self._clitics:
            after += 1
        past = after < end and self.tokens.letters[after] in self._letters["PAST"]
        return past or (after < end and self._is_finite(after))

    def _hangs_on_a_noun(self, clause: int, end: int) -> bool:
        """Whether a clause opens with a participle or a relative (", cut in", ", to which it agreed in")."""
        while clause < end and self.tokens.entries[clause].word in self._adverbs:
            clause += 1  # ", first adopted in"
        opening = self.tokens.entries[clause : min(clause + _OPENING, end)]
        participle = self.tokens.letters[clause] in self._letters["PPART"] | self._letters["PAST"]
        return participle or any(entry.word in self._relatives for entry in opening)

    def told_loosely(self, first: int, end: int) -> bool:
        """Whether these tokens hold a relative clause that says nothing of what came first: "who left in"."""
        words = (i for i in range(end - 1, max(first, end - 2 * REACH) - 1, -1))
        opens = next((i for i in words if self.tokens.entries[i].word in self._relatives), None)
        return opens is not None and not self.pluperfect(opens, end)

    def told_apart(self, atom: Atom) -> bool:
        """Whether a date is in a relative clause, or hangs on a participle: "the text, signed there in"."""
        first, letters = self.sentence(atom)[0], self.tokens.letters
        finite = self._letters["acting"]
        told, last = False, atom.first
        for index in range(atom.first - 1, max(first, atom.first - REACH) - 1, -1):
            word = self.tokens.entries[index].word
            if word in self._relatives:
                return True
            if word in self._clauses:
                return False
            if letters[index] in finite:
                if told and last - index > _OPENING:
                    return False  # another clause's verb
                told, last = True, index
            if letters[index] in self._letters["PPART"] and not told:
                told = any(letters[i] in finite for i in range(max(first, index - _OPENING), index))
                last = index
                if not told:
                    return index > first  # « Négocié à Oslo en 1997, le texte fut signé »
        return False

    def _promised(self, index: int) -> bool:
        """Whether a past verb stands here that leads to what is to come: "On Sunday they agreed to meet"."""
        verb, _, rest = self.tokens.entries[index].word.partition(" ")
        return bool(rest) and verb.endswith(self._told)

    def _of_the_main_clause(self, index: int, atom: Atom) -> bool:
        """Whether a verb right after a date is not the date's: "those who came in May | are to leave"."""
        if index != atom.last + 1 or not self._is_finite(index):
            return False
        first = max(self.sentence(atom)[0], atom.first - REACH)
        return any(self.tokens.entries[i].word in self._held for i in range(first, atom.first - 1))

    def _opens_clause(self, index: int) -> bool:
        """Whether a word begins another clause: "told him on Tuesday | that France would veto it"."""
        word = self.tokens.entries[index].word
        return word in self._clauses or word in self._held

    def _after_participle(self, first: int, atom: Atom) -> bool:
        """Whether the clause opens with a participle and has no verb yet: "Blessé à la cuisse jeudi, il"."""
        letters = self.tokens.letters
        start = max(first, atom.first - REACH)
        finite = self._letters["telling"]
        for index in range(atom.first - 1, start - 1, -1):
            if self.tokens.entries[index].word == ",":
                start = index + 1
                break
            if letters[index] in finite:
                return False
        return start < atom.first and letters[start] in self._letters["PPART"]

    def quoted(self, first: int, index: int) -> bool:
        """Whether a token stands in a quotation that its sentence, from ``first``, has opened."""
        words = [entry.word for entry in self.tokens.entries[first:index]]
        opened = 0
        for word in words:
            opened = opened + 1 if word in "«“" else max(0, opened - 1) if word in "»”" else opened
        return opened > 0 or words.count('"') % 2 == 1

    def _end_of_quote(self, first: int, atom: Atom, end: int) -> int:
        """Where the quotation of a date ends, before the verb that says who spoke; else ``end``."""
        if not self.quoted(first, atom.first):
            return end
        entries = self.tokens.entries
        return next((i for i in range(atom.first, end) if entries[i].word in '"»”'), end)

    def _after_what_was(self, first: int, atom: Atom) -> bool:
        """Whether a date is of what went before a past: "agreed to help after talks in Oslo on Sunday"."""
        told = (
            self._letters["PAST"] | self._letters["FUTURE"] | self._letters["AUX"] | self._letters["FINITE"]
        )
        letters, entries, after = self.tokens.letters, self.tokens.entries, -1
        for index in range(atom.first - 1, max(first, atom.first - 2 * REACH) - 1, -1):
            if after < 0 and entries[index].word in self._after:
                after = index
            elif entries[index].word == ";" or (after < 0 and entries[index].word in self._clauses - {"and"}):
                return False
            elif letters[index] in told:
                past = (
                    letters[index] in self._letters["PAST"] and letters[index] not in self._letters["FUTURE"]
                )
                return after >= 0 and (past or self._promised(index))
        return False

    def _is_compound_past(self, index: int) -> bool:
        """Whether an auxiliary stands here with a participle close after it ("a été", "ont décidé")."""
        auxiliary = self.tokens.letters[index] in self._letters["AUX"]
        return auxiliary and self._among("PPART", index + 1, index + 4)

    def _attributive(self, index: int) -> bool:
        """Whether a participle stands within a noun phrase: "in closed consultations"."""
        entries = self.tokens.entries
        if not index or entries[index - 1].word not in self._noun_openers or index + 1 >= len(entries):
            return False
        following = entries[index + 1].word
        return following.isalpha() and following not in self._noun_openers and following not in self._clauses

    def _is_just_done(self, index: int) -> bool:
        """Whether a verb tells what has just been done: « vient [, il est vrai,] de bannir »."""
        entries = self.tokens.entries
        if entries[index].word not in self._just_done:
            return False
        links, endings = self.lexicon.links.get("vow_links", ()), self.lexicon.links["infinitive_endings"]
        ahead = range(index + 1, min(index + _CLOSE + 2, len(entries) - 1))
        of = next((i for i in ahead if entries[i].word in links), None)
        return of is not None and any(one.word.endswith(tuple(endings)) for one in entries[of + 1 : of + 3])

    def due_then(self, first: int, end: int) -> bool:
        """Whether these tokens tell of what was still to come: "that they would go"."""
        links = self.lexicon.links
        words, endings = links.get("due_then", ()), tuple(links.get("due_endings", ()))
        told = range(max(first, end - REACH), end)
        would = (i for i in told if self.tokens.letters[i] in self._letters["FUTURE"])
        seen = any(self.tokens.entries[i].word.endswith(endings) for i in would) if endings else False
        return seen or any(self.tokens.entries[i].word in words for i in told)

    def perfect(self, atom: Atom) -> bool:
        """Whether the sentence of a date tells in a compound past: « a signé », and not « signa »."""
        first, end = self.sentence(atom)
        return self._among("AUX", first, end) and any(map(self._is_compound_past, range(first, end)))

    def _among(self, name: str, first: int, end: int) -> bool:
        """Whether a word of a class stands among these tokens."""
        return not self._letters[name].isdisjoint(self.tokens.letters[first:end])

    def looks_further_back(self, atom: Atom) -> bool:
        """Whether a pluperfect stands close before an expression: "had opened on 18 January".

        In a relative clause it may stand farther: "A, who had come to the house of B on 3 May, left".
        """
        first = max(self.sentence(atom)[0], atom.first - REACH)
        for index in range(atom.first - 1, first - 1, -1):
            word = self.tokens.entries[index].word
            if word in self._relatives and index < atom.first - _CLOSE:
                return self.pluperfect(index, atom.first)
            if word in self._clauses:
                break
        return self.pluperfect(max(first, atom.first - _CLOSE), atom.first)

    def still_had(self, atom: Atom) -> bool:
        """Whether a verb goes on with a pluperfect before it: "had halted it in 2007 and left it in 2015"."""
        first, letters = self.sentence(atom)[0], self.tokens.letters
        verbs = self._letters["PAST"] | self._letters["PPART"]
        last = next((i for i in range(atom.first - 1, first, -1) if letters[i] in verbs), first)
        if last <= first or self.tokens.entries[last - 1].word not in self._clauses:
            return False
        return self.pluperfect(first, last)

    def pluperfect(self, first: int, end: int) -> bool:
        """Whether a pluperfect's auxiliary stands among these tokens."""
        return self._among("PLUPERFECT", first, end)

    def told_since(self, first: int, end: int) -> bool:
        """Whether a new clause begins among these tokens and tells of the past, not in the pluperfect."""
        words = (index + 1 for index in range(first, end) if self.tokens.entries[index].word in self._clauses)
        begins = next(words, end)
        compound = any(self._is_compound_past(index) for index in range(begins, end))
        return (compound or self._among("PAST", begins, end)) and not self.pluperfect(begins, end)
