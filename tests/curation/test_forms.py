"""Forms and cards: labels with their values → commitments and milestones."""

from dataclasses import replace

from pipeline.curation.curate import curate
from pipeline.model import CellPlace, Grid
from tests.build import cell, document, grid, heading


def tables(*parts):
    return curate(document(*parts)).tables


def card(*rows):
    """A card with the labels that every card has, under the rows given."""
    return grid(*rows, ["Status", "Limited"], ["Results", "Two drafts."], ["Next steps", "Go on."], columns=2)


def names(printed):
    commitments = [(c["commitment_number"], c["title"]) for c in printed["commitments"]]
    return commitments, [(m["milestone_number"], m["title"], m["commitment_id"][-3:]) for m in printed["milestones"]]


def test_a_band_that_names_a_measure_below_the_commitment_of_the_heading_heads_a_card():
    printed = tables(heading("Commitment 1. Open courts"), card(["Activity 1.1. Film"]), card(["Activity 1.2. Explain"]))

    assert names(printed) == ([("1", "Open courts")], [("1.1", "Film", "/c1"), ("1.2", "Explain", "/c1")])
    assert [m["rating"] for m in printed["milestones"]] == ["amber", "amber"]


def test_which_word_is_the_commitment_is_told_by_the_numbers_not_by_the_words():
    printed = tables(
        heading("Action 2 – Open courts"), card(["Commitment 2.1 – Film"]), heading("Action 3 – Open data"), card(["Commitment 3.1 – Publish"])
    )

    assert names(printed) == ([("2", "Open courts"), ("3", "Open data")], [("2.1", "Film", "/c2"), ("3.1", "Publish", "/c3")])


def test_a_heading_below_the_commitments_names_the_milestone_of_the_card_under_it():
    printed = tables(heading("Commitment 1. Open courts"), heading("Milestone 1: Film", 2), card(), heading("Milestone 2: Explain", 2), card())

    assert names(printed) == ([("1", "Open courts")], [("1", "Film", "/c1"), ("2", "Explain", "/c1")])


def test_two_labels_with_their_values_on_a_row_are_no_heading_though_a_value_is_blank():
    labels = ["Odpovědný útvar", "Odbor mládeže", "Stav plnění", "splněno"], ["Plánovaný termín", "31. 12. 2021", "Skutečné dokončení", ""]
    wide = [[label, cell(text, columns=3)] for label, text in (("Dosažené výsledky", "Dva."), ("Důvody zpoždění", "Málo."), ("Další kroky", "Dál."))]

    printed = tables(heading("Závazek 1. Data"), grid([cell("Milník 1.1 – Film", columns=4)], *labels, *wide))

    assert [str(m["end_date_planned"]) for m in printed["milestones"]] == ["2021-12-31"]


def form(lead):
    """A commitment's form that names it nowhere."""
    return grid(["Lead institution", lead], ["Problem", "Few look."], ["Level of completion", "Limited"])


def test_headings_each_over_a_form_without_a_name_name_the_commitments():
    printed = tables(
        heading("4 Commitments"), heading("4.1 Open courts", 2), form("Supreme Court"), heading("4.2 Open data", 2), form("Ministry of Data")
    )

    assert names(printed)[0] == [("4.1", "Open courts"), ("4.2", "Open data")]
    assert [n["text"] for n in printed["narrative"]] == ["4 Commitments"]


def test_one_heading_over_all_forms_names_none_of_them():
    printed = tables(heading("3 Implementation"), form("Supreme Court"), form("Ministry of Data"))

    assert names(printed)[0] == [(None, None), (None, None)]


def test_bodies_listed_in_a_line_under_a_heading_stand_one_a_line():
    printed = tables(heading("Commitment 1. Open courts"), "Partners: Bar Council, Law Faculty", card(["Activity 1.1. Film"]))

    assert printed["commitments"][0]["supporting_institutions"] == "Bar Council\nLaw Faculty"


def test_labels_and_values_side_by_side_in_one_row_are_read_in_pairs():
    printed = tables(
        heading("Commitment 1. Open courts"),
        grid(
            ["Lead institution", "Supreme Court", "E-mail", "court@example.org"],
            ["Start date", "May 2021", "End date", "August 2022"],
            ["Problem", cell("Few look.", columns=3)],
            columns=4,
        ),
    )

    commitment = printed["commitments"][0]
    assert (commitment["start_date_text"], commitment["end_date_text"]) == ("May 2021", "August 2022")
    assert commitment["lead_institution"] == "Supreme Court"
    assert ("court@example.org", "no_column") in {(u["text"], u["reason"]) for u in printed["unmapped"]}


