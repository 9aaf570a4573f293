"""Tables of every family → milestones, commitments and comments."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.curation.curate import curate, inspect
from pipeline.errors import Code, DocumentError
from pipeline.model import Cell, CellPlace, Document, Grid
from tests.build import cell, document, grid, heading

HEADINGS = ("No.", "Milestone", "Assessment of progress", "Evidence", "Reasons", "Next steps")


def tables(*parts):
    return curate(document(*parts)).tables


def rows_of(name, *parts, columns):
    return [tuple(row[c] for c in columns) for row in tables(*parts)[name]]


def row(number, title, fill="00B050", evidence="Done in May 2023.", reasons="On time.", next_steps="Go on."):
    return [number, title, ("", fill), evidence, reasons, next_steps]


def test_bands_name_the_commitments_of_the_rows_below_them():
    found = rows_of(
        "milestones",
        grid(HEADINGS, ["Commitment 1: Open budgets"], row("1", "Publish"), row("2", "Explain"), ["Commitment 2: Open courts"], row("3", "Film")),
        columns=("milestone_number", "title", "commitment_id"),
    )

    assert [(n, t, c[-3:]) for n, t, c in found] == [("1", "Publish", "/c1"), ("2", "Explain", "/c1"), ("3", "Film", "/c2")]


def test_a_column_headed_commitment_under_commitment_bands_holds_milestones():
    printed = tables(grid(("", "Commitment", *HEADINGS[2:]), ["Commitment 1: Open budgets"], row("1", "Publish")))

    assert [m["title"] for m in printed["milestones"]] == ["Publish"]
    assert [c["title"] for c in printed["commitments"]] == ["Open budgets"]


def test_the_same_column_without_bands_holds_commitments():
    printed = tables(grid(("Commitment", "Status", "Next steps"), ["1.1 Open budgets", "On track", "Go on."], ["1.2 Open courts", "Delayed", ""]))

    assert [(c["commitment_number"], c["title"], c["rating"]) for c in printed["commitments"]] == [
        ("1.1", "Open budgets", "green"),
        ("1.2", "Open courts", "amber"),
    ]
    assert not printed["milestones"]


def test_a_heading_before_each_table_names_its_commitment():
    printed = tables(
        heading("Commitment 4. Open courts"), "Lead institution: Supreme Court", grid(HEADINGS, row("1.", "Film")), heading("Lessons"), "None."
    )

    commitment = printed["commitments"][0]
    assert (commitment["commitment_number"], commitment["title"], commitment["lead_institution"]) == ("4", "Open courts", "Supreme Court")
    assert [n["text"] for n in printed["narrative"]] == ["Lessons", "None."]


def test_a_heading_without_a_table_stays_prose():
    printed = tables(heading("Recommendations"), "Commitment 7: Press", "- Train officials.", heading("Assessment"), grid(HEADINGS, row("1", "Film")))

    assert not printed["commitments"]
    assert "Commitment 7: Press" in [n["text"] for n in printed["narrative"]]


def test_a_commitment_merged_down_a_column_holds_for_its_rows():
    table = grid(
        ("Commitment", "No.", "Milestone", "Status"),
        (cell("1. Open budgets", rows=2), "1.1", "Publish the budget", "Completed"),
        (None, "1.2", "Explain the budget", "Limited"),
        ("2. Open courts", "2.1", "Film the hearings", "Not started"),
    )

    found = rows_of("milestones", table, columns=("milestone_number", "commitment_id", "rating"))

    assert [(n, c[-3:], r) for n, c, r in found] == [("1.1", "/c1", "green"), ("1.2", "/c1", "amber"), ("2.1", "/c2", "red")]


def test_a_next_step_merged_over_rows_holds_for_each():
    table = grid(
        ("No.", "Milestone", "Status", "Next steps"), ("1", "Publish", "Completed", cell("Extend.", rows=2)), ("2", "Explain", "Limited", None)
    )

    assert rows_of("milestones", table, columns=("next_steps",)) == [("Extend.",), ("Extend.",)]


def test_a_table_without_headings_goes_on_with_those_of_the_table_before():
    printed = tables(heading("Commitment 1: A"), grid(HEADINGS, row("1", "Publish")), heading("Commitment 2: B"), grid(row("2", "Film", "FF0000")))

    assert [(m["milestone_number"], m["rating"]) for m in printed["milestones"]] == [("1", "green"), ("2", "red")]


def test_a_row_without_number_title_and_rating_goes_on_with_the_row_above():
    printed = tables(grid(HEADINGS, row("1", "Publish"), ["", "", "", "More was done in June.", "", ""], row("2", "Film")))

    assert [m["evidence"] for m in printed["milestones"]] == ["Done in May 2023.\nMore was done in June.", "Done in May 2023."]


def test_totals_are_no_milestones():
    printed = tables(grid(("Milestone", "Status"), ["Publish the budget", "Completed"], ["Total", "1"]))

    assert len(printed["milestones"]) == 1
    assert [u["text"] for u in printed["unmapped"] if u["reason"] == "summary"] == ["Total", "1"]


def test_columns_without_a_place_are_kept_with_their_heading():
    printed = tables(grid((*HEADINGS, "Budget"), [*row("1", "Publish"), "2 m"]))

    assert [(u["heading"], u["text"]) for u in printed["unmapped"] if u["reason"] == "no_column"] == [("Budget", "2 m")]


def test_placeholders_are_null_and_kept():
    printed = tables(grid(HEADINGS, row("1", "Publish", next_steps="N/A")))

    assert printed["milestones"][0]["next_steps"] is None
    assert [(u["heading"], u["text"]) for u in printed["unmapped"] if u["reason"] == "placeholder"] == [("Next steps", "N/A")]


def test_columns_that_a_table_lacks_are_told_apart_from_blank_cells():
    printed = tables(grid(("No.", "Milestone", "Status", "Next steps"), ("1", "Publish", "Completed", "")))

    assert printed["milestones"][0]["absent_columns"] == ("evidence", "reasons")


def test_a_heading_that_names_several_counts_as_each():
    printed = tables(
        grid(
            ("Milestone", "% complete", "Details\n(what was done; reasons for delay; next steps)"),
            ("1. Publish", "60%", "Drafted.\nNext steps: Print it."),
        )
    )

    milestone = printed["milestones"][0]
    assert milestone["absent_columns"] == ()
    assert (milestone["evidence"], milestone["next_steps"], milestone["percent_complete"]) == ("Drafted.", "Print it.", 60.0)


def test_of_several_dated_columns_the_latest_counts_even_when_blank():
    table = grid(
        ("Ref", "Milestone", "30/4/2019", "31/10/2019", "30/4/2020"),
        ("1.01", "Publish", "Not started", "On schedule", "Completed"),
        ("1.02", "Film", "On schedule", "Completed", ""),
    )

    printed = tables(table)

    assert [m["rating"] for m in printed["milestones"]] == ["green", None]
    assert [r["as_of_text"] for r in printed["ratings"]] == ["30/4/2019", "31/10/2019", "30/4/2020", "30/4/2019", "31/10/2019"]


def test_a_heading_of_two_storeys_is_read_to_its_lowest():
    table = grid(
        (cell("Milestone", rows=2), cell("Completion level", columns=4)),
        (None, "Not started", "Limited", "Substantial", "Completed"),
        ("1.1 Publish the budget", "", "", "x", ""),
        columns=5,
    )
    table = Grid(table=0, n_rows=3, n_columns=5, cells=tuple(_under(c) for c in table.cells))

    assert rows_of("milestones", table, columns=("milestone_number", "completion", "rating_text", "rating_basis")) == [
        ("1.1", "substantial", "Substantial", "mark")
    ]


def _under(placed: Cell) -> Cell:
    """Put the wide heading's cell where a merged heading beside it leaves room."""
    if placed.row == 0 and placed.text == "Completion level":
        return Cell(row=0, column=1, column_span=4, text=placed.text)
    return placed


