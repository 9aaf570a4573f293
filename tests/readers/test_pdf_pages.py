"""What goes on over pages is one, and what every page repeats is said once."""

from pipeline.model import BlockKind, Document
from pipeline.readers.pdf import read_pdf
from tests.readers.pdf_build import MONO, Page, pdf

XS = [50, 100, 300, 550]
HEADINGS = ["No.", "Milestone", "Evidence"]
PROSE = ["The plan was drawn up in five meetings, which were open to everybody and", "took place in the capital and in four other towns."]


def read(*pages: Page) -> Document:
    return read_pdf(pdf(pages), document_id="0" * 64, file_name="report.pdf")


def rows(document: Document, table: int = 0) -> list[list[str]]:
    grid = document.grids[table]
    found: list[list[str]] = [[] for _ in range(grid.n_rows)]
    for cell in grid.cells:
        found[cell.row].append(cell.text)
    return found


def full_page(texts: list[list[str]], top: float = 700) -> Page:
    """Return a page whose table reaches its foot."""
    page = Page()
    page.table(XS, [top + 30 * number for number in range(len(texts) + 1)], texts)
    return page


def test_a_table_goes_on_over_the_page_and_its_repeated_heading_is_dropped():
    first = full_page([HEADINGS, ["1", "Publish", "Published."]])
    second = full_page([HEADINGS, ["2", "Train", "Trained."]], top=50)

    document = read(first, second)

    assert rows(document) == [HEADINGS, ["1", "Publish", "Published."], ["2", "Train", "Trained."]]
    assert document.grids[0].header_rows == 1
    assert [cell.pages for cell in document.grids[0].cells if cell.row == 2] == [(2,)] * 3


def test_a_table_without_repeated_heading_goes_on():
    first = full_page([HEADINGS, ["1", "Publish", "Published."]])
    second = full_page([["2", "Train", "Trained."]], top=50)

    assert [row[0] for row in rows(read(first, second))] == ["No.", "1", "2"]


def test_a_table_that_ends_high_on_its_page_is_not_continued():
    first = full_page([HEADINGS, ["1", "Publish", "Published."]], top=50)
    first.text(50, 760, "Page foot that shows how far down text may reach.")
    second = full_page([[*HEADINGS[:2], "Comment"], ["2", "Train", "Trained."]], top=50)

    assert len(read(first, second).grids) == 2


def test_a_form_goes_on_where_its_next_row_is_too_high_for_the_room_that_was_left():
    first, second, last = Page(), Page(), Page()
    first.table([50, 150, 550], [620, 650, 680], [["Name", "Open courts"], ["Dates", "2019"]])
    second.table([50, 150, 550], [50, 110], [["Results", "Published."]])
    second.table([50, 150, 300, 550], [110, 140], [["Others", "Ministry", "None"]])
    last.text(50, 720, "How far down text may reach.")

    assert [row[0] for row in rows(read(first, second, last))] == ["Name", "Dates", "Results", "Others"]


def test_a_heading_of_two_storeys_that_would_not_fit_goes_on_on_the_next_page():
    first, second, last = Page(), Page(), Page()
    first.table([50, 150, 550], [630, 660, 690], [["Name", "Open courts"], ["Dates", "2019"]])
    second.grid([50, 150, 550], [50, 90])
    second.grid([350, 550], [50, 70, 90])
    second.line(450, 70, 450, 90)
    for x, y, text in ((54, 62, "Activity"), (154, 62, "End"), (354, 62, "Start"), (354, 82, "planned"), (454, 82, "real")):
        second.text(x, y, text)
    second.table([50, 150, 350, 450, 550], [90, 120], [["Film", "May", "March", "April"]])
    last.text(50, 718, "How far down text may reach.")

    assert len(read(first, second, last).grids) == 1


