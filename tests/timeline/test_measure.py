"""Measuring, wrapping and shortening text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.timeline.measure import measure, shorten, words_of, wrap

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120)


@pytest.mark.parametrize(("weight", "drawn"), [(400, 178.73), (700, 185.09)])
def test_widths_are_those_that_a_browser_draws_or_a_little_more(weight, drawn):
    # As Chromium draws "Moscow security conference" at 13 pixels with the bundled font.
    assert drawn <= measure("Moscow security conference", 13, weight) <= drawn * 1.03


def test_width_grows_with_the_size():
    assert measure("a" * 10, 26) == pytest.approx(2 * measure("a" * 10, 13))


@given(text=TEXTS, width=st.floats(20, 400), most=st.integers(1, 4))
def test_no_line_is_wider_than_asked(text, width, most):
    lines = wrap(text, width, 13.0, 700, most)
    assert 1 <= len(lines) <= most
    assert all(measure(line, 13.0, 700) <= width + 0.01 for line in lines)


def test_a_title_is_cut_between_words_only():
    cut = shorten("NATO freezes military contacts", 150, 13, 700)
    assert cut.endswith("…")
    assert cut[:-1] in {"NATO freezes military", "NATO freezes", "NATO"}


@pytest.mark.parametrize("text", ["x" * 200_000, "le ac" * 40_000, "le ac " * 40_000])
def test_a_text_of_any_length_is_shortened_by_looking_at_what_can_fit(text, monkeypatch):
    letters = 0

    def counting(said: str, size: float, weight: int = 400) -> float:
        nonlocal letters
        letters += len(said)
        return measure(said, size, weight)

    monkeypatch.setitem(shorten.__globals__, "measure", counting)
    assert shorten(text, 100, 13).endswith("…")
    assert letters < len(text) + 2000


def test_french_signs_stay_with_their_word():
    assert words_of("Guerassimov : rencontre « utile » ?") == [
        "Guerassimov\u00a0:",
        "rencontre",
        "«\u00a0utile\u00a0»\u00a0?",
    ]
