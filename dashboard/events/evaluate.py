"""How good the events are: gold articles against what is read, as the table of the project's goals.

``python -m dashboard.events.evaluate GOLD.jsonl...``; the tests call ``score_files`` and pin floors.
A line of gold holds id, lang, dct, events (quote, start, end, edtf, type, also, status, actors, place,
optional) and its text, or a file ``dates_<lang>.jsonl`` beside it holds the text under the same id.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from dashboard.articles import read_text
from dashboard.dates import edtf
from dashboard.errors import DateError
from dashboard.events.build import build_timeline
from dashboard.events.ontology import types
from dashboard.gazetteer import Sort, knowledge, known_as, scan
from dashboard.model import Actor, ActorKind, Event, Status, Timeline
from dashboard.places import capital_of

GOALS = {
    "recall": 0.90, "extra": 0.10, "type": 0.88, "quad": 0.94, "status": 0.95, "actors": 0.88, "place": 0.92,
}  # fmt: skip
"""What the project wants of unseen articles; ``extra`` is a ceiling."""


@dataclass(slots=True)
class Score:
    """Counts over gold articles; ``errors`` are one line each, by kind of error."""

    gold: int = 0
    found: int = 0
    read: int = 0
    extra: int = 0
    dates: int = 0
    types: int = 0
    quads: int = 0
    statuses: int = 0
    places: int = 0
    roles: int = 0
    told: int = 0
    actors: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """One figure of the table in [0, 1]."""
        matched = max(self.found, 1)
        hits, gold, system = (self.actors[key] for key in ("hit", "gold", "read"))
        return {
            "recall": self.found / max(self.gold, 1),
            "extra": self.extra / max(self.read, 1),
            "date": self.dates / matched,
            "type": self.types / matched,
            "quad": self.quads / matched,
            "status": self.statuses / matched,
            "place": self.places / matched,
            "actors": 2 * hits / max(gold + system, 1),
            "role": self.roles / max(self.told, 1),
        }[name]

    def table(self) -> str:
        """The figures beside the goals, as text."""
        lines = [f"{self.gold} gold events, {self.read} read, {self.found} matched"]
        for name in ("recall", "extra", "date", "type", "quad", "status", "actors", "place"):
            goal = GOALS.get(name)
            wanted = "" if goal is None else f"   goal {'<=' if name == 'extra' else '>='} {goal:.2f}"
            lines.append(f"{name:8} {self.share(name):.3f}{wanted}")
        if self.told:  # few gold files tell roles
            lines.append(f"{'role':8} {self.share('role'):.3f}   of {self.told} actors found")
        return "\n".join(lines)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).removeprefix("the ")


def _span(text: str) -> tuple[date, date] | None:
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        year, number = int(week[1]), int(week[2])
        return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)
    try:
        first, last = edtf.parse(text).days()
    except DateError:
        return None
    return first or date.min, last or date.max


def _near(gold: str, event: Event) -> float:
    """How well dates agree: 1 the same, less where one lies in the other, 0 apart."""
    if gold == event.when.edtf:
        return 1.0
    span = _span(gold)
    if span is None:
        return 0.0
    first, last = event.when.earliest or date.min, event.when.latest or date.max
    if (first, last) == span:
        return 0.95
    slack = timedelta(days=31 if "~" in gold or event.when.approximate else 0)
    low = first - slack if first > date.min + slack else first
    high = last + slack if last < date.max - slack else last
    if low <= span[0] and span[1] <= high:
        return 0.6
    if span[0] <= first and last <= span[1]:
        return 0.5
    return 0.3 if slack and low <= span[1] and span[0] <= high else 0.0


def _match(gold: Sequence[dict[str, Any]], events: Sequence[Event]) -> list[tuple[int, int, float]]:
    """Pairs of gold and read events: the same sentence and a date that agrees; each once, best first."""
    pairs = []
    for i, wanted in enumerate(gold):
        for j, event in enumerate(events):
            told = any(e.start < wanted["end"] and wanted["start"] < e.end for e in event.evidence)
            near = _near(wanted["edtf"], event)
            if not near or (not told and near < 0.9):
                continue
            right = event.type == wanted["type"] or event.type in wanted.get("also", [])
            pairs.append((near + (1.0 if told else 0.0) + (0.5 if right else 0.0), i, j, near))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    taken: tuple[set[int], set[int]] = set(), set()
    found = []
    for _, i, j, near in pairs:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            found.append((i, j, near))
    return found


def _known(actors: Sequence[dict[str, Any]]) -> dict[str, str]:
    """The gold names of actors by each way of naming them; a name is its own actor's, whose surface it be."""
    surfaces = {_plain(text): one["name"] for one in actors for text in one.get("surfaces", [])}
    return surfaces | {_plain(one["name"]): one["name"] for one in actors}


def _turned(body: Actor, timeline: Timeline) -> list[str]:
    """The other ways of naming a state's body: "Georgian parliament" is the "Parliament of Georgia"."""
    state, name = timeline.actors.get(body.affiliation or ""), body.name("en")
    adjective = knowledge().demonym(state.id, "en", 0) if state is not None else ""
    if body.kind is not ActorKind.BODY or state is None or not adjective or not name.startswith(adjective):
        return []
    rest = name.removeprefix(adjective).strip()
    return [f"{rest} of {state.name('en')}", f"{state.name('en')} {rest}"]


