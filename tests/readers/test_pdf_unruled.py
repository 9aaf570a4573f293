"""Tables without a ruled lattice, and what must not be taken for one."""

from pipeline.model import Document
from pipeline.readers.pdf import read_pdf
from tests.readers.pdf_build import BOLD, MONO, Page, pdf

XS = [50, 200, 300, 420]
ROWS = [
    ["Commitment", "Milestone", "Status", "Next steps"],
    ["Open budget", "1.1 Publish", "Completed", "Publish monthly"],
    ["Open contracts", "2.1 Standard", "Limited", "Train buyers"],
    ["Open courts", "3.1 Rulings", "Not started", "Draft the law"],
]


def read(*pages: Page) -> Document:
    return read_pdf(pdf(pages), document_id="0" * 64, file_name="report.pdf")


def rows(document: Document, table: int = 0) -> list[list[str]]:
    grid = document.grids[table]
    found: list[list[str]] = [[] for _ in range(grid.n_rows)]
    for cell in grid.cells:
        found[cell.row].append(cell.text)
    return found


def set_rows(page: Page, texts: list[list[str]], top: float, pitch: float, rules: bool = False) -> None:
    for number, row in enumerate(texts):
        for x, cell in zip(XS, row, strict=False):
            page.lines(x, top + number * pitch, cell.split("\n") if cell else ())
        if rules:
            page.line(45, top + number * pitch + pitch - 12, 550, top + number * pitch + pitch - 12)


def test_rules_below_the_rows_and_columns_of_text_make_a_grid():
    page = Page()
    page.text(50, 60, "Annex: completion", size=16)
    set_rows(page, ROWS, 100, 24, rules=True)

    document = read(page)

    assert rows(document) == ROWS
    assert [block.kind for block in document.blocks] == ["heading", "table"]


def test_a_row_of_several_lines_between_rules_is_one_row():
    wrapped = [*ROWS[:2], ["Open contracts", "2.1 Standard\nfor all buyers", "Limited", "Train buyers"], ROWS[3]]
    page = Page()
    set_rows(page, wrapped, 100, 40, rules=True)

    assert rows(read(page))[2] == ["Open contracts", "2.1 Standard for all buyers", "Limited", "Train buyers"]


def test_columns_without_any_rule_make_a_grid():
    page = Page()
    set_rows(page, ROWS, 100, 24)

    assert rows(read(page)) == ROWS


def test_a_row_that_its_producer_draws_as_one_object_is_parted_at_its_gaps():
    page = Page()
    for number, row in enumerate(ROWS):
        top, end = 100 + 24 * number, 0.0
        shown = []
        for x, cell in zip(XS, row, strict=True):
            shown.append(f"{-(x - XS[0] - end) * 100:.0f} ({cell})")
            end = x - XS[0] + 6.0 * len(cell)  # Courier: 0.6 of the size each
        page.raw(f"BT /{MONO} 10 Tf 1 0 0 1 {XS[0]} {page.height - top} Tm [{' '.join(shown)}] TJ ET")

    assert rows(read(page)) == ROWS


def test_a_band_across_the_columns_spans_them():
    page = Page()
    set_rows(page, ROWS[:2], 100, 24)
    page.text(50, 148, "Commitment 2: the transparency of public contracts", font=BOLD)
    set_rows(page, ROWS[2:], 172, 24)

    (grid,) = read(page).grids

    assert [(cell.column_span, cell.text) for cell in grid.cells if cell.row == 2] == [(4, "Commitment 2: the transparency of public contracts")]


def test_a_table_without_rules_goes_on_over_the_page():
    first, second = Page(), Page()
    set_rows(first, ROWS[:3], 700, 24, rules=True)
    set_rows(second, ROWS[3:], 50, 24, rules=True)
    second.text(50, 200, "Conclusion", size=16)

    document = read(first, second)

    assert rows(document) == ROWS
    assert [block.kind for block in document.blocks] == ["table", "heading"]


