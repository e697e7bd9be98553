"""Bytes become text without being mangled: marks, declarations, UTF-8, then what reads best.

Called by ``reading``.
"""

import codecs
import re

from charset_normalizer import from_bytes

from dashboard.articles.files import looks_like_utf16

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_.:-]{2,30})""")
_WESTERN = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_EXPECTED = frozenset(
    "àâäáãåæçéèêëíîïìñóôöòõøœúûüùÿßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÌÑÓÔÖÒÕØŒÚÛÜÙŸŠšŽž«»‘’“”„‹›–—…•·©®™°§€£\u00a0\u00ad²³½ªº†"
)
_CUT_SHORT = "Some characters could not be read and were replaced"


def decode(data: bytes, *, markup: bool | None = None) -> tuple[str, str | None]:
    """The text of bytes, and a warning if some of them could not be read.

    The order is: byte-order mark, UTF-8 if it is valid, the charset a page declares, UTF-16 without
    a mark, UTF-8 with few faults, the western charset in which the letters make sense, detection.
    ``markup`` False ignores declarations.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], codec)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if markup is not False and (declared := _declared(data)):
        read, warning = _lenient(data, declared)
        if warning is None:
            return read, None
    if codec := looks_like_utf16(data):
        return _lenient(data, codec)
    text = data.decode("utf-8", errors="replace")
    faults = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) >= 10 * faults or _cut_at_end(data):
        return text, _CUT_SHORT
    return _most_sensible(data), None


def _lenient(data: bytes, codec: str) -> tuple[str, str | None]:
    try:
        return data.decode(codec), None
    except UnicodeDecodeError:
        return data.decode(codec, errors="replace"), _CUT_SHORT


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"  # what browsers do: pages that say Latin-1 mean Windows-1252
    return None if name.startswith(("utf-8", "utf-16")) else name


def _cut_at_end(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        has_letters = any(byte > 0x7F for byte in data[: error.start])
        return has_letters and error.start >= len(data) - 3
    return False


def _most_sensible(data: bytes) -> str:
    """The reading in which most letters beyond ASCII are ones that western texts use."""
    best, best_score = "", -1.0
    for codec in _WESTERN:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        beyond = [character for character in text if character > "\x7f"]
        odd = sum(character not in _EXPECTED for character in beyond)
        # a capital accent inside a word of small letters is a sign of the wrong table
        odd += len(re.findall(r"[a-zà-ÿ][À-Ý][a-zà-ÿ]", text))
        score = 1 - odd / max(1, len(beyond))
        if score > best_score:
            best, best_score = text, score
    if best_score >= 0.85:
        return best
    match = from_bytes(data).best()
    return str(match) if match is not None else best or data.decode("cp1252", errors="replace")