def test_a_label_in_lower_case_where_all_others_have_a_capital_is_the_rest_of_the_one_above():
    first, second = Page(), Page()
    first.table(
        [50, 95, 200, 550], [670, 700, 730, 760], [["Name", "", "Open courts"], ["Dates", "", "2019"], ["Others", "State bodies", "Ministry"]]
    )
    second.table([50, 95, 200, 550], [50, 80, 110], [["involved", "Civil society", "Centre"], ["Results", "", "None yet."]])

    labels = [(cell.text, cell.row_span) for cell in read(first, second).grids[0].cells if cell.column == 0]

    assert labels == [("Name", 1), ("Dates", 1), ("Others involved", 2), ("Results", 1)]


def test_prose_between_two_tables_parts_them():
    first = full_page([HEADINGS, ["1", "Publish", "Published."]])
    second = full_page([HEADINGS, ["2", "Train", "Trained."]], top=100)
    second.text(50, 60, "The second commitment is about training.")

    document = read(first, second)

    assert [block.kind for block in document.blocks] == [BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.TABLE]


def test_a_row_cut_by_the_page_is_one_row():
    first = full_page([HEADINGS, ["1", "Publish the plan", "The plan was published in May and the minutes of nearly"]])
    second = full_page([["", "", "all meetings followed in June."], ["2", "Train", "Trained."]], top=50)

    document = read(first, second)

    assert rows(document)[1] == ["1", "Publish the plan", "The plan was published in May and the minutes of nearly all meetings followed in June."]
    assert rows(document)[2] == ["2", "Train", "Trained."]
    assert document.grids[0].cells[5].pages == (1, 2)


def test_several_cells_of_a_row_may_go_on():
    first = full_page([HEADINGS, ["1", "Publish the plan together with all the", "The plan was published in May and the minutes of nearly"]])
    second = full_page([["", "minutes", "all meetings followed in June."]], top=50)

    assert rows(read(first, second))[1:] == [
        [
            "1",
            "Publish the plan together with all the minutes",
            "The plan was published in May and the minutes of nearly all meetings followed in June.",
        ]
    ]


def test_a_cell_without_a_bottom_rule_goes_on_in_the_blank_cell_under_it():
    first = Page()
    for x in XS:
        first.line(x, 700, x, 760)
    first.line(50, 700, 550, 700)
    first.line(50, 730, 550, 730)
    first.line(100, 760, 550, 760)
    for x, text in zip(XS, HEADINGS, strict=False):
        first.text(x + 4, 715, text)
    first.text(54, 745, "1-2")
    first.text(104, 745, "Publish")
    second = full_page([["", "Train", "Trained."]], top=50)

    document = read(first, second)

    merged = [cell for cell in document.grids[0].cells if cell.text == "1-2"]
    assert [(cell.row, cell.row_span, cell.pages) for cell in merged] == [(1, 2, (1, 2))]


def test_a_form_cut_by_the_page_keeps_one_set_of_columns():
    first = Page()
    first.table([50, 200, 550], [700, 730, 760], [["Lead", "Ministry"], ["Objective", "Open data"]])
    second = Page()
    second.grid([50, 200, 375, 550], [50, 80])
    second.grid([50, 200, 550], [80, 110])
    for x, y, text in ((54, 65, "Level"), (204, 65, "Limited"), (379, 65, "Completed"), (54, 95, "Next steps"), (204, 95, "More data")):
        second.text(x, y, text)

    (grid,) = read(first, second).grids

    assert (grid.n_rows, grid.n_columns) == (4, 3)
    assert {cell.text: cell.column_span for cell in grid.cells} == {
        "Lead": 1, "Ministry": 2, "Objective": 1, "Open data": 2, "Level": 1, "Limited": 1, "Completed": 1, "Next steps": 1, "More data": 2,
    }  # fmt: skip