def test_a_heading_parts_two_tables_without_rules():
    page = Page()
    set_rows(page, ROWS, 100, 24, rules=True)
    page.text(50, 220, "Second commitment", size=16)
    set_rows(page, ROWS, 250, 24, rules=True)

    assert [rows(read(page), table) for table in (0, 1)] == [ROWS, ROWS]


def test_a_cells_fill_is_read_without_rules_too():
    page = Page()
    for number, colour in enumerate(("00B050", "FFC000", "FF0000")):
        page.rect(297, 110 + 24 * number, 120, 24, colour)
    set_rows(page, ROWS, 100, 24)

    fills = [cell.fill for cell in read(page).grids[0].cells if cell.column == 2]

    assert fills == [None, "00B050", "FFC000", "FF0000"]


def test_prose_is_no_table():
    page = Page()
    page.lines(50, 60, [f"The plan number {n} was drawn up in the open and has been published." for n in range(12)])

    assert read(page).grids == ()


def test_a_table_of_contents_is_no_table():
    page = Page()
    for number, title in enumerate(("Introduction", "Process", "Commitments", "Conclusion")):
        page.text(50, 60 + 16 * number, title)
        page.text(500, 60 + 16 * number, str(3 + 4 * number))

    assert read(page).grids == ()


def test_a_list_with_its_labels_set_apart_is_no_table():
    page = Page()
    for number, item in enumerate(("Publish the plan", "Hold meetings", "Report once a year", "Answer comments")):
        page.text(50, 60 + 16 * number, f"{'abcd'[number]})")
        page.text(80, 60 + 16 * number, item)

    assert read(page).grids == ()


def ruled_form(page: Page, texts: list[str], top: float, pitch: float = 24) -> None:
    """Full rows between rules as wide as the table."""
    page.line(45, top - 12, 550, top - 12)
    for number, text in enumerate(texts):
        page.text(50, top + number * pitch, text)
        page.line(45, top + number * pitch + 12, 550, top + number * pitch + 12)


def form_at_the_foot() -> Page:
    page = Page()
    page.line(45, 688, 550, 688)
    set_rows(page, [["Lead", "Start", "End"], ["Ministry", "May", "June"]], 700, 24, rules=True)
    ruled_form(page, ["Results"], 748)
    return page


def test_full_rows_between_rules_go_on_with_the_table_at_the_foot_of_the_page_before():
    second = Page()
    ruled_form(second, ["Two sets of data were published.", "Next steps", "Three more."], 60)

    document = read(form_at_the_foot(), second)

    assert [row[0] for row in rows(document)] == ["Lead", "Ministry", "Results", "Two sets of data were published.", "Next steps", "Three more."]


def test_a_heading_ends_the_table_of_the_page_before():
    second = Page()
    second.text(50, 40, "Commitment 2. Courts", size=14)
    set_rows(second, [["Lead", "Start", "End"], ["Supreme Court", "June", "July"]], 80, 24, rules=True)

    assert [rows(read(form_at_the_foot(), second), n)[1][0] for n in (0, 1)] == ["Ministry", "Supreme Court"]


def test_between_two_rules_stands_a_row_without_text():
    page = Page()
    set_rows(page, ROWS[:2], 100, 24, rules=True)
    page.line(45, 160, 550, 160)
    set_rows(page, ROWS[2:], 172, 24, rules=True)

    assert rows(read(page)) == [*ROWS[:2], [""] * 4, *ROWS[2:]]


def test_a_text_over_the_edge_of_a_column_takes_the_row():
    page = Page()
    set_rows(page, [["Lead", "Start", "End"], ["Ministry", "May", "June"]], 100, 24, rules=True)
    ruled_form(page, ["Two sets of data were published in the spring."], 148)

    assert rows(read(page))[2] == ["Two sets of data were published in the spring."]
