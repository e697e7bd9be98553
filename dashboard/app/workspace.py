"""What the app serves: the timeline as it was given, and as read again with the reader's publication dates.

The dates that a reader sets live in the page's address, not here: so two pages never disturb each
other, and back undoes. Held by one ``create_app``; the only thing kept is a small cache of readings.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from dashboard.app.naming import title_of
from dashboard.app.state import bounds
from dashboard.model import Article, Granularity, PublishedFrom, Timeline

Reread = Callable[[Sequence[Article]], Timeline]
KEPT = 8  # readings with other publication dates that are kept


@dataclass(slots=True)
class Workspace:
    """One affair behind one app; ``title`` is its name if it was given one when the app was made."""

    opening: Timeline
    reread: Reread | None = None
    title: str = ""
    _readings: OrderedDict[tuple[tuple[str, str], ...], Timeline] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def timeline(self, published: tuple[tuple[str, str], ...] = ()) -> Timeline:
        """The timeline, its articles read again if the reader gave any of them another date."""
        articles = with_dates(self.opening.articles, published)
        if self.reread is None or articles == self.opening.articles:
            return self.opening
        with self._lock:
            if published not in self._readings:
                self._readings[published] = self.reread(articles)
                while len(self._readings) > KEPT:
                    self._readings.popitem(last=False)
            self._readings.move_to_end(published)
            return self._readings[published]

    def name(self, timeline: Timeline, language: str) -> str:
        """What the affair is called, unless the reader calls it otherwise."""
        return self.title or title_of(timeline, language)


def with_dates(articles: Sequence[Article], published: tuple[tuple[str, str], ...]) -> tuple[Article, ...]:
    """The articles, those named in ``published`` with that day as the publication date given."""
    days = {article: limits[0] for article, day in published if (limits := bounds(day))}
    return tuple(
        replace(
            article,
            published=days[article.id],
            published_from=PublishedFrom.GIVEN,
            published_confidence=1.0,
            published_precision=Granularity.DAY,
            published_reason="",
        )
        if article.id in days and not _is_given(article, days[article.id])
        else article
        for article in articles
    )


def _is_given(article: Article, day: date) -> bool:
    """Whether the day was given already: a guess that is confirmed becomes a given date."""
    return article.published == day and article.published_from is PublishedFrom.GIVEN
