"""What stands in a cell or paragraph: lines joined, words mended, signs marked."""

import re

import pytest

from pipeline.model import BlockKind, Cell, Document, MarkKind
from pipeline.readers.pages import paragraphs, symbols
from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.symbols import spell_out
from pipeline.readers.pdf import read_pdf
from tests.readers.pdf_build import BOLD, DINGBATS, MONO, Page, pdf


def read(*pages: Page, **parts: object) -> Document:
    return read_pdf(pdf(pages, **parts), document_id="0" * 64, file_name="report.pdf")  # type: ignore[arg-type]


def cell_of(*lines: str, width: float = 120, pitch: float = 12, extra: Page | None = None) -> Cell:
    """Return the cell that holds these lines, in Courier (six points a letter at size 10)."""
    page = extra or Page()
    page.grid([50, 100, 100 + width], [100, 120, max(300, 140 + pitch * len(lines))])
    page.text(54, 112, "No.")
    page.lines(104, 132, lines, pitch=pitch, font=MONO)
    return read(page).grids[0].cells[3]


def test_a_line_that_is_full_goes_on_after_one_space():
    assert cell_of("The register was", "opened during May", "2023 for all.").text == "The register was opened during May 2023 for all."


def test_a_line_with_room_for_the_next_word_ends_its_paragraph():
    assert cell_of("Law adopted.", "No fees.").text == "Law adopted.\nNo fees."


def test_a_wider_gap_between_lines_parts_paragraphs():
    page = Page()
    page.lines(104, 192, ["Second paragraph", "wrapped as well."], font=MONO)

    assert cell_of("First paragraph,", "which is wrapped", "over its lines.", extra=page).text == (
        "First paragraph, which is wrapped over its lines.\nSecond paragraph wrapped as well."
    )


def test_a_bold_line_above_plain_text_is_a_paragraph_of_its_own():
    page = Page()
    page.grid([50, 100, 220], [100, 120, 300])
    page.text(104, 132, "Forum (1 May 2023):", font=BOLD)
    page.text(104, 144, "The annexes have not been published.", size=6)

    cell = read(page).grids[0].cells[3]

    assert cell.text == "Forum (1 May 2023):\nThe annexes have not been published."
    assert [(mark.kind, mark.start, mark.end) for mark in cell.marks] == [(MarkKind.BOLD, 0, 19)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["all environmental", "data, and environ-", "mental law"], "all environmental data, and environmental law"),
        (["machine-readable", "and also machine-", "readable files"], "machine-readable and also machine-readable files"),
        (["in the years 2018-", "2021, memos M-13-", "13 was kept"], "in the years 2018-2021, memos M-13-13 was kept"),
        (["for the years 2020\u2013", "2022, as planned"], "for the years 2020\u20132022, as planned"),
        (["a soft environ\xad", "mental word, as in", "environmental"], "a soft environmental word, as in environmental"),
    ],
)
def test_a_hyphen_at_a_lines_end_stays_only_where_it_belongs_to_the_word(lines, text):
    assert cell_of(*lines).text == text


def test_a_word_broken_in_a_narrow_cell_is_joined():
    page = Page()
    page.grid([50, 100, 148], [100, 120, 300])
    page.lines(104, 132, ["Substan", "tial"], font=MONO)

    assert read(page).grids[0].cells[3].text == "Substantial"


def test_two_words_that_fill_a_line_each_are_not_taken_for_one_longer_than_any_other():
    page = Page()
    page.grid([50, 100, 192], [100, 120, 300])
    page.lines(104, 132, ["Meteorological", "service"], font=MONO)

    assert read(page).grids[0].cells[3].text == "Meteorological service"


def test_a_word_too_long_for_its_line_is_not_broken_behind_another_word():
    page = Page()
    page.grid([50, 100, 192], [100, 120, 300])
    page.lines(104, 132, ["Train 15 towns", "thoroughly"], font=MONO)

    assert read(page).grids[0].cells[3].text == "Train 15 towns thoroughly"


SPACED = ["the register is ", "open to all of the ", "public and to the ", "press, and to all ", "the people who are ", "in need of it when "]


def test_a_line_without_a_space_at_its_end_ends_a_paragraph_where_wrapped_lines_have_one():
    wrapped = [line for _ in range(7) for line in SPACED]

    cell = cell_of(*wrapped, "they ask.", "Ministry of", "Environment", "Union of ", "municipalities", width=130, pitch=7)

    assert cell.text.split("\n")[1:] == ["Ministry of", "Environment", "Union of municipalities"]


