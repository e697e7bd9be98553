"""How many people under two spellings become one, and whether different people stay apart.

Each name of ``tests/gold/name_pairs.jsonl`` is read in an article of its own, then both are merged.
Run: ``python -m tests.actors.pairs``.
"""

import json
from collections.abc import Iterator

from dashboard.actors import find_actors, merge_actors
from dashboard.model import ActorKind
from tests.actors.scoring import GOLD, article_of

_FRAMES = {
    "en": "Foreign Minister {} met Federica Mogherini in Geneva.",
    "fr": "Le ministre des Affaires étrangères {} a rencontré Federica Mogherini à Genève.",
}
_OTHER = {"en": "fr", "fr": "en"}


def pairs(number: int = 1, half: str = "") -> list[dict]:
    """The pairs of a list: names ``one`` and ``other``, ``lang`` of the first, whether they are ``same``.

    Half "a" of lists 2 to 4 is for tuning, "b" for a blind figure.
    """
    lines = (GOLD / "name_pairs.jsonl").read_text("utf-8").splitlines()
    every = [json.loads(line) for line in lines]
    return [one for one in every if one.get("list", 1) == number and one.get("half", "") == half]


def _people(pair: dict) -> Iterator[set[str]]:
    spelt = ((pair["one"], pair["lang"]), (pair["other"], _OTHER[pair["lang"]]))
    readings = [find_actors(article_of(_FRAMES[lang].format(name), lang)) for name, lang in spelt]
    _, merged = merge_actors(readings)
    for reading, ids in zip(readings, merged, strict=True):
        people = {one for one, actor in reading.actors.items() if actor.kind is ActorKind.PERSON}
        yield {ids[one] for one in people if "mogherini" not in one}


def are_one(pair: dict) -> bool:
    """Whether both names of a pair are found and become one person."""
    first, second = _people(pair)
    return bool(first) and first == second


if __name__ == "__main__":
    for number, half in ((1, ""), (2, "a"), (2, "b"), (3, "a"), (3, "b"), (4, "a"), (4, "b")):
        for same in (True, False):
            of = [one for one in pairs(number, half) if one["same"] is same]
            one = [pair for pair in of if are_one(pair)]
            print(f"list {number}{half}", "same" if same else "different", len(of), "merged", len(one))
