"""Measuring, wrapping and shortening text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.timeline.measure import longest_word, measure, shorten, words_of, wrap

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=120)


@pytest.mark.parametrize(("weight", "drawn"), [(400, 178.73), (700, 185.09)])
def test_widths_are_those_that_a_browser_draws_or_a_little_more(weight, drawn):
    # As Chromium draws "Moscow security conference" at 13 pixels with the bundled font.
    assert drawn <= measure("Moscow security conference", 13, weight) <= drawn * 1.03


def test_width_grows_with_the_size():
    assert measure("a" * 10, 26) == pytest.approx(2 * measure("a" * 10, 13))


WORDS = ("on", "la", "In", "Geneva", "Syria", "contract,", "opérations", "ceasefire", ":", "Zürich–Genf")
PROSE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
SIGNS = " \u00a0,;:·–—-"


def fewest_lines(words, width):
    """How many lines the words take, counted plainly; None where one is wider than a line."""
    lines = [""]
    for word in words:
        if measure(word, 13.0, 700) > width:
            return None
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer, 13.0, 700) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return len(lines)


@given(text=TEXTS | PROSE, width=st.floats(-5, 500), most=st.integers(1, 6))
def test_no_line_is_wider_than_asked(text, width, most):
    lines = wrap(text, width, 13.0, 700, most)
    assert 1 <= len(lines) <= most
    for line in lines:
        letters = [letter for letter in line if not unicodedata.combining(letter)]
        assert measure(line, 13.0, 700) <= width or len(letters) <= 1


@given(text=TEXTS | PROSE, width=st.floats(-5, 500), most=st.integers(1, 6))
@example(text="In Geneva opérations Geneva", width=62.6, most=5)
def test_a_word_is_broken_only_if_it_is_wider_than_a_line(text, width, most):
    lines = wrap(text, width, 13.0, 700, most)
    left = " ".join(filter(None, words_of(text)))
    for line in lines[:-1]:
        assert line
        assert left.startswith(line)
        left = left[len(line) :]
        if not left.startswith(" "):
            word = f"{line.split(' ')[-1]}{left.split(' ')[0]}"
            assert measure(word, 13.0, 700) > width
        left = left.removeprefix(" ")
    if not lines[-1].endswith("…") and lines != ("",) and len(lines) > 1:
        assert lines[-1] == left


@given(text=PROSE, width=st.floats(20, 500), most=st.integers(1, 6))
@example(text="contract, opérations ceasefire on on contract, opérations", width=76.0, most=3)
@example(text="contract, on la", width=62.0, most=2)
def test_what_is_cut_short_says_as_many_whole_words_as_fit(text, width, most):
    words = words_of(text)
    said = words_of(" ".join(wrap(text, width, 13.0, 700, most)))
    if longest_word(text, 13.0, 700) > width:
        return
    fitting = []  # all numbers of words that could stand with "…"
    for count in range(1, len(words)):
        kept = " ".join(words[:count]).rstrip(SIGNS) + "…"
        lines = fewest_lines(kept.split(" "), width)
        if kept != "…" and lines is not None and lines <= most:
            fitting.append(count)
    little = [count for count in fitting if count > 1 and words[count - 1] in {"on", "la"}]
    if fewest_lines(words, width) <= most:
        assert said == words
    elif fitting:
        count = max(set(fitting) - set(little) or little)
        assert said == words_of(" ".join(words[:count]).rstrip(SIGNS) + "…")
    else:  # the only case in which a word is cut
        assert len(said) == 1
        assert words[0].startswith(said[0].rstrip("…"))


@pytest.mark.parametrize(
    ("width", "most", "lines"),
    [
        (66.0, 5, ("In Geneva", "opération", "s Geneva")),  # a word that is wider goes on in the next line
        (66.0, 2, ("In", "Geneva…")),  # and is left out where it does not fit whole
        (66.0, 1, ("In…",)),
    ],
)
def test_a_word_that_is_wider_than_a_line_is_broken_or_left_out(width, most, lines):
    assert wrap("In Geneva opérations Geneva", width, 13.0, 700, most) == lines


def test_accents_stay_with_their_letter():
    lines = wrap("e\u0301" * 30, 40.0, 13.0, 700, 9)
    assert len(lines) > 1
    assert all(line[0] == "e" and line[-1] == "\u0301" for line in lines)


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


@given(width=st.floats(100, 300))
def test_a_day_in_brackets_stays_on_one_line(width):
    for line in wrap("Somalia: resumption (3 Apr 2023)", width, 13.0, 700, 4):
        assert "(" not in line or line.endswith((")", "…"))
