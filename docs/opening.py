"""How long a page takes to open and what it weighs, as the browser itself counts. For the benches beside."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# notes on <html> the milliseconds since the request for the page, in the frame after READY first holds
_NOTED = """() => {
  const check = () => {
    if (!(READY)) return void requestAnimationFrame(check);
    requestAnimationFrame(() => (document.documentElement.dataset.after = performance.now()));
  };
  requestAnimationFrame(check);
}"""
OURS = 'document.querySelector("#chart [data-drawn]")'
_SETTLED = 1_000  # milliseconds in which what is fetched after the drawing still counts


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from the request to the drawn page, bytes over the wire, and in how many requests."""

    drawn: float
    weight: int
    requests: int


def opened(page: Page, address: str, ready: str = OURS) -> Opening:
    """The opening of an address; ``ready`` is the JavaScript that holds once the page is drawn."""
    weight, requests = 0, 0

    def arrived(answer: dict[str, Any]) -> None:
        nonlocal weight, requests
        weight += int(answer["encodedDataLength"])
        requests += answer["encodedDataLength"] > 0  # nothing travels for what the browser has kept

    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", arrived)
    page.goto("about:blank")
    weight = requests = 0
    page.add_init_script(f"({_NOTED.replace('READY', ready)})()")
    page.goto(address, wait_until="commit")
    done = page.locator("html[data-after]")
    done.wait_for(state="attached")
    page.wait_for_timeout(_SETTLED)
    devtools.detach()
    return Opening(float(str(done.get_attribute("data-after"))) / 1000, weight, requests)
