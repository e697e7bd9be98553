"""A role and a status have one word everywhere, and what people write is understood again."""

import pytest

from dashboard.model import Role, Status
from dashboard.wording import LANGUAGES, ROLES, STATUSES, role_code, role_name, status_code, status_name


def test_every_role_and_status_of_the_vocabulary_has_a_name():
    assert set(ROLES) == {each.value for each in Role}
    assert set(STATUSES) == {each.value for each in Status}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_on_the_page_is_read_back_from_a_table(language):
    assert [role_code(role_name(each, language)) for each in ROLES] == list(ROLES)
    assert [status_code(status_name(each, language)) for each in STATUSES] == list(STATUSES)
    assert len({role_name(each, language) for each in ROLES}) == len(ROLES)


@pytest.mark.parametrize("said", ["target", "Target", "addressee", "destinataire", "cible"])
def test_what_a_target_was_called_before_is_still_a_target(said):
    assert role_code(said) == "target"


def test_a_word_that_is_no_role_stays_what_it_is():
    assert role_code("Zeuge") == "zeuge"
