"""Whether a city or a country in a text is somewhere ("à Moscou") or somebody ("Moscou a démenti").

Called by the places room (to keep venues) and by the actors room (to leave them out).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from dashboard.gazetteer.folding import fold, fold_text
from dashboard.gazetteer.knowledge import knowledge, language_file
from dashboard.gazetteer.scan import Hit, Sort, scan

_WINDOW = 70
_DISPATCH = re.compile(r"\s{0,3}(?:\(|,\s?(?:\d|[^\W\d_]{3,10}\.?\s\d|[A-Z][\w ]{2,24}\s[—–-]\s)|[—–-]\s)")
_CITY_LINE = re.compile(
    r"(?:/[^\W\d_][\w .-]{1,24})?(?::\s|\s\([A-Z][\w ]{1,20}\)\s?[-–—:]|(?:,\s[A-Z][\w ]{2,20})?\s[–—]\s)"
)
"""What follows a city that opens a line as a dateline: "Doha/Muscat: ", "Hanoi (VNA) –", "Lomé, Togo – "."""
_DATED_LINE = re.compile(
    r"\s{0,2}(?:[(][^()\n]{2,30}[)]\s?)?"
    r"(?:,\s?(?:le\s)?\d{1,2}(?:er)?\s[^\W\d_]{3,10}[.]?(?:\s\d{4})?\s?(?:[(][^()\n]{2,30}[)]\s?)?)?"
    r"[—–-]{1,2}\s(?=[^\W\d_])"
)
"""The same with the day: « Alger, 12 juin 2021 (Agence) – », « Moscou - »."""
_MONTH_FIRST = re.compile(
    r",\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\s?[(][^()\n]{2,30}[)]\s?[.]?\s?[—–-]{1,2}\s?(?=[^\W\d_])"
)
"""The same with the month first: "Cairo, Nov 10 (Agency).- "."""
_RECALLED = 7
"""How many words before a capital the verb may stand that recalls an envoy from there."""
_BREAK = re.compile(r"[.;:!?\n«»“”\"()]")


class Stance(StrEnum):
    """What a city or country is where it stands; ``NAME``: a part of something else's ("Air France")."""

    VENUE = "venue"
    GOVERNMENT = "government"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class _Rules:
    at: frozenset[str]
    governing: frozenset[str]
    always: frozenset[str]
    heads: frozenset[str]
    coordinators: frozenset[str]
    about: frozenset[str]
    articles: frozenset[str]
    after: frozenset[str]
    visits: frozenset[str]
    companies: frozenset[str]
    governed_at: frozenset[str]
    spots_only: frozenset[str]
    toward: frozenset[str]
    departures: frozenset[str]
    titles_after: frozenset[str]
    compass: frozenset[str]
    addressed: frozenset[str]
    posts: frozenset[str]
    recalls: frozenset[str]
    fallen: frozenset[str]
    called: frozenset[str]


@cache
def _rules(language: str) -> _Rules:
    data: Mapping[str, Sequence[str]] = language_file(language, "actors_venues.toml")
    return _Rules(*(frozenset(data.get(name, ())) for name in _Rules.__slots__))


def _before(text: str, start: int, rules: _Rules) -> list[str]:
    first = begin = max(0, start - _WINDOW)
    for found in _BREAK.finditer(text, first, start):
        # A full stop after one letter is an initial or "U.S.", no end.
        at = found.start()
        if found.group() != "." or at - first < 2 or (at - 2 >= begin and text[at - 2].isalnum()):
            begin = found.end()
    words = fold_text(text)[begin:start].split()
    while words and words[-1] in rules.articles:
        words.pop()
    while len(words) > 1 and words[-1] in rules.called:  # "in the capital Bangui", "at the port of Aden"
        words.pop()
        while words and words[-1] in rules.articles:
            words.pop()
    return words


def _uncontracted(words: Sequence[str]) -> Sequence[str]:
    """Words that end in "d", "du" or "des" with "de" in its place: « l'île d'Elbe »."""
    return [*words[:-1], "de"] if words and words[-1] in ("d", "du", "des") else words


def _ends_with(words: Sequence[str], phrases: frozenset[str]) -> int:
    for size in (4, 3, 2, 1):
        if len(words) >= size and " ".join(words[-size:]) in phrases:
            return size
    return 0


