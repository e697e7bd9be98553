"""Any sequence of edits, undo, redo and readings is what a plain model says; nothing is ever lost."""

from dataclasses import replace
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from dashboard.model import Event, Review
from dashboard.store import Change, ConflictError, Project
from tests.affair import affair
from tests.properties import examples

KEYS = tuple(event.id for event in affair().events)
AUTHORS = ("Anna", "Boris")
DELETED = "deleted"
authors, keys = st.sampled_from(AUTHORS), st.sampled_from(KEYS)
Said = Any  # None as read, DELETED, or (note, confidence)
Turn = dict[str, tuple[Said, Said]]  # from what to what, by event


class Kept(RuleBasedStateMachine):
    """A project beside its model: what is said of each event, what was read, what each author could undo."""

    @initialize()
    def begin(self) -> None:
        self.path = Path(mkdtemp()) / "affair.detente"
        self.project = Project.create(self.path, affair())
        self.said: dict[str, Said] = dict.fromkeys(KEYS)
        self.read = {event.id: event.confidence for event in affair().events}
        self.last = dict(self.read)  # what was read last, also of events that are read no more
        self.done: dict[str, list[Turn]] = {each: [] for each in AUTHORS}
        self.undone: dict[str, list[Turn]] = {each: [] for each in AUTHORS}
        self.readings = 0
        self.log: list[Any] = []

    def teardown(self) -> None:
        self.project.close()
        rmtree(self.path.parent)

    def edited(self, key: str, note: str) -> Event:
        found = self.project.machine(key)
        assert found is not None
        return replace(found, note=note, review=Review.EDITED)

    @rule(author=authors, wanted=st.dictionaries(keys, st.sampled_from(["x", "y", DELETED]), min_size=1))
    def change(self, author: str, wanted: dict[str, str]) -> None:
        changes = [
            Change(key, None if note == DELETED else self.edited(key, note), self.project.version(key))
            for key, note in wanted.items()
        ]
        new = {key: DELETED if note == DELETED else (note, self.last[key]) for key, note in wanted.items()}
        step = {key: (self.said[key], said) for key, said in new.items() if self.said[key] != said}
        self.project.change(changes, author=author, action="edit")
        if step:
            self.done[author].append(step)
            self.undone[author].clear()
            self.said |= new

    @rule(author=authors)
    def undo(self, author: str) -> None:
        self.turn(author, self.project.undo, self.done[author], self.undone[author], back=True)

    @rule(author=authors)
    def redo(self, author: str) -> None:
        self.turn(author, self.project.redo, self.undone[author], self.done[author], back=False)

    def turn(self, author: str, act: Any, source: list[Turn], target: list[Turn], *, back: bool) -> None:
        if not source:
            assert act(author) is None
            return
        step = source[-1]
        stands, becomes = (1, 0) if back else (0, 1)
        if any(self.said[key] != values[stands] for key, values in step.items()):
            with pytest.raises(ConflictError):
                act(author)
            return
        assert act(author).author == author
        target.append(source.pop())
        self.said |= {key: values[becomes] for key, values in step.items()}

    @rule(author=authors, behind=st.integers(1, 3), key=keys)
    def be_late(self, author: str, behind: int, key: str) -> None:
        late = Change(key, self.edited(key, "late"), self.project.version(key) - behind)
        with pytest.raises(ConflictError):
            self.project.change([late], author=author, action="edit")

    @rule(found=st.sets(keys, min_size=1), confidence=st.sampled_from([0.2, 0.6]), moved=st.booleans())
    def read_again(self, found: set[str], confidence: float, moved: bool) -> None:
        self.readings += 1
        if moved:  # what nobody remembers cannot be known again under another id
            found = {key for key in found if key in self.read or self.said[key] is not None}
        name = f"{{}}+{self.readings}" if moved else "{}"
        events = tuple(
            replace(each, confidence=confidence, id=name.format(each.id))
            for each in affair().events
            if each.id in found
        )
        self.project.add_reading(replace(affair(), events=events), author="")
        self.read = dict.fromkeys(found, confidence)
        self.last |= self.read

    @rule()
    def open_again(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)

    @invariant()
    def it_is_what_the_model_says(self) -> None:
        expected = {
            key: ("", self.read[key]) if said is None else said
            for key, said in self.said.items()
            if (said is None and key in self.read) or said not in (None, DELETED)
        }
        now = {event.id: (event.note, event.confidence) for event in self.project.timeline().events}
        assert now == expected
        for key in KEYS:
            machine = self.project.machine(key)
            assert machine is not None
            assert (machine.note, machine.confidence) == ("", self.last[key])

    @invariant()
    def nothing_is_lost_from_the_history(self) -> None:
        rows = self.project._journal.rows("1 ORDER BY rowid")
        assert rows[: len(self.log)] == self.log
        self.log = rows
        assert self.project.check() == []


TestKept = Kept.TestCase
TestKept.settings = examples(20, stateful_step_count=15)
