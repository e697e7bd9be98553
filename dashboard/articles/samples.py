"""The sample affairs that travel with the program: articles of our own telling, to open and try."""

from functools import cache
from pathlib import Path

from dashboard.articles.reading import read_article
from dashboard.model import Article
from dashboard.resources import data_path

SAMPLES = {
    "nato-russia-2017": "articles",
    "cuba-1962": "samples/cuba-1962",
    "iran-2013-2018": "samples/iran-2013-2018",
}
"""The samples by name, the one that opens by itself first, with their folders under ``data/``."""


def sample_paths(name: str) -> list[Path]:
    """The files of a sample's articles, in order; KeyError for a name that is not in ``SAMPLES``."""
    return sorted(data_path(SAMPLES[name]).glob("*.txt"))


def read_sample(name: str) -> list[Article]:
    """A sample's articles; KeyError for a name that is not in ``SAMPLES``."""
    return [read_article(path) for path in sample_paths(name)]


@cache
def ids_of_sample(name: str) -> frozenset[str]:
    """The ids of a sample's articles; KeyError for a name that is not in ``SAMPLES``."""
    return frozenset(article.id for article in read_sample(name))


def sample_ids() -> frozenset[str]:
    """The ids of all sample articles: by these a timeline of nothing else is known."""
    return frozenset().union(*map(ids_of_sample, SAMPLES))
