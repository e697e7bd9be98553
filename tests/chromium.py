"""Where Chrome or Chromium is on this machine; ``--install`` gets one if there is none.

Run by the Makefile, which hands the path on in DETENTE_CHROMIUM; browser tests open theirs with ``opened``.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_SHELL = "chromium-headless-shell"
_PATIENCE = 60_000  # milliseconds: to wait for a state costs nothing where it comes at once
_SEASONED = """localStorage.setItem("detente-tour", "yes");
(window.detente = window.detente || {}).newsStays = 3600000;"""
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> str | None:
    """The browser's path: DETENTE_CHROMIUM, then the usual commands, then Playwright's own."""
    given = os.environ.get("DETENTE_CHROMIUM")
    if given and shutil.which(given):
        return given
    for name in (*_NAMES, *_MAC):
        if path := shutil.which(name):
            return path
    return _playwright_s()


def quickest() -> str | None:
    """The path of Chromium without a window, which draws the same in half the time; else ``find``'s."""
    return shutil.which(_SHELL) or find()


@contextmanager
def opened() -> Iterator["Browser | None"]:
    """A browser whose pages wait long for what is expected of them; None where none is installed.

    Its pages are those of somebody who has seen the tour, and who reads what was done at leisure.
    """
    from playwright.sync_api import expect, sync_playwright

    path = quickest()
    if path is None:
        yield None
        return
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        plain = browser.new_context

        def seasoned(**options: Any) -> "BrowserContext":
            context = plain(**options)
            context.set_default_timeout(_PATIENCE)
            context.add_init_script(_SEASONED)
            return context

        browser.new_context = seasoned
        yield browser
        browser.close()


def _playwright_s() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> None:
    """Nothing, once a browser is there: Debian's two as root on Debian, else Playwright's."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and Path("/etc/debian_version").is_file() and shutil.which("apt-get"):
        print("Installing Chromium for the tests...", file=sys.stderr)
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium", _SHELL]):
            _quietly("apt-get", *command)
    if find() is None:
        print("Installing Playwright's Chromium for the tests...", file=sys.stderr)
        _quietly(sys.executable, "-m", "playwright", "install", "chromium")


def _quietly(*command: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)


def main() -> int:
    """0 with the path printed, or 2 with one sentence."""
    if "--install" in sys.argv and (find() is None or shutil.which(_SHELL) is None):
        install()
    found = find()
    if found is None:
        print("No Chrome or Chromium is here: install one, or name it in DETENTE_CHROMIUM.", file=sys.stderr)
        return 2
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
