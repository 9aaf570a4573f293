"""A form: labels with their values → one commitment, or one milestone, and what grids stand inside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.curation.comments.organisations import read_body
from pipeline.curation.grids import View
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import LOOKED_FOR, Draft, source_of
from pipeline.curation.harvest.lettered import is_letters, items, letters
from pipeline.curation.harvest.names import Name, is_milestone_of, read_name
from pipeline.curation.harvest.rows import DATE_FIELDS, TEXT_FIELDS
from pipeline.curation.harvest.values import read_dates
from pipeline.curation.recognition.regions import Band, GridRow, HeadingRow, LabelRow, LevelRows, Region, Stray, label
from pipeline.curation.signs.ratings import RatingReading, is_empty_box, is_tick, read_levels, read_rating
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.numbering import Numbered, number_of_label, opens_commitment, split_title
from pipeline.curation.wording.words import FIELD_KEYS, NO_COLUMN_KEYS
from pipeline.model import Cell, Grid
from pipeline.tables import OrganisationKind, RatingBasis, Reason

PLAIN = ("description", "problem", "lead_institution", "responsible")
MAX_NAME = 400  # characters; a longer band is no title


@dataclass(slots=True)
class Lettering:
    """The items of one form: which level each letter has, and each field's paragraphs."""

    levels: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # letter → (status key, heading)
    row: int = 0
    cells: list[Cell] = field(default_factory=list)

    @property
    def is_used(self) -> bool:
        """Whether letters stand in the completion columns."""
        return bool(self.levels)


