"""Files, page text and pasted text become ``Article`` records. The command line and the app call this."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from dashboard.articles.blocks import find_blocks
from dashboard.articles.bylines import byline_author
from dashboard.articles.encoding import decode
from dashboard.articles.files import MAX_BYTES, MAX_CHARACTERS, TOO_LARGE, kind_of, read_bytes, refuse_binary
from dashboard.articles.headers import read_headers
from dashboard.articles.language import check_language, detect_language
from dashboard.articles.office import read_docx
from dashboard.articles.page import looks_like_html, read_page
from dashboard.articles.pdf import read_pdf
from dashboard.articles.printed import WEAK, Printed
from dashboard.articles.published import read_moment
from dashboard.articles.web import Page, fetch
from dashboard.errors import ArticleError
from dashboard.model import Article, Block, BlockKind, PublishedFrom

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


def read_article(
    path: Path | Literal["-"], *, published: date | None = None, language: str | None = None
) -> Article:
    """An article from a file, or from standard input for "-": text, HTML, PDF or DOCX.

    ``published`` and ``language`` win over what the article says of itself.

    Raises:
        ArticleError: nothing can be read there; one sentence says what to do.
    """
    data, name = read_bytes(path)
    return read_data(data, name, published=published, language=language)


def read_data(
    data: bytes,
    name: str,
    *,
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """An article from a file's bytes, of any kind and in any usual encoding; ``name`` is the file's.

    Raises:
        ArticleError: nothing can be read there; one sentence says what to do.
    """
    kind = kind_of(data, name)
    if kind != "text":
        found = read_pdf(data, name) if kind == "pdf" else read_docx(data, name)
        return _read_printed(found, name, published, language, url)
    text, warning = decode(data)
    if looks_like_html(text) or name.lower().endswith(_PAGE_SUFFIXES):
        article = read_html(text, source=name, published=published, language=language, url=url)
    else:
        # what a plain text says about charsets is its subject, not its encoding
        text, warning = decode(data, markup=False)
        article = read_text(text, source=name, published=published, language=language, url=url)
    return replace(article, warnings=(*article.warnings, warning)) if warning else article


def read_address(
    url: str,
    *,
    published: date | None = None,
    language: str | None = None,
    fetch: Callable[[str], Page] = fetch,
) -> Article:
    """An article from the public web, fetched now because a reader asked for it.

    Raises:
        ArticleError: nothing can be fetched or read there; one sentence says what to do.
    """
    page = fetch(url)
    name = urlsplit(page.url).hostname or page.url
    data = page.data
    if page.charset and not data.startswith((b"%PDF-", b"PK")):
        with suppress(LookupError, UnicodeDecodeError):
            data = data.decode(page.charset).encode()  # the server's word counts before the page's own
    if page.kind in {"text/html", "application/xhtml+xml"}:
        article = read_html(data, source=name, published=published, language=language, url=page.url)
        return article if article.url else replace(article, url=page.url)
    return read_data(data, name, published=published, language=language, url=page.url)


def _read_printed(
    found: Printed, name: str, published: date | None, language: str | None, url: str | None
) -> Article:
    """The article of a PDF or a DOCX; the day on which the file was made counts for little."""
    _refuse_long(found.text, name)
    article = Article(
        id=_id(found.text),
        text=found.text,
        blocks=found.blocks,
        title=found.title,
        published=found.made,
        published_from=PublishedFrom.METADATA if found.made else PublishedFrom.UNKNOWN,
        published_confidence=WEAK if found.made else 0.0,
        published_reason=f"written in the file's properties: {found.made.isoformat()}" if found.made else "",
        source=name,
        url=url,
    )
    article = replace(article, author=byline_author(article) or found.author)
    return _settled(article, found.language, published, language)


def read_text(
    text: str,
    *,
    source: str = "",
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """An article from plain text, kept as it is but for its line endings (offsets are one to one).

    Known "Key: value" lines at the head are read as metadata and are not part of the text.

    Raises:
        ArticleError: the text is empty, or the language given is not supported.
    """
    text = _normal_lines(text)
    if not text.strip():
        raise ArticleError("{name} is empty: there is nothing to read.", name=source or "The text")
    _refuse_long(text, source or "The text")
    headers = read_headers(text)
    said, text = headers.values, text[headers.body_start :]
    title = said.get("title", "")
    blocks = find_blocks(text, title=title)
    if title and not any(block.kind is BlockKind.TITLE for block in blocks):
        text = f"{title}\n\n{text}"
        blocks = find_blocks(text, title=title)
    stated = read_moment(said.get("published", ""), "Date")
    warnings: tuple[str, ...] = ()
    if "published" in said and stated is None:
        warnings = (f"The date in the article's header is not a date: {said['published'][:40]}",)
    article = Article(
        id=_id(text),
        text=text,
        blocks=blocks,
        title=title or _title(text, blocks),
        published=stated.day if stated else None,
        published_from=PublishedFrom.METADATA if stated else PublishedFrom.UNKNOWN,
        published_confidence=1.0 if stated else 0.0,
        published_reason=f"written in the article's header: {stated.day.isoformat()}" if stated else "",
        source=said.get("source") or source,
        url=url or said.get("url"),
        author=said.get("author", ""),
        licence=said.get("licence", ""),
        warnings=warnings,
    )
    return _settled(article, said.get("language", ""), published, language)


def read_html(
    data: bytes | str,
    *,
    source: str = "",
    published: date | None = None,
    language: str | None = None,
    url: str | None = None,
) -> Article:
    """An article from a page's source; its text is the main text, captions after it.

    Raises:
        ArticleError: the page holds no text, or the language given is not supported.
    """
    name, warning = source or "The page", None
    if isinstance(data, bytes):
        if len(data) > MAX_BYTES:
            raise ArticleError(TOO_LARGE, name=name, most=MAX_BYTES // 1_000_000)
        refuse_binary(data, name)
        data, warning = decode(data)
    page = read_page(_normal_lines(data), name)
    _refuse_long(page.text, name)
    stated = page.stated
    article = Article(
        id=_id(page.text),
        text=page.text,
        blocks=page.blocks,
        title=page.title or _title(page.text, page.blocks),
        published=stated.day if stated else None,
        published_from=PublishedFrom.METADATA if stated else PublishedFrom.UNKNOWN,
        published_confidence=(0.7 if page.warnings else 0.95) if stated else 0.0,
        published_reason=f"written in the page's metadata: {stated.source}" if stated else "",
        source=page.site or source,
        url=url or page.url,
        author=page.author,
        warnings=(*page.warnings, warning) if warning else page.warnings,
    )
    return _settled(article, page.language, published, language)


def _settled(article: Article, declared: str, published: date | None, language: str | None) -> Article:
    """The article with its language, and with the date that the user gave, if any."""
    if language:
        code, origin, warning = check_language(language), "given", None
    else:
        own = (BlockKind.BODY, BlockKind.TITLE, BlockKind.HEADING)
        sample = "\n".join(article.text[b.start : b.end] for b in article.blocks if b.kind in own)
        code, origin, warning = detect_language(sample or article.text, declared)
    article = replace(
        article,
        language=code,
        language_from=origin,
        warnings=(*article.warnings, warning) if warning else article.warnings,
    )
    if published is None:
        return article
    return replace(
        article,
        published=published,
        published_from=PublishedFrom.GIVEN,
        published_confidence=1.0,
        published_reason="given by the user",
    )


def _refuse_long(text: str, name: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise ArticleError(
            "{name} is too long for an article: {most} million characters at most can be read.",
            name=name,
            most=MAX_CHARACTERS // 1_000_000,
        )


def _normal_lines(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for other in ("\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"):
        text = text.replace(other, "\n")
    return text


def _id(text: str) -> str:
    """The same for the same text, whatever the file is called."""
    return "a" + hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:11]


def _title(text: str, blocks: tuple[Block, ...]) -> str:
    return next((text[b.start : b.end] for b in blocks if b.kind is BlockKind.TITLE), "")
