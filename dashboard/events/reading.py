"""From one article to drafts of events: sentences, triggers, dates, participants, status. Called by build.

An event needs a date of its own and a word that tells it; what has neither is left out.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.events.attachment import Attachment, again, attach
from dashboard.events.casting import Seen, cast, find_place, lineage, scope, seen_in
from dashboard.events.clauses import Parse, parse
from dashboard.events.lexicon import Lexicon, lexicon
from dashboard.events.ontology import Kind, kinds, types
from dashboard.events.sentences import Sentence, sentences
from dashboard.events.status import clause_text, cue, read_status
from dashboard.events.triggers import Trigger, find_triggers
from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    BlockKind,
    Event,
    Evidence,
    Granularity,
    Mention,
    Participation,
    Place,
    PublishedFrom,
    Role,
    Status,
    TimeExpression,
    TimexRole,
    When,
)

_COARSE = frozenset({Granularity.SEASON, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR})
_FINE = frozenset({Granularity.TIME, Granularity.DAY, Granularity.WEEK, Granularity.MONTH})
_DEEDS = frozenset({"material-cooperation", "material-conflict"})
_MEANS = (("by_phone", "phone"), ("by_video", "video"), ("by_letter", "letter"))
_TALK = frozenset({"meeting", "talks", "discussion", "conversation", "call"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its title, with its kind."""

    event: Event
    kind: Kind


