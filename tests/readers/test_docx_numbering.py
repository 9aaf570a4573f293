"""Automatic numbers as Word prints them."""

import pytest

from pipeline.model import BlockKind, MarkKind
from pipeline.readers.ooxml.numerals import spell
from tests.readers.docx_build import block, docx, p, read, tbl, tc, texts, tr


def level(number: int, text: str, number_format: str = "decimal", *, start: int = 1, more: str = "") -> str:
    """Return one level of a list."""
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def lists(*abstracts: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> dict[str, str]:
    """Return a numbering part with these abstract lists, numbered from 0."""
    return {"numbering": "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstracts)) + nums}


def item(text: str, number: int = 0, num: int = 1) -> str:
    """Return a list paragraph."""
    return p(text, f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="{num}"/></w:numPr>')


THREE = level(0, "%1.") + level(1, "%1.%2.") + level(2, "(%3)", "lowerLetter")


def test_numbers_count_by_level_and_begin_anew_under_a_higher_one() -> None:
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1) + item("g", 2)

    assert texts(read(docx(body, parts=lists(THREE)))) == ["1. a", "1.1. b", "1.2. c", "(a) d", "2. e", "2.1. f", "(a) g"]


def test_a_numbered_paragraph_is_an_item_with_its_level() -> None:
    found = block(docx(item("a", 1), parts=lists(THREE)))

    assert (found.kind, found.list_level) == (BlockKind.LIST_ITEM, 1)
    assert [(m.kind, m.start, m.end, m.text) for m in found.marks] == [(MarkKind.LIST_ITEM, 0, 6, "1")]


def test_a_cell_that_holds_an_automatic_number_only_holds_that_number() -> None:
    rows = [tr(tc(item("")), tc(title)) for title in ("Draft", "Adopt")]

    grid = read(docx(tbl(*rows), parts=lists(THREE))).grids[0]

    assert [c.text for c in grid.cells if c.column == 0] == ["1.", "2."]


def test_bullets_are_items_but_no_text() -> None:
    found = block(docx(item("point"), parts=lists(level(0, "•", "bullet"))))

    assert (found.text, found.kind, found.list_level) == ("point", BlockKind.LIST_ITEM, 0)


@pytest.mark.parametrize(
    ("levels", "number", "printed"),
    [
        (level(0, "%1/", "upperRoman", start=2) + level(1, "%1/%2"), 1, "II/1 x"),
        (level(0, "%1", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>"), 1, "1.1 x"),
        (level(0, "Milestone %1:"), 0, "Milestone 1: x"),
        (level(0, "%1)", more='<w:suff w:val="nothing"/>'), 0, "1)x"),
        (level(0, "%1.", "none"), 0, ". x"),
        (level(0, ""), 0, "x"),
        (level(0, "%1.", start=7), 0, "7. x"),
    ],
)
def test_a_label_is_printed_as_its_level_says(levels: str, number: int, printed: str) -> None:
    assert block(docx(item("x", number), parts=lists(levels))).text == printed


def test_lists_of_one_kind_count_on_unless_one_begins_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )

    document = read(docx(item("a") + item("b", num=2) + item("c", num=3) + item("d", num=3), parts=lists(THREE, nums=nums)))

    assert texts(document) == ["1. a", "2. b", "5. c", "6. d"]


def test_a_level_of_its_own_replaces_the_lists() -> None:
    nums = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride></w:num>'

    assert texts(read(docx(item("a"), parts=lists(THREE, nums=nums)))) == ["A) a"]


def test_a_level_that_never_restarts_counts_through() -> None:
    through = level(0, "%1.") + level(1, "%2.", more='<w:lvlRestart w:val="0"/>')

    document = read(docx(item("a") + item("b", 1) + item("c") + item("d", 1), parts=lists(through)))

    assert texts(document) == ["1. a", "1. b", "2. c", "2. d"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def test_headings_are_numbered_through_their_styles() -> None:
    def styled(text: str, style: str, more: str = "") -> str:
        return p(text, f'<w:pStyle w:val="{style}"/>{more}')

    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    document = read(
        docx(
            styled("A", "H1") + styled("B", "H2") + styled("C", "Sub") + styled("D", "H1", out) + styled("E", "H1"),
            parts={**lists(THREE), "styles": STYLES},
        )
    )

    assert texts(document) == ["1. A", "1.1. B", "1.2. C", "D", "2. E"]
    assert [b.kind for b in document.blocks][:2] == [BlockKind.HEADING] * 2


def test_a_list_that_points_to_a_numbering_style_is_that_styles_list() -> None:
    nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    parts = {**lists('<w:numStyleLink w:val="L"/>', level(0, "Art. %1"), nums=nums), "styles": STYLES}

    assert texts(read(docx(item("a"), parts=parts))) == ["Art. 1 a"]


def test_a_custom_format_pads_with_zeros() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="4"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )

    assert texts(read(docx(item("a"), parts=lists(custom)))) == ["004 a"]


def test_a_list_that_is_not_defined_numbers_nothing() -> None:
    assert block(docx(item("a", num=9), parts=lists(THREE))).kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("number", "number_format", "printed"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (26, "lowerLetter", "z"),
        (28, "lowerLetter", "bb"),
        (3, "russianLower", "в"),
        (7, "decimalZero", "07"),
        (22, "ordinal", "22nd"),
        (12, "ordinalText", "Twelfth"),
        (41, "cardinalText", "Forty-one"),
        (3, "decimalEnclosedCircle", "③"),
        (5, "somethingNew", "5"),
    ],
)
def test_numbers_are_spelled_in_words_formats(number: int, number_format: str, printed: str) -> None:
    assert spell(number, number_format) == printed