FORM = (
    ["1. Open budgets"],
    ["Lead institution", "Ministry of Finance"],
    ["Name of responsible person", "A. Person"],
    ["Email", "a@example.org"],
    ["Brief description", "Publish it."],
    ["Description of the results", "Published in May."],
    ["Next steps", "-"],
    ["End date", "June 2016"],
)


def test_a_form_is_a_commitment():
    commitment = tables(grid(*FORM))["commitments"][0]

    assert {
        k: str(commitment[k]) for k in ("commitment_number", "title", "lead_institution", "responsible", "description", "evidence", "end_date")
    } == {
        "commitment_number": "1",
        "title": "Open budgets",
        "lead_institution": "Ministry of Finance",
        "responsible": "A. Person",
        "description": "Publish it.",
        "evidence": "Published in May.",
        "end_date": "2016-06-30",
    }
    assert commitment["next_steps"] is None and commitment["absent_columns"] == ("reasons",)


def test_a_forms_fields_may_stand_in_any_order():
    assert tables(grid(FORM[0], *reversed(FORM[1:])))["commitments"][0]["evidence"] == "Published in May."


def test_ticks_under_a_scale_rate_a_form():
    scale = (["Completion level", "Not started", "Limited", "Substantial", "Completed"], ["", "", "x", "", ""])
    wide = [[cell(t) if n == 0 else cell(t, columns=4) for n, t in enumerate(r)] if len(r) == 2 else r for r in (FORM[1:6] + scale)]

    commitment = tables(grid(["1. Open budgets"], *wide, columns=5))["commitments"][0]

    assert (commitment["completion"], commitment["rating"], commitment["rating_text"]) == ("limited", "amber", "Limited")


