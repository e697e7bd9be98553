"""Numbers, shares and lists as a language writes them (CLDR through babel)."""

from collections.abc import Sequence
from functools import lru_cache

from babel.lists import format_list as cldr_list
from babel.numbers import format_decimal, format_percent

from dashboard.wording.locales import locale_of


@lru_cache(maxsize=20_000)  # the same counts are said at every drawing
def format_number(number: float, language: str) -> str:
    """A number with the language's separators: "100,000", "100 000"."""
    return format_decimal(number, locale=locale_of(language))


def format_share(share: float, language: str) -> str:
    """A share in [0, 1] as a whole percentage: "97%", "97 %"."""
    return format_percent(share, format="#,##0%" if language == "en" else None, locale=locale_of(language))


def format_list(parts: Sequence[str], language: str) -> str:
    """Several things in one sentence: "NATO, Russia and Turkey"; "" for none."""
    return cldr_list(list(parts), "standard", locale=locale_of(language)) if parts else ""
