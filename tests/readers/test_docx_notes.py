"""Text boxes, footnotes, comments in the margin, running heads and feet."""

from datetime import UTC, datetime

from pipeline.model import BlockKind, CellPlace, Mark, MarkKind
from tests.readers.docx_build import docx, p, r, read, relationship, tbl, tc, texts, tr


def box(content: str, fill: str = "") -> str:
    """Return a text box as Word writes it: the new drawing, and the old one for old readers."""
    solid = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else ""
    new = f"<wps:wsp><wps:spPr>{solid}</wps:spPr><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
    drawing = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{new}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    document = read(docx(p(box(p("in the box") + p("second line")) + r("anchor")) + p("after")))

    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "anchor"),
        (BlockKind.TEXT_BOX, "in the box"),
        (BlockKind.TEXT_BOX, "second line"),
        (BlockKind.PARAGRAPH, "after"),
    ]


def test_an_old_text_box_is_read_too() -> None:
    old = f"<w:r><w:pict><v:shape fillcolor='#00b050'><v:textbox><w:txbxContent>{p('old')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"

    block = read(docx(p(old))).blocks[0]

    assert (block.kind, block.text) == (BlockKind.TEXT_BOX, "old")
    assert block.marks == (Mark(kind=MarkKind.SHAPE, start=0, end=3, colour="00B050"),)


def test_a_text_box_in_a_cell_is_text_of_the_cell_with_its_fill_as_a_mark() -> None:
    cell = read(docx(tbl(tr(tc(p(r("Status") + box(p("Delayed"), "FFC000"))))))).grids[0].cells[0]

    assert cell.text == "Status\nDelayed"
    assert cell.marks == (Mark(kind=MarkKind.SHAPE, start=7, end=14, colour="FFC000"),)


def test_a_table_in_a_text_box_is_a_table_of_the_document() -> None:
    document = read(docx(p(box(tbl(tr("boxed")))) + tbl(tr("plain"))))

    assert [g.cells[0].text for g in document.grids] == ["boxed", "plain"]
    assert [b.table for b in document.blocks] == [0, 1]


def test_a_fallback_is_read_where_the_choice_needs_an_unknown_extension() -> None:
    body = f'<mc:AlternateContent><mc:Choice Requires="cx9">{r("new")}</mc:Choice><mc:Fallback>{r("old")}</mc:Fallback></mc:AlternateContent>'

    assert texts(read(docx(p(body)))) == ["old"]


def note(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_footnotes_follow_the_text_in_its_order_and_name_what_they_hang_on() -> None:
    notes = (
        f'<w:footnote w:id="-1" w:type="separator">{p("line")}</w:footnote>'
        f'<w:footnote w:id="1">{p("on the cell") + p("goes on")}</w:footnote><w:footnote w:id="2">{p("on the prose")}</w:footnote>'
    )
    body = p("Title") + p(r("prose") + note("footnote", 2)) + tbl(tr("a", tc(p(r("b") + note("footnote", 1)))))

    document = read(docx(body, parts={"footnotes": notes, "endnotes": f'<w:endnote w:id="1">{p("unreferenced")}</w:endnote>'}))

    found = [(b.text, b.anchor, b.anchor_position) for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    assert found == [("on the prose", None, 1), ("on the cell\ngoes on", CellPlace(0, 0, 1), None)]
    assert document.grids[0].cells[1].text == "b"


def test_comments_in_the_margin_are_balloons_with_author_date_and_anchor() -> None:
    comments = (
        f'<w:comment w:id="0" w:author="Open Society Forum" w:date="2023-08-31T10:00:00Z">{p("Should be amber.")}</w:comment>'
        f'<w:comment w:id="1" w:author=" " w:date="soon">{p("On the prose.")}</w:comment>'
        f'<w:comment w:id="2" w:author="A">{p("Nowhere.")}</w:comment>'
    )
    ranged = f'<w:commentRangeStart w:id="0"/>{r("rated")}<w:commentRangeEnd w:id="0"/>{note("comment", 0)}'
    body = p(r("prose") + note("comment", 1)) + tbl(tr("a", tc(p(ranged))))

    document = read(docx(body, parts={"comments": comments}))

    balloons = [b for b in document.blocks if b.kind is BlockKind.BALLOON]
    assert [(b.text, b.author, b.date, b.anchor, b.anchor_position) for b in balloons] == [
        ("On the prose.", None, None, None, 0),
        ("Should be amber.", "Open Society Forum", datetime(2023, 8, 31, 10, tzinfo=UTC), CellPlace(0, 0, 1), None),
        ("Nowhere.", "A", None, None, None),
    ]


def test_a_comment_that_begins_between_rows_belongs_to_the_cell_that_follows() -> None:
    comments = f'<w:comment w:id="0" w:author="A">{p("x")}</w:comment>'
    body = tbl(tr("a"), '<w:commentRangeStart w:id="0"/>', tr("b"))

    document = read(docx(body, parts={"comments": comments}))

    assert [b.anchor for b in document.blocks if b.kind is BlockKind.BALLOON] == [CellPlace(0, 1, 0)]


def test_heads_and_feet_are_read_once_and_their_tables_are_no_grids() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="part-header"/><w:footerReference w:type="default" r:id="part-footer"/></w:sectPr>'
    head = tbl(tr("Republic", "Report")) + p("of Ghana")

    document = read(docx(p("a", section) + p("b") + section, parts={"header": head, "footer": p("Page 1")}))

    assert document.grids == ()
    assert texts(document, BlockKind.PAGE_HEADER) == ["Republic\tReport\nof Ghana"]
    assert texts(document, BlockKind.PAGE_FOOTER) == ["Page 1"]


def test_a_first_pages_head_counts_only_where_the_section_has_a_title_page() -> None:
    def section(title: str) -> str:
        return f'<w:sectPr><w:headerReference w:type="first" r:id="part-header"/>{title}</w:sectPr>'

    parts = {"header": p("Cover")}

    assert texts(read(docx(p("a") + section(""), parts=parts)), BlockKind.PAGE_HEADER) == []
    assert texts(read(docx(p("a") + section("<w:titlePg/>"), parts=parts)), BlockKind.PAGE_HEADER) == ["Cover"]


def test_a_head_whose_part_is_missing_harms_nothing() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rX"/></w:sectPr>'

    assert texts(read(docx(p("a") + section, relationships=relationship("rX", "header", "../NULL")))) == ["a"]


def test_a_chart_is_doubted() -> None:
    chart = '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><a:x/></a:graphicData>'

    document = read(docx(p(f"<w:r><w:drawing><wp:inline><a:graphic>{chart}</a:graphic></wp:inline></w:drawing></w:r>")))

    assert "chart" in document.doubts[0]
