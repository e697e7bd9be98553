"""Bodies of states and organisations: "le ministère russe de la Défense", "the US military", "forces russes".

Called by ``reading``. A government is its state; every other body is an actor of its own with an owner.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.actors.lexicon import BodyKind
from dashboard.actors.page import Page
from dashboard.actors.roles import is_head
from dashboard.gazetteer import Hit, Sort, knowledge
from dashboard.model import Actor, ActorKind

_OWNERS = (Sort.STATE, Sort.ADJECTIVE, Sort.ORGANISATION, Sort.CAPITAL, Sort.SEAT)

_ARMED = frozenset({"army", "police"})
_RANKS = frozenset({"opposition", "army"})
"""Bodies that are a movement itself: "the rebels of the M23"."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body at tokens [first, last); ``owner`` is None where nothing says whose it is.

    ``inferred``: no word of its own tells the owner, but the city where it serves.
    """

    first: int
    last: int
    kind: BodyKind
    owner: str | None
    inferred: bool = False


def _flat(page: Page) -> tuple[list[str], list[int]]:
    words = " ".join(page.folds).split()
    if len(words) == len(page.folds):
        return words, list(range(len(words)))
    return words, [token for token, fold in enumerate(page.folds) for _ in fold.split()]


def find_bodies(page: Page, taken: set[int]) -> list[Body]:
    """The bodies of a page, in order; tokens in ``taken`` (names, roles) are left alone."""
    words, tokens = _flat(page)
    starts = page.lexicon.body_starts
    found: list[Body] = []
    for position, word in enumerate(words):
        if word not in starts or tokens[position] in taken or _inside(page, tokens, position):
            continue
        if found and tokens[position] < found[-1].last:
            continue
        for phrase, kind in starts[word]:
            if _held(page, tokens[position]):
                break
            bodies = list(_match(page, (words, tokens), position, phrase, kind))
            if bodies:
                found.extend(bodies)
                break
    return found


def _inside(page: Page, tokens: list[int], position: int) -> bool:
    """Whether a word is the tail of a longer one ("porte-avions") or of a name ("Rapid Support Forces")."""
    if position and tokens[position - 1] == tokens[position]:
        return True
    hit = page.hit(tokens[position])
    return hit is not None and hit.entry(Sort.ORGANISATION, Sort.SEAT, Sort.SPOT) is not None


def _held(page: Page, first: int) -> bool:
    """Whether a body only says whose an office is: "le chef de la diplomatie française"."""
    token = first - 1
    while (
        token >= 0
        and page.hit(token) is None
        and (
            page.lexicon.has("links", page.folds[token]) or page.lexicon.has("determiners", page.folds[token])
        )
    ):
        token -= 1
    return 0 <= token < first - 1 and is_head(page, token)


def _match(
    page: Page, flat: tuple[list[str], list[int]], position: int, phrase: tuple[str, ...], kind: BodyKind
) -> Iterator[Body]:
    words, tokens = flat
    size = len(phrase)
    if tuple(words[position : position + size]) == phrase:
        last = tokens[position + size - 1] + 1
        # "états-majors" is one token: it must end where the phrase ends.
        if position + size < len(words) and tokens[position + size] == last - 1:
            return
        seat = _seat(page, last) if phrase in page.lexicon.seated else None
        if phrase in page.lexicon.local:
            seat = _local(page, last)
        yield from _owned(page, tokens[position], last, kind, seat)
    elif size > 1:
        # "ministère russe de la Défense": the adjective stands inside.
        inside = tokens[position] + 1
        hit = page.hit(inside) if inside < len(page.words) else None
        if hit is None or hit.entry(Sort.ADJECTIVE) is None:
            return
        width = len([token for token in tokens[position : position + 8] if token == inside])
        rest = position + 1 + width
        if tuple(words[rest : rest + size - 1]) == phrase[1:]:
            entry = hit.entry(Sort.ADJECTIVE)
            yield Body(tokens[position], tokens[rest + size - 2] + 1, kind, entry.target if entry else None)


def _seat(page: Page, last: int) -> str | None:
    """The state where a body is told to sit: "the government in Juba", « la junte au pouvoir au Niger »."""
    inside = last + 1 < len(page.words) and page.folds[last] in page.lexicon.seats
    return _target(page.hit(last + 1), Sort.CAPITAL, Sort.STATE) if inside else None


def _local(page: Page, last: int) -> str | None:
    """The state of the city where a body is told to serve: "police in Geneva", « la police de Trieste »."""
    if last + 1 >= len(page.words) or page.words[last + 1][:1].islower():
        return None
    tie = page.folds[last]
    hit = page.hit(last + 1)
    entry = hit.entry(Sort.SPOT) if hit is not None else None
    if entry is None or not (tie in page.lexicon.seats or (tie,) in page.lexicon.between):
        return None
    spot = knowledge().spots[entry.target]
    state = (spot.country or "").lower()
    return state if spot.kind == "city" and state in knowledge().states else None


def _owned(page: Page, first: int, last: int, kind: BodyKind, seat: str | None) -> Iterator[Body]:
    end, begin = last, first
    owners = _left(page, first) if page.language == "en" else []
    if owners:
        begin = owners[0][1]
    elif owners := _right(page, last):
        end = owners[-1][1]
    if (
        kind.code == "government"
        and seat is None
        and begin > 0
        and (page.folds[begin - 1] in page.lexicon.counted or page.folds[begin - 1].isdigit())
    ):
        return
    for target, _token in owners:
        yield Body(begin, end, kind, target)
    if not owners and seat is not None:
        yield Body(first, last, kind, seat, inferred=kind.code in _ARMED)
    elif not owners and (usual := _usual(page, first, last, kind)):
        yield Body(first, last, kind, usual)
    elif not owners and kind.alone and len(page.words[first]) > 2 and _definite(page, first):
        yield Body(first, last, kind, None)


def _usual(page: Page, first: int, last: int, kind: BodyKind) -> str | None:
    """Whose "the Senate" is without a word of it; not "the Congress of Vienna"."""
    if not kind.usual or not page.capital(first) or page.is_first(first) or kind.unless in page.owners:
        return None
    if first and page.capital(first - 1) and not page.is_first(first - 1):
        return None  # "the Beja Congress"
    complement = last < len(page.words) and page.folds[last] in ("of", "de", "d", "du", "des")
    return kind.usual if kind.usual in page.owners and not complement else None


def _definite(page: Page, first: int) -> bool:
    return first > 0 and page.folds[first - 1] in ("le", "la", "l", "the")


def _target(hit: Hit | None, *sorts: Sort) -> str | None:
    entry = hit.entry(*sorts) if hit is not None else None
    if entry is None and hit is not None and Sort.STATE in sorts:
        spot = hit.entry(Sort.SPOT)
        return spot.target if spot is not None and spot.target in knowledge().territories else None
    return entry.target.partition(":")[0] if entry else None


def _right(page: Page, last: int) -> list[tuple[str, int]]:
    """Owners after a body: its adjectives, or "de la Russie"; each with the token where it ends."""
    size, token = len(page.words), last
    if page.language == "fr":
        if token < size and page.hit(token) is None and page.lexicon.has("modifiers", page.folds[token]):
            token += 1
        owners = []
        while (
            token < size
            and (target := _target(page.hit(token), Sort.ADJECTIVE))
            and page.sentence[token] == page.sentence[last - 1]
        ):
            token = page.spans[page.hit_at[token]][1]
            owners.append((target, token))
            if (
                token + 1 < size
                and page.folds[token] in ("et", ",")
                and _target(page.hit(token + 1), Sort.ADJECTIVE)
            ):
                token += 1
        if owners:
            return owners
        token = last
    words: list[str] = []
    while token < size and len(words) < 3 and page.hit(token) is None:
        words.append(page.folds[token])
        token += 1
    if not words or tuple(words) not in page.lexicon.between or token >= size:
        return []
    sorts = [Sort.STATE, Sort.ORGANISATION]
    if not page.lexicon.has("meetings", page.folds[last - 1]):
        # "The Congress of Vienna" was no congress of Austria's.
        sorts.append(Sort.CAPITAL)
    target = _target(page.hit(token), *sorts)
    return [(target, page.spans[page.hit_at[token]][1])] if target else []


def _left(page: Page, first: int) -> list[tuple[str, int]]:
    """Owners before a body in English: "Russian", "Russia's", "Russian and American"."""
    token = first - 1
    if (
        token >= 0
        and page.hit(token) is None
        and page.lexicon.has("modifiers", page.folds[token])
        and page.folds[token] != "s"
    ):
        token -= 1
    if token > 0 and page.words[token] in ("'s", "’s", "'", "’"):
        token -= 1
    owners: list[tuple[str, int]] = []
    while (
        token >= 0
        and page.sentence[token] == page.sentence[first]
        and (target := _target(page.hit(token), *_OWNERS))
    ):
        start = page.spans[page.hit_at[token]][0]
        owners.insert(0, (target, start))
        token = start - 1
        if token > 0 and page.folds[token] in ("and", ",") and _target(page.hit(token - 1), Sort.ADJECTIVE):
            token -= 1
        else:
            break
    return owners


def body_actor(kind: BodyKind, owner: str, languages: dict[str, BodyKind]) -> Actor:
    """The actor of a body; ``languages`` holds the kind's wording per language."""
    known = knowledge()
    names = {}
    for language, wording in languages.items():
        adjective = _adjective(owner, language)
        if adjective:
            names[language] = wording.name.format(
                adj=adjective, m=adjective, f=known.demonym(owner, language, 1), mp="", fp=""
            )
        else:
            names[language] = wording.of.format(owner=owner_name(owner, language))
    state = known.states.get(owner)
    return Actor(
        body_id(owner, kind.code), ActorKind.BODY, names, (), owner, country=state.country if state else None
    )


def _adjective(owner: str, language: str) -> str:
    """The adjective of a body's name: an acronym where there is one, as in "US Congress"."""
    state = knowledge().states.get(owner)
    forms = state.demonyms.get(language, ()) if state and language == "en" else ()
    short = next((form for form in forms if form.isalpha() and form.isupper()), "")
    return short or knowledge().demonym(owner, language, 0)


def owner_name(owner: str, language: str) -> str:
    """The name of a state or organisation in a language."""
    known = knowledge()
    one = known.states.get(owner) or known.organisations.get(owner) or known.spots.get(owner)
    return one.names[language] if one else owner


def body_id(owner: str, code: str, *, inferred: bool = False) -> str:
    """The id of a body; a government's is its state's, and the rebels of a movement are the movement.

    With ``inferred`` no word of its own tells the owner: such police and soldiers are the state's own hand.
    """
    itself = (
        code == "government"
        or (inferred and code in _ARMED)
        or (code in _RANKS and owner in knowledge().organisations)
    )
    return owner if itself else f"{owner}-{code}"