def test_letters_under_a_scale_make_milestones_of_the_lettered_items():
    form = (
        ["1. Open budgets"],
        ["Lead institution", cell("Treasury", columns=4)],
        ["Brief description", cell("Two things:\na. Publish the budget.\nb. Explain the budget.", columns=4)],
        ["Completion level", "Not started", "Limited", "Substantial", "Completed"],
        ["", "", "a", "", "b"],
        ["Description of results", cell("a. A draft.\nb. A film.", columns=4)],
        ["Next steps", cell("Both go on.", columns=4)],
    )

    printed = tables(grid(*form, columns=5))

    assert [(m["milestone_number"], m["title"], m["completion"], m["evidence"]) for m in printed["milestones"]] == [
        ("a", "Publish the budget.", "limited", "A draft."),
        ("b", "Explain the budget.", "complete", "A film."),
    ]
    assert (printed["commitments"][0]["description"], printed["commitments"][0]["next_steps"]) == ("Two things:", "Both go on.")
    assert printed["milestones"][0]["milestone_id"].endswith("/c1/ma")


def test_a_card_is_a_milestone():
    card = (["Milestone", "1.1 Publish the budget"], ["Status", "Completed"], ["Evidence", "Published."], ["Next steps", "None planned."])

    milestone = tables(heading("Commitment 1: Open budgets"), grid(*card), grid(["Milestone", "1.2 Film"], ["Status", "Delayed"], ["Evidence", "-"]))[
        "milestones"
    ]

    assert [(m["milestone_number"], m["rating"], m["commitment_id"][-3:]) for m in milestone] == [("1.1", "green", "/c1"), ("1.2", "amber", "/c1")]


def test_a_grid_nested_in_a_forms_cell_is_read():
    outer = grid(*FORM, ["Milestones", "Milestone\tStatus\n1.1 Publish\tCompleted"])
    inner = Grid(table=1, n_rows=2, n_columns=2, parent=CellPlace(0, 8, 1), cells=grid(["Milestone", "Status"], ["1.1 Publish", "Completed"]).cells)
    printed = document(outer)
    nested = Document(
        document_id=printed.document_id, format="docx", file_name="report.docx", n_pages=None, blocks=printed.blocks, grids=(*printed.grids, inner)
    )

    assert [(m["milestone_number"], m["rating"]) for m in curate(nested).tables["milestones"]] == [("1.1", "green")]


def test_an_annex_gives_each_comment_to_the_milestone_it_names():
    annex = grid(
        ("Organisation", "Date", "Milestone no.", "Comment", "Response"),
        ("Transparency Network NGO", "28 August 2023", "2", "It does not work. We propose to change the rating to red.", "Noted."),
        ("Law Faculty, University of Somewhere", "29 August 2023", "Whole report", "Well done.", ""),
    )

    comments = tables(grid(HEADINGS, row("1", "Publish"), row("2", "Film")), heading("Annex: comments received"), annex)["comments"]

    first, second = comments
    assert (first["milestone_id"][-3:], first["response"], first["proposed_rating"], first["section"]) == (
        "/m2",
        "Noted.",
        "red",
        "Annex: comments received",
    )
    assert (second["milestone_id"], second["milestone_issue"]) == (None, "names_none")


def test_other_tables_stay_out():
    contacts = grid(["Name", "Telephone"], ["A. Person", "123"])

    printed = tables(grid(HEADINGS, row("1", "Publish")), contacts)

    assert len(printed["milestones"]) == 1
    assert [u["text"] for u in printed["unmapped"] if u["reason"] == "other_table"] == ["Name", "Telephone", "A. Person", "123"]


def test_numbers_that_begin_anew_carry_their_commitment():
    printed = tables(
        heading("Commitment 1: A"), grid(HEADINGS, row("1", "X"), row("2", "Y")), heading("Commitment 2: B"), grid(HEADINGS, row("1", "Z"))
    )

    assert [m["milestone_id"].split("/", 1)[1] for m in printed["milestones"]] == ["c1/m1", "c1/m2", "c2/m1"]


def test_a_number_that_stands_twice_is_told_apart():
    printed = tables(grid(HEADINGS, ["Commitment 1: A"], row("1", "X"), row("2", "Y"), ["Commitment 2: B"], row("2", "Z"), row("3", "W")))

    assert [m["milestone_id"].split("/", 1)[1] for m in printed["milestones"]] == ["m1", "m2", "m2~2", "m3"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("Only prose.",), Code.NO_TABLES),
        ((grid(["Name", "Telephone"], ["A. Person", "123"]),), Code.UNKNOWN_LAYOUT),
    ],
)
def test_what_is_no_report_is_refused_with_a_code(parts, code):
    with pytest.raises(DocumentError) as caught:
        curate(document(*parts))

    assert caught.value.code is code


