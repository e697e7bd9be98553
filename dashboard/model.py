"""The vocabulary that every room speaks: frozen records, no behaviour beyond validation.

Offsets are always character offsets into ``Article.text``, end exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class Granularity(StrEnum):
    """How fine a date is known."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def to_the_day(self) -> bool:
        """Whether a date is known to the day or finer."""
        return self in (Granularity.DAY, Granularity.TIME)


class PublishedFrom(StrEnum):
    """Where the publication date (document creation time) comes from, best first."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


class Status(StrEnum):
    """Whether an event took place, as the article has it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Review(StrEnum):
    """What people have made of an event: nothing yet, accepted as read, edited, or made by hand."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    EDITED = "edited"
    MANUAL = "manual"


class ActorKind(StrEnum):
    """What an actor is; a body (ministry, army) has a parent in ``affiliation``."""

    PERSON = "person"
    STATE = "state"
    ORGANISATION = "organisation"
    BODY = "body"


class Role(StrEnum):
    """What an actor does in an event."""

    INITIATOR = "initiator"
    TARGET = "target"
    PARTICIPANT = "participant"
    HOST = "host"
    VENUE_STATE = "venue-state"
    SPEAKER = "speaker"
    CONCERNED = "concerned"


class TimexRole(StrEnum):
    """What a time expression is for; only ``EVENT`` may date an event by itself."""

    EVENT = "event"
    DEADLINE = "deadline"
    NAME = "name"
    BIOGRAPHY = "biography"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of ``Article.text`` of one kind; blocks are in order and never overlap."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. ``text`` is what every offset points into.

    ``published_confidence`` is in [0, 1]; ``published_precision`` says how fine the date is known
    (an inferred date may be known to the month only: then ``published`` is its most likely day).
    ``warnings`` are sentences for the user, such as two dates in the metadata that disagree.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str = "en"
    language_from: str = "detected"
    published: date | None = None
    published_from: PublishedFrom = PublishedFrom.UNKNOWN
    published_confidence: float = 0.0
    published_precision: Granularity = Granularity.DAY
    published_reason: str = ""
    source: str = ""
    url: str | None = None
    author: str = ""
    licence: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """What a time expression means.

    ``edtf`` is ISO 8601-2 level 1 in our profile. ``earliest`` and ``latest`` are inclusive days;
    None means open on that side (``2014/..``). ``reason`` is phrases joined by "; ", each a message
    of the catalogue, or "message: value" (see ``wording.reason``).
    """

    edtf: str
    earliest: date | None
    latest: date | None
    granularity: Granularity
    approximate: bool = False
    reason: str = ""

    def __post_init__(self) -> None:
        if self.earliest is None and self.latest is None:
            raise ValueError(f"a When needs at least one end: {self.edtf!r}")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest is after latest: {self}")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in running text: the verbatim extent, and what it means.

    ``when`` is None while it cannot be resolved (``reason`` then says why), and for durations and
    sets, which have a TIMEX3 value but no place on the calendar.
    """

    text: str
    start: int
    end: int
    timex_type: str = "DATE"
    timex_value: str = ""
    timex_mod: str = ""
    when: When | None = None
    role: TimexRole = TimexRole.EVENT
    rule: str = ""
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, state, organisation or body. ``names`` holds the display name per language."""

    id: str
    kind: ActorKind
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    role: str = ""
    wikidata: str | None = None
    country: str | None = None

    def name(self, language: str) -> str:
        """The display name in a language, or in any that there is."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the map; latitude and longitude in degrees, None for a vague region."""

    id: str
    names: Mapping[str, str]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: str = "city"

    def name(self, language: str) -> str:
        """The display name in a language, or in any that there is."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text speaks of an actor or a place.

    ``target`` is the id of an actor or place, or None where it cannot be resolved. ``form`` is how:
    "name", "alias", "demonym", "metonym", "nominal" (le ministère), "role" (le chef d'état-major),
    "plural" (les deux hommes), "pronoun". A plural mention stands once per target.
    ``role`` is the role text as written beside the name ("chef d'état-major de l'armée russe").
    """

    start: int
    end: int
    text: str
    target: str | None
    form: str = "name"
    role: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Participation:
    """One actor in one event; ``title`` is the actor's function as the text writes it."""

    actor: str
    role: Role
    title: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The very words: ``quote == article.text[start:end]``; ``expression`` dates the event there."""

    article: str
    quote: str
    start: int
    end: int
    expression: TimeExpression | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated claim. ``id`` is stable across re-runs on the same article.

    Only an event that a person made by hand (``Review.MANUAL``) may stand without evidence.
    """

    id: str
    titles: Mapping[str, str]
    type: str
    mode: str | None
    status: Status
    when: When
    participants: tuple[Participation, ...]
    evidence: tuple[Evidence, ...]
    place: Place | None = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()
    note: str = ""
    review: Review = Review.UNREVIEWED

    def __post_init__(self) -> None:
        if not self.evidence and self.review is not Review.MANUAL:
            raise ValueError(f"an event without evidence: {self.id}")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence outside [0, 1]: {self.confidence}")

    def title(self, language: str) -> str:
        """The title in a language, or in any that there is."""
        return self.titles.get(language) or next(iter(self.titles.values()))


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything known of an affair: events in time order, the articles they rest on, the actors.

    ``cast`` holds the ids of all states, organisations and bodies that its project ever knew, oldest first.
    """

    articles: tuple[Article, ...] = ()
    expressions: Mapping[str, tuple[TimeExpression, ...]] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    cast: tuple[str, ...] = field(default=(), compare=False)

    def article(self, article_id: str) -> Article:
        """The article of an id; KeyError if the timeline does not hold it."""
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    def with_events(self, events: tuple[Event, ...]) -> "Timeline":
        """The same timeline, holding only these events."""
        return replace(self, events=events)
