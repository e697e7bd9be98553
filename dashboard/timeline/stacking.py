"""Rows for spans that would collide on one line. Called by the marks of a lane and by the overview."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Span = tuple[float, float, str]


@dataclass(slots=True)
class Group:
    """Spans that hang together because each touches another, and the row of each."""

    names: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return len(self.ends)


def groups_of(spans: Sequence[Span], apart: float, most: int | None = None) -> Iterator[Group]:
    """The groups of (left, right, id), from left to right.

    ``apart`` pixels are left between neighbours in a row; with more than ``most`` rows, the least bad
    overlap is taken.
    """
    group = Group()
    reach = float("-inf")
    for left, right, name in sorted(spans):
        if left > reach and group.names:
            yield group
            group, reach = Group(), float("-inf")
        row = next((at for at, end in enumerate(group.ends) if end < left), None)
        if row is None:
            if most is None or len(group.ends) < most:
                row = len(group.ends)
                group.ends.append(0.0)
            else:
                row = min(range(most), key=group.ends.__getitem__)
        group.ends[row] = max(group.ends[row], right + apart)
        reach = max(reach, right + apart)
        group.names.append(name)
        group.places.append(row)
    if group.names:
        yield group


def stack(spans: Sequence[Span], most: int, apart: float) -> dict[str, tuple[int, int]]:
    """For each (left, right, id) its row in the group that it collides with, and that group's rows."""
    return {
        name: (row, group.rows)
        for group in groups_of(spans, apart, most)
        for name, row in zip(group.names, group.places, strict=True)
    }
