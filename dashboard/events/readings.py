"""What single articles say, kept so that none is read twice. Called by ``build``.

What one article tells hangs on itself and on who its people turn out to be beside other articles; as long
as neither changes, its reading stands, whatever is added or taken away around it.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from dashboard.actors import ActorReading, Extra, find_actors
from dashboard.dates import date_article, find_expressions
from dashboard.events.belonging import lineage
from dashboard.events.reading import Draft
from dashboard.model import Actor, Article, TimeExpression
from dashboard.places import PlaceReading, find_places

MOST = 2000
"""Articles, as they came and as they were dated, whose readings are kept; what is used least goes first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article by itself."""

    article: Article
    expressions: tuple[TimeExpression, ...]
    actors: ActorReading
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

    def of(self, article: Article) -> Reading:
        """The reading of an article, made now if it was not kept."""
        found = self._find(article)
        if found is None:
            dated = date_article(article)
            found = self._find(dated) if dated is not article else None
            if found is None:
                expressions = find_expressions(dated)
                actors = find_actors(dated, extra=self.extra)
                found = _Kept(Reading(dated, expressions, actors, find_places(dated)))
            self._keep(found, *((article,) if dated is article else (article, dated)))
        return found.reading

    def told(
        self, article: Article, company: Company, read: Callable[[], Sequence[Draft]]
    ) -> Sequence[Draft]:
        """The drafts of an article in this company; ``read`` makes them if they were not kept."""
        found = self._find(article)
        if found is not None and found.told is not None and found.told[0] == company:
            return found.told[1]
        drafts = tuple(read())
        if found is not None:
            found.told = company, drafts
        return drafts

    def _find(self, key: Article) -> _Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def _keep(self, kept: _Kept, *keys: Article) -> None:
        with self._lock:
            for key in keys:
                self._kept[key] = kept
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def company(reading: Reading, renames: Mapping[str, str], actors: Mapping[str, Actor]) -> Company:
    """Who somebody named in an article is among all actors, with those whom they belong to.

    Aliases and functions are left out: they grow with each article, and nothing is read from them.
    """
    named = [renames.get(name, name) for name in reading.actors.actors]
    wanted = {each for name in named for each in lineage(name, actors)}
    known = {name: _bare(actor) for name, actor in actors.items() if name in wanted}
    return Company({old: new for old, new in renames.items() if old != new}, known)


def _bare(actor: Actor) -> Actor:
    return replace(actor, aliases=(), role="") if actor.aliases or actor.role else actor