@dataclass(frozen=True, slots=True)
class Echo:
    """A trigger without a date: more words for an event that is dated elsewhere, or nothing."""

    kind: Kind
    participants: tuple[Participation, ...]
    evidence: Evidence
    mode: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of one sentence while its events are read."""

    article: Article
    sentence: Sentence
    parse: Parse
    triggers: list[Trigger]
    attached: list[Attachment]
    loose: list[TimeExpression]
    people: list[Seen]
    spots: list[Seen]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    words: Lexicon


@dataclass(frozen=True, slots=True)
class Finding:
    """Participants, place and mode of one trigger in its scene."""

    participants: tuple[Participation, ...]
    acts: bool
    place: Place | None
    mode: str | None


def _scenes(
    article: Article,
    expressions: Sequence[TimeExpression],
    actors: tuple[Mapping[str, Actor], Sequence[Mention]],
    places: tuple[Mapping[str, Place], Sequence[Mention]],
) -> list[Scene]:
    words = lexicon(article.language)
    dates = sorted(
        (e for e in expressions if e.when is not None and e.role is TimexRole.EVENT and _datable(e.when)),
        key=lambda e: e.start,
    )
    people = sorted(actors[1], key=lambda m: m.start)
    spots = sorted(places[1], key=lambda m: m.start)
    dated, named, placed = ([one.start for one in items] for items in (dates, people, spots))
    found = []
    starts = [(date.start, date.end) for date in dates]
    for sentence in _labelled(sentences(article, words), starts):
        structure = parse(sentence, words)
        triggers = find_triggers(sentence, structure, words)
        here = [
            date
            for date in dates[bisect_left(dated, sentence.start) : bisect_left(dated, sentence.end)]
            if date.end <= sentence.end
        ]
        here = _apposed(here, sentence)
        attached = attach(sentence, structure, triggers, here, article.published, words)
        attached += again(sentence, structure, attached, here, words)
        near = [m for m in people[bisect_left(named, sentence.start) : bisect_left(named, sentence.end)]]
        where = [m for m in spots[bisect_left(placed, sentence.start) : bisect_left(placed, sentence.end)]]
        found.append(
            Scene(
                article, sentence, structure, triggers, attached, _loose(sentence, attached, here),
                seen_in(sentence, near), seen_in(sentence, where), actors[0], places[0], words,
            )
        )  # fmt: skip
    return found


def _loose(
    sentence: Sentence, attached: Sequence[Attachment], dates: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """The fine dates of a sentence that no trigger took."""
    if sentence.kind is BlockKind.CAPTION:
        return []
    spent = {one.expression.start for one in attached}
    return [
        d for d in dates if d.start not in spent and d.when and d.when.granularity in _FINE and d.when.latest
    ]


def _datable(when: When) -> bool:
    """Whether a date is fine enough to date an act."""
    return when.granularity not in (Granularity.DECADE, Granularity.CENTURY)


def _apposed(dates: Sequence[TimeExpression], sentence: Sentence) -> list[TimeExpression]:
    """The dates of a sentence, of two that say the same ("a month later, on 6 April") the finer one."""
    kept: list[TimeExpression] = []
    for date in dates:
        if kept and kept[-1].when and date.when:
            _, last = sentence.span(kept[-1].start, kept[-1].end)
            first, _ = sentence.span(date.start, date.end)
            between = sentence.words[last:first]
            near = 0 < len(between) <= 2 and between[0] == ","
            if near and _width(date.when) < _width(kept[-1].when):
                kept.pop()
            elif near and _width(date.when) > _width(kept[-1].when):
                continue
        kept.append(date)
    return kept


def _width(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 10**6
    return (when.latest - when.earliest).days + (1 if when.approximate else 0)


def _labelled(found: Sequence[Sentence], dates: Sequence[tuple[int, int]]) -> list[Sentence]:
    """The sentences with a date that stands alone ("14 March 1958.") joined to the one that it heads."""
    made: list[Sentence] = []
    label: Sentence | None = None
    first = 0
    for sentence in found:
        while first < len(dates) and dates[first][1] <= sentence.start:
            first += 1
        inside = dates[first] if first < len(dates) and dates[first][1] <= sentence.end else None
        if label is not None and label.kind == sentence.kind and sentence.start - label.end < 4:
            sentence = _joined(label, sentence)  # noqa: PLW2901
        label = None
        if inside is not None and inside[0] >= sentence.start and sentence.end - sentence.start < 60:
            spans = [sentence.span(*date) for date in dates[first : first + 3] if date[1] <= sentence.end]
            if len(sentence.words) - sum(end - begin for begin, end in spans) <= 2:
                label = sentence
                continue
        made.append(sentence)
    return made


def _joined(label: Sentence, sentence: Sentence) -> Sentence:
    words = tuple("," if word in ".:" and i else word for i, word in enumerate(label.words))
    return Sentence(
        label.start, sentence.end, sentence.kind, words + sentence.words, label.starts + sentence.starts,
        label.ends + sentence.ends, label.capitals + sentence.capitals,
    )  # fmt: skip


def _narrow(scene: Scene, trigger: Trigger, how: str) -> bool:
    """Whether only the noun phrase of a trigger tells who takes part: its clause is about something else."""
    if not trigger.noun or how not in ("bound", "before"):
        return False
    others = [
        a.trigger for a in scene.attached if a.trigger is not trigger and a.trigger.clause == trigger.clause
    ]
    verbs = [t for t in scene.triggers if not t.noun and t.clause == trigger.clause and t.kind.strength >= 2]
    return bool(others or verbs)


def _find(scene: Scene, trigger: Trigger, how: str) -> Finding:
    narrow = _narrow(scene, trigger, how)
    rivals = [a.trigger for a in scene.attached if a.trigger is not trigger]
    tokens = scope(scene.sentence, scene.parse, trigger, rivals, narrow=narrow)
    participants, acts = cast(
        scene.sentence, scene.parse, trigger, tokens, scene.people, scene.actors, scene.words,
        scene.triggers, narrow=narrow,
    )  # fmt: skip
    hosts = frozenset(_home(one.actor, scene.actors) for one in participants if one.role is Role.HOST)
    place = find_place(
        scene.sentence, scene.parse, trigger, tokens, scene.spots, scene.places, scene.words,
        hosts=hosts, narrow=narrow,
    )  # fmt: skip
    if trigger.kind.object is Role.HOST and hosts and (place is None or place.kind in ("country", "region")):
        first = next(_home(one.actor, scene.actors) for one in participants if one.role is Role.HOST)
        place = _country(first, scene.places)
    if trigger.kind.type == "CONSULT":
        participants = _invited(scene, trigger, participants)
    return Finding(participants, acts, place, _mode(scene, trigger, participants, place))


def _country(code: str, places: Mapping[str, Place]) -> Place | None:
    """The country of a host among the places of the article."""
    return next(
        (p for p in places.values() if p.kind == "country" and (p.country or "").lower() == code), None
    )


def _invited(
    scene: Scene, trigger: Trigger, participants: tuple[Participation, ...]
) -> tuple[Participation, ...]:
    """The participants with those whom a clause beside it says to be invited."""
    spoken_for = {one.trigger.head for one in scene.attached}
    known = {one.actor for one in participants}
    for other in scene.triggers:
        if other.kind.type != "INVITE" or other.head in spoken_for or other.clause == trigger.clause:
            continue
        tokens = frozenset(scene.parse.clauses[other.clause].tokens)
        guests, _ = cast(
            scene.sentence, scene.parse, other, tokens, scene.people, scene.actors, scene.words,
            scene.triggers, narrow=False,
        )  # fmt: skip
        new = [one for one in guests if one.role is Role.TARGET and one.actor not in known]
        participants = (*participants, *new)
    return participants


def _gathering(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The summit or conference for which a verb of meeting stands: "gathered for a summit"."""
    if trigger.noun or trigger.kind.code not in ("meeting", "hosting", "talks"):
        return None
    spoken_for = {one.trigger.head for one in scene.attached}
    return next(
        (
            other
            for other in scene.triggers
            if other.noun and other.clause == trigger.clause and other.head not in spoken_for
            and other.kind.mode == "multilateral" and 0 < other.head - trigger.head <= 6
        ),
        None,
    )  # fmt: skip


