"""Which submission leads follows from what the submissions are, never from the order they came in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations

import pytest

from pipeline.storage.ledger import Offer, Submission, Terms, due, editions, part_duplicates, read_ledger, settle, write_ledger
from pipeline.tables import Status

TERMS = Terms(version="1", options_id="", limits="60 s")


def submission(path, *, prepared=None, day=1, status=Status.CURRENT, document_id=None):
    return Submission(
        document_id=document_id or f"id-{path}",
        source_path=path,
        file_name=path.rsplit("/", 1)[-1],
        format=path.rsplit(".", 1)[-1],
        size_bytes=1,
        status=status,
        report_id="gha",
        received_at=datetime(2026, 1, day, tzinfo=UTC),
        processed_at=datetime(2026, 1, day, tzinfo=UTC),
        pipeline_version="1",
        date_prepared=prepared,
        mark="m",
        modified_at=datetime(2025, 1, 1, tzinfo=UTC),
        limits="60 s",
    )


def statuses(submissions, alike=None):
    return {s.source_path: s.status.value for s in settle(editions(submissions, alike or {}))}


DRAFT, FINAL = date(2023, 9, 15), date(2023, 10, 31)
CASES = {
    "the later date prepared leads, whenever it came": (
        [submission("v2.docx", prepared=FINAL, day=1), submission("v1.docx", prepared=DRAFT, day=2)],
        {"v2.docx": "current", "v1.docx": "superseded"},
    ),
    "of the same date, the one received later": (
        [submission("a.docx", prepared=DRAFT, day=1), submission("b.docx", prepared=DRAFT, day=2)],
        {"a.docx": "superseded", "b.docx": "current"},
    ),
    "a missing date: the one received later": (
        [submission("a.docx", prepared=FINAL, day=1), submission("b.docx", day=2)],
        {"a.docx": "superseded", "b.docx": "current"},
    ),
    "DOCX leads over the PDF of one submission": (
        [submission("v1/r.docx", prepared=DRAFT), submission("v1/r.pdf", prepared=DRAFT, day=2)],
        {"v1/r.docx": "current", "v1/r.pdf": "rendition"},
    ),
    "a PDF of the final version leads over the draft's DOCX": (
        [submission("v1/r.docx", prepared=DRAFT, day=2), submission("v1/r.pdf", prepared=DRAFT), submission("v2/r.pdf", prepared=FINAL)],
        {"v1/r.docx": "superseded", "v1/r.pdf": "rendition", "v2/r.pdf": "current"},
    ),
    "a PDF of another name and other content is a submission of its own": (
        [submission("a.docx", prepared=DRAFT, day=1), submission("b.pdf", prepared=DRAFT, day=2)],
        {"a.docx": "superseded", "b.pdf": "current"},
    ),
    "a circle of dates and arrivals has one answer": (
        [submission("a.docx", prepared=FINAL, day=1), submission("b.docx", day=2), submission("c.docx", prepared=DRAFT, day=3)],
        {"a.docx": "superseded", "b.docx": "current", "c.docx": "superseded"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_same_submissions_settle_the_same_in_any_order(case):
    submissions, expected = CASES[case]

    assert all(statuses(order) == expected for order in permutations(submissions))


def test_a_pdf_of_another_name_with_the_same_content_is_a_rendition():
    docx, pdf = submission("a.docx", prepared=DRAFT), submission("b.pdf", prepared=DRAFT, day=2)

    assert statuses([docx, pdf], {(docx.document_id, pdf.document_id): 0.95}) == {"a.docx": "current", "b.pdf": "rendition"}


def test_the_same_bytes_under_another_name_are_a_duplicate_of_the_first():
    first, copy = submission("a.docx", document_id="x"), submission("b.docx", day=2, document_id="x")

    firsts, others = part_duplicates([copy, first])

    assert [s.source_path for s in firsts] == ["a.docx"]
    assert [(s.source_path, s.status, s.status_reason) for s in others] == [("b.docx", Status.DUPLICATE, "duplicate: the same bytes as a.docx.")]


def test_the_ledger_survives_its_tables():
    rows = [submission("a.docx", prepared=DRAFT), submission("b.pdf", status=Status.QUARANTINED)]

    _, ledger = write_ledger(rows)

    assert list(read_ledger(ledger).values()) == rows


def offered(path="a.docx", mark="m", sidecar_mark=None):
    return Offer(source_path=path, size=1, mark=mark, modified_at=datetime(2025, 1, 1, tzinfo=UTC), sidecar_mark=sidecar_mark)


@pytest.mark.parametrize(
    ("offer", "known", "terms", "is_due"),
    [
        (offered(), submission("a.docx"), TERMS, False),
        (offered("new.docx"), submission("a.docx"), TERMS, True),
        (offered(mark="changed"), submission("a.docx"), TERMS, True),
        (offered(sidecar_mark="new"), submission("a.docx"), TERMS, True),
        (offered(), submission("a.docx"), replace(TERMS, version="2"), True),
        (offered(), submission("a.docx"), replace(TERMS, options_id="own words"), True),
        (offered(), submission("a.docx"), replace(TERMS, limits="90 s"), False),
        (offered(), submission("a.docx", status=Status.QUARANTINED), TERMS, False),
        (offered(), submission("a.docx", status=Status.QUARANTINED), replace(TERMS, limits="90 s"), True),
        (offered(), submission("a.docx", status=Status.QUARANTINED), replace(TERMS, retry=True), True),
        (offered(), submission("a.docx", status=Status.WITHDRAWN), replace(TERMS, version="2", retry=True), False),
    ],
)
def test_a_document_is_due_when_it_or_its_terms_changed(offer, known, terms, is_due):
    assert bool(due([offer], [known], terms)) is is_due
