"""How well whole articles' casts are read, against ``events_gold_<language>.jsonl`` and the rounds.

An extra is an actor that acts (by name, alias, metonym or as a body) and that the gold has not even as
optional; a state that only an adjective tells is right where the gold has it, and counts for nothing else.
A body stands for its owner too ("Russian soldiers"), and is no extra where the gold has the owner.
Run: ``python -m tests.actors.documents fr dev``.
"""

import json
import sys
from collections.abc import Mapping
from datetime import date

from dashboard.actors import ActorReading, find_actors
from dashboard.gazetteer import fold_key, knowledge
from dashboard.model import Actor, ActorKind, Article, Block, BlockKind
from tests.actors.scoring import ACTING, GOLD, Score


def gold_documents(language: str, split: str) -> list[dict]:
    """The gold articles of a split, or of a round ("contact1"), each with its ``text`` and ``actors``."""
    if split.startswith(("contact", "events_round")):
        lines = (GOLD / f"{split}_{language}.jsonl").read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]
    path = GOLD / f"events_gold_{language}.jsonl"
    texts = {}
    for line in (GOLD / f"dates_{language}.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        texts[one["id"]] = one["text"]
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [{**one, "text": texts[one["id"]]} for one in lines if one["split"] == split]


def _article(one: dict) -> Article:
    blocks, position = [], 0
    for line in one["text"].split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.BODY, position, position + len(line)))
        position += len(line) + 1
    published = date.fromisoformat(one["dct"]) if len(one["dct"] or "") == 10 else None
    return Article(one["id"], one["text"], tuple(blocks), language=one["lang"], published=published)


def _plain(name: str) -> str:
    words = fold_key(name).split()
    return " ".join(words[1:] if words and words[0] in ("the", "le", "la", "les", "l") else words)


def _spoken(actor: Actor, reading: ActorReading) -> set[str]:
    said = {
        one.text for one in reading.mentions if one.target == actor.id and one.form in {*ACTING, "demonym"}
    }
    return {_plain(name) for name in (*actor.names.values(), *actor.aliases, *said)}


def _owner(actor: Actor) -> str | None:
    return actor.affiliation if actor.kind is ActorKind.BODY else None


def _sort(kind: str) -> str:
    """Bodies and organisations are often hard to tell apart; people and states are not."""
    return kind if kind in ("person", "state") else "other"


def _match(wanted: dict, able: list[str], spoken: Mapping[str, set[str]]) -> str | None:
    names = {_plain(wanted["name"]), *(_plain(name) for name in wanted["surfaces"])}
    exact = [target for target in able if _plain(wanted["name"]) in spoken[target]]
    if wanted["kind"] == "person":
        # "le capitaine Marchand" is said to be Marchand.
        ends = {" ".join(name.split()[place:]) for name in names for place in range(len(name.split()))}
        exact += [target for target in able if any(len(name) > 3 and name in ends for name in spoken[target])]
    return next(iter([*exact, *(target for target in able if names & spoken[target])]), None)


def score_documents(language: str, split: str) -> Score:
    """The score over a split: people, all actors, whom the people serve, and the faults."""
    total = Score()
    for one in gold_documents(language, split):
        _score(total, one)
    return total


def _score(total: Score, one: dict) -> None:
    reading = find_actors(_article(one))
    acting = {
        mention.target for mention in reading.mentions
        if mention.target and mention.form in ACTING and mention.rule not in {"in role", "venue"}
    }  # fmt: skip
    spoken = {target: _spoken(actor, reading) for target, actor in reading.actors.items()}
    heard = {mention.target for mention in reading.mentions if mention.target}
    heard |= {owner for target in heard & acting if (owner := _owner(reading.actors[target]))}
    used: set[str] = set()
    for wanted in sorted(one["actors"], key=lambda each: each.get("optional", False)):
        person = wanted["kind"] == "person"
        able = [
            target for target in sorted(heard - used)
            if _sort(reading.actors[target].kind) == _sort(wanted["kind"])
        ]  # fmt: skip
        target = _match(wanted, able, spoken)
        if target is not None:
            used.add(target)
        if not wanted.get("optional"):
            for counts in [total.actors, *([total.people] if person else [])]:
                counts[0 if target else 2] += 1
            if target is None:
                total.faults.append(f"{one['id']}: missed {wanted['name']} {wanted['surfaces']}")
        if target is not None and person and wanted["affiliation"]:
            _served(total, one["id"], wanted, reading, target)
    for target in sorted(acting - used):
        if _owner(reading.actors[target]) in used:
            continue
        total.actors[1] += 1
        total.people[1] += reading.actors[target].kind is ActorKind.PERSON
        total.faults.append(f"{one['id']}: extra {target} {sorted(spoken[target])}")


def _served(total: Score, article: str, wanted: dict, reading: ActorReading, target: str) -> None:
    served = reading.actors[target].affiliation
    names: set[str] = set()
    state = served
    while state:
        actor = reading.actors[state]
        names |= {_plain(name) for name in (*actor.names.values(), *actor.aliases)} | spoken_names(state)
        state = actor.affiliation
    right = any(
        name == _plain(wanted["affiliation"]) or name.endswith(" " + _plain(wanted["affiliation"]))
        for name in names
    )
    total.affiliations[0 if right else 1] += 1
    if not right:
        total.faults.append(f"{article}: {wanted['name']} serves {served}, not {wanted['affiliation']}")


def spoken_names(target: str) -> set[str]:
    """All names that the gazetteer has for a state or organisation."""
    known = knowledge()
    one = known.states.get(target) or known.organisations.get(target)
    return {_plain(name) for names in one.aliases.values() for name in names} if one else set()


if __name__ == "__main__":
    result = score_documents(*sys.argv[1:3])
    print(result.table())
    if sys.argv[2] == "dev":
        print("\n".join(result.faults))
