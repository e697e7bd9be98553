"""Articles come into a project and leave it: what a step writes then. Called by ``project``."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.errors import ProjectError
from dashboard.model import Event, Review, Timeline
from dashboard.store.ancestry import heaviest_first
from dashboard.store.assembly import (
    ARTICLE,
    CAST,
    EVENT,
    GIVEN,
    MACHINE,
    READ,
    TITLE,
    Reader,
    actor_body,
    article_body,
    dumped,
    event_body,
)
from dashboard.store.journal import DELETED, Journal, Pen
from dashboard.store.rereading import elsewhere, joined, matched
from dashboard.store.steps import DOCUMENTS, ConflictError
from dashboard.store.trail import remembered


@dataclass(frozen=True, slots=True)
class Leaving:
    """What goes while a reading comes.

    ``articles`` are taken away. ``events`` of the reading are not wanted: they are deleted at once, and can
    be brought back. ``anew`` begins another timeline: title, events by hand, views, story and annotations
    go too.
    """

    articles: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    anew: bool = False


NOTHING = Leaving()


def gather(journal: Journal, pen: Pen, timeline: Timeline, leaving: Leaving) -> None:
    """Nothing; the pen writes a reading, and takes away what is leaving.

    Raises:
        ProjectError: another text is known by an article's id.
    """
    before = remembered(journal)
    for key in leaving.articles:
        pen.put(ARTICLE, key, None)
    if leaving.anew:
        _clear(pen)
    read = {article.id for article in timeline.articles} | leaving.articles
    rest = standing(pen) - leaving.articles
    for article in timeline.articles:
        pen.text(article.id, article.text)
        if pen.record.texts.get(article.id, article.text) != article.text:
            raise ProjectError(f"Another text is known by the id {article.id!r}: nothing was added.")
        expressions = timeline.expressions.get(article.id, ())
        pen.put(ARTICLE, article.id, article_body(article, expressions))
    for key in dict.fromkeys((*heaviest_first(timeline), *timeline.actors)):
        pen.put(CAST, key, actor_body(timeline.actors[key]))
    if timeline.titles and (rest <= read or pen.record.body(TITLE, READ) is None):
        pen.put(TITLE, READ, dumped(dict(timeline.titles)))
    elif leaving.articles and not rest and not timeline.articles:
        pen.put(TITLE, READ, None)
    own = [event for event in timeline.events if event.review is not Review.UNREVIEWED]
    for event in own:
        if pen.record.body(EVENT, event.id) is None:
            pen.put(EVENT, event.id, event_body(event))
    found = [event for event in timeline.events if event.review is Review.UNREVIEWED]
    _replace_machine(pen, before, found, read)
    for key in leaving.events & {event.id for event in found}:
        if pen.record.body(EVENT, key) is None:
            pen.put(EVENT, key, DELETED)


def standing(pen: Pen) -> set[str]:
    """The articles that are there."""
    return {key for key, each in pen.record.of(ARTICLE).items() if each.body is not None}


def refuse_stale(journal: Journal, pen: Pen, timeline: Timeline, since: int | None) -> None:
    """Nothing, if none of the articles has changed since a revision.

    Raises:
        ConflictError: one has.
    """
    for article in timeline.articles if since is not None else ():
        now = pen.record.of(ARTICLE).get(article.id)
        if now is not None and now.step > (since or 0):
            heads = journal.entries("id = ?", now.step)
            raise ConflictError(
                theirs=None, mine=None, base=None, author=heads[0].author, at=heads[0].at, event_id=""
            )


def _clear(pen: Pen) -> None:
    """Nothing; what people made that rests on no article goes, and undo brings it back."""
    pen.put(TITLE, GIVEN, None)
    for kind in DOCUMENTS:
        for key in list(pen.record.of(kind)):
            pen.put(kind, key, None)
    reader = Reader(pen.record)
    actors = reader.actors()
    for key, each in pen.record.of(EVENT).items():
        if each.body is None or each.body == DELETED:
            continue
        event = reader.event(EVENT, key, actors)
        if event is not None and event.review is Review.MANUAL:
            pen.put(EVENT, key, None)


def _replace_machine(
    pen: Pen, known: Mapping[str, Event], events: Sequence[Event], read: Collection[str]
) -> None:
    """Nothing; what was read in these articles gives way to what has been read now."""
    old = {key: event for key, event in known.items() if any(each.article in read for each in event.evidence)}
    new = matched(old, events)
    for key, before in old.items():
        rest = elsewhere(before, set(read)) if pen.record.body(MACHINE, key) else ()
        if key in new:
            new[key] = joined(new[key], rest)
        elif rest:
            new[key] = replace(before, evidence=rest)
        else:
            pen.put(MACHINE, key, None)
    for key, event in new.items():
        pen.put(MACHINE, key, event_body(event))
