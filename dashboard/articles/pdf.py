"""A PDF's text as paragraphs, within limits of pages, size and time. Called by ``reading``."""

import io
import logging
import time
from datetime import datetime
from typing import Any

from dashboard.articles.lines import paragraphs
from dashboard.articles.printed import Printed, printed
from dashboard.errors import ArticleError
from dashboard.model import BlockKind

MAX_PAGES = 300
MAX_PAGE = 10_000_000  # bytes of drawing instructions on one page
SECONDS = 60.0
_BOMB = "{name} is a PDF that unpacks to too much: print it into a new PDF."
_LEAST = 20  # letters in a document that is not a scan

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of it is said in our sentences


def read_pdf(data: bytes, name: str) -> Printed:
    """What a PDF holds.

    Raises:
        ArticleError: it is protected, a scan, damaged, or beyond the limits.
    """
    try:
        return _read(data, name)
    except ArticleError:
        raise
    except RecursionError:
        raise ArticleError(
            "{name} is a PDF that refers to itself: print it into a new PDF.", name=name
        ) from None
    except MemoryError:
        raise ArticleError(_BOMB, name=name) from None
    except Exception as error:  # a parser of hostile files may raise anything  # noqa: BLE001
        if type(error).__name__ == "LimitReachedError":
            raise ArticleError(_BOMB, name=name) from None
        raise ArticleError("{name} is a damaged PDF: print it into a new PDF.", name=name) from None


def _read(data: bytes, name: str) -> Printed:
    import pypdf  # noqa: PLC0415 - only who brings a PDF waits for it

    started = time.monotonic()
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _unlocked(reader):
        raise ArticleError("{name} is protected by a password: save a copy without it.", name=name)
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise ArticleError(
            "{name} has {pages} pages: {most} at most can be read.", name=name, pages=count, most=MAX_PAGES
        )
    pages = []
    for page in reader.pages:
        if time.monotonic() - started > SECONDS:
            raise ArticleError(
                "{name} takes too long to read: print the article's pages into a new PDF.", name=name
            )
        pages.append(_lines(page, name))
    body, aside = paragraphs(pages)
    if sum(character.isalpha() for part in body for character in part) < _LEAST:
        raise ArticleError(
            "{name} is a scan without text: run text recognition (OCR) on it first.", name=name
        )
    about = reader.metadata
    title, top = str((about and about.title) or "").strip(), _starts(body)
    parts: list[tuple[str, BlockKind | None]] = [(each, None) for each in body]
    parts += [(each, BlockKind.BOILERPLATE) for each in aside]
    return printed(
        parts,
        title=title if title and _plain(title) in top else "",
        author=str((about and about.author) or "")[:200],
        language=str(reader.root_object.get("/Lang", ""))[:2].lower(),
        made=_day(about.creation_date if about else None),
    )


def _unlocked(reader: Any) -> bool:
    """Whether the PDF opens without a password: some only forbid printing."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a way to encrypt that cannot be undone here  # noqa: BLE001
        return False


def _lines(page: Any, name: str) -> list[str]:
    drawn = page.get_contents()
    if drawn is not None and len(drawn.get_data()) > MAX_PAGE:
        raise ArticleError(_BOMB, name=name)
    text: str = page.extract_text() or ""
    return text.replace("\x00", "").splitlines()


def _starts(body: list[str]) -> str:
    return _plain(" ".join(body[:6]))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _day(moment: datetime | None) -> Any:
    return moment.date() if moment and 1990 <= moment.year <= 2200 else None
