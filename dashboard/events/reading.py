"""From one article to drafts of events. Called by build.

An event needs a date of its own and a word that tells it; what has neither is left out.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.actors import affair, at_war_within
from dashboard.dates import edtf
from dashboard.events.antecedents import others_act
from dashboard.events.attachment import Attachment
from dashboard.events.binding import in_force
from dashboard.events.carrying import alike, carried
from dashboard.events.contents import content_of, with_content
from dashboard.events.deadlines import only_asked
from dashboard.events.echoes import Echo, told_again
from dashboard.events.findings import Finding, find, gathering_of, place_again, right_behind
from dashboard.events.gapping import as_subjects, own_part
from dashboard.events.governing import longed_for
from dashboard.events.guessing import guesses
from dashboard.events.kinding import kind_by_parties, parties_by_kind
from dashboard.events.lexicon import lexicon
from dashboard.events.mentioned import further
from dashboard.events.ontology import NOTHING, Kind, kinds
from dashboard.events.penalties import TEXTS, predicate
from dashboard.events.scenes import Scene, scenes
from dashboard.events.status import cue, negated, read_status
from dashboard.events.telling import deed_told
from dashboard.events.triggers import Trigger
from dashboard.events.trust import DATED, reasons_of, weigh
from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    BlockKind,
    Event,
    Granularity,
    Mention,
    Place,
    PublishedFrom,
    Role,
    Status,
    TimeExpression,
    TimexRole,
    When,
)

_STILL = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
"""What an act is that a deadline dates."""
_COARSE = frozenset({Granularity.SEASON, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its title, its kind, and whether its words let nobody act: "a ceremony is held".

    With ``others`` somebody acts who is told, but nobody that is known: "Ten states signed"; ``further`` acts
    are told as more than was told before: "They also signed".
    """

    event: Event
    kind: Kind
    impersonal: bool = False
    others: bool = False
    further: bool = False


def _identity(scene: Scene, kind: Kind, when: When, trigger: Trigger) -> str:
    parts = (
        scene.article.id,
        scene.parsed.sentence.start,
        scene.parsed.sentence.end,
        kind.type,
        when.edtf,
        trigger.head,
    )
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:12]


def _draft(scene: Scene, attachment: Attachment, when: When, how: str) -> Draft | None:
    if attachment.trigger.kind is NOTHING:
        return None
    expression = attachment.expression
    scene, acts = own_part(scene, attachment)
    gathering = gathering_of(scene, attachment.trigger)
    trigger = (
        replace(attachment.trigger, kind=_hosted(attachment, gathering)) if gathering else attachment.trigger
    )
    content = content_of(scene, trigger)
    told = deed_told(scene, trigger, when) if content is None else None
    finding = told[1] if told else find(scene, trigger, how, expression)
    if told is not None:
        content = told[0]
    elif content is not None:
        finding = with_content(scene, trigger, content, finding)
    if (again := place_again(scene, attachment.trigger, expression)) is not None:
        finding = replace(finding, place=again)
    if acts:
        finding = replace(finding, participants=as_subjects(trigger, finding.participants))
    kind = content.kind if content else trigger.kind
    if kind.code == "act":
        # whom an unknown verb acts on is known only of who stands right behind it: "gave Chad"
        near = right_behind(scene, trigger)
        alone = tuple(one for one in finding.participants if one.role is kind.subject or one.actor in near)
        finding = replace(finding, participants=alone)
    kind = kind_by_parties(scene, kind, trigger, finding)
    finding = parties_by_kind(kind, trigger, finding)
    open_still = trigger.kind.code != "statement" and _kept_open(scene, trigger)
    if open_still or _tells_alone(scene, kind, trigger, finding):
        return _draft(scene, replace(attachment, trigger=_saying(attachment.trigger)), when, how)
    named = how == "bound" and (_names(scene, trigger) or _only_a(scene, trigger, expression))
    if named or _tells_nothing(scene, kind, trigger, finding, when) or _stays(scene, trigger, expression):
        return None
    status, why = _status(scene, trigger, when)
    if status is Status.DENIED and kind.code == "failure":
        return None  # "the talks had nearly broken down"
    since = _since(scene, expression)
    if expression.role is TimexRole.DEADLINE and (
        status not in _STILL or kind.type == "STATEMENT" or only_asked(scene.parsed, trigger)
    ):
        return None
    once = _last_time(kind, trigger, when, status, since=since) or _since_then(
        scene, trigger, when, expression
    )
    if once is not None:
        when, status, why = once, Status.HAPPENED, "told as the background of a dated act"
    if when.latest is None and not _lasting(scene, trigger, when, status, finding):
        return None
    if how == "before":
        status, why = Status.HAPPENED, "told as the background of a dated act"
    word = "" if how == "guess" else (content or trigger).text
    confidence, weak = weigh(scene, kind, how, finding, when=when, sure=expression.confidence)
    reasons = [*reasons_of(scene, finding, word, why, f"{DATED[how]}: {expression.text}"), *weak]
    dated = None if how == "entry" else expression  # the evidence holds only words of its own
    event = Event(
        _identity(scene, kind, when, trigger), {"en": kind.code}, kind.type, finding.mode, status, when,
        finding.participants, (scene.quote(dated, f"{kind.code}:{how}"),), finding.place,
        confidence, tuple(reasons),
    )  # fmt: skip
    silent, more = trigger.noun or trigger.passive, further(scene.parsed, trigger)
    return Draft(event, kind, silent, others_act(scene.parsed, trigger), more)


