"""The order of the text: paragraphs, tables and text boxes, whatever wraps them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.model import Block, BlockKind, CellPlace, Mark
from pipeline.readers.ooxml import names as n
from pipeline.readers.ooxml.drawings import Box, branch
from pipeline.readers.ooxml.names import VAL, w
from pipeline.readers.ooxml.paragraphs import Note, ParagraphReader, Part, Printed, control_of
from pipeline.readers.ooxml.passages import Passage, join
from pipeline.readers.ooxml.shading import NO_COLOUR, read_shading
from pipeline.readers.ooxml.tables import (
    CellSaid,
    Draft,
    Place,
    RowSaid,
    Table,
    grid_lines,
    read_cell_properties,
    read_row_properties,
    spans,
    styled_fills,
)
from pipeline.readers.ooxml.tablestyles import TableStyle, read_look, read_table_style

HIDDEN_ROW_DOUBT = "A table row is hidden and was left out, as on paper."
COVERED_DOUBT = "A cell that is merged into the one above holds words of its own, which Word does not print: {!r}."
CHUNK_DOUBT = "A document of another format is embedded and was not read."

_STEPS = frozenset({n.P, n.TBL, n.TR, n.TC})
_SKIPPED = frozenset(
    {n.DEL, n.MOVE_FROM, n.TBL_PR, n.TR_PR, n.TC_PR, n.SDT_PR, n.P_PR, w("tblGrid"), w("tblPrEx"), w("sectPr"), w("sdtEndPr"), w("customXmlPr")}
)


@dataclass(slots=True)
class Flow:
    """Everything read so far, in reading order."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    nested: list[Table] = field(default_factory=list)
    notes: dict[Note, Place | int] = field(default_factory=dict)

    def number(self) -> None:
        """Give every table its number: nested ones come after all others."""
        for number, table in enumerate([*self.tables, *self.nested]):
            table.number = number

    def anchor(self, note: Note) -> tuple[CellPlace | None, int | None]:
        """Return the cell, else the block, that a note points to."""
        place = self.notes.get(note)
        if isinstance(place, Place):
            return place.settled(), None
        return None, place if place is None else min(place, len(self.blocks) - 1)


