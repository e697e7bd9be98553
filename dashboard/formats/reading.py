"""A JSON document ``detente/1`` back into a timeline, each fault named by its place in the document.

Only the contract's fields are required; what ``document`` adds beyond them may be missing. Called by
the command line and by tests; a document may come from anywhere, so nothing in it is trusted.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from dashboard.errors import FormatError
from dashboard.formats.document import SCHEMA
from dashboard.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Event,
    Evidence,
    Granularity,
    Participation,
    Place,
    PublishedFrom,
    Review,
    Role,
    Status,
    TimeExpression,
    Timeline,
    TimexRole,
    When,
)

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)
_NEEDED = object()


def from_json(document: Any) -> Timeline:
    """The timeline of a document.

    Raises:
        FormatError: the document does not follow the schema; the message names the field.
    """
    root = _Node(document, "")
    schema = root.text("schema")
    if schema != SCHEMA:
        raise FormatError(f"schema: this is {schema!r}, and {SCHEMA!r} is what can be read.")
    articles = tuple(root.each("articles", _article))
    texts = {article.id: article.text for article, _ in articles}
    actors = {actor.id: actor for actor in root.each("actors", _actor)}
    events = tuple(root.each("events", lambda node: _event(node, texts, actors)))
    return Timeline(
        articles=tuple(article for article, _ in articles),
        expressions={article.id: expressions for article, expressions in articles},
        actors=actors,
        events=events,
        titles=root.names("titles", {}),
    )


def read_article_document(document: Any) -> tuple[Article, tuple[TimeExpression, ...]]:
    """The article of a part of a document, and its time expressions.

    Raises:
        FormatError: it does not follow the schema; the message names the field.
    """
    return _article(_Node(document, ""))


def read_actor(document: Any) -> Actor:
    """The actor of a part of a document.

    Raises:
        FormatError: it does not follow the schema; the message names the field.
    """
    return _actor(_Node(document, ""))


def read_event(document: Any, texts: Mapping[str, str], actors: Mapping[str, Actor]) -> Event:
    """The event of a part of a document; ``texts`` are the articles' by id, which its quotes must match.

    Raises:
        FormatError: it does not follow the schema; the message names the field.
    """
    return _event(_Node(document, ""), texts, actors)


class _Node:
    """An object in the document, and its path for messages."""

    def __init__(self, value: Any, path: str) -> None:
        self.path = path
        if not isinstance(value, dict):
            raise FormatError(f"{path or 'The document'}: an object is needed here.")
        self._value: dict[str, Any] = value

    def where(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def fault(self, key: str, problem: str) -> NoReturn:
        raise FormatError(f"{self.where(key)}: {problem}.")

    def get(self, key: str, default: Any = _NEEDED) -> Any:
        if key in self._value:
            return self._value[key]
        if default is _NEEDED:
            self.fault(key, "this field is missing")
        return default

    def text(self, key: str, default: Any = _NEEDED) -> str:
        value = self.get(key, default)
        if not isinstance(value, str):
            self.fault(key, "text is needed here")
        return value

    def maybe_text(self, key: str, default: Any = _NEEDED) -> str | None:
        return None if self.get(key, default) is None else self.text(key)

    def number(self, key: str, default: Any = _NEEDED) -> float:
        value = self.get(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value:  # noqa: PLR0124
            self.fault(key, "a number is needed here")
        return float(value)

    def share(self, key: str, default: Any = _NEEDED) -> float:
        value = self.number(key, default)
        if not 0 <= value <= 1:
            self.fault(key, "a number from 0 to 1 is needed here")
        return value

    def degrees(self, key: str, most: float) -> float | None:
        if self.get(key, None) is None:
            return None
        value = self.number(key)
        if abs(value) > most:
            self.fault(key, f"degrees from -{most:g} to {most:g} are needed here")
        return value

    def flag(self, key: str, default: Any = _NEEDED) -> bool:
        value = self.get(key, default)
        if not isinstance(value, bool):
            self.fault(key, "true or false is needed here")
        return value

    def span(self, length: int) -> tuple[int, int]:
        start, end = self.get("start"), self.get("end")
        for key, value in (("start", start), ("end", end)):
            if isinstance(value, bool) or not isinstance(value, int):
                self.fault(key, "a whole number is needed here")
        if not 0 <= start <= end <= length:
            self.fault("start", f"{start} to {end} lies outside the article's {length} characters")
        return start, end

    def day(self, key: str) -> date | None:
        value = self.maybe_text(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fault(key, f"{value[:40]!r} is not a day written YYYY-MM-DD")

    def one_of(self, key: str, kind: type[_E], default: Any = _NEEDED) -> _E:
        value = self.text(key, default)
        try:
            return kind(value)
        except ValueError:
            choices = ", ".join(member.value for member in kind)
            self.fault(key, f"{value[:40]!r} is not one of {choices}")

    def texts(self, key: str, default: Any = _NEEDED) -> tuple[str, ...]:
        value = self.get(key, default)
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
            self.fault(key, "a list of texts is needed here")
        return tuple(value)

    def names(self, key: str, default: Any) -> dict[str, str]:
        value = self.get(key, default)
        if not isinstance(value, dict) or not all(isinstance(name, str) for name in value.values()):
            self.fault(key, "an object of texts, one for each language, is needed here")
        return dict(value)

    def each(self, key: str, read: Callable[["_Node"], _T], default: Any = _NEEDED) -> list[_T]:
        value = self.get(key, default)
        if not isinstance(value, list):
            self.fault(key, "a list is needed here")
        return [read(_Node(item, f"{self.where(key)}[{place}]")) for place, item in enumerate(value)]

    def child(self, key: str) -> "_Node | None":
        value = self.get(key, None)
        return None if value is None else _Node(value, self.where(key))


def _article(node: _Node) -> tuple[Article, tuple[TimeExpression, ...]]:
    text = node.text("text")

    def block(part: _Node) -> Block:
        return Block(part.one_of("kind", BlockKind), *part.span(len(text)))

    article = Article(
        id=node.text("id"),
        text=text,
        blocks=tuple(node.each("blocks", block, [])),
        title=node.text("title"),
        language=node.text("language"),
        language_from=node.text("language_from", "given"),
        published=node.day("published"),
        published_from=node.one_of("published_from", PublishedFrom),
        published_confidence=node.share("published_confidence", 0.0),
        published_precision=node.one_of("published_precision", Granularity, "day"),
        published_reason=node.text("published_reason", ""),
        source=node.text("source"),
        url=node.maybe_text("url"),
        author=node.text("author", ""),
        licence=node.text("licence", ""),
        warnings=node.texts("warnings", ()),
    )
    return article, tuple(node.each("time_expressions", lambda part: _expression(part, text)))


def _when(node: _Node, reason: str) -> When:
    earliest, latest = node.day("earliest"), node.day("latest")
    try:
        return When(
            edtf=node.text("edtf"),
            earliest=earliest,
            latest=latest,
            granularity=node.one_of("granularity", Granularity),
            approximate=node.flag("approximate"),
            reason=reason,
        )
    except ValueError:
        node.fault("earliest", "it must not be after latest, and one of the two is needed")


def _expression(node: _Node, text: str) -> TimeExpression:
    start, end = node.span(len(text))
    said = node.text("text")
    if text[start:end] != said:
        node.fault("text", "this is not what stands in the article at these offsets")
    resolved = node.get("edtf") is not None
    reason = node.text("reason", "")
    return TimeExpression(
        text=said,
        start=start,
        end=end,
        timex_type=node.text("type", "DATE"),
        timex_value=node.text("timex3"),
        timex_mod=node.text("mod", ""),
        when=_when(node, reason) if resolved else None,
        role=node.one_of("role", TimexRole, "event"),
        rule=node.text("rule", ""),
        confidence=node.share("confidence", 1.0),
        reason=node.text("note", "") if resolved else reason,
    )


def _actor(node: _Node) -> Actor:
    return Actor(
        id=node.text("id"),
        kind=node.one_of("kind", ActorKind),
        names=node.names("names", None) if node.get("names", None) else {"en": node.text("name")},
        aliases=node.texts("aliases"),
        affiliation=node.maybe_text("affiliation"),
        role=node.text("role", ""),
        wikidata=node.maybe_text("wikidata"),
        country=node.maybe_text("country", None),
    )


def _event(node: _Node, texts: Mapping[str, str], actors: Mapping[str, Actor]) -> Event:
    when, place = node.child("when"), node.child("place")
    if when is None:
        node.fault("when", "this field is missing")
    evidence = tuple(node.each("evidence", lambda part: _evidence(part, texts)))
    review = node.one_of("review", Review, "unreviewed")
    if not evidence and review is not Review.MANUAL:
        node.fault("evidence", "an event needs at least one quote, unless its review is 'manual'")
    return Event(
        id=node.text("id"),
        titles=node.names("titles", None) if node.get("titles", None) else {"en": node.text("title")},
        type=node.text("type"),
        mode=node.maybe_text("mode"),
        status=node.one_of("status", Status),
        when=_when(when, when.text("reason", "")),
        participants=tuple(node.each("participants", lambda part: _participation(part, actors))),
        evidence=evidence,
        place=_place(place) if place else None,
        confidence=node.share("confidence"),
        reasons=node.texts("reasons"),
        note=node.text("note", ""),
        review=review,
    )


def _participation(node: _Node, actors: Mapping[str, Actor]) -> Participation:
    actor = node.text("actor")
    if actor not in actors:
        node.fault("actor", f"{actor[:40]!r} is not among the document's actors")
    return Participation(actor, node.one_of("role", Role), node.text("title", ""))


def _place(node: _Node) -> Place:
    name = node.text("name")
    return Place(
        id=node.text("id", name.casefold()),
        names=node.names("names", None) if node.get("names", None) else {"en": name},
        country=node.maybe_text("country"),
        lat=node.degrees("lat", 90),
        lon=node.degrees("lon", 180),
        kind=node.text("kind", "city"),
    )


def _evidence(node: _Node, texts: Mapping[str, str]) -> Evidence:
    article = node.text("article")
    if article not in texts:
        node.fault("article", f"{article[:40]!r} is not among the document's articles")
    text = texts[article]
    start, end = node.span(len(text))
    quote = node.text("quote")
    if text[start:end] != quote:
        node.fault("quote", "this is not what stands in the article at these offsets")
    expression = node.child("expression")
    return Evidence(
        article=article,
        quote=quote,
        start=start,
        end=end,
        expression=_expression(expression, text) if expression else None,
        rule=node.text("rule", ""),
    )
