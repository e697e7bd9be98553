"""Sentences with their dates attached and their mentions at hand. Called by reading."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as day

from dashboard.dates import edtf
from dashboard.events.apposed_dates import apposed
from dashboard.events.attachment import Attachment, again, attach
from dashboard.events.deadlines import datable
from dashboard.events.entries import Entry, Setting, labelled
from dashboard.events.lending import coordinated, counted, from_the_day, the_day_after
from dashboard.events.lexicon import Lexicon, lexicon
from dashboard.events.moments import Moments, hour_in_speech
from dashboard.events.parsed import Parsed, read_sentence
from dashboard.events.sentences import Sentence, sentences
from dashboard.events.sharing import (
    beside_told,
    by_the_main,
    in_turn,
    meanwhile_told,
    said_there,
    told_before,
)
from dashboard.events.status import cue, not_until
from dashboard.events.ties import Seen, dateline, seen_in
from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    BlockKind,
    Evidence,
    Granularity,
    Mention,
    Place,
    TimeExpression,
    TimexRole,
    When,
)

_LEAD = 5
"""How far before a date the "since" may stand that leads to it."""
_FINE = frozenset({Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH})


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of one sentence while its events are read."""

    article: Article
    parsed: Parsed
    attached: list[Attachment]
    loose: list[TimeExpression]
    people: list[Seen]
    spots: list[Seen]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]

    @property
    def spoken_for(self) -> set[int]:
        """The heads of the triggers that have a date; their list grows while the scene is read."""
        return {one.trigger.head for one in self.attached}

    def quote(self, expression: TimeExpression | None, rule: str) -> Evidence:
        """The sentence as what tells an event, with what dates it and the rule that found it."""
        start, end = self.parsed.sentence.start, self.parsed.sentence.end
        return Evidence(self.article.id, self.article.text[start:end], start, end, expression, rule)


@dataclass(frozen=True, slots=True)
class Undated:
    """A sentence without a date that names two; what it tells is asked only where something is told again."""

    article: Article
    sentence: Sentence
    words: Lexicon
    people: list[Seen]
    spots: list[Seen]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]

    def scene(self) -> Scene:
        """The sentence with its clauses and triggers."""
        named = _names(self.sentence, self.people, self.actors, self.words)
        parsed = read_sentence(self.sentence, self.words, named=named)
        return Scene(self.article, parsed, [], [], self.people, self.spots, self.actors, self.places)


