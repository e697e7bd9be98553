"""How a page opens: its document asks for all of it at once; parts and scripts that few need come later."""

import base64
import hashlib
import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from dashboard.app import bundles, create_app, opening
from dashboard.model import Timeline
from dashboard.resources import assets_path
from dashboard.store import Project
from tests.affair import affair

HERE = {"Host": "localhost"}
ROOM = {"width": "1120", "height": "660", "dark": "false", "who": ""}


@pytest.fixture(scope="module")
def client() -> Iterator[FlaskClient]:
    with create_app(affair()).server.test_client() as made:
        yield made


def test_the_script_in_the_document_is_the_only_one_that_the_policy_lets_in_besides_dash_s(
    client: FlaskClient,
) -> None:
    page = client.get("/", headers=HERE)
    script = re.search(r"<script>(.*?)</script>", page.text, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page.headers["Content-Security-Policy"]
    assert page.text.index("<script>") < page.text.index('rel="stylesheet"')  # it waits for no style


def test_a_page_is_answered_whole_for_its_address_and_language(client: FlaskClient) -> None:
    told = client.get("/page", query_string=ROOM | {"search": "?actor=us&lang=fr"}, headers=HERE).json
    assert told["language"] == "fr"
    assert told["title"] == "Contacts militaires OTAN–Russie"
    assert len(told["order"]["events"]) == 2
    assert told["order"]["steps"] == []
    assert {"actors", "types"} <= set(told["facets"]["lists"])
    assert {each["props"].get("id") for each in told["page"] if each} >= {"header", "rooms"}


@pytest.mark.parametrize("asked", [{}, {"width": "wide", "height": "-1", "dark": "?", "search": "%"}])
def test_a_page_is_answered_whatever_is_asked(client: FlaskClient, asked: dict[str, str]) -> None:
    answer = client.get("/page", query_string=asked, headers=HERE)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_that_cannot_be_made_says_so_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_project: Project) -> Timeline:
        raise RuntimeError("a fault that is nobody's")

    app = create_app(affair())
    monkeypatch.setattr(Project, "timeline", broken)
    with app.server.test_client() as client:
        answer = client.get("/page", query_string=ROOM, headers=HERE | {"Accept-Language": "fr"})
    assert answer.status_code == 500
    assert "journal du serveur" in answer.text


@pytest.mark.parametrize("name", ["publishing", "help", "tour"])
def test_parts_are_made_in_the_language_that_is_asked_for(client: FlaskClient, name: str) -> None:
    english, french = (
        client.get(f"/part/{name}", query_string={"language": each}, headers=HERE) for each in ("en", "fr")
    )
    assert english.status_code == french.status_code == 200
    assert english.data != french.data


def test_an_unknown_part_is_not_there(client: FlaskClient) -> None:
    assert client.get("/part/none", headers=HERE).status_code == 404


def test_all_scripts_and_styles_travel_as_one_file_each(client: FlaskClient) -> None:
    page = client.get("/", headers=HERE).text
    for name, kind in ((bundles.SCRIPT, "js"), (bundles.STYLE, "css")):
        address = f"/assets/{name}?m={bundles.mark(name)}"
        assert f'"{address}"' in page
        with client.get(address, headers=HERE) as answer:
            assert "immutable" in answer.headers["Cache-Control"]
            for path in assets_path().glob(f"*.{kind}"):
                assert path.read_text(encoding="utf-8") in answer.text
        assert not re.search(rf'"/assets/(?!{name})[^"]*\.{kind}', page)


def test_the_table_s_script_waits_for_a_table(client: FlaskClient) -> None:
    page = client.get("/", headers=HERE).text
    grid = re.search(r'data-grid="([^"]+)"', page)
    assert grid is not None
    with client.get(grid[1], headers=HERE) as answer:
        assert answer.status_code == 200
    assert f'<script src="{grid[1]}"' not in page
    assert opening.PAGE in page


@pytest.mark.browser
def test_what_few_readers_open_is_fetched_when_they_do(page: Page, served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served.url)))
    page.goto(served.url)
    expect(page.locator("#chart [data-drawn]")).to_be_attached()
    expect(page.locator("#actors-options .option").first).to_be_visible()
    assert [each for each in asked if "_dash-update-component" in each] == []  # nothing is asked for twice
    assert not [each for each in asked if "dash_ag_grid" in each or each.startswith("part/")]
    assert page.locator("#network, #matrix, #map").count() == 0
    page.get_by_role("tab", name="Table").click()
    expect(page.locator("#table .ag-row").first).to_be_visible()
    page.get_by_role("tab", name="Network").click()
    expect(page.locator("#network [data-drawn]")).to_be_attached()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    assert sum("dash_ag_grid.v" in each for each in asked) == 1
    assert [each for each in asked if each.startswith("part/")] == ["part/help?language=en"]
