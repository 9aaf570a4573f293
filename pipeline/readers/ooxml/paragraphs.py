"""w:p: a paragraph's words as printed, with what they carry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from pipeline.colour import BLACK, painted
from pipeline.model import BlockKind, MarkKind
from pipeline.readers.ooxml import names as n
from pipeline.readers.ooxml.drawings import Box, Drawings, Drawn, branch
from pipeline.readers.ooxml.fields import Fields, checkbox_state, chosen_entry, link_address
from pipeline.readers.ooxml.names import m, w, w14
from pipeline.readers.ooxml.numbering import Item, Numbering
from pipeline.readers.ooxml.passages import Passage, PassageBuilder, Sign
from pipeline.readers.ooxml.properties import Properties, first, integer, read_properties
from pipeline.readers.ooxml.styles import NOTHING, Paragraph, Run, Styles, heading_level, read_run, resolve
from pipeline.readers.ooxml.symbols import CHECKED, UNCHECKED, is_symbol_font, translate, unicode_symbol
from pipeline.readers.ooxml.theme import Theme

HIDDEN_DOUBT = "Some words are formatted as hidden and were left out, as on paper."
FIELD_DOUBT = "A field's instruction is never closed: what follows it was read as text."
SYMBOL_DOUBT = "The character {:04X} of the font {} isn't known."
UNREAD_DOUBT = "A {} was drawn that can't be read as text."

# What w:sym may name: neither control characters nor halves of a pair.
_FIRST_PRINTED, _LAST_CODE, _SURROGATES = 0x20, 0xFFFD, range(0xD800, 0xE000)
_PROMPT_STYLE = "placeholder text"
_BOLD, _STRUCK = Sign(MarkKind.BOLD), Sign(MarkKind.STRUCK)


class Note(NamedTuple):
    """A pointer from the text to a footnote, an endnote or a comment."""

    kind: str  # "footnote", "endnote" or "comment"
    note_id: str


@dataclass(slots=True, kw_only=True)
class Printed:
    """One paragraph as printed; `boxes` are the text boxes that hang on it."""

    kind: BlockKind
    level: int | None
    list_level: int | None
    passage: Passage
    boxes: list[Box]
    notes: list[Note]


@dataclass(frozen=True, slots=True)
class _Look:
    """What the words of a run come to."""

    signs: tuple[Sign, ...] = ()
    hidden: bool = False
    capitals: bool = False
    font: str | None = None
    prompt: bool = False


@dataclass(slots=True)
class Control:
    """The content control that the reader is inside of."""

    checked: bool | None = None
    prompting: bool = False


@dataclass(slots=True, kw_only=True)
class Part:
    """What all paragraphs of a part share."""

    theme: Theme
    styles: Styles
    numbering: Numbering
    drawings: Drawings
    address: Callable[[str], str | None]
    doubts: dict[str, None] = field(default_factory=dict)  # each once, in order


class ParagraphReader:
    """Reads the paragraphs of one part in order: fields, lists and merged paragraphs go on from one to the next."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._fields = Fields()
        self._looks: dict[tuple[str | None, Run], _Look] = {}
        self._builder = PassageBuilder()
        self._boxes: list[Box] = []
        self._carried: Properties | None = None
        self._style: str | None = None
        self._look = _Look()
        self._link: str | None = None
        self.control = Control()
        self.notes: list[Note] = []
        self.sections: list[etree._Element] = []
        self._inline: Mapping[str, Callable[[etree._Element], None]] = {
            n.R: self._run,
            n.T: self._text,
            w("hyperlink"): self._hyperlink,
            w("fldSimple"): self._simple_field,
            n.SDT: self._content_control,
            n.ALTERNATE: self._alternate,
            w("tab"): self._blank,
            w("ptab"): self._blank,
            w("br"): self._break,
            w("cr"): self._break,
            w("sym"): self._symbol,
            w("noBreakHyphen"): self._hyphen,
            w("fldChar"): self._field_char,
            w("instrText"): self._instruction,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("commentReference"): self._note,
            w("commentRangeStart"): self._note,
            w("drawing"): self._drawing,
            w("pict"): self._drawing,
            w("object"): self._drawing,
            m("t"): self._text,
            m("f"): self._fraction,
            **dict.fromkeys((n.DEL, n.MOVE_FROM, n.P_PR, n.R_PR, n.SDT_PR, w("rt"), w("delText"), w("rubyPr"), m("rPr")), _skip),
        }

    def read(self, element: etree._Element) -> Printed | None:
        """Return a paragraph; None where its end was deleted, so that its words go on in the next."""
        properties = read_properties(first(element, n.P_PR), self._part.theme)
        if properties.section is not None:
            self.sections.append(properties.section)
        self._style, self._look = properties.style, self._looked(properties.style, NOTHING)
        self._children(element)
        if self._fields.settle():
            self._doubt(FIELD_DOUBT)
        if properties.mark_gone:
            self._carried = properties
            return None
        return self._printed(properties)

    def flush(self) -> Printed | None:
        """Return the words of a paragraph whose end was deleted and that no paragraph follows."""
        return self._printed(self._carried) if self._carried is not None else None

    def _printed(self, properties: Properties) -> Printed:
        style = self._part.styles.paragraph(properties.style)
        item = self._item(properties, style)
        signs = [Sign(MarkKind.LIST_ITEM, None, str(item.level))] if item is not None else []
        shading = painted((style.shading if properties.shading is None else properties.shading) or None)
        if shading is not None:
            signs.append(Sign(MarkKind.SHADING, shading))
        level = style.level if properties.outline is None else heading_level(properties.outline)
        printed = Printed(
            kind=_kind(level, item, style.caption),
            level=level,
            list_level=item.level if item is not None and level is None else None,
            passage=self._builder.finish(item.label if item else "", item.suffix if item else "", signs),
            boxes=self._boxes,
            notes=self.notes,
        )
        self._builder, self._boxes, self.notes, self._carried = PassageBuilder(), [], [], None
        return printed

    def _item(self, properties: Properties, style: Paragraph) -> Item | None:
        num_id = properties.num_id or style.num_id
        level = properties.num_level
        if level is None and properties.num_id is None:
            # A level that names the style goes before the level that the style names.
            return self._part.numbering.next(num_id, None, properties.style, style.num_level)
        return self._part.numbering.next(num_id, 0 if level is None else level, properties.style)

    # What stands in a paragraph. Unknown elements are looked into: their words count.

    def _children(self, element: etree._Element) -> None:
        for child in element:
            self._inline.get(child.tag, self._children)(child)

    def _run(self, element: etree._Element) -> None:
        said = first(element, n.R_PR)
        self._look = self._looked(self._style, read_run(said, self._part.theme) if said is not None else NOTHING)
        self._children(element)

    def _text(self, element: etree._Element) -> None:
        text = element.text
        if text:
            if text[0].isspace() or text[-1].isspace():
                text = text if element.get(n.SPACE) == "preserve" else text.strip(" \t\r\n")
            self._say(text)

    def _say(self, text: str, *signs: Sign) -> None:
        look = self._look
        if self._fields.in_instruction or not text:
            return
        if look.hidden:
            self._doubt(HIDDEN_DOUBT)
            return
        if look.prompt and self.control.prompting:
            return  # nobody has filled it in
        if look.font is not None:
            text = translate(text, look.font)
        if look.capitals:
            text = text.upper()
        around = self._around() if self._fields.are_open or self._link or self.control.checked is not None else ()
        self._builder.add(text, look.signs + around + signs)

    def _around(self) -> tuple[Sign, ...]:
        """Return the signs of the link and the form control that the words stand in."""
        address = self._link or self._fields.address
        link = (Sign(MarkKind.LINK, None, address),) if address else ()
        return link if self.control.checked is None else (*link, checkbox_sign(self.control.checked))

    def _looked(self, style: str | None, said: Run) -> _Look:
        key = (style, said)
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._look_of(style, said)
        return look

    def _look_of(self, style: str | None, said: Run) -> _Look:
        styles = self._part.styles
        character = styles.run(said.style or styles.default("character"))
        run = resolve(said, styles.run(style or styles.default("paragraph")), character, styles.default_run)
        behind, letters = painted(run.highlight or run.shading or None), painted(run.colour or None)
        signs = [_BOLD] * bool(run.bold) + [_STRUCK] * bool(run.struck)
        if behind is not None:
            signs.append(Sign(MarkKind.HIGHLIGHT, behind))
        if letters is not None and letters != BLACK:
            signs.append(Sign(MarkKind.FONT, letters))
        return _Look(
            signs=tuple(signs),
            hidden=bool(run.hidden),
            capitals=bool(run.capitals),
            font=run.font if is_symbol_font(run.font) else None,
            prompt=said.style is not None and styles.name(said.style).lower() == _PROMPT_STYLE,
        )

    def _hyperlink(self, element: etree._Element) -> None:
        outer = self._link
        self._link = self._part.address(element.get(n.r("id")) or "") or outer
        self._children(element)
        self._link = outer

    def _simple_field(self, element: etree._Element) -> None:
        outer = self._link
        self._link = link_address(element.get(w("instr")) or "") or outer
        self._children(element)
        self._link = outer

    def _content_control(self, element: etree._Element) -> None:
        outer, self.control = self.control, control_of(element, self.control)
        content = element.find(n.SDT_CONTENT)
        if content is not None:
            self._children(content)
        self.control = outer

    def _alternate(self, element: etree._Element) -> None:
        chosen = branch(element)
        if chosen is not None:
            self._children(chosen)

    def _blank(self, element: etree._Element) -> None:
        if not self._fields.in_instruction:
            self._builder.add(" ")

    def _break(self, element: etree._Element) -> None:
        if not self._fields.in_instruction:
            self._builder.line()

    def _hyphen(self, element: etree._Element) -> None:
        self._say("-")

    def _symbol(self, element: etree._Element) -> None:
        font, code = element.get(w("font")), integer(element.get(w("char")), base=16)
        if code is None or code < _FIRST_PRINTED or code in _SURROGATES or code > _LAST_CODE:
            return
        known = unicode_symbol(font, code)
        if known is None:
            self._doubt(SYMBOL_DOUBT.format(code, font))
        self._say(known or chr(code))

    def _field_char(self, element: etree._Element) -> None:
        form = self._fields.turn(element)
        if form is None:
            return
        checked, chosen = checkbox_state(form), chosen_entry(form)
        if checked is not None:
            self._say(CHECKED if checked else UNCHECKED, checkbox_sign(checked))
        elif chosen is not None:
            self._say(chosen)

    def _instruction(self, element: etree._Element) -> None:
        self._fields.instruct(element.text or "")

    def _note(self, element: etree._Element) -> None:
        kind = str(element.tag).rpartition("}")[2].removesuffix("Reference").removesuffix("RangeStart")
        self.notes.append(Note(kind, element.get(n.ID) or ""))

    def _fraction(self, element: etree._Element) -> None:
        parts = [part for part in (element.find(m("num")), element.find(m("den"))) if part is not None]
        for place, part in enumerate(parts):
            if place:
                self._say("/")
            self._children(part)

    def _drawing(self, element: etree._Element) -> None:
        if self._look.hidden or self._fields.in_instruction:
            return
        self._place(self._part.drawings.read(element))

    def _place(self, drawn: Drawn) -> None:
        for sign in drawn.signs:
            self._builder.beside(sign)
        for words in drawn.words:
            self._say(words)
        for unread in drawn.unread:
            self._doubt(UNREAD_DOUBT.format(unread))
        self._boxes.extend(drawn.boxes)

    def _doubt(self, sentence: str) -> None:
        self._part.doubts[sentence] = None


def checkbox_sign(checked: bool) -> Sign:
    """Return the sign of a form's box."""
    return Sign(MarkKind.CHECKBOX, None, "checked" if checked else "unchecked")


def control_of(element: etree._Element, outer: Control) -> Control:
    """Return what a w:sdt says of the words inside it."""
    said = element.find(n.SDT_PR)
    if said is None:
        return outer
    box = said.find(w14("checkbox"))
    prompt = said.find(w("showingPlcHdr"))
    if box is None and prompt is None:
        return outer
    ticked = box.find(w14("checked")) if box is not None else None
    state = ticked is not None and ticked.get(w14("val")) in ("1", "true", "on")
    return Control(checked=state if box is not None else outer.checked, prompting=prompt is not None or outer.prompting)


def _kind(level: int | None, item: Item | None, caption: bool) -> BlockKind:
    if level is not None:
        return BlockKind.HEADING
    if item is not None:
        return BlockKind.LIST_ITEM
    return BlockKind.CAPTION if caption else BlockKind.PARAGRAPH


def _skip(element: etree._Element) -> None:
    """Leave out what isn't printed."""