def test_the_next_form_with_the_same_labels_is_a_table_of_its_own():
    labels = ["Title", "Lead", "Objective", "Status", "End date"]
    first, second = Page(), Page()
    first.table([50, 200, 550], [600 + 30 * n for n in range(6)], [[label, f"one {n}"] for n, label in enumerate(labels)])
    second.table([50, 200, 550], [50 + 30 * n for n in range(6)], [[label, f"two {n}"] for n, label in enumerate(labels)])

    assert [grid.n_rows for grid in read(first, second).grids] == [5, 5]


def test_running_heads_and_numbered_feet_are_said_once_and_apart():
    pages = []
    for number in range(1, 5):
        page = Page()
        page.text(50, 30, "Republic of Examples | Action Plan", size=8)
        page.lines(50, 80, [f"In part {'abcd'[number - 1]} {line}" for line in PROSE])
        page.text(280, 780, f"Page {number} of 4", size=8)
        pages.append(page)

    blocks = read(*pages).blocks

    assert [(block.text, block.pages) for block in blocks if block.kind is BlockKind.PAGE_HEADER] == [("Republic of Examples | Action Plan", (1,))]
    assert [block.text for block in blocks if block.kind is BlockKind.PAGE_FOOTER] == ["Page 1 of 4"]
    assert [block.kind for block in blocks if block.text.startswith("In part")] == [BlockKind.PARAGRAPH] * 4


def test_numbered_headings_at_the_head_of_pages_are_no_running_heads():
    pages = []
    for number in range(1, 4):
        page = Page()
        page.text(50, 60, f"Commitment {number}", size=16)
        page.lines(50, 90, PROSE)
        pages.append(page)

    headings = [block.text for block in read(*pages).blocks if block.kind is BlockKind.HEADING]

    assert headings == ["Commitment 1", "Commitment 2", "Commitment 3"]


def test_a_heading_that_every_chapter_has_is_no_running_head_where_it_stands_at_the_head_of_pages():
    pages = []
    for number in range(4):
        page = Page()
        page.text(50, 60, "Next steps" if number % 2 else f"Chapter {'abcd'[number]}", size=16)
        page.lines(50, 90, PROSE)
        page.text(50, 400, f"Part {'abcd'[number]}" if number % 2 else "Next steps", size=16)
        page.lines(50, 430, PROSE)
        pages.append(page)

    blocks = read(*pages).blocks

    assert [block.text for block in blocks if block.kind is BlockKind.PAGE_HEADER] == []
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING].count("Next steps") == 4


def test_a_running_head_between_two_parts_does_not_part_a_table():
    pages = [full_page([HEADINGS, ["1", "Publish", "Published."]]), full_page([HEADINGS, ["2", "Train", "Trained."]], top=60)]
    for page in pages:
        page.text(50, 30, "Action Plan", size=8)

    assert len(read(*pages).grids) == 1


def test_a_foot_with_its_page_number_larger_than_the_tables_text_does_not_part_a_table():
    pages = []
    for number in range(1, 4):
        page = Page()
        page.table(
            XS,
            [60 + 23 * n for n in range(31)],
            [[f"{number}.{n}", "Publish the minutes", "All of them are on the website."] for n in range(30)],
            size=8,
        )
        page.text(250, 785, f"Action Plan | Progress Report {number}", size=11)
        pages.append(page)

    document = read(*pages)

    assert [block.kind for block in document.blocks] == [BlockKind.TABLE, BlockKind.PAGE_FOOTER]
    assert document.grids[0].n_rows == 90


