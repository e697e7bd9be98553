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
_COMMON = frozenset("éèêëàâçîïôùûœæÉÈÊÀÂŒäöüßñáíóú«»‘’“”–—…•€©®°§£²\u00a0\u00ad")
_POSSIBLE = frozenset("ãåìòõøÿÇÎÔÖÜÄÁÃÅÆËÍÏÌÑÓÒÕØÚÛÙŸŠšŽž„‹›·™³½ªº†")
_ODD = re.compile(
    r"[a-zà-ÿ][À-ÖØ-ÞŽŠ]{1,3}[a-zà-ÿ]"  # a capital accent inside a word of small letters
    r"|[^\W\d_][²³½ªº©®°§£€†‡]{1,3}[^\W\d_]"  # a sign inside a word
    r"|[^\W\da-zA-Z_]{3}"  # no western word has three accents in a row
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
        read, fault = _lenient(data, declared)
        if fault is None:
            return read, None
    if unmarked := looks_like_utf16(data):
        return _lenient(data, unmarked)
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
        sense = sum(1.0 if c in _COMMON else 0.3 if c in _POSSIBLE else 0.0 for c in beyond)
        odd = sum(len(found) for found in _ODD.findall(text))
        score = (sense - odd) / max(1, len(beyond))
        if score > best_score:
            best, best_score = text, score
    if best_score >= 0.6:
        return best
    match = from_bytes(data, cp_exclusion=["mac_cyrillic"]).best()
    return str(match) if match is not None else best or data.decode("cp1252", errors="replace")
