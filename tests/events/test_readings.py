"""Articles that were read stay read: only what is new, or stands in other company, is read again."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.articles import read_sample, read_text
from dashboard.events import Readings, build, build_timeline, readings

FIRST = "Ministers meet\n\nOn 4 May 2015 Sergey Lavrov met John Kerry in Sochi. They agreed to speak again."
SECOND = "A call\n\nOn 9 June 2015 Lavrov telephoned Kerry. On 11 June 2015 Kerry flew to Vienna."


@pytest.fixture
def read(monkeypatch):
    """The ids of the articles that were read, in order."""
    found = []
    plain = readings.find_actors

    def watched(article, **options):
        found.append(article.id)
        return plain(article, **options)

    monkeypatch.setattr(readings, "find_actors", watched)
    return found


def test_only_a_new_article_is_read_and_the_timeline_is_the_same(read):
    known = Readings()
    first, second = read_text(FIRST), read_text(SECOND)
    build_timeline([first], known=known)
    beside = build_timeline([first, second], known=known)
    assert read == [first.id, second.id]
    assert beside == build_timeline([first, second])


def test_an_article_as_it_stands_in_a_timeline_is_known_though_its_date_was_inferred(read):
    known = Readings()
    stands = build_timeline([read_text(FIRST)], known=known).articles
    build_timeline(stands, known=known)
    assert len(read) == 1


def test_another_date_is_another_reading(read):
    known = Readings()
    article = read_text(FIRST)
    build_timeline([article], known=known)
    build_timeline([replace(article, published=date(2016, 1, 1))], known=known)
    assert len(read) == 2


def test_what_was_read_longest_ago_is_forgotten_first(read):
    known = Readings(most=1)
    first, second = (replace(read_text(each), published=date(2015, 7, 1)) for each in (FIRST, SECOND))
    for article in (first, second, second, first):
        build_timeline([article], known=known)
    assert read == [first.id, second.id, first.id]


def test_events_are_told_anew_only_where_the_company_changes_who_somebody_is(monkeypatch):
    told = []
    plain = build._read
    monkeypatch.setattr(build, "_read", lambda *args: told.append(args[0].id) or plain(*args))
    known = Readings()
    articles = read_sample("nato-russia-2017")
    build_timeline(articles, known=known)
    stranger = read_text("Sport\n\nThe match was played on 3 May 2012 in Lisbon.")
    told.clear()
    build_timeline([*articles, stranger], known=known)
    assert told == [stranger.id]


def test_progress_can_end_the_reading():
    class EndError(Exception):
        pass

    def end(_step, done, _total):
        if done:
            raise EndError

    with pytest.raises(EndError):
        build_timeline([read_text(FIRST), read_text(SECOND)], progress=end)