def scenes(
    article: Article,
    expressions: Sequence[TimeExpression],
    actors: tuple[Mapping[str, Actor], Sequence[Mention]],
    places: tuple[Mapping[str, Place], Sequence[Mention]],
) -> tuple[list[Scene], list[Undated]]:
    """The sentences of an article that may tell something, with their dates attached and their mentions.

    Those without a date that names two at most echo what another tells; of others only the lead is asked.
    """
    words = lexicon(article.language)
    dates = datable(expressions, article.published)
    measures = sorted((e for e in expressions if e.timex_type == "DURATION"), key=lambda e: e.start)
    people = sorted(actors[1], key=lambda m: m.start)
    spots = sorted(places[1], key=lambda m: m.start)
    dated, named, placed = ([one.start for one in items] for items in (dates, people, spots))
    measured = [one.start for one in measures]
    found, undated = [], []
    told, heads, sections = labelled(sentences(article, words), [(one.start, one.end) for one in dates])
    lead = next((sentence for sentence in told if sentence.kind is BlockKind.BODY), None)
    text = article.text
    entry, setting, moments = Entry(text, heads, sections), Setting(text), Moments(text)
    for before, sentence in zip(((), *(one.words for one in told)), told, strict=False):
        near = people[bisect_left(named, sentence.start) : bisect_left(named, sentence.end)]
        here = [
            date
            for date in dates[bisect_left(dated, sentence.start) : bisect_left(dated, sentence.end)]
            if date.end <= sentence.end and sentence.first_at(date.end - 1) >= dateline(sentence)
            and not _within(date, near)
        ]  # fmt: skip
        here = moments.told_in(sentence, here, words)
        where = spots[bisect_left(placed, sentence.start) : bisect_left(placed, sentence.end)]
        idle = not here and sentence is not lead
        if idle and not (entry.may_go_on(sentence) or setting.may_go_on(sentence)):
            may_echo = len(near) > 1 and sentence.kind is not BlockKind.CAPTION
            if may_echo and len(seen := seen_in(sentence, near)) > 1:
                placed_in = seen_in(sentence, where)
                undated.append(Undated(article, sentence, words, seen, placed_in, actors[0], places[0]))
            continue
        seen = seen_in(sentence, near)
        days = frozenset(i for date in here for i in range(*sentence.span(date.start, date.end)))
        called = _names(sentence, seen, actors[0], words)
        parsed = read_sentence(sentence, words, days, called, before)
        here = _datable(parsed, here, article)
        attached = _without_label(parsed, _attached(parsed, article, here))
        attached = by_the_main(parsed, attached)
        attached += again(parsed, attached, here)
        attached += coordinated(parsed, attached, here, seen)
        attached += meanwhile_told(parsed, attached, here)
        attached += beside_told(parsed, attached, here)
        attached += told_before(parsed, attached)
        attached += said_there(parsed, attached, here)
        attached += in_turn(parsed, attached, here)
        spans = measures[bisect_left(measured, sentence.start) : bisect_left(measured, sentence.end)]
        attached += counted(parsed, attached, spans, here)
        attached += the_day_after(parsed, attached)
        attached += from_the_day(parsed, attached)
        attached += entry.goes_on(parsed, here, attached)
        attached += setting.goes_on(parsed, here, attached, seen)
        moments.go_on(parsed, attached)
        found.append(
            Scene(
                article, parsed, attached, _loose(sentence, attached, here),
                seen, seen_in(sentence, where), actors[0], places[0],
            )
        )  # fmt: skip
    return found, undated


def _attached(parsed: Parsed, article: Article, here: Sequence[TimeExpression]) -> list[Attachment]:
    """The triggers with their dates; deadlines date what no other date does."""
    by_then = [one for one in here if one.role is TimexRole.DEADLINE]
    found = attach(parsed, [one for one in here if one not in by_then], article.published)
    spent = {one.trigger.head for one in found}
    later = attach(parsed, by_then, article.published) if by_then else []
    return found + [one for one in later if one.trigger.head not in spent]


def _without_label(parsed: Parsed, attached: list[Attachment]) -> list[Attachment]:
    """The attachments but for an entry's year where its clause has a closer date: "1980: X left in April"."""
    first = min((one.expression.start for one in attached), default=0)
    opening = [one for one in attached if one.expression.start == first]
    when = opening[0].expression.when if opening else None
    sentence = parsed.sentence
    begin, last = sentence.span(first, opening[0].expression.end) if opening else (0, 0)
    small = parsed.words.cues["place_words"]
    leads = all(word in small for word in sentence.words[:begin])
    if when is None or when.granularity is not Granularity.YEAR or not leads:
        return attached
    closer = [
        one
        for one in attached
        if one.expression.when is not None
        and one.expression.when.granularity in _FINE
        and one.expression.when.edtf.startswith(when.edtf)
    ]
    at_once = any(0 <= sentence.first_at(one.expression.start) - last <= _AT_ONCE for one in closer)
    if not at_once and sentence.words[last : last + 1] not in ((":",), ("–",), ("—",), ("-",)):
        return attached
    told = {one.trigger.clause for one in closer}
    return [one for one in attached if one not in opening or one.trigger.clause not in told]


_AT_ONCE = 2
"""How many words may stand between a year and the day that says which of it: "In 2018, on 3 May, X left"."""


