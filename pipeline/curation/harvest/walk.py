"""The document from its first block to its last: which commitment is spoken of, which table is what."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.curation.comments.organisations import read_body
from pipeline.curation.grids import View
from pipeline.curation.harvest.annex import Annex
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import Draft, Source
from pipeline.curation.harvest.forms import MAX_NAME, Form
from pipeline.curation.harvest.names import COMMITMENT, Announced, Name, is_milestone_of, is_theme, name_by_headings, read_name
from pipeline.curation.harvest.rows import GridRows, is_total
from pipeline.curation.harvest.said import rating_line, say, say_pairs, says
from pipeline.curation.harvest.sheets import form_fields, is_mostly_form, leave_headings, read_form, read_nested
from pipeline.curation.harvest.values import commitment_line, part_commitment, settle_dates, without_label
from pipeline.curation.recognition.columns import is_tally, refine
from pipeline.curation.recognition.decision import Decision, recognise_form, recognise_grid
from pipeline.curation.recognition.headings import Header
from pipeline.curation.recognition.regions import Band, GridRow, HeadingRow, LabelRow, Region, label, read_regions
from pipeline.curation.wording.numbering import Numbered, opens_commitment, split_title
from pipeline.layouts import Layout, Rows
from pipeline.model import Block, BlockKind
from pipeline.tables import OrganisationKind, Reason

MIN_SIDE = 3  # rows that a name beside a table spans
LINES_BETWEEN = 4  # paragraphs that may stand between a commitment's heading and its table
NAMES = frozenset({"commitment", "commitment_number"})


class Walk:
    """Reads one document's tables in the order they are printed."""

    def __init__(self, context: Context, cover: frozenset[int], sections: "dict[int, str | None]") -> None:
        self.context, self.cover, self.sections = context, cover, sections
        self.announced: Announced | None = None
        self.card: Announced | None = None  # a heading that names a milestone, for the card under it
        self.heading: Block | None = None
        self.nameless: list[tuple[Draft, Block]] = []  # commitments of forms without a name, and the heading above each
        self.inherited: tuple[Header, Layout] | None = None
        self.annexes: list[Annex] = []
        self.owner: dict[int, Draft | None] = {}  # position → the commitment whose table was read last, for comments in prose

    def walk(self) -> None:
        """Read all blocks, then what could only be settled at the end."""
        blocks = self.context.document.blocks
        for n, block in enumerate(blocks):
            self.context.section = self.sections.get(block.position)
            self.heading = block if block.kind is BlockKind.HEADING else self.heading
            if block.kind is BlockKind.TABLE and block.table is not None:
                self._table(block, blocks[:n])
            elif block.kind is BlockKind.HEADING or self._announces(block, blocks[n + 1 :]):
                self._heading(block)
            elif self.announced is not None:
                self._line(block)
            self.owner[block.position] = self.context.commitment
        self._adopt()
        name_by_headings(self.context, self.nameless)
        for annex in self.annexes:
            annex.settle()
        printed = (cell.text for view in self.context.views.values() for cell in view.grid.cells)
        settle_dates([*self.context.harvest.commitments, *self.context.harvest.milestones], printed, self.context.words)

    def _adopt(self) -> None:
        """Give milestones that stand under no commitment to the only one there is."""
        if len(self.context.harvest.commitments) == 1:
            for draft in self.context.harvest.milestones:
                draft.parent = draft.parent or self.context.harvest.commitments[0]

    # -- prose

    def _announces(self, block: Block, after: Sequence[Block]) -> bool:
        """Whether a paragraph is a commitment's heading in all but style: it names one, and a table follows at once."""
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION) or len(block.text) > MAX_NAME:
            return False
        name = read_name(block.text, self.context.words)
        if name.word != COMMITMENT and not (name.word and is_milestone_of(name, self._above())):
            return False
        if _is_statement(name.numbered.title or ""):
            return False
        following = next((b for b in after[: LINES_BETWEEN + 1] if b.kind is BlockKind.TABLE or b.kind is BlockKind.HEADING), None)
        return following is not None and following.kind is BlockKind.TABLE

    def _heading(self, block: Block) -> None:
        name = read_name(block.text, self.context.words)
        self.card = None
        if name.word and is_milestone_of(name, self._above()):
            self.card = Announced(name, block)
        elif name.word and name.numbered.number:
            self.announced = Announced(name, block)
            self.context.commitment = None
        elif block.kind is BlockKind.HEADING and not self._is_below(block):
            self.announced, self.context.commitment = None, None

    def _above(self) -> Name | None:
        """The commitment spoken of: the one announced by a heading, else the one whose table was read last."""
        if self.announced is not None:
            return self.announced.name
        draft = self.context.commitment
        return Name(Numbered(draft.number, draft.title)) if draft is not None else None

    def _is_below(self, block: Block) -> bool:
        """Whether a heading stands under the commitment's own."""
        own = self.announced.block.level if self.announced else None
        return own is not None and block.level is not None and block.level > own

    def _line(self, block: Block) -> None:
        """Keep "Lead institution: …" under a commitment's heading for it."""
        announced = self.announced
        if announced is None or block.kind is BlockKind.HEADING:
            return
        if not self.context.commitment:
            announced.lines += [(block, *said) for said in commitment_line(block.text, self.context.words)]
            reading = rating_line(block.text, block.marks, self.context) if announced.rating is None else None
            announced.rating = (block, reading) if reading else announced.rating

    def _realise(self) -> None:
        """Draft the commitment that a heading announced, now that a table speaks of it."""
        announced = self.announced
        if announced is None or self.context.commitment is not None:
            return
        block = announced.block
        numbered = self._without_lead(announced.name.numbered)
        draft = self.context.commitment_of(numbered[0].number, numbered[0].title, Source(None, None, block.pages))
        if numbered[1] and "lead_institution" not in draft.texts:
            draft.add("lead_institution", numbered[1])
        self.context.account.use_block(block.position)
        for line, column, text in announced.lines:
            draft.add(column, text)
            self.context.account.use_block(line.position)
        if announced.rating and draft.rating.is_blank:
            draft.rating = announced.rating[1]
            self.context.account.use_block(announced.rating[0].position)
        self.context.commitment = draft

    def _without_lead(self, numbered: Numbered) -> tuple[Numbered, str | None]:
        """Part a title from the body that ends it in brackets: "Publier le budget (Ministère des Finances)"."""
        title = numbered.title or ""
        start = title.rfind("(")
        if not title.endswith(")") or start <= 0:
            return numbered, None
        inside = title[start + 1 : -1].strip()
        for key in ("lead_institution", "responsible"):
            labelled = without_label(inside, self.context.words, key)
            if labelled:
                return Numbered(numbered.number, title[:start].strip()), labelled
        if read_body(inside, self.context.words.languages).kind is not OrganisationKind.GOVERNMENT:
            return numbered, None
        return Numbered(numbered.number, title[:start].strip()), inside

    # -- tables

    def _table(self, block: Block, before: Sequence[Block]) -> None:
        view = self.context.views[block.table or 0]
        cells = view.grid.cells
        if view.table in self.cover:
            if any(label(c.text, self.context.words, NAMES) for c in cells):
                self._understand(view)  # a cover that names its commitment
            return
        if view.grid.cells and all(view.place(c) in self.context.legend.cells for c in cells):
            self.context.account.leave_table(view.table, cells, Reason.LEGEND)
            return
        if view.is_single_cell and self._boxed(view, before):
            return
        if not self._understand(view):
            self.context.account.leave_table(view.table, cells, Reason.OTHER_TABLE)

    def _boxed(self, view: View, before: Sequence[Block]) -> bool:
        """Read a box of text under a heading that is a field's label."""
        heading = next((b for b in reversed(before[-2:]) if b.kind is not BlockKind.TABLE and b.text.strip()), None)
        match = label(heading.text, self.context.words) if heading else None
        commitment = self.context.commitment or (self.context.harvest.commitments[-1] if len(self.context.harvest.commitments) == 1 else None)
        if heading is None or match is None or commitment is None or match.key not in ("evidence", "reasons", "next_steps", "description", "problem"):
            return False
        cell = next(c for c in view.grid.cells if c.text.strip())
        if match.key in ("description", "problem"):
            self.context.account.use(view.place(cell))
            for line in cell.text.split("\n"):
                commitment.add(match.key, line)
        else:
            self.context.add_text(commitment, match.key, view.table, cell)
        return True

    def _understand(self, view: View) -> bool:
        """Read a table as what it is; False where it is nothing that this pipeline is after."""
        view = self._without_side(view)
        inherited = self.inherited[0] if self.inherited else None
        regions = read_regions(view, self.context.words, self.context.dates, inherited)
        if is_mostly_form(regions):
            return self._form(view, regions)
        return self._grid(view, regions)

    def _without_side(self, view: View) -> View:
        """Take a commitment's name that stands beside all rows, in one cell from top to bottom, for that of the table."""
        side = view.at(0, 0)
        if side is None or side.row_span < max(MIN_SIDE, view.n_rows) or side.column_span == view.n_columns:
            return view
        named = opens_commitment(side.text, self.context.words)
        if named is None or named.number is None:
            return view
        self.context.account.use(view.place(side))
        self.context.commitment = self.context.commitment_of(named.number, named.title, Source(view.table, 0, side.pages))
        self.announced = None
        return View(replace(view.grid, cells=tuple(c for c in view.grid.cells if c is not side)))

    def _form(self, view: View, regions: Sequence[Region]) -> bool:
        above = self._above()
        fields, headings = form_fields(view, regions, self.context, above)
        if self.card is not None and not fields.keys() & {"milestone", "commitment", "commitment_number", "form_title"}:
            fields["milestone"] = 1.0
        decision = recognise_form(view.table, fields, headings, self.context.layouts)
        self.context.decisions.append(decision)
        if decision.layout is None:
            return False
        self.context.harvest.layouts.append(decision.layout.name)
        if self.announced is not None:
            self._realise()
        is_card = decision.layout.rows is Rows.MILESTONE
        form = Form(self.context, view, read_nested, is_card=is_card, above=above)
        if is_card and self.card is not None:
            form.name_card(self.card.name.numbered)
            self.context.account.use_block(self.card.block.position)
            self.card = None
        if not is_card and not {"commitment", "commitment_number", "form_title"} & fields.keys():
            form.commitment = self._owner_of(fields)
        read_form(self.context, form, view, regions)
        if form.commitment is not None and not (form.commitment.number or form.commitment.title) and self.heading is not None:
            self.nameless.append((form.commitment, self.heading))
        return True

    def _owner_of(self, fields: "dict[str, float]") -> Draft | None:
        """The commitment that a form without a name goes on with: the one before it, where it lacks these fields."""
        known = self.context.harvest.commitments
        owner = self.context.commitment or (known[-1] if known else None)
        return owner if owner is not None and not owner.texts.keys() & fields.keys() else None

    def _grid(self, view: View, regions: Sequence[Region]) -> bool:
        headers = list({id(r.header): r.header for r in regions if isinstance(r, GridRow | HeadingRow)}.values())
        if not headers:
            return False
        bands = [r for r in regions if isinstance(r, Band)]
        column = any(h.of("commitment") and h.of("milestone") for h in headers)
        names = {} if column else self._commitment_bands(bands, regions, headers)
        under = bool(names) or self.announced is not None
        understood = False
        for header in headers:
            rows = [r.row for r in regions if isinstance(r, GridRow) and r.header is header]
            refined = refine(header, view, rows, self.context.words, self.context.dates)
            if is_tally(refined, view, rows):
                continue
            decision = self._decide(view, refined, under)
            self.context.decisions.append(decision)
            if decision.layout is None:
                continue
            understood = True
            self.context.harvest.layouts.append(decision.layout.name)
            self.inherited = (header, decision.layout)
            self._read_rows(view, refined, decision.layout, regions, header, names)
        if understood:
            leave_headings(self.context, view, regions)
        return understood

    def _decide(self, view: View, header: Header, under: bool) -> Decision:
        return recognise_grid(view.table, header, self.context.layouts, under_commitment=under)

    def _commitment_bands(self, bands: Sequence[Band], regions: Sequence[Region], headers: Sequence[Header]) -> dict[int, Numbered]:
        """Which bands name commitments: those that say so, else those that are numbered, else titles above rows headed as milestones."""
        words = self.context.words
        named = {b.row: part_commitment(b.cell.text, words)[0] for b in bands}
        said = {row: n for row, name in named.items() if (n := opens_commitment(name, words))}
        if said:
            return said
        named = {row: name for row, name in named.items() if not commitment_line(name, words) and not is_theme(name, words)}
        short = [b for b in bands if b.row in named and len(named[b.row]) <= MAX_NAME and not is_total(b.cell.text, words)]
        numbered = {b.row: n for b in short if (n := split_title(named[b.row], words, "commitment_band")).number}
        if numbered or self.announced is not None or not any(h.of("milestone") for h in headers):
            return numbered
        first_row = next((r.row for r in regions if isinstance(r, GridRow)), 0)
        above = [b for b in short if b.row > 0 and not words.headings.match(b.cell.text, frozenset({"legend", "section_band"}), loose=False)]
        if not above or above[0].row > first_row:
            return {}  # rows stand above the first of them: they are notes or themes
        return {b.row: Numbered(None, named[b.row].strip()) for b in above}

    def _read_rows(self, view: View, header: Header, layout: Layout, regions: Sequence[Region], raw: Header, names: dict[int, Numbered]) -> None:
        mine = [r.row for r in regions if isinstance(r, GridRow) and r.header is raw]
        if layout.rows is Rows.COMMENT:
            annex = Annex(self.context, view, header)
            self.annexes.append(annex)
            for row in mine:
                annex.read(row)
            return
        if layout.rows is Rows.MILESTONE:
            self._realise()
        rows = GridRows(self.context, view, header, layout, mine)
        for region in regions:
            if isinstance(region, Band):
                self._read_band(view, region, rows, names)
            elif isinstance(region, LabelRow) and self.context.commitment is not None:
                say_pairs(self.context, self.context.commitment, view, region.row)
            elif isinstance(region, GridRow) and region.header is raw:
                rows.read(region.row)

    def _read_band(self, view: View, band: Band, rows: GridRows, names: dict[int, Numbered]) -> None:
        """Read a row from side to side: a commitment's name, what is said of it, a total, or a note on the row above."""
        commitment, words = self.context.commitment, self.context.words
        if band.row in names:
            self._band(view, band, names[band.row])
            rows.last = None
        elif is_total(band.cell.text, words):
            self.context.account.leave(view.table, band.cell, Reason.SUMMARY)
        elif is_theme(band.cell.text, words):
            self.context.account.leave(view.table, band.cell, Reason.NO_COLUMN)
        elif band.beside and commitment is not None:
            for cell in (band.cell, *band.beside):
                say(self.context, commitment, view, cell)
        elif rows.last is not None:
            self.context.add_note(rows.last, view.table, band.cell)
        elif commitment is not None and says(self.context, band.cell):
            say(self.context, commitment, view, band.cell)

    def _band(self, view: View, band: Band, numbered: Numbered) -> None:
        named, lead = self._without_lead(numbered)
        draft = self.context.commitment_of(named.number, named.title, Source(view.table, band.row, band.cell.pages))
        if lead and "lead_institution" not in draft.texts:
            draft.add("lead_institution", lead)
        self.context.account.use(view.place(band.cell))
        for column, text in part_commitment(band.cell.text, self.context.words)[1]:
            draft.add(column, text)
        for cell in band.beside:
            say(self.context, draft, view, cell)
        self.context.commitment = draft


def _is_statement(title: str) -> bool:
    """Whether what follows a number says something and names nothing: "two of the three milestones are complete."."""
    return title[:1].islower() and title.rstrip().endswith(".")