class Form:
    """Reads one table of labels and values."""

    def __init__(
        self, context: Context, view: View, read_nested: "Callable[[Context, Form, Grid], bool]", *, is_card: bool, above: Name | None = None
    ) -> None:
        self.context, self.view, self.is_card, self.above = context, view, is_card, above
        self.read_nested = read_nested
        self.commitment: Draft | None = None
        self.milestone: Draft | None = None
        self.pending: str | None = None  # a label from side to side, whose value is the next band
        self.aim: str | None = None  # a label that stands for the description, where there is none
        self.lettering = Lettering()

    @property
    def draft(self) -> Draft:
        """The draft that a label fills now: the milestone of a card, else the commitment."""
        if self.milestone is not None:
            return self.milestone
        return self._commitment(Numbered(None, None), 0)

    def read(self, region: Region) -> None:
        """Read one region of the form, grids apart."""
        if isinstance(region, Band):
            self._band(region)
            return
        self.pending = None  # a label's value follows it at once
        if isinstance(region, LabelRow):
            self._label(region)
        elif isinstance(region, LevelRows):
            self._levels(region)
        elif isinstance(region, Stray | HeadingRow | GridRow):
            return

    def close(self) -> None:
        """Part lettered items into milestones once the whole form is read."""
        if self.lettering.is_used and self.commitment is not None:
            _part_letters(self.context, self.view, self.commitment, self.lettering)

    # -- names

    def _commitment(self, numbered: Numbered, row: int) -> Draft:
        if self.commitment is None:
            source = source_of(self.view.table, row, *self.view.grid.cells)
            heading = self.context.commitment
            if (
                heading is not None
                and not heading.texts
                and heading.rating.is_blank
                and (numbered.number is None or heading.number in (None, numbered.number))
            ):
                self.commitment = heading
            elif numbered.number or numbered.title:
                self.commitment = self.context.commitment_of(numbered.number, numbered.title, source)
            else:
                self.commitment = Draft(source=source, section=self.context.section, is_commitment=True)
                self.context.harvest.commitments.append(self.commitment)
            self.context.commitment = self.commitment
        self.commitment.number = self.commitment.number or numbered.number
        self.commitment.title = numbered.title if self.commitment.title is None else self.commitment.title
        return self.commitment

    def _band(self, region: Band) -> None:
        text, cell = region.cell.text.strip(), region.cell
        if self.view.place(cell) in self.context.nested and self._nested(cell, self.pending):
            self.pending = None
            return
        if region.row == 0 and self._is_template(text):
            self.context.account.leave(self.view.table, cell, Reason.HEADING)
            return
        match = label(text, self.context.words)
        exact = match is not None and match.score >= 0.95
        if self.pending is not None and not exact:
            self._value(self.pending, (cell,), region.row, text)
            self.pending = None
            return
        name = read_name(text, self.context.words)
        if self.is_card and not exact and is_milestone_of(name, self.above):
            self.context.account.use(self.view.place(cell))
            self.name_card(name.numbered, region.row)
            return
        named = opens_commitment(text, self.context.words)
        if exact and match is not None and named is None:
            self.context.account.leave(self.view.table, cell, Reason.HEADING)
            self.pending = match.key if match.key in FIELD_KEYS else None
            return
        numbered = named or split_title(text, self.context.words, "commitment_band")
        if numbered.number is None and not self.is_card:
            numbered = split_title(text, self.context.words, "milestone_prefix")  # "Action 3: …" heads a form of its own
        untitled = self.commitment is None or self.commitment.title is None
        if len(text) <= MAX_NAME and untitled and (numbered.number or (named is None and not self.is_card and region.row <= 2)):
            self.context.account.use(self.view.place(cell))
            self._commitment(numbered, region.row)
        elif "\n" in text and (first := label(text.split("\n", 1)[0], self.context.words)) and first.score >= 0.95:
            self._value(first.key, (replace(cell, text=text.split("\n", 1)[1], marks=()),), region.row, text.split("\n", 1)[0])
        elif is_over_table(self.context, self.view, region.row):
            self.context.account.leave(self.view.table, cell, Reason.HEADING)  # it names the table in the cell under it

    def _is_template(self, text: str) -> bool:
        """Whether other forms open with the same band: it names the form, not what the form is about."""
        tops = [view.at(0, 0) for view in self.context.views.values() if view is not self.view]
        is_numbered = split_title(text, self.context.words, "commitment_band").number is not None
        return not is_numbered and any(top is not None and top.text.strip() == text for top in tops)

    # -- labels and values

    def _label(self, region: LabelRow) -> None:
        for cell in region.labels:
            self.context.account.leave(self.view.table, cell, Reason.HEADING)
        heading = " / ".join(dict.fromkeys(c.text.strip() for c in region.labels if c.text.strip()))
        self._value(region.key, region.values, region.row, heading)

    def _value(self, key: str | None, cells: Sequence[Cell], row: int, heading: str) -> None:
        if key in LOOKED_FOR and (self.commitment or self.milestone):
            self.draft.present.add(key or "")
        if key in LOOKED_FOR:
            self._note(key or "")
        for cell in cells:
            nested = self.context.nested.get(self.view.place(cell), ())
            if nested and self._nested(cell, key):
                continue
            if cell.text.strip() or key == "rating":
                self._one_value(key, cell, row, heading)

    def _note(self, key: str) -> None:
        """Note that this form has a field, on the draft that it will fill."""
        self.draft.present.add(key)
        self.draft.present |= self.context.words.headings.named(key, set(LOOKED_FOR)) & set(LOOKED_FOR)

    def _one_value(self, key: str | None, cell: Cell, row: int, heading: str) -> None:
        context, table = self.context, self.view.table
        text = cell.text.strip()
        if key in ("rating", "percent") or (key is None and self.draft.rating.is_blank and _boxed_levels(cell, context) is not None):
            self._rate(cell, is_percent=key == "percent", heading=heading)
        elif context.words.is_placeholder(text):
            context.account.leave(table, cell, Reason.PLACEHOLDER, heading=heading)
        elif key in ("commitment", "commitment_number", "number", "milestone"):
            self._name(key, cell, row, heading)
        elif key in TEXT_FIELDS:
            context.add_text(self.draft, key, table, cell)
        elif key in DATE_FIELDS:
            context.account.use(self.view.place(cell))
            read_dates(text, context.dates, context.words, self.draft.start, self.draft.end, key, heading)
        elif key == "comments" or (key == "comment_text" and context.is_signed(cell)):
            context.add_comments(self.draft, table, cell, heading)
        elif (target := self._column(key)) is not None:
            if target == "responsible" and self.milestone is None and "lead_institution" not in self.draft.texts and self._is_body(text):
                target = "lead_institution"  # a body that is responsible for a commitment leads it
            context.add_bodies(self.draft, target, table, cell)
        elif not context.add_answer(self.draft, table, cell, heading, key):
            reason = Reason.NO_COLUMN if key in NO_COLUMN_KEYS or key is None or key.startswith(("cover", "comment")) else Reason.NOT_UNDERSTOOD
            context.account.leave(table, cell, reason, heading=heading)

    def _column(self, key: str | None) -> str | None:
        """Which text column a label fills; a milestone has fewer."""
        if key in ("supporting_institutions", "sub_government", "sub_civil_society"):
            return "supporting_institutions" if self.milestone is None else None
        if self.milestone is not None:
            return "responsible" if key in ("responsible", "lead_institution") else None
        return "description" if key is not None and key == self.aim else key if key in PLAIN else None

    def _is_body(self, text: str) -> bool:
        return read_body(text, self.context.words.languages).kind is OrganisationKind.GOVERNMENT

    def _name(self, key: str, cell: Cell, row: int, heading: str) -> None:
        words, text = self.context.words, cell.text.strip()
        self.context.account.use(self.view.place(cell))
        if key == "milestone" or (key == "number" and self.is_card):
            self._name_milestone(key, text, row, heading)
        elif key in ("commitment_number", "number"):
            number = split_title(text, words, "commitment_band").number or text
            self._commitment(Numbered(number, None), row)
        else:
            named = opens_commitment(text, words) or split_title(text, words, "commitment_band")
            self._commitment(named if named.number else replace(named, number=number_of_label(heading)), row)

    def _name_milestone(self, key: str, text: str, row: int, heading: str) -> None:
        numbered = split_title(text, self.context.words, "milestone_prefix")
        if numbered.number is None:
            numbered = replace(numbered, number=number_of_label(heading))
        if key == "number":
            numbered = Numbered(numbered.number or text, numbered.title)
        self.name_card(numbered, row, is_number=key == "number")

    def name_card(self, numbered: Numbered, row: int = 0, *, is_number: bool = False) -> None:
        """Give the card's milestone its number and title; a second of them begins another milestone."""
        starts_anew = self.milestone is None or (numbered.title and self.milestone.title) or (numbered.number and self.milestone.number and is_number)
        if starts_anew or self.milestone is None:
            self.milestone = Draft(source=source_of(self.view.table, row, *self.view.row(row)), section=self.context.section)
            self.milestone.parent = self.commitment or self.context.commitment
            self.context.harvest.milestones.append(self.milestone)
        self.milestone.number = self.milestone.number or numbered.number
        self.milestone.title = self.milestone.title or numbered.title

    # -- ratings

    def _rate(self, cell: Cell, *, is_percent: bool, heading: str) -> None:
        words = self.context.words
        if words.is_placeholder(cell.text) and not cell.fill:
            self.context.account.leave(self.view.table, cell, Reason.PLACEHOLDER, heading=heading)
            return
        self.context.account.use(self.view.place(cell))
        labels = [c for c in self.view.row(cell.row) if c is not cell]
        reading = read_rating(cell, self.context.legend, words, fill_counts=all(c.fill != cell.fill for c in labels), is_percent=is_percent)
        boxed = _boxed_levels(cell, self.context)
        if boxed is not None:
            reading = boxed
        self._take(reading)

    def _take(self, reading: RatingReading) -> None:
        draft = self.draft
        if reading.is_blank:
            return
        if draft.rating.is_blank:
            draft.rating = reading
        elif draft.rating.basis is RatingBasis.PERCENT or reading.basis is RatingBasis.PERCENT:
            first, second = (reading, draft.rating) if draft.rating.basis is RatingBasis.PERCENT else (draft.rating, reading)
            draft.rating = replace(first, percent=first.percent if first.percent is not None else second.percent)

    def _levels(self, region: LevelRows) -> None:
        """Take a scale's ticks as the rating; letters under it belong to the items they name."""
        ticked: list[tuple[str, str]] = []
        for cell in region.labels:
            self.context.account.leave(self.view.table, cell, Reason.HEADING)
        for key, heading, cells in region.levels:
            self.context.account.leave(self.view.table, heading, Reason.HEADING)
            for cell in cells:
                self._level(key, heading.text.strip(), cell, ticked)
        self.lettering.row = region.row
        if ticked or not self.lettering.is_used:
            self._take(read_levels(ticked))

    def _level(self, key: str, heading: str, cell: Cell, ticked: list[tuple[str, str]]) -> None:
        text = cell.text.strip()
        if is_empty_box(text, self.context.words):
            self.context.account.use(self.view.place(cell))
        elif self.context.words.is_placeholder(text) and not is_tick(text, self.context.words):
            self.context.account.leave(self.view.table, cell, Reason.PLACEHOLDER, heading=heading)
        elif is_tick(text, self.context.words):
            self.context.account.use(self.view.place(cell))
            ticked.append((key, heading))
        elif is_letters(text):
            self.context.account.use(self.view.place(cell))
            self.lettering.cells.append(cell)
            for letter in letters(text):
                self.lettering.levels.setdefault(letter, []).append((key, heading))
        else:
            self.context.account.leave(self.view.table, cell, Reason.NO_COLUMN, heading=heading)

    # -- tables inside cells

    def _nested(self, cell: Cell, key: str | None) -> bool:
        """Read the tables that stand in a value's cell; tell whether they were understood."""
        grids = self.context.nested[self.view.place(cell)]
        read = [self.read_nested(self.context, self, g) for g in grids]  # each is read, whatever the others are
        understood = all(read)
        if understood:
            self.context.account.use(self.view.place(cell))
            self.context.account.nested_used.update(g.table for g in grids)
            rest = _without_nested(cell, [line for g in grids for c in g.cells for line in c.text.split("\n")])
            if rest and key in TEXT_FIELDS:
                for line in rest:
                    self.draft.add(key or "", line)
            elif rest:
                self.context.account.leave(self.view.table, cell, Reason.NOT_UNDERSTOOD, text="\n".join(rest))
        return understood


