"""Legends wherever a report prints them."""

import pytest

from pipeline.curation.grids import views
from pipeline.curation.signs.legend import read_legend
from pipeline.curation.wording.words import load_words
from pipeline.model import Block, BlockKind, Mark, MarkKind
from pipeline.tables import Rating
from tests.build import cell, document, grid


def legend_of(*parts, languages=("en",)):
    printed = document(*parts)
    return read_legend(printed, views(printed), load_words(languages))


def test_a_line_of_prose_with_three_colours_is_a_legend():
    legend = legend_of("Green – Completed or substantial progress   Amber – Limited progress   Red – Not started or severe delays")

    assert legend.lights == {"completed or substantial progress": "green", "limited progress": "amber", "not started or severe delays": "red"}


def test_a_list_of_colours_is_a_legend():
    legend = legend_of("Green: done", "Yellow: under way", "Red: stuck")

    assert legend.lights == {"done": "green", "under way": "amber", "stuck": "red"}


def test_colours_in_brackets_after_their_meaning_are_a_legend():
    legend = legend_of("Done (green), under way (amber), stuck (red)")

    assert legend.lights == {"done": "green", "under way": "amber", "stuck": "red"}


def test_letters_are_explained_with_their_colours():
    legend = legend_of("V – verde: realizat; G – galben: progres limitat; R – roșu: neînceput", languages=("ro",))

    assert {k: legend.lights[k] for k in ("v", "g", "r")} == {"v": "green", "g": "amber", "r": "red"}


@pytest.mark.parametrize(
    ("language", "line", "lights"),
    [
        (
            "es",
            "Referencias: C (verde): Cumplido. E (amarillo): En ejecución. N (rojo): No iniciado.",
            {"c": "green", "cumplido": "green", "e": "amber", "en ejecución": "amber", "n": "red", "no iniciado": "red"},
        ),
        (
            "en",
            "Done (green) – the quay is open; Slow (amber) – it is late; Stuck (red) – nothing was built",
            {"done": "green", "the quay is open": "green", "slow": "amber", "it is late": "amber", "stuck": "red", "nothing was built": "red"},
        ),
    ],
)
def test_what_stands_before_a_colour_in_a_bracket_is_explained_behind_it(language, line, lights):
    assert legend_of(line, languages=(language,)).lights == lights


def test_symbols_are_explained_by_a_line_unless_their_colour_tells_them_apart():
    text = "Marks: ✔ completed; ● on schedule; ● delayed."
    dots = [n for n, c in enumerate(text) if c == "●"]
    marks = tuple(Mark(kind=MarkKind.FONT, start=n, end=n + 1, colour=c) for n, c in zip(dots, ("00A651", "F7941D"), strict=True))

    legend = legend_of(Block(position=0, kind=BlockKind.PARAGRAPH, text=text, marks=marks))

    assert legend.lights["✔"] == "green"
    assert "●" not in legend.lights
    assert legend.colours == {"00A651": "green", "F7941D": "amber"}


def test_stars_are_explained_by_a_line():
    legend = legend_of("★★★ = completed; ★★☆ = limited progress; ★☆☆ = not started")

    assert {k: v for k, v in legend.lights.items() if "★" in k} == {"★★★": "green", "★★☆": "amber", "★☆☆": "red"}


def test_the_marks_on_a_legends_words_are_its_colours():
    text = "Green done  Red stuck"
    marks = (Mark(kind=MarkKind.HIGHLIGHT, start=0, end=5, colour="E2EFDA"), Mark(kind=MarkKind.HIGHLIGHT, start=12, end=15, colour="F8CBAD"))

    legend = legend_of(Block(position=0, kind=BlockKind.PARAGRAPH, text=text, marks=marks))

    assert legend.colours == {"E2EFDA": "green", "F8CBAD": "red"}


def test_a_small_coloured_table_is_a_legend_and_its_cells_are_its_own():
    legend = legend_of(grid([("Green", "9BBB59"), "Completed"], [("Amber", "F79646"), "Limited progress"], [("Red", "C0504D"), "Not started"]))

    assert legend.colours == {"9BBB59": "green", "F79646": "amber", "C0504D": "red"}
    assert len(legend.cells) == 6


