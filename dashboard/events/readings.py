"""What single articles say, kept so that none is read twice. Called by ``build``.

What one article tells hangs on itself and on who its people turn out to be beside other articles; as long
as neither changes, its reading stands, whatever is added or taken away around it.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock

from dashboard.actors import ActorReading, Extra, find_actors, name_keys
from dashboard.dates import date_article, find_expressions
from dashboard.events.belonging import lineage
from dashboard.events.reading import Draft
from dashboard.model import Actor, Article, TimeExpression
from dashboard.places import PlaceReading, find_places
from dashboard.workers import Workers

MOST = 2000
"""Articles, as they came and as they were dated, whose readings are kept; what is used least goes first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article by itself."""

    article: Article
    expressions: tuple[TimeExpression, ...]
    actors: ActorReading
    keys: Mapping[str, Sequence[str]]
    places: PlaceReading


@dataclass(frozen=True, slots=True)
class Company:
    """Who an article's people are beside the other articles: their names there, and what they are."""

    renames: Mapping[str, str]
    actors: Mapping[str, Actor]


@dataclass(slots=True)
class _Kept:
    reading: Reading
    told: tuple[Company, Sequence[Draft]] | None = None


class Readings:
    """Readings by article, for one list of extra actors; several threads may share them."""

    def __init__(self, extra: Sequence[Extra] = (), *, most: int = MOST) -> None:
        self.extra = tuple(extra)
        self._most = most
        self._kept: OrderedDict[Article, _Kept] = OrderedDict()
        self._lock = Lock()

    def of(self, articles: Sequence[Article], workers: Workers) -> Iterator[Reading]:
        """The readings of articles in order, those that were not kept made by the workers."""
        kept = [self._find(article) for article in articles]
        unread = [article for article, found in zip(articles, kept, strict=True) if found is None]
        made = workers.each(partial(_read, self.extra), unread, lambda one: one.language)
        for article, found in zip(articles, kept, strict=True):
            yield found.reading if found is not None else self._keep(article, next(made))

    def told(
        self,
        readings: Sequence[tuple[Reading, Company]],
        tell: Callable[[tuple[Reading, Company]], Sequence[Draft]],
        workers: Workers,
    ) -> Iterator[Sequence[Draft]]:
        """The drafts of articles in their company, in order; ``tell`` makes those that were not kept."""
        kept = [self._told(reading, company) for reading, company in readings]
        untold = [pair for pair, drafts in zip(readings, kept, strict=True) if drafts is None]
        made = workers.each(tell, untold, lambda pair: pair[0].article.language)
        for (reading, company), drafts in zip(readings, kept, strict=True):
            yield drafts if drafts is not None else self._keep_told(reading, company, next(made))

    def _told(self, reading: Reading, company: Company) -> Sequence[Draft] | None:
        found = self._find(reading.article)
        told = found.told if found is not None else None
        return told[1] if told is not None and told[0] == company else None

    def _keep_told(self, reading: Reading, company: Company, drafts: Sequence[Draft]) -> Sequence[Draft]:
        if (found := self._find(reading.article)) is not None:
            found.told = company, drafts
        return drafts

    def _find(self, key: Article) -> _Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def _keep(self, article: Article, reading: Reading) -> Reading:
        """The reading, kept for the article as it came and as it was dated."""
        kept = _Kept(reading)
        with self._lock:
            self._kept[article] = self._kept[reading.article] = kept
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return reading


def _read(extra: Sequence[Extra], article: Article) -> Reading:
    """The reading of an article, dated before."""
    dated = date_article(article)
    expressions, actors = find_expressions(dated), find_actors(dated, extra=extra)
    return Reading(dated, expressions, actors, name_keys(actors), find_places(dated))


def company(reading: Reading, renames: Mapping[str, str], actors: Mapping[str, Actor]) -> Company:
    """Who somebody named in an article is among all actors, which are ``bare``, with whom they belong to."""
    named = [renames.get(name, name) for name in reading.actors.actors]
    wanted = {each for name in named for each in lineage(name, actors)}
    known = {name: actor for name, actor in actors.items() if name in wanted}
    return Company({old: new for old, new in renames.items() if old != new}, known)


def bare(actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """Actors without aliases and functions: they grow with each article, and nothing is read from them."""
    return {
        name: replace(actor, aliases=(), role="") if actor.aliases or actor.role else actor
        for name, actor in actors.items()
    }