def test_a_blank_cell_under_a_merged_one_is_part_of_it_and_its_row_a_row_of_its_own():
    first, second = Page(), Page()
    xs = [50, 130, 190, 550]
    for x in xs:
        first.line(x, 670, x, 760)
    for y, start in ((670, 50), (700, 50), (730, 130), (760, 50)):
        first.line(start, y, 550, y)
    first.lines(54, 682, ["Theme"])
    for y, texts in ((682, ("Activity", "Evidence")), (712, ("List", "Two were listed.")), (742, ("Publish", "Published."))):
        first.text(134, y, texts[0])
        first.text(194, y, texts[1])
    first.text(54, 712, "Data")
    second.table(xs, [50, 80, 110], [["", "Train", "Trained."], ["Other", "Open", "Opened."]])

    document = read(first, second)

    assert [row[-2:] for row in rows(document)] == [
        ["Activity", "Evidence"],
        ["List", "Two were listed."],
        ["Publish", "Published."],
        ["Train", "Trained."],
        ["Open", "Opened."],
    ]
    assert [(cell.row, cell.row_span) for cell in document.grids[0].cells if cell.text == "Data"] == [(1, 3)]


def test_a_merged_cell_without_a_number_in_a_column_of_numbers_goes_on_from_the_page_before():
    first, second = Page(), Page()
    first.table(
        [50, 130, 550], [640, 670, 700, 730, 760], [["Theme", "Activity"], ["1. Rules", "Draft"], ["2. Maps", "Draw"], ["3. Data", "Publish"]]
    )
    second.grid([50, 130, 550], [50, 110])
    second.line(130, 80, 550, 80)
    for x, y, text in ((54, 62, "Lead: Office"), (134, 62, "Train"), (134, 92, "Open")):
        second.text(x, y, text)

    assert [(cell.text, cell.row_span) for cell in read(first, second).grids[0].cells if cell.column == 0][-1] == ("3. Data\nLead: Office", 3)


def test_a_merged_cell_goes_on_beside_another_of_the_same_rows_whatever_it_begins_with():
    first, second = Page(), Page()
    xs = [50, 130, 190, 250, 550]
    first.table(xs, [700, 730, 760], [["Theme", "Lead", "Activity", "Evidence"], ["Monitoring of", "Office of", "Draft", "Done."]])
    second.grid(xs, [50, 110])
    second.line(190, 80, 550, 80)
    for x, y, text in ((54, 62, "budgets"), (134, 62, "Finance"), (194, 62, "Train"), (194, 92, "Open"), (254, 92, "Opened.")):
        second.text(x, y, text)

    cells = read(first, second).grids[0].cells

    assert [(c.text, c.row_span) for c in cells if c.row > 0 and c.column < 2] == [("Monitoring of budgets", 3), ("Office of Finance", 3)]
    assert [(c.text, c.row_span) for c in cells if c.row > 0 and c.column == 3] == [("Done.", 1), ("", 1), ("Opened.", 1)]


def test_a_few_words_that_fill_their_narrow_cell_above_some_room_do_not_run_on_in_the_next_row():
    first, second = Page(), Page()
    first.table(
        [50, 100, 550],
        [600, 630, 760],
        [
            ["Level", "Evidence"],
            ["under way", "The register is open to all.\nTwo sets of nine are in it.\nThe rest follows.\nIn May.\nSoon.\nSurely."],
        ],
    )
    second.table([50, 100, 550], [50, 80], [["completed", "All nine sets are online."]])

    assert [row[0] for row in rows(read(first, second))] == ["Level", "under way", "completed"]


def test_numbered_items_on_either_side_of_a_pages_end_are_two_rows():
    first = Page()
    first.table(
        [50, 75, 210, 275, 550], [700, 730, 760], [["No.", "Activity", "End", "Evidence"], ["2.", "Publish ten sets.", "28 June 2019", "Done."]]
    )
    second = Page()
    second.table([50, 75, 210, 275, 550], [50, 80], [["3.", "Publish the others.", "completed", "Done too."]])

    assert [row[0] for row in rows(read(first, second))] == ["No.", "2.", "3."]


def test_lettered_items_of_a_field_go_on_under_its_label():
    first, second = Page(), Page()
    first.table([50, 200, 550], [700, 730, 760], [["Lead", "Ministry"], ["Next steps", "a. Publish the plan."]])
    second.table([50, 200, 550], [50, 80, 110], [["", "b. Train the staff."], ["End date", "2023"]])

    assert rows(read(first, second))[1] == ["Next steps", "a. Publish the plan.\nb. Train the staff."]