def test_a_heading_cell_may_list_the_values():
    table = grid(["Commitment", "Overall status\nFully implemented\nOn track\nDelayed\nRisk of delivery failure"], ["A", "On track"])

    assert legend_of(table).lights == {"fully implemented": "green", "on track": "green", "delayed": "amber", "risk of delivery failure": "red"}


def test_possible_values_in_a_sentence_are_a_legend_with_statuses_that_are_no_light():
    legend = legend_of("Possible values: Completed, On schedule, Behind schedule, Not started, Withdrawn, Closed.")

    assert legend.phrases["closed"] is None and legend.phrases["behind schedule"] == "amber"


@pytest.mark.parametrize(
    "text",
    [
        "The Green Climate Fund paid for the red flag indicator.",
        "We ask to change the rating to green.",
        "Green spaces were opened in 14 towns.",
    ],
)
def test_prose_that_mentions_colours_is_no_legend(text):
    assert not legend_of(text).is_printed


def test_a_blank_colour_and_the_word_beside_it_are_one_sign_which_a_third_column_explains():
    table = grid(
        ["Colour", "Status", "Meaning"],
        [cell(fill="92D050"), "Landed", "the work was done in full"],
        [cell(fill="FFC000"), "Afloat", "the work has begun but is late"],
        [cell(fill="FF5050"), "Sunk", "no work has been done at all"],
        [cell(fill="D9D9D9"), "Dropped", "the work was given up by its owner"],
    )

    legend = legend_of(table)

    assert [legend.phrases[w] for w in ("landed", "afloat", "sunk", "dropped")] == ["green", "amber", "red", None]


def test_a_table_of_ratings_is_no_legend():
    table = grid(
        ["Milestone", "Status", "Evidence", "Next steps"],
        ["Do this", cell("", fill="00B050"), "Done in May.", "-"],
        ["Do that", cell("", fill="FF0000"), "-", "-"],
    )

    assert not legend_of(table).colours


def test_a_table_that_counts_statuses_is_no_legend():
    assert not legend_of(grid(["Status", "Number"], ["Completed", "2"], ["Limited", "1"], ["Not started", "1"])).is_printed


def test_the_sentence_before_a_legend_is_none_of_its_words():
    text = (
        "The authorities filled in the matrix until June 2024, and organisations could comment in its last column. "
        "The status of milestones is rated as follows: done – green; partly done or under way – amber; not done – red."
    )
    legend = legend_of(text)

    assert legend.lights == {"done": "green", "partly done or under way": "amber", "not done": "red"}
    assert (legend.parts["partly done"], legend.parts["under way"]) == ("amber", "amber")


def test_statuses_in_quotes_are_told_apart_whatever_joins_and_explains_them():
    legend = legend_of("Each agency chose one of four: „Completed“, „Substantial“, „Limited“ (there is limited progress) or „Not started“.")

    assert legend.lights == {"completed": "green", "substantial": "green", "limited": "amber", "not started": "red"}


def test_a_number_with_an_ending_explains_nothing():
    legend = legend_of("14 միջոցառումից 5-ն ավարտված է, 3-ն ունի էական առաջընթաց, 3-ը՝ սահմանափակ առաջընթաց։", languages=("hy",))

    assert not legend.is_printed


def test_a_colon_between_a_status_and_its_meaning_opens_no_legend():
    legend = legend_of("Done: the product was delivered (green); started: there is progress (amber)")

    assert (legend.lights["done"], legend.lights["started"]) == ("green", "amber")


def test_a_tables_statuses_on_their_fills_are_words_of_the_legend_one_on_grey_stands_for_no_light() -> None:
    legend = legend_of(
        grid(
            ("Status", "Meaning"),
            (cell("Delivered", fill="00B050"), "The milestone was handed over in full"),
            (cell("Slow", fill="FFC000"), "Work has begun but is behind its timeline"),
            (cell("Dropped", fill="BFBFBF"), "The committee removed the milestone"),
        )
    )

    assert [legend.phrases[w] for w in ("delivered", "slow", "dropped")] == [Rating.GREEN, Rating.AMBER, None]


