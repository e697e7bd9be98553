"""Dates as a language writes them (CLDR through babel)."""

from datetime import date

from babel.dates import format_date, format_interval

from dashboard.model import When
from dashboard.wording.messages import message


def format_day(day: date, language: str, *, short: bool = False) -> str:
    """A day, e.g. "3 March 2017" or "3 mars 2017"; short: "3 Mar 2017"."""
    pattern = ("d MMM y" if short else "d MMMM y")
    return format_date(day, pattern, locale=language)


def format_when(when: When, language: str, *, short: bool = False) -> str:
    """A When as the language writes it: "spring 2014", "début janvier 2017", "26–27 Apr 2017"."""
    return format_interval(when.earliest or when.latest, when.latest or when.earliest, "yMMMd", locale=language)