def test_a_label_without_a_bottom_rule_beside_closed_cells_goes_on_over_another_row():
    first = Page()
    for x in (50, 130, 300, 550):
        first.line(x, 700, x, 760)
    first.line(50, 700, 550, 700)
    first.line(50, 730, 550, 730)
    first.line(130, 760, 550, 760)
    for x, y, text in (
        (54, 712, "Lead"),
        (134, 712, "Ministry"),
        (304, 712, "Data Office"),
        (54, 742, "Others"),
        (134, 742, "Government"),
        (304, 742, "Agency"),
    ):
        first.text(x, y, text)
    second = Page()
    second.table([50, 130, 300, 550], [50, 80, 110], [["", "Civil society", "Forum"], ["Title", "Open data", ""]])

    document = read(first, second)

    assert rows(document)[1:3] == [["Others", "Government", "Agency"], ["Civil society", "Forum"]]


def test_a_paragraph_goes_on_over_the_page():
    first, second = Page(), Page()
    first.lines(
        50,
        740,
        [
            "The plan was drawn up in five meetings, which were open to everybody",
            "and which took place in the capital, in four other towns and besides on",
        ],
    )
    second.lines(50, 60, ["the internet, where more than two hundred people took part."])

    (block,) = read(first, second).blocks

    assert block.text.endswith("and besides on the internet, where more than two hundred people took part.")
    assert block.pages == (1, 2)


def test_notes_at_the_foot_are_apart_and_their_numbers_dropped():
    page = Page()
    page.text(50, 60, "The plan was drawn up in five open meetings", font=MONO)
    page.text(308, 56, "1", size=6, font=MONO)
    page.text(312, 60, ". It has nine commitments.", font=MONO)
    page.line(50, 700, 200, 700)
    page.text(50, 712, "1", size=5)
    page.text(54, 715, "Minutes are on the website.", size=8)

    blocks = read(page).blocks

    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "The plan was drawn up in five open meetings. It has nine commitments."),
        (BlockKind.FOOTNOTE, "Minutes are on the website."),
    ]


def test_a_nested_table_cut_by_the_page_is_one_nested_grid():
    first, second = Page(), Page()
    first.grid([50, 150, 400], [640, 670, 760])
    first.grid([156, 250, 340], [670, 715, 760])
    for x, y, text in ((54, 655, "Field"), (154, 655, "Status"), (54, 690, "Level"), (160, 690, "Limited"), (254, 690, "Completed"), (160, 740, "a")):
        first.text(x, y, text, font=MONO)
    second.grid([50, 150, 400], [50, 110])
    second.grid([156, 250, 340], [50, 80, 110])
    for x, y, text in ((160, 65, "b"), (254, 95, "c")):
        second.text(x, y, text, font=MONO)

    outer, inner = read(first, second).grids

    assert outer.n_rows == 2
    assert inner.n_rows == 4
    assert outer.cells[3].text == "Limited\tCompleted\na\t\nb\t\n\tc"


def test_a_form_goes_on_where_its_last_sentence_does_though_the_page_has_room():
    longest, first, second = Page(), Page(), Page()
    longest.lines(50, 60, ["The prose of this page reaches down to its foot."] * 60)
    first.table([50, 300, 550], [600, 620, 640], [["End date", "2023"], ["Results", "The plan was published in May and the minutes of nearly"]])
    second.table([50, 300, 550], [50, 70, 90], [["", "all meetings followed in June."], ["Next steps", "Publish."]])

    document = read(longest, first, second)

    assert rows(document)[1:] == [
        ["Results", "The plan was published in May and the minutes of nearly all meetings followed in June."],
        ["Next steps", "Publish."],
    ]
