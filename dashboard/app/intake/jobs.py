"""Articles on their way into the project: each read in a thread of its own, looked at, then added or left.

A batch belongs to one page of one browser, and lives in memory: until a reader confirms it, nothing of it
is in the project. Called by ``panel`` and ``routes``.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from threading import RLock, Semaphore, Thread

from dashboard.app.intake.likeness import Double, double_of
from dashboard.app.workspace import Workspace, published_on
from dashboard.errors import ArticleError, DetenteError, ProjectError
from dashboard.model import Article, Timeline

_log = logging.getLogger(__name__)
MOST_ITEMS = 60
_MOST_BATCHES = 50
_AT_ONCE = 2
_SECONDS = 4 * 3600.0  # after which a forgotten batch may go

Bring = Callable[[], Article]


class State(StrEnum):
    """How far an article is on its way."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"
    CANCELLED = "cancelled"


BUSY = frozenset({State.WAITING, State.READING})


@dataclass(slots=True, eq=False)
class Item:
    """One article on its way.

    ``stage`` grows when the page has to draw it anew, ``turn`` when it is to be read again, or not at all.
    """

    id: str
    name: str
    state: State = State.WAITING
    brought: Article | None = None
    timeline: Timeline | None = None
    fault: DetenteError | None = None
    double: Double | None = None
    published: date | None = None
    language: str = ""
    turn: int = 0
    stage: int = 0

    @property
    def article(self) -> Article | None:
        """The article as it is read now, dated."""
        return self.timeline.articles[0] if self.timeline else None

    def wanted(self) -> Article:
        """The article with what the reader said of it."""
        assert self.brought is not None
        found = self.brought
        if self.language and self.language != found.language:
            found = replace(found, language=self.language, language_from="given")
        return published_on(found, self.published) if self.published else found


@dataclass(slots=True, eq=False)
class Batch:
    """The articles that one page is bringing, in the order in which they came."""

    items: dict[str, Item] = field(default_factory=dict)
    count: int = 0
    used: float = field(default_factory=time.monotonic)

    @property
    def busy(self) -> bool:
        """Whether any of them is still being read."""
        return any(item.state in BUSY for item in self.items.values())


class Intake:
    """All batches behind one app."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._batches: OrderedDict[str, Batch] = OrderedDict()
        self._lock = RLock()
        self._turns = Semaphore(_AT_ONCE)

    def batch(self, batch_id: str) -> Batch:
        """The batch of a page; an empty one where it has brought nothing yet."""
        with self._lock:
            now = time.monotonic()
            for key in [key for key, each in self._batches.items() if now - each.used > _SECONDS]:
                del self._batches[key]
            found = self._batches.pop(batch_id, None) or Batch()
            found.used = now
            self._batches[batch_id] = found
            while len(self._batches) > _MOST_BATCHES:
                self._batches.popitem(last=False)
            return found

    def bring(self, batch_id: str, name: str, bring: Bring) -> Item:
        """A new item of a batch, which is being read from now on.

        Raises:
            ArticleError: the batch is full.
        """
        batch = self.batch(batch_id)
        with self._lock:
            if len(batch.items) >= MOST_ITEMS:
                raise ArticleError("{most} articles at most can be brought at once.", most=MOST_ITEMS)
            batch.count += 1
            item = Item(f"i{batch.count}", name)
            batch.items[item.id] = item
        Thread(target=self._first, args=(batch, item, bring), daemon=True, name="intake").start()
        return item

    def cancel(self, batch_id: str) -> None:
        """Nothing; what is not read yet is not waited for any more."""
        with self._lock:
            for item in self.batch(batch_id).items.values():
                if item.state in BUSY:
                    item.turn += 1
                    if item.timeline is None:
                        item.state, item.stage = State.CANCELLED, item.stage + 1
                    else:
                        item.state = State.READ

    def say(self, batch_id: str, item_id: str, *, published: date | None, language: str) -> bool:
        """Whether the article is being read again, because the reader says something new of it."""
        batch = self.batch(batch_id)
        with self._lock:
            item = batch.items.get(item_id)
            if (
                item is None
                or item.brought is None
                or (item.published, item.language) == (published, language)
            ):
                return False
            item.published, item.language = published, language
            item.turn += 1
            item.state = State.READING
            turn = item.turn
        Thread(target=self._read, args=(batch, item, turn), daemon=True, name="intake").start()
        return True

    def add(self, batch_id: str, chosen: Collection[str], *, author: str) -> tuple[int, int]:
        """The revision after the chosen articles were added in one step, and how many they are.

        Raises:
            ProjectError: none of them can be added, or the project cannot be written; the batch stays.
        """
        batch = self.batch(batch_id)
        with self._lock:
            items = [item for item in batch.items.values() if item.id in chosen and item.state is State.READ]
            brought = {article.id: article for article in (item.wanted() for item in items)}
        new: list[Article] = []

        def with_new(there: Sequence[Article]) -> Sequence[Article]:
            known = {article.id for article in there}
            new[:] = [article for key, article in brought.items() if key not in known]
            if not new:
                raise ProjectError("There is no new article to add.")
            return [*there, *new]

        revision = self.workspace.read_again(with_new, author=author, action="add articles")
        with self._lock:
            for item in items:
                batch.items.pop(item.id, None)
            batch.items = {key: each for key, each in batch.items.items() if each.state in BUSY}
        return revision, len(new)

    def _first(self, batch: Batch, item: Item, bring: Bring) -> None:
        with self._turns:
            if not self._step(item, State.READING):
                return
            try:
                item.brought = bring()
            except Exception as fault:  # noqa: BLE001 - one article that fails must not stop the others
                self._fail(item, 0, fault)
                return
        self._read(batch, item, 0)

    def _read(self, batch: Batch, item: Item, turn: int) -> None:
        with self._turns:
            reread = self.workspace.reread
            if reread is None or item.turn != turn:
                return
            try:
                timeline = reread([item.wanted()])
                double = double_of(timeline.articles[0], self._others(batch, item))
            except Exception as fault:  # noqa: BLE001 - one article that fails must not stop the others
                self._fail(item, turn, fault)
                return
            with self._lock:
                if item.turn == turn:
                    item.timeline, item.double, item.fault = timeline, double, None
                    item.state, item.stage = State.READ, item.stage + 1

    def _others(self, batch: Batch, item: Item) -> Sequence[Article]:
        """The articles that one could be the same as: the project's, then those brought before it."""
        with self._lock:
            before = list(batch.items.values())
        before = before[: before.index(item)] if item in before else before
        brought = [each.brought for each in before if each.brought is not None]
        return [*self.workspace.timeline().articles, *brought]

    def _step(self, item: Item, state: State) -> bool:
        """Whether the item goes on, and has not been cancelled."""
        with self._lock:
            if item.turn:
                return False
            item.state, item.stage = state, item.stage + 1
            return True

    def _fail(self, item: Item, turn: int, fault: Exception) -> None:
        if not isinstance(fault, DetenteError):
            _log.error("An article could not be read.", exc_info=fault)
            fault = ArticleError("{name} cannot be read: the server's log says why.", name=item.name)
        with self._lock:
            if item.turn == turn:
                item.fault, item.state, item.stage = fault, State.FAILED, item.stage + 1