def test_inspection_shows_headings_scores_and_the_problem():
    seen = inspect(document(grid(["Name", "Telephone"], ["A. Person", "123"])))

    assert seen.report is None and seen.problem is not None and seen.problem.code is Code.UNKNOWN_LAYOUT


def test_a_page_inside_a_frame_is_read_as_the_page():
    inner = grid(["Milestone", "Status"], ["1.1 Publish", "Completed"], ["1.2 Film", "Limited"])
    frame = grid([cell("Self-assessment report\nMilestone\tStatus\n1.1 Publish\tCompleted\n1.2 Film\tLimited\nThe end.")])
    printed = document(frame)
    framed = Document(
        document_id=printed.document_id,
        format="docx",
        file_name="report.docx",
        n_pages=None,
        blocks=printed.blocks,
        grids=(*printed.grids, Grid(table=1, n_rows=3, n_columns=2, cells=inner.cells, parent=CellPlace(0, 0, 0))),
    )

    found = curate(framed).tables

    assert [(m["title"], m["rating"]) for m in found["milestones"]] == [("Publish", "green"), ("Film", "amber")]
    assert [n["text"] for n in found["narrative"]] == ["Self-assessment report", "The end."]


def test_a_row_numbered_above_its_own_parts_is_their_commitment():
    found = tables(
        grid(
            ("No.", "Commitment / Milestone", "Status"), ("1", "Open budgets", "Limited"), ("1.1", "Publish", "Completed"), ("1.2", "Film", "Limited")
        )
    )

    assert [(c["commitment_number"], c["title"], c["rating"]) for c in found["commitments"]] == [("1", "Open budgets", "amber")]
    assert [(m["milestone_number"], m["commitment_id"][-3:]) for m in found["milestones"]] == [("1.1", "/c1"), ("1.2", "/c1")]


def test_two_rating_columns_that_disagree_are_no_rating():
    found = tables(
        grid(("Milestone", "Status", "Rating", "Next steps"), ("1. Publish", "Completed", "Limited", ""), ("2. Film", "Limited", "Limited", ""))
    )

    assert [(m["rating"], m["rating_issue"]) for m in found["milestones"]] == [(None, "colour_and_text_disagree"), ("amber", None)]


def test_headings_nobody_knows_are_voted_for_by_their_words():
    found = tables(grid(("Milestone", "Status", "Evidence that we gathered", "What comes next"), ("1. Publish", "Completed", "It is out.", "Go on.")))

    assert (found["milestones"][0]["evidence"], found["milestones"][0]["next_steps"]) == ("It is out.", "Go on.")


def test_what_a_column_holds_beats_its_heading():
    found = tables(
        grid(
            ("Milestone", "Description", "Progress to date", "Evidence of progress"),
            ("1.a", "Publish the budget", "Complete", "It is out since May, in four languages."),
            ("1.b", "Film the hearings", "Limited", "A camera was bought and then sold again."),
        )
    )

    assert [(m["milestone_number"], m["title"], m["rating"]) for m in found["milestones"]] == [
        ("1.a", "Publish the budget", "green"),
        ("1.b", "Film the hearings", "amber"),
    ]


def test_themes_between_commitments_do_not_make_them_milestones():
    found = tables(
        grid(
            ("Commitment", "Status", "Next steps"),
            ["Integrity"],
            ("1. Open courts", "Completed", ""),
            ["Participation"],
            ("2. Open budgets", "Limited", "Go on."),
        )
    )

    assert [(c["commitment_number"], c["rating"]) for c in found["commitments"]] == [("1", "green"), ("2", "amber")]
    assert not found["milestones"]


def test_bands_without_number_or_word_are_commitments_above_rows_headed_as_milestones():
    found = tables(grid(("Milestone", "Status"), ["Open courts"], ("1. Film", "Completed"), ["Open budgets"], ("2. Publish", "Limited")))

    assert [c["title"] for c in found["commitments"]] == ["Open courts", "Open budgets"]


def test_a_deadline_headed_as_planned_is_no_actual_one():
    headings = ("No.", "Milestone", "Planned timeline", "Actual timeline", "Status")
    found = rows_of(
        "milestones",
        grid(headings, ["1", "Publish the list", "May 2021", "", "Limited"], ["2", "Train all staff", "May 2021", "June 2021", "Complete"]),
        columns=("end_date_planned", "end_date"),
    )

    assert [(str(p), str(a)) for p, a in found] == [("2021-05-31", "None"), ("2021-05-31", "2021-06-30")]


