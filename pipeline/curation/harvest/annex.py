"""A table of comments → comments on the milestones it names."""

from collections.abc import Sequence

from pipeline.curation.comments.blocks import CommentBlock, read_comment_row
from pipeline.curation.grids import View
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import CommentDraft, Source
from pipeline.curation.harvest.lookup import find_named
from pipeline.curation.recognition.headings import Header
from pipeline.curation.wording.numbering import references
from pipeline.model import Cell, CellPlace
from pipeline.tables import MilestoneIssue, Reason

ORGANISATION = ("comment_organisation", "comment_organisation_date", "responsible", "lead_institution")
DATE = ("comment_date", "cover_date", "dates", "end_date", "start_date")
REFERENCE = ("comment_reference", "milestone", "commitment_number", "commitment")
NAMED = frozenset({"milestone", "milestone_prefix", "commitment", "commitment_band"})
MAX_NAME = 160  # characters of whoever comments
RESPONSE = ("comment_response", "next_steps", "reasons")


class Annex:
    """Reads the rows of one table of comments. What each names is looked up once all milestones are known."""

    def __init__(self, context: Context, view: View, header: Header) -> None:
        self.context, self.view, self.header = context, view, header
        self.owner = context.commitment  # whose table it is, where it stands under a commitment
        self.references: list[tuple[CommentDraft, str | None]] = []
        self.named: dict[CellPlace, tuple[str, Cell]] = {}  # the cells that say what comments are about
        self.columns = {
            role: self._first(fields) for role, fields in {"who": ORGANISATION, "when": DATE, "about": REFERENCE, "answer": RESPONSE}.items()
        }
        self.columns["text"] = self._first(("comment_text", "comments"))
        if self.columns["about"] is None:
            self.columns["about"] = self._numbers_of_milestones()
        if self.columns["who"] is None:
            self.columns["who"] = self._names()

    def _first(self, fields: Sequence[str]) -> int | None:
        return next((self.header.of(f)[0].index for f in fields if self.header.of(f)), None)

    def _names(self) -> int | None:
        """The column of short texts before the comments under a heading that no vocabulary knows ("Who took part")."""
        text = self.columns["text"]
        unknown = [c for c in self.header.columns if c.field is None and c.heading and (text is None or c.index < text)]
        return next((c.index for c in unknown if self._is_of_names(c.index)), None)

    def _is_of_names(self, column: int) -> bool:
        printed = self._printed(column)
        return bool(printed) and all(len(t) <= MAX_NAME and any(c.isalpha() for c in t) for t in printed)

    def _printed(self, column: int) -> list[str]:
        rows = range(self.header.row + self.header.n_rows, self.view.n_rows)
        return [cell.text.strip() for row in rows if (cell := self.view.at(row, column)) and cell.text.strip()]

    def _numbers_of_milestones(self) -> int | None:
        """The column of numbers whose heading says of what they are ("Milestone no."), not the rows' own."""
        for column in self.header.of("number"):
            if self.context.words.headings.named(column.heading, NAMED):
                return column.index
        return next((c.index for c in self.header.of("number") if not self._runs_on(c.index)), None)

    def _runs_on(self, column: int) -> bool:
        """Whether a column counts the rows, from 1 on."""
        printed = [text.rstrip(".") for text in self._printed(column)]
        return printed == [str(n) for n in range(1, len(printed) + 1)]

    def read(self, row: int) -> None:
        """Read one row."""
        cells = {role: self._cell(row, column) for role, column in self.columns.items()}
        texts = {role: cell.text.strip() if cell and cell.text.strip() else None for role, cell in cells.items()}
        if texts["text"] is None and texts["who"] is None:
            return
        blocks = read_comment_row(texts["who"], texts["when"], texts["text"], texts["answer"], self.context.comments)
        if not blocks:
            return
        for cell in cells.values():
            if cell is not None and cell.text.strip():
                self.context.account.use(self.view.place(cell))
        self._keep(blocks, row, texts["about"], cells["about"])
        for column in self.header.columns:
            cell = self.view.at(row, column.index)
            if cell is not None and cell.text.strip() and column.index not in self.columns.values():
                self.context.account.leave(self.view.table, cell, Reason.NO_COLUMN, heading=column.heading or None)

    def _cell(self, row: int, column: int | None) -> Cell | None:
        return self.view.at(row, column) if column is not None else None

    def _keep(self, blocks: Sequence[CommentBlock], row: int, about: str | None, cell: Cell | None) -> None:
        if about and cell is not None:
            self.named[self.view.place(cell)] = (about, cell)
        for block in blocks:
            comment = self.context.add_comment(block, Source(self.view.table, row, _pages(self.view.row(row))), None, section=self.context.section)
            self.references.append((comment, about))

    def settle(self) -> None:
        """Give each comment the milestone or commitment that its row names."""
        for comment, about in self.references:
            if about:
                self._find(comment, about)
            elif self.owner is not None:
                comment.commitment = self.owner
        mark_unplaced(self.references)
        for about, cell in self.named.values():
            if find_named(self.context.harvest, about, self.context.words) == (None, None):
                self.context.account.leave(self.view.table, cell, Reason.NO_COLUMN, text=about)  # "The report as a whole"

    def _find(self, comment: CommentDraft, about: str) -> None:
        milestone, commitment = find_named(self.context.harvest, about, self.context.words)
        comment.milestone = milestone
        comment.commitment = milestone.parent if milestone else commitment


def mark_unplaced(comments: Sequence[tuple[CommentDraft, str | None]]) -> None:
    """Note of comments that belong to no row, with what they name, that others among them do."""
    placed = [c for c, _ in comments if c.milestone or c.commitment]
    for comment, about in comments:
        if placed and comment.milestone is None and comment.commitment is None:
            comment.milestone_issue = MilestoneIssue.NAMES_UNKNOWN if about and references(about) else MilestoneIssue.NAMES_NONE


def _pages(cells: Sequence[Cell]) -> tuple[int, ...] | None:
    return tuple(sorted({p for c in cells for p in (c.pages or ())})) or None