def _hosted(attachment: Attachment, gathering: Trigger) -> Kind:
    """The kind of a gathering for which a verb of meeting stands, whose subject may be its host."""
    kind = gathering.kind
    return replace(kind, subject=Role.HOST) if attachment.trigger.kind.code == "hosting" else kind


def _tells_nothing(scene: Scene, kind: Kind, trigger: Trigger, finding: Finding, when: When) -> bool:
    """Whether what was found is too little for an event, or only an attribute of something."""
    if not finding.participants:
        weak = kind.strength == 1 and (finding.place is None or kind.code == "report")
        if weak or scene.parsed.sentence.kind is BlockKind.CAPTION or _motion(scene, kind, trigger):
            return True
        if longed_for(scene.parsed, trigger):
            return True  # "hopes of a truce grew"
    return _only_heads(scene, when)


def _stays(scene: Scene, trigger: Trigger, date: TimeExpression) -> bool:
    """Whether something is only said to be as it was on a day: "the pact remained elusive in May"."""
    structure, stays = scene.parsed.parse, scene.parsed.words.cues["stays"]
    finite = [structure.verbs[i] for i in structure.clauses[trigger.clause].finite]
    if not trigger.noun or not finite or trigger.head > finite[0].at:
        return False
    if trigger.head < scene.parsed.sentence.first_at(date.start) < finite[0].at:
        return False  # "the mediation, announced on 3 May, remains a dead letter"
    return all(any(lemma in stays for lemma, _ in verb.readings) for verb in finite)


def _only_heads(scene: Scene, when: When) -> bool:
    """Whether a heading sums up the year, or a title the years, of which the text below it tells."""
    kind = scene.parsed.sentence.kind
    years = when.earliest is not None and when.latest is not None and when.latest.year > when.earliest.year
    coarse = when.granularity is Granularity.YEAR
    return coarse and (kind is BlockKind.HEADING or (kind is BlockKind.TITLE and years))


def _status(scene: Scene, trigger: Trigger, when: When) -> tuple[Status, str]:
    """Whether it happened, and why that is so; a statement that leaves something open is told as a fact."""
    status, why = read_status(scene.parsed, trigger, when, scene.article.published)
    if status is Status.DENIED and trigger.kind.code == "statement" and _kept_open(scene, trigger):
        return Status.HAPPENED, "told as a fact"
    return status, why


def _since(scene: Scene, expression: TimeExpression) -> bool:
    """Whether "since" leads to a date, or opens it."""
    first, last = scene.parsed.sentence.span(expression.start, expression.end)
    return not scene.parsed.words.cues["since"].isdisjoint(
        scene.parsed.sentence.words[max(0, first - 1) : last]
    )


def _last_time(kind: Kind, trigger: Trigger, when: When, status: Status, *, since: bool) -> When | None:
    """The day on which people met last: "had not spoken since 12 February"; None where nothing says so."""
    opened = when.latest is None and when.earliest is not None and when.edtf.endswith("/..")
    if since and when.latest is not None and status is Status.DENIED and kind.type == "CONSULT":
        return None if trigger.noun else when  # "had not met since June, when shots were fired"
    if not opened or status is not Status.DENIED or kind.type != "CONSULT" or trigger.noun:
        return None
    first = when.edtf.removesuffix("/..")
    return replace(when, edtf=first, latest=edtf.parse(first).days()[1])


