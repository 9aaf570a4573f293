"""Labels above their values: a row of labels, their values in the row below, down a whole form or at its top."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.curation.grids import View
from pipeline.curation.recognition.headings import meaning
from pipeline.curation.wording.matching import Match
from pipeline.curation.wording.words import FIELD_KEYS, SUB_KEYS, Words
from pipeline.model import Cell, MarkKind

KEYS = FIELD_KEYS | SUB_KEYS
SURE = 0.9  # of a match; nothing beside a label above its value says that it is one
FAIR = 0.64  # of a match, where the label also looks like the others
MAX_LABEL = 160  # characters
MIN_STACKS = 2  # of a form; one row of headings over one row is a grid as well


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of labels with the cells below each; `keys` as the labels, null where one is unknown."""

    row: int
    labels: tuple[Cell, ...]
    keys: tuple[str | None, ...]
    values: tuple[tuple[Cell, ...], ...]
    n_rows: int

    @property
    def has_values(self) -> bool:
        """Whether anything stands below the labels."""
        return any(cell.text.strip() for cells in self.values for cell in cells)


_Look = tuple[str | None, bool]  # fill, whether all of it is bold


def read_stacks(view: View, words: Words) -> Mapping[int, Stack]:
    """Return the rows of labels that stand above their values, by row; none where the table is no such form.

    In a form whose labels stand beside their values only rows of several labels count.
    """
    sure = {row: cells for row in range(view.n_rows) if (cells := _sure_labels(view, row, words))}
    if not sure:
        return {}
    look = _look_of_labels(view, sure)
    stacks = _part(view, words, sure, look)
    filled = [s for s in stacks if s.has_values]
    is_repeated = max(Counter(s.keys for s in filled).values(), default=0) > 1 and all(len(s.labels) > 1 for s in filled)
    if is_repeated:
        return {}  # the heading of a grid, again on each page
    if len(filled) >= MIN_STACKS and 2 * len(filled) >= len(stacks) and len(filled) > _n_beside(view, words):
        return {s.row: s for s in stacks}
    return {s.row: s for s in filled if len(s.labels) > 1 and s.row + s.n_rows < view.n_rows and "milestone" not in s.keys and not _goes_on(view, s)}


def _goes_on(view: View, stack: Stack) -> bool:
    """Whether a row farther down is laid out as the labels are: then they head a grid."""
    layout = [(c.column, c.column_span) for c in stack.labels]
    return any([(c.column, c.column_span) for c in view.row(row)] == layout for row in range(stack.row + stack.n_rows, view.n_rows))


def _label(text: str, words: Words) -> Match | None:
    return meaning(text, words, KEYS) if len(text) <= MAX_LABEL else None


def _sure_labels(view: View, row: int, words: Words) -> tuple[Cell, ...]:
    """The cells of a row that holds nothing but labels, each a known one."""
    cells = view.filled(row)
    if any(len(c.text) > MAX_LABEL for c in cells) or not _may_be_labels(view, cells, row):
        return ()
    return cells if all((m := _label(c.text, words)) is not None and m.score >= SURE for c in cells) else ()


def _may_be_labels(view: View, cells: Sequence[Cell], row: int) -> bool:
    """Whether cells stand as labels do: all in this row alone, and one that is alone at its beginning."""
    return bool(cells) and all(c.row == row and c.row_span == 1 for c in cells) and (len(cells) > 1 or cells[0] is view.row(row)[0])


def _look(cell: Cell) -> _Look:
    bold = sum(m.end - m.start for m in cell.marks if m.kind is MarkKind.BOLD)
    return cell.fill, bold >= len(cell.text.strip()) > 0


def _look_of_labels(view: View, sure: Mapping[int, Sequence[Cell]]) -> _Look | None:
    """How labels look, where they look otherwise than what stands below them."""
    looks = Counter(_look(c) for cells in sure.values() for c in cells)
    look, count = looks.most_common(1)[0]
    below = [_look(c) for row in sure if row + 1 < view.n_rows and row + 1 not in sure for c in view.filled(row + 1)]
    is_telling = bool(below) and sum(b == look for b in below) * 4 < len(below)
    return look if is_telling and 2 * count > looks.total() and look != (None, False) else None


def _labels(view: View, row: int, words: Words, sure: Mapping[int, Sequence[Cell]], look: _Look | None) -> Sequence[Cell]:
    """The labels of a row: known ones, or what looks as they do."""
    if row in sure or look is None:
        return sure.get(row, ())
    cells = view.filled(row)
    is_like = _may_be_labels(view, cells, row) and all(_look(c) == look and len(c.text) <= MAX_LABEL for c in cells)
    return cells if is_like and (len(cells) == 1 or any(_key(c, words) for c in cells)) else ()


def _key(cell: Cell, words: Words) -> str | None:
    match = _label(cell.text, words) or words.headings.vote(cell.text, FIELD_KEYS)
    return match.key if match and match.score >= FAIR else None


def _part(view: View, words: Words, sure: Mapping[int, Sequence[Cell]], look: _Look | None) -> list[Stack]:
    """Take each row of labels with the rows below it, up to the next."""
    heads = {row: cells for row in range(view.n_rows) if (cells := _labels(view, row, words, sure, look))}
    stacks = []
    for row, labels in heads.items():
        end = next((r for r in range(row + 1, view.n_rows) if r in heads or not _is_under(view, r, labels)), view.n_rows)
        keys = tuple(_key(c, words) for c in labels)
        is_grid = len(labels) > 1 and (end - row != 2 or ("milestone" in keys and row > 0))
        if is_grid or (end == row + 1 and end not in heads and end < view.n_rows):
            continue  # its values stand beside it
        values = tuple(tuple(c for r in range(row + 1, end) for c in view.starting(r) if c.column == label.column) for label in labels)
        stacks.append(Stack(row, tuple(labels), keys, values, end - row))
    return stacks


def _is_under(view: View, row: int, labels: Sequence[Cell]) -> bool:
    """Whether what a row holds stands under the labels, each below its own and as wide as that if there are several."""
    return all(
        c.row == row
        and c.row_span == 1
        and any(c.column == label.column and (len(labels) == 1 or c.column_span == label.column_span) for label in labels)
        for c in view.filled(row)
    )


def _n_beside(view: View, words: Words) -> int:
    """How many rows are a label with its value beside it."""
    rows = [view.filled(row) for row in range(view.n_rows)]
    return sum(
        len(cells) == 2 and (m := _label(cells[0].text, words)) is not None and m.score >= SURE and not _label(cells[1].text, words) for cells in rows
    )