def test_a_line_with_a_space_at_its_end_goes_on_before_words_held_together():
    wrapped = [line for _ in range(7) for line in SPACED]

    cell = cell_of(*wrapped, "they ask.", "[ ] Open [ ] At ", "[x] Closed", width=130, pitch=7)

    assert cell.text.split("\n")[1:] == ["[ ] Open [ ] At [x] Closed"]


def test_a_bold_label_that_fills_its_line_goes_on_where_other_labels_stand_on_one_line_with_their_text():
    page = Page()
    page.grid([50, 100, 220], [100, 120, 150, 300])
    page.text(104, 132, "Reply:", font=BOLD)
    page.text(138, 132, "We agree.", size=9)
    page.text(104, 162, "Forum (1 May 2023):", font=BOLD)
    page.text(104, 174, "The annexes are not out.", size=10)

    assert [cell.text for cell in read(page).grids[0].cells if cell.column == 1][1:] == [
        "Reply: We agree.",
        "Forum (1 May 2023): The annexes are not out.",
    ]


def test_centred_lines_without_room_are_one_paragraph():
    page = Page()
    page.grid([50, 100, 144], [100, 120, 300])
    page.lines(112, 132, ["Not"], font=MONO)
    page.lines(104, 144, ["starte"], font=MONO)
    page.lines(119, 156, ["d"], font=MONO)

    assert read(page).grids[0].cells[3].text == "Not started"


def test_lines_set_to_the_right_part_where_the_next_word_had_room():
    page = Page()
    page.lines(50, 60, [f"{number} The plan was drawn up in five meetings, which were open to everybody, in May." for number in range(4)], font=MONO)
    page.text(434, 200, "For the Committee", font=MONO)
    page.text(488, 212, "A. Mason", font=MONO)

    assert [block.text for block in read(page).blocks][-2:] == ["For the Committee", "A. Mason"]


def test_the_rest_of_a_date_at_a_lines_head_is_no_label():
    assert cell_of("Ministry, held on 5.", "12. 2022. The forms", "are in use.").text == "Ministry, held on 5. 12. 2022. The forms are in use."


def test_a_dot_in_a_grey_of_its_own_is_a_sign_and_no_bullet():
    page = Page()
    page.grid([50, 100, 220], [100, 120, 300])
    page.text(104, 132, "\u2022", colour="7F7F7F")
    page.text(114, 132, "Withdrawn")

    assert read(page).grids[0].cells[3].text == "\u2022 Withdrawn"


def test_an_address_goes_on_over_lines_without_spaces():
    assert cell_of("https://www.gov.", "example.org/open/", "register").text == "https://www.gov.example.org/open/register"


def test_drawn_bullets_are_left_out_and_their_paragraphs_marked():
    cell = cell_of("\u2022 First item", "\u2022 Second item")

    assert cell.text == "First item\nSecond item"
    assert [(mark.kind, cell.text[mark.start : mark.end], mark.text) for mark in cell.marks] == [
        (MarkKind.LIST_ITEM, "First item", "0"),
        (MarkKind.LIST_ITEM, "Second item", "0"),
    ]


def test_bullets_drawn_as_circles_are_left_out_too():
    page = Page()
    page.circle(106, 129, 1.5, "000000")
    page.grid([50, 100, 220], [100, 120, 300])
    page.text(114, 132, "An item")

    cell = read(page).grids[0].cells[3]

    assert (cell.text, [mark.kind for mark in cell.marks]) == ("An item", [MarkKind.LIST_ITEM])


def test_typed_dashes_are_text():
    assert cell_of("- first", "- second").text == "- first\n- second"


def test_lettered_items_are_paragraphs_with_their_letters():
    assert cell_of("a. Publish plans", "which are new;", "b. Hold meetings").text == "a. Publish plans which are new;\nb. Hold meetings"


def test_coloured_letters_are_marked_and_black_ones_not():
    page = Page()
    page.text(60, 60, "Delayed", colour="FF0000")
    page.text(120, 60, "since May")

    (block,) = read(page).blocks

    assert block.text == "Delayed since May"
    assert [(mark.kind, mark.start, mark.end, mark.colour) for mark in block.marks] == [(MarkKind.FONT, 0, 7, "FF0000")]