def test_labels_of_sub_rows_inside_a_cell_of_bodies_are_dropped():
    printed = tables(
        heading("Commitment 1. Open courts"),
        grid(
            ["Lead institution", "Supreme Court"],
            ["Other actors", "Government: Ministry of Data; Registry\nCivil society: Bar Forum, Ltd"],
            ["Status", "Limited"],
            ["Results", "None."],
        ),
    )

    assert printed["commitments"][0]["supporting_institutions"] == "Ministry of Data\nRegistry\nBar Forum, Ltd"


def test_ticked_boxes_before_the_levels_rate_whatever_their_label_is_called():
    printed = tables(
        heading("Commitment 1. Open courts"),
        grid(
            ["Lead institution", "Supreme Court"],
            ["Where we are by now", "☐ Not started ☐ Limited ☒ Substantial ☐ Complete"],
            ["Problem", "Few look."],
        ),
    )

    assert [(c["rating"], c["completion"], c["rating_basis"]) for c in printed["commitments"]] == [("green", "substantial", "mark")]


def test_a_form_with_results_is_a_commitments_even_where_it_opens_with_a_period():
    printed = tables(
        heading("Commitment 1. Open courts"),
        grid(["Period", "October 2019 – August 2021"], ["Status", "Limited"], ["Results", "Two drafts."], ["Next steps", "Go on."]),
    )

    assert [(c["completion"], c["evidence"]) for c in printed["commitments"]] == [("limited", "Two drafts.")]


def test_a_word_between_those_of_a_known_label_does_not_hide_it():
    printed = tables(
        heading("Commitment 1. Open courts"),
        grid(["Current overall status of the work", "Limited"], ["Lead public institution", "Supreme Court"], ["Problem", "Few look."]),
    )

    assert [(c["completion"], c["lead_institution"]) for c in printed["commitments"]] == [("limited", "Supreme Court")]


def test_the_words_of_an_unknown_label_in_a_form_vote_for_its_meaning():
    printed = tables(
        "This report tells what the government has done and what it will do for each of the commitments of the plan.",
        heading("Commitment 1. Open courts"),
        grid(
            ["Lead institution", "Supreme Court"], ["Involved non-state partners", "Bar Council"], ["Status", "Limited"], ["Results", "Two drafts."]
        ),
    )

    assert printed["commitments"][0]["supporting_institutions"] == "Bar Council"


def test_a_band_that_only_sounds_like_a_label_waits_for_no_value_beyond_the_next_row():
    form = grid(
        ["Name of commitment", "1. Open courts"],
        ["Commitment description"],
        ["What is the commitment?", "Publish each ruling."],
        ["Where things stand"],
        ["Status", "Limited"],
        ["Next steps", "Go on."],
        columns=2,
    )

    assert tables(form)["commitments"][0]["description"] == "Publish each ruling."


def test_a_band_over_a_table_in_a_forms_cell_is_its_heading_whatever_it_says():
    outer = grid(
        ["Name of commitment", "1. Open courts"],
        ["Status", "Limited"],
        ["Next steps", "Go on."],
        ["The smaller pieces"],
        ["Milestone\tStatus\n1.1 Film\tCompleted"],
        columns=2,
    )
    inner = Grid(table=1, n_rows=2, n_columns=2, parent=CellPlace(0, 4, 0), cells=grid(["Milestone", "Status"], ["1.1 Film", "Completed"]).cells)
    printed = document(outer)

    found = curate(replace(printed, grids=(*printed.grids, inner))).tables

    assert [(u["text"], u["reason"]) for u in found["unmapped"] if u["text"] == "The smaller pieces"] == [("The smaller pieces", "heading")]
    assert [m["title"] for m in found["milestones"]] == ["Film"]


def wide(text):
    """A row of one cell from side to side."""
    return [cell(text, columns=3)]


def stacked(*rows):
    """A form with its labels above their values, three of them side by side."""
    top = ["Responsible", "Start date", "End date"], ["Ministry of Data", "May 2021", "June 2022"]
    return grid(*top, *(wide(text) for text in ("Brief description", "All is open.", "Level of completion", "Limited", *rows)))


def test_labels_may_stand_above_their_values_several_in_a_row():
    printed = tables(heading("Commitment 1. Open data"), stacked("Results", "Two sets.", "Next steps", "Three more."))["commitments"]

    assert [(c["commitment_number"], c["lead_institution"]) for c in printed] == [("1", "Ministry of Data")]
    assert (str(printed[0]["start_date"]), str(printed[0]["end_date"]), printed[0]["completion"]) == ("2021-05-01", "2022-06-30", "limited")
    assert (printed[0]["description"], printed[0]["evidence"], printed[0]["next_steps"]) == ("All is open.", "Two sets.", "Three more.")


