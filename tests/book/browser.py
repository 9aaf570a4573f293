"""A real browser for the book's tests: Chromium as the machine has it, cut off from every network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def find_chromium() -> str | None:
    """Return where Chromium lies, if the machine has one: its own, or playwright's."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return next((found for name in _NAMES if (found := shutil.which(name))), own if Path(own).exists() else None)


@contextmanager
def launched() -> Iterator[Browser]:
    """Run Chromium without a window."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGS)
        yield browser
        browser.close()
