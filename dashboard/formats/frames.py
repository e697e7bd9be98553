"""A timeline as a pandas DataFrame, one row an event, typed: for notebooks, and for the workbook.

``data/formats/columns.csv`` says what each column holds.
"""

from typing import TYPE_CHECKING

from dashboard.formats.columns import columns
from dashboard.formats.rows import WORDS, joined, row_of
from dashboard.model import Event, Timeline

if TYPE_CHECKING:
    import pandas as pd

_DAYS = ("earliest", "latest")
_NUMBERS = ("lat", "lon", "confidence")
_CHOICES = ("type", "mode", "status", "granularity", "review")


def to_frame(timeline: Timeline, language: str = "en") -> "pd.DataFrame":
    """The events as a table in the order of the timeline, under the columns of the CSV.

    ``earliest`` and ``latest`` are days (``datetime64[us]``, NaT where an interval is open), ``lat`` and
    ``lon`` degrees, ``confidence`` a share from 0 to 1 (``float64``), ``approximate`` is ``bool``, and what
    has few values is a category; all else is text, "" where there is nothing.
    """
    import pandas as pd  # noqa: PLC0415 - a fifth of a second, and only for who wants a table

    rows = [flat_row(event, timeline, language) for event in timeline.events]
    frame = pd.DataFrame(rows, columns=list(columns()), dtype="str")
    for name in _DAYS:
        frame[name] = pd.to_datetime(frame[name].replace("", None), format="%Y-%m-%d").astype(
            "datetime64[us]"
        )
    for name in _NUMBERS:
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype("float64")
    frame["approximate"] = frame["approximate"] == "true"
    return frame.astype(dict.fromkeys(_CHOICES, "category"))


def flat_row(event: Event, timeline: Timeline, language: str) -> dict[str, str]:
    """The row of an event for a table: each quote on one line."""
    row = row_of(event, timeline, language)
    row["quotes"] = joined((" ".join(each.quote.split()) for each in event.evidence), WORDS)
    return row
