"""Where a Word document's colours come from."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from pipeline.model import Mark, MarkKind
from tests.readers.docx_build import block, docx, first_cell, p, r, read, relationship, tbl, tc, tr

THEME = (
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2>'
    '<a:accent3><a:srgbClr val="9BBB59"/></a:accent3>'
)


def shd(**attributes: str) -> str:
    """Return a shading."""
    return "<w:shd " + " ".join(f'w:{name}="{value}"' for name, value in attributes.items()) + "/>"


def fill(cell_properties: str, *, parts: dict[str, str] | None = None, table: str = "") -> str | None:
    """Return the fill of a table's only cell."""
    return first_cell(docx(tbl(tr(tc("x", cell_properties)), properties=table), theme=THEME, parts=parts)).fill


@pytest.mark.parametrize(
    ("shading", "colour"),
    [
        (shd(val="clear", color="auto", fill="FFC000"), "FFC000"),
        (shd(val="clear", fill="ffc000"), "FFC000"),
        (shd(val="solid", color="00B050", fill="FF0000"), "00B050"),
        (shd(val="pct50", color="FF0000", fill="FFFFFF"), "FF8080"),
        (shd(val="pct25", color="auto", fill="auto"), "BFBFBF"),
        (shd(val="pct12", color="000000", fill="FFFFFF"), "DFDFDF"),
        (shd(val="clear", color="auto", fill="auto"), None),
        (shd(val="clear", color="auto", fill="FFFFFF"), None),
        (shd(val="nil", fill="FF0000"), None),
        (shd(val="clear", fill="auto", themeFill="accent3"), "9BBB59"),
        (shd(val="clear", fill="123456", themeFill="accent3", themeFillTint="99"), "C3D69B"),
        (shd(val="clear", fill="C2D69B", themeFill="accent3", themeFillTint="99"), "C2D69B"),  # Word's own rounding
        (shd(val="clear", fill="123456", themeFill="accent2", themeFillShade="BF"), "953735"),
        (shd(val="clear", fill="123456", themeFill="background1", themeFillShade="D9"), "D9D9D9"),
        (shd(val="clear", fill="FF0000", themeFill="accent9"), "FF0000"),
        (shd(val="solid", color="auto", themeColor="accent2"), "C0504D"),
    ],
)
def test_a_cells_shading_gives_its_fill(shading: str, colour: str | None) -> None:
    assert fill(shading) == colour


def test_settings_say_which_theme_colour_the_background_is() -> None:
    settings = {"settings": '<w:clrSchemeMapping w:bg1="dark2" w:t1="light1"/>'}

    assert fill(shd(val="clear", themeFill="background1"), parts=settings) == "1F497D"


TABLE_STYLES = (
    '<w:style w:type="table" w:styleId="Base"><w:name w:val="Base"/><w:tcPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="111111"/></w:tcPr></w:tblStylePr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:basedOn w:val="Base"/>'
    '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:themeFill="accent1" w:themeFillTint="33"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:tcPr><w:shd w:val="clear" w:fill="222222"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastRow"><w:tcPr><w:shd w:val="clear" w:fill="333333"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="neCell"><w:tcPr><w:shd w:val="clear" w:fill="444444"/></w:tcPr></w:tblStylePr></w:style>'
)


def styled(look: str, *, own: str = "") -> list[list[str | None]]:
    """Return the fills of a styled table of five rows and three columns, row by row."""
    rows = [tr("a", tc("b", own if i == 1 else ""), "c") for i in range(5)]
    grid = read(docx(tbl(*rows, properties=f'<w:tblStyle w:val="Grid"/>{look}'), theme=THEME, parts={"styles": TABLE_STYLES})).grids[0]
    return [[c.fill for c in grid.cells if c.row == row] for row in range(5)]


def test_a_table_style_fills_by_place_and_the_nearer_condition_wins() -> None:
    found = styled('<w:tblLook w:val="04E0"/>')  # first row, last row, first column, row bands

    assert found == [
        ["111111", "111111", "111111"],
        ["222222", "DCE6F2", "DCE6F2"],
        ["222222", "EEEEEE", "EEEEEE"],
        ["222222", "DCE6F2", "DCE6F2"],
        ["333333", "333333", "333333"],
    ]


def test_a_looks_own_attributes_go_before_its_bits() -> None:
    found = styled('<w:tblLook w:val="04E0" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="1" w:noHBand="1" w:noVBand="1"/>')

    assert {colour for row in found for colour in row} == {"EEEEEE"}


def test_corners_go_before_rows_and_columns() -> None:
    assert styled('<w:tblLook w:firstRow="1" w:lastColumn="1" w:noHBand="1" w:noVBand="1"/>')[0] == ["111111", "111111", "444444"]


def test_a_cells_own_shading_goes_before_the_style_even_where_it_takes_the_colour_away() -> None:
    assert styled('<w:tblLook w:val="0000"/>', own=shd(val="clear", fill="FF0000"))[1][1] == "FF0000"
    assert styled('<w:tblLook w:val="0000"/>', own=shd(val="clear", fill="auto"))[1][1] is None


def test_a_tables_own_shading_is_behind_its_cells() -> None:
    assert fill("", table=shd(val="clear", fill="E2EFDA")) == "E2EFDA"


def test_a_nested_tables_cell_shows_the_outer_cells_fill_unless_it_has_its_own() -> None:
    inner = tbl(tr("a", tc("b", shd(val="clear", fill="FF0000"))))

    nested = read(docx(tbl(tr(tc(inner, shd(val="clear", fill="FFC000")))))).grids[1]

    assert [c.fill for c in nested.cells] == ["FFC000", "FF0000"]


