"""What every step of reading one document has at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from pipeline.curation.comments.blocks import CommentBlock, CommentContext, Line, answered, heads_answer, is_signed, split_comments
from pipeline.curation.grids import View
from pipeline.curation.harvest.account import Account
from pipeline.curation.harvest.drafts import LOOKED_FOR, CommentDraft, Draft, Harvest, Source
from pipeline.curation.harvest.values import one_a_line, paragraphs, part_by_label, without_contacts
from pipeline.curation.recognition.decision import Decision
from pipeline.curation.signs.legend import Legend
from pipeline.curation.wording.numbering import in_id, same_title
from pipeline.curation.wording.words import Words
from pipeline.dates import DateContext
from pipeline.layouts import Layout
from pipeline.model import Cell, CellPlace, Document, Grid
from pipeline.tables import OrganisationKind, Reason


@dataclass(slots=True, kw_only=True)
class Context:
    """One document being read, and what was found so far."""

    document: Document
    words: Words
    layouts: Sequence[Layout]
    dates: DateContext
    legend: Legend
    comments: CommentContext
    views: Mapping[int, View]
    nested: Mapping[CellPlace, tuple[Grid, ...]]
    account: Account
    feet: frozenset[str]  # texts that close several tables and stand nowhere else: what they label is of all that stands above
    harvest: Harvest = field(default_factory=Harvest)
    decisions: list[Decision] = field(default_factory=list)
    commitment: Draft | None = None  # the one whose table or section is being read
    section: str | None = None  # the nearest heading

    def commitment_of(self, number: str | None, title: str | None, source: Source) -> Draft:
        """Return the commitment of that number or title, drafting it where it is new.

        A number that stands again under another title is another commitment (numbers begin anew in
        each section); a number without a title, or a title without a number, finds the one it belongs to.
        """
        known = self._known_commitment(number, title)
        if known is not None:
            known.number = known.number or number
            known.title = known.title or title
            return known
        draft = Draft(source=source, number=number, title=title, section=self.section, is_commitment=True)
        self.harvest.commitments.append(draft)
        return draft

    def _known_commitment(self, number: str | None, title: str | None) -> Draft | None:
        for draft in reversed(self.harvest.commitments):
            same_number = number is not None and draft.number is not None and in_id(draft.number) == in_id(number)
            if same_title(draft.title, title) and (same_number or number is None or draft.number is None):
                return draft
            if same_number and (title is None or draft.title is None):
                return draft
        return None

    def add_text(self, draft: Draft, column: str, table: int, cell: Cell) -> None:
        """Add a cell's paragraphs to a text column: comments taken out, labelled parts sent where they belong."""
        own = self._own_lines(draft, table, cell, self.comments)
        for target, line in part_by_label(own, column, self.words):
            draft.add(target, line)
            draft.present.add(target)

    def add_bodies(self, draft: Draft, column: str, table: int, cell: Cell) -> None:
        """Add what a cell says in a plain column; of a person or body that is responsible, contacts are left out."""
        self.account.use(CellPlace(table, cell.row, cell.column))
        for line in one_a_line(cell.text, self.words) if column == "supporting_institutions" else cell.text.strip().split("\n"):
            name, contacts = without_contacts(line) if column in ("responsible", "lead_institution") else (line, None)
            if name:
                draft.add(column, name)
            if contacts:
                self.account.leave(table, cell, Reason.NO_COLUMN, text=contacts)

    def add_comments(self, draft: Draft, table: int, cell: Cell, heading: str) -> None:
        """Read a cell of a column of comments; what is no comment after all is not understood."""
        kind = OrganisationKind.NGO if self.words.headings.named(heading, {"sub_civil_society"}) else None
        own = self._own_lines(draft, table, cell, replace(self.comments, column_is_comments=True, default_kind=kind))
        if own:
            self.account.leave(table, cell, Reason.NOT_UNDERSTOOD, text="\n".join(own))

    def add_answer(self, draft: Draft, table: int, cell: Cell, heading: str, key: str | None) -> bool:
        """Read a cell as the author's answer to the one comment on a draft that stands in its row or next above; return whether it is that.

        Of several comments in one cell, or in rows one after the other, it isn't told which one is answered.
        """
        place = CellPlace(table, cell.row, cell.column)
        here = takewhile(lambda comment: comment.source.table == table, reversed(self.harvest.comments))
        unanswered = [comment for comment in here if (comment.milestone or comment.commitment) is draft and comment.block.response is None]
        last = unanswered[0].source.row or 0 if unanswered else 0
        near = [comment for comment in unanswered if (comment.source.row or 0) >= last - 1]
        if (
            len(near) != 1
            or place in self.harvest.by_place
            or not (key == "comment_response" or (key is None and heads_answer(heading, self.comments)))
        ):
            return False
        self.account.use(place)
        self.harvest.by_place[place] = draft
        near[0].block = answered(near[0].block, cell.text)
        return True

    def is_signed(self, cell: Cell) -> bool:
        """Tell whether a cell under a heading that may be of comments holds nothing but signed and dated ones."""
        return is_signed([Line(text=p.text, marks=p.marks) for p in paragraphs(cell)], self.comments)

    def add_note(self, draft: Draft, table: int, cell: Cell) -> None:
        """Read a row from side to side below a draft's: its comments are on that draft, the rest is not understood."""
        n_comments = len(self.harvest.comments)
        own = self._own_lines(draft, table, cell, self.comments)
        if own:
            whole = len(self.harvest.comments) == n_comments
            self.account.leave(table, cell, Reason.NOT_UNDERSTOOD, text=cell.text if whole else "\n".join(own))

    def _own_lines(self, draft: Draft, table: int, cell: Cell, context: CommentContext) -> list[str]:
        """Return the author's own lines of a cell and keep the comments among them; a merged cell's comments count once."""
        place = CellPlace(table, cell.row, cell.column)
        self.account.use(place)
        split = split_comments([Line(text=p.text, marks=p.marks, key=p.number) for p in paragraphs(cell)], context)
        if place not in self.harvest.by_place:
            self.harvest.by_place[place] = draft
            for block in split.comments:
                self.add_comment(block, Source(table, cell.row, cell.pages), draft)
                if block.group:
                    self.account.leave(table, cell, Reason.HEADING, text=block.group)
        return [own.text for own in split.own]

    def add_comment(self, block: CommentBlock, source: Source, draft: Draft | None, *, section: str | None = None) -> CommentDraft:
        """Note a comment on a commitment, a milestone, or (null) the report as a whole."""
        comment = CommentDraft(block=block, source=source, section=section)
        if draft is not None and not draft.is_commitment:
            comment.milestone, comment.commitment = draft, draft.parent
        else:
            comment.commitment = draft
        self.harvest.comments.append(comment)
        return comment


def note_present(draft: Draft, named: frozenset[str]) -> None:
    """Note which of the looked-for columns the draft's table has."""
    draft.present |= {c for c in LOOKED_FOR if c in named}