def test_ticks_of_a_dingbats_font_are_ticks():
    page = Page()
    page.grid([50, 100, 220], [100, 120, 140])
    page.text(104, 134, "4", font=DINGBATS)

    assert read(page).grids[0].cells[3].text in ("✓", "✔")


def test_glyphs_drawn_twice_are_read_once():
    page = Page()
    page.text(60, 60, "Completed")
    page.text(200, 60, "in June")
    page.text(60.3, 60, "Completed")

    assert [block.text for block in read(page).blocks] == ["Completed in June"]


def test_white_text_on_white_is_left_out_and_said_so():
    page = Page()
    page.text(60, 60, "Seen")
    page.text(60, 90, "Rate this green", colour="FFFFFF")

    document = read(page)

    assert [block.text for block in document.blocks] == ["Seen"]
    assert any("Rate this green" in doubt for doubt in document.doubts)


def test_white_text_on_a_colour_is_read():
    page = Page()
    page.rect(50, 130, 150, 30, fill="C00000")
    page.grid([50, 200, 300], [100, 130, 160])
    page.text(54, 145, "Not started", colour="FFFFFF")

    assert "Not started" in [cell.text for cell in read(page).grids[0].cells]


def test_invisible_text_is_left_out_and_said_so():
    page = Page()
    page.text(60, 60, "Seen")
    page.text(60, 90, "Unseen", mode=3)

    document = read(page)

    assert [block.text for block in document.blocks] == ["Seen"]
    assert any("Unseen" in doubt for doubt in document.doubts)


def test_text_turned_in_its_cell_is_read_in_its_own_direction():
    page = Page()
    page.grid([50, 80, 220], [100, 220, 300])
    page.text(90, 120, "Most of the text on this page runs from left to right.", size=5)
    page.raw("BT /F1 10 Tf 0 1 -1 0 70 600 Tm (Commitment 1) Tj ET")

    assert read(page).grids[0].cells[0].text == "Commitment 1"


BODY = ["Two meetings were held in June, and the plan was published in", "the same year on the website of the ministry."]


def headed(*headings: tuple[str, float]) -> list[tuple[BlockKind, int | None]]:
    """Return the kinds and levels of bold lines of these sizes, each above a paragraph of size 10."""
    page = Page()
    for number, (text, size) in enumerate(headings):
        page.text(60, 60 + 80 * number, text, size=size, font=BOLD)
        page.lines(60, 90 + 80 * number, BODY)
    return [(block.kind, block.level) for block in read(page).blocks if block.text[:3] != "Two"]


def test_headings_are_told_by_size_and_weight_and_ranked_below_the_title():
    levels = headed(("Report", 20), ("Process", 14), ("Meetings", 12), ("Results", 14))

    assert levels == [(BlockKind.HEADING, level) for level in (1, 1, 2, 1)]


def test_a_chapter_of_its_own_stands_above_its_parts():
    assert headed(("Report", 20), ("Results", 14), ("Commitment 1", 12), ("Commitment 2", 12)) == [
        (BlockKind.HEADING, level) for level in (1, 1, 2, 2)
    ]


def test_a_bold_line_as_small_as_the_text_is_a_heading_where_it_has_a_number_or_none_is_larger():
    assert headed(("Report", 20), ("Results", 14), ("Views of others", 10), ("Commitment 1", 10))[2:] == [
        (BlockKind.PARAGRAPH, None),
        (BlockKind.HEADING, 2),
    ]
    assert headed(("Report", 20), ("Process", 10), ("Results", 10))[1:] == [(BlockKind.HEADING, 1)] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Law Network (10 March 2025)",
        "Law Network (10.03.2025):",
        "Law Network (March 2025)",
        "Law Network, 10 March 2025:",
        "Milestone 1.2 - Law Network, 10/03/2025",
        "Milestone 1.2 - Law Network, March 10, 2025",
    ],
)
def test_a_bold_line_that_dates_a_comment_is_no_heading(line):
    assert headed(("Report", 20), (line, 10), ("Results", 10))[1:] == [(BlockKind.PARAGRAPH, None), (BlockKind.HEADING, 1)]


def test_a_numbered_bold_line_without_date_among_those_that_date_comments_is_no_heading():
    lines = (("Report", 20), ("Results", 14), ("1.2 Law Network, 10/03/2025", 10), ("2.1 Open Forum, 11/03/2025", 10), ("2.2 Union", 10))

    assert [kind for kind, _ in headed(*lines)[2:]] == [BlockKind.PARAGRAPH] * 3


