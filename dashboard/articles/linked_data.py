"""What a page says of itself in JSON-LD: the objects that carry a headline or a publication date.

Called by ``page`` and ``published``.
"""

import json
import re
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|Review")
_DEEPEST = 12
_MOST = 200


def linked_data(tree: HtmlElement) -> list[dict[str, Any]]:
    """The objects of a page's JSON-LD, articles first; broken scripts are passed over."""
    articles: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            content = json.loads((script.text or "").strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        _walk(content, articles, others, 0)
    return articles + others


def first_text(objects: list[dict[str, Any]], key: str) -> str:
    """The first text under a key, or ""."""
    return next((o[key] for o in objects if isinstance(o.get(key), str) and o[key].strip()), "")


def _walk(node: Any, articles: list[dict[str, Any]], others: list[dict[str, Any]], depth: int) -> None:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for item in node[:_MOST]:
            _walk(item, articles, others, depth + 1)
    elif isinstance(node, dict):
        is_article = _ARTICLE_TYPES.search(json.dumps(node.get("@type", "")))
        (articles if is_article else others).append(node)
        for item in node.values():
            if isinstance(item, (list, dict)):
                _walk(item, articles, others, depth + 1)
