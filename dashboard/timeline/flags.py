"""What a label says, and how its text can be set beside its leader: which side, how wide, how many lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Event, Granularity, Status
from dashboard.timeline.measure import BOLD, REGULAR, measure, shorten, wrap
from dashboard.wording import format_when, status_word

TITLE_SIZE = 13.0
DETAIL_SIZE = 12.0
LINE = 17.0  # Plotly sets lines 1.3 times the size apart
TEXT_OFF = 5.0  # from the leader to the text
_CLEAR = 9.0  # beyond the text
_NARROWEST = 96.0  # a text is not squeezed into less,
_SLIM = 64.0  # unless that keeps it clear of another leader
_NEIGHBOURS = 3


@dataclass(frozen=True, slots=True)
class Manner:
    """How labels may be set: widths of text to try, lines of title, and how high all may rise in pixels."""

    widest: tuple[float, ...] = (330.0,)
    title_lines: int = 2
    tallest: float = 332.0
    comfortable: float = 256.0


@dataclass(frozen=True, slots=True)
class Flag:
    """A label's text set on one side of its leader; ``cost`` is (whether it is cut short, lines)."""

    side: str
    title: tuple[str, ...]
    detail: tuple[str, ...]
    width: float
    cost: tuple[int, int]

    def box(self, x: float) -> tuple[float, float]:
        """From x to x, what must stay clear of other leaders and labels."""
        far = TEXT_OFF + self.width + _CLEAR
        return (x + 1, x + far) if self.side == "right" else (x - far, x - 1)

    @property
    def height(self) -> float:
        """Of all its lines, in pixels."""
        return (len(self.title) + len(self.detail)) * LINE


def said_detail(event: Event, language: str, title: str = "") -> tuple[str, ...]:
    """The parts of the second line: date, place unless the title names it, status unless it happened."""
    # A month by itself is written out: it is short enough, and reads better.
    parts = [format_when(event.when, language, short=event.when.granularity is not Granularity.MONTH)]
    if event.place and event.place.name(language).casefold() not in title.casefold():
        parts.append(event.place.name(language))
    if event.status is not Status.HAPPENED:
        parts.append(status_word(event.status.value, language))
    return tuple(parts)


def flags_of(
    event: Event, x: float, room: tuple[float, float, Sequence[float]], manner: Manner, language: str
) -> list[Flag]:
    """The ways to set the label of an event whose leader is at x, the best first.

    ``room`` is the x of the chart's left and right edge, and of all leaders.
    """
    title = event.title(language)
    detail = said_detail(event, language, title)
    found: dict[Flag, None] = {}
    left, right, xs = room
    for side, widest in _widths(x, (left, right), xs, manner):
        lines = wrap(title, widest, TITLE_SIZE, BOLD, manner.title_lines)
        below = _detail(detail, widest)
        width = max(
            *(measure(each, TITLE_SIZE, BOLD) for each in lines),
            *(measure(each, DETAIL_SIZE) for each in below),
        )
        cut = any(each.endswith("…") for each in (*lines, *below)) and not title.endswith("…")
        found[Flag(side, lines, below, width, (int(cut), len(lines) + len(below)))] = None
    if not found:  # a sliver of a window: some text is better than none
        side, free = max(_rooms(x, (left, right)).items(), key=lambda each: each[1])
        line = shorten(title, max(free, 40), TITLE_SIZE, BOLD) or "…"
        found[Flag(side, (line,), (), measure(line, TITLE_SIZE, BOLD), (1, 1))] = None
    return sorted(found, key=lambda flag: flag.cost)


def _rooms(x: float, sides: tuple[float, float]) -> dict[str, float]:
    """The pixels for text on either side of a leader."""
    return {"right": sides[1] - x - TEXT_OFF, "left": x - TEXT_OFF - sides[0]}


def _widths(
    x: float, sides: tuple[float, float], xs: Sequence[float], manner: Manner
) -> dict[tuple[str, float], None]:
    """The sides and widths to try: those of the manner, and what fits before one of the next leaders."""
    found: dict[tuple[str, float], None] = {}
    for side, room in _rooms(x, sides).items():
        for most in manner.widest:
            if min(most, room) >= _NARROWEST:
                found[side, min(most, room)] = None
        gaps = sorted(other - x if side == "right" else x - other for other in xs)
        free = [gap - TEXT_OFF - _CLEAR - 2 for gap in gaps]
        slim = [gap for gap in free if _SLIM <= gap < min(manner.widest[0], room)]
        found.update(dict.fromkeys((side, gap) for gap in slim[:_NEIGHBOURS]))
    return found


def _detail(parts: tuple[str, ...], widest: float) -> tuple[str, ...]:
    """The second line, on more if need be, broken between its parts, or within one that is too long."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines else part
        if lines and measure(longer, DETAIL_SIZE, REGULAR) <= widest:
            lines[-1] = longer
        else:
            lines += wrap(part, widest, DETAIL_SIZE)
    return tuple(lines)
