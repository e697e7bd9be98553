"""Draws the pictures of the README from the bundled articles. Run by ``make screenshots``."""

from playwright.sync_api import Page
from running import DRAWN, PICTURES, browser, dashboard

_LARGE = {"width": 1440, "height": 960}
_PHONE = {"width": 390, "height": 844}


def main() -> None:
    """Nothing; the pictures are in ``docs/screenshots``."""
    PICTURES.mkdir(exist_ok=True)
    with dashboard() as address, browser() as chromium:
        for name, search, viewport, select in (
            ("timeline-light", "?lang=en&theme=light", _LARGE, False),
            ("timeline-dark", "?lang=fr&theme=dark", _LARGE, False),
            ("evidence", "?lang=en&theme=light", _LARGE, True),
            ("phone", "?lang=en&theme=light", _PHONE, False),
        ):
            page = chromium.new_page(viewport=viewport, device_scale_factor=2 if viewport is _PHONE else 1)
            page.add_init_script("localStorage.setItem('detente-tour', 'yes')")  # no newcomer
            page.goto(address + search)
            page.locator(DRAWN).wait_for(state="attached")
            if select:
                _select(page, "phone call")
            page.wait_for_timeout(1000)  # transitions come to rest
            page.screenshot(path=PICTURES / f"{name}.png")
            print(f"docs/screenshots/{name}.png")
            page.close()


def _select(page: Page, words: str) -> None:
    """The event whose label has these words is selected, and its evidence open."""
    page.locator("#chart .annotation-text-g", has_text=words).click()
    page.locator("#evidence-heading", has_text=words).wait_for()


if __name__ == "__main__":
    main()
