"""How answers travel: compressed, kept where their address names a version, the chart's library small."""

import gzip
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from dashboard.app import chart, create_app, theme
from dashboard.app.delivery import CHART_LIBRARY
from dashboard.app.state import LANES, state_from_url
from dashboard.app.views import VIEWS
from dashboard.resources import assets_path
from tests.affair import affair

GZIP = {"Host": "localhost", "Accept-Encoding": "gzip, deflate"}
PLAIN = {"Host": "localhost"}


@pytest.fixture(scope="module")
def client() -> Iterator[FlaskClient]:
    with create_app(affair()).server.test_client() as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/_dash-dependencies", "/assets/layout.css", "/theme.css"])
def test_text_travels_compressed_and_arrives_whole(client: FlaskClient, path: str) -> None:
    with client.get(path, headers=PLAIN) as plain, client.get(path, headers=GZIP) as packed:
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert "Accept-Encoding" in plain.headers["Vary"]
        assert packed.content_length < len(plain.data) / 2
        if path != "/":  # the document names a new token each time
            assert gzip.decompress(packed.data) == plain.data


def test_what_is_compressed_already_is_left_alone(client: FlaskClient) -> None:
    with client.get("/assets/fonts/inter.woff2", headers=GZIP) as answer:
        assert "Content-Encoding" not in answer.headers


def test_a_compressed_file_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    with client.get("/assets/layout.css", headers=GZIP) as answer:
        tag = answer.headers["ETag"]
    with client.get("/assets/layout.css", headers=GZIP | {"If-None-Match": tag}) as again:
        assert again.status_code == 304
        assert again.data == b""


def test_an_address_that_names_a_version_is_kept_and_no_other(client: FlaskClient) -> None:
    for font in theme.fonts():
        with client.get(font["url"], headers=GZIP) as answer:
            assert "immutable" in answer.headers["Cache-Control"]
    for path in ("/assets/layout.css", "/?m=1", "/revision?m=1"):
        with client.get(path, headers=GZIP) as answer:
            assert "immutable" not in answer.headers["Cache-Control"]


def test_dash_finds_the_small_edition_of_the_chart_s_library(client: FlaskClient) -> None:
    address = "/_dash-component-suites/plotly/package_data/plotly.min.js"
    with client.get("/", headers=PLAIN) as page, client.get(address, headers=PLAIN) as library:
        assert f'src="{address}"' in page.text
        assert library.data == (assets_path() / CHART_LIBRARY).read_bytes()
        assert library.mimetype.endswith("javascript")


@pytest.mark.parametrize("search", [*(f"?tab={view}" for view in VIEWS), *(f"?lanes={by}" for by in LANES)])
def test_every_figure_is_made_of_what_the_small_edition_draws(search: str) -> None:
    state = state_from_url(search)
    drawn = chart.draw(affair(), affair(), state, "en", width=900, dark=False)
    figures = [drawn.figure, drawn.overview, drawn.view]
    kinds = {trace["type"] for figure in figures for trace in figure.get("data", ())}
    assert kinds == {"scatter"}
