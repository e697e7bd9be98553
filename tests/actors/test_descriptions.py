"""Who is told again by a plain noun, a nationality, or the noun of an organisation's name."""

import pytest

from dashboard.actors import find_actors
from tests.actors.scoring import article_of


def meant(text, language, phrase):
    """Whom the last mention with these words means."""
    return [one.target for one in find_actors(article_of(text, language)).mentions if one.text == phrase][-1]


@pytest.mark.parametrize(
    ("text", "language", "phrase", "target"),
    [
        ("The Russian comedian Pyotr Ivanov was in Riga. The police came. The comedian was freed.", "en",
         "comedian", "pyotr-ivanov"),
        ("Alexei Kovalyov, a journalist from Kazan, fled. The journalist was detained.", "en",
         "journalist", "alexei-kovalyov"),
        ("L'humoriste russe Piotr Ivanov vivait à Riga. On le chercha. L'humoriste a été arrêté.", "fr",
         "humoriste", "piotr-ivanov"),
        ("Le prince héritier Mohammed ben Salmane gouverne. Le prince a reçu Tony Blair.", "fr",
         "prince", "mbs"),
        ("Rear Admiral Frank Bainimarama rules Fiji. The admiral expelled an envoy.", "en",
         "admiral", "frank-bainimarama"),
    ],
)  # fmt: skip
def test_the_one_whom_a_noun_told_before_is_told_by_it_again(text, language, phrase, target):
    assert meant(text, language, phrase) == target


@pytest.mark.parametrize(
    ("text", "language", "phrase", "target"),
    [
        ("Juan Guaidó parle. L'opposant a été reçu à Bogota.", "fr", "opposant", "juan-guaido"),
        ("Sylvain Itté refuse de partir. Le diplomate a été expulsé.", "fr", "diplomate", "sylvain-itte"),
        ("Bashar al-Assad fled. The ousted dictator landed in Moscow.", "en", "dictator", "assad-b"),
        ("Chancellor Olaf Scholz spoke. The German leader met Tony Blair.", "en", "German leader",
         "scholz"),
        ("Tony Blair met Jacques Chirac. The diplomat resigned.", "en", "diplomat", None),
        ("The Arab League sent Tony Blair. The diplomat resigned.", "en", "diplomat", "blair"),
        ("In Oslo he met Tony Blair. The diplomat resigned.", "en", "diplomat", None),
        ("Les putschistes arrêtent Alpha Condé. L'ancien président a été libéré.", "fr",
         "ancien président", "alpha-conde"),
        ("Ana Ruiz a parlé. Le diplomate est parti.", "fr", "diplomate", "ana-ruiz"),
    ],
)  # fmt: skip
def test_who_alone_led_the_sentence_before_is_told_by_a_word_that_fits_anybody(
    text, language, phrase, target
):
    assert meant(text, language, phrase) == target


@pytest.mark.parametrize(
    ("text", "phrase", "targets"),
    [
        ("L'émissaire de l'ONU, Hans Grundberg, arrive. Le Suédois a vu l'Iran.", "Suédois",
         {"hans-grundberg"}),
        ("Tony Blair et Jacques Chirac se taisent. Le Suédois a parlé.", "Suédois", {None}),
    ],
)  # fmt: skip
def test_one_of_a_nation_is_not_the_state(text, phrase, targets):
    mentions = find_actors(article_of(text, "fr")).mentions
    assert {one.target for one in mentions if one.text == phrase} == targets


@pytest.mark.parametrize(
    ("text", "language", "phrase", "target"),
    [
        ("Le Forum des îles du Pacifique siège. Le Forum a exclu Nauru.", "fr", "Forum",
         "pacific-islands-forum"),
        ("The Pacific Islands Forum met. The Forum expelled Nauru.", "en", "Forum",
         "pacific-islands-forum"),
        ("Somalia was angry. The country expelled an envoy.", "en", "The country", "so"),
        ("La Somalie se fâche. Le pays a expulsé un diplomate.", "fr", "Le pays", "so"),
        ("La Cour internationale de justice siège. Elle a débouté le Honduras.", "fr", "Elle", "icj"),
        ("La junte au pouvoir à Ouagadougou se durcit. Elle a expulsé un diplomate.", "fr", "Elle", "bf"),
        ("The warlord Harold Keke held the coast. His men murdered a priest.", "en", "His men",
         "harold-keke"),
    ],
)  # fmt: skip
def test_organisations_and_states_are_told_again_by_a_noun_or_a_pronoun(text, language, phrase, target):
    assert meant(text, language, phrase) == target
