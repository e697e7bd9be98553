"""Properties of reading: offsets are exact, spans are never backwards, arithmetic agrees with dateutil."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dates import date_article, edtf, find_expressions, parse_when, timex3_view
from dashboard.dates.almanac import easter, span_of
from dashboard.errors import DateError
from dashboard.model import PublishedFrom
from tests.dates.articles import article_of

_PUBLISHED = st.dates(date(1900, 1, 1), date(2100, 12, 31))
_VOCABULARY = """
le la 3 mars avril 2017 depuis hier , . il y a deux trois ans mois lundi dernier vers 20 h 30 du au 7 et 1815
siècle XIXe on March April last week ago the two years later early late 26 - 27 / ' a.m. in 1999s février 31
99 000 semaine jour prochain quelques ces dernières «
"""
_WORDS = st.sampled_from([*_VOCABULARY.split(), "\n\n", "\u00a0"])
_FRENCH = {1: "janvier", 2: "février", 3: "mars", 4: "avril", 5: "mai", 6: "juin", 7: "juillet", 8: "août",
           9: "septembre", 10: "octobre", 11: "novembre", 12: "décembre"}  # fmt: skip


@given(
    st.lists(_WORDS, max_size=40).map(" ".join),
    st.sampled_from(["fr", "en", "de", "es"]),
    st.none() | _PUBLISHED,
)
def test_offsets_are_exact_and_spans_are_never_backwards(text, language, published):
    end = 0
    for one in find_expressions(article_of(text, language, published)):
        assert one.text == text[one.start : one.end]
        assert one.start >= end
        assert one.start < one.end
        end = one.end
        assert 0 <= one.confidence <= 1
        assert one.reason
        if one.when is not None:
            assert one.when.earliest or one.when.latest
            assert edtf.parse(one.when.edtf).days() == (one.when.earliest, one.when.latest)


@given(st.text(max_size=200), st.sampled_from(["fr", "en", "de", "es"]))
def test_any_text_is_read_without_a_crash(text, language):
    for published in (date(2017, 3, 3), None):
        found = find_expressions(article_of(text, language, published))
        assert all(text[one.start : one.end] == one.text for one in found)


@given(st.lists(_WORDS, max_size=40).map(" ".join), st.sampled_from(["fr", "en", "de", "es"]))
def test_an_undated_article_is_dated_or_left_alone_without_a_crash(text, language):
    article = date_article(article_of(f"PARIS, {text} (Agence) – {text}", language, None))
    assert (article.published is None) == (article.published_from is PublishedFrom.UNKNOWN)
    assert article.published is None or article.published_reason


@given(st.lists(_WORDS, max_size=6).map(" ".join) | st.text(max_size=30), st.none() | _PUBLISHED)
def test_a_typed_text_is_a_date_or_refused(text, reference):
    try:
        when = parse_when(text, "fr", reference)
    except DateError as fault:
        message = str(fault)
    else:
        message = when.reason
        assert edtf.parse(when.edtf).days() == (when.earliest, when.latest)
    assert message
    assert "\n" not in message


@given(_PUBLISHED, st.integers(2, 60), st.sampled_from(["jours", "mois", "ans"]))
def test_il_y_a_agrees_with_dateutil(published, count, unit):
    one = timex3_view(f"Il y a {count} {unit}, ils se sont vus.", "fr", published)[0]
    name = {"jours": "days", "mois": "months", "ans": "years"}[unit]
    expected = (published - relativedelta(**{name: count})).isoformat()
    assert one["value"] == expected[: {"jours": 10, "mois": 7, "ans": 4}[unit]]


@given(_PUBLISHED, st.integers(2, 60), st.sampled_from(["days", "months", "years"]))
def test_later_agrees_with_dateutil(published, count, unit):
    text = (
        f"On {published.day} {_english(published)} {published.year} they met. {count} {unit} later, all left."
    )
    value = str(timex3_view(text, "en", published)[1]["value"])
    assert (published + relativedelta(**{unit: count})).isoformat().startswith(value)


@given(_PUBLISHED, st.integers(-170, 170))
def test_a_day_and_month_without_year_is_the_nearest_one(published, gap):
    day = published + timedelta(days=gap)
    found = timex3_view(f"le {day.day} {_FRENCH[day.month]}", "fr", published)
    assert found[0]["value"] == day.isoformat()


_ASIDE = st.dates(date(1950, 1, 1), date(2005, 12, 31))


def _opened(day: date, language: str) -> str:
    """The beginning of a sentence whose subject names a day."""
    if language == "en":
        return f"Talks, opened on {day.day} {_english(day)} {day.year}, had failed"
    return f"Les pourparlers, ouverts le {day.day} {_FRENCH[day.month]} {day.year}, avaient échoué"


@given(_ASIDE, st.integers(1, 12), st.sampled_from(["en", "fr"]))
def test_what_follows_a_date_within_the_subject_is_of_the_year_after_it(aside, month, language):
    failed = f" in {_english(date(2000, month, 1))}." if language == "en" else f" en {_FRENCH[month]}."
    found = timex3_view(_opened(aside, language) + failed, language, date(2010, 6, 15))
    year = aside.year + (month < aside.month)
    accepted = {f"{year}-{month:02d}"} | ({f"{year + 1}-{month:02d}"} if month == aside.month else set())
    assert found[-1]["value"] in accepted


@given(_ASIDE, st.integers(1, 60), st.sampled_from(["en", "fr"]))
def test_a_date_within_the_subject_leaves_news_where_it_was(aside, ago, language):
    published = date(2010, 6, 15)
    day = published - timedelta(days=ago)
    came, left = "The envoy came on Monday.", f"He left on {day.day} {_english(day)}."
    if language == "fr":
        came, left = "L'émissaire est venu lundi.", f"Il est parti le {day.day} {_FRENCH[day.month]}."
    found = timex3_view(f"{came} {_opened(aside, language)}. {left}", language, published)
    assert found[-1]["value"] == day.isoformat()


@given(_PUBLISHED)
def test_a_weekday_that_is_given_decides_the_year_or_is_said_to_contradict(published):
    wrong = (published.isoweekday() % 7) + 1
    names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    text = f"le {names[wrong - 1]} {published.day} {_FRENCH[published.month]} {published.year}"
    found = find_expressions(article_of(text, "fr", published))[0]
    assert found.when.edtf == published.isoformat()
    assert "the weekday contradicts the date" in found.reason
    assert found.confidence < 0.7


@given(st.integers(1583, 2199))
def test_easter_is_a_sunday_in_spring(year):
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.text("0123456789XWQHSPUFAITMONEV-:", max_size=18))
def test_a_value_is_a_span_in_order_or_none(value):
    span = span_of(value)
    assert span is None or span[0] <= span[1]


def _english(day: date) -> str:
    months = "January February March April May June July August September October November December"
    return months.split()[day.month - 1]
