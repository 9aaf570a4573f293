"""A sidecar states what a document can't, mends a misprint, and every value so changed says so."""

import pytest

from pipeline.curation.curate import CurateOptions, curate
from pipeline.curation.sidecar import read_sidecar
from pipeline.errors import SidecarError
from tests.build import document, grid

REPORT = document(grid(["Milestone", "Status", "Next steps"], ["1. Publish teh budget", "Completed", ""], ["2. Film", "Limited", "Go on."]))
MEND = {"table": 0, "row": 1, "column": 0, "old": "teh", "new": "the", "reason": "a misprint"}


def curated(said):
    return curate(REPORT, CurateOptions(sidecar=read_sidecar("report.docx.toml", said))).tables


def test_stated_facts_are_taken_and_marked():
    row = curated(
        {"report": {"country": "Ghana", "country_code": "GHA", "period_start_year": 2021, "period_end_year": 2023, "report_kind": "midterm"}}
    )["reports"][0]

    assert (row["report_id"], row["country"], row["report_kind"]) == ("gha-2021-2023-midterm", "Ghana", "midterm")
    assert {"country", "country_code", "report_kind", "period_start_year"} <= set(row["corrected"])


def test_a_mended_cell_marks_its_value_and_no_other_row():
    rows = curated({"mend": [MEND]})["milestones"]

    assert [(m["title"], m["corrected"]) for m in rows] == [("Publish the budget", ("title",)), ("Film", ())]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"mend": [{**MEND, "old": "gone"}]}, "no longer says"),
        ({"mend": [{**MEND, "row": 9}]}, "no cell"),
        ({"mend": [{"row": 1}]}, "needs table, row, column"),
        ({"report": {"capital": "Accra"}}, "knows no capital"),
        ({"report": {"report_kind": "weekly"}}, "must be one of"),
        ({"note": "x"}, "has no use for note"),
    ],
)
def test_what_cannot_be_applied_is_an_error_that_says_why(said, words):
    with pytest.raises(SidecarError, match=words):
        curated(said)