def _acting(sentence: Sentence, at: int, words: Lexicon) -> bool:
    """Whether a verb follows a name, which is then who acts: "The G7 has urged", "The G7 pressed China"."""
    readings = words.verbs.get(sentence.words[at], ()) if at < len(sentence.words) else ()
    if any(lemma in words.cues["helpers"] for lemma, _ in readings):
        return True
    told = any("past" in tenses for _, tenses in readings) and bool(words.cues["infinitive_marks"])
    return told and sentence.words[at + 1 : at + 2] not in {(by,) for by in words.cues["by_words"]}


def _names(
    sentence: Sentence, seen: Sequence[Seen], actors: Mapping[str, Actor], words: Lexicon
) -> frozenset[int]:
    """The tokens of what people and organisations are called: "Ban Ki-moon", "World Trade Organization"."""
    found: set[int] = set()
    for one in seen:
        actor = actors.get(one.mention.target or "")
        if actor is None or actor.kind not in _CALLED:
            continue
        body = one.mention.form == "nominal" and actor.kind is ActorKind.BODY  # "Peru's congress endorsed"
        long = one.mention.form == "name" and (actor.kind is ActorKind.PERSON or one.last - one.first > 1)
        if long or ((body or one.mention.form == "name") and _acting(sentence, one.last, words)):
            found |= {i for i in range(one.first, one.last) if body or sentence.capitals[i]}
    return frozenset(found)


_CALLED = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.BODY})
"""Whose names may hold words that tell acts elsewhere."""


def _datable(parsed: Parsed, dates: Sequence[TimeExpression], article: Article) -> list[TimeExpression]:
    """The dates of a sentence that may date what it tells."""
    if not dates or _life(parsed):
        return []
    here = [_on_the_day(parsed, date) for date in dates]
    here = [date for date in here if date.when is not None and _fine_enough(date.when)]
    here = [date for date in here if not _only_counts(parsed, date, article.published)]
    here = apposed(here, parsed.sentence, article.text, parsed.words.cues["clock_words"])
    here = [date for date in here if not _since_first(parsed, date) and not hour_in_speech(parsed, date)]
    here = [date for date in here if not _only_when_in_it(parsed, date, here)]
    return _without_clock(here, parsed.sentence)


def _only_when_in_it(parsed: Parsed, date: TimeExpression, dates: Sequence[TimeExpression]) -> bool:
    """Whether an hour only says when on a day its clause told already: "on Saturday X said at noon"."""
    when, of, at = date.when, parsed.parse.clause_of, parsed.sentence.first_at
    if when is None or when.granularity is not Granularity.TIME or not date.rule.startswith(_CLOCKS):
        return False
    if not parsed.words.cues["infinitive_marks"]:
        return False  # French clauses are cut less finely
    here = (
        one
        for one in dates
        if one.start < date.start and of[at(one.start)] == of[at(date.start)] and one.when
    )
    return any(
        one.when and one.when.granularity is Granularity.DAY and one.when.earliest == when.earliest
        for one in here
    )


_CLOCKS = ("clock", "noon")
"""How the rules of hours are called, apart from those of "the same afternoon"."""


def _within(date: TimeExpression, named: Sequence[Mention]) -> bool:
    """Whether a date is only part of somebody's name: "the March 23 Movement"."""
    return any(
        one.start <= date.start and date.end <= one.end and one.form in ("name", "alias") for one in named
    )


def _since_first(parsed: Parsed, date: TimeExpression) -> bool:
    """Whether a date only says since when nothing like it happened: "the first call since 2014"."""
    sentence, cues = parsed.sentence, parsed.words.cues
    first, _ = sentence.span(date.start, date.end)
    lead = range(max(0, first - _LEAD), min(first + 1, len(sentence.words)))
    since = max((i for i in lead if sentence.words[i] in cues["since"]), default=None)
    if since is None or any(i in parsed.parse.verbs for i in range(since, first)):
        return False  # "the first call since the vote of 2020", but "since he fled in 2020"
    clause = parsed.parse.clause_of[min(first, len(parsed.parse.clause_of) - 1)]
    return bool(cue(parsed, clause, "firsts"))


