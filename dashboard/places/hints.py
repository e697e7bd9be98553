"""Places told without a known name: "the Saudi capital", "at the White House", "in Nusa Dua", "there".

Called by ``reading``, with the known names already found.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.gazetteer import Hit, Sort, Stance, fold, fold_key, fold_text, knowledge, language_file
from dashboard.gazetteer.knowledge import Spot
from dashboard.model import Place
from dashboard.places.sounds import by_sound

_NAME = re.compile(
    r"(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]d)-)?[^\W\d_a-zà-ÿ][\w’-]+"
    r"(?:[ -](?:(?:de|du|des|la|le|les|of|the|el|al|del|do|da|aux|lès)[ -]){0,2}"
    r"[^\W\d_a-zà-ÿ][\w’-]+){0,3}"
)
_GAP = re.compile(r"\s{1,2}(?:the\s|l['’]|la\s|le\s)?")
_PAIR = re.compile(r"(?<!\w)([^\W\d_a-z][\w-]*)\.? (?=([^\W\d_a-z][\w’-]*))")
_TITLES = frozenset({"M", "MM", "Mme", "Mr", "Mrs", "Ms", "Dr", "Gen"})
_BESIDE = 12
"""How many characters may stand between "the capital" and whose it is."""


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words around places, folded."""

    travels: frozenset[str]
    toward: frozenset[str]
    not_places: frozenset[str]
    capitals: frozenset[str]
    people_too: frozenset[str]
    the: frozenset[str]
    not_own: frozenset[str]
    at: frozenset[str]
    there: re.Pattern[str]
    here: re.Pattern[str]
    not_there: frozenset[str]
    not_before_there: frozenset[str]
    where: frozenset[str]
    left: frozenset[str]
    of_names: frozenset[str]
    leads: re.Pattern[str]


@cache
def words(language: str) -> Words:
    """The words of a language's ``places.toml``."""
    data = language_file(language, "places.toml")
    # what stands before is asked behind the word: so a text is searched for the word alone, which is quick
    there = "|".join(rf"{re.escape(one)}(?<![\w'’]{re.escape(one)})" for one in data["there"])
    here = "|".join(rf"{re.escape(one)}(?<=\w {re.escape(one)})" for one in data["here"]) or r"(?!)"
    grounds = f"(?:{by_letter(data['before_of'])}) (?:{by_letter(data['of_forms'])})"
    return Words(
        travels=frozenset(data["travels"]),
        toward=frozenset(data["toward"]),
        not_places=frozenset(data["not_places"]),
        capitals=frozenset(data["capitals"]),
        people_too=frozenset(data["people_too"]),
        the=frozenset(data["the"]),
        not_own=frozenset(data["not_own"]),
        at=frozenset(data["at"]),
        there=re.compile(rf"(?:{there})(?=\s)"),
        here=re.compile(rf"(?:{here})(?!\w)"),
        not_there=frozenset(data["not_there"]),
        not_before_there=frozenset(data["not_before_there"]),
        where=frozenset(data["where"]),
        left=frozenset(data["left"]),
        of_names=frozenset(data["of_names"]),
        leads=re.compile(rf" (?:{by_letter({*data['before'], *data['toward']})}|{grounds})(?= )"),
    )


def by_letter(phrases: Iterable[str]) -> str:
    """A pattern for some phrases, those with one first letter together, the longest first."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda one: (-len(one), one)):
        found.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return "|".join(rf"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in found.items())


@cache
def _capitals() -> dict[str, Spot]:
    """The capital of each state, by the state's id."""
    spots: dict[str, list[Spot]] = {}
    for spot in knowledge().spots.values():
        if spot.kind == "city":
            spots.setdefault(fold_key(spot.names["en"]), []).append(spot)
    found = {}
    for state in knowledge().states.values():
        able = spots.get(fold_key(state.capitals.get("en", "")), [])
        here = [spot for spot in able if state.country is None or spot.country == state.country] or able
        if here:
            found[state.id] = max(here, key=lambda spot: spot.capital)
    return found