def _names(scene: Scene, trigger: Trigger) -> bool:
    """Whether a text is only named by its day: "the accord of 12 May 1983 has 32 articles"."""
    structure, cues = scene.parsed.parse, scene.parsed.words.cues
    start = min(trigger.used)
    led = scene.parsed.sentence.words[max(0, start - 2) : start]
    aside = any(word in cues["place_words"] | cues["by_words"] for word in led)  # "In a treaty A recognised"
    dull = cues["dull"] if aside else cues["dull"] | cues["provides"]
    inside = [structure.verbs[i] for i in structure.clauses[trigger.clause].tokens if i in structure.verbs]
    return trigger.kind.code in TEXTS and any(verb.finite for verb in inside) and all(
        any(lemma in dull for lemma, _ in verb.readings) for verb in inside
    )  # fmt: skip


def _only_a(scene: Scene, trigger: Trigger, date: TimeExpression) -> bool:
    """Whether a year only tells which text is meant: "the guarantors of a 1942 treaty"."""
    words, cues = scene.parsed.sentence.words, scene.parsed.words.cues
    first, last = scene.parsed.sentence.span(date.start, date.end)
    coarse = date.when is not None and date.when.granularity is Granularity.YEAR
    before = first > 0 and words[first - 1] in cues["one_of_them"] and last <= min(trigger.used)
    return coarse and before and trigger.kind.code in TEXTS


def _saying(trigger: Trigger) -> Trigger:
    """The trigger as one that only tells what somebody said."""
    return replace(trigger, kind=kinds()["statement"])


def _lemmas(scene: Scene, trigger: Trigger) -> set[str]:
    verb = None if trigger.noun else scene.parsed.parse.verbs.get(trigger.head)
    return {lemma for lemma, _ in verb.readings} if verb else set()


def _kept_open(scene: Scene, trigger: Trigger) -> bool:
    """Whether something is said not to be refused: "did not rule out sanctions"."""
    named = _lemmas(scene, trigger) & scene.parsed.words.cues["kept_open"]
    return bool(named) and negated(scene.parsed, trigger)


def _tells_alone(scene: Scene, kind: Kind, trigger: Trigger, finding: Finding) -> bool:
    """Whether somebody speaks of something with nobody: « M. Trudeau a évoqué devant les députés »."""
    if kind.code != "discussion" or not _lemmas(scene, trigger) & scene.parsed.words.cues["tells_alone"]:
        return False
    talking = [one for one in finding.participants if one.role is not Role.CONCERNED]
    return len(talking) == 1 and scene.actors[talking[0].actor].kind is ActorKind.PERSON


def _motion(scene: Scene, kind: Kind, trigger: Trigger) -> bool:
    """Whether a verb only tells that something moved, which is nothing unless it is said who."""
    before = scene.parsed.sentence.words[max(0, trigger.head - 4) : trigger.head]
    said = not scene.parsed.words.cues["verbal_before"].isdisjoint(before)
    return not trigger.noun and kind.code == "visit" and len(trigger.used) == 1 and not said


def _since_then(scene: Scene, trigger: Trigger, when: When, date: TimeExpression) -> When | None:
    """The day since which what a participle tells is so: « l'embargo imposé depuis le 3 avril »."""
    first = when.edtf.removesuffix("/..")
    sits = trigger.kind.type == "CONSULT" and "imperfect" in trigger.tenses  # « siégeaient depuis mardi »
    begun = sits or (not trigger.noun and trigger.passive and not predicate(scene.parsed, trigger))
    begun = begun or in_force(scene.parsed, scene.parsed.sentence.first_at(date.start)) is trigger
    if not begun or first == when.edtf or trigger.kind.strength < _BEGUN:
        return None
    return replace(when, edtf=first, latest=edtf.parse(first).days()[1])


_BEGUN = 3
"""The strength of the kinds that a participle tells to be so since a day."""


def _lasting(scene: Scene, trigger: Trigger, when: When, status: Status, finding: Finding) -> bool:
    """Whether what is told "since" a day goes on, by somebody: not "the fourth since August"."""
    if cue(scene.parsed, trigger.clause, "firsts") or status in (Status.HAPPENED, Status.DENIED):
        return False
    if status is Status.ONGOING:
        return not trigger.noun and bool(finding.participants)
    published = scene.article.published
    return published is None or when.earliest is None or when.earliest >= published


