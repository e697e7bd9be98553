"""A web page's article: main text by trafilatura, metadata, captions kept apart.

Called by ``reading``.
"""

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree, html
from lxml.html import HtmlElement

from dashboard.articles.blocks import placed
from dashboard.articles.bylines import is_byline, named
from dashboard.articles.cues import normal
from dashboard.articles.linked_data import first_text, linked_data
from dashboard.articles.published import Stated, stated_date
from dashboard.errors import ArticleError
from dashboard.model import Block, BlockKind

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?"
    r"<(?:!doctype html|html|head|body|article|section|main|div|p|meta)\b",
    re.IGNORECASE,
)
_BREAK_IN_SENTENCE = re.compile(r"(?<![.!?:;»”\"\n ]) ?\n(?! ?\n)")
_SPACES = re.compile(r"\s+")
_NEXT_TO_NOTHING = 250
"""Characters; a page in which trafilatura finds less is read whole, if there is more than twice that."""
_BYLINES = (
    "//*[contains(@class, 'byline') or contains(@class, 'author') or @itemprop='author' or @rel='author']"
)
_FOOTNOTE_MARKS = ["//sup[contains(@class, 'reference')]"]
_DIVIDES = frozenset(
    {"address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)
_WHOLE = frozenset({"p", "item", "quote", "cell"})  # one paragraph, or several that stand together
_DATED_CELL = re.compile(r"(?=.{0,30}\b(?:1\d{3}|20\d\d)\b).{4,40}", re.DOTALL)
_PROSE = 6  # words
_NOT_TEXT = ("aside", "button", "figure", "footer", "form", "head", "iframe", "nav", "noscript", "script",
             "select", "style", "svg", "template", "title")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: text with its blocks, and the metadata, each empty where there is none."""

    text: str
    blocks: tuple[Block, ...]
    title: str
    language: str
    stated: Stated | None
    author: str
    site: str
    url: str | None
    warnings: tuple[str, ...]


def looks_like_html(text: str) -> bool:
    """Whether a text is a page or a piece of one."""
    return _LOOKS_LIKE_HTML.match(text) is not None


def read_page(source: str, name: str) -> Page:
    """The article of a page's source.

    Raises:
        ArticleError: the page holds no text.
    """
    import trafilatura  # noqa: PLC0415 - only who brings a page waits for it

    tree = _tree(source, name)
    metadata = trafilatura.extract_metadata(tree)
    stated, warning = stated_date(tree)
    captions = _captions(tree)
    paragraphs = _main_text(source, tree)
    headline = first_text(linked_data(tree), "headline")
    title = _one_line(_og(tree, "og:title") or headline or (metadata.title if metadata else "") or "")
    heading = _heading_like(tree, title)
    title = heading or title
    if not paragraphs and not captions:
        raise ArticleError(
            "{name} holds no article text: save the page with its text, or paste the text.", name=name
        )
    text, blocks = _laid_out(title, paragraphs, captions)
    return Page(
        text=text,
        blocks=blocks,
        title=title,
        language=_language(tree),
        stated=stated,
        author=_author(tree, _one_line((metadata.author if metadata else "") or "")),
        site=_one_line(_og(tree, "og:site_name") or (metadata.sitename if metadata else "") or ""),
        url=_web_address(tree, metadata.url if metadata else None),
        warnings=(warning,) if warning else (),
    )


def _author(tree: HtmlElement, found: str) -> str:
    """Who wrote the page; where what was found is its byline cut to pieces, the name in that byline."""
    if not is_byline(found):
        return found
    shown = (_one_line(each.text_content()) for each in tree.xpath(_BYLINES))
    return next(filter(None, map(named, shown)), "") or named(found)


def _tree(source: str, name: str) -> HtmlElement:
    # a declaration of another charset would be refused by lxml: the text is decoded already
    source = re.sub(r"^\s*<\?xml[^>]{0,200}>", "", source).replace("\x00", "")
    try:
        return html.document_fromstring(source, parser=html.HTMLParser(huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ArticleError(
            "{name} holds no article text: it is not a page that can be read.", name=name
        ) from None


def _main_text(source: str, tree: HtmlElement) -> list[tuple[str, BlockKind]]:
    """The paragraphs of the article: trafilatura's, or all of the page's where it finds next to nothing."""
    import trafilatura  # noqa: PLC0415 - as above

    extracted = trafilatura.bare_extraction(
        source,
        include_comments=False,
        include_tables=any(map(_is_chronicle, tree.iter("table"))),
        include_images=False,
        prune_xpath=_FOOTNOTE_MARKS,
    )
    body = getattr(extracted, "body", None)
    found: list[tuple[str, BlockKind]] = []
    if body is not None:
        for element in body.iter("p", "head", "item", "quote", "code", "cell"):
            if any(parent.tag in _WHOLE for parent in element.iterancestors()):
                continue
            if element.tag == "cell" and not any(map(_is_chronicle, element.iterancestors("table"))):
                continue
            kind = BlockKind.HEADING if element.tag == "head" else BlockKind.BODY
            found += [(line, kind) for line in _lines(element)]
    if sum(len(line) for line, _ in found) >= _NEXT_TO_NOTHING:
        return found
    everything = _everything(tree)
    longer = sum(map(len, everything)) > 2 * sum(len(line) for line, _ in found)
    divided = len(everything) > len(found) and _words(everything) == _words([line for line, _ in found])
    return [(line, BlockKind.BODY) for line in everything] if longer or divided else found


def _is_chronicle(table: etree._Element) -> bool:
    """Whether a table tells by its rows what happened when: a date with its year, then prose."""
    told = 0
    for row in table.iter("tr", "row"):
        first, *others = [_one_line("".join(map(str, cell.itertext()))) for cell in row] or [""]
        told += bool(_DATED_CELL.fullmatch(first)) and any(len(one.split()) >= _PROSE for one in others)
    return told > 1


def _words(lines: Sequence[str]) -> list[str]:
    return " ".join(lines).split()


def _everything(tree: HtmlElement) -> list[str]:
    """All paragraphs that a page shows, but for menus and the like."""
    shown = copy.deepcopy(tree)
    etree.strip_elements(shown, etree.Comment, *_NOT_TEXT, with_tail=False)
    for element in shown.iter():
        mark = "\n\n" if element.tag in _DIVIDES else ""
        element.text = mark + (element.text or "").replace("\n", " ")
        mark = "\n" if element.tag == "br" else mark
        element.tail = mark + (element.tail or "").replace("\n", " ")
    return _divided(str(shown.text_content()))


def _divided(text: str) -> list[str]:
    """The paragraphs of a text: two line breaks divide, or one after a sentence."""
    return [line for line in map(_one_line, _BREAK_IN_SENTENCE.sub(" ", text).split("\n")) if line]


def _lines(element: etree._Element) -> list[str]:
    """The paragraphs in an extracted element; two line breaks, or one after a sentence, divide."""
    parts: list[str] = []

    def collect(node: etree._Element) -> None:
        parts.append((node.text or "").replace("\n", " "))
        for child in node:
            parts.append({"lb": "\n", "p": "\n\n", "item": "\n\n"}.get(child.tag, ""))
            collect(child)
            parts.append((child.tail or "").replace("\n", " "))

    collect(element)
    return _divided("".join(parts))


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _captions(tree: HtmlElement) -> list[str]:
    inside = tree.xpath("//article//figcaption") or tree.xpath("//figcaption")
    found = (_one_line(element.text_content()) for element in inside)
    return list(dict.fromkeys(caption for caption in found if caption))


def _laid_out(
    title: str, paragraphs: list[tuple[str, BlockKind]], captions: list[str]
) -> tuple[str, tuple[Block, ...]]:
    """The text, paragraphs apart by a blank line: title, article, then captions; and its blocks."""
    aside = {normal(caption) for caption in captions}
    parts: list[tuple[str, BlockKind | None]] = [(title, BlockKind.TITLE)] if title else []
    for line, kind in paragraphs:
        if normal(line) in aside or (title and normal(line) == normal(title)):
            continue
        parts.append((line, kind))
    parts += [(caption, BlockKind.CAPTION) for caption in captions]
    return placed(parts, title=title)


def _og(tree: HtmlElement, name: str) -> str:
    for tag in tree.iter("meta"):
        if (tag.get("property") or tag.get("name") or "").lower() == name and tag.get("content"):
            return str(tag.get("content"))
    return ""


def _heading_like(tree: HtmlElement, title: str) -> str:
    """The page's h1 where the title is that with the site's name added: "Title | Site"."""
    headings = [_one_line(element.text_content()) for element in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    for heading in headings:
        if normal(heading) and normal(heading) in normal(title):
            return heading
    return "" if title else (headings[0] if headings else "")


def _language(tree: HtmlElement) -> str:
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    return str(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")


def _web_address(tree: HtmlElement, fallback: str | None) -> str | None:
    for tag in tree.iter("link"):
        address = tag.get("href") or ""
        if "canonical" in (tag.get("rel") or "").lower().split() and address.startswith(
            ("http://", "https://")
        ):
            return str(address)
    for address in (_og(tree, "og:url"), fallback or ""):
        if address.startswith(("http://", "https://")):
            return address
    return None
