"""What is drawn as a table becomes a grid: rules of every kind, merged and nested cells, fills."""

import pytest

from pipeline.model import Document, Grid, MarkKind
from pipeline.readers.pdf import read_pdf
from tests.readers.pdf_build import Page, pdf

XS, YS = [50, 150, 300], [100, 130, 160]
TEXTS = [["Milestone", "Rating"], ["Publish the plan", "Completed"]]


def read(*pages: Page, **parts: object) -> Document:
    return read_pdf(pdf(pages, **parts), document_id="0" * 64, file_name="report.pdf")  # type: ignore[arg-type]


def texts(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell.text)
    return rows


def test_a_ruled_table_is_read_cell_by_cell():
    page = Page()
    page.table(XS, YS, TEXTS)

    document = read(page)

    assert [texts(grid) for grid in document.grids] == [TEXTS]
    assert [(block.kind, block.table) for block in document.blocks] == [("table", 0)]


def test_a_cells_box_is_where_it_stands_from_the_top_left():
    page = Page()
    page.table(XS, YS, TEXTS)

    (box,) = read(page).grids[0].cells[0].boxes

    assert (box.page, box.x0, box.top, box.x1, box.bottom) == pytest.approx((1, 50, 100, 150, 130), abs=1)


def draw_thin_rectangles(page: Page) -> None:
    for x in XS:
        page.rect(x - 0.25, 100, 0.5, 60, fill="000000")
    for y in YS:
        page.rect(50, y - 0.25, 250, 0.5, fill="000000")


def draw_dots(page: Page) -> None:
    for y in YS:
        for x in range(50, 301, 3):
            page.rect(x, y - 0.7, 1.5, 1.5, fill="000000")
    for x in XS:
        for y in range(100, 161, 3):
            page.rect(x - 0.7, y, 1.5, 1.5, fill="000000")


def draw_dashes(page: Page) -> None:
    for y in YS:
        for x in range(50, 300, 6):
            page.line(x, y, x + 4, y)
    for x in XS:
        for y in range(100, 160, 6):
            page.line(x, y, x, min(160, y + 4))


def draw_a_box_around_each_cell(page: Page) -> None:
    for top in YS[:-1]:
        for left, right in ((50, 150), (150, 300)):
            page.raw(f"0 0 0 RG {left} {800 - top - 30} {right - left} 30 re S")


def draw_open_sides(page: Page) -> None:
    page.line(150, 100, 150, 160)
    for y in YS:
        page.line(50, y, 300, y)


def draw_many_in_one_path(page: Page) -> None:
    uprights = " ".join(f"{x - 0.25} 640 0.5 60 re" for x in XS)
    levels = " ".join(f"50 {800 - y - 0.25} 250 0.5 re" for y in YS)
    page.raw(f"0 0 0 rg {uprights} {levels} f")


@pytest.mark.parametrize(
    "draw",
    [draw_thin_rectangles, draw_dots, draw_dashes, draw_a_box_around_each_cell, draw_open_sides, draw_many_in_one_path],
)
def test_rules_of_every_kind_make_the_same_grid(draw):
    page = Page()
    draw(page)
    for y, row in zip(YS, TEXTS, strict=False):
        for x, text in zip(XS, row, strict=False):
            page.text(x + 4, y + 14, text)

    (grid,) = read(page).grids

    assert texts(grid) == TEXTS


def test_merged_cells_span_rows_and_columns():
    page = Page()
    for x, top in ((50, 100), (150, 130), (250, 130), (350, 100)):
        page.line(x, top, x, 190)
    for y, left in ((100, 50), (130, 50), (160, 150), (190, 50)):
        page.line(left, y, 350, y)
    page.text(54, 115, "Commitment 1")
    page.text(54, 145, "both rows")
    page.text(154, 145, "b")
    page.text(254, 175, "c")

    (grid,) = read(page).grids

    spans = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells if cell.text}
    assert spans == {"Commitment 1": (0, 0, 1, 3), "both rows": (1, 0, 2, 1), "b": (1, 1, 1, 1), "c": (2, 2, 1, 1)}


def test_a_table_inset_in_a_cell_is_a_grid_of_its_own_and_part_of_the_cells_text():
    page = Page()
    page.grid([50, 150, 400], [100, 130, 200])
    page.grid([156, 250, 340], [130, 160, 200])
    for x, y, text in ((54, 115, "Level"), (154, 115, "Status"), (160, 145, "Limited"), (254, 145, "Completed"), (254, 180, "x")):
        page.text(x, y, text)

    outer, inner = read(page).grids

    assert (outer.n_rows, outer.n_columns) == (2, 2)
    assert outer.cells[3].text == "Limited\tCompleted\n\tx"
    assert (inner.parent.table, inner.parent.row, inner.parent.column) == (0, 1, 1)
    assert texts(inner) == [["Limited", "Completed"], ["", "x"]]


def test_a_frame_around_the_page_is_no_table():
    page = Page()
    page.raw("0 0 0 RG 20 20 560 760 re S")
    page.text(60, 60, "A sentence in a frame.")

    document = read(page)

    assert document.grids == ()
    assert [block.text for block in document.blocks] == ["A sentence in a frame."]


