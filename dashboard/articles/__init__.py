"""Reading: a file, standard input or page text becomes an ``Article`` with its blocks told apart.

The command line and the app call ``read_article``, ``read_text`` and ``read_html``.
"""

from dashboard.articles.blocks import find_blocks
from dashboard.articles.language import supported_languages
from dashboard.articles.reading import read_article, read_data, read_html, read_text

__all__ = ["find_blocks", "read_article", "read_data", "read_html", "read_text", "supported_languages"]
