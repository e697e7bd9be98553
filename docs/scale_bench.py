"""Prints how long the server takes for a filter click, by the number of events. Run by ``make bench``."""

import time

from synthetic import synthetic

from dashboard.app import chart
from dashboard.app.state import state_from_url

_SIZES = (100, 1_000, 10_000, 100_000)
_CLICKS = ("?actor=s1", "", "?actor=s2", "", "?type=CONSULT", "")


def main() -> None:
    """Nothing; the figures are printed."""
    for size in _SIZES:
        timeline = synthetic(size)
        first, *later = [_answer(timeline, search) for search in ("", *_CLICKS)]
        what = f"filter click at {size:,} events, server"
        print(f"{what:<40} first {first * 1000:6.0f} ms, then worst {max(later) * 1000:6.0f} ms")


def _answer(timeline: chart.Timeline, search: str) -> float:
    """The seconds for counts and figures of an address."""
    start = time.perf_counter()
    state = state_from_url(search)
    chart.choices(timeline, state, "en")
    chart.draw(timeline, chart.visible(timeline, state), state, "en", width=1120, dark=False, room=700)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
