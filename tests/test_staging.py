"""Staging loses nothing: what is staged restores to the same document, through Parquet as well."""

from datetime import UTC, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.model import Block, BlockKind, Box, Cell, CellPlace, Document, Grid, Mark, MarkKind
from pipeline.staging import from_parquet, restore, stage, to_parquet

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
small = st.integers(0, 9)
points = st.floats(-1e4, 1e4)
marks = st.lists(
    st.builds(Mark, kind=st.sampled_from(MarkKind), start=small, end=small, colour=st.none() | st.just("FFC000"), text=st.none() | texts), max_size=2
).map(tuple)
boxes = st.lists(st.builds(Box, st.integers(1, 99), points, points, points, points), max_size=2).map(tuple)
places = st.builds(CellPlace, small, small, small)
dates = st.datetimes(timezones=st.sampled_from([None, UTC, timezone(timedelta(hours=8))]))
cells = st.builds(
    Cell, row=small, column=small, row_span=small, column_span=small, text=texts, fill=st.none() | st.just("92D050"), marks=marks, boxes=boxes
)
grids = st.lists(
    st.builds(
        Grid,
        table=small,
        n_rows=small,
        n_columns=small,
        cells=st.lists(cells, max_size=3).map(tuple),
        parent=st.none() | places,
        header_rows=small,
    ),
    max_size=3,
    unique_by=lambda g: g.table,
).map(tuple)
blocks = st.lists(
    st.builds(
        Block,
        position=small,
        kind=st.sampled_from(BlockKind),
        text=texts,
        level=st.none() | small,
        list_level=st.none() | small,
        table=st.none() | small,
        marks=marks,
        boxes=boxes,
        author=st.none() | texts,
        date=st.none() | dates,
        anchor=st.none() | places,
        anchor_position=st.none() | small,
    ),
    max_size=4,
).map(tuple)
documents = st.builds(
    Document,
    document_id=st.just("ab" * 32),
    format=st.sampled_from(["docx", "pdf"]),
    file_name=texts,
    n_pages=st.none() | small,
    blocks=blocks,
    grids=grids,
    title=st.none() | texts,
    language=st.none() | texts,
    doubts=st.lists(texts, max_size=2).map(tuple),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_what_is_staged_restores_to_the_same_document(document):
    staged = stage(document)

    assert restore(from_parquet(to_parquet(staged.blocks), to_parquet(staged.cells))) == document


def test_cells_have_the_contracts_columns_first_and_a_merged_cell_is_one_row():
    merged = Cell(row=0, column=0, row_span=3, text="Ministry", fill="FFC000", boxes=(Box(1, 0, 0, 9, 9), Box(2, 0, 0, 9, 9)))
    document = Document(
        document_id="0" * 64,
        format="pdf",
        file_name="r.pdf",
        n_pages=2,
        blocks=(),
        grids=(Grid(table=0, n_rows=3, n_columns=1, cells=(merged,)),),
    )

    staged = stage(document)

    assert staged.cells.column_names[:10] == ["table", "row", "column", "row_span", "column_span", "text", "fill", "marks", "pages", "bbox"]
    assert staged.cells.num_rows == 1
    assert staged.cells.column("pages").to_pylist() == [[1, 2]]


def test_the_same_document_stages_to_the_same_bytes():
    document = Document(
        document_id="0" * 64,
        format="docx",
        file_name="r.docx",
        n_pages=None,
        grids=(),
        blocks=(Block(position=0, kind=BlockKind.PARAGRAPH, text="x", marks=(Mark(kind=MarkKind.BOLD, start=0, end=1),)),),
    )

    assert to_parquet(stage(document).blocks) == to_parquet(stage(document).blocks)
