"""Who takes part in an act, and whom its sentence only names."""

import pytest

from tests.events.test_casting import cast_of


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair arrived in Cyprus on 3 March.", "en", {"blair"}),
        ("Tony Blair will leave for Brazil on 3 March.", "en", {"blair"}),
        ("Tony Blair est attendu au Chili le 3 mai.", "fr", {"blair"}),
        ("Tony Blair visited Brazil on 3 March.", "en", {"blair", "br"}),
        ("Tony Blair s'est rendu au Chili le 3 mai.", "fr", {"blair", "cl"}),
    ],
)
def test_a_state_takes_part_in_a_visit_to_it_and_not_where_somebody_only_comes(text, language, actors):
    assert cast_of(text, language) == actors
