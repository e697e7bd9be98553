"""Articles become a timeline: read, merged, entitled. Called by the app and the command."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from dashboard.actors import ActorReading, Extra, merge_actors
from dashboard.events.belonging import lineage
from dashboard.events.merging import add_echoes, merge
from dashboard.events.reading import Draft, grounded, read_drafts
from dashboard.events.readings import Company, Reading, Readings, bare, company
from dashboard.events.titles import TITLED, affair, entitle
from dashboard.gazetteer.translations import translations
from dashboard.model import Actor, ActorKind, Article, Event, Role, TimeExpression, Timeline
from dashboard.places import PlaceReading, without_people
from dashboard.resources import keep_tables
from dashboard.workers import HERE, Workers

Made = TypeVar("Made")
Progress = Callable[[str, int, int], None]


def _read(
    article: Article, expressions: Sequence[TimeExpression], actors: ActorReading, places: PlaceReading
) -> list[Draft]:
    """The drafts of one article, what it tells twice already joined."""
    drafts, echoes = read_drafts(
        article, expressions, (actors.actors, actors.mentions), (places.places, places.mentions)
    )
    joined = [draft for draft in merge(drafts, actors.actors) if grounded(draft)]
    return add_echoes(joined, echoes, actors.actors)


def _order(event: Event) -> tuple[str, str, str]:
    first = event.when.earliest or event.when.latest
    last = event.when.latest or event.when.earliest
    return (str(first), str(last), event.id)


def _finished(drafts: Sequence[Draft], actors: Mapping[str, Actor]) -> tuple[Event, ...]:
    """Events from drafts: in time order, entitled, each id once."""
    ordered = sorted(drafts, key=lambda draft: _order(draft.event))
    told = [(_placed(draft.event), draft.kind.code) for draft in ordered]
    seen: set[str] = set()
    events = []
    for (event, _), titles in zip(told, entitle(told, actors), strict=True):
        name, number = event.id, 2
        while name in seen:
            name, number = f"{event.id}-{number}", number + 1
        seen.add(name)
        events.append(replace(event, id=name, titles=titles))
    return tuple(events)


def build_timeline(
    articles: Sequence[Article],
    *,
    extra_actors: Sequence[Extra] = (),
    progress: Progress | None = None,
    known: Readings | None = None,
    workers: Workers = HERE,
) -> Timeline:
    """A timeline of articles: dated, read, merged and entitled.

    ``progress`` is told the step, how many are done and how many there are; what it raises ends the
    reading. An article given twice counts once; without articles the timeline is empty. ``known`` keeps
    what single articles say, with its own extra actors: those that it holds are not read again.
    ``workers`` share the reading; the timeline is the same whoever they are.
    """
    unique = list({article.id: article for article in articles}.values())
    kept = known if known is not None else Readings(extra_actors)
    readings = list(_followed(kept.of(unique, workers), "Reading articles", len(unique), progress))
    actors, renames = merge_actors([each.actors for each in readings], [each.keys for each in readings])
    plain = bare(actors)
    beside = [(each, company(each, names, plain)) for each, names in zip(readings, renames, strict=True)]
    told = _followed(kept.told(beside, _told, workers), "Finding events", len(unique), progress)
    drafts = merge([draft for found in told for draft in found], actors)
    actors = _needed([draft.event for draft in drafts], actors)
    events = _finished(drafts, actors)
    if progress:
        progress("Done", len(unique), len(unique))
    return Timeline(
        articles=(dated := tuple(each.article for each in readings)),
        expressions={each.article.id: each.expressions for each in readings},
        actors=actors,
        events=events,
        titles=_titles(dated, events, actors),
    )


def _followed(made: Iterator[Made], step: str, total: int, progress: Progress | None) -> Iterator[Made]:
    """What is made one after the other, each told to ``progress`` before it is waited for."""
    for number in range(total):
        if progress:
            progress(step, number, total)
        yield next(made)


def _called(actor: Actor) -> Actor:
    """The actor with the names that the gazetteer has for it in languages that no article is read in."""
    more = translations(actor.id)
    return replace(actor, names={**actor.names, **more}) if more else actor


def _placed(event: Event) -> Event:
    """The event at a place with such names."""
    more = translations(event.place.id) if event.place else {}
    if not more or event.place is None:
        return event
    return replace(event, place=replace(event.place, names={**event.place.names, **more}))


def _told(one: tuple[Reading, Company]) -> list[Draft]:
    """The drafts of one article whose people are who they are in this company."""
    reading, beside = one
    renamed = _renamed(reading.actors, beside.renames, beside.actors)
    somewhere = without_people(reading.places, _people(renamed))
    drafts = _read(reading.article, reading.expressions, renamed, somewhere)
    keep_tables(reading.article.language)
    return drafts


def _people(reading: ActorReading) -> list[tuple[int, int]]:
    """Where a text names a person."""
    return [
        (one.start, one.end)
        for one in reading.mentions
        if one.form in {"name", "alias"}
        and (actor := reading.actors.get(one.target or "")) is not None
        and actor.kind is ActorKind.PERSON
    ]


def _renamed(reading: ActorReading, names: Mapping[str, str], actors: Mapping[str, Actor]) -> ActorReading:
    """A reading whose mentions name the actors of the whole timeline."""
    mentions = tuple(
        replace(one, target=target) if (target := names.get(one.target or "")) else one
        for one in reading.mentions
    )
    return ActorReading(actors, mentions)


def _needed(events: Sequence[Event], actors: Mapping[str, Actor]) -> dict[str, Actor]:
    """The actors that take part, and those whom they belong to, as they are called in every language."""
    kept = {
        name
        for event in events
        for one in event.participants
        for name in lineage(one.actor, actors)
        if name in actors
    }
    return {name: _called(actor) for name, actor in actors.items() if name in kept}


def _titles(
    articles: Sequence[Article], events: Sequence[Event], actors: Mapping[str, Actor]
) -> dict[str, str]:
    """The name of the affair per language: the only article's title, or its main actors and years."""
    if len(articles) == 1 and articles[0].title:
        return dict.fromkeys(TITLED, articles[0].title)
    counted: Counter[str] = Counter()
    for event in events:
        tops = {
            lineage(one.actor, actors)[-1] for one in event.participants if one.role is not Role.CONCERNED
        }
        counted.update(tops)
    ranked = sorted(counted, key=lambda name: (-counted[name], name))
    days = [day for event in events for day in (event.when.earliest, event.when.latest) if day is not None]
    years = (min(days).year, max(days).year) if days else None
    named = affair(ranked, years, actors)
    if named:
        return named
    titled = next((article.title for article in articles if article.title), "")
    return dict.fromkeys(TITLED, titled) if titled else {}