@lru_cache(maxsize=8)
def stances(text: str, language: str) -> tuple[Stance | None, ...]:
    """For each of ``scan(text, language)`` what it is where it stands; None for anyone else."""
    rules, hits = _rules(language), scan(text, language)
    found: list[Stance | None] = []
    for index, hit in enumerate(hits):
        somewhere = hit.entry(Sort.STATE, Sort.CAPITAL, Sort.SEAT, Sort.SPOT) is not None
        found.append(_stance(text, hits, index, rules, found) if somewhere else None)
    return tuple(found)


def _stance(
    text: str, hits: Sequence[Hit], index: int, rules: _Rules, before: Sequence[Stance | None]
) -> Stance:
    hit = hits[index]
    words = _before(text, hit.start, rules)
    after = _after(text, hit.end)
    state = hit.entry(Sort.STATE) is not None
    if after and not state and after[0] in rules.after:
        return Stance.VENUE
    if not state and _in_its_state(text, hit, hits[index + 1 : index + 2], rules):
        return Stance.VENUE
    if not state and any(" ".join(after[:size]) in rules.fallen for size in (1, 2, 3, 4)):
        return Stance.VENUE
    if after and after[0] in rules.titles_after and _named_after(text, hit.end):
        before_it = fold_text(text[max(0, hit.start - 4) : hit.start]).split()[-1:]
        if not after[0].isdigit() or rules.articles.isdisjoint(before_it):
            return Stance.NAME  # « France 24 », not « la France 24 heures plus tôt »
    if not words:
        return Stance.VENUE if _dateline(text, hit, hits[index + 1 : index + 2]) else Stance.GOVERNMENT
    if text[hit.start - 1] == "/" and hits[index - 1].end == hit.start - 1 and before[index - 1]:
        return before[index - 1] or Stance.GOVERNMENT  # "Doha/Muscat: "
    if _ends_with(words, rules.companies) and _capital_before(text, hit.start):
        return Stance.NAME
    whole = _uncontracted(words)
    if _ends_with(whole, rules.always) or (state and words[-1] in rules.compass):
        return Stance.VENUE
    if words[-1] in rules.toward and not rules.departures.isdisjoint(words[-9:-1]):
        return Stance.VENUE
    if size := _ends_with(words, rules.at):
        if hit.entry(Sort.STATE, Sort.CAPITAL, Sort.SEAT) is None:
            return Stance.VENUE
        if state and _addressed(text, hit.start, rules):
            return Stance.GOVERNMENT
        if words[-2:-1] and words[-2] in rules.posts and not rules.recalls.isdisjoint(words[-_RECALLED:-2]):
            return Stance.GOVERNMENT  # "recalled its envoy in Madrid"
        return _at(words[:-size], words[-1] if size == 1 else "", rules)
    if _ends_with(whole, rules.spots_only) and hit.entry(Sort.STATE, Sort.CAPITAL, Sort.SEAT) is None:
        return Stance.VENUE
    if words[-1] in rules.coordinators or text[: hit.start].endswith((", ", ",")):
        return (_tied(text, hits, index, rules) and before[index - 1]) or Stance.GOVERNMENT
    if words[-1] in rules.about and not state and not rules.heads.isdisjoint(words[-5:-1]):
        return Stance.VENUE
    return Stance.GOVERNMENT


def _in_its_state(text: str, hit: Hit, following: Sequence[Hit], rules: _Rules) -> bool:
    """Whether the state in which it is follows a city: "the depots of El Arish, in Egypt, were"."""
    spots = [one.target for one in hit.entries if one.sort is Sort.SPOT]
    state = following[0].entry(Sort.STATE) if following else None
    if not spots or state is None or text[hit.end : hit.end + 1] != ",":
        return False
    between = fold(text[hit.end + 1 : following[0].start]).split()
    land = knowledge().states[state.target].country
    return " ".join(between) in rules.at and any(knowledge().spots[one].country == land for one in spots)


def _addressed(text: str, start: int, rules: _Rules) -> bool:
    """Whether a state stands after words that never tell where: « à la Turquie »."""
    lead = fold_text(text)[max(0, start - 6) : start].split()
    return " ".join(lead) in rules.addressed or " ".join(lead[-2:]) in rules.addressed