class FlowReader:
    """Reads one part's content into a flow."""

    def __init__(self, part: Part, flow: Flow) -> None:
        self._part = part
        self._flow = flow
        self._paragraphs = ParagraphReader(part)
        self._styles: dict[str | None, TableStyle] = {}

    @property
    def sections(self) -> Sequence[etree._Element]:
        """The sections that ended in a paragraph."""
        return self._paragraphs.sections

    def blocks(self, container: etree._Element, kind: BlockKind | None = None, box: Box | None = None) -> None:
        """Append the content to the flow's blocks, all of it as `kind` if one is given."""
        for step in self._steps(container):
            if isinstance(step, Printed):
                self._block(step, kind, box)
                for hanging in step.boxes:
                    self.blocks(hanging.content, BlockKind.TEXT_BOX, hanging)
            else:
                table = Table(parent=None)
                position = len(self._flow.blocks)
                self._flow.blocks.append(Block(position=position, kind=BlockKind.TABLE, table=len(self._flow.tables)))
                self._flow.tables.append(table)
                self._table(step, table, NO_COLOUR)

    def passage(self, container: etree._Element, place: Place | None = None, fill: str = NO_COLOUR) -> Passage:
        """Return the content as one text: paragraphs and tables' rows parted by newlines.

        Args:
            container: A cell, a note, a page's head or foot.
            place: The cell it is, if it is one: its tables are then grids of their own.
            fill: What shines through its tables' cells.
        """
        passages: list[Passage] = []
        for step in self._steps(container):
            if isinstance(step, Printed):
                self._note(step.notes, place)
                passages.append(step.passage)
                passages.extend(_signed(self.passage(box.content, place, fill), box) for box in step.boxes)
            else:
                table = Table(parent=place)
                if place is not None:
                    self._flow.nested.append(table)
                self._table(step, table, fill)
                passages.append(table.passage())
        return join([p for p in passages if not p.is_blank], "\n")

    def _block(self, printed: Printed, kind: BlockKind | None, box: Box | None) -> None:
        self._note(printed.notes, len(self._flow.blocks))
        if printed.passage.is_blank:
            return
        passage = _signed(printed.passage, box) if box is not None else printed.passage
        kind = kind or printed.kind
        self._flow.blocks.append(
            Block(
                position=len(self._flow.blocks),
                kind=kind,
                text=passage.text,
                level=printed.level if kind is BlockKind.HEADING else None,
                list_level=printed.list_level,
                marks=passage.marks,
            )
        )

    def _note(self, notes: Sequence[Note], place: Place | int | None) -> None:
        for note in notes:
            if place is not None:
                self._flow.notes.setdefault(note, place)

    def _steps(self, container: etree._Element) -> Iterator[Printed | etree._Element]:
        """Yield the paragraphs, read, and the tables, unread, of a container."""
        for child in self._children(container):
            if child.tag == n.P:
                printed = self._paragraphs.read(child)
                if printed is not None:
                    yield printed
            elif child.tag == n.TBL:
                yield from self._flushed()
                yield child
        yield from self._flushed()

    def _flushed(self) -> Iterator[Printed]:
        printed = self._paragraphs.flush()
        if printed is not None:
            yield printed

    def _children(self, container: etree._Element) -> Iterator[etree._Element]:
        """Yield the paragraphs, tables, rows or cells of a container, wrappers opened."""
        for child in container:
            tag = child.tag
            if tag in _STEPS:
                yield child
            elif tag in _SKIPPED:
                continue
            elif tag == n.COMMENT_START:
                self._paragraphs.notes.append(Note("comment", child.get(n.ID) or ""))
            elif tag == n.CHUNK:
                self._part.doubts[CHUNK_DOUBT] = None
            else:
                yield from self._wrapped(child)

    def _wrapped(self, wrapper: etree._Element) -> Iterator[etree._Element]:
        if wrapper.tag == n.SDT:
            outer, self._paragraphs.control = self._paragraphs.control, control_of(wrapper, self._paragraphs.control)
            yield from self._children(wrapper)
            self._paragraphs.control = outer
        elif wrapper.tag == n.ALTERNATE:
            chosen = branch(wrapper)
            yield from self._children(chosen) if chosen is not None else ()
        else:
            yield from self._children(wrapper)

    def _table(self, element: etree._Element, table: Table, behind: str) -> None:
        """Read a table; `behind` is the colour of the cell that it stands in."""
        properties = element.find(n.TBL_PR)
        said = {child.tag: child for child in properties} if properties is not None else {}
        lines = grid_lines(element)
        above: dict[int, Draft] = {}
        for row in self._children(element):
            if row.tag == n.TR:
                above = self._row(row, table, lines, above)
        style_name = said.get(w("tblStyle"))
        style = self._style(style_name.get(VAL) if style_name is not None else None)
        if style.fills:
            for draft, fill in styled_fills(table, style, read_look(said.get(w("tblLook")))):
                draft.fill = fill
        shading = said.get(n.SHD)
        whole = (read_shading(shading, self._part.theme) if shading is not None else NO_COLOUR) or behind
        if whole:
            for draft in table.drafts:
                draft.fill = draft.fill or whole

    def _style(self, style_id: str | None) -> TableStyle:
        if style_id not in self._styles:
            self._styles[style_id] = read_table_style(self._part.styles, style_id, self._part.theme)
        return self._styles[style_id]

    def _row(self, element: etree._Element, table: Table, lines: Sequence[int], above: dict[int, Draft]) -> dict[int, Draft]:
        """Add a row to the table; return the cells by their left edges, for the row below to merge with."""
        row = read_row_properties(element)
        if row.deleted or row.hidden:
            if row.hidden and not row.deleted:
                self._part.doubts[HIDDEN_ROW_DOUBT] = None
            return above
        cells = [(cell, read_cell_properties(cell, self._part.theme)) for cell in self._cells(element)]
        cells = [(cell, said) for cell, said in cells if not said.deleted]
        if not cells:
            return above
        drafts = self._drafts(cells, row, table, lines, above)
        if row.heading and table.header_rows == table.n_rows:
            table.header_rows += 1
        table.n_rows += 1
        return drafts

    def _cells(self, row: etree._Element) -> Iterator[etree._Element]:
        return (child for child in self._children(row) if child.tag == n.TC)

    def _drafts(
        self, cells: Sequence[tuple[etree._Element, CellSaid]], row: RowSaid, table: Table, lines: Sequence[int], above: dict[int, Draft]
    ) -> dict[int, Draft]:
        drafts: dict[int, Draft] = {}
        start, left = row.before, None
        for (cell, said), span in zip(cells, spans([s for _, s in cells], row, lines), strict=True):
            end = start + max(span, 1)
            upper = above.get(start) if said.merged_down == "continue" else None
            if said.merged_across and left is not None:
                left.end = end
                self._covered(cell)
            elif upper is not None and upper.end == end:
                upper.row_span += 1
                upper.fill = upper.fill or said.shading
                drafts[start] = left = upper
                self._covered(cell)
            else:
                left = Draft(table.n_rows, start, end, said.shading)
                table.drafts.append(left)
                left.passage = self.passage(cell, Place(table, table.n_rows, start), said.shading or NO_COLOUR)
                drafts[start] = left
            start = end
        return drafts

    def _covered(self, cell: etree._Element) -> None:
        words = self.passage(cell).text
        if words:
            self._part.doubts[COVERED_DOUBT.format(words)] = None


def _signed(passage: Passage, box: Box) -> Passage:
    """Return a text box's text with the sign of its fill over all of it."""
    if box.sign is None or not passage.text:
        return passage
    mark = Mark(kind=box.sign.kind, start=0, end=len(passage.text), colour=box.sign.colour, text=box.sign.text)
    return replace(passage, marks=(mark, *passage.marks))
