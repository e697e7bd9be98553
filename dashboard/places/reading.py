"""One article read for its places. Called by the events room through ``find_places``."""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.gazetteer import Hit, Sort, Stance, knowledge, scan, stances
from dashboard.gazetteer.knowledge import Spot, State, names_language
from dashboard.model import Article, BlockKind, Mention, Place
from dashboard.places.again import again, meant
from dashboard.places.hints import here, learned, seat_city, there, told_capitals, where_follows, words
from dashboard.places.nouns import told_by_nouns

_BESIDE = 8
"""How many characters may stand between a town and the country in which it is: ", in "."""
_FAR = 400
"""How many characters after a place "there" still means it."""


@dataclass(frozen=True)
class PlaceReading:
    """The places of an article.

    A mention's ``form`` says how sure a place is meant: "venue" (after "à", "in", "the treaty of"),
    "ambiguous" (a name without a preposition of place), "government" (Moscow that denies: no venue),
    "demonym" (a region by its people or adjective: "les Criméens", "the Catalan vote"), "pronoun" ("there").
    """

    places: Mapping[str, Place]
    mentions: tuple[Mention, ...]


def find_places(article: Article) -> PlaceReading:
    """The places that an article names outside boilerplate, and where. Raises DataFileError."""
    language = names_language(article.language)
    text = article.text
    hits = scan(text, language)
    where = stances(text, language)
    skipped = [
        (block.start, block.end)
        for block in article.blocks
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.BYLINE)
    ]
    found: list[tuple[int, int, Place, str]] = []
    for index, hit in enumerate(hits):
        if _of_name(text, hit.start, language):
            continue
        if (told := _place(hits, index, where[index])) is not None:
            place, form = told
            if form == "ambiguous" and knowledge().spots[place.id].small and _of_longer_name(text, hit):
                continue
            venue = form == "government" and where_follows(text, hit.start, hit.end, language)
            found.append((hit.start, hit.end, place, "venue" if venue else form))
        elif (city := seat_city(hit, where[index])) is not None:
            found.append((hit.start, hit.end, _spot(city), "venue"))
    cities = list(told_capitals(text, language, hits))
    covered = {at for start, end, _city, _venue in cities for at in range(start, end)}
    found = [one for one in found if one[0] not in covered and one[1] - 1 not in covered]
    found += [
        (start, end, _spot(city), "venue" if venue else "ambiguous") for start, end, city, venue in cities
    ]
    named = [(start, end, place, "venue") for start, end, place in learned(text, language, hits)]
    spans = {at for start, end, _place_, _form in named for at in range(start, end)}
    more = told_by_nouns(text, language, hits)
    found += [*named, *(one for one in more if spans.isdisjoint(range(one[0], one[1])))]
    found.sort(key=lambda one: one[:2])
    _add_there(found, text, language)
    _add_again(found, text, language)
    kept = [one for one in found if not _inside(skipped, one[0])]
    mentions = tuple(
        Mention(start, end, text[start:end], place.id, form, rule=place.kind)
        for start, end, place, form in kept
    )
    return PlaceReading({place.id: place for _start, _end, place, _form in kept}, mentions)


def without_people(reading: PlaceReading, people: Iterable[tuple[int, int]]) -> PlaceReading:
    """The reading without places that stand where a person is named: « a écrit à Kennedy »."""
    named = sorted(people)
    starts = [start for start, _ in named]

    def somebody(mention: Mention) -> bool:
        before = bisect_right(starts, mention.start) - 1
        return before >= 0 and named[before][1] > mention.start

    kept = tuple(each for each in reading.mentions if not somebody(each))
    held = {each.target for each in kept}
    return PlaceReading({key: place for key, place in reading.places.items() if key in held}, kept)


def _of_name(text: str, start: int, language: str) -> bool:
    """Whether a city is the end of another one's name: the sloop "Afonso de Albuquerque"."""
    before = text[max(0, start - _NAMED) : start].split()[-2:]
    joined = len(before) == 2 and before[1] in words(language).of_names and text[start - 1] == " "
    return joined and before[0][:1].isupper() and before[0].isalpha()


def _of_longer_name(text: str, hit: Hit) -> bool:
    """Whether a name in capitals right before makes a small town's that of somebody or something else."""
    if not hit.start or text[hit.start - 1] not in " -":
        return False
    before = text[max(0, hit.start - _NAMED) : hit.start].split()[-1:]
    return bool(before) and before[0][:1].isupper() and before[0][-1:].isalnum()


_NAMED = 40
"""How many characters before a city may hold the name that it ends."""


def _add_there(found: list[tuple[int, int, Place, str]], text: str, language: str) -> None:
    """Add each "there" with the place that was named last before it as a venue."""
    venues = [one for one in found if one[3] == "venue"]
    ends = [one[1] for one in venues]
    for start, end in there(text, language):
        place = bisect_right(ends, start) - 1
        if place > 0 and venues[place][2].kind == "country" and venues[place][0] - ends[place - 1] < _BESIDE:
            place -= 1  # "at Burnham, New Zealand": there is where the town is
        if place >= 0 and start - ends[place] < _FAR:
            found.append((start, end, venues[place][2], "pronoun"))
    found.sort(key=lambda one: one[:2])


def _add_again(found: list[tuple[int, int, Place, str]], text: str, language: str) -> None:
    """Add each "on the island" with the place that was just named, and each "here" of a dispatch."""
    told = [one for one in found if one[3] in ("venue", "ambiguous", "pronoun")]
    bounded = [one for one in told if one[2].lat is not None or one[2].kind == "city"]  # no continent
    seen = [(one[1], one[2].kind, one[2].id) for one in bounded]
    places = {one[2].id: one[2] for one in told}
    for start, end, kinds in again(text, language):
        if (place := meant(start, kinds, seen)) is not None:
            found.append((start, end, places[place], "pronoun"))
    datelines = [one for one in found if one[3] == "venue" and text[one[0] : one[1]].isupper()]
    for start, end in here(text, language):
        if (city := next((one for one in reversed(datelines) if one[1] < start), None)) is not None:
            found.append((start, end, city[2], "pronoun"))
    found.sort(key=lambda one: one[:2])


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of some spans, which are in order."""
    place = bisect_right(spans, (at, sys.maxsize)) - 1
    return place >= 0 and at < spans[place][1]


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
        city = next((spot for spot in spots if spot.capital and _is_city_state(one, spot)), None)
        return _spot(city) if venue and city else _country(one), "venue" if venue else "government"
    spots.sort(key=lambda spot: (spot.strict or spot.small, spot.kind != "city", not spot.capital))
    spot = _in_country(spots, hits, index)
    if spot.strict and not venue:
        return None
    return _spot(spot), "venue" if venue else "government" if government else "ambiguous"


def _is_city_state(state: State, spot: Spot) -> bool:
    """Whether a state and its capital are called alike, so that who meets in one meets in the other."""
    return spot.country == state.country and state.capitals.get("en") == state.names.get("en")


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
