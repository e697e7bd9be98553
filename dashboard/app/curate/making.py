"""Making an event by hand: out of nothing, from a place in a lane, or from selected words of an article.

The address holds what it begins with (``seed``): "article:start-end" or "2017-03@actor".
"""

import re
from dataclasses import dataclass, replace

from dashboard.actors import find_actors
from dashboard.app.curate.form import Begun
from dashboard.app.curate.suggestions import known_actor
from dashboard.app.curate.typed import Values, person_of, when_text
from dashboard.dates import parse_when
from dashboard.errors import DateError, EditError
from dashboard.events import build_timeline
from dashboard.events.titles import TITLED
from dashboard.model import Article, Block, BlockKind, Event, Evidence, Participation, Role, Timeline
from dashboard.store.edits import evidence_of

_WORDS = re.compile(r"(.+):(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Seed:
    """What a new event begins with; all of it may be missing."""

    words: Evidence | None = None
    day: str = ""
    actor: str = ""


def seed_of(text: str, timeline: Timeline) -> Seed:
    """What a seed in an address means; what it cannot mean is left out."""
    if told := _WORDS.fullmatch(text):
        try:
            article = timeline.article(told[1])
            expressions = timeline.expressions.get(article.id, ())
            return Seed(evidence_of(article, int(told[2]), int(told[3]), expressions))
        except (KeyError, EditError):
            return Seed()
    day, _, actor = text.partition("@")
    try:
        parse_when(day, "en", None)
    except DateError:
        day = ""
    return Seed(None, day, actor if actor in timeline.actors else "")


def begun(seed: Seed, timeline: Timeline, language: str) -> Begun:
    """The beginning of a form for a new event."""
    values: Values = {
        **{f"title:{code}": "" for code in TITLED},
        "when": "", "status": "happened", "type": "", "mode": "", "place": "", "note": "", "people": [],
    }  # fmt: skip
    words = seed.words
    if words is None:
        if seed.day:
            values["when"] = when_text(parse_when(seed.day, "en", None), language)
        if seed.actor:
            one = Participation(seed.actor, Role.PARTICIPANT)
            values["people"] = [person_of(one, timeline.actors, language)]
        return Begun(values)
    article = timeline.article(words.article)
    if words.expression and words.expression.when:
        values["when"] = when_text(words.expression.when, language)
    values |= _proposed(article, words, timeline, language)
    return Begun(
        values, None, 0, (article.id, words.start, words.end), article.published,
    )  # fmt: skip


def _proposed(article: Article, words: Evidence, timeline: Timeline, language: str) -> Values:
    """What the program reads in the words alone, and whom the whole article names there."""
    alone = replace(
        article, id="words", title="", text=words.quote, blocks=(Block(BlockKind.BODY, 0, len(words.quote)),)
    )
    event: Event | None = next(iter(build_timeline([alone]).events), None)
    found: dict[str, Participation] = {}
    for each in event.participants if event else ():
        found.setdefault(each.actor, each)
    for mention in find_actors(article).mentions:
        inside = words.start <= mention.start and mention.end <= words.end
        if inside and mention.target and mention.rule not in {"in role", "venue"}:
            found.setdefault(mention.target, Participation(mention.target, Role.PARTICIPANT))
    known = [each for key, each in found.items() if key in timeline.actors or known_actor(key) is not None]
    names = dict(timeline.actors) | {
        each.actor: actor
        for each in known
        if (actor := known_actor(each.actor)) and each.actor not in timeline.actors
    }
    said: Values = {"people": [person_of(each, names, language) for each in known]}
    if event is not None:
        said |= {"type": event.type, "mode": event.mode or "", "status": event.status.value}
        if event.place:
            said["place"] = event.place.id
    return said
