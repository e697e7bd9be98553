"""The language of a text, offline (py3langid), among those that there is data for.

Called by ``reading``. A language is supported when it has a folder under ``data/languages/``.
"""

from functools import cache
from itertools import islice
from typing import Any
from unicodedata import name

from babel import Locale, UnknownLocaleError

from dashboard.articles.cues import FILE_NAME
from dashboard.errors import ArticleError
from dashboard.resources import data_path

_SHORT = 60
"""Below so many letters a guess at a language is worth little, and a page's own word counts more."""
_PIECES, _PIECE = 10, 400
"""How many pieces of a longer text are looked at, and how long each is."""
_SURE, _RULED_OUT = 0.9, 0.01
"""A text is said to be in another language if that is so likely, and each supported one less than this."""
UNSUPPORTED = "The language is not supported yet and was read as if it were another"


@cache
def supported_languages() -> tuple[str, ...]:
    """The codes of the languages that have a data folder, sorted."""
    return tuple(sorted(path.parent.name for path in data_path("languages").glob(f"*/{FILE_NAME}")))


@cache
def _identifier() -> Any:
    from py3langid.langid import (  # noqa: PLC0415 - only a text whose language nobody gave waits for it
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # two letters: creoles and pidgins, which have three, are taken for a short French or English text
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier


def check_language(code: str) -> str:
    """A code as Détente writes it: "fr" for "FR" or "fr-CA".

    Raises:
        ArticleError: the language is not supported.
    """
    short = code.strip().replace("_", "-").split("-")[0].lower()
    if short not in supported_languages():
        choices = " or ".join(supported_languages())
        raise ArticleError(f"The language {code!r} is not supported: choose {choices}.")
    return short


def detect_language(text: str, declared: str | None = None) -> tuple[str, str, str | None]:
    """The language of a text, where that comes from ("detected" or "metadata"), and a warning or None.

    ``declared`` is what a page or a header says of itself; it decides where the text is too short.
    """
    supported = supported_languages()
    said = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    sample = _sample(text)
    found = "".join(islice(filter(str.isalpha, sample), _SHORT))
    letters = len(found)
    if letters < _SHORT and said in supported:
        return said, "metadata", None
    ranked: list[tuple[str, float]] = _identifier().rank(sample) if letters else []
    best, share = next(((code, share) for code, share in ranked if code in supported), ("en", 0.0))
    short = letters < _SHORT and _is_latin(found)
    if short or not ranked or ranked[0][1] < _SURE or share > _RULED_OUT:
        return best, "detected", None
    return best, "detected", f"{UNSUPPORTED}: {_named(ranked[0][0])}"


def _sample(text: str) -> str:
    """Pieces from the whole of a text, for one that is long enough says no more of its language."""
    if len(text) <= _PIECES * _PIECE:
        return text
    step = (len(text) - _PIECE) // (_PIECES - 1)
    return "\n".join(text[at : at + _PIECE] for at in range(0, _PIECES * step, step))


def _is_latin(letters: str) -> bool:
    """Whether most letters are of the script that the supported languages are written in."""
    return 2 * sum(name(letter, "").startswith("LATIN") for letter in letters) >= len(letters)


def _named(code: str) -> str:
    try:
        return Locale.parse(code).get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