def test_prose_in_two_columns_is_read_column_after_column():
    left = ["The plan was drawn up in the spring of", "the year by a group of ten members, of", "whom five came from civil society and", "five from public bodies; it met once a", "month in the capital and four times in", "other towns, and published its minutes", "on the website."]  # fmt: skip
    right = ["A public call for ideas brought eighty", "proposals, of which nine were taken up", "into the plan after a vote. The others", "are listed in the annex with reasons, as", "the rules of the partnership ask, and may", "be taken up by the next plan, to be drawn", "up next year."]  # fmt: skip
    page = Page()
    page.lines(50, 60, left)
    page.lines(310, 60, right)

    document = read(page)

    assert document.grids == ()
    assert " ".join(block.text for block in document.blocks) == " ".join(left + right)


def apart(*lines: str) -> Page:
    """Draw lines in a cell, each hyphen as an object of its own."""
    page = Page()
    page.grid([50, 100, 220], [100, 120, 300])
    for number, line in enumerate(lines):
        for x, part in ((104, line[:-1]), (104 + 6 * (len(line) - 1), "-")) if line.endswith("-") else ((104, line),):
            page.text(x, 132 + 12 * number, part, font=MONO)
    return page


@pytest.mark.parametrize(
    ("producer", "text"), [("LibreOffice 7.4", "It was of use, nolonger kept."), ("Microsoft Word 2013", "It was of use, no-longer kept.")]
)
def test_a_hyphen_drawn_apart_tells_of_hyphenation_only_where_the_producer_draws_typed_ones_otherwise(producer, text):
    page = apart("It was of use, no-", "longer kept.")
    page.text(60, 400, "There is no doubt that it takes longer.")

    assert read(page, info=f"/Producer ({producer})").grids[0].cells[3].text == text


@pytest.mark.parametrize(
    ("spoilt", "meant"),
    [
        ("Ac\u7400\u6900vity", "Activity"),
        ("iden\u7400\u6900\u6600\u6900ed", "identified"),
        ("o\u6600\ucf00ce", "office"),
        ("submi\u7400\udd00ng", "submitting"),
        ("\u6600\u6900nal", "final"),
        ("\u6900 \u6700", "\u6900 \u6700"),
    ],
)
def test_ligatures_whose_letters_a_program_spoilt_are_mended(spoilt, meant):
    assert spell_out(spoilt, "ABCDEE+Calibri") == meant


def test_lines_set_as_far_apart_as_only_paragraphs_are_two_though_the_first_left_no_room():
    page, y = Page(), 60.0
    page.grid([50, 300, 500], [40, 400])
    for number in range(1, 10):
        page.text(54, y, f"Office {number} was asked to open all its data", font=MONO)
        page.text(54, y + 12, "and did so in May.", font=MONO)
        y += 25.5
    page.text(54, y, "The last of them took some more time.", font=MONO)
    page.text(54, y + 13.5, "Representatives agreed.", font=MONO)

    lines = read(page).grids[0].cells[0].text.split("\n")

    assert len(lines) == 11
    assert lines[0] == "Office 1 was asked to open all its data and did so in May."
    assert lines[-2:] == ["The last of them took some more time.", "Representatives agreed."]


def test_text_that_hides_nothing_is_left_as_spelling_it_out_would_leave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [chr(code) for code in range(0x20, 0x30000)] + [f"a{chr(ord(first) << 8)}{chr(ord(second) << 8)}" for first in "ft" for second in "fit"]
    left = {text: symbols.spell_out(text, "Arial") for text in texts}
    monkeypatch.setattr(symbols, "HIDDEN", re.compile(""))  # all of it may hide something

    assert {text for text in texts if symbols.spell_out(text, "Arial") != left[text]} == set()


@pytest.mark.parametrize(
    ("text", "is_label"),
    [
        ("a. First", True),
        ("viii) Eighth", True),
        ("(3) Third", True),
        ("2.1 Second", True),
        ("– Dash", True),
        ("The end. It is", False),
        ("e.g. this", False),
    ],
)
def test_a_line_that_begins_with_a_number_or_a_letter_and_a_sign_is_labelled(text: str, is_label: bool) -> None:
    line = Line(text, 1, 0.0, 100.0, 0.0, 10.0, is_bold=False, first_word=10.0, last_spaced=False)

    assert paragraphs.is_label(line) is is_label is (paragraphs.LABEL.match(text) is not None)
