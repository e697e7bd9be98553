"""Where the bundled data and assets are: inside the installed package, or beside it in a checkout."""

import gc
from functools import cache
from pathlib import Path


@cache
def _folder(name: str) -> Path:
    package = Path(__file__).resolve().parent
    for candidate in (package / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"The folder {name!r} is missing: install Détente again.")


def data_path(*parts: str) -> Path:
    """The path of a bundled data file or folder, e.g. ``data_path("gazetteer", "states.csv")``."""
    return _folder("data").joinpath(*parts)


def assets_path(*parts: str) -> Path:
    """The path of a bundled asset (style sheet, font, script)."""
    return _folder("assets").joinpath(*parts)


@cache
def keep_tables(language: str) -> None:
    """Nothing; the tables that reading in a language has loaded leave the rounds of the garbage collector.

    They live as long as the process, and some 200,000 objects would be gone through again and again.
    """
    del language  # once for each
    gc.freeze()
