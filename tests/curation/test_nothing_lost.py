"""Every non-blank cell and paragraph of a document ends in a curated place or in `unmapped`, and in one only."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from pipeline.curation.curate import curate
from pipeline.curation.frames import unframe
from pipeline.curation.grids import non_blank
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import load_words
from pipeline.errors import DocumentError
from pipeline.model import BlockKind, Document
from pipeline.readers import read_document
from pipeline.tables import Report
from pipeline.vocabulary import phrases
from tests.build import document, grid, heading

HERE = Path(__file__).parents[1]
SHARED = HERE.parents[1] / "shared" / "cases"
FILES = [*sorted((HERE / "reports").rglob("report.docx")), *sorted((HERE / "reports").rglob("report.pdf")), *sorted(SHARED.rglob("report.*"))]
UNTOLD = ("report_id", "document_id", "section", "heading", "where")
DERIVED = ("claims", "ratings")  # tables whose text stands in another table as well


def parted(text):
    """Words, elided articles apart: "l’université"."""
    return fold(re.sub(r"\b(\w{1,4})['’]", r"\1 ", text)).split()


def words_of(row):
    return {w for k, v in row.items() if k not in UNTOLD for s in (v if isinstance(v, tuple) else (v,)) if isinstance(s, str) for w in parted(s)}


def known_words(report: Report) -> set[str]:
    """Words that tell what a text is rather than being it: labels and status words of the vocabulary, signs of ticks."""
    words = load_words((str(report.tables["reports"][0]["language"] or "en"),))
    whole = phrases("comments", (*words.languages, "en")).get("whole_report", ())
    return {w for phrase in (*words.headings.exact, *words.ratings.exact, *whole) for w in parted(phrase)} | {"x", "х", "v", "s"}


def without_answers_labels(text: str, answers: set[str]) -> str:
    """Drop the label before an answer, which the answer stands without: "Secretariat's response: …"."""
    lines = [line.partition(":") for line in text.split("\n")]
    return "\n".join(rest if " ".join(parted(rest)) in answers else f"{before} {rest}" for before, _, rest in lines)


def lost(printed: Document, report: Report) -> list[str]:
    by_row: dict[tuple[object, object], set[str]] = defaultdict(set)
    everywhere: set[str] = set()
    for rows in report.tables.values():
        for row in rows:
            by_row[row.get("source_table"), row.get("source_row")] |= words_of(row)
            everywhere |= words_of(row)
    everywhere |= known_words(report) | {w.rstrip("%") + "%" for w in everywhere}
    answers = {" ".join(parted(line)) for c in report.tables["comments"] if c["response"] for line in str(c["response"]).split("\n")}
    found = []
    for _, cell in non_blank(printed):
        told = without_answers_labels(cell.text, answers)
        found += [f"{cell.text[:60]!r}: {w}" for w in parted(told) if w not in everywhere and not w.rstrip("%").isdigit()]
    for block in printed.blocks:
        if block.kind is not BlockKind.TABLE:
            found += [f"{block.text[:60]!r}: {w}" for w in parted(without_answers_labels(block.text, answers)) if w not in everywhere]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}{p.suffix}")
def test_no_word_of_a_report_is_lost(path):
    printed = read_document(path.read_bytes(), path.name)
    try:
        report = curate(printed)
    except DocumentError:
        pytest.skip("refused as a whole: its bytes stay in raw/")

    assert lost(printed, report) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}{p.suffix}")
def test_no_paragraph_stands_in_two_places(path):
    printed = read_document(path.read_bytes(), path.name)
    try:
        report = curate(printed)
    except DocumentError:
        pytest.skip("refused as a whole: its bytes stay in raw/")

    printed = unframe(printed)
    prose = Counter(str(n["text"]) for n in report.tables["narrative"])
    repeated = Counter(b.text for b in printed.blocks)
    unmapped = {str(u["text"]) for u in report.tables["unmapped"] if u["source_table"] is None}
    assert {t for t, n in prose.items() if n > repeated[t]} == set()
    assert {t for t in unmapped if t in prose and prose[t] + 1 > repeated[t]} == set()


def test_a_cell_that_nothing_understands_is_kept_as_not_understood():
    printed = document(grid(["Milestone", "Status"], ["1. Publish", "Completed"], ["Contact information"]), "Prose.")

    report = curate(printed)

    assert [(u["text"], u["reason"]) for u in report.tables["unmapped"] if u["reason"] != "heading"] == [("Contact information", "not_understood")]


def test_the_check_itself_notices_a_loss():
    printed = document(heading("Results"), grid(["Milestone", "Status"], ["1. Publish the zebra catalogue", "Completed"]))
    report = curate(printed)
    blanked = Report(report_id=report.report_id, layout=report.layout, tables={**report.tables, "milestones": ()})

    assert lost(printed, report) == []
    assert any("zebra" in entry for entry in lost(printed, blanked))
