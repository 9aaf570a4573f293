"""What a table says of its commitment beside the rows: labelled lines in bands, labels with their values above the heading."""

from pipeline.curation.grids import View
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import Draft
from pipeline.curation.harvest.values import commitment_line, part_commitment
from pipeline.model import Cell
from pipeline.tables import Reason


def say(context: Context, draft: Draft, view: View, cell: Cell) -> None:
    """Take the labelled lines of a cell for a commitment; what has no label is not understood."""
    name, said = part_commitment(f"\n{cell.text}", context.words)
    for column, text in said:
        draft.add(column, text)
    if name.strip():
        context.account.leave(view.table, cell, Reason.NOT_UNDERSTOOD, text=name.strip())
    else:
        context.account.use(view.place(cell))


def say_pairs(context: Context, draft: Draft, view: View, row: int) -> None:
    """Take a row of labels, each with its value beside it, for a commitment."""
    cells = [c for c in view.starting(row) if c.text.strip()]
    for name, value in zip(cells[0::2], cells[1::2], strict=False):
        said = commitment_line(f"{name.text.rstrip(' :')}: {value.text}", context.words)
        context.account.leave(view.table, name, Reason.HEADING)
        if context.words.is_placeholder(value.text):
            context.account.leave(view.table, value, Reason.PLACEHOLDER, heading=name.text)
        elif said:
            context.account.use(view.place(value))
            for column, text in said:
                draft.add(column, text)
        else:
            context.account.leave(view.table, value, Reason.NO_COLUMN, heading=name.text)
