"""Plain text: what is the article, and what merely stands around it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.articles import read_article, read_text
from dashboard.errors import ArticleError
from dashboard.model import Article, BlockKind, PublishedFrom

PAGE = """Ankara et Athènes renouent le dialogue

Ankara et Athènes renouent le dialogue© Maria Kosta Source: Reuters
Des garde-côtes au large de Samos, mai 2019
Suivez notre chaîne surTelegram

Le ministre grec a reçu lundi son homologue turc, une première depuis deux ans.

Lire aussi : Trois îles et un gazoduc

« Nous avons parlé de tout », a-t-il dit.

Chercher plus loin

Suivez notre chaîne surTelegram

En cliquant sur "Tout accepter" vous consentez au dépôt de cookies et de traceurs sur votre terminal.

OK

Tout AccepterTout refuserParamétrer vos choix"""


def kinds(article: Article) -> dict[str, BlockKind]:
    return {article.text[b.start : b.end][:30]: b.kind for b in article.blocks}


def of(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind is kind]


def test_only_the_article_is_body():
    article = read_text(PAGE)
    assert article.title == "Ankara et Athènes renouent le dialogue"
    assert of(article, BlockKind.BODY) == [
        "Le ministre grec a reçu lundi son homologue turc, une première depuis deux ans.",
        "« Nous avons parlé de tout », a-t-il dit.",
    ]
    assert of(article, BlockKind.CAPTION) == ["Des garde-côtes au large de Samos, mai 2019"]
    assert len(of(article, BlockKind.BOILERPLATE)) == 8


def test_the_text_is_kept_verbatim_but_for_line_endings():
    article = read_text("Un titre\r\n\r\nUne  phrase\u00a0ici.\rUne autre.\r\n")
    assert article.text == "Un titre\n\nUne  phrase\u00a0ici.\nUne autre.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : Un sommet pour rien",
        "À lire aussi - Un sommet pour rien",
        "Read more: Summit ends without a deal",
        "RELATED: Summit ends without a deal",
        "Follow us on Twitter and Facebook",
        "Suivez-nous sur Telegram",
        "Partager",
        "Share this article",
        "Inscrivez-vous à notre lettre d’information",
        "Sign up for our newsletter",
        "Commentaires (12)",
        "Advertisement",
        "© 2019 Le Journal. Tous droits réservés.",
        "We use cookies to improve your experience. You can manage preferences here.",
        "Nous et nos partenaires utilisons des cookies. Vous pouvez tout refuser.",
        "* * *",
        "À lire aussiL’accord qui tient",
        "2 min Temps de lecture",
        "The Gazette is not responsible for the content of external sites.",
    ],
)
def test_notices_are_no_part_of_the_article(line):
    article = read_text(
        f"A title here\n\nThe two ministers met in Oslo on Monday.\n\n{line}\n\nThey will meet again."
    )
    assert kinds(article)[line[:30]] is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, le ministre a salué la reprise des contacts.",
        "Suivez les chars, a dit le général, et vous verrez la frontière.",
        "By then the two sides had stopped speaking.",
        "Source of the tension: the radar in Poland, which Moscow rejects.",
        "Le règlement sur les cookies a divisé les ministres réunis à Bruxelles.",
        "Share prices fell in Moscow after the announcement.",
        "Reuters and AFP journalists were barred from the meeting.",
        "Read more closely, the communiqué promises nothing." * 3,
        "Les deux pays vont partager leurs renseignements sur la Syrie.",
        "« Tout est prêt », a dit le ministre turc à Ankara.",
    ],
)
def test_sentences_that_resemble_notices_stay(line):
    article = read_text(
        f"A title here\n\nThe two ministers met in Oslo on Monday.\n\n{line}\n\nThey will meet again."
    )
    assert kinds(article)[line[:30]] is BlockKind.BODY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Par Jeanne Martin", BlockKind.BYLINE),
        ("By John Smith and Ann Lee", BlockKind.BYLINE),
        ("Publié le 4 mai 2019 à 18h02, mis à jour le 5 mai", BlockKind.BYLINE),
        ("Updated: May 5, 2019", BlockKind.BYLINE),
        ("4 mai 2019, 18:02", BlockKind.BYLINE),
        ("Avec AFP", BlockKind.BYLINE),
        ("Le Quotidien avec AFP", BlockKind.BYLINE),
        ("4 May, 15:02", BlockKind.BYLINE),
        ("(Reporting by Ann Lee; Editing by Bo Ek)", BlockKind.BYLINE),
        ("Image caption, The port of Oslo", BlockKind.CAPTION),
        ("Photo : Jeanne Martin", BlockKind.CAPTION),
        ("The foreign minister in Oslo, May 2019. REUTERS/Ann Lee", BlockKind.CAPTION),
        ("Le ministre à Oslo (Ann Lee/AFP)", BlockKind.CAPTION),
        ("Deux ans de silence", BlockKind.HEADING),
    ],
)
def test_lines_around_the_article_are_told_apart(line, kind):
    article = read_text(f"A title here\n\n{line}\n\nThe two ministers met in Oslo on Monday.")
    assert kinds(article)[line[:30]] is kind


def test_lines_wrapped_by_hand_make_one_paragraph():
    wrapped = (
        "Two sides meet\n\n"
        "The two ministers met in Oslo on Monday for the first time since the\n"
        "crisis began, and said that they would go on talking through the whole\n"
        "of the summer, whatever happened at sea in the meantime between their\n"
        "navies.\n\n"
        "They parted in the evening."
    )
    assert [body[:12] for body in of(read_text(wrapped), BlockKind.BODY)] == ["The two mini", "They parted "]


def test_the_title_is_found_under_a_page_s_menu():
    head = "Accéder au contenu principal\nEn direct\nMonde\nEurope\nAthènes et Ankara se reparlent enfin\n\n"
    article = read_text(
        head + "Publié le : 04/05/2019 - 15:02\n\nLe ministre grec a reçu lundi son homologue turc."
    )
    assert article.title == "Athènes et Ankara se reparlent enfin"
    assert len(of(article, BlockKind.BOILERPLATE)) == 4


def test_a_short_title_is_a_title():
    assert read_text("Contacts resume\n\nThe two ministers met in Oslo on Monday.").title == "Contacts resume"


def test_lists_of_other_articles_are_no_part_of_this_one():
    links = "More on this story\nWhat they said\n16 May 2019\nRelated topics\nOslo"
    text = f"A title here\n\nThe ministers met.\n\n{links}"
    assert of(read_text(text), BlockKind.BODY) == ["The ministers met."]


def test_a_list_of_links_amid_an_article_ends_where_its_prose_goes_on():
    text = (
        "A title here\n\nThe ministers met in Oslo on Monday.\n\n"
        "Related stories:\nTalks without an end\nA border opens\n\nThey parted on Tuesday without a word."
    )
    article = read_text(text)
    links = ["Related stories:", "Talks without an end", "A border opens"]
    assert of(article, BlockKind.BOILERPLATE) == links
    assert of(article, BlockKind.BODY)[-1] == "They parted on Tuesday without a word."


def test_one_sentence_is_an_article():
    article = read_text("NATO and Russia met on 3 March 2017")
    assert of(article, BlockKind.BODY) == ["NATO and Russia met on 3 March 2017"]
    assert article.title == ""


def test_a_long_first_paragraph_is_no_title():
    assert read_text("The ministers met on Monday in Oslo.\n\nThey parted.").title == ""


def test_headers_are_metadata_and_not_text():
    article = read_text(
        "Titre : Un sommet\nDate : 2019-05-04\nLangue : fr\nAuteur : A. B.\nLicence : CC0\nSource : essai\n\n"
        "Les ministres se sont vus lundi à Oslo.\n"
    )
    assert article.text == "Un sommet\n\nLes ministres se sont vus lundi à Oslo.\n"
    assert (article.title, article.author, article.licence, article.source) == (
        "Un sommet",
        "A. B.",
        "CC0",
        "essai",
    )
    assert (article.published, article.published_from) == (date(2019, 5, 4), PublishedFrom.METADATA)


def test_one_colon_does_not_make_a_header():
    text = "Source: the ministry knows nothing\n\nThe ministers met on Monday."
    assert read_text(text).text == text


def test_a_header_date_that_is_no_date_is_said():
    article = read_text("Title: X y\nDate: soon\n\nThe ministers met on Monday.")
    assert article.published is None
    assert any("soon" in warning for warning in article.warnings)


def test_the_given_date_wins():
    article = read_text("Title: X y\nDate: 2019-05-04\n\nThey met.", published=date(2020, 1, 2))
    assert (article.published, article.published_from) == (date(2020, 1, 2), PublishedFrom.GIVEN)


def test_the_id_is_that_of_the_text(tmp_path: Path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    first, second = (read_article(tmp_path / name) for name in ("a.txt", "b.txt"))
    assert first.id == second.id == read_text(PAGE).id != read_text(PAGE + ".").id


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre grec a reçu lundi son homologue turc à Athènes.", "fr"),
        ("The Greek minister received his Turkish counterpart in Athens on Monday.", "en"),
    ],
)
def test_the_language_is_detected(text, language):
    article = read_text(text)
    assert (article.language, article.language_from) == (language, "detected")


@pytest.mark.parametrize(
    "text",
    [
        "Subrahmanyam Jaishankar and Wang Yi talked for two hours in Moscow on 10 September.",
        "Mediators meeting in Nairobi sent a text to Khartoum, and Olusegun Obasanjo spoke for the Union.",
        "Aliev a paradé à Choucha ; La Hongrie de Viktor Orban s'y oppose, Susilo Bambang Yudhoyono aussi.",
    ],
)
def test_a_short_text_full_of_names_is_not_called_another_language(text):
    assert not any("not supported" in warning for warning in read_text(text).warnings)


def test_a_language_without_data_is_said_and_read_as_best_it_can():
    article = read_text(
        "Der Außenminister traf am Montag seinen türkischen Amtskollegen in Athen zu Gesprächen."
    )
    assert article.language in {"en", "fr"}
    assert any("German" in warning for warning in article.warnings)


def test_a_language_that_is_asked_for_must_exist():
    assert read_text("They met.", language="fr-CA").language == "fr"
    with pytest.raises(ArticleError, match="'xx' is not supported: choose en or fr"):
        read_text("They met.", language="xx")


@given(st.text(max_size=300))
def test_blocks_are_in_order_and_hold_every_word(text):
    try:
        article = read_text(text)
    except ArticleError:
        return
    ends = [0]
    for block in article.blocks:
        assert ends[-1] <= block.start < block.end <= len(article.text)
        assert not article.text[ends[-1] : block.start].strip()
        ends.append(block.end)
    assert not article.text[ends[-1] :].strip()


@pytest.mark.parametrize(
    "unit", ["a\n", "photo: ", "©", "a/", "lire aussi\n", "© \n\n", "word ", "à", ": ", '"']
)
def test_hostile_text_is_read_in_linear_time(unit):
    # quadratic work on this much text would run into the suite's time limit
    article = read_text("Title here\n\n" + unit * (60_000 // len(unit)))
    assert article.text.startswith("Title here")


SEED = Path(__file__).parents[3] / "shared" / "seed" / "article.txt"


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not beside this checkout")
def test_the_seed_page_is_cleaned():
    article = read_article(SEED)
    assert article.language == "fr"
    body = "\n".join(of(article, BlockKind.BODY)).casefold()
    assert len(of(article, BlockKind.BODY)) == 13
    assert not [
        word for word in ("cookies", "telegram", "lire aussi", "©", "cliquant", "refuser") if word in body
    ]
    assert len(of(article, BlockKind.CAPTION)) == 1


def test_the_language_is_that_of_the_article_and_not_of_what_stands_around_it():
    around = "\n\n".join(
        f"Lire aussi : les ministres se sont parlé longuement, épisode {at}" for at in range(8)
    )
    article = read_text(f"The two ministers met in Oslo on Monday, and then they went home.\n\n{around}")
    assert len(of(article, BlockKind.BOILERPLATE)) == 8
    assert article.language == "en"


def test_the_language_of_a_long_text_is_that_of_most_of_it():
    summary = " ".join(
        f"Le ministre grec a reçu le {day} mars son homologue turc à Athènes." for day in range(2, 32)
    )
    body = " ".join(
        f"On its day {day} the council heard how the talks in Athens had ended." for day in range(400)
    )
    assert read_text(summary).language == "fr"
    assert read_text(f"{summary}\n\n{body}").language == "en"


CHRONICLE = "Publié le 4 mai 2021\n\n3 mars 2020\n\n{0}\n\n12 avril 2020\n\n{0}\n\n"
PROSE = "Le ministre grec a reçu son homologue turc à Athènes."


@pytest.mark.parametrize("head", ["Une querelle, jour après jour\n\n", "Chronologie\n\n", ""])
def test_the_dates_over_the_entries_of_a_chronicle_are_headings(head):
    article = read_text(head + CHRONICLE.format(PROSE))
    kinds = {article.text[b.start : b.end]: b.kind for b in article.blocks}
    assert kinds["3 mars 2020"] is kinds["12 avril 2020"] is BlockKind.HEADING
    assert kinds["Publié le 4 mai 2021"] is BlockKind.BYLINE


def test_a_date_alone_over_an_article_is_its_day_of_publication():
    article = read_text(f"Une querelle sans fin\n\n4 mai 2021\n\n{PROSE}\n\n3 mars 2020\n\n{PROSE}\n\n")
    assert [b.kind for b in article.blocks if article.text[b.start] == "4"] == [BlockKind.BYLINE]
    assert read_text(f"4 mai 2021\n\n{PROSE} Il est reparti.").title == ""


@pytest.mark.parametrize(
    "text",
    ["法国总统在北京会见中国国家主席。双方签署了联合声明。", "التقى الرئيس الفرنسي نظيره المصري في القاهرة"],
)
def test_a_short_text_in_another_script_is_said_to_be_in_another_language(text):
    assert any("not supported" in warning for warning in read_text(text).warnings)