def test_a_heading_of_results_and_their_sources_is_one_of_results():
    found = rows_of(
        "milestones",
        grid(("No.", "Milestone", "Status", "Results and means of verification"), ["1", "Publish the list", "Complete", "Published."]),
        columns=("evidence",),
    )

    assert found == [("Published.",)]


def test_an_annex_names_a_milestone_by_its_commitment_and_its_own_number():
    grids = [grid(HEADINGS, row("1.", "Film"), row("2.", "Explain")) for _ in range(2)]
    annex = grid(("Organisation", "Commitment / milestone", "Comment"), ["Open Forum", "4.2, milestone 2", "Too slow."])
    printed = tables(heading("Commitment 4.1 Courts"), grids[0], heading("Commitment 4.2 Data"), grids[1], heading("Comments"), annex)

    assert [c["milestone_id"][-8:] for c in printed["comments"]] == ["/c4.2/m2"]


def test_a_column_of_numbered_items_holds_the_milestones_whatever_it_is_called():
    promises = [("1.1 Publish", "Done."), ("1.2 Explain", "Begun."), ("2.1 Film", "Not yet.")]
    table = grid(
        ("Theme", "Planned activity", "Colour grade", "What has been done", "What remains to be done"),
        *[("Open budgets", title, ("", "00B050"), evidence, "Go on.") for title, evidence in promises],
    )

    milestones = tables(table)["milestones"]

    assert [(m["milestone_number"], m["title"], m["next_steps"]) for m in milestones] == [
        ("1.1", "Publish", "Go on."),
        ("1.2", "Explain", "Go on."),
        ("2.1", "Film", "Go on."),
    ]


def test_of_two_columns_headed_as_results_the_one_that_speaks_of_activities_holds_the_milestones():
    found = rows_of(
        "milestones",
        heading("Commitment 1: Open budgets"),
        grid(("No.", "Activity and its result", "Status", "Result achieved"), ["1.1", "Publish", "Completed", "Published in May 2023."]),
        columns=("title", "evidence"),
    )

    assert found == [("Publish", "Published in May 2023.")]


def test_the_number_of_a_cards_label_is_its_milestones():
    cards = [
        grid(["Activity 1.1", title], ["Responsible body", "Treasury"], ["Status", "Completed"], ["Results", "Done."], table=n)
        for n, title in enumerate(("Publish",))
    ]

    found = rows_of("milestones", heading("Commitment 1: Open budgets"), *cards, columns=("milestone_number", "title"))

    assert found == [("1.1", "Publish")]


def test_milestones_in_a_table_that_fills_a_row_of_the_form_are_read():
    form = grid(
        ["Commitment", "1. Open budgets"],
        ["Lead institution", "Treasury"],
        ["Results", "Two of three are done."],
        [cell("No.\tActivity\tStatus\n1.1\tPublish\tCompleted", columns=2)],
    )
    nested = grid(("No.", "Activity", "Status"), ["1.1", "Publish", "Completed"], table=1)
    inside = Grid(table=1, n_rows=nested.n_rows, n_columns=nested.n_columns, cells=nested.cells, parent=CellPlace(0, 3, 0))
    whole = document(form)

    found = curate(replace(whole, grids=(*whole.grids, inside))).tables["milestones"]

    assert [(m["milestone_number"], m["title"], m["rating"]) for m in found] == [("1.1", "Publish", "green")]


def test_a_commitment_merged_over_the_rows_of_its_milestones_makes_no_heading_of_the_first():
    headings = ("Commitment", "Milestone", "Lead agency", "Deadline", "Status", "Progress made")
    found = rows_of(
        "milestones",
        grid(
            headings,
            [cell("Commitment 1. Open budgets", rows=2), "1.1. Publish", "Ministry of Finance", "May 2022", "Completed", "Published."],
            [None, "1.2. Explain", "Ministry of Finance", "June 2022", "Not started", "Nothing yet."],
        ),
        columns=("milestone_number", "title", "completion"),
    )

    assert found == [("1.1", "Publish", "complete"), ("1.2", "Explain", "not_started")]


def test_a_table_that_counts_milestones_by_status_holds_none():
    counts = grid(("Commitment", "Milestones", "Completed", "Limited", "Not started"), ["Open budgets", "4", "1", "2", "1"])
    printed = tables(counts, grid(HEADINGS, ["Commitment 1: Open budgets"], row("1", "Publish")))

    assert [m["title"] for m in printed["milestones"]] == ["Publish"]
    assert {u["reason"] for u in printed["unmapped"] if u["source_table"] == 0} == {"other_table"}


def test_a_band_shared_with_the_lead_agency_names_the_commitment():
    band = [cell("Commitment 1: Open budgets", columns=3), None, None, cell("Lead agency: Ministry of Finance", columns=3)]
    printed = tables(grid(HEADINGS, band, row("1", "Publish")))

    assert [(c["title"], c["lead_institution"]) for c in printed["commitments"]] == [("Open budgets", "Ministry of Finance")]
    assert [m["title"] for m in printed["milestones"]] == ["Publish"]


