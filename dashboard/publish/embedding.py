"""How a page that was published is put on a site: a snippet for an article, and a line on hosting."""

from html import escape

from dashboard.wording import message


def embed_code(name: str, title: str, height: int = 720) -> str:
    """The snippet that shows a published page inside another one; ``name`` is its file or address."""
    return (
        f'<iframe src="{escape(name, quote=True)}" title="{escape(" ".join(title.split()), quote=True)}" '
        f'width="100%" height="{height}" loading="lazy" sandbox="allow-scripts allow-popups" '
        'allow="fullscreen" style="border:0"></iframe>'
    )


def hosting(name: str, language: str) -> str:
    """One sentence on how to put a page on a site."""
    return message(
        "Put {name} on any web server or static host, then paste this code where it should appear; "
        "the page needs no other file and asks no other server for anything.",
        language,
        name=name,
    )
