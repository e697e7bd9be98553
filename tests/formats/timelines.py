"""Timelines that hypothesis makes up: any text, every kind of date, shared actors, one article or several."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from dashboard.dates import parse_when
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
    Timeline,
)

DATES = (
    "2017-03-03", "2016-07", "2014-21", "2014", "201X", "19XX", "2017-04-26/2017-04-27", "2014-04/..",
    "../2014-03-18",
    "2017-01-01~/2017-01-10~", "2017-03-03~", "2014?", "[2017-03-03,2017-03-10]", "0987-05-01", "9999-12-31",
    "2017-03-03T15:30:00", "2013-24/2014-21",
)  # fmt: skip
_FINE = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)
_SIGNS = st.sampled_from(
    ["=", "+cmd", "-1", "@x", "'", "'=", "; ", " | ", "\\", "\\;", ",", '"', "<b>", "&amp;", "é", "\n", "條"]
)
_LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z"))


def words(*, lines: bool = False) -> st.SearchStrategy[str]:
    """Texts of any letters, without spaces at their ends; with single line breaks inside on request."""
    parts = st.lists(st.one_of(_SIGNS, st.text(_LETTERS, min_size=1, max_size=6)), min_size=1, max_size=5)
    tidy = (
        (lambda said: "\n".join(" ".join(line.split()) for line in said.split("\n")).strip())
        if lines
        else (lambda said: " ".join(said.split()))
    )
    return parts.map(" ".join).map(tidy).filter(bool)


@st.composite
def actors(draw: st.DrawFn) -> dict[str, Actor]:
    """One to three actors with a name in English."""
    names = draw(st.lists(words(), min_size=1, max_size=3, unique=True))
    return {
        f"a{place}": Actor(f"a{place}", draw(st.sampled_from(ActorKind)), {"en": name})
        for place, name in enumerate(names)
    }


@st.composite
def places(draw: st.DrawFn) -> Place | None:
    """A place with or without coordinates, or none."""
    if draw(st.booleans()):
        return None
    name = draw(words())
    if draw(st.booleans()):
        return Place(
            name.casefold(), {"en": name}, "AZ", draw(st.sampled_from([40.38, -33.9])), -0.13, "city"
        )
    return Place(name.casefold(), {"en": name}, None, None, None, "region")


@st.composite
def origins(draw: st.DrawFn) -> dict[str, object]:
    """Who published an article, who wrote it, and when, each known or not."""
    day = draw(st.sampled_from([None, date(2017, 3, 5), date(2017, 1, 1)]))
    fine = Granularity.DAY if day is None or day.day > 1 else draw(st.sampled_from([*_FINE]))
    named = st.one_of(st.just(""), words())
    return {"source": draw(named), "author": draw(named), "published": day, "published_precision": fine}


@st.composite
def timelines(draw: st.DrawFn, *, lines: bool = False) -> Timeline:
    """Up to three events on up to two articles, with all that the flat formats hold."""
    cast = draw(actors())
    quotes = [draw(st.lists(words(lines=lines), max_size=3, unique=True)) for _ in range(2)]
    titles = draw(st.lists(words(), min_size=2, max_size=2, unique=True))
    articles = [
        Article(
            f"art{place}", text := "\n\n".join(said),
            (Block(BlockKind.BODY, 0, len(text)),), titles[place],
            "en", published_from=PublishedFrom.UNKNOWN,
            url=f"https://example.org/{place}" if place else None, **draw(origins()),
        )
        for place, said in enumerate(quotes)
    ]  # fmt: skip
    events = []
    for place in range(draw(st.integers(1, 3))):
        evidence = tuple(
            Evidence(article.id, quote, start := article.text.index(quote), start + len(quote))
            for article, said in zip(articles, quotes, strict=True)
            for quote in said
            if draw(st.booleans())
        )
        review = draw(st.sampled_from(Review)) if evidence else Review.MANUAL
        event = Event(
            f"e{place}", {"en": draw(words())}, draw(st.sampled_from(["CONSULT", "ASSAULT", "EVENT"])),
            draw(st.sampled_from([None, "phone"])), draw(st.sampled_from(Status)),
            parse_when(draw(st.sampled_from(DATES)), "en", None),
            tuple(
                Participation(actor, draw(st.sampled_from(Role)), draw(st.one_of(st.just(""), words())))
                for actor in draw(st.lists(st.sampled_from(sorted(cast)), max_size=3, unique=True))
            ),
            evidence, draw(places()), draw(st.sampled_from([0.0, 0.25, 0.9, 1.0])),
            tuple(draw(st.lists(words(), max_size=2))), draw(st.one_of(st.just(""), words())), review,
        )  # fmt: skip
        if draw(st.booleans()):
            event = replace(event, titles=event.titles | {"fr": f"{draw(words())} :"})
        events.append(event)
    return Timeline(
        tuple(articles), {each.id: () for each in articles}, cast, tuple(events), {"en": draw(words())}
    )


def held(timeline: Timeline) -> list[dict[str, object]]:
    """What the flat formats promise to keep of each event, in an order that ids fix."""
    found = []
    for event in sorted(timeline.events, key=lambda each: each.id):
        cited = [timeline.article(each.article) for each in event.evidence]
        found.append(
            {
                "event": replace(
                    event, evidence=(), participants=(), review=Review.MANUAL,
                    when=replace(event.when, reason=""),
                ),
                "review": event.review,
                "quotes": [
                    (
                        each.quote, article.title, article.url, article.source, article.author,
                        article.published, article.published_precision,
                    )
                    for each, article in zip(event.evidence, cited, strict=True)
                ],
                "cast": [
                    (each, timeline.actors[each.actor].name("en"), timeline.actors[each.actor].kind)
                    for each in event.participants
                ],
            }
        )  # fmt: skip
    return found