def test_a_band_of_labelled_cells_above_a_heading_of_two_storeys_is_said_of_the_commitment():
    band = [cell("Lead agency: Ministry of Finance", columns=3), None, None, cell("Civil society partners: Budget Watch; Law Forum", columns=4)]
    storeys = [cell("No.", rows=2), cell("Milestone", rows=2), cell("Responsible", rows=2), cell("Progress by quarter", columns=2), None]
    quarters = [None, None, None, "I 2021", "II 2021"]
    first = ["1", "Publish", "Unit", ("50%", "FFC000"), ("90%", "92D050"), "Published.", "Nothing."]
    printed = tables(
        grid(
            ["Commitment 1: Open budgets"],
            band,
            [*storeys, cell("Results", rows=2), cell("Next steps", rows=2)],
            quarters,
            first,
        )
    )

    assert [(c["lead_institution"], c["supporting_institutions"]) for c in printed["commitments"]] == [
        ("Ministry of Finance", "Budget Watch\nLaw Forum")
    ]
    assert [(m["title"], m["rating"], m["percent_complete"], m["evidence"]) for m in printed["milestones"]] == [
        ("Publish", "green", 90, "Published.")
    ]


@pytest.mark.parametrize(
    ("printed", "responsible", "contacts"),
    [
        ("Ing. Paula Reyes (preyes@example.org)", "Ing. Paula Reyes", ["preyes@example.org"]),
        ("Unit for Budgets, tel. 021 555 01 17", "Unit for Budgets", ["tel. 021 555 01 17"]),
        ("A. Person\na.person@example.org / (+226) 00 00 00 11", "A. Person", ["a.person@example.org, (+226) 00 00 00 11"]),
        ("Team for the 2019-2022 plan", "Team for the 2019-2022 plan", []),
    ],
)
def test_contacts_beside_a_person_or_body_are_left_out(printed, responsible, contacts):
    found = tables(grid(["Milestone", "Responsible", "Status"], ["1. Publish", printed, "Completed"]))

    assert [m["responsible"] for m in found["milestones"]] == [responsible]
    assert [u["text"] for u in found["unmapped"] if u["reason"] == "no_column"] == contacts


def test_a_merged_cell_names_the_commitment_and_below_it_its_bodies():
    named = "1. Open budgets\nLead agency: Ministry of Finance\nSupporting institutions: Treasury, Bureau of Statistics"
    headings = ("Commitment", "Milestone", "Status", "Progress made")
    commitment = tables(grid(headings, [named, "1.1 Publish", "Completed", "Published."]))["commitments"][0]

    assert (commitment["title"], commitment["lead_institution"]) == ("Open budgets", "Ministry of Finance")
    assert commitment["supporting_institutions"] == "Treasury\nBureau of Statistics"


@pytest.mark.parametrize("times", [("B04", "B08", "B12"), ("Quarter I", "Quarter II", "Quarter III"), ("April", "August", "December")])
def test_columns_of_ratings_that_differ_in_time_hold_the_status_then(times):
    printed = tables(
        grid(
            [cell("No.", rows=2), cell("Milestone", rows=2), cell("Progress in 2017", columns=3), None, None, cell("Next steps", rows=2)],
            [None, None, *times, None],
            ["1", "Publish the budget", ("40%", "FF0000"), ("60%", "FFC000"), ("100%", "00B050"), "Go on."],
        )
    )

    assert [(m["rating"], m["percent_complete"]) for m in printed["milestones"]] == [("green", 100.0)]
    assert [r["as_of_text"] for r in printed["ratings"]] == list(times)


def test_a_deadline_without_a_date_is_no_start():
    found = rows_of(
        "milestones",
        grid(("Milestone", "Timeframe", "Status"), ["1.1 Publish", "ongoing", "Completed"]),
        columns=("start_date_text", "end_date_text"),
    )

    assert found == [(None, "ongoing")]


def test_a_column_of_names_under_an_unknown_heading_says_who_comments():
    found = rows_of(
        "comments",
        grid(HEADINGS, row("1", "Publish")),
        grid(
            ("No.", "Sent through the portal", "Date", "Milestone", "Comment", "Reply"),
            ["1.", "Open Budget NGO", "3 May 2023.", "1", "Good.", "Thanks."],
        ),
        columns=("organisation", "comment_date_text", "text", "response"),
    )

    assert found == [("Open Budget", "3 May 2023.", "Good.", "Thanks.")]


