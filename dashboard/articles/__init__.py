"""Reading: a file, standard input or page text becomes an ``Article`` with its blocks told apart.

The command line and the app call ``read_article``, ``read_text`` and ``read_html``.
"""

from dashboard.articles.blocks import find_blocks
from dashboard.articles.bylines import byline_author
from dashboard.articles.language import supported_languages
from dashboard.articles.reading import read_address, read_article, read_data, read_html, read_text
from dashboard.articles.samples import SAMPLES, ids_of_sample, read_sample, sample_ids, sample_paths

__all__ = [
    "SAMPLES",
    "byline_author",
    "find_blocks",
    "ids_of_sample",
    "read_address",
    "read_article",
    "read_data",
    "read_html",
    "read_sample",
    "read_text",
    "sample_ids",
    "sample_paths",
    "supported_languages",
]
