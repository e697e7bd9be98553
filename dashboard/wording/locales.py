"""The CLDR locale of a language. For all that writes dates, numbers and lists."""

from functools import cache

from babel import localedata

_OURS = "en_GB"


@cache
def locale_of(language: str) -> str:
    """The locale in which a language is written: English as "16 Feb 2017", and so one that CLDR lacks."""
    return language if language != "en" and localedata.exists(language) else _OURS