def test_a_table_of_commitments_with_their_status_explains_nothing() -> None:
    legend = legend_of(grid(("Commitment", "Status"), ("Open up the courts", "Completed"), ("Open up the budget", "Not started")))

    assert not legend.phrases


def test_a_colour_that_the_legend_explains_without_a_light_is_one_of_its_other_colours():
    rows = [("Green", "9BBB59"), "Completed"], [("Red", "C0504D"), "Not started"], [("Grey", "BDBDBD"), "The deadline has not come"]

    assert legend_of(grid(*rows)).other_colours == {"BDBDBD"}


def test_a_blank_grey_cell_beside_its_meaning_is_explained_too():
    rows = [("", "9BBB59"), "Completed"], [("", "C0504D"), "Not started"], [("", "4F81BD"), "The deadline has not come"]

    assert legend_of(grid(*rows)).other_colours == {"4F81BD"}


def test_a_sentence_that_counts_rows_by_status_is_no_legend_of_figures():
    assert not legend_of("Of the 11 activities 3 were completed, 3 – substantially completed, 2 – limited, and 2 – not started.").is_printed


def test_figures_after_a_colon_are_a_legend():
    assert legend_of("Scores: 3 = completed, 2 = substantial, 1 = limited").lights["3"] == "green"


def test_a_sign_the_status_it_stands_for_and_what_that_means_are_a_legend_of_levels():
    table = grid(
        ["Icon", "Status", "Meaning"],
        ["✔", "Completed", "All deliverables were produced."],
        ["◕", "Substantial progress", "Most of the work is done."],
        ["◔", "Limited progress", "Work has begun."],
        ["✘", "Not started", "No work has begun."],
    )
    legend = legend_of(table)

    assert {s: legend.lights[s] for s in "✔◕◔✘"} == {"✔": "green", "◕": "green", "◔": "amber", "✘": "red"}
    assert {s: legend.levels[s] for s in "✔◕◔✘"} == {"✔": "complete", "◕": "substantial", "◔": "limited", "✘": "not_started"}


def test_a_sign_before_a_status_may_stand_alone_unless_others_begin_with_it_too():
    scale = [["◕ Completed", "All of it was done."], ["◔ Limited progress", "Work has begun now."], ["○ Not started", "No work has begun."]]
    dotted = [[f"▪ {status[2:]}", meaning] for status, meaning in scale]

    assert {s: legend_of(grid(*scale)).levels[s] for s in "◕◔○"} == {"◕": "complete", "◔": "limited", "○": "not_started"}
    assert "▪" not in legend_of(grid(*dotted)).phrases


def test_a_shaded_first_row_without_a_status_heads_the_legend_and_is_none_of_it():
    heading = [cell("Wording", fill="DCE6F1"), cell("What the wording means here", fill="DCE6F1")]
    legend = legend_of(grid(heading, ["Completed", "All of it was done."], ["Limited", "Work has begun now."], ["Not started", "No work has begun."]))

    assert (legend.is_scale, set(legend.phrases)) == (True, {"completed", "limited", "not started"})


def test_three_columns_of_a_fill_a_status_and_its_meaning_are_a_legend_of_colours():
    rows = [
        [("", "92D050"), "Completed", "All is done."],
        [("", "FFC000"), "Delayed", "It is late."],
        [("", "FF0000"), "Not started", "Nothing is done."],
    ]
    legend = legend_of(grid(["", "Status", "Meaning"], *rows))

    assert (legend.colours, legend.levels) == ({"92D050": "green", "FFC000": "amber", "FF0000": "red"}, {})


def test_a_short_table_of_milestones_with_their_numbers_is_no_legend():
    rows = [["1", "Completed", "Publish the budget"], ["2", "Delayed", "Film the court"], ["3", "Not started", "Open the register"]]

    assert not legend_of(grid(["No.", "Status", "Milestone"], *rows)).is_printed