@pytest.mark.parametrize(
    ("properties", "kind", "colour"),
    [
        ('<w:highlight w:val="yellow"/>', MarkKind.HIGHLIGHT, "FFFF00"),
        ('<w:highlight w:val="darkGreen"/>', MarkKind.HIGHLIGHT, "008000"),
        (shd(val="clear", fill="00B050"), MarkKind.HIGHLIGHT, "00B050"),
        ('<w:highlight w:val="red"/>' + shd(val="clear", fill="00B050"), MarkKind.HIGHLIGHT, "FF0000"),
        ('<w:color w:val="FF0000"/>', MarkKind.FONT, "FF0000"),
        ('<w:color w:val="auto" w:themeColor="accent3" w:themeShade="FF"/>', MarkKind.FONT, "9BBB59"),
    ],
)
def test_colours_of_words_are_marks(properties: str, kind: MarkKind, colour: str) -> None:
    found = block(docx(p(r("plain ") + r("word", properties)), theme=THEME))

    assert found.marks == (Mark(kind=kind, start=6, end=10, colour=colour),)


@pytest.mark.parametrize(
    "properties",
    [
        '<w:highlight w:val="none"/>',
        '<w:highlight w:val="white"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="000000"/>',
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:themeColor="text1"/>',
    ],
)
def test_no_colour_black_and_white_are_no_marks(properties: str) -> None:
    assert block(docx(p(r("word", properties)), theme=THEME)).marks == ()


def test_a_run_can_take_its_styles_colour_away() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="R"><w:name w:val="R"/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style>'
    body = p(r("red ") + r("black", '<w:color w:val="auto"/>'), '<w:pStyle w:val="R"/>')

    assert block(docx(body, parts={"styles": styles})).marks == (Mark(kind=MarkKind.FONT, start=0, end=3, colour="FF0000"),)


def test_a_paragraphs_shading_is_a_mark_over_all_of_it() -> None:
    assert block(docx(p("Delayed", shd(val="clear", fill="FFC000")))).marks == (Mark(kind=MarkKind.SHADING, start=0, end=7, colour="FFC000"),)


def drawing(shape: str, description: str = "") -> str:
    """Return a run with an inline drawing."""
    frame = f'<wp:inline><wp:docPr id="1" name="x" descr="{description}"/><a:graphic><a:graphicData uri="x">{shape}</a:graphicData></a:graphic></wp:inline>'
    return f"<w:r><w:drawing>{frame}</w:drawing></w:r>"


def shape(properties: str, more: str = "") -> str:
    return f"<wps:wsp><wps:spPr>{properties}</wps:spPr>{more}</wps:wsp>"


@pytest.mark.parametrize(
    ("shape_xml", "colour"),
    [
        (shape('<a:solidFill><a:srgbClr val="00b050"/></a:solidFill>'), "00B050"),
        (shape('<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr></a:solidFill>'), "B8CCE5"),
        (shape("", '<wps:style><a:fillRef idx="1"><a:schemeClr val="accent2"/></a:fillRef></wps:style>'), "C0504D"),
        (shape('<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs></a:gsLst></a:gradFill>'), "FF0000"),
    ],
)
def test_a_drawn_shapes_fill_is_a_mark_beside_the_text(shape_xml: str, colour: str) -> None:
    cell = first_cell(docx(tbl(tr(tc(p(drawing(shape_xml, "light"))))), theme=THEME))

    assert cell.text == ""
    assert cell.marks == (Mark(kind=MarkKind.SHAPE, start=0, end=0, colour=colour, text="light"),)


def test_shapes_without_fill_are_no_marks() -> None:
    style = '<wps:style><a:fillRef idx="1"><a:schemeClr val="accent2"/></a:fillRef></wps:style>'

    assert first_cell(docx(tbl(tr(tc(p(drawing(shape("<a:noFill/>", style)))))), theme=THEME)).marks == ()


@pytest.mark.parametrize(("attributes", "colour"), [('fillcolor="#f00"', "FF0000"), ('fillcolor="green [3206]"', "008000")])
def test_an_old_drawings_fill_is_a_mark_too(attributes: str, colour: str) -> None:
    found = block(docx(p(f"{r('light ')}<w:r><w:pict><v:oval {attributes}/></w:pict></w:r>")))

    assert found.marks == (Mark(kind=MarkKind.SHAPE, start=5, end=5, colour=colour),)


def test_an_old_drawing_that_is_not_filled_is_no_mark() -> None:
    assert block(docx(p(f'{r("x")}<w:r><w:pict><v:oval filled="f" fillcolor="red"/></w:pict></w:r>'))).marks == ()


def picture(colour: str, size: int = 40) -> bytes:
    """Return a PNG of a disc of that colour on transparent ground."""
    image = Image.new("RGBA", (size, size), (255, 255, 255, 0))
    ImageDraw.Draw(image).ellipse((2, 2, size - 3, size - 3), fill=f"#{colour}")
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def pictured(image: bytes) -> Mark:
    """Return the mark of a picture in a cell."""
    body = tbl(tr(tc(p(drawing('<pic:pic><pic:blipFill><a:blip r:embed="rP"/></pic:blipFill></pic:pic>', "disc")))))
    return first_cell(docx(body, relationships=relationship("rP", "image", "media/i.png"), media={"word/media/i.png": image})).marks[0]


def test_a_picture_of_a_coloured_shape_has_its_main_colour() -> None:
    assert pictured(picture("FFC000")) == Mark(kind=MarkKind.PICTURE, start=0, end=0, colour="FFC000", text="disc")


def test_large_and_broken_pictures_have_no_colour() -> None:
    assert pictured(picture("FFC000", size=1200)).colour is None
    assert pictured(b"\x89PNG\r\n\x1a\nrubbish").colour is None
