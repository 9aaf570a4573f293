"""Tables of a Word document on one grid."""

import pytest

from pipeline.model import BlockKind, CellPlace, Grid
from tests.readers.docx_build import docx, p, r, read, tbl, tc, tr


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    """Return row, column, row span, column span and text of each cell."""
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells]


def grid_of(*rows: str, properties: str = "", columns: tuple[int, ...] = ()) -> Grid:
    """Read a document with one table and return it."""
    return read(docx(tbl(*rows, properties=properties, columns=columns))).grids[0]


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_merged_cell_is_one_cell_that_spans() -> None:
    grid = grid_of(tr(tc("band", span(2)), tc("c")), tr(tc("a", BEGIN), "b", "c"), tr(tc("", GO_ON), "b2", "c2"))

    assert (grid.n_rows, grid.n_columns) == (3, 3)
    assert cells(grid) == [
        (0, 0, 1, 2, "band"),
        (0, 2, 1, 1, "c"),
        (1, 0, 2, 1, "a"),
        (1, 1, 1, 1, "b"),
        (1, 2, 1, 1, "c"),
        (2, 1, 1, 1, "b2"),
        (2, 2, 1, 1, "c2"),
    ]


def test_a_cell_merged_across_and_down_is_one_cell() -> None:
    grid = grid_of(tr(tc("x", span(2) + BEGIN), "a"), tr(tc("", span(2) + GO_ON), "b"), tr("c", "d", "e"))

    assert cells(grid)[0] == (0, 0, 2, 2, "x")


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own() -> None:
    grid = grid_of(tr(tc("a", GO_ON), "b"), tr(tc("c", GO_ON), "d"))

    assert cells(grid) == [(0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "d")]


def test_a_merge_under_a_cell_of_another_width_is_a_cell_of_its_own() -> None:
    grid = grid_of(tr(tc("a", span(2) + BEGIN)), tr(tc("b", GO_ON), "c"))

    assert cells(grid) == [(0, 0, 1, 2, "a"), (1, 0, 1, 1, "b"), (1, 1, 1, 1, "c")]


def test_words_that_a_merge_covers_are_doubted() -> None:
    document = read(docx(tbl(tr(tc("a", BEGIN)), tr(tc("covered", GO_ON)))))

    assert cells(document.grids[0]) == [(0, 0, 2, 1, "a")]
    assert "covered" in document.doubts[0]


def test_the_old_merge_across_spans_too() -> None:
    grid = grid_of(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "b"), tr("c", "d", "e"))

    assert cells(grid)[:2] == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]


def test_gaps_before_and_after_a_row_move_its_cells() -> None:
    gaps = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'

    grid = grid_of(tr("a", "b", "c"), tr("only", properties=gaps))

    assert cells(grid)[3:] == [(1, 1, 1, 1, "only")]


def test_grid_lines_that_no_cell_uses_are_no_columns() -> None:
    grid = grid_of(tr(tc("a", span(2)), tc("b", span(3))), tr(tc("band", span(5))), columns=(100,) * 5)

    assert grid.n_columns == 2
    assert cells(grid) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 2, "band")]


def test_a_band_without_a_span_takes_the_columns_of_its_width() -> None:
    width = '<w:tcW w:w="3000" w:type="dxa"/>'

    grid = grid_of(tr("a", "b", "c"), tr(tc("band", width)), columns=(1000, 1000, 1000))

    assert cells(grid)[3:] == [(1, 0, 1, 3, "band")]


def test_deleted_and_hidden_rows_and_deleted_cells_are_gone() -> None:
    document = read(
        docx(
            tbl(
                tr("a", "b"),
                tr("gone", "gone", properties='<w:del w:id="1"/>'),
                tr("hidden", "hidden", properties="<w:hidden/>"),
                tr("new", tc("dropped", '<w:cellDel w:id="2"/>'), "row", properties='<w:ins w:id="3"/>'),
            )
        )
    )

    assert cells(document.grids[0]) == [(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 1, "new"), (1, 1, 1, 1, "row")]
    assert len(document.doubts) == 1


def test_heading_rows_are_those_that_repeat_from_the_top() -> None:
    head = "<w:tblHeader/>"

    assert grid_of(tr("a", properties=head), tr("b", properties=head), tr("c"), tr("d", properties=head)).header_rows == 2
    assert grid_of(tr("a"), tr("b", properties=head)).header_rows == 0
    assert grid_of(tr("a", properties='<w:tblHeader w:val="0"/>')).header_rows == 0


def test_tables_keep_their_place_in_the_reading_order() -> None:
    document = read(docx(p("before") + tbl(tr("1")) + p("between") + tbl(tr("2")) + p("after")))

    assert [(b.position, b.kind, b.text, b.table) for b in document.blocks] == [
        (0, BlockKind.PARAGRAPH, "before", None),
        (1, BlockKind.TABLE, "", 0),
        (2, BlockKind.PARAGRAPH, "between", None),
        (3, BlockKind.TABLE, "", 1),
        (4, BlockKind.PARAGRAPH, "after", None),
    ]


def test_a_nested_table_is_text_of_the_outer_cell_and_a_grid_of_its_own() -> None:
    inner = tbl(tr("Limited", "Completed"), tr("", "x"))
    document = read(docx(tbl(tr("Level", tc(p("above") + inner + p("below")))) + tbl(tr("second"))))

    assert [g.table for g in document.grids] == [0, 1, 2]
    assert document.grids[0].cells[1].text == "above\nLimited\tCompleted\n\tx\nbelow"
    assert [c.text for c in document.grids[1].cells] == ["second"]
    assert document.grids[2].parent == CellPlace(0, 0, 1)
    assert cells(document.grids[2]) == [(0, 0, 1, 1, "Limited"), (0, 1, 1, 1, "Completed"), (1, 0, 1, 1, ""), (1, 1, 1, 1, "x")]


def test_a_nested_tables_parent_is_named_by_the_columns_that_count() -> None:
    document = read(docx(tbl(tr(tc("a", span(3)), tc(tbl(tr("inner")))), columns=(1, 1, 1, 1))))

    assert document.grids[1].parent == CellPlace(0, 0, 1)


def test_marks_in_a_nested_table_stand_on_their_words_in_the_outer_cell() -> None:
    cell = read(docx(tbl(tr(tc(p("Level") + tbl(tr("a", tc(p(r("b", "<w:b/>")))))))))).grids[0].cells[0]

    assert [cell.text[m.start : m.end] for m in cell.marks] == ["b"]


def test_a_table_without_rows_is_an_empty_grid() -> None:
    grid = grid_of()

    assert (grid.n_rows, grid.n_columns, grid.cells) == (0, 0, ())


@pytest.mark.parametrize("value", ["-3", "x", "99999999999"])
def test_a_nonsensical_span_does_no_harm(value: str) -> None:
    assert [c.text for c in grid_of(tr(tc("a", f'<w:gridSpan w:val="{value}"/>'), "b")).cells] == ["a", "b"]
