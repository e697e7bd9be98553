"""Rows become events: names find their actors, quotes an article to stand in, and faults are noted.

What a row cannot hold is taken from the event of the same id, where the affair has one. For the importers.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from dashboard.events.ontology import UNTYPED
from dashboard.formats.casting import Cast
from dashboard.formats.cells import Cells
from dashboard.formats.imported import IMPORTED, Fault, Imported, time_order
from dashboard.formats.rows import NAMES, WORDS, Row, at, row_of, split
from dashboard.model import (
    Article,
    Block,
    BlockKind,
    Event,
    Evidence,
    Granularity,
    PublishedFrom,
    Review,
    Status,
    Timeline,
    When,
)
from dashboard.wording import status_code

_OF_ARTICLES = ("articles", "urls", "outlets", "authors", "published")

MOST = 20_000
"""Rows of one file that are read; an affair has fewer."""


@dataclass(frozen=True, slots=True)
class _Home:
    """What a row tells of the article that holds a quote."""

    title: str
    url: str
    outlet: str
    author: str
    published: When | None


_Quote = tuple[_Home, str]  # the article, the words


@dataclass(slots=True)
class _Page:
    """An article in the making: the quotes that it will hold, each with where it stands."""

    home: _Home
    quotes: dict[str, int] = field(default_factory=dict)
    length: int = 0

    def place(self, quote: str) -> int:
        """Where a quote begins in the text; it is added if it is new."""
        if quote not in self.quotes:
            self.quotes[quote] = self.length
            self.length += len(quote) + 2
        return self.quotes[quote]

    def article(self, source: str, language: str) -> Article:
        """The article: its quotes, a paragraph each."""
        text = "\n\n".join(self.quotes)
        blocks = tuple(
            Block(BlockKind.BODY, start, start + len(quote)) for quote, start in self.quotes.items()
        )
        home, published = self.home, self.home.published
        more = (home.outlet, home.author, published.edtf) if published else (home.outlet, home.author)
        told = "\0".join((home.title, home.url, *(more if any(more) else ()), text))
        mark = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
        return Article(
            f"{IMPORTED}{mark[:16]}", text, blocks, home.title, language, "given",
            published=published.earliest if published else None,
            published_from=PublishedFrom.GIVEN if published else PublishedFrom.UNKNOWN,
            published_confidence=1.0 if published else 0.0,
            published_precision=published.granularity if published else Granularity.DAY,
            source=home.outlet or ("" if home.title else source), url=home.url or None, author=home.author,
        )  # fmt: skip


@dataclass(slots=True)
class Gathering:
    """One import: what it has found so far.

    ``known`` is the affair that the file is read for, if there is one; ``source`` is the file's name.
    """

    known: Timeline
    language: str
    source: str
    faults: list[Fault] = field(default_factory=list)
    _events: dict[str, tuple[Event, tuple[_Quote, ...]]] = field(default_factory=dict)
    _pages: dict[_Home, _Page] = field(default_factory=dict)
    _cast: Cast = field(init=False)
    _held: dict[str, Event] = field(init=False)

    def __post_init__(self) -> None:
        self._cast = Cast(self.known, self.language)
        self._held = {event.id: event for event in self.known.events}

    def note(
        self, row: int | None, column: str, text: str, *, left_out: bool = False, **values: object
    ) -> None:
        """Nothing; the fault is remembered."""
        self.faults.append(Fault(row, column, text, values, left_out))

    def add(self, row: Mapping[str, str], number: int) -> None:
        """Nothing; the row's event is gathered, or a fault says why it is not."""
        old = self._held.get(row.get("id", "").strip())
        language = self._language(row, old)
        before = row_of(old, self.known, language) if old else {}
        whole: Row = {**before, **row}
        cells = Cells(whole, partial(self.note, number), language)
        event_id = cells.get("id") or _new_id(whole)
        if event_id in self._events:
            cells.note(
                "id", "{id} stands twice; the second one was left out", left_out=True, id=event_id[:60]
            )
            return
        if old and _plain(whole) == _plain(before):
            self._cast_again(old)
            self._events[event_id] = (old, ())
            return
        title, when = cells.get("title"), cells.when()
        if not title:
            cells.note("title", "the title is missing", left_out=True)
        if not title or when is None:
            return
        quotes = self._quotes(cells)
        kept = old.evidence if old and _same_words(old, quotes) else ()
        confidence = cells.number("confidence", 0, 1)
        event = Event(
            id=event_id,
            titles=self._titles(cells, old, language),
            type=cells.get("type").upper() or UNTYPED,
            mode=cells.get("mode") or None,
            status=cells.choice("status", Status, Status.HAPPENED, status_code),
            when=replace(when, reason=old.when.reason) if old and old.when.edtf == when.edtf else when,
            participants=self._cast.participants(cells),
            place=cells.place(old.place if old else None, self._cast.place),
            evidence=kept,
            confidence=1.0 if confidence is None else confidence,
            reasons=tuple(split(cells.get("reasons"), WORDS)),
            note=cells.get("note"),
            review=Review.MANUAL,
        )
        self._events[event_id] = (event, () if kept else quotes)
        self._reviews[event_id] = self._review(cells, old)

    _reviews: dict[str, Review] = field(default_factory=dict)

    def finish(self, form: str, titles: Mapping[str, str] | None = None) -> Imported:
        """The import: events in time order, the articles that they quote, their actors."""
        for _, quotes in self._events.values():
            for key, quote in quotes:
                self._pages.setdefault(key, _Page(key)).place(quote)
        made = {key: page.article(self.source, self.language) for key, page in self._pages.items()}
        events = []
        for event, quotes in self._events.values():
            evidence = event.evidence or tuple(
                Evidence(made[key].id, quote, start := self._pages[key].place(quote), start + len(quote),
                         rule="import")
                for key, quote in quotes
            )  # fmt: skip
            review = self._reviews.get(event.id, event.review) if evidence else Review.MANUAL
            events.append(replace(event, evidence=evidence, review=review))
        cited = {each.article for event in events for each in event.evidence}
        articles = {each.id: each for each in (*self.known.articles, *made.values()) if each.id in cited}
        timeline = Timeline(
            articles=tuple(articles.values()),
            expressions={each: self.known.expressions.get(each, ()) for each in articles},
            actors=dict(self._cast.found),
            events=tuple(sorted(events, key=time_order)),
            titles=dict(titles or {}),
        )
        placed = sorted(self.faults, key=lambda fault: (fault.row is None, fault.row or 0, fault.column))
        return Imported(timeline, tuple(placed), form)

    def _language(self, row: Mapping[str, str], old: Event | None) -> str:
        """The language that a row was written in: that of the title which it repeats, or gives anew."""
        title = row.get("title", "").strip()
        titles = old.titles if old else {}
        same = [code for code in titles if titles[code].strip() == title]
        others = {said.partition(":")[0].strip() for said in split(row.get("other_titles", ""), WORDS)}
        left = [code for code in titles if code not in others]
        return same[0] if same else left[0] if others and len(left) == 1 else self.language

    def _titles(self, cells: Cells, old: Event | None, language: str) -> dict[str, str]:
        titles = {}
        for said in split(cells.get("other_titles"), WORDS):
            code, colon, title = said.partition(":")
            if colon and title.strip() and code.strip().isalpha() and len(code.strip()) <= 3:
                titles[code.strip()] = title.strip()
            else:
                cells.note("other_titles", "a title is written as “fr: title”; it was ignored")
        if old is None and language in titles:
            language = next(code for code in ("en", "fr", "und") if code not in titles)
        return {language: cells.get("title")} | titles

    def _quotes(self, cells: Cells) -> tuple[_Quote, ...]:
        """The words of a row, each with the article that holds them."""
        told = {column: split(cells.get(column), WORDS) for column in _OF_ARTICLES}
        homes = split(cells.get("quoted_in"), NAMES)
        found = []
        for place, quote in enumerate(split(cells.get("quotes"), WORDS)):
            home = at(homes, place)
            number = int(home) - 1 if home.isdecimal() and 0 < int(home) < MOST else 0
            if home and not home.isdecimal():
                cells.note("quoted_in", "a number is needed here; the first article was taken")
            title, url, outlet, author, published = (at(told[column], number) for column in _OF_ARTICLES)
            if url and not url.lower().startswith(("http://", "https://")):
                cells.note("urls", "{said} is not a web address; it was ignored", said=url[:60])
                url = ""
            if quote:
                found.append((_Home(title, url, outlet, author, cells.published(published)), quote))
        return tuple(found)

    def _review(self, cells: Cells, old: Event | None) -> Review:
        """What the row says; a changed event of the affair is an edited one, unless it says otherwise."""
        wanted = cells.choice("review", Review, Review.MANUAL)
        if old and wanted is old.review and wanted is not Review.MANUAL:
            return Review.EDITED
        return wanted

    def _cast_again(self, event: Event) -> None:
        for each in event.participants:
            actor = self.known.actors[each.actor]
            self._cast.actor(actor.name(self.language), actor.id)


def _new_id(row: Row) -> str:
    said = "\0".join(
        row.get(column, "").strip() for column in ("title", "edtf", "earliest", "latest", "actors")
    )
    return f"import-{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _plain(row: Row) -> dict[str, str]:
    return {column: " ".join(said.split()) for column, said in row.items() if said.strip()}


def _same_words(event: Event, quotes: tuple[_Quote, ...]) -> bool:
    mine = [" ".join(quote.split()) for _, quote in quotes]
    return mine == [" ".join(each.quote.split()) for each in event.evidence]
