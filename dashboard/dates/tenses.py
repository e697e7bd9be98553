"""Which tense the verb of a date has: what a date without a year, or a weekday, is chosen by.

The thread is such; what it asks of the text around a date stands in ``sentences``.
"""

from dashboard.dates.find import Atom
from dashboard.dates.focus import Focus
from dashboard.dates.sentences import REACH, Sentences
from dashboard.dates.vows import vowed

AUXILIARY_REACH = 4


class Tenses(Sentences):
    """The sentences of a text with the tense of each date's verb, as the story told there has it."""

    __slots__ = ()
    paragraph: int
    _tenses: dict[tuple[int, bool], str]

    @property
    def elsewhere(self) -> Focus | None:
        """The focus, where the text tells of another time than its publication's; else None."""
        raise NotImplementedError

    def tense(self, atom: Atom, *, told: bool = True) -> str:
        """The tense of the verb nearest to an expression in its sentence: past, future or "".

        A future told of in the past ("was due to") is past, but not where ``told`` is False.
        """
        if "tense_is" in atom.slots:
            return str(atom.slots["tense_is"])
        asked = atom.first, told
        if asked not in self._tenses:
            self._tenses[asked] = self._tense(atom, told=told)
        return self._tenses[asked]

    def _tense(self, atom: Atom, *, told: bool) -> str:
        first, end = self.sentence(atom)
        moved = self.elsewhere is None and self.tokens.follows(
            atom.first, self.lexicon.links.get("moved", ())
        )
        if moved and not self._among("PLUPERFECT", first, atom.first):
            return "future"
        letters = self.tokens.letters
        if self.elsewhere is None and vowed(self.tokens, self.lexicon, first, atom):
            return "future"
        best, tense = REACH + 1, ""
        if atom.first and letters[atom.first - 1] in self._letters["PPART"]:
            # "sera célébrée dimanche": the auxiliary before the participle has the say.
            auxiliary = max(first, atom.first - AUXILIARY_REACH)
            led = (i for i in range(auxiliary, atom.first - 1) if letters[i] in self._letters["FUTURE"])
            return "past" if all(self._came_true(first, i) for i in led) else "future"
        if self._after_participle(first, atom) or self._after_what_was(first, atom):
            return "past"
        if atom.first and self.tokens.follows(atom.first, self.lexicon.links.get("since", ())[:3]):
            return "past"
        end = self._end_of_quote(first, atom, end)
        for step, start in ((-1, atom.first), (1, atom.last)):
            index, away = start + step, 1 if step < 0 else 2
            while first <= index < end and away < best:
                if (
                    step > 0
                    and tense
                    and (self._opens_clause(index) or self._of_the_main_clause(index, atom))
                ):
                    break
                if found := self._tense_at(index, first, told=told):
                    best, tense = away, "past" if step > 0 and self._promised(index) else found
                    break
                away += 1
                index += step
        if not tense and atom.first - first <= 1:  # "En septembre, devant l'Assemblée générale, X a dit"
            later = (self._tense_at(index, first, told=told) for index in range(atom.last + 1 + REACH, end))
            tense = next((found for found in later if found), "")
        # "est ouvert jusqu'au 28 février"; the weekday of "est fermé jusqu'à jeudi" is the nearest one.
        if not self.looks_further_back(atom) and self.tokens.follows(
            atom.first, self.lexicon.links.get("until", ())
        ):
            return "future" if not tense or atom.kind == "date" else tense if tense == "future" else ""
        return tense

    def _tense_at(self, index: int, first: int, *, told: bool) -> str:
        """The tense that a token tells, or ""; ``first`` is where its sentence starts."""
        letters = self.tokens.letters
        if self._is_just_done(index):
            return "past"
        if letters[index] in self._letters["PAST"] or self._is_compound_past(index):
            if self._attributive(index):
                return ""
            # "will be held", but not "starts fell".
            finite = letters[index] in self._letters["FINITE"]
            to_be = index > first and not finite and letters[index - 1] in self._letters["FUTURE"]
            to_be = to_be and not self._narrated(index - 1)  # "let it be known", in a story
            return "future" if to_be else "past"
        if not told and letters[index] in self._letters["COMING"]:
            return "future" if self.elsewhere is None else ""
        if letters[index] not in self._letters["FUTURE"] or self._narrated(index):
            return ""
        if letters[index] in self._letters["WILL"]:
            return "future"  # "said that he will"
        if self._takes_noun(index):
            return "past"
        if told and self._came_true(first, index):
            return "past"
        if self.tokens.follows(index, self.lexicon.links.get("has_now", ())):
            return "future"  # "has promised to"
        # "was due to": a future seen from the past.
        return "past" if told and self._among("PAST", max(first, index - 2), index) else "future"

    def _takes_noun(self, index: int) -> bool:
        """Whether what looks like a verb of intent has a noun behind it: "agreed to the truce"."""
        links, entries = self.lexicon.links, self.tokens.entries
        marked = entries[index].word.endswith(
            tuple(f"ed {mark}" for mark in links.get("infinitive_marks", ()))
        )
        return marked and entries[index + 1].word in links.get("noun_openers", ())

    def _came_true(self, first: int, index: int) -> bool:
        """Whether a subjunctive stands behind a verb that is over: « il a fallu X pour qu'ils soient »."""
        wished = self.tokens.letters[index] in self._letters["WISHED"]
        told = range(first, index)
        past = self._among("PAST", first, index) or any(self._is_compound_past(at) for at in told)
        return wished and past

    def _narrated(self, index: int) -> bool:
        """Whether a present that could be of what is scheduled goes on with a story of another year."""
        story = self.elsewhere
        near = story is not None and self.paragraph - story.paragraph <= 1
        return near and self.tokens.letters[index] in self._letters["SCHEDULED"]

    def opens_a_past(self, atom: Atom) -> bool:
        """Whether the first verb behind a date that opens its sentence is over: "Le 6 mai, il a signé"."""
        first, end = self.sentence(atom)
        led = self.tokens.entries[first].word in self.lexicon.links.get("openers", ())
        if atom.first - first > led:  # "The Nov. 21 meeting was put off"
            return False
        over = self._letters["PAST"] | self._letters["HAS"]
        for index in range(atom.last + 1, end):
            if tense := self._tense_at(index, first, told=False):
                return tense == "past" and self.tokens.letters[index] in over
        return False
