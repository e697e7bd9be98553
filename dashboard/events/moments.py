"""Times that only hours part from a day told before: "Hours later X resigned", "within the hour".

Called by scenes. The day is that of the last act told, in the sentence or before it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.dates import reasons
from dashboard.events.attachment import Attachment
from dashboard.events.lexicon import Lexicon
from dashboard.events.parsed import Parsed
from dashboard.events.sentences import Sentence
from dashboard.model import Granularity, TimeExpression, When

_NEXT = 3
"""How many characters may stand between the sentence that tells the day and the next."""
_BESIDE = 3
"""How many words may stand between such a phrase and a date that says the day itself."""
_SURE = 0.7
_MIDNIGHT = ("T24:00", "T00:00")
"""How the hour ends that is of the day before as well as of the next."""


class Moments:
    """The day of the act told last, while the sentences of an article are read in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.day: When | None = None
        self.end = 0

    def told_in(
        self, sentence: Sentence, dates: Sequence[TimeExpression], words: Lexicon
    ) -> list[TimeExpression]:
        """The dates of a sentence with its phrases of this kind as dates, in order."""
        said = sentence.words
        if words.soon.keys().isdisjoint(said):
            return list(dates)
        made = list(dates)
        for first, last in _phrases(sentence, words):
            if dates and " ".join(said[first:last]) in words.cues["soon_before_verbs"]:
                continue
            start, end = sentence.starts[first], sentence.ends[last - 1]
            spans = [sentence.span(one.start, one.end) for one in dates]
            spans = [one for one in spans if not first <= one[0] < one[1] <= last]  # « peu avant [minuit] »
            near = (sentence.words[min(b, last) : max(a, first)] for a, b in spans)
            parting = words.cues["coordinators"] | {";"}
            apposed = any(len(between) <= _BESIDE and parting.isdisjoint(between) for between in near)
            if apposed and "participle" not in words.tenses.get("".join(said[last : last + 1]), ()):
                continue  # but « adopté le 3 mai, aussitôt promulgué »
            if not words.cues["of_words"].isdisjoint(sentence.words[last : last + 1]):
                continue  # "within hours of the ceremony"
            if not words.cues["after_that"].isdisjoint(sentence.words[last : last + 1]):
                continue  # « quelques heures après que »
            day = self._day(sentence, (first, last), dates, words)
            if day is not None:
                text = self.text[start:end]
                made = [one for one in made if not start <= one.start < one.end <= end]
                made.append(TimeExpression(text, start, end, "TIME", when=day, confidence=_SURE))
        return sorted(made, key=lambda one: one.start)

    def _day(
        self, sentence: Sentence, span: tuple[int, int], dates: Sequence[TimeExpression], words: Lexicon
    ) -> When | None:
        """The day that a phrase counts from: a date before it, where it opens a clause, or the last act."""
        first, last = span
        before = [one for one in dates if one.end <= sentence.starts[first] and one.when is not None]
        if before:
            told = sentence.words[sentence.span(before[-1].start, before[-1].end)[1] : first]
            beside = _leads(sentence, first, words) or _goes_on(told, words, alone=last - first == 1)
            day = None if before[-1].timex_value.endswith(_MIDNIGHT) else before[-1].when
            return _the_day(day) if beside and day is not None else None
        if not _leads(sentence, first, words) and not words.cues["and_then"].isdisjoint(
            sentence.words[:first]
        ):
            return None  # « ont été capturés, puis reconduits quelques heures plus tard »
        beside = self.day is not None and sentence.start - self.end <= _NEXT
        return _the_day(self.day) if beside and self.day is not None else None

    def go_on(self, parsed: Parsed, attached: Sequence[Attachment]) -> None:
        """Nothing; the day of the last act that a sentence tells is kept."""
        openers = ("", "coord", "beside")
        told = [one for one in attached if parsed.parse.clauses[one.trigger.clause].opener in openers]
        if not any(clause.finite for clause in parsed.parse.clauses if clause.opener in openers):
            told = list(attached)  # "Because X expelled Y on 3 May."
        last = max(told, key=lambda one: one.trigger.head, default=None)
        self.day, self.end = last.expression.when if last else None, parsed.sentence.end


def _phrases(sentence: Sentence, words: Lexicon) -> list[tuple[int, int]]:
    """Where such phrases stand, as tokens: first, and one past the last."""
    found = []
    for at, word in enumerate(sentence.words):
        for form in words.soon.get(word, ()):
            in_front = " ".join(form) in words.cues["soon_in_front"]
            fits = sentence.words[at : at + len(form)] == form and not _too_far(sentence, at, words)
            if " ".join(form) in words.cues["soon_before_verbs"]:  # "It also froze": no "also without"
                fits = fits and "past" in words.tenses.get("".join(sentence.words[at + 1 : at + 2]), ())
            if fits and (not in_front or _leads(sentence, at, words)):
                found.append((at, at + len(form)))
                break
    return found


def _too_far(sentence: Sentence, at: int, words: Lexicon) -> bool:
    """Whether so many hours are counted that another day has come: "thirty-six hours later"."""
    return at > 0 and " ".join(sentence.words[at - 1 : at + 1]) in words.cues["many_hours"]


def _leads(sentence: Sentence, first: int, words: Lexicon) -> bool:
    """Whether nothing but marks and conjunctions stand before a token in its part, or an own subject."""
    links, known = words.cues["coordinators"], words.cues["known_by"]
    joined = next((i for i in range(first - 1, 0, -1) if sentence.words[i] in links), None)
    if joined is not None and joined + 1 < first and sentence.words[joined - 1] == ",":
        return sentence.capitals[joined + 1] or sentence.words[joined + 1] in known
    at = first - 1
    while at >= 0 and (sentence.words[at] in words.cues["coordinators"] or sentence.words[at] == ","):
        at -= 1
    return at < 0 or at < first - 1 or sentence.words[at] in (";", ":", "–", "—")


def _goes_on(told: Sequence[str], words: Lexicon, *, alone: bool) -> bool:
    """Whether another clause has begun behind a date: « ; B rouvre aussitôt », « , et B rouvre aussitôt ».

    A word ``alone`` is that of the verb beside it.
    """
    links = words.cues["coordinators"]
    return ";" in told or (alone and any(word == "," and other in links for word, other in pairwise(told)))


def _the_day(when: When) -> When | None:
    """The day of a date, or None of anything longer."""
    if when.earliest is None or when.latest is None or not when.granularity.to_the_day:
        return None
    return replace(
        when, edtf=when.earliest.isoformat(), latest=when.earliest, granularity=Granularity.DAY,
        reason=reasons.COUNTED_THREAD,
    )  # fmt: skip


def hour_in_speech(parsed: Parsed, date: TimeExpression) -> bool:
    """Whether an hour is told in a quotation, of a day that its speaker need not have named."""
    hour = date.timex_type == "TIME" and _HOUR in date.rule
    return hour and parsed.sentence.in_speech(parsed.sentence.first_at(date.start))


_HOUR = "clock"
"""What the rules of hours without a day are called by."""
