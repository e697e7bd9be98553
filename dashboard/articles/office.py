"""A DOCX's paragraphs with what their styles tell, within limits. Called by ``reading``."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dashboard.articles.printed import Printed, printed
from dashboard.errors import ArticleError
from dashboard.model import BlockKind

MAX_UNPACKED = 100_000_000
MAX_PARTS = 5_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset({f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}txbxContent", f"{_WORD}pPr"})
_BREAKS = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_NOBODY = frozenset({"python-docx", "microsoft office user", "windows user", "user", "admin"})
"""What programs write as the author where nobody has said who it is."""
_STYLES = {"title": BlockKind.TITLE, "caption": BlockKind.CAPTION, "subtitle": BlockKind.HEADING}


def read_docx(data: bytes, name: str) -> Printed:
    """What a DOCX holds; words that tracking marks as deleted are left out.

    Raises:
        ArticleError: it is another office document or archive, damaged, or beyond the limits.
    """
    _check(data, name)
    import docx  # noqa: PLC0415 - only who brings a DOCX waits for it

    try:
        document = docx.Document(io.BytesIO(data))
        parts = list(_parts(document))
        about = document.core_properties
        title, author, language = about.title or "", about.author or "", about.language or ""
        made = about.created.date() if about.created and about.created.year >= 1990 else None
    except RecursionError:
        raise ArticleError("{name} is nested too deeply: save it anew as DOCX.", name=name) from None
    except Exception:  # a parser of hostile files may raise anything  # noqa: BLE001
        raise ArticleError("{name} is a damaged DOCX: save it anew as DOCX.", name=name) from None
    if not parts:
        raise ArticleError("{name} holds no text: there is nothing to read.", name=name)
    stands = any(" ".join(title.split()).casefold() == part.casefold() for part, _ in parts[:6])
    return printed(
        parts,
        title=title if title.strip() and stands else "",
        author="" if author.casefold().strip() in _NOBODY else author[:200],
        language=language[:2].lower(),
        made=made,
    )


def _check(data: bytes, name: str) -> None:
    """Nothing, if the archive is a DOCX that unpacks to a bearable size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise ArticleError(
            "{name} is a damaged ZIP or office document: save it anew as DOCX.", name=name
        ) from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ArticleError("{name} unpacks to too much: save only the article as DOCX.", name=name)
    if "word/document.xml" not in {part.filename for part in parts}:
        raise ArticleError(
            "{name} is a ZIP or another office document: give a DOCX, PDF, HTML or text file.", name=name
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ArticleError("{name} is protected by a password: save a copy without it.", name=name)


def _parts(document: Any) -> Iterator[tuple[str, BlockKind | None]]:
    for paragraph in _paragraphs(document):
        style = str(getattr(paragraph.style, "name", "") or "").lower()
        kind = _STYLES.get(style, BlockKind.HEADING if style.startswith("heading") else None)
        for line in _text(paragraph._p).split("\n"):  # noqa: SLF001 - its own text forgets tracked insertions
            if line.strip():
                yield " ".join(line.split()), kind


def _paragraphs(container: Any) -> Iterator[Any]:
    """The paragraphs of a document in order, those in the cells of tables too."""
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            seen = set()
            for row in item.rows:
                for cell in row.cells:
                    if cell._tc not in seen:  # noqa: SLF001 - a merged cell comes once for each of its places
                        seen.add(cell._tc)  # noqa: SLF001
                        yield from _paragraphs(cell)
        else:
            yield item


def _text(element: Any) -> str:
    """The words of a paragraph as they stand once all tracked changes are accepted."""
    found = []
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_WORD}t":
            found.append(child.text or "")
        elif child.tag in _BREAKS:
            found.append(_BREAKS[child.tag])
        else:
            found.append(_text(child))
    return "".join(found)
