"""What a paragraph of a Word document comes to in text."""

import pytest

from pipeline.model import BlockKind, MarkKind
from tests.readers.docx_build import block, docx, first_cell, p, r, read, relationship, tbl, tc, texts, tr


def test_runs_of_blanks_are_one_and_the_edges_are_stripped() -> None:
    assert block(docx(p(r("  Draft ") + r("  law,\t") + r(" second   reading ")))).text == "Draft law, second reading"


def test_a_single_no_break_space_stays() -> None:
    assert block(docx(p("Étapes\u00a0: trois"))).text == "Étapes\u00a0: trois"


def test_blanks_at_the_edge_of_a_text_without_preserve_are_not_printed() -> None:
    assert block(docx(p("<w:r><w:t>Open </w:t></w:r><w:r><w:t>Data</w:t></w:r>"))).text == "OpenData"


def test_tabs_are_blanks_and_line_breaks_are_lines() -> None:
    assert block(docx(p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:br/><w:t>c</w:t><w:cr/></w:r>"))).text == "a b\nc"


def test_soft_hyphens_go_and_hard_ones_stay() -> None:
    assert block(docx(p("<w:r><w:t>co\u00adoper</w:t><w:softHyphen/><w:t>ation</w:t><w:noBreakHyphen/><w:t>led</w:t></w:r>"))).text == (
        "cooperation-led"
    )


def test_blank_paragraphs_are_no_blocks_and_no_lines_of_a_cell() -> None:
    document = read(docx(p() + p("   ") + tbl(tr(tc(p("one") + p(" ") + p() + p("two"))))))

    assert [b.kind for b in document.blocks] == [BlockKind.TABLE]
    assert document.grids[0].cells[0].text == "one\ntwo"


def test_typed_dashes_are_text() -> None:
    assert first_cell(docx(tbl(tr(tc(p("- first") + p("– second")))))).text == "- first\n– second"


def test_insertions_count_and_deletions_do_not() -> None:
    body = p(f"{r('The law ')}<w:del w:id='1'><w:r><w:delText>was not</w:delText></w:r></w:del><w:ins w:id='2'>{r('is')}</w:ins>{r(' in force')}")

    assert block(docx(body)).text == "The law is in force"


def test_moved_words_stand_where_they_went() -> None:
    body = p(f"<w:moveFrom w:id='1'>{r('A')}</w:moveFrom>{r('B ')}<w:moveTo w:id='1'>{r('A')}</w:moveTo>")

    assert block(docx(body)).text == "B A"


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = '<w:pStyle w:val="H"/><w:rPr><w:del w:id="1"/></w:rPr>'

    document = read(docx(p("Half a ", gone) + p("sentence") + p("Next")))

    assert texts(document) == ["Half a sentence", "Next"]


def test_a_deleted_end_before_a_table_loses_nothing() -> None:
    document = read(docx(p("Alone", "<w:rPr><w:del w:id='1'/></w:rPr>") + tbl(tr("x"))))

    assert [(b.kind, b.text) for b in document.blocks] == [(BlockKind.PARAGRAPH, "Alone"), (BlockKind.TABLE, "")]


def test_hidden_words_are_left_out_and_doubted() -> None:
    document = read(docx(p(r("seen") + r(" unseen", "<w:vanish/>"))))

    assert texts(document) == ["seen"]
    assert len(document.doubts) == 1


def test_words_in_capitals_are_printed_in_capitals() -> None:
    assert block(docx(p(r("Completed", "<w:caps/>")))).text == "COMPLETED"


def test_content_controls_hide_nothing_at_any_level() -> None:
    def sdt(content: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    row = f"<w:tr>{sdt(tc('cell'))}{tc(p(r('a') + sdt(r(' run'))))}</w:tr>"
    document = read(docx(sdt(p("block")) + tbl(tr("one", "two"), sdt(row))))

    assert texts(document) == ["block", ""]
    assert [(c.row, c.column, c.text) for c in document.grids[0].cells] == [(0, 0, "one"), (0, 1, "two"), (1, 0, "cell"), (1, 1, "a run")]


def test_a_drop_down_shows_its_choice() -> None:
    choices = "<w:dropDownList><w:listItem w:displayText='Red'/><w:listItem w:displayText='Green'/></w:dropDownList>"

    assert block(docx(p(f"<w:sdt><w:sdtPr>{choices}</w:sdtPr><w:sdtContent>{r('Green')}</w:sdtContent></w:sdt>"))).text == "Green"


PROMPT_STYLE = '<w:style w:type="character" w:styleId="Platz"><w:name w:val="Placeholder Text"/></w:style>'


def test_a_control_that_shows_its_prompt_is_blank() -> None:
    prompt = r("Choose an item.", '<w:rStyle w:val="Platz"/>')
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{prompt}</w:sdtContent></w:sdt>"

    document = read(docx(tbl(tr(tc(p(control)))), parts={"styles": PROMPT_STYLE}))

    assert document.grids[0].cells[0].text == ""
    assert document.doubts == ()


def test_words_that_a_program_wrote_over_a_prompt_count() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Ministry of Finance')}</w:sdtContent></w:sdt>"

    assert block(docx(p(control))).text == "Ministry of Finance"


def field(instruction: str, result: str) -> str:
    """Return a complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_of_fields_only_the_result_is_printed() -> None:
    nested = field("IF " + "1", r("yes") + field("DATE", r(" today")))

    assert block(docx(p(r("a ") + nested + f'<w:fldSimple w:instr="PAGE">{r(" 3")}</w:fldSimple>'))).text == "a yes today 3"


def test_a_fields_result_may_span_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'

    document = read(docx(p(begin + r("Chapter 1")) + p(r("Chapter 2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("Text")))

    assert texts(document) == ["Chapter 1", "Chapter 2", "Text"]


def test_an_instruction_never_closed_swallows_no_later_paragraph() -> None:
    document = read(docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("gone")) + p("kept")))

    assert texts(document) == ["kept"]
    assert document.doubts


@pytest.mark.parametrize(("checked", "sign", "state"), [("1", "☒", "checked"), ("0", "☐", "unchecked")])
def test_a_legacy_form_box_is_printed_and_marked(checked: str, sign: str, state: str) -> None:
    box = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{checked}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    found = block(docx(p(box + r(" Limited"))))

    assert found.text == f"{sign} Limited"
    assert [(m.kind, m.start, m.end, m.text) for m in found.marks] == [(MarkKind.CHECKBOX, 0, 1, state)]


def test_a_legacy_form_list_shows_its_choice() -> None:
    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Green"/></w:ddList>'
    form = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{entries}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert block(docx(p(form))).text == "Green"


def test_a_check_box_control_is_marked_with_its_state() -> None:
    control = f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>{r("☒")}</w:sdtContent></w:sdt>'

    found = block(docx(p(control + r(" yes"))))

    assert found.text == "☒ yes"
    assert [(m.kind, m.start, m.end, m.text) for m in found.marks] == [(MarkKind.CHECKBOX, 0, 1, "checked")]


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F0FB", "✗"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "F06C", "●"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0D6", "√"),
        ("MS Gothic", "2612", "☒"),
    ],
)
def test_symbols_become_the_characters_they_look_like(font: str, code: str, sign: str) -> None:
    assert block(docx(p(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'))).text == sign


def test_letters_set_in_a_symbol_font_become_what_they_look_like() -> None:
    assert block(docx(p(r("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + r(" done")))).text == "✓ done"


def test_hyperlinks_keep_their_words_and_their_address() -> None:
    links = relationship("r9", "hyperlink", "https://example.org/a", external=True)
    by_field = field('HYPERLINK "https://example.org/b"', r("there"))

    found = block(docx(p(f'{r("see ")}<w:hyperlink r:id="r9">{r("here")}</w:hyperlink>{r(" or ")}{by_field}'), relationships=links))

    assert found.text == "see here or there"
    assert [(found.text[m.start : m.end], m.text) for m in found.marks if m.kind is MarkKind.LINK] == [
        ("here", "https://example.org/a"),
        ("there", "https://example.org/b"),
    ]


def test_equations_and_ruby_bases_are_text() -> None:
    equation = "<m:oMath><m:f><m:num><m:r><m:t>39</m:t></m:r></m:num><m:den><m:r><m:t>53</m:t></m:r></m:den></m:f></m:oMath>"
    ruby = f"<w:r><w:ruby><w:rt>{r('over')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"

    assert block(docx(p(equation + r(" ") + ruby))).text == "39/53 base"


def test_marks_stand_on_the_right_characters_after_blanks_were_settled() -> None:
    found = block(docx(p(r("  The   ") + r(" red ", "<w:b/>") + r("  line", '<w:b/><w:color w:val="FF0000"/>') + r(" ends"))))

    assert found.text == "The red line ends"
    assert [(m.kind, found.text[m.start : m.end]) for m in found.marks] == [(MarkKind.BOLD, "red line"), (MarkKind.FONT, "line")]


def test_marks_of_a_cells_later_paragraphs_stand_on_their_characters() -> None:
    cell = first_cell(docx(tbl(tr(tc(p("first") + p(r("second ") + r("bold", "<w:b/>")))))))

    assert [cell.text[m.start : m.end] for m in cell.marks] == ["bold"]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="mn-MN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="Titre 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ('<w:pStyle w:val="H1"/>', BlockKind.HEADING, 1),
        ('<w:pStyle w:val="Own"/>', BlockKind.HEADING, 1),
        ('<w:pStyle w:val="T2"/>', BlockKind.HEADING, 2),
        ('<w:outlineLvl w:val="2"/>', BlockKind.HEADING, 3),
        ('<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH, None),
        ('<w:pStyle w:val="Title"/>', BlockKind.PARAGRAPH, None),
        ('<w:pStyle w:val="Cap"/>', BlockKind.CAPTION, None),
        ("", BlockKind.PARAGRAPH, None),
    ],
)
def test_headings_and_captions_are_told_by_their_styles(properties: str, kind: BlockKind, level: int | None) -> None:
    found = block(docx(p("Lessons", properties), parts={"styles": STYLES}))

    assert (found.kind, found.level) == (kind, level)


@pytest.mark.parametrize(
    ("paragraph", "run", "bold"),
    [
        ('<w:pStyle w:val="H1"/>', "", True),
        ('<w:pStyle w:val="H1"/>', '<w:b w:val="0"/>', False),
        ("", '<w:rStyle w:val="Strong"/>', True),
        ('<w:pStyle w:val="H1"/>', '<w:rStyle w:val="Strong"/>', False),  # two switches cancel out
        ('<w:pStyle w:val="H1"/>', '<w:rStyle w:val="Strong"/><w:b/>', True),
    ],
)
def test_bold_is_resolved_through_the_styles(paragraph: str, run: str, bold: bool) -> None:
    found = block(docx(p(r("words", run), paragraph), parts={"styles": STYLES}))

    assert (MarkKind.BOLD in [m.kind for m in found.marks]) is bold


def test_struck_words_stay_and_are_marked() -> None:
    found = block(docx(p(r("old", "<w:strike/>") + r(" new"))))

    assert found.text == "old new"
    assert [(m.kind, m.start, m.end) for m in found.marks] == [(MarkKind.STRUCK, 0, 3)]


def test_title_and_language_are_the_files_own() -> None:
    document = read(docx(p("x"), title="  End-of-Term Report ", parts={"styles": STYLES}))

    assert (document.title, document.language, document.n_pages) == ("End-of-Term Report", "mn-MN", None)
