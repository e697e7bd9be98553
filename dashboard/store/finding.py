"""Finding an actor by any of its names, and searched words in a text. Called by the app and the command."""

import difflib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dashboard.errors import FilterError
from dashboard.model import Actor, Timeline

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "‑": "-", "–": "-"}
)


def fold(text: str) -> str:
    """A text without case, accents or ligatures, for comparing: "Guérassimov" and "GUERASSIMOV" alike."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def search_actors(timeline: Timeline, text: str) -> tuple[str, ...]:
    """The ids of the actors of whose names one holds every typed word, best first; all for an empty text.

    Best is the whole name, then its beginning, then a word's beginning, then anywhere.
    """
    words = fold(text).split()
    found = []
    for actor in timeline.actors.values():
        ranks = [rank for name in _names(actor) if (rank := _rank(fold(name), words)) is not None]
        if ranks:
            found.append((min(ranks), actor.id))
    return tuple(actor_id for _, actor_id in sorted(found))


def find_actor(timeline: Timeline, text: str) -> str:
    """The id of the actor that a name, alias or id means.

    Raises:
        FilterError: none or several are meant; the message names the nearest.
    """
    if text in timeline.actors:
        return text
    wanted = fold(text).strip()
    exact = [a.id for a in timeline.actors.values() if wanted in {fold(name) for name in _names(a)}]
    found = exact or list(search_actors(timeline, text)) if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(timeline.actors[each].name("en") for each in found[:5])
        raise FilterError(f"{text!r} could be any of: {names}. Give more of the name.")
    raise FilterError(f"No actor here is called {text!r}{_hint(timeline, wanted)}")


def _hint(timeline: Timeline, wanted: str) -> str:
    """The end of a refusal: the actors whose names are spelled alike, else those in most events."""
    near: dict[str, str] = {}
    spellings = [(fold(name), name, a.id) for a in timeline.actors.values() for name in _names(a)]
    for close in difflib.get_close_matches(wanted, [folded for folded, _, _ in spellings], n=5, cutoff=0.7):
        name, actor_id = next((name, each) for folded, name, each in spellings if folded == close)
        near.setdefault(actor_id, name)
    if near:
        return f". Did you mean {' or '.join(list(near.values())[:3])}?"
    counted = Counter(each.actor for event in timeline.events for each in event.participants)
    most = [timeline.actors[each].name("en") for each, _ in counted.most_common(5) if each in timeline.actors]
    return f": choose from those in the events, such as {', '.join(most)}." if most else "."


def _names(actor: Actor) -> tuple[str, ...]:
    return (*actor.names.values(), *actor.aliases)


def _rank(name: str, words: list[str]) -> int | None:
    if not all(word in name for word in words):
        return None
    typed = " ".join(words)
    if name == typed:
        return 0
    if name.startswith(typed):
        return 1
    return 2 if all(any(part.startswith(word) for part in name.split()) for word in words) else 3


def found_parts(text: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """A text cut where one of the folded words begins or ends, each with whether it was found."""
    folded, origin = [], []
    for at, letter in enumerate(text if words else ""):
        plain = fold(letter)
        folded.append(plain)
        origin += [at] * len(plain)
    said = "".join(folded)
    lit = bytearray(len(text))
    for word in words:
        at = said.find(word)
        while at >= 0:
            first, last = origin[at], origin[at + len(word) - 1] + 1
            while last < len(text) and not folded[last]:  # the accents of its last letter
                last += 1
            lit[first:last] = b"\1" * (last - first)
            at = said.find(word, at + len(word))
    found: list[tuple[str, bool]] = []
    for yes, letters in groupby(range(len(text)), key=lit.__getitem__):
        run = list(letters)
        found.append((text[run[0] : run[-1] + 1], bool(yes)))
    return found


def found_words(search: str) -> tuple[str, ...]:
    """The folded words of a search that can be marked: a single letter would light up the whole text."""
    return tuple(word for word in fold(search).split() if len(word) > 1)