def is_over_table(context: Context, view: View, row: int) -> bool:
    """Whether a table stands in a cell of the row below: then a band above is its heading."""
    return row + 1 < view.n_rows and any(view.place(cell) in context.nested for cell in view.starting(row + 1))


def _without_nested(cell: Cell, inside: Sequence[str]) -> list[str]:
    """The paragraphs of a cell that no table inside it holds."""
    known = {fold(t) for t in inside} | {""}
    return [line for line in cell.text.split("\n") if not all(fold(part) in known for part in line.split("\t"))]


def _boxed_levels(cell: Cell, context: Context) -> RatingReading | None:
    """Read "☐ Limited ☒ Substantial" printed in one cell."""
    words = context.words
    text = cell.text
    boxes = [n for n, c in enumerate(text) if words.is_sign(c, "box_empty") or (words.is_sign(c, "tick") and not c.isalpha())]
    if len(boxes) < 2:
        return None
    ends = [*boxes[1:], len(text)]
    ticked = []
    for start, end in zip(boxes, ends, strict=True):
        name = text[start + 1 : end].strip(" \n\t,;|/")
        match = words.ratings.match(name) if name else None
        if match is None or match.score < 0.75:
            return None
        if not words.is_sign(text[start], "box_empty"):
            ticked.append((match.key, name))
    return read_levels(ticked)


def _part_letters(context: Context, view: View, commitment: Draft, lettering: Lettering) -> None:
    """Make a milestone of each letter that the completion columns name; what carries no letter stays the commitment's."""
    parted = {column: items(commitment.texts.get(column, [])) for column in ("description", "evidence", "next_steps", "reasons")}
    titles = parted["description"][0]
    for letter in sorted(set(lettering.levels) | set(titles)):
        draft = Draft(
            source=source_of(view.table, lettering.row, *lettering.cells),
            number=letter,
            parent=commitment,
            section=commitment.section,
            is_lettered=True,
        )
        draft.title = "\n".join(titles.get(letter, ())) or None
        draft.rating = read_levels(lettering.levels.get(letter, ()))
        for column in ("evidence", "next_steps", "reasons"):
            for paragraph in parted[column][0].get(letter, ()):
                draft.add(column, paragraph)
            if parted[column][0]:
                draft.present.add(column)
        context.harvest.milestones.append(draft)
    for column, (found, before) in parted.items():
        if found:
            commitment.texts[column] = before