def _mode(
    scene: Scene, trigger: Trigger, participants: Sequence[Participation], place: Place | None
) -> str | None:
    if trigger.kind.type != "CONSULT":
        return trigger.kind.mode
    if trigger.kind.code in _TALK:
        text = clause_text(scene.sentence, scene.parse, trigger.clause)
        for name, mode in _MEANS:
            if cue(text, name, scene.words):
                return mode
    if trigger.kind.mode is None and place is not None and place.country and 2 <= len(participants) <= 3:
        homes = {_home(one.actor, scene.actors) for one in participants}
        if "" not in homes and place.country.lower() not in homes and len(homes) > 1:
            return "third-party place"
    return trigger.kind.mode


def _home(actor: str, actors: Mapping[str, Actor]) -> str:
    for one in reversed(lineage(actor, actors)):
        known = actors.get(one)
        if known is not None and (known.country or known.kind == "state"):
            return (known.country or known.id).lower()
    return ""


def _content(scene: Scene, trigger: Trigger) -> Trigger | None:
    """The deed that an announcement or decision is about: "announced that it would expel ten diplomats"."""
    if trigger.kind.code not in ("announcement", "decision"):
        return None
    spoken_for = {a.trigger.head for a in scene.attached}
    for other in scene.triggers:
        if other.head <= trigger.head or other.head in spoken_for or other.kind.strength < 3:
            continue
        inside = other.clause == trigger.clause or trigger.clause in scene.parse.chain(other.clause)
        done = other.tenses <= {"past", "participle"} and not other.noun and not other.passive
        if inside and not done and types()[other.kind.type].quad in _DEEDS:
            return other
    return None


def _since_first(scene: Scene, attachment: Attachment) -> bool:
    """Whether a date only says since when nothing like it happened: "the first call since 2014"."""
    first = scene.sentence.first_at(attachment.expression.start)
    lead = [word for word in scene.sentence.words[max(0, first - 1) : first + 1]]
    if not any(word in scene.words.cues["since"] for word in lead):
        return False
    if attachment.how == "bound" and first - attachment.trigger.end <= 1:
        return False
    text = clause_text(scene.sentence, scene.parse, attachment.trigger.clause)
    return bool(cue(text, "firsts", scene.words))


def _evidence(scene: Scene, expression: TimeExpression | None, rule: str) -> Evidence:
    start, end = scene.sentence.start, scene.sentence.end
    return Evidence(scene.article.id, scene.article.text[start:end], start, end, expression, rule)


def _identity(scene: Scene, kind: Kind, when: When, trigger: Trigger) -> str:
    parts = (scene.article.id, scene.sentence.start, scene.sentence.end, kind.type, when.edtf, trigger.head)
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:12]


def _confidence(
    scene: Scene, trigger: Trigger, kind: Kind, how: str, finding: Finding, when: When, sure: float
) -> float:
    """How much to trust a draft: 1 less what each weak link costs."""
    value = 0.95 * (0.7 + 0.3 * sure)
    value -= {"bound": 0.0, "clause": 0.02, "sentence": 0.2, "before": 0.3, "day": 0.3, "guess": 0.4}[how]
    value -= {3: 0.0, 2: 0.06, 1: 0.12}[kind.strength]
    value -= 0.2 if not finding.participants else 0.0 if finding.acts else 0.06
    value -= 0.08 if when.approximate else 0.0
    if scene.article.published_from is PublishedFrom.INFERRED:
        value -= 0.1 * (1 - scene.article.published_confidence)
    if scene.sentence.kind is BlockKind.CAPTION:
        value -= 0.1
    return round(min(max(value, 0.05), 0.98), 3)


