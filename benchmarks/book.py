"""The book of 1,000 reports: how long it takes to make, and how heavy and how fast its first page is.

    python -m benchmarks.book [REPORTS]

Puts made-up rows into a snapshot (12 commitments of 4 milestones a report), makes the book, makes it again without a change,
and opens the first page from disk in Chromium.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pipeline.book.bookbinding import bind
from pipeline.storage.intake import open_store
from pipeline.storage.snapshots import newest
from tests.book.archives import archive, put
from tests.book.browser import find_chromium, launched

REPORTS = 1000
_OPENED = """() => { const [n] = performance.getEntriesByType('navigation');
  return [n.domContentLoadedEventEnd, n.loadEventEnd, performance.getEntriesByName('first-contentful-paint')[0].startTime]; }"""


def main(reports: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(folder)
        put(store.curated, archive(reports, commitments=12, milestones=4))
        for what in ("from nothing", "without a change"):
            start = time.perf_counter()
            bound = bind(store, newest(store.curated))
            print(f"{reports} reports, {what}: {time.perf_counter() - start:.1f} s, {bound.files} files, {bound.written} written")
        book = Path(folder, "curated", "book")
        print(f"the whole book: {sum(f.stat().st_size for f in book.rglob('*') if f.is_file()) / 1e6:.0f} MB")
        if find_chromium():
            _open(book)


def _open(book: Path) -> None:
    with launched() as browser:
        for _ in range(3):
            page = browser.new_page()
            loaded: list[str] = []
            page.on("request", lambda request, loaded=loaded: loaded.append(request.url))
            start = time.perf_counter()
            meter = page.context.new_cdp_session(page)
            meter.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(f"{(book / 'index.html').as_uri()}")
            page.evaluate("() => new Promise(r => requestAnimationFrame(() => setTimeout(r)))")
            wall = time.perf_counter() - start
            ready, load, paint = page.evaluate(_OPENED)
            busy = {m["name"]: m["value"] for m in meter.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
            weight = sum(Path(url.removeprefix("file://")).stat().st_size for url in loaded)
            print(f"first page: {wall:.2f} s to interactive (target 2), {busy:.2f} s of CPU; {weight / 1e6:.2f} MB in {len(loaded)} files (target 3)")
            print(f"  paint {paint:.0f} ms, DOM {ready:.0f} ms, load {load:.0f} ms")
            start = time.perf_counter()
            page.select_option("select[name=country]", "Kenya")
            page.evaluate("() => new Promise(r => requestAnimationFrame(() => setTimeout(r)))")
            print(f"  a filter: {(time.perf_counter() - start) * 1000:.0f} ms; {page.inner_text('#shown')}")
            page.goto(f"{(book / 'search.html').as_uri()}?q=register+2022")
            page.wait_for_selector("#hits li")
            print(f"  a search: {page.inner_text('#found')}")
            page.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS)
