"""A book of real documents and one of hostile rows, made once; a browser that records what it asks for."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from pipeline.batch import Options, run
from pipeline.book.bookbinding import Bound, bind
from pipeline.executors.pool import Limits
from pipeline.storage.intake import Store, open_store
from pipeline.storage.snapshots import newest
from tests.book.archives import HOSTILE, archive, put
from tests.book.browser import find_chromium, launched

REPORTS = Path(__file__).parent.parent / "reports"
DOCUMENTS = {
    "costa-rica.docx": "costa-rica-shapes/report.docx",
    "costa-rica.pdf": "costa-rica-shapes/report.pdf",
    "philippines.pdf": "philippines-faults/report.pdf",
    "ivory-coast.docx": "ivory-coast-replies/report.docx",
    "morocco.docx": "morocco-right-to-left/report.docx",
    "bulgaria.docx": "bulgaria-percent/report.docx",
    "prose.docx": "denied-prose-only/report.docx",
}


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Bound]:
    """The book of documents that the pipeline read: DOCX with and without its PDF, PDF alone, one in quarantine."""
    folder = tmp_path_factory.mktemp("real")
    (folder / "raw").mkdir()
    for name, source in DOCUMENTS.items():
        shutil.copy(REPORTS / source, folder / "raw" / name)
    store = open_store(str(folder))
    run(store, (), Options(limits=Limits(timeout=600)))
    return store, bind(store, newest(store.curated))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A book whose every text is markup, script and a strange address."""
    store = open_store(str(tmp_path_factory.mktemp("hostile")))
    put(store.curated, archive(30, text=HOSTILE))
    bind(store, newest(store.curated))
    return store


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests that need it say so."""
    if not find_chromium():
        pytest.skip("no Chromium on this machine: install the package chromium, or run `playwright install chromium`")
    with launched() as found:
        yield found


Open = Callable[..., Page]

LEFT_EARLY = "net::ERR_ABORTED"  # the reader went on to another page before the icon had come; a file that is missing says ERR_FILE_NOT_FOUND


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a page of a store's book from disk; what it asks for elsewhere, and every complaint, fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def open_(store: Store, name: str, *, width: int = 1280, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", java_script_enabled=script)
        contexts.append(context)
        context.set_default_timeout(60_000)
        book = Path(store.curated.url, "book").as_uri()

        def judge(url: str) -> None:
            if not url.startswith(book):
                complaints.append(f"asked for {url}")

        def failed(request: Request) -> None:
            if request.failure != LEFT_EARLY:
                complaints.append(f"failed: {request.url} ({request.failure})")

        page = context.new_page()
        page.on("request", lambda request: judge(request.url))
        page.on("requestfailed", failed)
        page.on("console", lambda message: complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.goto(f"{book}/{name}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