def test_comments_in_prose_open_with_what_they_are_about():
    found = rows_of(
        "comments",
        grid(HEADINGS, row("1.1", "Publish"), row("1.2", "Explain")),
        heading("Annex. Comments"),
        "Milestone 1.2. Open Budget NGO, 3 May 2023",
        "The guide is hard to read.",
        "Response. It will be shortened.",
        "Milestone 1.1. Fair Courts NGO",
        "The data are old.",
        "The report as a whole. University of Accra, 4 May 2023",
        "Targets should be measurable.",
        columns=("organisation", "milestone_id", "text", "response", "milestone_issue"),
    )

    assert [(o, m and m[-5:], t, r) for o, m, t, r, _ in found] == [
        ("Open Budget", "/m1.2", "The guide is hard to read.", "It will be shortened."),
        ("Fair Courts", "/m1.1", "The data are old.", None),
        ("University of Accra", None, "Targets should be measurable.", None),
    ]
    assert [i for *_, i in found] == [None, None, "names_none"]


def test_a_line_under_a_body_that_stands_in_place_of_a_date_is_no_part_of_its_name():
    annex = grid(("Organisation", "Milestone", "Comment"), ["Open Forum\nundated", "1", "Too slow."])
    printed = tables(grid(HEADINGS, row("1", "Film")), heading("Comments"), annex)

    assert [(c["organisation_text"], c["comment_date"], c["comment_date_text"]) for c in printed["comments"]] == [("Open Forum", None, "undated")]


def test_a_band_that_ends_in_the_body_in_brackets_still_names_its_commitment():
    printed = tables(grid(HEADINGS, ["Commitment 2 – Open courts (Lead: Supreme Court)"], row("2.1", "Film"), row("2.2", "Publish")))

    assert [(c["commitment_number"], c["title"], c["lead_institution"]) for c in printed["commitments"]] == [("2", "Open courts", "Supreme Court")]


def test_a_sentence_about_a_commitment_before_a_table_is_not_its_name():
    printed = tables(
        "Commitment 2: two of the three milestones are complete.",
        grid(("Status", "What it means"), ["On track", "Goes on as planned"], ["Delayed", "Behind its plan"]),
        heading("Commitment 2: Open courts"),
        grid(HEADINGS, row("1", "Film"), table=1),
    )

    assert [(c["commitment_number"], c["title"]) for c in printed["commitments"]] == [("2", "Open courts")]


def test_a_commitments_row_may_have_a_rating_of_its_own_behind_its_name():
    table = grid(
        ("No.", "Milestone", "Responsible", "Rate of completion", "Results"),
        [cell("Commitment 1: Open budgets", columns=3), None, None, "68 %", ""],
        ["1.1", "Publish", "Treasury", "100 %", "Published."],
        [cell("Commitment 2: Open courts", columns=3), None, None, "53 %", ""],
        ["2.1", "Film", "Court", "25 %", "Begun."],
    )

    printed = tables(table)

    assert [(c["commitment_number"], c["title"], c["percent_complete"]) for c in printed["commitments"]] == [
        ("1", "Open budgets", 68.0),
        ("2", "Open courts", 53.0),
    ]
    assert [(m["milestone_number"], m["commitment_id"][-3:]) for m in printed["milestones"]] == [("1.1", "/c1"), ("2.1", "/c2")]


def test_a_row_of_remarks_below_a_milestone_is_about_it():
    remarks = cell("Media Rights Forum (14 September 2023): The register has gaps.", columns=5)

    printed = tables(grid(HEADINGS, row("1", "Publish"), ["CSO remarks", remarks], row("2", "Explain")))

    assert [m["title"] for m in printed["milestones"]] == ["Publish", "Explain"]
    assert [(c["organisation"], c["milestone_id"][-3:]) for c in printed["comments"]] == [("Media Rights Forum", "/m1")]


def test_numbers_beside_comments_are_references_whoever_stands_next_to_them():
    printed = tables(
        grid(HEADINGS, row("1.1", "Publish"), row("1.2", "Explain")),
        grid(
            ("Milestone", "Organisation", "Date", "Comment", "Response"),
            ["1.1", "Press Union", "3 May 2023", "Too slow.", "Noted."],
            ["1.2", "Open Data Forum", "4 May 2023", "Well done.", ""],
            table=1,
        ),
    )

    assert [(c["organisation"], c["milestone_id"][-5:]) for c in printed["comments"]] == [("Press Union", "/m1.1"), ("Open Data Forum", "/m1.2")]


def test_a_word_for_number_may_stand_before_a_commitments_number():
    printed = tables(heading("Compromiso número 3: Justicia abierta"), grid(("N.º", "Hito", "Estado"), ["3.1", "Filmar las audiencias", "Completo"]))

    assert [(c["commitment_number"], c["title"]) for c in printed["commitments"]] == [("3", "Justicia abierta")]