def test_a_blank_value_below_a_label_is_missing_and_takes_nothing_from_the_next():
    printed = tables(heading("Commitment 1. Open data"), stacked("Results", "", "Next steps", "Three more."))["commitments"]

    assert (printed[0]["evidence"], printed[0]["next_steps"]) == (None, "Three more.")


def test_labels_over_their_values_may_head_a_form_whose_other_labels_stand_beside_theirs():
    top = ["Responsible", "Start date", "End date"], ["Ministry of Data", "May 2021", "June 2022"]
    beside = (["Brief description", "All is open."], ["Level of completion", "Limited"], ["Results", "Two sets."], ["Next steps", "Three more."])

    printed = tables(heading("Commitment 1. Open data"), grid(*top, *([label, cell(text, columns=2)] for label, text in beside)))["commitments"]

    assert [(c["lead_institution"], c["evidence"], str(c["end_date"])) for c in printed] == [("Ministry of Data", "Two sets.", "2022-06-30")]


def test_what_looks_like_the_labels_is_one_though_no_word_tells_it():
    labelled = (("Brief description", "All is open."), ("Level of completion", "Limited"), ("Results", "Two sets."), ("Zorba", "A dance."))
    rows = [[cell(text, fill=fill, columns=2)] for pair in labelled for text, fill in zip(pair, ("E4EAF1", None), strict=True)]

    printed = tables(heading("Commitment 1. Open data"), grid(*rows, columns=2))

    assert printed["commitments"][0]["evidence"] == "Two sets."
    assert ("A dance.", "no_column") in [(u["text"], u["reason"]) for u in printed["unmapped"]]


def test_a_heading_over_one_row_again_on_each_page_heads_a_grid():
    head = ["Milestone", "Level of completion", "Next steps"]

    printed = tables(heading("Commitment 1. Open data"), grid(head, ["1.1 Film", "Limited", "Go on."], head, ["1.2 Explain", "Limited", "Go on."]))

    assert names(printed)[1] == [("1.1", "Film", "/c1"), ("1.2", "Explain", "/c1")]


def test_an_objective_says_what_a_commitment_is_where_nothing_describes_it():
    aimed = grid(["Objective", "All is open."], ["Level of completion", "Limited"], ["Results", "Two sets."])
    described = grid(["Objective", "Trust."], ["Brief description", "All is open."], ["Level of completion", "Limited"], ["Results", "Two sets."])

    printed = tables(heading("Commitment 1. Open data"), aimed, heading("Commitment 2. Open courts"), described)

    assert [c["description"] for c in printed["commitments"]] == ["All is open."] * 2
    assert [u["text"] for u in printed["unmapped"] if u["reason"] == "no_column"] == ["Trust."]


SIGNED = "Open Harbour Forum, 30 August 2023\nIt is late."


def answers(*rows):
    printed = tables(heading("Commitment 1. Open courts"), card(*rows))
    return [(c["text"], c["response"]) for c in printed["comments"]], [u["text"] for u in printed["unmapped"] if u["reason"] == "no_column"]


def test_an_answer_below_a_comment_is_its_response():
    assert answers(["Comments of civil society", SIGNED], ["Response of the Ministry of Justice", "It will come."]) == (
        [("It is late.", "It will come.")],
        [],
    )


def test_an_answer_below_two_comments_is_no_one_s():
    other = "Data Network, 31 August 2023\nIt is lost."
    comments = [["Comments of civil society", SIGNED], ["Comments of civil society", other]]

    assert answers(*comments, ["Government response", "It will come."]) == ([("It is late.", None), ("It is lost.", None)], ["It will come."])
    assert answers(comments[0], ["Government response", "-"], comments[1], ["Government response", "It will come."]) == (
        [("It is late.", None), ("It is lost.", "It will come.")],
        [],
    )


def test_a_label_that_may_be_of_comments_is_so_where_all_below_it_is_signed_and_dated():
    assert answers(["Comment", SIGNED]) == ([("It is late.", None)], [])
    assert answers(["Comment", "None of it is late."]) == ([], ["None of it is late."])


def test_an_answer_in_the_column_beside_a_comment_is_its_response():
    headings = ["No", "Milestone", "Rating", "Comments of civil society", "Government response"]
    rows = [["1", "Film", "Completed", SIGNED, "It will come."], ["2", "Explain", "Completed", "", "Nothing was said."]]
    printed = tables(heading("Commitment 1. Open courts"), grid(headings, *rows))

    assert [(c["text"], c["response"]) for c in printed["comments"]] == [("It is late.", "It will come.")]
    assert [u["text"] for u in printed["unmapped"] if u["reason"] == "no_column"] == ["Nothing was said."]
