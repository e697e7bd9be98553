"""Dates that a reader types, in words or figures, as the address writes them. Called by panels."""

from dashboard.app.state import bounds, clean, shortest
from dashboard.dates import parse_when
from dashboard.errors import DateError, NoSuchDayError
from dashboard.wording import message


def understand(text: str, language: str, *, end: bool) -> str:
    """A typed date as the address writes it ("mars 2014" is "2014-03"); "" for nothing typed.

    Raises:
        DateError: the words are no date.
    """
    words = clean(text)
    if not words:
        return ""
    if bounds(words):
        return words
    when = parse_when(words, language, None, day_first=True)
    day = (when.latest or when.earliest) if end else (when.earliest or when.latest)
    if day is None:  # a When has at least one end
        raise DateError(message("“{words}” is not a date that can be read.", language, words=words))
    return shortest(day, day, end=end)


def understood(
    after: str | None, before: str | None, language: str, *, edited: str = "to"
) -> tuple[dict[str, str] | None, str, str]:
    """The range, and a sentence for each field that could not be understood ("" where it could).

    ``edited`` is the field typed in last, "from" or "to": a range the wrong way round is its fault.
    """
    faults = ["", ""]
    ends = ["", ""]
    for at, words in enumerate((after, before)):
        try:
            ends[at] = understand(words or "", language, end=at == 1)
        except NoSuchDayError:
            faults[at] = message(
                "There is no such day as “{words}”.", language, words=clean(words or "")[:60]
            )
        except DateError:
            faults[at] = message("Not understood. Try 2014, March 2014 or 16 February 2017.", language)
    limits = bounds(ends[0]), bounds(ends[1])
    if limits[0] and limits[1] and limits[0][0] > limits[1][1]:
        if edited == "from":
            faults[0] = message("This is after the end.", language)
        else:
            faults[1] = message("This is before the start.", language)
    good = not any(faults)
    return ({"after": ends[0], "before": ends[1]} if good else None), faults[0], faults[1]
