"""What a label says, and how its text can be set beside its leader: which side, how wide, how many lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Event, Granularity, Status
from dashboard.timeline.measure import BOLD, REGULAR, longest_word, measure, shorten, words_of, wrap
from dashboard.wording import format_when, status_word

TITLE_SIZE = 13.0
DETAIL_SIZE = 12.0
LINE = 17.0  # Plotly sets lines 1.3 times the size apart
TEXT_OFF = 5.0  # from the leader to the text
_CLEAR = 9.0  # beyond the text
_NARROWEST = 96.0  # a text is not squeezed into less,
_SLIM = 64.0  # unless that keeps it clear of another leader
_NEIGHBOURS = 3
_BRIEF_LINE = 15.0  # the height of a label that is one line
_WRAPPED = (260.0, 200.0, 150.0, 118.0)  # or set on more lines, if that is wanted,
_WRAPPED_LINES = 5  # no more than these
_BRIEF_WIDTHS = (260.0, 200.0, 150.0, 110.0)  # in which a longer title is cut at a word
BETWEEN = 8.0
"""Pixels between a title and the date after it, on one line."""
_TOLD = 0.6  # of a title, that a cut one must keep


@dataclass(frozen=True, slots=True)
class Manner:
    """How labels may be set: widths of text to try, lines of title, and how high all may rise in pixels.

    ``brief`` labels are one line each: the title, cut at a word if it must be, and the date if there is room.
    Where it ``wraps`` they may also be several lines, of the title alone.
    """

    widest: tuple[float, ...] = (330.0,)
    title_lines: int = 2
    tallest: float = 332.0
    comfortable: float = 256.0
    brief: bool = False
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """A label's text set on one side of its leader; ``cost`` is (whether it is cut short, lines).

    With ``inline`` the detail follows the title on its line.
    """

    side: str
    title: tuple[str, ...]
    detail: tuple[str, ...]
    width: float
    cost: tuple[int, int]
    inline: bool = False

    def box(self, x: float) -> tuple[float, float]:
        """From x to x, what must stay clear of other leaders and labels."""
        far = TEXT_OFF + self.width + _CLEAR
        return (x + 1, x + far) if self.side == "right" else (x - far, x - 1)

    @property
    def height(self) -> float:
        """Of all its lines, in pixels."""
        return _BRIEF_LINE if self.inline else (len(self.title) + len(self.detail)) * LINE


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
    if manner.brief:
        return _brief_flags(event, x, room, language, wraps=manner.wraps)
    title = event.title(language)
    detail = said_detail(event, language, title)
    word = longest_word(title, TITLE_SIZE, BOLD)
    small = max(longest_word(part, DETAIL_SIZE) for part in detail)
    found: dict[Flag, None] = {}
    left, right, xs = room
    for side, widest in _widths(x, (left, right), xs, manner.widest):
        if word > widest:
            continue
        lines = wrap(title, widest, TITLE_SIZE, BOLD, manner.title_lines)
        below = _detail(detail, widest)
        width = max(
            *(measure(each, TITLE_SIZE, BOLD) for each in lines),
            *(measure(each, DETAIL_SIZE) for each in below),
        )
        cut = any(each.endswith("…") for each in (*lines, *below)) and not title.endswith("…")
        cut = cut or small > widest  # a name that is broken within is no better
        found[Flag(side, lines, below, width, (int(cut), len(lines) + len(below)))] = None
    if not found:  # a sliver of a window: some text is better than none
        found[_sliver(title, x, (left, right))] = None
    return sorted(found, key=lambda flag: flag.cost)


def _sliver(title: str, x: float, sides: tuple[float, float]) -> Flag:
    """What there is room for where there is hardly any."""
    side, free = max(_rooms(x, sides).items(), key=lambda each: each[1])
    line = shorten(title, max(free, 40), TITLE_SIZE, BOLD) or "…"
    return Flag(side, (line,), (), measure(line, TITLE_SIZE, BOLD), (1, 1))


def _brief_flags(
    event: Event, x: float, room: tuple[float, float, Sequence[float]], language: str, *, wraps: bool
) -> list[Flag]:
    """The same on one line: with the date, without it, on more lines, cut; those that say more first."""
    left, right, _ = room
    title = event.title(language)
    when = said_detail(event, language, title)[0]
    found: list[Flag] = []
    for side, free in _rooms(x, (left, right)).items():
        for said, date, wide in one_liners(title, when, min(free, 330.0), TITLE_SIZE, BOLD):
            cut = int(said != title)
            found.append(Flag(side, (said,), (date,) if date else (), wide, (cut, 1), inline=True))
    if wraps and title:
        found += _wrapped_flags(title, x, room)
    return sorted(found, key=lambda flag: (flag.cost, not flag.detail)) or [_sliver(title, x, (left, right))]


def _wrapped_flags(title: str, x: float, room: tuple[float, float, Sequence[float]]) -> list[Flag]:
    """The title alone, whole, on several lines."""
    left, right, xs = room
    word = longest_word(title, TITLE_SIZE, BOLD)
    found: dict[Flag, None] = {}
    for side, widest in _widths(x, (left, right), xs, _WRAPPED):
        if word > widest:
            continue
        lines = wrap(title, widest, TITLE_SIZE, BOLD, _WRAPPED_LINES)
        wide = max(measure(line, TITLE_SIZE, BOLD) for line in lines)
        if len(lines) > 1 and not lines[-1].endswith("…"):
            found[Flag(side, lines, (), wide, (0, len(lines)))] = None
    return list(found)


def one_liners(title: str, when: str, room: float, size: float, weight: int) -> list[tuple[str, str, float]]:
    """A title and a date on one line, as (title, date, width), none wider than the room: the fullest first.

    A title that is cut keeps whole words, and enough of them to be understood.
    """
    whole, date = measure(title, size, weight), BETWEEN + measure(when, DETAIL_SIZE)
    found = [(title, when, whole + date)] if whole + date <= room else []
    if whole <= room:
        found.append((title, "", whole))
    for most in _BRIEF_WIDTHS:
        said = shorten(title, min(most, room), size, weight)
        kept = said.rstrip("…")
        if said != title and len(kept) >= _TOLD * len(title) and kept.split()[-1:] != words_of(kept)[:1]:
            found.append((said, "", measure(said, size, weight)))
    return list(dict.fromkeys(found))


def _rooms(x: float, sides: tuple[float, float]) -> dict[str, float]:
    """The pixels for text on either side of a leader."""
    return {"right": sides[1] - x - TEXT_OFF, "left": x - TEXT_OFF - sides[0]}


def _widths(
    x: float, sides: tuple[float, float], xs: Sequence[float], widths: Sequence[float]
) -> dict[tuple[str, float], None]:
    """The sides and widths to try: the usual ones, and what fits before one of the next leaders."""
    found: dict[tuple[str, float], None] = {}
    for side, room in _rooms(x, sides).items():
        for most in widths:
            if min(most, room) >= _NARROWEST:
                found[side, min(most, room)] = None
        gaps = sorted(other - x if side == "right" else x - other for other in xs)
        free = [gap - TEXT_OFF - _CLEAR - 2 for gap in gaps]
        slim = [gap for gap in free if _SLIM <= gap < min(widths[0], room)]
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
