"""Very many events: the table reaches and sorts them all, and lists of filters find what they do not show."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from dashboard.app import create_app, drawing
from dashboard.app.facets import LISTED, Option, listed
from dashboard.app.state import ViewState, state_from_url
from dashboard.app.table import BLOCK, block
from dashboard.app.workspace import Workspace
from dashboard.model import Place, Timeline
from tests.app.conftest import Served
from tests.app.test_access import violations
from tests.timeline.cases import random_timeline

LOCAL = {"Host": "127.0.0.1"}


def many(count: int = 3 * BLOCK + 50) -> Timeline:
    """More events than the grid asks for at once, at more places than a list shows."""
    timeline = random_timeline(5, count)
    places = [Place(f"t{at}", {"en": f"Town {at}"}) for at in range(LISTED + 30)]
    events = tuple(
        replace(each, titles={"en": f"Event {at:04}"}, place=places[at % len(places)])
        for at, each in enumerate(timeline.events)
    )
    return replace(timeline, events=events)


def asked(first: int, last: int, **sorts: str) -> dict[str, object]:
    return {
        "startRow": first, "endRow": last,
        "sortModel": [{"colId": name, "sort": way} for name, way in sorts.items()],
    }  # fmt: skip


def titles(timeline: Timeline, *which: int, search: str = "", **sorts: str) -> list[str]:
    found = block(timeline, state_from_url(search), asked(*which, **sorts), "en")
    return [each["title"] for each in found["rowData"]]


def test_blocks_of_rows_are_the_whole_table_in_time_order() -> None:
    timeline = many()
    size = len(timeline.events)
    found = [title for at in range(0, size, BLOCK) for title in titles(timeline, at, at + BLOCK)]
    assert found == [each.title("en") for each in timeline.events]
    assert block(timeline, ViewState(), asked(0, BLOCK), "en")["rowCount"] == size


def test_rows_are_sorted_over_all_blocks_and_by_several_columns() -> None:
    timeline = many()
    events = {each.title("en"): each for each in timeline.events}
    assert titles(timeline, 0, 2, title="desc") == ["Event 0649", "Event 0648"]
    shares = [events[each].confidence for each in titles(timeline, 0, 650, confidence="desc")]
    assert shares == sorted(shares, reverse=True)
    both = [events[each] for each in titles(timeline, 0, 650, status="asc", title="desc")]
    said = [(each.status.value, each.title("en")) for each in both]
    assert [status for status, _ in said] == sorted(status for status, _ in said)
    first = [title for status, title in said if status == said[0][0]]
    assert first == sorted(first, reverse=True)


def test_what_is_alike_stays_in_time_order_and_a_strange_column_sorts_nothing() -> None:
    timeline = many()
    everything = [each.title("en") for each in timeline.events]
    assert titles(timeline, 0, 650, review="desc") == everything
    assert titles(timeline, 0, 650, nonsense="asc") == everything


def test_a_filtered_table_holds_what_passes() -> None:
    timeline = many()
    found = titles(timeline, 0, 650, search="?place=t3", title="asc")
    assert found == [each.title("en") for each in timeline.events if each.place.id == "t3"]


def test_rows_are_answered_to_the_grid_and_nonsense_is_refused() -> None:
    client = create_app(many()).server.test_client()
    found = client.get("/rows?search=%3Fplace%3Dt3&first=0&last=2&sort=title:desc&language=fr", headers=LOCAL)
    assert found.get_json()["rowCount"] == len([each for each in many().events if each.place.id == "t3"])
    first, second = (each["title"] for each in found.get_json()["rowData"])
    assert first > second
    for asked in ("first=a&last=2", "first=-1&last=2", "first=0&last=999999", "last=3"):
        assert client.get(f"/rows?{asked}", headers=LOCAL).status_code == 400


def names(list_: dict) -> list[str]:
    return [each["value"] for each in list_["options"]]


def test_a_list_is_searched_and_sorted_before_it_is_cut() -> None:
    choices = [Option(f"v{at}", f"Town {900 - at}", 1) for at in range(LISTED + 100)]
    assert "v150" not in names(listed(choices, (), "en"))
    assert names(listed(choices, (), "en", find="TOWN 750")) == ["v150"]
    assert names(listed(choices, (), "en", by_name=True))[0] == f"v{LISTED + 99}"
    assert "v150" in names(listed(choices, ("v150",), "en"))
    none = listed(choices, (), "en", find="Atlantis")
    assert (none["options"], none["note"]) == ([], "Nothing in this list is called so.")


def test_what_was_just_taken_out_of_a_filter_stays_in_its_long_list() -> None:
    workspace = Workspace.over(many())
    last = drawing.scene(workspace, "", "en").choices["places"][-1].value
    chosen, before = (drawing.scene(workspace, search, "en") for search in (f"?place={last}", ""))

    def places(now: drawing.Scene, then: drawing.Scene) -> list[str]:
        return names(drawing.listed(now, then)["lists"]["places"])

    assert last in places(chosen, before)
    assert last in places(before, chosen)
    assert last not in places(before, before)


@pytest.fixture(scope="module")
def served_many() -> Iterator[Served]:
    with closing(Served(many())) as running:
        yield running


@pytest.mark.browser
def test_every_row_is_reached_by_keyboard_and_follows_the_filters(page: Page, served_many: Served) -> None:
    page.goto(served_many.url + "?tab=table")
    grid = page.locator("#table [aria-rowcount]").first
    page.get_by_role("gridcell", name="Event 0000").click()
    expect(page.locator("#evidence-heading")).to_have_text("Event 0000")
    expect(page.get_by_role("row", selected=True)).to_contain_text("Event 0000")
    page.keyboard.press("Control+ArrowDown")
    expect(page.get_by_role("gridcell", name="Event 0649")).to_be_visible()
    expect(grid).to_have_attribute("aria-rowcount", "651")  # with the header
    assert violations(page) == []
    page.get_by_role("gridcell", name="Event 0648").click()
    expect(page.locator("#evidence-heading")).to_have_text("Event 0648")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#evidence-heading")).to_have_text("Event 0649")
    page.locator(".facet[data-facet=place] summary").click()
    page.locator("#places-find").fill("town 88")
    page.locator("#places-options").get_by_role("checkbox", name="Town 88").check()
    expect(page.locator("#count")).to_have_text("7 of 650 events")
    expect(grid).to_have_attribute("aria-rowcount", "8")
    expect(page.get_by_role("gridcell", name="Event 0088")).to_be_visible()


@pytest.mark.browser
def test_the_table_opens_at_the_selected_event_however_late(page: Page, served_many: Served) -> None:
    late = next(each for each in many().events if each.title("en") == "Event 0500")
    page.goto(f"{served_many.url}?tab=table&event={late.id}")
    expect(page.get_by_role("row", selected=True)).to_contain_text("Event 0500")
