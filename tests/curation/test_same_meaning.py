"""What a reader would call the same report curates to the same rows: shuffled, retitled, split, spaced out."""

import random

import pytest

from pipeline.curation.curate import curate
from pipeline.model import Cell, Document, Grid
from tests.build import cell, document, grid, heading

HEADINGS = ["No.", "Milestone", "Assessment of progress", "Evidence supporting the assessment", "Reasons for the assessment", "Next steps"]
SYNONYMS = {
    "No.": ["#", "Ref.", "Milestone number"],
    "Milestone": ["Activity", "Deliverable", "Milestone description"],
    "Assessment of progress": ["Status", "RAG rating", "Level of completion", "Progress assesment"],
    "Evidence supporting the assessment": ["Evidence", "Description of the results", "What was achieved"],
    "Reasons for the assessment": ["Justification", "Reasons", "Challenges"],
    "Next steps": ["Way forward", "Follow-up actions", "Next step"],
}
ROWS = [
    ["Commitment 1: Open budgets"],
    ["1", "Publish the yearly budget", ("", "00B050"), "The budget was published on 5 May 2023.", "Done on time.", "Publish the next one."],
    [
        "2",
        "Explain the budget",
        ("", "FFC000"),
        "A draft brochure exists.\nCivic Budget Network NGO (Aug 28, 2023):\nIt is not printed.",
        "Late funds.",
        "Print it.",
    ],
    ["Commitment 2: Open courts"],
    ["3", "Film the hearings", ("", "FF0000"), "No camera was bought.", "No bidder.", ""],
]
VALUES = ("milestone_number", "title", "rating", "rating_fill", "evidence", "reasons", "next_steps", "commitment_id")


def meaning(printed: Document):
    tables = curate(printed).tables
    return (
        [tuple(m[c] for c in VALUES) for m in tables["milestones"]],
        [(c["commitment_number"], c["title"]) for c in tables["commitments"]],
        [(c["organisation"], c["text"], c["milestone_id"]) for c in tables["comments"]],
    )


def arranged(order, headings=HEADINGS, rows=ROWS):
    return grid([headings[n] for n in order], *[[row[n] for n in order] if len(row) > 1 else row for row in rows])


AS_PRINTED = meaning(document(arranged(range(6))))


def test_the_plain_report_is_read():
    milestones, commitments, comments = AS_PRINTED

    assert [m[2] for m in milestones] == ["green", "amber", "red"]
    assert [t for _, t in commitments] == ["Open budgets", "Open courts"]
    assert len(comments) == 1


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_columns_does_not_matter(seed):
    order = list(range(6))
    random.Random(seed).shuffle(order)

    assert meaning(document(arranged(order))) == AS_PRINTED


@pytest.mark.parametrize("seed", range(12))
def test_other_words_for_the_headings_do_not_matter(seed):
    choose = random.Random(seed)

    assert meaning(document(arranged(range(6), [choose.choice(SYNONYMS[h]) for h in HEADINGS]))) == AS_PRINTED


@pytest.mark.parametrize("at", range(7))
def test_a_blank_column_does_not_matter(at):
    wide = [[*row[:at], "", *row[at:]] if len(row) > 1 else row for row in [HEADINGS, *ROWS]]

    assert meaning(document(grid(*wide))) == AS_PRINTED


@pytest.mark.parametrize("at", range(1, 6))
def test_a_blank_row_does_not_matter(at):
    rows = [*ROWS[: at - 1], ["", "", "", "", "", ""], *ROWS[at - 1 :]]

    assert meaning(document(arranged(range(6), rows=rows))) == AS_PRINTED


@pytest.mark.parametrize("at", [1, 2, 4])
def test_a_table_split_in_two_with_its_heading_again_does_not_matter(at):
    parts = (arranged(range(6), rows=ROWS[:at]), arranged(range(6), rows=ROWS[at:]))

    assert meaning(document(*[p for p in parts if p.n_rows > 1])) == AS_PRINTED


@pytest.mark.parametrize("at", [2, 3])
def test_a_table_split_in_two_without_its_heading_does_not_matter(at):
    rest = grid(*ROWS[at:], columns=6)

    assert meaning(document(arranged(range(6), rows=ROWS[:at]), rest)) == AS_PRINTED


def test_a_heading_repeated_amid_the_rows_does_not_matter():
    table = grid(HEADINGS, *ROWS[:2], HEADINGS, *ROWS[2:])

    assert meaning(document(table)) == AS_PRINTED


def test_commitments_as_headings_or_as_a_column_mean_what_bands_mean():
    split = document(heading("Commitment 1: Open budgets"), grid(HEADINGS, *ROWS[1:3]), heading("Commitment 2: Open courts"), grid(HEADINGS, ROWS[4]))
    column = grid(
        ["Commitment", *HEADINGS],
        [cell("1. Open budgets", rows=2), *ROWS[1]],
        [None, *ROWS[2]],
        ["2. Open courts", *ROWS[4]],
    )

    assert meaning(split) == AS_PRINTED
    assert meaning(document(column)) == AS_PRINTED


def test_tables_of_other_things_around_it_do_not_matter():
    contacts = grid(["Name", "Telephone"], ["A. Person", "123"])
    abbreviations = grid(["Abbreviation", "Meaning"], ["OGP", "Open Government Partnership"], ["NAP", "National Action Plan"])

    assert meaning(document(contacts, arranged(range(6)), heading("Abbreviations"), abbreviations)) == AS_PRINTED


def test_a_header_of_two_storeys_does_not_matter():
    table = arranged(range(6))
    deeper = [c for c in table.cells if c.row > 0]
    top = [
        Cell(row=0, column=0, row_span=2, text="No."),
        Cell(row=0, column=1, row_span=2, text="Milestone"),
        Cell(row=0, column=2, column_span=4, text="Implementation"),
    ]
    below = [Cell(row=1, column=c, text=HEADINGS[c]) for c in range(2, 6)]
    moved = [Cell(row=c.row + 1, column=c.column, column_span=c.column_span, text=c.text, fill=c.fill) for c in deeper]

    assert meaning(document(Grid(table=0, n_rows=table.n_rows + 1, n_columns=6, cells=(*top, *below, *moved)))) == AS_PRINTED
