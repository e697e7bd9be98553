"""Where the axis is labelled: days, months, years, as the scale allows; and the folds' captions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton, get_month_names

from dashboard.timeline.axis import LAST_DAY, Axis, Piece
from dashboard.timeline.measure import BOLD, measure
from dashboard.wording import message
from dashboard.wording.locales import locale_of

TICK_SIZE = 12
CAPTION_SIZE = 11
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_YEARS = _MONTHS[3:]
_SEVERAL_YEARS = 900  # days
_DAYS = (1, 2, 5, 10)
_ROOMY_MONTH = 300  # pixels of a month from which its days are labelled


@dataclass(frozen=True, slots=True)
class Tick:
    """One label under the lanes: ``text``, and ``era`` (the month or year) in bold under it, or ""."""

    x: float
    text: str
    era: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """A fold from x ``left`` to ``right`` and the lines that say how much is skipped there."""

    left: float
    right: float
    caption: tuple[str, ...]

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


def ticks_of(axis: Axis, language: str, *, sparse: bool = False) -> tuple[Tick, ...]:
    """The ticks of an axis, none too near to the next; the first of a piece is always there.

    ``sparse`` leaves more room between them, and names only years where there are several.
    """
    months = dict(get_month_names("abbreviated", context="stand-alone", locale=locale_of(language)))
    step, by_day = _step(axis.scale / 2 if sparse else axis.scale)
    if sparse and axis.end - axis.start > _SEVERAL_YEARS:
        step, by_day = (
            next(each for each in _YEARS if axis.scale * each * 30.44 >= 44 or each == _YEARS[-1]),
            False,
        )
    found: list[Tick] = []
    for piece in axis.pieces:
        if piece.folded:
            continue
        era = ""
        for position, day in enumerate(_days(piece, step, by_day=by_day)):
            text, of = _texts(day, step, months, language, by_day=by_day)
            x = piece.left + (day.toordinal() - piece.start) * axis.scale
            tick = Tick(x, text, of if of != era else "")
            if found and not room_for(found[-1], tick):
                if position or not tick.era:
                    continue
                found.pop()  # the first tick of a piece says more than the last of the piece before
            era = of
            found.append(tick)
    return tuple(found)


def folds_of(axis: Axis, language: str) -> tuple[Fold, ...]:
    """The folds of an axis with their captions, e.g. ("2 years", "skipped")."""
    return tuple(
        Fold(
            piece.left,
            piece.right,
            (skipped(piece.end - piece.start, language), message("skipped", language)),
        )
        for piece in axis.pieces
        if piece.folded
    )


def skipped(days: float, language: str) -> str:
    """A length in whole years, months or days, whichever says it best."""
    if days >= 545:
        return message("{count} year", language, plural="{count} years", count=round(days / 365.25))
    if days >= 45:
        return message("{count} month", language, plural="{count} months", count=round(days / 30.44))
    return message("{count} day", language, plural="{count} days", count=round(days))


def _step(scale: float) -> tuple[int, bool]:
    """The finest step whose labels have room: in days, or in months."""
    if scale * 31 >= _ROOMY_MONTH:
        for step in _DAYS:
            if scale * step >= 34:
                return step, True
    for step in _MONTHS:
        if scale * step * 30.44 >= (46 if step < 12 else 52):
            return step, False
    return _MONTHS[-1], False


def _days(piece: Piece, step: int, *, by_day: bool) -> Iterator[date]:
    """The days of a piece that are on the step; at least its first month, if there is none."""
    first, last = date.fromordinal(int(piece.start)), date.fromordinal(min(int(piece.end), LAST_DAY))
    if by_day:
        yield from _month_days(first, last, step)
        return
    count = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // step) * step
    if step > 1 and _month(count) > last:
        yield first
        return
    if step > 1 and _month(count) != first and (_month(count) - first).days > step * 20:
        yield first
    while (day := _month(count)) <= last and day < date.max:
        yield day
        count += step


def _month_days(first: date, last: date, step: int) -> Iterator[date]:
    """Days of the month that are 1, 1+step ... of each month, without one just before the next first."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if (day.day - 1) % step == 0 and not (step > 1 and day.day > 31 - step // 2):
            yield day


def _month(count: int) -> date:
    year, month = divmod(count, 12)
    return date(min(max(year, 1), 9999), month + 1, 1) if year <= 9999 else date.max


def _texts(day: date, step: int, months: dict[int, str], language: str, *, by_day: bool) -> tuple[str, str]:
    """What a tick says, and the era that it lies in."""
    if by_day:
        return str(day.day), format_skeleton("yMMM", day, locale=locale_of(language))
    if step < 12:
        return months[day.month], str(day.year)
    return (str(day.year), "") if day.month == 1 else (f"{months[day.month]} {day.year}", "")


def room_for(before: Tick, tick: Tick) -> bool:
    """Whether a tick is far enough from the one before it."""
    return tick.x - before.x >= (_width(tick) + _width(before)) / 2 + 8


def _width(tick: Tick) -> float:
    return max(measure(tick.text, TICK_SIZE), measure(tick.era, TICK_SIZE, BOLD))
