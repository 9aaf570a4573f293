"""The book as a whole: every page of a snapshot, written where it changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.book import changes, home, names, organisations, pages, pictures, search, sources
from pipeline.book.archive import Archive, ReportRows, Row
from pipeline.book.places import Finder, Source
from pipeline.book.reports import Page, make_page, summary
from pipeline.book.writing import Shelf
from pipeline.staging import from_parquet, restore
from pipeline.storage import staged
from pipeline.storage.intake import Store
from pipeline.storage.snapshots import Snapshot

FOLDER = "book"


@dataclass(frozen=True, slots=True)
class Bound:
    """What came of making the book."""

    snapshot: int
    index: str
    reports: int
    files: int
    written: int
    removed: int
    undrawn: Sequence[str]


@dataclass(slots=True)
class _Gathered:
    """What pages about all reports are made of, report by report."""

    entries: list[home.Entry] = field(default_factory=list)
    said: list[organisations.Said] = field(default_factory=list)
    index: search.Index = field(default_factory=search.Index)
    names: list[list[str]] = field(default_factory=list)
    submissions: list[tuple[str, str]] = field(default_factory=list)
    commitments: int = 0


def bind(store: Store, snapshot: Snapshot) -> Bound:
    """Make the book of a snapshot below curated/, and return what was written."""
    archive, shelf = Archive(snapshot), Shelf(store.curated.child(FOLDER))
    shelf.open()
    documents = {s["document_id"]: s for s in archive.read_submissions()}
    sizes, undrawn = _pictures(store, shelf, documents)
    by_report: dict[str, list[Row]] = {}
    for submission in documents.values():
        by_report.setdefault(submission["report_id"] or "", []).append(submission)
    reports = {row["report_id"]: row for row in snapshot.arrow("reports").to_pylist()}
    files = {s["document_id"]: s["file_name"] for s in archive.submissions}
    gathered = _Gathered()
    for rows in archive.reports():
        own = {s["document_id"]: _source(store, s, sizes) for s in by_report.get(rows.report_id, ())}
        others = [r for i, r in sorted(reports.items()) if r["country_code"] == rows.report["country_code"] and i != rows.report_id]
        _put_report(shelf, rows, own, documents, others, files, gathered)
    _put_overviews(shelf, archive, gathered, documents, reports)
    removed = shelf.close()
    index = f"{store.curated.child(FOLDER).url}/index.html"
    return Bound(archive.number, index, len(reports), len(shelf.digests), shelf.written, removed, undrawn)


def _pictures(store: Store, shelf: Shelf, documents: Mapping[str, Row]) -> tuple[dict[str, pictures.Sizes], list[str]]:
    """Draw the PDFs that have no pictures yet; return the sizes of all pages, and the names of files that could not be drawn."""
    sizes: dict[str, pictures.Sizes] = {}
    waiting = []
    for document_id, submission in documents.items():
        if submission["format"] == "pdf":
            folder = names.source_folder(document_id)
            if shelf.keep(f"{folder}/pages.json"):
                sizes[document_id] = pictures.read_sizes(shelf.place.read(f"{folder}/pages.json"))
                kept = [shelf.keep(f"{folder}/page-{n}.webp") for n in range(1, len(sizes[document_id]) + 1)]
                if all(kept):
                    continue
            waiting.append(document_id)
    undrawn = []
    for document_id, drawn in pictures.draw_all([(i, _reader(store, documents[i])) for i in waiting]):
        folder = names.source_folder(document_id)
        sizes.pop(document_id, None)
        if drawn is None:
            undrawn.append(documents[document_id]["source_path"])
            continue
        sizes[document_id] = drawn.sizes
        for number, picture in enumerate(drawn.pages, 1):
            shelf.put(f"{folder}/page-{number}.webp", picture)
        shelf.put(f"{folder}/pages.json", pictures.write_sizes(drawn.sizes))
    return sizes, undrawn


def _reader(store: Store, submission: Row) -> pictures.Reader:
    """Return what reads a submission's bytes; None where the file isn't the one that was taken in."""
    return pictures.Reader(store.raw, submission["source_path"], submission["document_id"])


def _source(store: Store, submission: Row, sizes: Mapping[str, pictures.Sizes]) -> Source | None:
    found = staged.load(store.staged, submission["document_id"], submission["pipeline_version"])
    if found is None:
        return None
    try:
        document = restore(from_parquet(*found))
    except ValueError:
        return None
    return Source(document, submission["file_name"], sizes.get(submission["document_id"], ()))


def _put_report(
    shelf: Shelf,
    rows: ReportRows,
    own: Mapping[str, Source | None],
    documents: Mapping[str, Row],
    others: Sequence[Row],
    files: Mapping[str, str],
    gathered: _Gathered,
) -> None:
    lead = own.get(rows.report["document_id"])
    rendition = next((s for i, s in sorted(own.items()) if s and i != rows.report["document_id"] and s.sizes), None)
    finder = Finder(lead, rendition) if lead else None
    page = make_page(rows, finder, submission=documents.get(rows.report["document_id"]), others=others)
    name = names.report_page(rows.report_id)
    links = list(_put_changes(shelf, rows, page, files))
    values = {"facts": _facts(rows.report), "change_links": links, "not_understood": sum(u["reason"] == "not_understood" for u in rows["unmapped"])}
    first = lead.picture(1) if lead and lead.sizes else page.drawn
    shelf.put(name, pages.render("report.html", name, page=page, first_page=first, **values))
    for source in own.values():
        if source:
            twin = rendition.picture(1) if rendition and source is lead else None
            for file, content in sources.document_pages(source, rows.report_id, rows.report["language"], twin):
                shelf.put(file, content)
    facts = f"data/reports/{names.safe(rows.report_id)}.js"
    shelf.put(facts, search.put(f"report {rows.report_id}", summary(page)))
    gathered.entries.append(home.entry_of(page))
    gathered.said += organisations.said_on(page)
    gathered.index.add(search.entries_of(rows))
    gathered.names.append([rows.report_id, names.headline(rows.report), facts, rows.report["country"] or ""])
    gathered.submissions += [(file, f"{names.headline(rows.report)}: {label}") for file, label in links]
    gathered.commitments += len(rows["commitments"])


def _put_changes(shelf: Shelf, rows: ReportRows, page: Page, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for before, after, n in page.changes:
        name = names.changes_page(rows.report_id, before, after)
        labels = {"before": files.get(before, before[:12]), "after": files.get(after, after[:12])}
        found = changes.changed_rows(rows, before, after)
        shelf.put(name, pages.render("changes.html", name, report=rows.report, rows=found, n=n, **labels))
        yield name, f"{labels['before']} → {labels['after']}, {n} changes"


_FACTS = (
    ("action_plan", "Action plan"),
    ("period", "Period"),
    ("date_prepared", "Prepared"),
    ("language", "Language"),
    ("rating_scheme", "Rated by"),
    ("n_commitments", "Commitments"),
    ("n_milestones", "Milestones"),
    ("n_comments", "Comments"),
)


def _facts(report: Row) -> list[tuple[str, str]]:
    values = {**report, "date_prepared": report["date_prepared"] or report["date_prepared_text"]}
    return [(label, str(values[column])) for column, label in _FACTS if values[column] is not None]


def _put_overviews(shelf: Shelf, archive: Archive, gathered: _Gathered, documents: Mapping[str, Row], reports: Mapping[str, Row]) -> None:
    values = home.home_values(gathered.entries, gathered.commitments)
    shelf.put("index.html", pages.render("home.html", "index.html", snapshot=archive.number, **values))
    bodies = organisations.bodies_of(gathered.said)
    shelf.put("organisations.html", pages.render("organisations.html", "organisations.html", bodies=bodies))
    for body in bodies:
        name = names.organisation_page(body.name)
        shelf.put(name, pages.render("organisation.html", name, body=body))
    shelf.put("compare.html", pages.render("compare.html", "compare.html", submissions=gathered.submissions))
    shelf.put("search.html", pages.render("search.html", "search.html", kinds=search.KINDS))
    files = [(s, _drawn(s, shelf)) for s in sorted(archive.submissions, key=lambda s: s["source_path"])]
    values = {"files": files, "findings": archive.unplaced_findings, "known": set(reports)}
    shelf.put("documents.html", pages.render("documents.html", "documents.html", **values))
    for name, content in gathered.index.files():
        shelf.put(name, content)
    shelf.put("data/reports.js", search.put("reports", gathered.names))
    shelf.put("data/snapshot.js", search.put("snapshot", archive.number))
    for name, data in pages.assets().items():
        shelf.put(name, data)


def _drawn(submission: Row, shelf: Shelf) -> str | None:
    name = f"{names.source_folder(submission['document_id'])}/document.html"
    return name if name in shelf.digests else None
