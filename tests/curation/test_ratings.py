"""A cell's signs against the report's legend."""

import pytest

from pipeline.curation.signs.legend import Legend
from pipeline.curation.signs.ratings import read_levels, read_rating
from pipeline.curation.wording.words import load_words
from pipeline.model import Cell, Mark, MarkKind
from pipeline.tables import Completion, Rating, RatingBasis, RatingIssue

EN = load_words(("en",))
NO_LEGEND = Legend()
LIGHTS = Legend(
    is_of_lights=True,
    phrases={"completed or substantial progress": Rating.GREEN, "limited progress": Rating.AMBER, "not started": Rating.RED, "parked": None},
)


def cell(text="", fill=None, *marks):
    return Cell(row=1, column=2, text=text, fill=fill, marks=marks)


def highlight(colour, text, kind=MarkKind.HIGHLIGHT):
    return Mark(kind=kind, start=0, end=len(text), colour=colour)


@pytest.mark.parametrize(("fill", "rating"), [("00B050", "green"), ("FFC000", "amber"), ("FF0000", "red"), ("92D050", "green"), ("FFFF00", "amber")])
def test_a_fill_alone_is_a_rating(fill, rating):
    reading = read_rating(cell(fill=fill), NO_LEGEND, EN)

    assert (reading.rating, reading.fill, reading.basis) == (rating, fill, RatingBasis.FILL)


@pytest.mark.parametrize("fill", [None, "D9D9D9", "F2F2F2"])
def test_a_blank_cell_without_colour_is_no_rating_and_no_fault(fill):
    reading = read_rating(cell(fill=fill), LIGHTS, EN)

    assert reading.is_blank and reading.rating is None and reading.issue is None


def test_a_colour_that_no_legend_knows_is_outside_it():
    reading = read_rating(cell(fill="0070C0"), LIGHTS, EN)

    assert reading.rating is None
    assert (reading.fill, reading.issue) == ("0070C0", RatingIssue.OUTSIDE_LEGEND)


def test_a_pale_tint_is_read_by_the_legend_that_prints_it():
    legend = Legend(colours={"E2EFDA": Rating.GREEN, "F8CBAD": Rating.RED})

    assert read_rating(cell(fill="E2EFDA"), legend, EN).rating is Rating.GREEN
    assert read_rating(cell(fill="F8CBAD"), legend, EN).rating is Rating.RED


def test_colour_and_word_that_agree_are_carried_by_the_colour():
    reading = read_rating(cell("Completed", "00B050"), NO_LEGEND, EN)

    assert (reading.rating, reading.completion, reading.basis) == (Rating.GREEN, Completion.COMPLETE, RatingBasis.FILL)


def test_colour_and_word_that_disagree_are_no_rating():
    reading = read_rating(cell("Completed", "FF0000"), NO_LEGEND, EN)

    assert reading.rating is None and reading.basis is None
    assert (reading.text, reading.fill, reading.issue) == ("Completed", "FF0000", RatingIssue.COLOUR_AND_TEXT_DISAGREE)


def test_two_colours_in_one_cell_are_no_rating():
    text = "●●"
    marks = (Mark(kind=MarkKind.FONT, start=0, end=1, colour="00B050"), Mark(kind=MarkKind.FONT, start=1, end=2, colour="FF0000"))

    assert read_rating(cell(text, None, *marks), NO_LEGEND, EN).issue is RatingIssue.COLOUR_AND_TEXT_DISAGREE


def test_words_that_say_nothing_of_a_rating_leave_the_highlight_to_decide():
    text = "Regulation adopted"
    reading = read_rating(cell(text, None, highlight("00FF00", text)), LIGHTS, EN)

    assert (reading.rating, reading.basis, reading.fill, reading.text) == (Rating.GREEN, RatingBasis.FILL, "00FF00", text)


def test_a_coloured_dot_is_a_symbol():
    reading = read_rating(cell("●", None, highlight("FFC000", "●", MarkKind.FONT)), NO_LEGEND, EN)

    assert (reading.rating, reading.basis, reading.text, reading.fill) == (Rating.AMBER, RatingBasis.SYMBOL, "●", "FFC000")


def test_an_emoji_has_no_fill():
    reading = read_rating(cell("🟡 Limited progress"), NO_LEGEND, EN)

    assert (reading.rating, reading.basis, reading.fill) == (Rating.AMBER, RatingBasis.SYMBOL, None)


