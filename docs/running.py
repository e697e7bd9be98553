"""A dashboard of the installed ``detente`` command and a browser to look at it, for the scripts beside."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

DRAWN = "#chart [data-drawn]"


@contextmanager
def dashboard(*articles: str) -> Iterator[str]:
    """The address of a dashboard on these articles, or on the bundled ones."""
    command = [sys.executable, "-m", "dashboard", "serve", *articles, "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = re.search(r"http://\S+", process.stdout.readline())
        try:
            if address is None:
                sys.exit("The dashboard did not start.")
            yield address[0]
        finally:
            process.terminate()


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chrome or Chromium that DETENTE_CHROMIUM names (the Makefile finds one)."""
    # root may not use the sandbox, and containers are often run as root
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=os.environ.get("DETENTE_CHROMIUM") or None,
            args=["--no-sandbox"] if is_root else [],
        )
        yield opened
        opened.close()


PICTURES = Path(__file__).parent / "screenshots"
