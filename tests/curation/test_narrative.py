"""Prose by section."""

from pipeline.curation.narrative import contents_lines, read_narrative, sections
from pipeline.model import Block, BlockKind, Mark, MarkKind
from tests.build import document, grid, heading


def bold(text: str) -> Block:
    return Block(position=0, kind=BlockKind.PARAGRAPH, text=text, marks=(Mark(kind=MarkKind.BOLD, start=0, end=len(text)),))


def test_a_paragraph_stands_under_the_nearest_heading() -> None:
    source = document("Before.", heading("One"), "First.", heading("Two", 2), "Second.", heading("Three"), "Third.")

    rows = read_narrative(source, ())

    assert [(r["text"], r["section"], r["section_level"]) for r in rows if r["kind"] == "paragraph"] == [
        ("Before.", None, None),
        ("First.", "One", 1),
        ("Second.", "Two", 2),
        ("Third.", "Three", 1),
    ]


def test_a_heading_is_part_of_the_section_above_it() -> None:
    rows = read_narrative(document(heading("One"), heading("Two", 2), heading("Three", 2)), ())

    assert [(r["kind"], r["section"]) for r in rows] == [("heading", None), ("heading", "One"), ("heading", "One")]


def test_lines_of_a_contents_list_are_no_headings() -> None:
    source = document(
        heading("Contents"), heading("1. Introduction"), heading("2. Results"), heading("1. Introduction"), "Text.", heading("2. Results"), "More."
    )

    assert contents_lines(source.blocks) == {1, 2}
    assert [r["section"] for r in read_narrative(source, ()) if r["kind"] == "paragraph"][-2:] == ["1. Introduction", "2. Results"]


def test_leaders_make_a_line_of_contents_wherever_it_stands() -> None:
    assert contents_lines(document("Introduction ........ 4", "Introduction").blocks) == {0}


def test_a_bold_line_is_a_section_only_where_no_real_heading_is() -> None:
    with_headings = document(heading("Report"), heading("IRM"), bold("Commitment 3: Engagement"), "Text.")
    without = document(bold("Introduction"), "Text one.", bold("Results"), "Text two.")

    assert sections(with_headings)[3].heading == "IRM"
    assert [sections(without)[n].heading for n in (1, 3)] == ["Introduction", "Results"]


def test_what_others_used_running_heads_and_tables_are_left_out() -> None:
    head = Block(position=0, kind=BlockKind.PAGE_HEADER, text="Ghana")
    source = document("Kept.", "Used.", grid(["a", "b"]), head)

    rows = read_narrative(source, {1})

    assert [(r["position"], r["text"]) for r in rows] == [(0, "Kept.")]
