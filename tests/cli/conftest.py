"""A small timeline instead of a reading, where a test is about the command and not about reading."""

from dataclasses import replace

import pytest

from tests.affair import affair


@pytest.fixture
def stub_reading(monkeypatch):
    """The calls that the command makes; each answers with the shared sample affair."""
    calls = []

    def build_timeline(articles, **options):
        calls.append((tuple(articles), options))
        timeline = affair()
        first = replace(timeline.articles[0], language=articles[0].language if articles else "en")
        return replace(timeline, articles=(first,))

    monkeypatch.setattr("dashboard.events.build_timeline", build_timeline, raising=False)
    return calls


@pytest.fixture
def article(tmp_path):
    """A readable article."""
    path = tmp_path / "article.txt"
    path.write_text("Contacts resume\n\nPavel telephoned Gerasimov on 3 March 2017.\n", encoding="utf-8")
    return path
