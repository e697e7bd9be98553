"""Councils and blocs of unions of states are what they are, and nobody whose name lies in theirs."""

import pytest

from dashboard.actors import find_actors
from tests.actors.scoring import article_of


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("The African Union's Peace and Security Council met on Friday.", "en", ["au-psc"]),
        ("Le Conseil de paix et de sécurité de l'UA s'est réuni vendredi.", "fr", ["au-psc"]),
        ("The UN Security Council met on Friday.", "en", ["unsc"]),
        ("The West African bloc lifted its sanctions on Friday.", "en", ["ecowas"]),
        ("The West lifted its sanctions on Friday.", "en", ["west"]),
        ("The European commission called for calm on Friday.", "en", ["european-commission"]),
        ("Judges of the UN's top court ruled on Friday.", "en", ["icj"]),
    ],
)
def test_a_body_of_a_union_is_not_another_that_its_name_holds(text, language, named):
    assert [one.target for one in find_actors(article_of(text, language)).mentions] == named
