"""Articles on their way into the project: each read in a thread of its own, looked at, then added or left.

A batch belongs to one page of one browser, and lives in memory: until a reader confirms it, nothing of it
is in the project. Called by ``panel`` and ``routes``.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from threading import RLock, Semaphore, Thread

from dashboard.app.intake.adding import Adding
from dashboard.app.intake.likeness import Double, double_of
from dashboard.app.naming import published_as_typed
from dashboard.app.workspace import Reread, Workspace, published_on
from dashboard.errors import ArticleError, DetenteError
from dashboard.model import Article, Timeline
from dashboard.store import Description

_log = logging.getLogger(__name__)
MOST_ITEMS = 200
_MOST_BATCHES = 50
_AT_ONCE = 2
_WEIGHED = 200_000  # characters of an article that is read once more to see what its date would change
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

    ``description`` is what the reader says it is called and comes from, ``offered`` the ids of the events
    that the page shows, if it has drawn them yet, and ``unwanted`` those that are not to be added.
    ``dated`` is the publication date that the article itself gave. Where no publication date is known,
    ``gain`` says how many events more one would give, and ``undated`` how many there are without. ``stage``
    grows when the page has to draw it anew, ``turn`` when it is to be read again, or not at all.
    """

    id: str
    name: str
    state: State = State.WAITING
    brought: Article | None = None
    timeline: Timeline | None = None
    fault: DetenteError | None = None
    double: Double | None = None
    published: date | None = None
    dated: str = ""
    language: str = ""
    pasted: bool = False
    description: Description | None = None
    offered: frozenset[str] | None = None
    unwanted: frozenset[str] = frozenset()
    weighing: bool = False
    undated: int | None = None
    gain: int | None = None
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

    def described(self) -> Article:
        """The article as it goes into the project, with its name and where it comes from."""
        found = self.wanted()
        return self.description.of(found) if self.description else found


@dataclass(slots=True, eq=False)
class Batch:
    """The articles that one page is bringing, in the order in which they came."""

    items: dict[str, Item] = field(default_factory=dict)
    count: int = 0
    adding: Adding | None = None
    used: float = field(default_factory=time.monotonic)

    @property
    def busy(self) -> bool:
        """Whether any of them is still being read."""
        return self.adding is not None or any(item.state in BUSY for item in self.items.values())

    @property
    def settled(self) -> bool:
        """Whether what the page shows of them will stay as it is until somebody does something."""
        return not self.busy and not any(item.weighing for item in self.items.values())


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

    def bring(self, batch_id: str, name: str, bring: Bring, *, pasted: bool = False) -> Item:
        """A new item of a batch, which is being read from now on.

        Raises:
            ArticleError: the batch is full.
        """
        batch = self.batch(batch_id)
        with self._lock:
            if len(batch.items) >= MOST_ITEMS:
                raise ArticleError("{most} articles at most can be brought at once.", most=MOST_ITEMS)
            batch.count += 1
            item = Item(f"i{batch.count}", name, pasted=pasted)
            batch.items[item.id] = item
        Thread(target=self._first, args=(batch, item, bring), daemon=True, name="intake").start()
        return item

    def cancel(self, batch_id: str) -> None:
        """Nothing; what is not read yet is not waited for any more, and what is being added is not added."""
        batch = self.batch(batch_id)
        with self._lock:
            if batch.adding is not None:
                batch.adding.cancel()
            for item in batch.items.values():
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
            if item is None or item.brought is None:
                return False
            if not item.language and language == item.brought.language:
                language = ""  # what was found is nobody's word
            if (item.published, item.language) == (published, language):
                return False
            item.published, item.language = published, language
            item.turn += 1
            item.state, item.weighing = State.READING, False
            turn = item.turn
        Thread(target=self._read, args=(batch, item, turn), daemon=True, name="intake").start()
        return True

    def dated(self, batch_id: str, item_id: str) -> str:
        """The publication date that was found in an article, as the dialog's field shows it."""
        item = self.batch(batch_id).items.get(item_id)
        return item.dated if item else ""

    def prefer(self, batch_id: str, item_id: str, kept: Collection[str]) -> None:
        """Nothing; of what the page shows of an article only these events are wanted."""
        with self._lock:
            item = self.batch(batch_id).items.get(item_id)
            if item is not None and item.timeline is not None:
                found = frozenset(each.id for each in item.timeline.events)
                item.unwanted = (found if item.offered is None else item.offered) - set(kept)

    def describe(self, batch_id: str, item_id: str, description: Description) -> None:
        """Nothing; the article will be called so, and come from there."""
        with self._lock:
            item = self.batch(batch_id).items.get(item_id)
            if item is not None:
                item.description = description

    def add(self, batch_id: str, chosen: Collection[str], *, author: str, anew: bool = False) -> Adding:
        """The chosen articles on their way into the project, in one step and a thread of its own.

        With ``anew`` they begin another timeline in the place of the one that is there.
        """
        batch = self.batch(batch_id)
        with self._lock:
            if batch.adding is not None:
                return batch.adding
            items = [item for item in batch.items.values() if item.id in chosen and item.timeline is not None]
            items = [item for item in items if item.state is State.READ or item.state in BUSY]
            for item in items:  # one that is being read again need not be: it is read as it goes in
                item.turn += item.state in BUSY
                item.state = State.READ
            found = Adding(
                self.workspace,
                {article.id: article for article in (item.described() for item in items)},
                [(item.timeline, item.unwanted) for item in items if item.timeline is not None],
                author,
                anew=anew,
            )
            batch.adding = found
        found.start()
        return found

    def settle(self, batch_id: str) -> Adding | None:
        """What has been added since it was last asked for, or could not be; None while it is on its way."""
        batch = self.batch(batch_id)
        with self._lock:
            done = batch.adding
            if done is None or done.busy:
                return None
            batch.adding = None
            if done.revision is not None:
                batch.items = {key: each for key, each in batch.items.items() if each.state in BUSY}
            return done

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
                if item.turn != turn:
                    return
                item.timeline, item.double, item.fault = timeline, double, None
                if item.published is None:
                    item.dated = published_as_typed(timeline.articles[0])
                item.state, item.stage = State.READ, item.stage + 1
                item.weighing = not item.published and timeline.articles[0].published is None
            if item.weighing:
                self._weigh(item, timeline, turn, reread)

    def _weigh(self, item: Item, timeline: Timeline, turn: int, reread: Reread) -> None:
        """Nothing; the item, whose publication date is not known, says what one would change."""
        count, article = len(timeline.events), timeline.articles[0]
        gain = None
        if len(article.text) <= _WEIGHED:
            days = [each.when.latest for each in timeline.expressions[article.id] if each.when]
            day = max(filter(None, days), default=datetime.now(UTC).date())
            with suppress(Exception):  # a trial: what fails here fails again, and is said, once it is wanted
                gain = max(0, len(reread([published_on(item.wanted(), day)]).events) - count)
        with self._lock:
            item.undated = count
            if item.turn == turn:
                item.gain, item.weighing, item.stage = gain, False, item.stage + 1

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
