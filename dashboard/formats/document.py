"""A timeline as the JSON document ``detente/1``: the contract's fields first, then what it adds.

Offsets index ``articles[].text``. Reasons are the English messages of the catalogue, whatever the
language, so that a program can rely on them. ``reading`` turns a document back into a timeline.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.model import (
    Actor,
    Article,
    Event,
    Evidence,
    Participation,
    Place,
    TimeExpression,
    Timeline,
    When,
)

SCHEMA = "detente/1"


def to_json(timeline: Timeline, language: str = "en") -> dict[str, Any]:
    """The document of a timeline; titles and names in a language, and under ``names`` in all."""
    return {
        "schema": SCHEMA,
        "articles": [_article(a, timeline.expressions.get(a.id, ())) for a in timeline.articles],
        "actors": [_actor(actor, language) for actor in timeline.actors.values()],
        "events": [_event(event, language) for event in timeline.events],
        "titles": dict(timeline.titles),
    }


def article_document(article: Article, expressions: Sequence[TimeExpression]) -> dict[str, Any]:
    """One article with its time expressions, as it stands in a document."""
    return _article(article, tuple(expressions))


def actor_document(actor: Actor, language: str = "en") -> dict[str, Any]:
    """One actor, as it stands in a document."""
    return _actor(actor, language)


def event_document(event: Event, language: str = "en") -> dict[str, Any]:
    """One event, as it stands in a document."""
    return _event(event, language)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _article(article: Article, expressions: tuple[TimeExpression, ...]) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "published": _day(article.published),
        "published_from": article.published_from.value,
        "source": article.source,
        "url": article.url,
        "time_expressions": [_expression(expression) for expression in expressions],
        "text": article.text,
        "blocks": [{"kind": b.kind.value, "start": b.start, "end": b.end} for b in article.blocks],
        "language_from": article.language_from,
        "published_confidence": article.published_confidence,
        "published_precision": article.published_precision.value,
        "published_reason": article.published_reason,
        "author": article.author,
        "licence": article.licence,
        "warnings": list(article.warnings),
    }


def _when(when: When | None) -> dict[str, Any]:
    if when is None:
        return {"edtf": None, "earliest": None, "latest": None, "granularity": None, "approximate": False}
    return {
        "edtf": when.edtf,
        "earliest": _day(when.earliest),
        "latest": _day(when.latest),
        "granularity": when.granularity.value,
        "approximate": when.approximate,
    }


def _expression(expression: TimeExpression) -> dict[str, Any]:
    when = expression.when
    return {
        "text": expression.text,
        "start": expression.start,
        "end": expression.end,
        **_when(when),
        "timex3": expression.timex_value,
        "reason": when.reason if when else expression.reason,
        "type": expression.timex_type,
        "mod": expression.timex_mod,
        "role": expression.role.value,
        "rule": expression.rule,
        "confidence": expression.confidence,
        "note": expression.reason if when else "",
    }


def _actor(actor: Actor, language: str) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name(language),
        "kind": actor.kind.value,
        "aliases": list(actor.aliases),
        "affiliation": actor.affiliation,
        "wikidata": actor.wikidata,
        "names": dict(actor.names),
        "role": actor.role,
        "country": actor.country,
    }


def _event(event: Event, language: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title(language),
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "when": _when(event.when) | {"reason": event.when.reason},
        "participants": [_participation(participation) for participation in event.participants],
        "place": _place(event.place, language) if event.place else None,
        "evidence": [_evidence(evidence) for evidence in event.evidence],
        "confidence": event.confidence,
        "reasons": list(event.reasons),
        "titles": dict(event.titles),
        "note": event.note,
        "review": event.review.value,
    }


def _participation(participation: Participation) -> dict[str, Any]:
    return {"actor": participation.actor, "role": participation.role.value, "title": participation.title}


def _place(place: Place, language: str) -> dict[str, Any]:
    return {
        "name": place.name(language),
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "id": place.id,
        "names": dict(place.names),
        "kind": place.kind,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "expression": _expression(evidence.expression) if evidence.expression else None,
        "rule": evidence.rule,
    }