def test_a_name_beside_all_rows_of_a_table_is_its_commitments():
    table = grid(
        (cell("Commitment 2. Open courts", rows=4), "Lead institution", cell("Supreme Court", columns=2)),
        (None, "No.", "Milestone", "Status"),
        (None, "1", "Film the hearings", "Completed"),
        (None, "2", "Publish the rulings", "Limited"),
    )

    printed = tables(table)

    assert [(c["commitment_number"], c["title"]) for c in printed["commitments"]] == [("2", "Open courts")]
    assert [(m["title"], m["commitment_id"][-3:]) for m in printed["milestones"]] == [("Film the hearings", "/c2"), ("Publish the rulings", "/c2")]


def test_a_target_date_is_the_date_where_the_report_has_no_other():
    printed = tables(grid(["No.", "Milestone", "Target date", "Status"], ["1", "Film", "31 May 2022", "Completed"]))

    assert [(str(m["end_date"]), m["end_date_planned"]) for m in printed["milestones"]] == [("2022-05-31", None)]


def test_a_row_of_comments_that_closes_every_table_is_on_its_commitment():
    remark = "Pier Watch (NGO), 3 May 2023: The quay is slippery."
    foot = [cell("Comments received", columns=2), None, cell(remark, columns=4)]
    first, second = (
        [heading(f"Commitment {n}: Harbours"), grid(HEADINGS, row(f"{n}.1", "Build a quay"), row(f"{n}.2", "Light the quay"), foot, columns=6)]
        for n in (1, 2)
    )

    found = rows_of("comments", *first, *second, columns=("commitment_id", "milestone_id"))
    amid = rows_of(
        "comments",
        *first,
        heading("Commitment 2: Boats"),
        grid(HEADINGS, row("2.1", "Buy"), foot, row("2.2", "Sell"), columns=6),
        columns=("milestone_id",),
    )

    assert [(c.rsplit("/")[-1], m) for c, m in found] == [("c1", None), ("c2", None)]
    assert [m.rsplit("/")[-1] for (m,) in amid] == ["m1.2", "m2.1"]


def test_a_band_above_commitments_is_a_theme_and_none_of_them():
    wide = (cell("Pillar 1: Open waters", columns=6),)
    parts = grid(HEADINGS, [*wide], [cell("Open the harbours", columns=6)], row("1.1", "Build a quay"), [*wide], row("1.2", "Light it"), columns=6)

    found = tables(heading("Commitment 1: Harbours"), parts)

    assert [c["title"] for c in found["commitments"]] == ["Harbours"]
    assert {u["reason"] for u in found["unmapped"] if u["text"] == "Pillar 1: Open waters"} == {"no_column"}


def test_a_figure_under_all_of_a_table_is_a_summary():
    headings = ["No.", "Milestone", "Lead", "Percent complete", "Evidence"]
    last = [cell("Harbours on the whole", columns=3), None, None, "59 %"]

    found = tables(heading("Commitment 1: Harbours"), grid(headings, ["1.1", "Build a quay", "Port", "40 %", "Begun."], last, columns=5))

    assert [m["title"] for m in found["milestones"]] == ["Build a quay"]
    assert [u["reason"] for u in found["unmapped"] if u["text"] in ("Harbours on the whole", "59 %")] == ["summary", "summary"]


def test_a_span_in_the_column_of_deadlines_fills_start_and_end() -> None:
    headings = ("No.", "Milestone", "Deadline", "Status")

    report = curate(
        document(grid(headings, ["1.1", "Publish", "From March 2019 to June 2020", "Completed"], ["1.2", "Train", "June 2020", "Delayed"]))
    )

    assert [(m["start_date"], m["end_date"]) for m in report.tables["milestones"]] == [
        (date(2019, 3, 1), date(2020, 6, 30)),
        (None, date(2020, 6, 30)),
    ]


def test_bodies_merged_over_a_commitments_rows_are_its_own_and_its_lead_answers_for_each_milestone():
    def merged(text: str) -> Cell:
        return cell(text, rows=2)

    headings = ("Commitment", "Milestone", "Lead agency", "CSO partner", "Status")
    printed = tables(
        grid(
            headings,
            [merged("1. Open budgets"), "1.1 Publish", merged("Treasury"), merged("Budget Watch; Data Forum"), "Completed"],
            [None, "1.2 Explain", None, None, "Delayed"],
            ["2. Open courts", "2.1 Film", "Supreme Court", "–", "Completed"],
        )
    )

    assert [(c["lead_institution"], c["supporting_institutions"]) for c in printed["commitments"]] == [
        ("Treasury", "Budget Watch\nData Forum"),
        ("Supreme Court", None),
    ]
    assert [m["responsible"] for m in printed["milestones"]] == ["Treasury", "Treasury", "Supreme Court"]
