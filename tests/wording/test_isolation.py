"""Words of another script inside a sentence that runs from the right stay whole."""

from dashboard.figures.texts import breaks, directed, runs_from_the_right
from dashboard.timeline.measure import measure
from dashboard.wording import isolated, listed, message, quoted


def test_quoted_latin_words_are_set_apart_in_arabic_and_nowhere_else():
    assert "\u20689 September\u2069" in quoted("9 September", "ar")
    assert "\u2068" not in quoted("9 September", "fr")
    assert "\u2068" not in quoted("٩ سبتمبر", "ar")


def test_what_is_set_apart_already_is_not_set_apart_twice():
    once = isolated("Oran", "ar")
    assert isolated(once, "ar") == once
    assert message("Sources: {sources}", "ar", sources=once).count("\u2068") == 1


def test_a_list_has_the_comma_of_its_language():
    assert listed(["غزة", "Oran"], "ar") == "غزة، \u2068Oran\u2069"
    assert listed(["Gaza", "Oran"], "en") == "Gaza, Oran"


def test_a_line_of_an_arabic_picture_that_begins_in_latin_runs_from_the_right_still():
    lines = ["المصادر: \u2068The end of", "empires\u2069، 21 نوفمبر 2025"]
    first, second = directed(lines)
    assert first.endswith("\u2069")
    assert second.startswith("\u200f\u2068empires\u2069، 21")
    assert runs_from_the_right(breaks(lines))
    assert directed(["From left", "to right"]) == ["From left", "to right"]


def test_signs_that_order_a_line_take_no_room_in_it():
    assert measure("\u200f\u2068Oran\u2069", 12) == measure("Oran", 12)
