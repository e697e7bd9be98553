"""What single periods are called: a day, a month, a season, a decade, the early part of a year.

Called by ``dates`` only. A language with articles ("depuis le printemps") has one message per kind.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date, format_skeleton

from dashboard.model import Granularity, When
from dashboard.wording.locales import locale_of
from dashboard.wording.messages import message

_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = ("early", "mid", "late")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class Period:
    """One period: its kind, its first day, which of its kind it is, and which part of it ("early")."""

    kind: str
    first: date
    number: int = 0
    part: str = ""

    def plain(self, language: str, *, short: bool = False) -> str:
        """The period by itself: "spring 2014", "début janvier 2017"."""
        if self.part:
            return message(_PART_OF[self.part, self.kind], language, **self._values(language, short=short))
        pattern = _PLAIN.get(self.kind, "")
        if self.kind == "season":
            pattern = f"{_SEASONS[self.number]} {{year}}"
        if self.kind == "half":
            pattern = _HALVES[self.number]
        if short and self.kind in {"quarter", "half"}:
            pattern = {"quarter": "Q{number} {year}", "half": "H{number} {year}"}[self.kind]
        values = self._values(language, short=short)
        return message(pattern, language, **values) if pattern else str(values[self.kind])

    def prefixed(self, how: str, language: str, *, short: bool = False) -> str:
        """The period after "since", "until" or "around", with the article that the language needs."""
        values = self._values(language, short=short)
        if self.kind == "season":
            return message(f"{how} {_SEASONS[self.number]} {{year}}", language, **values)
        if self.kind in {"decade", "century", "quarter", "half", "week"}:
            said = self.plain(language, short=short)
            return message(f"{how} the {{{self.kind}}}", language, **(values | {self.kind: said}))
        return message(f"{how} {{{self.kind}}}", language, **values)

    def _values(self, language: str, *, short: bool) -> dict[str, Any]:
        locale, month = locale_of(language), "MMM" if short else "MMMM"
        crossing = self.kind == "season" and self.number == 3
        following = self.first.year + 1
        ends: dict[str, Any] = {
            "year": self.first.year,
            "next": f"{following % 100:02d}",
            "following": following,
        }
        year = message("{year}–{next}", language, **ends) if crossing else str(self.first.year)
        values: dict[str, Any] = {"year": year, "number": self.number + 1}
        if self.kind in {"day", "week"}:
            values["day"] = day_pattern(self.first, language, short=short)
        elif self.kind == "month":
            values["month"] = format_skeleton(f"y{month}", self.first, locale=locale)
        elif self.kind == "quarter":
            values["quarter"] = format_skeleton("yQQQQ", self.first, locale=locale)
        elif self.kind == "decade":
            values["decade"] = message("{year}s", language, year=self.number)
        elif self.kind == "century":
            values["century"] = message(
                "{ordinal} century", language, ordinal=_ordinal(self.number, language)
            )
        return values


_PLAIN = {"week": "week of {day}"}
_HALVES = ("first half of {year}", "second half of {year}")
_PART_OF = {
    (part, kind): f"{part}{'-' if part == 'mid' else ' '}{{{kind}}}"
    for part in _PARTS
    for kind in ("month", "year", "decade", "century")
}


def day_pattern(day: date, language: str, *, short: bool) -> str:
    """A day in the language's own pattern."""
    if short:  # by skeleton: the medium pattern of some languages is in digits
        return format_skeleton("yMMMd", day, locale=locale_of(language))
    return format_date(day, "long", locale=locale_of(language))


def period_of(day: date, granularity: Granularity) -> Period:
    """The period of a granularity that a day lies in."""
    year, month = day.year, day.month
    if granularity is Granularity.WEEK:
        return Period("week", day - timedelta(days=day.weekday()))
    if granularity is Granularity.MONTH:
        return Period("month", day.replace(day=1))
    if granularity is Granularity.SEASON:
        number = (month - 3) % 12 // 3
        return Period("season", date(max(1, year - (number == 3 and month < 3)), 3 + 3 * number, 1), number)
    if granularity is Granularity.QUARTER:
        return Period("quarter", date(year, (month - 1) // 3 * 3 + 1, 1), (month - 1) // 3)
    if granularity is Granularity.HALF:
        return Period("half", date(year, 1 if month < 7 else 7, 1), int(month > 6))
    if granularity is Granularity.YEAR:
        return Period("year", date(year, 1, 1))
    if granularity is Granularity.DECADE:
        return Period("decade", date(max(1, year // 10 * 10), 1, 1), year // 10 * 10)
    if granularity is Granularity.CENTURY:
        return Period("century", date(max(1, year // 100 * 100), 1, 1), year // 100 + 1)
    return Period("day", day)


def whole_period(when: When) -> Period | None:
    """The one period that a When covers exactly; None where it covers several, or part of one."""
    assert when.earliest is not None
    assert when.latest is not None
    period = period_of(when.earliest, when.granularity)
    if period == period_of(when.latest, when.granularity):
        if period.kind == "day" and when.earliest != when.latest:
            return None
        return period
    if when.granularity is Granularity.WEEK and (when.latest - when.earliest).days < 7:
        return Period("week", when.earliest)
    return None


def part_of(when: When) -> Period | None:
    """The early, middle or late part of a month, year, decade or century; None for anything else."""
    first, last = when.earliest, when.latest
    if not when.approximate or first is None or last is None or first.year // 100 != last.year // 100:
        return None
    day, month, year = Granularity.DAY, Granularity.MONTH, Granularity.YEAR
    found: tuple[Granularity, int] | None = None
    if when.granularity is day and (first.year, first.month) == (last.year, last.month):
        ends = {(1, 10): 0, (11, 20): 1, (21, monthrange(first.year, first.month)[1]): 2}
        found = (month, ends.get((first.day, last.day), -1))
    elif when.granularity is month and first.year == last.year:
        found = (year, {(1, 4): 0, (5, 8): 1, (9, 12): 2}.get((first.month, last.month), -1))
    elif when.granularity is year and first.year // 10 == last.year // 10:
        found = (
            Granularity.DECADE,
            {(0, 3): 0, (4, 6): 1, (7, 9): 2}.get((first.year % 10, last.year % 10), -1),
        )
    elif when.granularity is year:
        ends = {(0, 39): 0, (40, 69): 1, (70, 99): 2}
        found = (Granularity.CENTURY, ends.get((first.year % 100, last.year % 100), -1))
    if found is None or found[1] < 0:
        return None
    period = period_of(first, found[0])
    return Period(period.kind, period.first, period.number, _PARTS[found[1]])


def _ordinal(number: int, language: str) -> str:
    if language == "fr":
        numeral = ""
        for value, letters in _ROMAN:
            while number >= value:
                numeral, number = numeral + letters, number - value
        return "Ier" if numeral == "I" else f"{numeral}e"
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}" if language == "en" else str(number)