def test_a_box_around_some_text_is_a_text_box_and_one_as_wide_as_a_table_is_a_table():
    page = Page()
    page.raw("0 0 0 RG 80 720 200 40 re S 50 500 250 30 re S")
    page.text(90, 65, "Report of the year")
    page.table(XS, YS, TEXTS)
    page.text(54, 290, "Description")

    document = read(page)

    assert [(block.kind, block.text, block.table) for block in document.blocks] == [
        ("text_box", "Report of the year", None),
        ("table", "", 0),
        ("table", "", 1),
    ]


def test_a_page_turned_by_rotate_is_read_as_it_is_shown():
    page = Page(rotate=90)
    page.raw("q 0 1 -1 0 600 0 cm")
    page.table(XS, YS, TEXTS)
    page.raw("Q")

    (grid,) = read(page).grids

    assert texts(grid) == TEXTS


def test_a_page_whose_content_is_turned_is_read_upright():
    page = Page()
    page.raw("q 0 1 -1 0 800 0 cm")
    page.table(XS, YS, TEXTS)
    page.raw("Q")

    (grid,) = read(page).grids

    assert texts(grid) == TEXTS


def test_a_form_xobject_is_read_where_its_matrices_put_it():
    inner = Page()
    inner.table(XS, YS, TEXTS)
    stream = "\n".join(inner.content)
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 10 -20] "
        f"/Resources << /Font << /F1 3 0 R >> >> /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    )
    page = Page()
    page.resources.append("/XObject << /X1 10 0 R >>")
    page.raw("q 1 0 0 1 30 0 cm /X1 Do Q")

    (grid,) = read(page, objects=[form]).grids

    assert texts(grid) == TEXTS
    assert (grid.cells[0].boxes[0].x0, grid.cells[0].boxes[0].top) == pytest.approx((90, 120), abs=1)


def fill_of_second_cell(*rectangles: tuple[float, float, float, float, str]) -> str | None:
    page = Page()
    for rectangle in rectangles:
        page.rect(*rectangle)
    page.table(XS, YS, TEXTS)
    return read(page).grids[0].cells[3].fill


def test_a_cells_fill_is_the_colour_behind_all_of_it():
    assert fill_of_second_cell((150, 130, 150, 30, "00B050")) == "00B050"


def test_a_fill_painted_twice_is_one_fill():
    assert fill_of_second_cell((150, 130, 150, 30, "00B050"), (150, 130, 150, 30, "00B050")) == "00B050"


def test_the_last_fill_painted_is_the_one_that_shows():
    assert fill_of_second_cell((150, 130, 150, 30, "00B050"), (150, 130, 150, 30, "FF0000")) == "FF0000"


def test_strips_painted_line_by_line_are_one_fill():
    assert fill_of_second_cell((150, 130, 150, 10, "FFC000"), (150, 140, 150, 10, "FFC000"), (150, 150, 150, 10, "FFC000")) == "FFC000"


def test_white_is_no_fill():
    assert fill_of_second_cell((150, 130, 150, 30, "00B050"), (150, 130, 150, 30, "FFFFFF")) is None


def test_a_clipped_fill_colours_only_the_cells_that_it_shows_in():
    page = Page()
    page.raw("q 150 640 150 30 re W n")
    page.rect(0, 0, 600, 800, "00B050")
    page.raw("Q")
    page.table(XS, YS, TEXTS)

    cells = read(page).grids[0].cells

    assert [cell.fill for cell in cells] == [None, None, None, "00B050"]


def test_a_tiling_pattern_gives_the_colour_that_it_shows():
    tile = "0 0.69 0.314 rg 0 0 4 4 re f"
    pattern = (
        "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >> "
        f"/Length {len(tile)} >>\nstream\n{tile}\nendstream"
    )
    page = Page()
    page.resources.append("/Pattern << /P1 10 0 R >>")
    page.raw("/Pattern cs /P1 scn 150 640 150 30 re f")
    page.table(XS, YS, TEXTS)

    fill = read(page, objects=[pattern]).grids[0].cells[3].fill

    assert fill == "00B050"


def test_a_colour_behind_some_words_is_a_highlight_not_a_fill():
    page = Page()
    page.rect(153, 135, 49, 12, "FFFF00")
    page.table(XS, YS, [["Milestone", "Rating"], ["Publish", "Completed in June"]])

    cell = read(page).grids[0].cells[3]

    assert cell.fill is None
    (mark,) = [mark for mark in cell.marks if mark.kind is MarkKind.HIGHLIGHT]
    assert (cell.text[mark.start : mark.end], mark.colour) == ("Completed", "FFFF00")


def test_a_drawn_circle_in_a_cell_is_a_shape_with_its_colour():
    page = Page()
    page.circle(225, 145, 6, "FF0000")
    page.table(XS, YS, [["Milestone", "Rating"], ["Publish", ""]])

    (mark,) = read(page).grids[0].cells[3].marks

    assert (mark.kind, mark.colour, mark.start, mark.end) == (MarkKind.SHAPE, "FF0000", 0, 0)


def test_a_picture_in_a_cell_gives_its_main_colour():
    pixels = "FFC000" * 4
    image = (
        "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode "
        f"/Length {len(pixels) + 1} >>\nstream\n{pixels}>\nendstream"
    )
    page = Page()
    page.resources.append("/XObject << /I1 10 0 R >>")
    page.raw("q 12 0 0 12 220 650 cm /I1 Do Q")
    page.table(XS, YS, [["Milestone", "Rating"], ["Publish", ""]])

    (mark,) = read(page, objects=[image]).grids[0].cells[3].marks

    assert (mark.kind, mark.colour) == (MarkKind.PICTURE, "FFC000")
