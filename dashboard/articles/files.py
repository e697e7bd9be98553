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

TOO_LARGE = "{name} is too large: {most} million bytes at most can be read."
_OTHER = {
    "old": "{name} is an old office document: save it as DOCX or PDF.",
    "rtf": "{name} is an RTF document: save it as DOCX or PDF.",
    "picture": "{name} is a picture, not text: run text recognition (OCR) on it first.",
    "packed": "{name} is a compressed file: unpack it first.",
    "other": "{name} is a program or a database, not text: Détente reads plain text, HTML, PDF and DOCX.",
}
_DOCUMENTS = ("PDF", "DOCX")
_SIGNATURES = {
    b"\xd0\xcf\x11\xe0": "old",
    b"{\\rtf": "rtf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\x1f\x8b": "packed",
    b"\x7fELF": "other",
    b"MZ\x90": "other",
    b"SQLite format 3": "other",
}
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1a\x1b")
"""Bytes that text seldom holds."""


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
        raise ArticleError(TOO_LARGE, name=name, most=most // 1_000_000)
    if kind == "text":
        refuse_binary(data, name)
        if not data.strip():
            raise ArticleError("{name} is empty: there is nothing to read.", name=name)
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
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise ArticleError(_OTHER[what], name=name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(data):
        return
    sample = data[:100_000]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in sample or controls * 50 > len(sample):
        called = next((each for each in _DOCUMENTS if name.lower().endswith(f".{each.lower()}")), None)
        if called:
            raise ArticleError(
                "{name} is damaged: it is called a {kind}, but holds none. Get the file anew.",
                name=name,
                kind=called,
            )
        raise ArticleError(
            "{name} is a binary file, not text: Détente reads plain text, HTML, PDF and DOCX.", name=name
        )


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