def _draft(scene: Scene, attachment: Attachment, when: When, how: str) -> Draft | None:
    trigger, expression = attachment.trigger, attachment.expression
    gathering = _gathering(scene, trigger)
    trigger = replace(trigger, kind=gathering.kind) if gathering else trigger
    content = _content(scene, trigger)
    kind = content.kind if content else trigger.kind
    finding = _find(scene, trigger, how)
    if content is not None:
        finding = _with_content(scene, trigger, content, finding)
    if scene.sentence.kind is BlockKind.CAPTION and not finding.participants:
        return None
    bare = not finding.participants and finding.place is None
    if bare and (kind.strength == 1 or when.latest is None or when.granularity in _COARSE):
        return None
    published = scene.article.published
    status, why = read_status(
        scene.sentence, scene.parse, trigger, scene.triggers, when, published, scene.words
    )
    if how == "before":
        status, why = Status.HAPPENED, "told as the background of a dated act"
    reasons = [
        "type guessed from who and where: no word tells it"
        if how == "guess"
        else f"type by the word: {(content or trigger).text}"
    ]
    if finding.mode:
        reasons.append(f"mode: {finding.mode}")
    reasons.append(why)
    reasons.append(
        {
            "bound": "date belongs to the word itself",
            "clause": "date in the same clause",
            "sentence": "date elsewhere in the sentence",
            "before": "only known to be before or about",
            "day": "the text says that it was on the day of publication",
            "guess": "date in the same clause",
        }[how]
        + f": {expression.text}"
    )
    if scene.article.published_from is PublishedFrom.INFERRED:
        reasons.append("the publication date is inferred")
    reasons.append("actors by their place around the word" if finding.participants else "no actor is named")
    if finding.place is not None:
        reasons.append(f"place named beside it: {finding.place.name(scene.article.language)}")
    confidence = _confidence(scene, trigger, kind, how, finding, when, expression.confidence)
    event = Event(
        _identity(scene, kind, when, trigger), {"en": kind.code}, kind.type, finding.mode, status, when,
        finding.participants, (_evidence(scene, expression, f"{kind.code}:{how}"),), finding.place, confidence,
        tuple(reasons),
    )  # fmt: skip
    return Draft(event, kind)


def _with_content(scene: Scene, trigger: Trigger, content: Trigger, finding: Finding) -> Finding:
    """The finding of an announcement, its speaker as the one who acts and the deed's targets added."""
    deed = _find(scene, content, "clause")
    roles = {Status.HAPPENED: content.kind.subject}
    speakers = [
        replace(one, role=roles[Status.HAPPENED])
        for one in finding.participants
        if one.role in (trigger.kind.subject, content.kind.subject)
    ]
    known = {one.actor for one in speakers}
    targets = [
        one for one in deed.participants if one.actor not in known and one.role is not content.kind.subject
    ]
    return Finding((*speakers, *targets), finding.acts, deed.place or finding.place, content.kind.mode)


def _background(scene: Scene, attachment: Attachment) -> list[Draft]:
    """Acts told as what came before a coarsely dated one: "in spring 2014, after the referendum"."""
    when, found = attachment.expression.when, list[Draft]()
    if when is None or when.granularity not in _COARSE or when.approximate or when.earliest is None:
        return found
    words = scene.sentence.words
    spoken_for = {a.trigger.head for a in scene.attached}
    anchor = scene.sentence.first_at(attachment.expression.end - 1)
    opened = next(
        (i for i in range(anchor + 1, min(anchor + 4, len(words))) if words[i] in scene.words.cues["after"]),
        None,
    )
    if opened is None:
        return found
    inside = [
        t for t in scene.triggers
        if opened < t.head <= opened + 18 and t.head not in spoken_for and t.noun and t.kind.strength == 3
    ]  # fmt: skip
    for trigger in inside[-1:]:
        about = When(
            f"{when.edtf.rstrip('~')}~", when.earliest, when.latest, when.granularity, True,
            "told as just before this date",
        )  # fmt: skip
        draft = _draft(scene, Attachment(trigger, attachment.expression, 0.0, "before"), about, "before")
        if draft is not None:
            found.append(draft)
    return found


