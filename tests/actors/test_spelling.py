"""Names in other conventions and letters: one where whole names agree, apart where a part does not."""

import pytest

from dashboard.actors import find_actors
from dashboard.actors.spelling import same_in_any_spelling
from dashboard.actors.syllables import chinese, korean
from dashboard.model import ActorKind
from tests.actors.scoring import article_of

_EASTERN = frozenset({"kim", "zhang", "li", "wang", "zhou", "lee", "park"})
_SAME = [
    pytest.param("Valentina Matviyenko", "Walentina Matwijenko", id="german paper"),
    pytest.param("Sergei Naryshkin", "Сергей Нарышкин", id="russian letters"),
    pytest.param("Miroslav Lajcak", "Miroslav Lajčák", id="without its accents"),
    pytest.param("Goran Svilanovic", "Горан Свилановић", id="serbian letters"),
    pytest.param("Ceyhun Aliyev", "Jeyhun Aliyev", id="turkic letters"),
    pytest.param("Prokopis Pavlopoulos", "Προκόπης Παυλόπουλος", id="greek letters"),
    pytest.param("Zurab Noghaideli", "ზურაბ ნოღაიდელი", id="georgian letters"),
    pytest.param("Kaja Kallas", "Kaja Kallas", id="one spelling"),
    pytest.param("Abdullah Nsour", "عبد الله نسور", id="arabic letters"),
    pytest.param("Zhou Enlai", "周恩来", id="chinese characters"),
    pytest.param("Teng Ying-chao", "Deng Yingchao", id="wade-giles"),
    pytest.param("Park Chung-hee", "박정희", id="korean letters"),
    pytest.param("Lee Hae-chan", "Yi Hae-chan", id="korean romanisations"),
    pytest.param("Abou Bakr Keïta", "Aboubakr Keita", id="joined prefix"),
]
_APART = [
    pytest.param("Walentina Matwijenko", "Valentin Matviyenko", id="gender of the given name"),
    pytest.param("Gulnara Karimowa", "Gulnara Karimov", id="gender of the surname"),
    pytest.param("Sergei Naryshkin", "Алексей Нарышкин", id="given name in russian letters"),
    pytest.param("Abdullah Nsour", "عبد الله نسيم", id="another long vowel"),
    pytest.param("Park Chung-hee", "박정환", id="another korean syllable"),
    pytest.param("Kim Jong-il", "Kim Jong-un", id="father and son"),
    pytest.param("J. D. Vance", "Cyrus Vance", id="an initial is no letter of another convention"),
    pytest.param("Zhang Jun", "Zhang Chun", id="two in pinyin"),
    pytest.param("Zhou Enlai", "周恩寿", id="brothers in characters"),
]


@pytest.mark.parametrize(("one", "other"), _SAME)
def test_one_person_in_two_conventions_agrees(one, other):
    assert same_in_any_spelling(one, other, _EASTERN)
    assert same_in_any_spelling(other, one, _EASTERN)


@pytest.mark.parametrize(("one", "other"), _APART)
def test_different_people_in_two_conventions_stay_apart(one, other):
    assert not same_in_any_spelling(one, other, _EASTERN)
    assert not same_in_any_spelling(other, one, _EASTERN)


def test_a_name_in_pinyin_has_one_reading_and_one_in_wade_giles_some():
    assert chinese("Zhu Rongji") == {"zhurongji"}
    assert "zhurongji" in chinese("Chu Jung-chi")
    assert len(chinese("Chu Jung-chi")) > 1


def test_hangul_reads_as_the_syllables_that_papers_may_write():
    assert korean("정의용") == {("cheong", "ui", "yong")}
    assert ("cheong", "ui", "yong") in korean("Chung Eui-yong")


def _people(text):
    actors = find_actors(article_of(text, "en")).actors.values()
    return [name for one in actors if one.kind is ActorKind.PERSON for name in one.names.values()]


def test_a_name_in_letters_without_capitals_is_read_behind_an_office_only():
    assert "王大明" in _people("Foreign Minister 王大明 arrived in Geneva.")
    assert "王大明" not in _people("The sign 王大明 hung over the door in Geneva.")
