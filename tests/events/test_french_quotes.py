"""Who spoke the words that French news quotes before their verb: « … », a déclaré X, a-t-il ajouté."""

import pytest

from dashboard.model import Role
from tests.events.reading import cast, events_of, only


@pytest.mark.parametrize(
    ("verb", "kind", "role"),
    [
        ("a déclaré lundi Anna Lind", "STATEMENT", Role.SPEAKER),
        ("indique lundi Anna Lind", "STATEMENT", Role.SPEAKER),
        ("a écrit lundi sur Twitter la ministre Anna Lind", "STATEMENT", Role.SPEAKER),
        ("a conclu lundi Anna Lind", "STATEMENT", Role.SPEAKER),
        ("a lancé lundi à l'adresse d'Oslo la ministre Anna Lind", "STATEMENT", Role.SPEAKER),
        ("lui a répondu lundi Anna Lind", "STATEMENT", Role.SPEAKER),
        ("s'est défendue lundi Anna Lind", "STATEMENT", Role.SPEAKER),
        ("a averti lundi Anna Lind", "THREATEN", Role.INITIATOR),
        ("a dénoncé lundi Anna Lind", "ACCUSE", Role.INITIATOR),
        ("s'est réjouie lundi Anna Lind", "SUPPORT", Role.INITIATOR),
        ("a promis lundi Anna Lind", "AGREE", Role.INITIATOR),
    ],
)
@pytest.mark.parametrize("quoted", ["« Nous voulions mieux », {}.", '"Nous voulions mieux", {}.'])
def test_who_stands_behind_the_verb_of_a_quotation_spoke_it(
    quoted: str, verb: str, kind: str, role: Role
) -> None:
    event = only(quoted.format(verb), "fr")
    assert (event.type, cast(event).get("anna-lind")) == (kind, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("« Nous partirons », a-t-elle ajouté mardi.", Role.SPEAKER),
        ("Nous partirons, a-t-elle ajouté mardi.", Role.SPEAKER),
        ("« Nous partirons », a-t-elle dénoncé mardi.", Role.INITIATOR),
    ],
)
def test_a_pronoun_behind_its_helper_is_who_speaks(text: str, role: Role) -> None:
    told = events_of(f"La ministre Anna Lind s'est exprimée lundi. {text}", "fr")
    assert cast(told[-1]) == {"anna-lind": role}


def test_words_quoted_within_a_sentence_do_not_hide_its_subject() -> None:
    event = only("Anna Lind, « furieuse », a dénoncé lundi le Chili.", "fr")
    assert cast(event) == {"anna-lind": Role.INITIATOR, "cl": Role.TARGET}


def test_who_is_met_before_the_words_did_not_speak_them() -> None:
    text = "« C'est fini », a dit lundi à l'issue d'une rencontre avec Pedro Soto la ministre Anna Lind."
    assert cast(only(text, "fr"))["anna-lind"] is Role.SPEAKER