def _untold(scene: Scene) -> list[Draft]:
    """Acts that a date and an actor tell though no word of ours does: typed by who and where, with little trust."""
    found: list[Draft] = []
    for expression in scene.loose:
        first, _ = scene.sentence.span(expression.start, expression.end)
        number = scene.parse.clause_of[min(first, len(scene.parse.clause_of) - 1)]
        clause = scene.parse.clauses[number]
        busy = any(one.trigger.clause == number for one in scene.attached)
        if busy or not clause.finite or clause.opener in ("sub", "rel", "relobj"):
            continue
        head = clause.finite[0]
        word = scene.sentence.words[head]
        trigger = Trigger(
            kinds()["statement"], head, head + 1, False, number, used=frozenset({head}), text=word
        )
        finding = _find(scene, trigger, "clause")
        if not finding.acts:
            continue
        people = [p for p in finding.participants if scene.actors[p.actor].kind is ActorKind.PERSON]
        quoted = any(scene.sentence.words[i] in '«“"' for i in clause.tokens)
        code = (
            "meeting"
            if len(people) > 1
            else "visit"
            if people and finding.place
            else "statement"
            if quoted
            else ""
        )
        if not code:
            continue
        trigger = replace(trigger, kind=kinds()[code])
        draft = _draft(scene, Attachment(trigger, expression, 0.0, "guess"), expression.when, "guess")
        if draft is not None:
            found.append(draft)
    return found


def _carried(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of mutual acts that name nobody with the parties of the act told before them."""
    made: list[Draft] = []
    before: tuple[Participation, ...] = ()
    for draft in sorted(drafts, key=lambda d: (d.event.evidence[0].start, d.event.id)):
        event = draft.event
        if not event.participants and draft.kind.frame == "shared" and before:
            event = replace(
                event, participants=before, confidence=round(max(event.confidence - 0.05, 0.05), 3),
                reasons=(*(r for r in event.reasons if r != "no actor is named"), "actors carried over from the act told before"),
            )  # fmt: skip
        parties = tuple(
            Participation(one.actor, Role.PARTICIPANT, one.title)
            for one in event.participants
            if one.role in (Role.INITIATOR, Role.TARGET, Role.PARTICIPANT)
        )
        before = parties if len(parties) > 1 else before
        made.append(replace(draft, event=event))
    return made


def _echoes(scene: Scene) -> list[Echo]:
    spoken_for = {a.trigger.head for a in scene.attached}
    found = []
    for trigger in scene.triggers:
        if (
            trigger.head in spoken_for
            or trigger.kind.strength < 3
            or scene.sentence.kind is BlockKind.CAPTION
        ):
            continue
        finding = _find(scene, trigger, "clause")
        if len(finding.participants) >= 2:
            found.append(
                Echo(trigger.kind, finding.participants, _evidence(scene, None, "told again"), finding.mode)
            )
    return found


def _today(scenes: Sequence[Scene]) -> list[Draft]:
    """The act of a lead that stands under a dateline: it takes the day of publication, with less trust."""
    article = scenes[0].article
    if article.published is None or article.published_from is not PublishedFrom.DATELINE:
        return []
    lead = next((scene for scene in scenes if scene.sentence.kind is BlockKind.BODY), None)
    if lead is None or lead.attached:
        return []
    day = When(
        article.published.isoformat(), article.published, article.published, Granularity.DAY, False,
        "the day of the dateline",
    )  # fmt: skip
    mains = [t for t in lead.triggers if t.finite and t.clause == 0 and t.kind.strength >= 2]
    for trigger in mains[:1]:
        expression = TimeExpression("", lead.sentence.start, lead.sentence.start, when=day, confidence=0.5)
        draft = _draft(lead, Attachment(trigger, expression, 0.0, "day"), day, "day")
        if draft is not None and draft.event.participants:
            evidence = (replace(draft.event.evidence[0], expression=None),)
            return [replace(draft, event=replace(draft.event, evidence=evidence))]
    return []


def read_drafts(
    article: Article,
    expressions: Sequence[TimeExpression],
    actors: tuple[Mapping[str, Actor], Sequence[Mention]],
    places: tuple[Mapping[str, Place], Sequence[Mention]],
) -> tuple[list[Draft], list[Echo]]:
    """The dated acts of an article as drafts, each told once per sentence, and its undated echoes."""
    scenes = _scenes(article, expressions, actors, places)
    drafts: list[Draft] = []
    echoes: list[Echo] = []
    for scene in scenes:
        for attachment in scene.attached:
            when = attachment.expression.when
            if when is None or _since_first(scene, attachment):
                continue
            draft = _draft(scene, attachment, when, attachment.how)
            if draft is not None:
                drafts.append(draft)
            drafts += _background(scene, attachment)
        drafts += _untold(scene)
        echoes += _echoes(scene)
    if scenes:
        drafts += _today(scenes)
    return _carried(drafts), echoes
