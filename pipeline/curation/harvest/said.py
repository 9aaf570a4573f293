"""What is said of a commitment beside its rows: labelled lines under its heading and in bands, labels with their values above the heading."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.curation.grids import View
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import Draft
from pipeline.curation.harvest.values import commitment_line, paragraphs, part_commitment
from pipeline.curation.recognition.regions import label
from pipeline.curation.signs.ratings import RatingReading, read_rating
from pipeline.curation.wording.patterns import LABELLED
from pipeline.model import Cell, Mark
from pipeline.tables import Reason


def say(context: Context, draft: Draft, view: View, cell: Cell) -> None:
    """Take the labelled lines of a cell for a commitment; what has no label is not understood."""
    lines = []
    for line in paragraphs(cell):
        reading = rating_line(line.text, line.marks, context)
        if reading is None:
            lines.append(line.text)
        elif draft.rating.is_blank:
            draft.rating = reading
    name, said = part_commitment("\n".join(("", *lines)), context.words)
    for column, text in said:
        draft.add(column, text)
    if name.strip():
        context.account.leave(view.table, cell, Reason.NOT_UNDERSTOOD, text=name.strip())
    else:
        context.account.use(view.place(cell))


def says(context: Context, cell: Cell) -> bool:
    """Whether a band opens with a labelled line that says something of a commitment."""
    first = paragraphs(cell)[0]
    return bool(commitment_line(cell.text, context.words)) or rating_line(first.text, first.marks, context) is not None


def rating_line(text: str, marks: Sequence[Mark], context: Context) -> RatingReading | None:
    """Read "Completion level: Substantial": the label of a rating and a value that is one; None where the line is anything else."""
    labelled = LABELLED.match(text)
    match = label(labelled["label"], context.words) if labelled else None
    if labelled is None or match is None or match.key not in ("rating", "percent"):
        return None
    start = labelled.start("rest")
    shown = tuple(replace(m, start=max(m.start, start) - start, end=m.end - start) for m in marks if m.end > start)
    value = Cell(row=0, column=0, text=labelled["rest"], marks=shown)
    reading = read_rating(value, context.legend, context.words, is_percent=match.key == "percent")
    is_rated = bool(reading.rating or reading.completion) or reading.percent is not None
    return reading if is_rated and reading.issue is None else None


def say_pairs(context: Context, draft: Draft, view: View, row: int) -> None:
    """Take a row of labels, each with its value beside it, for a commitment."""
    cells = [c for c in view.starting(row) if c.text.strip()]
    for name, value in zip(cells[0::2], cells[1::2], strict=False):
        line = f"{name.text.rstrip(' :')}: {value.text}"
        said = commitment_line(line, context.words)
        reading = rating_line(line, (), context)
        context.account.leave(view.table, name, Reason.HEADING)
        if context.words.is_placeholder(value.text):
            context.account.leave(view.table, value, Reason.PLACEHOLDER, heading=name.text)
        elif said:
            context.account.use(view.place(value))
            for column, text in said:
                draft.add(column, text)
        elif reading is not None and draft.rating.is_blank:
            context.account.use(view.place(value))
            draft.rating = reading
        else:
            context.account.leave(view.table, value, Reason.NO_COLUMN, heading=name.text)
