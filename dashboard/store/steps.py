"""What people do to a project: a change to an event, a step of the audit trail, two people at one event."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dashboard.errors import ProjectError
from dashboard.model import Article, Event

DOCUMENTS = ("view", "story", "annotation")


@dataclass(frozen=True, slots=True)
class Change:
    """What an event shall be; ``event`` None deletes it. ``base`` is the version that the author saw."""

    event_id: str
    event: Event | None
    base: int


@dataclass(frozen=True, slots=True)
class Description:
    """What people say of an article: what it is called, who published and wrote it, where it stands."""

    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""

    @classmethod
    def found(cls, article: Article) -> "Description":
        """What an article says of itself."""
        return cls(article.title, article.source, article.author, article.url or "")

    def of(self, article: Article) -> Article:
        """The article so described; it never goes without a name."""
        return replace(
            article, title=self.title or article.title, source=self.source, author=self.author,
            url=self.url or None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    """One event in one step, from what to what; None is an event that was not there, or is deleted."""

    event_id: str
    version: int
    before: Event | None
    after: Event | None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the audit trail. Its number is the revision that it made.

    ``reverses`` is the step that an undo or a redo is about. ``touched`` counts what the step wrote by
    kind ("event", "article", "machine", "actor", "title", "view", "story", "annotation").
    """

    revision: int
    author: str
    at: datetime
    action: str
    note: str = ""
    reverses: int | None = None
    edits: tuple[Edit, ...] = ()
    touched: Mapping[str, int] = field(default_factory=dict)


class ConflictError(ProjectError):
    """Somebody else changed the same thing in the meantime: theirs stands, and mine is not lost."""

    def __init__(
        self,
        *,
        theirs: Event | None,
        mine: Event | None,
        base: Event | None,
        author: str,
        at: datetime | None,
        event_id: str = "",
    ) -> None:
        who = author or "Somebody else"
        super().__init__("{who} has changed this in the meantime: choose which version shall stand.", who=who)
        self.theirs, self.mine, self.base = theirs, mine, base
        self.author, self.at, self.event_id = author, at, event_id