def test_a_picture_is_a_shape():
    assert read_rating(cell("", None, highlight("FF0000", "", MarkKind.PICTURE)), NO_LEGEND, EN).basis is RatingBasis.SHAPE


@pytest.mark.parametrize(
    ("text", "rating", "completion"),
    [
        ("Complete", "green", "complete"),
        ("On track", "green", None),
        ("Delayed", "amber", None),
        ("Not started", "red", "not_started"),
        ("Withdrawn", None, "withdrawn"),
        ("A", "amber", None),
        ("Completed. The act was passed in May.", "green", "complete"),
    ],
)
def test_words_are_read_by_the_scale(text, rating, completion):
    reading = read_rating(cell(text), NO_LEGEND, EN)

    assert (reading.rating, reading.completion, reading.issue) == (rating, completion, None)
    assert reading.basis is RatingBasis.TEXT


def test_the_reports_own_legend_decides_before_the_scale():
    legend = Legend(phrases={"substantial": Rating.AMBER, "complete": Rating.GREEN})

    assert read_rating(cell("Substantial"), legend, EN).rating is Rating.AMBER


def test_a_status_of_the_legend_that_is_no_light_counts_as_rated():
    reading = read_rating(cell("Parked"), LIGHTS, EN)

    assert (reading.rating, reading.issue, reading.basis) == (None, None, RatingBasis.TEXT)


def test_a_word_that_nothing_explains_is_outside_the_legend():
    reading = read_rating(cell("Gazelle"), LIGHTS, EN)

    assert (reading.rating, reading.text, reading.issue) == (None, "Gazelle", RatingIssue.OUTSIDE_LEGEND)


@pytest.mark.parametrize(("text", "percent"), [("60%", 60.0), ("42,5 %", 42.5), ("0%", 0.0), ("100 percent", 100.0)])
def test_a_percentage_is_no_light(text, percent):
    reading = read_rating(cell(text), NO_LEGEND, EN)

    assert (reading.percent, reading.rating, reading.basis, reading.issue) == (percent, None, RatingBasis.PERCENT, None)


@pytest.mark.parametrize(
    ("language", "text"), [("lt", "35 proc."), ("de", "35 Prozent"), ("fr", "35 pour cent"), ("tr", "%35"), ("sv", "35 procent")]
)
def test_a_percentage_may_be_written_as_its_language_writes_it(language, text):
    reading = read_rating(cell(text), NO_LEGEND, load_words((language,)))

    assert (reading.percent, reading.basis, reading.issue) == (35.0, RatingBasis.PERCENT, None)


def test_a_bare_number_is_a_percentage_only_in_a_column_of_percentages():
    assert read_rating(cell("60"), NO_LEGEND, EN, is_percent=True).percent == 60.0
    assert read_rating(cell("60"), NO_LEGEND, EN).percent is None


@pytest.mark.parametrize("text", ["120%", "50% of 80%"])
def test_a_percentage_that_cannot_be_is_not_read(text):
    assert read_rating(cell(text), NO_LEGEND, EN).percent is None


def test_a_tick_takes_the_heading_above_it():
    reading = read_levels([("limited", "Limited")])

    assert (reading.rating, reading.completion, reading.text, reading.basis) == (Rating.AMBER, Completion.LIMITED, "Limited", RatingBasis.MARK)


def test_two_ticks_are_no_rating():
    reading = read_levels([("limited", "Limited"), ("complete", "Completed")])

    assert (reading.rating, reading.text, reading.issue) == (None, "Limited\nCompleted", RatingIssue.COLOUR_AND_TEXT_DISAGREE)


def test_no_tick_is_blank():
    assert read_levels([]).is_blank


def test_a_synonym_outside_a_legend_of_lights_names_no_level():
    reading = read_rating(cell("Partially done"), LIGHTS, EN)

    assert (reading.rating, reading.completion) == (Rating.AMBER, None)
    assert read_rating(cell("Partially done"), NO_LEGEND, EN).completion is Completion.LIMITED


def test_a_colour_that_the_legend_explains_as_no_light_is_known_and_rates_nothing():
    legend = Legend(is_of_lights=True, colours={"8BC34A": Rating.GREEN}, other_colours=frozenset({"BDBDBD"}))

    reading = read_rating(cell(fill="BCBDBE"), legend, EN)

    assert (reading.rating, reading.basis, reading.fill, reading.issue) == (None, RatingBasis.FILL, "BCBDBE", None)