def _only_counts(parsed: Parsed, date: TimeExpression, published: day | None) -> bool:
    """Whether a time that still goes on only tells how often: "for the fourth time this year"."""
    when, (first, _) = date.when, parsed.sentence.span(date.start, date.end)
    if when is None or when.earliest is None or when.latest is None or when.granularity.to_the_day:
        return False
    counts = not parsed.words.cues["counted_times"].isdisjoint(
        parsed.sentence.words[max(0, first - 1) : first]
    )
    return counts and published is not None and when.earliest <= published <= when.latest


def _on_the_day(parsed: Parsed, date: TimeExpression) -> TimeExpression:
    """The expression, "dès le lendemain" and "as early as Monday" as the day that they name."""
    when = date.when
    if when is None:
        return date
    words, cues = parsed.sentence.words, parsed.words.cues
    first, last = parsed.sentence.span(date.start, date.end)
    # "since June 26, when a delegation came", "held out until June, when he expressed"
    told = not cues["when_words"].isdisjoint(words[last : last + 2])
    ended = when.earliest is None and when.edtf.startswith("../")
    if ended and (told or not_until(parsed, first) == first):
        day = when.edtf.removeprefix("../")
        return replace(date, when=replace(when, edtf=day, earliest=edtf.parse(day).days()[0]))
    if when.latest is not None or not when.edtf.endswith("/.."):
        return date
    early = not cues["as_early"].isdisjoint(words[max(0, first - 2) : first + 1])
    begun = (
        first and when.granularity in _FINE and _has_begun(parsed, first)
    )  # "met from 22 December", « s'est retirée à partir du 5 juin »
    if not (early or told or begun):
        return date
    day = when.edtf.removesuffix("/..")
    return replace(date, when=replace(when, edtf=day, latest=edtf.parse(day).days()[1]))


def _has_begun(parsed: Parsed, first: int) -> bool:
    """Whether what began on a day is over or goes on: "met from 3 May", « s'est retiré à partir du 5 »."""
    words, cues, verbs = parsed.sentence.words, parsed.words.cues, parsed.parse.verbs
    if words[first - 1] in cues["begun"]:
        return True
    if first < 2 or words[first - 1] not in cues["of_words"] or words[first - 2] not in cues["begun"]:
        return False
    tokens = parsed.parse.clauses[parsed.parse.clause_of[first]].tokens
    tenses = {tense for i in tokens if i in verbs for tense in verbs[i].tenses}
    return bool(tenses & _OVER) and not tenses & _AHEAD


_OVER, _AHEAD = frozenset({"past", "participle", "imperfect"}), frozenset({"future", "conditional"})


def _without_clock(dates: list[TimeExpression], sentence: Sentence) -> list[TimeExpression]:
    """The dates without the clock time at the head of a live page's entry that names a day of its own."""
    first = dates[0] if dates else None
    if first is None or first.start > sentence.start or first.when is None:
        return dates
    clock = first.when.granularity is Granularity.TIME and first.text[:1].isdigit()
    return dates[1:] if clock and len(dates) > 1 else dates


def _life(parsed: Parsed) -> bool:
    """Whether a sentence opens with somebody's birth and goes on with their life."""
    return not parsed.words.cues["born"].isdisjoint(parsed.sentence.words[:2])


def _loose(
    sentence: Sentence, attached: Sequence[Attachment], dates: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """The fine dates of a sentence that no trigger took."""
    if sentence.kind is BlockKind.CAPTION:
        return []
    spent = {one.expression.start for one in attached}
    return [
        d
        for d in dates
        if d.start not in spent
        and d.when
        and d.when.granularity in _FINE
        and d.when.latest
        and not sentence.quoted(sentence.first_at(d.start))
    ]


def _fine_enough(when: When) -> bool:
    """Whether a date is fine enough to date an act; "until Saturday" only ends one."""
    return when.earliest is not None and when.granularity not in (Granularity.DECADE, Granularity.CENTURY)