def capital_of(target: str) -> Spot | None:
    """The capital of a state, also of the one that a seat of power belongs to; None where no table has it."""
    return _capitals().get(target.partition(":")[0])


def told_capitals(text: str, language: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, Spot, bool]]:
    """The spans of "the Saudi capital", "la capitale de la Libye", with the city, and if it is a venue."""
    folded, rules = fold_text(text), words(language)
    for one in rules.capitals:
        start = folded.find(one)
        while start >= 0:
            end = start + len(one)
            if not folded[end : end + 1].isalnum() and not folded[max(0, start - 1) : start].isalnum():
                hit = _beside(hits, start, end, text)
                if hit is not None and (spot := _city(hit)):
                    first = min(start, hit.start)
                    near = folded[max(0, first - 20) : first].split()[-2:]
                    yield first, max(end, hit.end), spot, not rules.at.isdisjoint(near)
                elif hit is None and (spot := _own_capital(folded, (start, end), hits, rules)):
                    near = folded[max(0, start - 20) : start].split()[-2:]
                    yield start, end, spot, not rules.at.isdisjoint(near)
            start = folded.find(one, end)


def _own_capital(folded: str, span: tuple[int, int], hits: Sequence[Hit], rules: Words) -> Spot | None:
    """The capital of the state that a text is about: "entered the capital"; None where two may be meant."""
    start, end = span
    alone = folded[max(0, start - 5) : start].split()[-1:]
    following = folded[end : end + 12].split()[:1]
    if not alone or alone[0] not in rules.the or (following and following[0] in rules.not_own):
        return None
    told = Counter(
        entry.target.partition(":")[0]
        for hit in hits
        if (entry := hit.entry(Sort.STATE, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL)) is not None
    )
    (first, most), (_, next_most) = [*told.most_common(2), ("", 0), ("", 0)][:2]
    opens = next(iter(told), "") == first  # the state that the title or the dateline names
    clearly = most > next_most if opens else most >= _CLEARLY * next_most
    return capital_of(first) if clearly and most > 1 else None


_CLEARLY = 1.5
"""How many times as often as any other state the one that a text is about is named."""


def _city(hit: Hit) -> Spot | None:
    entry = hit.entry(Sort.ADJECTIVE, Sort.STATE, Sort.PEOPLE)
    return capital_of(entry.target) if entry else None


def _beside(hits: Sequence[Hit], start: int, end: int, text: str) -> Hit | None:
    """The state named right before or after a word: by adjective, possessive, or after "of"."""
    place = bisect_left(hits, end, key=lambda hit: hit.start)
    if place and 0 <= start - hits[place - 1].end <= 3 and "," not in text[hits[place - 1].end : start]:
        return hits[place - 1]
    if place < len(hits):
        between = text[end : hits[place].start]
        adjective = hits[place].entry(Sort.STATE) is None
        close = len(between) <= _BESIDE and not re.search(r"[,.;:()\n]", between)
        linked = fold(between).split()[:1] in ([], ["of"], ["de"], ["du"], ["d"], ["des"])
        if close and linked and (not adjective or len(between) == 1):
            return hits[place]
    return None


def learned(text: str, language: str, hits: Sequence[Hit]) -> Iterator[tuple[int, int, Place]]:
    """Unknown names right after a preposition of place, as places without coordinates."""
    folded, rules = fold_text(text), words(language)
    taken = [(hit.start, hit.end) for hit in hits]
    # with a blank before it each lead begins with one, and its ends are those of its words with one behind
    for lead in rules.leads.finditer(f" {folded}"):
        name = _NAME.match(text, lead.end())
        if name is None or _touches(taken, name.start(), name.end()):
            continue
        if "\n" in name[0] or not _plausible(text, folded, language, lead, name):
            continue
        yield name.start(), name.end(), place_called(name[0], language, hits, name.end())


