"""Prints how fast dates are read as texts grow and turn hostile. ``make bench`` runs it too."""

import time
from datetime import date

from dashboard.dates import timex3_view

_PUBLISHED = date(2017, 3, 3)
_NEWS = {
    "fr": "Le 3 mars, les ministres se sont parlé ; depuis 2014, rien n'avait bougé dans ce dossier, que les "
    "capitales jugeaient clos. Aucune des parties n'a souhaité commenter la teneur de cet entretien. ",
    "en": "On March 3 the ministers spoke; since 2014 nothing had moved in a matter that capitals thought "
    "closed. Neither party wished to comment on the substance of what had been said in the room. ",
}
_LONG = 10_000_000
_HOSTILE = (
    "1",
    "le ",
    "(",
    "\u00a0\u2003",
    "1/1/",
    "deux cent mille ",
    "d'",
    "the ",
    "a-",
    "hier ",
    "1914, ",
    "'98 ",
)


def _seconds(text: str, language: str) -> float:
    began = time.process_time()
    timex3_view(text, language, _PUBLISHED)
    return time.process_time() - began


def main() -> None:
    """Nothing; one line per text, with microseconds per character at each length."""
    lengths = (1_000, 10_000, 100_000)
    print(f"{'microseconds per character at':40s}" + "".join(f"{length:>12,}" for length in lengths))
    for name, unit, language in [
        *((f"news, {code}", text, code) for code, text in _NEWS.items()),
        *((f"hostile: {unit!r}", unit, "fr") for unit in _HOSTILE),
    ]:
        timex3_view(unit, language, _PUBLISHED)
        cells = []
        for length in lengths:
            text = unit * (length // len(unit))
            cells.append(f"{1e6 * _seconds(text, language) / len(text):12.2f}")
        print(f"{name:40s}" + "".join(cells))
    for language, unit in _NEWS.items():
        text = unit * (_LONG // len(unit))
        print(f"{f'10 MB of news, {language}':40s}{_seconds(text, language):12.1f} s")


if __name__ == "__main__":
    main()