def _capital_before(text: str, start: int) -> bool:
    """Whether one of the last two words before has a capital."""
    return any(word[0].isupper() for word in text[max(0, start - 30) : start].split()[-2:])


def _named_after(text: str, end: int) -> bool:
    """Whether a capital or a number follows."""
    return text[end : end + 2].strip().isupper() or text[end : end + 2].strip().isdigit()


def _dateline(text: str, hit: Hit, following: Sequence[Hit]) -> bool:
    """Whether a capital opens a dispatch: "GENEVA (Reuters) -", "New Delhi: ", « Alger — Le ministre »."""
    long = len(hit.text) > (4 if hit.entry(Sort.STATE) is not None else 3)
    if hit.text.isupper() and long and _DISPATCH.match(text, hit.end) is not None:
        return True
    if (hit.start and text[hit.start - 1] != "\n") or hit.entry(Sort.STATE) is not None:
        return False
    found = next(
        filter(None, (form.match(text, hit.end) for form in (_CITY_LINE, _DATED_LINE, _MONTH_FIRST))), None
    )
    two = (one for one in following if one.entry(Sort.STATE, Sort.CAPITAL) is not None)
    headed = (one.start for one in two if text[one.end : one.end + 2].strip().startswith(":"))
    return found is not None and found.end() not in headed  # "Paris – Berlin: what next" names two


def _after(text: str, end: int) -> list[str]:
    right = text[end : end + 30]
    if not right[:1].isspace():
        return []
    found = _BREAK.search(right.replace("(", " "))
    return fold_text(text)[end : end + (found.start() if found else len(right))].split()


def _at(words: Sequence[str], preposition: str, rules: _Rules) -> Stance:
    near = words[-4:]
    told = next((i for i in range(len(near) - 1, -1, -1) if near[i] in rules.governing), None)
    beside = near[-1:] and near[-1] in rules.coordinators  # « soutien au Caire et à Khartoum »
    if told is not None and not beside and not rules.governed_at.isdisjoint(near[told + 1 :]):
        return Stance.VENUE  # « remis une lettre au roi à Riyad »
    pairs = [f"{one} {other}" for one, other in pairwise(words[-5:])]
    governed = preposition in rules.governed_at and any(one in rules.governing for one in (*near, *pairs))
    visit = not rules.visits.isdisjoint(near) or not rules.visits.isdisjoint(pairs)
    return Stance.GOVERNMENT if governed and not visit else Stance.VENUE


def _listed_on(text: str, hits: Sequence[Hit], index: int, rules: _Rules) -> bool:
    """Whether a comma ties a name to the one before: in a list that goes on, or as the land of a city."""
    state, before = hits[index].entry(Sort.STATE), hits[index - 1].entry(Sort.STATE)
    if state is None and before is None:
        return True  # "In Iraq, Baghdad said" lists nothing
    if state is not None and before is None:
        land = knowledge().states[state.target].country
        spots = [one.target for one in hits[index - 1].entries if one.sort is Sort.SPOT]
        if not spots or any(knowledge().spots[one].country == land for one in spots):
            return True  # "in Geneva, Switzerland", but "As fighting raged in Gaza, Egypt sent"
    follows = fold(text[hits[index].end : hits[index].end + _ONWARD])
    words = follows.replace(",", " , ").split()[:2]
    return not words or words[0] == "," or words[0] in rules.coordinators or not words[0].isalpha()


_ONWARD = 20
"""How many characters behind a name are looked at for how its list goes on."""


def _tied(text: str, hits: Sequence[Hit], index: int, rules: _Rules) -> bool:
    """Whether "Paris et Berlin" or "Paris, Berlin" ties a name to the one before it."""
    if index == 0:
        return False
    between = text[hits[index - 1].end : hits[index].start]
    words = fold(between).split()
    if len(between) > 20 or "." in between or "\n" in between or len(words) > 3:
        return False
    if between == ", " and not _listed_on(text, hits, index, rules):
        return False  # "Despite the war in Yemen, Oman joined"
    return all(word in rules.coordinators | rules.articles | rules.about for word in words)
