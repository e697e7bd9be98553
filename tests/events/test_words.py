"""The data of the room: inflection, kinds, patterns; and that a fault is named with its file."""

from datetime import date

import pytest

from dashboard.articles import read_text
from dashboard.errors import DataFileError
from dashboard.events import lexicon as words_module
from dashboard.events import ontology
from dashboard.events.build import build_timeline
from dashboard.events.inflection import inflect, plurals
from dashboard.events.lexicon import lexicon
from dashboard.events.ontology import NOTHING, kin, kinds, modes, types
from dashboard.model import Event, Status


def read(text: str) -> list[Event]:
    """The events of a French text."""
    article = read_text(text, published=date(2025, 1, 15), language="fr")
    return list(build_timeline([article]).events)


FORMS = [
    ("fr", "rencontrera", "rencontrer", "future"), ("fr", "reçu", "recevoir", "participle"),
    ("fr", "suspendirent", "suspendre", "past"), ("fr", "gèlerait", "geler", "conditional"),
    ("fr", "menaça", "menacer", "past"), ("fr", "rompu", "rompre", "participle"),
    ("fr", "élit", "élire", "present"), ("fr", "reconnu", "reconnaître", "participle"),
    ("en", "met", "meet", "past"), ("en", "withdrew", "withdraw", "past"),
    ("en", "visited", "visit", "past"), ("en", "banned", "ban", "participle"),
    ("en", "denies", "deny", "present"), ("en", "recalling", "recall", "gerund"),
    ("en", "suspended", "suspend", "participle"), ("en", "overthrown", "overthrow", "participle"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "form", "lemma", "tense"), FORMS)
def test_inflected_forms_lead_to_their_verb(language, form, lemma, tense):
    assert any(lemma == found and tense in tenses for found, tenses in lexicon(language).verbs[form])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verb_that_tells_is_one_that_can_be_inflected(language):
    found = lexicon(language)
    told = [reading for readings in found.verbs.values() for reading in readings]
    able = {lemma for lemma, tenses in told if tenses & {"past", "participle"}}
    assert not set(found.patterns) - able


def test_a_sense_that_tells_nothing_takes_its_date_along():
    struck = "Un cyclone a frappé la France le 14 décembre 2024."
    told = "Un drone a frappé la base de Gao le 14 décembre 2024."
    assert [[event.type for event in read(text)] for text in (struck, told)] == [[], ["ASSAULT"]]


TOLD = [
    ("Le pape François n'avait pas rencontré Vladimir Poutine depuis le 4 juillet 2019.",
     ("2019-07-04", "CONSULT", Status.HAPPENED)),
    ("Paris a riposté le 3 mai 2021 : elle a expulsé six diplomates russes.",
     ("2021-05-03", "SANCTION", Status.HAPPENED)),
    ("La réponse est venue le 3 mai 2021 : Paris a expulsé six diplomates russes.",
     ("2021-05-03", "SANCTION", Status.HAPPENED)),
    ("Si Moscou refuse de signer, Paris expulsera six diplomates russes le 3 mai 2026.",
     ("2026-05-03", "SANCTION", Status.HYPOTHETICAL)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_a_sentence_tells_beside_its_verb(text, wanted):
    assert [(event.when.edtf, event.type, event.status) for event in read(text)] == [wanted]


def test_a_text_that_is_only_named_by_its_day_is_no_event():
    assert read("L'accord du 12 mai 1983 entre Paris et Alger compte trente-deux articles.") == []


def test_an_unknown_ending_keeps_the_verb_itself():
    assert inflect("xyz", {"er": {"past": "a"}}) == {"xyz": frozenset({"infinitive"})}


def test_plurals_of_words_that_stand_together():
    assert {"entretien téléphonique", "entretiens téléphoniques"} <= plurals(
        "entretien téléphonique", {"": "s"}
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_has_words_in_every_language(language):
    found = lexicon(language)
    told = {p.kind.code for patterns in found.patterns.values() for p in patterns.every}
    told |= {kind.code for nouns in found.nouns.values() for _, kind in nouns}
    assert told - {NOTHING.code} == set(kinds())


def test_types_have_labels_definitions_and_a_class():
    assert {"CONSULT", "SUSPEND", "STATEMENT", "ELECT"} <= set(types())
    for one in types().values():
        assert one.quad in ontology.QUADS
        for language in ("en", "fr"):
            assert one.labels[language]
            assert one.definitions[language]
    assert set(modes()) >= {"phone", "visit", "video", "letter", "multilateral", "third-party place"}
    assert {kind.type for kind in kinds().values()} == set(types())


def test_kinship_is_mutual():
    assert all(kin(a, b) == kin(b, a) for a in types() for b in types())


def _copy(tmp_path, monkeypatch, name: str, old: str, new: str) -> None:
    (tmp_path / "types.csv").write_text(
        ontology.data_path("ontology", "types.csv").read_text("utf-8"), "utf-8"
    )
    text = ontology.data_path("ontology", name).read_text("utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(ontology, "data_path", lambda *parts: tmp_path / parts[-1])
    for cached in (ontology.types, ontology.kinds, ontology.modes):
        cached.cache_clear()


@pytest.fixture
def fresh():
    yield
    for cached in (ontology.types, ontology.kinds, ontology.modes):
        cached.cache_clear()


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("verbal-cooperation", "verbal", "the class"),
        (",6.0,", ",sixty,", "not a number"),
        (",6.0,", ",60,", "outside"),
        ("quad,", "squad,", "the column"),
        ("CONSULT,CONSULT", "AGREE,CONSULT", "stands twice"),
    ],
)
def test_a_fault_in_the_ontology_names_file_and_line(tmp_path, monkeypatch, old, new, said):
    _copy(tmp_path, monkeypatch, "types.csv", old, new)
    with pytest.raises(DataFileError, match=said) as caught:
        ontology.types()
    assert caught.value.line is not None


def test_a_fault_in_the_words_names_the_file(tmp_path, monkeypatch):
    folder = words_module.data_path("languages", "fr")
    for name in ("events.toml", "events_verbs.toml", "events_cues.toml", "events_cast.toml"):
        (tmp_path / name).write_text((folder / name).read_text("utf-8"), "utf-8")
    with (tmp_path / "events.toml").open("a", encoding="utf-8") as file:
        file.write("\n[kind.gossip]\nnouns = ['rumeur']\n")
    monkeypatch.setattr(words_module, "data_path", lambda *parts: tmp_path)
    with pytest.raises(DataFileError, match="gossip"):
        words_module.lexicon.__wrapped__("fr")
    (tmp_path / "events.toml").write_text("= 1", "utf-8")
    with pytest.raises(DataFileError) as caught:
        words_module.lexicon.__wrapped__("fr")
    assert caught.value.line == 1
