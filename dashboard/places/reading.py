"""One article read for its places. Called by the events room through ``find_places``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.gazetteer import Hit, Sort, Stance, knowledge, scan, stances
from dashboard.gazetteer.knowledge import Spot, State
from dashboard.model import Article, BlockKind, Mention, Place


@dataclass(frozen=True)
class PlaceReading:
    """The places of an article.

    A mention's ``form`` says how sure a place is meant: "venue" (after "à", "in", "the treaty of"),
    "ambiguous" (a name without a preposition of place), "government" (Moscow that denies: no venue),
    "demonym" (a region by its people or adjective: "les Criméens", "the Catalan vote").
    """

    places: Mapping[str, Place]
    mentions: tuple[Mention, ...]


def find_places(article: Article) -> PlaceReading:
    """The places that an article names outside boilerplate, and where. Raises DataFileError."""
    language = article.language if article.language in ("en", "fr") else "en"
    hits = scan(article.text, language)
    where = stances(article.text, language)
    skipped = [
        (block.start, block.end)
        for block in article.blocks
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.BYLINE)
    ]
    places: dict[str, Place] = {}
    mentions = []
    position = 0
    for index, hit in enumerate(hits):
        while position < len(skipped) and skipped[position][1] <= hit.start:
            position += 1
        if position < len(skipped) and skipped[position][0] <= hit.start:
            continue
        found = _place(hits, index, where[index])
        if found is not None:
            place, form = found
            places[place.id] = place
            mentions.append(
                Mention(
                    hit.start, hit.end, article.text[hit.start : hit.end], place.id, form, rule=place.kind
                )
            )
    return PlaceReading(places, tuple(mentions))


def _place(hits: Sequence[Hit], index: int, where: Stance | None) -> tuple[Place, str] | None:
    hit = hits[index]
    if hit.entry(Sort.PERSON, Sort.ORGANISATION) is not None:
        return None
    people = hit.entry(Sort.INHABITANTS)
    if people is not None and hit.entry(Sort.SPOT, Sort.STATE, Sort.SURNAME) is None:
        return _spot(knowledge().spots[people.target]), "demonym"
    spots = [knowledge().spots[entry.target] for entry in hit.entries if entry.sort is Sort.SPOT]
    state = hit.entry(Sort.STATE)
    if not spots and state is None:
        return None
    if where is Stance.NAME:
        return None
    venue = where is Stance.VENUE
    government = hit.entry(Sort.CAPITAL, Sort.STATE, Sort.SEAT) is not None
    if hit.entry(Sort.SURNAME) is not None and not venue:
        return None
    if state is not None and (
        not spots or not venue or state.written in knowledge().states[state.target].names.values()
    ):
        one = knowledge().states[state.target]
        return _country(one), "venue" if venue else "government"
    spots.sort(key=lambda spot: (spot.kind != "city", not spot.capital))
    spot = _in_country(spots, hits, index)
    if spot.strict and not venue:
        return None
    return _spot(spot), "venue" if venue else "government" if government else "ambiguous"


def _in_country(spots: Sequence[Spot], hits: Sequence[Hit], index: int) -> Spot:
    """Of several places of one name the one whose country stands right after, else the first."""
    if len(spots) > 1 and index + 1 < len(hits) and hits[index + 1].start - hits[index].end < 8:
        named = {entry.target.upper() for entry in hits[index + 1].entries if entry.sort is Sort.STATE}
        for spot in spots:
            if spot.country in named:
                return spot
    return spots[0]


def _country(state: State) -> Place:
    return Place(state.id, dict(state.names), state.country, None, None, "country")


def _spot(spot: Spot) -> Place:
    return Place(spot.id, dict(spot.names), spot.country, spot.lat, spot.lon, spot.kind)
