"""The bytes of an article, or one clear sentence: missing, folder, empty, binary, too large.

Called by ``reading``.
"""

import sys
from pathlib import Path
from typing import Literal

from dashboard.errors import ArticleError

MAX_BYTES = 10_000_000
"""The largest text or page that is read, in bytes; one with its scripts is rarely a tenth of it."""

MAX_DOCUMENT = 20_000_000
"""The largest PDF or DOCX that is read, in bytes: their pictures are in them."""

MAX_CHARACTERS = 1_000_000
"""The longest text that is read, in characters: a long book."""

_SIGNATURES = {
    b"\xd0\xcf\x11\xe0": "an old office document (save it as DOCX)",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
}


def read_bytes(path: Path | Literal["-"]) -> tuple[bytes, str]:
    """The content of a file, or of standard input for "-", and its name for messages.

    Raises:
        ArticleError: nothing that could be an article is there.
    """
    if path == "-":
        return sys.stdin.buffer.read(MAX_DOCUMENT + 1), "standard input"
    return _from_disk(path), path.name


def kind_of(data: bytes, name: str) -> Literal["pdf", "docx", "text"]:
    """What a file's bytes are, whatever it is called.

    Raises:
        ArticleError: they are nothing that could be an article, or too many.
    """
    kind: Literal["pdf", "docx", "text"] = "text"
    if b"%PDF-" in data[:1024]:
        kind = "pdf"
    elif data.startswith(b"PK\x03\x04"):
        kind = "docx"
    most = MAX_BYTES if kind == "text" else MAX_DOCUMENT
    if len(data) > most:
        raise ArticleError(f"{name} is too large: {most // 1_000_000} million bytes at most can be read.")
    if kind == "text":
        refuse_binary(data, name)
        if not data.strip():
            raise ArticleError(f"{name} is empty: there is nothing to read.")
    return kind


def _from_disk(path: Path) -> bytes:
    if str(path).startswith(("http:/", "https:/")):
        raise ArticleError(f"{path} is a web address: save the page first, then give the file.")
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder: give the files in it instead.")
        with path.open("rb") as file:
            return file.read(MAX_DOCUMENT + 1)
    except FileNotFoundError:
        raise ArticleError(f"{path} does not exist: check the name of the file.") from None
    except PermissionError:
        raise ArticleError(f"{path} may not be read: check its permissions.") from None
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).rstrip(".")
        raise ArticleError(f"{path} cannot be read: {why}.") from None


def refuse_binary(data: bytes, name: str) -> None:
    """Nothing, if the bytes may be text.

    Raises:
        ArticleError: they are a known binary format, or no text at all.
    """
    advice = "Détente reads plain text, HTML, PDF and DOCX."
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise ArticleError(f"{name} is {what}, not text: {advice}")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(data):
        return
    sample = data[:100_000]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1a\x1b" for byte in sample)
    if b"\x00" in sample or controls * 50 > len(sample):
        raise ArticleError(f"{name} is a binary file, not text: {advice}")


def looks_like_utf16(data: bytes) -> str | None:
    """The UTF-16 codec of bytes without a mark: every other byte of Latin text is zero."""
    sample = data[:4_000]
    if len(sample) < 8:
        return None
    even, odd = sample[::2], sample[1::2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        # letters of Latin scripts are below U+0100; typographic marks are not, so not all are zero
        if high.count(0) * 10 >= len(high) * 8 and low.count(0) * 50 <= len(low):
            return codec
    return None