def _background(scene: Scene, attachment: Attachment) -> list[Draft]:
    """Acts told as what came before a coarsely dated one: "in spring 2014, after the referendum"."""
    when, found = attachment.expression.when, list[Draft]()
    if when is None or when.granularity not in _COARSE or when.approximate or when.earliest is None:
        return found
    words = scene.parsed.sentence.words
    spoken_for = scene.spoken_for
    anchor = scene.parsed.sentence.first_at(attachment.expression.end - 1)
    opened = next(
        (
            i
            for i in range(anchor + 1, min(anchor + 4, len(words)))
            if words[i] in scene.parsed.words.cues["after"]
        ),
        None,
    )
    if opened is None:
        return found
    inside = [
        t for t in scene.parsed.triggers
        if opened < t.head <= opened + 18 and t.head not in spoken_for and t.noun and t.kind.strength == 3
        and t.kind is not NOTHING
        and scene.parsed.parse.clauses[t.clause].opener != "sub"  # "after talks broke down" tells their end
    ]  # fmt: skip
    for trigger in inside[-1:]:
        about = When(
            f"{when.edtf.rstrip('~')}~", when.earliest, when.latest, when.granularity, approximate=True,
            reason="told as just before this date",
        )  # fmt: skip
        draft = _draft(scene, Attachment(trigger, attachment.expression, 0.0, "before"), about, "before")
        if draft is not None:
            found.append(draft)
    return found


def _untold(scene: Scene) -> list[Draft]:
    """Acts that a date and actors tell though no word of ours does."""
    drafts = [
        _draft(scene, one, one.expression.when, "guess")
        for one in guesses(scene)
        if one.expression.when is not None
    ]
    return [draft for draft in drafts if draft is not None]


def _today(scenes: Sequence[Scene]) -> list[Draft]:
    """The act of a lead that stands under a dateline: it takes the day of publication, with less trust."""
    article = scenes[0].article
    if article.published is None or article.published_from is not PublishedFrom.DATELINE:
        return []
    lead = next((scene for scene in scenes if scene.parsed.sentence.kind is BlockKind.BODY), None)
    if lead is None or lead.attached:
        return []
    day = When(
        article.published.isoformat(), article.published, article.published, Granularity.DAY,
        reason="the day of the dateline",
    )  # fmt: skip
    mains = [t for t in lead.parsed.triggers if t.finite and t.clause == 0 and t.kind.strength >= 2]
    for trigger in mains[:1]:
        expression = TimeExpression(
            "", lead.parsed.sentence.start, lead.parsed.sentence.start, when=day, confidence=0.5
        )
        draft = _draft(lead, Attachment(trigger, expression, 0.0, "day"), day, "day")
        if draft is not None and draft.event.participants:
            evidence = (replace(draft.event.evidence[0], expression=None),)
            return [replace(draft, event=replace(draft.event, evidence=evidence))]
    return []


def grounded(draft: Draft) -> bool:
    """Whether a draft says enough to stand alone: somebody, somewhere, or at least a fine date."""
    event = draft.event
    if event.participants or event.place is not None:
        return True
    ahead = event.status is Status.PLANNED
    if ahead and event.type == "ELECT":
        return True  # "a referendum is planned for the autumn"
    return (ahead or event.when.latest is not None) and event.when.granularity not in _COARSE


def read_drafts(
    article: Article,
    expressions: Sequence[TimeExpression],
    actors: tuple[Mapping[str, Actor], Sequence[Mention]],
    places: tuple[Mapping[str, Place], Sequence[Mention]],
) -> tuple[list[Draft], list[Echo]]:
    """The dated acts of an article as drafts, each told once per sentence, and its undated echoes."""
    told, undated = scenes(article, expressions, actors, places)
    drafts: list[Draft] = []
    for scene in told:
        for attachment in scene.attached:
            when = attachment.expression.when
            if when is None:
                continue
            draft = _draft(scene, attachment, when, attachment.how)
            if draft is not None and (attachment.how != "entry" or draft.event.participants):
                drafts.append(draft)
            drafts += _background(scene, attachment)
        drafts += _untold(scene)
    if told:
        drafts += _today(told)
    acts = [(draft.event, draft.kind, draft.impersonal) for draft in drafts]
    words = lexicon(article.language)
    said = words.phrases("likewise").pattern, words.phrases("follows_on").pattern
    acts = alike(acts, said, actors[0])
    kind_of = {event.id: kind for event, kind, _ in acts}
    two = at_war_within(actors[1], actors[0]) or affair(article.text, actors[1], actors[0])
    others = frozenset(draft.event.id for draft in drafts if draft.others)
    filled = carried(acts, actors[0], two, actors[1], others)
    echoes = told_again(told, undated, [(event, kind_of[event.id]) for event in filled], actors[0])
    more = {draft.event.id for draft in drafts if draft.further}
    return [Draft(one, kind_of[one.id], further=one.id in more) for one in filled], echoes