def _touches(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_left(taken, end, key=lambda span: span[0])
    return place > 0 and taken[place - 1][1] > start


def _plausible(text: str, folded: str, language: str, lead: re.Match[str], name: re.Match[str]) -> bool:
    """Whether a name may be a place's: no person's, body's or month's."""
    rules, parts = words(language), fold(name[0]).split()
    short = len("".join(parts)) < 4
    if short or name[0].isupper() or not rules.not_places.isdisjoint(parts):
        return False
    near = folded[max(0, lead.start() - 40) : lead.start()].split()
    phrase = lead[0].strip()
    if phrase in rules.toward and rules.travels.isdisjoint(near[-2:]):
        return False
    given = parts[0] in knowledge().given_names
    if given and (phrase in rules.people_too or phrase in rules.toward):  # « à Barack Obama »
        return False
    if text[name.end() : name.end() + 2] in ("'s", "’s"):
        return False
    return not _somebody(text, name[0])


def _somebody(text: str, name: str) -> bool:
    """Whether a name also stands after a given name or a title: a person's surname."""
    return name.split(" ", maxsplit=1)[0] in _surnames(text)


@lru_cache(maxsize=2)
def _surnames(text: str) -> frozenset[str]:
    """The words of a text that stand after a given name or a title."""
    given = knowledge().given_names
    pairs = ((found[1], found[2]) for found in _PAIR.finditer(text))
    return frozenset(word for before, word in pairs if before in _TITLES or fold_key(before) in given)


def place_called(name: str, language: str, hits: Sequence[Hit], end: int) -> Place:
    """The place of a learned name, in the country or the country of the city that follows it."""
    if (spot := by_sound(name, language)) is not None:
        return Place(spot.id, dict(spot.names), spot.country, spot.lat, spot.lon, spot.kind)
    country = None
    after = bisect_left(hits, end, key=lambda hit: hit.start)
    if after < len(hits) and hits[after].start - end < 8:
        entry = hits[after].entry(Sort.STATE)
        spots = [knowledge().spots[one.target] for one in hits[after].entries if one.sort is Sort.SPOT]
        spots.sort(key=lambda spot: spot.kind != "region")  # "London, Ontario"
        if entry is not None:
            country = knowledge().states[entry.target].country
        elif spots:
            country = spots[0].country
    return Place(f"place-{'-'.join(fold(name).split())}", {language: name}, country, None, None, "city")


def there(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of "there" and "y" that mean a place named before."""
    folded, rules = fold_text(text), words(language)
    for found in rules.there.finditer(folded):
        after = folded[found.end() : found.end() + 20].split()[:1]
        before = folded[max(0, found.start() - 15) : found.start()].split()[-1:]
        if after and after[0] in rules.not_there:
            # « il y a », but « les deux ministres y ont parlé »
            if language != "fr" or not before or before[0] in rules.not_before_there:
                continue
            if after[0] == "compris":
                continue
        yield found.start(), found.end()


def here(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The spans of "here" that mean the city of a dateline."""
    yield from (found.span() for found in words(language).here.finditer(fold_text(text)))


def where_follows(text: str, start: int, end: int, language: str) -> bool:
    """Whether a name is left for a relative of place: "came back from Oman, where he met the sultan"."""
    if not set(fold(text[max(0, start - 8) : start]).split()[-1:]) & words(language).left:
        return False
    after = fold(text[end : end + 9]).split()[:1]
    return bool(after) and after[0] in words(language).where and text[end : end + 1] in (" ", ",")


def seat_city(hit: Hit, stance: Stance | None) -> Spot | None:
    """The city of a seat of power that is only where something happens: "at the White House"."""
    entry = hit.entry(Sort.SEAT)
    return capital_of(entry.target) if entry is not None and stance is Stance.VENUE else None
