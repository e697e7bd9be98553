"""The language in which a request is answered before a reader has chosen one. For the page and its routes."""

from flask import has_request_context, request

from dashboard.wording import LANGUAGES


def browsers() -> str:
    """The language of ours that the browser likes best; English where it knows none, or nobody asks."""
    return (request.accept_languages.best_match(LANGUAGES) if has_request_context() else None) or "en"
