"""How well actors are read, against the gold articles of ``tests/gold/actors_<language>.jsonl``.

A gold article lists its people (names, affiliation or null where the text does not tell), its other actors
(ids, or a name that we may not know), and optional ones that count neither way.
Run: ``python -m tests.actors.scoring fr``.
"""

import json
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dashboard.actors import ActorReading, find_actors
from dashboard.gazetteer import fold_key
from dashboard.model import Actor, ActorKind, Article, Block, BlockKind

GOLD = Path(__file__).parent.parent / "gold"
ACTING = {"name", "alias", "metonym", "nominal"}


@dataclass
class Score:
    """Counts of people and of all actors, with what went wrong."""

    people: list[int] = field(default_factory=lambda: [0, 0, 0])
    actors: list[int] = field(default_factory=lambda: [0, 0, 0])
    affiliations: list[int] = field(default_factory=lambda: [0, 0])
    faults: list[str] = field(default_factory=list)

    @staticmethod
    def rates(counts: list[int]) -> tuple[float, float, float]:
        """Precision, recall and F1 of right, extra and missed."""
        right, extra, missed = counts
        precision, recall = right / max(1, right + extra), right / max(1, right + missed)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def table(self) -> str:
        """The counts and rates, a line each."""
        lines = [
            f"{label} {counts} " + "P {:.3f} R {:.3f} F1 {:.3f}".format(*self.rates(counts))
            for label, counts in (("people", self.people), ("actors", self.actors))
        ]
        share = self.affiliations[0] / max(1, sum(self.affiliations))
        return "\n".join([*lines, f"affiliations {self.affiliations} {share:.3f}"])


def article_of(text: str, language: str, year: int | None = None) -> Article:
    """An article of one block per line."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, position, position + len(line)))
        position += len(line) + 1
    published = date(year, 12, 31) if year else None
    return Article("gold", text, tuple(blocks), language=language, published=published)


def gold(language: str, part: str = "") -> list[dict]:
    """The gold articles of a language; ``part`` "blind_" is what was written after the rules."""
    lines = (GOLD / f"actors_{part}{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _surfaces(actor: Actor, reading: ActorReading) -> set[str]:
    spoken = {one.text for one in reading.mentions if one.target == actor.id and one.form in ACTING}
    return {fold_key(name) for name in (*actor.names.values(), *actor.aliases, *spoken)}


def score(language: str, part: str = "") -> Score:
    """The score over a language's gold articles."""
    total = Score()
    for one in gold(language, part):
        _score_one(total, one)
    return total


def _score_one(total: Score, one: dict) -> None:
    reading = find_actors(article_of(one["text"], one["language"], one["year"]))
    found = {
        mention.target for mention in reading.mentions
        if mention.target and mention.form in ACTING and mention.rule not in {"in role", "venue"}
    }  # fmt: skip
    people = {target for target in found if reading.actors[target].kind is ActorKind.PERSON}
    right, missed = set(), []
    for person in one["people"]:
        match = _match({fold_key(name) for name in person["names"]}, people - right, reading)
        if match is None:
            missed.append(person["names"][0])
            continue
        right.add(match)
        _score_affiliation(total, one["id"], person, reading.actors[match].affiliation)
    others = found - people
    right_others, missed_others = set(), []
    for names in one["actors"]:
        match = next(iter(sorted(others & set(names))), None) or _match(
            {fold_key(name) for name in names}, others, reading
        )
        if match is None:
            missed_others.append(names[0])
        else:
            right_others.add(match)
    optional = {name for names in one["optional"] for name in names}
    folded = {fold_key(name) for name in optional}
    extra = people - right
    extra_others = {
        target for target in others - right_others - optional
        if not folded & _surfaces(reading.actors[target], reading)
    }  # fmt: skip
    for counts, more in (
        (total.people, (right, extra, missed)),
        (total.actors, (right, extra, missed)),
        (total.actors, (right_others, extra_others, missed_others)),
    ):
        for place, names in enumerate(more):
            counts[place] += len(names)
    for word, names in (("extra", extra | extra_others), ("missed", [*missed, *missed_others])):
        total.faults.extend(f"{one['id']}: {word} {name}" for name in sorted(names))


def _match(names: set[str], among: set[str], reading) -> str | None:
    """The first actor among some that is called by one of the folded names."""
    return next((each for each in sorted(among) if names & _surfaces(reading.actors[each], reading)), None)


def _score_affiliation(total: Score, article: str, person: dict, served: str | None) -> None:
    """Whether whom a person serves was read as annotated, if it is."""
    if not person["affiliation"]:
        return
    right = served in person["affiliation"]
    total.affiliations[0 if right else 1] += 1
    if not right:
        total.faults.append(
            f"{article}: {person['names'][0]} serves {served}, not {person['affiliation'][0]}"
        )


if __name__ == "__main__":
    result = score(*sys.argv[1:3])
    print(result.table())
    print("\n".join(result.faults))
