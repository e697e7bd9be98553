"""Rows for spans that would collide on one line. Called by the marks of a lane and by the overview."""

from collections.abc import Sequence

Span = tuple[float, float, str]


def stack(spans: Sequence[Span], most: int, apart: float) -> dict[str, tuple[int, int]]:
    """For each (left, right, id) its row in the group that it collides with, and that group's number of rows.

    ``apart`` pixels are left between neighbours in a row; with more than ``most`` rows, the least bad
    overlap is taken.
    """
    found: dict[str, tuple[int, int]] = {}
    group: list[tuple[str, int]] = []
    ends: list[float] = []

    def close() -> None:
        found.update({name: (row, len(ends)) for name, row in group})

    for left, right, name in sorted(spans):
        if ends and left > max(ends):
            close()
            group, ends = [], []
        free = [row for row, end in enumerate(ends) if end < left]
        if free:
            row = free[0]
        elif len(ends) < most:
            row = len(ends)
            ends.append(0.0)
        else:
            row = min(range(most), key=ends.__getitem__)
        ends[row] = max(ends[row], right + apart)
        group.append((name, row))
    close()
    return found
