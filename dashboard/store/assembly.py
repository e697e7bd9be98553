"""A project's documents become one timeline: the machine's reading with people's corrections over it.

``Reader`` parses what the journal keeps, each version once. Called by ``project``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import orjson

from dashboard.formats import (
    actor_document,
    article_document,
    event_document,
    read_actor,
    read_article_document,
    read_event,
)
from dashboard.model import Actor, ActorKind, Article, Event, Review, TimeExpression, Timeline
from dashboard.store.journal import DELETED, Record

# the kinds of documents
ARTICLE, MACHINE, EVENT, CAST, ACTOR, TITLE = "article", "machine", "event", "cast", "actor", "title"
READ, GIVEN = "read", "given"  # the keys of titles: the machine's, and the one that people gave


def dumped(value: Any) -> str:
    """A value as the body of a document; equal values have equal bodies."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def event_body(event: Event | None) -> str:
    """The body of an event, or of a deletion."""
    return DELETED if event is None else dumped(event_document(event))


def actor_body(actor: Actor) -> str:
    """The body of an actor."""
    return dumped(actor_document(actor))


def article_body(article: Article, expressions: Iterable[TimeExpression]) -> str:
    """The body of an article with its time expressions; its text is kept apart, once."""
    document = article_document(article, tuple(expressions))
    del document["text"]
    return dumped(document)


class Reader:
    """What the documents of a record mean. Hold the journal's lock while it reads."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def article(self, article_id: str) -> tuple[Article, tuple[TimeExpression, ...]] | None:
        """An article as it is now, with its time expressions; None if it was taken away."""
        found = self.record.of(ARTICLE).get(article_id)
        if found is None or found.body is None:
            return None
        if found.parsed is None:
            found.parsed = self.article_of(article_id, found.body)
        parsed: tuple[Article, tuple[TimeExpression, ...]] = found.parsed
        return parsed

    def article_of(self, article_id: str, body: str) -> tuple[Article, tuple[TimeExpression, ...]]:
        """The article that a body holds."""
        document = orjson.loads(body)
        document["text"] = self.record.texts[article_id]
        return read_article_document(document)

    def actors(self) -> dict[str, Actor]:
        """Everybody known: whom the machine read, and over them those whom people wrote."""
        found: dict[str, Actor] = {}
        for kind in (CAST, ACTOR):
            for key, each in self.record.of(kind).items():
                if each.body is None:
                    continue
                if each.parsed is None:
                    each.parsed = read_actor(orjson.loads(each.body))
                found[key] = each.parsed
        return found

    def cast(self) -> tuple[str, ...]:
        """The ids of all but persons that were ever known, in the order in which they came."""
        first: dict[str, int] = {}
        for kind in (CAST, ACTOR):
            for key, each in self.record.of(kind).items():
                first[key] = min(each.first, first.get(key, each.first))
        known = self.actors()
        found = [key for key in first if key not in known or known[key].kind is not ActorKind.PERSON]
        return tuple(sorted(found, key=first.__getitem__))

    def event_of(self, body: str | None, actors: Mapping[str, Actor]) -> Event | None:
        """The event that a body holds; None for a deletion or nothing."""
        if body is None or body == DELETED:
            return None
        return read_event(orjson.loads(body), self.record.texts, actors)

    def event(self, kind: str, key: str, actors: Mapping[str, Actor]) -> Event | None:
        """The newest event of a kind; None if it is deleted or was never there."""
        found = self.record.of(kind).get(key)
        if found is None:
            return None
        if found.parsed is None:
            found.parsed = self.event_of(found.body, actors)
        event: Event | None = found.parsed
        return event

    def current(self, key: str, actors: Mapping[str, Actor]) -> Event | None:
        """An event as it stands: as corrected, else as read; None if it is deleted."""
        kind = MACHINE if self.record.body(EVENT, key) is None else EVENT
        return self.event(kind, key, actors)

    def timeline(self) -> Timeline:
        """Everything that stands, as one timeline; its events in time order."""
        found = [each for key in self.record.of(ARTICLE) if (each := self.article(key))]
        actors = self.actors()
        there = {article.id for article, _ in found}
        keys = dict.fromkeys([*self.record.of(MACHINE), *self.record.of(EVENT)])
        current = (self.current(key, actors) for key in keys)
        events = sorted(filter(None, (grounded(each, there) for each in current if each)), key=in_time)
        return Timeline(
            articles=tuple(article for article, _ in found),
            expressions={article.id: expressions for article, expressions in found},
            actors=_needed(events, actors),
            events=tuple(events),
            titles=self.titles(),
            cast=self.cast(),
        )

    def titles(self) -> dict[str, str]:
        """The affair's title in each language: the one that people gave, or the machine's."""
        body = self.record.body(TITLE, GIVEN) or self.record.body(TITLE, READ)
        titles: dict[str, str] = orjson.loads(body) if body else {}
        return titles


def grounded(event: Event, there: set[str]) -> Event | None:
    """The event with its evidence in the articles that are there; None if it rests on none of them."""
    kept = tuple(each for each in event.evidence if each.article in there)
    if len(kept) == len(event.evidence):
        return event
    return replace(event, evidence=kept) if kept or event.review is Review.MANUAL else None


def in_time(event: Event) -> tuple[date, date, str]:
    """What events are ordered by."""
    when = event.when
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return first or date.min, last or date.min, event.id


def _needed(events: Iterable[Event], actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """The actors who take part, and those whom they belong to."""
    wanted: set[str] = set()
    for event in events:
        for each in event.participants:
            wanted.update(_above(each.actor, actors, wanted))
    return {key: actor for key, actor in actors.items() if key in wanted}


def _above(key: str | None, actors: Mapping[str, Actor], seen: set[str]) -> Iterator[str]:
    met: set[str] = set()
    while key is not None and key in actors and key not in seen and key not in met:
        yield key
        met.add(key)
        key = actors[key].affiliation