def _actor_names(timeline: Timeline, event: Event, known: dict[str, str]) -> dict[str, str]:
    """The roles of participants by their gold names where a name or alias agrees, else by their own."""
    names = {}
    for one in event.participants:
        actor = timeline.actors.get(one.actor)
        spoken = [one.actor] if actor is None else [*actor.names.values(), *actor.aliases]
        spoken += [*known_as(one.actor), *(_turned(actor, timeline) if actor is not None else ())]
        hit = next((known[_plain(name)] for name in spoken if _plain(name) in known), None)
        names[hit or _plain(spoken[0])] = one.role.value
    return names


def _compare(score: Score, wanted: dict[str, Any], event: Event, near: float, where: str) -> None:
    score.found += 1
    score.dates += near >= 0.9
    allowed = [wanted["type"], *wanted.get("also", [])]
    quads = {types()[code].quad for code in allowed if code in types()}
    checks = (
        ("types", event.type in allowed, f"type {event.type} for {'/'.join(allowed)}"),
        ("quads", types()[event.type].quad in quads, ""),
        (
            "statuses",
            event.status == Status(wanted["status"]),
            f"status {event.status} for {wanted['status']}",
        ),
        (
            "places",
            _place_right(wanted.get("place"), event),
            f"place {event.place and event.place.name('en')} for {wanted.get('place')}",
        ),
    )
    for name, right, error in checks:
        setattr(score, name, getattr(score, name) + right)
        if not right and error:
            score.errors.append(f"{where}: {error}: {wanted['quote'][:110]}")


def _place_right(wanted: str | None, event: Event) -> bool:
    if wanted is None or event.place is None:
        return wanted is None and event.place is None
    named = {_plain(name) for name in event.place.names.values()}
    return _plain(wanted) in named or event.place.id in _spots(wanted)


@cache
def _spots(name: str) -> frozenset[str]:
    """The places that a gold name may mean by our tables: another name of a city, or a seat of power in it.

    Some gold has "White House" and some "Washington" for what happened there; both are as right.
    """
    entries = [entry for hit in scan(name, "en") if hit.text == name for entry in hit.entries]
    spots = {entry.target for entry in entries if entry.sort is Sort.SPOT}
    seats = (capital_of(entry.target) for entry in entries if entry.sort is Sort.SEAT)
    return frozenset(spots.union(spot.id for spot in seats if spot is not None))


def score_article(score: Score, line: dict[str, Any], text: str) -> None:
    """Add one gold article to the counts."""
    article = read_text(text, published=date.fromisoformat(line["dct"]), language=line["lang"])
    shift = article.text.find(text[:40])
    timeline = build_timeline([article])
    gold = [
        event | {"start": event["start"] + shift, "end": event["end"] + shift} for event in line["events"]
    ]
    pairs = _match(gold, timeline.events)
    known = _known(line.get("actors", []))
    matched = {j for _, j, _ in pairs}
    paired = {i for i, _, _ in pairs}
    for i, wanted in enumerate(gold):
        if i not in paired and not wanted.get("optional"):
            score.gold += 1
            score.errors.append(
                f"{line['id']}: missed {wanted['edtf']} {wanted['type']}: {wanted['quote'][:110]}"
            )
    for i, j, near in pairs:
        wanted, event = gold[i], timeline.events[j]
        if wanted.get("optional"):
            continue
        score.gold += 1
        _compare(score, wanted, event, near, line["id"])
        names = {actor["name"] for actor in wanted.get("actors", [])}
        roles = _actor_names(timeline, event, known)
        read = set(roles)
        told = [one for one in wanted.get("actors", []) if "role" in one and one["name"] in roles]
        score.roles += sum(roles[one["name"]] == one["role"] for one in told)
        score.told += len(told)
        score.actors.update({"hit": len(names & read), "gold": len(names), "read": len(read)})
        if names != read:
            score.errors.append(
                f"{line['id']}: actors +{sorted(read - names)} -{sorted(names - read)}: "
                f"{wanted['quote'][:110]}"
            )
    optional = {j for i, j, _ in pairs if gold[i].get("optional")}
    score.read += len(timeline.events) - len(optional)
    for j, event in enumerate(timeline.events):
        if j not in matched:
            score.extra += 1
            score.errors.append(
                f"{line['id']}: extra {event.when.edtf} {event.type}: {event.evidence[0].quote[:110]}"
            )


def read_gold(paths: Iterable[Path], split: str | None = None) -> list[tuple[dict[str, Any], str]]:
    """Gold lines with their texts; with ``split`` only those of that part."""
    found = []
    for path in paths:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        beside = path.with_name(f"dates_{lines[0]['lang']}.jsonl") if lines else path
        texts = {}
        if lines and "text" not in lines[0]:
            rows = map(json.loads, beside.read_text("utf-8").splitlines())
            texts = {row["id"]: row["text"] for row in rows}
        found += [
            (line, line.get("text") or texts[line["id"]])
            for line in lines
            if split is None or line.get("split") == split
        ]
    return found


def score_files(paths: Iterable[Path], split: str | None = None) -> Score:
    """The score over gold files."""
    score = Score()
    for line, text in read_gold(paths, split):
        score_article(score, line, text)
    return score


def main() -> None:
    """Print the table for the gold files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.events.evaluate")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--split", choices=("dev", "blind"))
    parser.add_argument("--errors", action="store_true", help="list every error")
    given = parser.parse_args()
    score = score_files(given.gold, given.split)
    print(score.table())
    if given.errors:
        print("\n".join(score.errors))


if __name__ == "__main__":
    main()
