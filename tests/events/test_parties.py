"""Who takes part in an act, and whom its sentence only names."""

import pytest

from tests.events.test_casting import cast_of


@pytest.mark.parametrize(
    ("text", "language", "actors"),
    [
        ("Tony Blair arrived in Cyprus on 3 March.", "en", {"blair"}),
        ("Tony Blair will leave for Brazil on 3 March.", "en", {"blair"}),
        ("Tony Blair est attendu au Chili le 3 mai.", "fr", {"blair"}),
        ("Tony Blair visited Brazil on 3 March.", "en", {"blair"}),
        ("Kenya said on 3 March that it had chosen a Chinese system.", "en", {"ke"}),
        ("Le Kenya a annoncé le 3 mai que des chalutiers chinois seraient taxés.", "fr", {"ke", "cn"}),
    ],
)
def test_a_state_where_somebody_goes_or_that_only_describes_takes_no_part(text, language, actors):
    assert cast_of(text, language) == actors
