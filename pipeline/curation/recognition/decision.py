"""Which layout a table is of: every family that fits is scored, the best is taken, the second is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.curation.recognition.headings import Header
from pipeline.layouts import Layout, Shape

MIN_SCORE = 1.5  # of the sum over fields; two sure fields, or three fair ones
MARGIN = 0.15  # a lead smaller than this over a family with other rows is no decision

WEIGHTS = {"milestone": 1.3, "rating": 1.2, "evidence": 1.1, "comment_text": 1.3, "commitment": 1.1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a table was taken for, by what score, and what came second. `layout` null: none of the families."""

    table: int
    row: int
    layout: Layout | None
    score: float
    second: str | None = None
    second_score: float = 0.0
    tipped_by: tuple[str, ...] = ()
    headings: tuple[tuple[str, str | None], ...] = ()  # as printed → field

    @property
    def is_ambiguous(self) -> bool:
        """Whether two families with other rows are as likely."""
        return self.layout is not None and self.second is not None and self.score - self.second_score < MARGIN


def recognise_grid(table: int, header: Header, layouts: Sequence[Layout], *, under_commitment: bool) -> Decision:
    """Decide which family a heading and the rows under it are of."""
    fields = {c.field: c.score for c in header.columns if c.field}
    headings = tuple((c.heading, c.field) for c in header.columns)
    return _decide(table, header.row, fields, headings, [x for x in layouts if x.shape is Shape.GRID], under_commitment)


def recognise_form(table: int, fields: dict[str, float], headings: tuple[tuple[str, str | None], ...], layouts: Sequence[Layout]) -> Decision:
    """Decide which family a table of labels and values is of."""
    return _decide(table, 0, fields, headings, [x for x in layouts if x.shape is Shape.FORM], under_commitment=False)


def _decide(
    table: int,
    row: int,
    fields: dict[str, float],
    headings: tuple[tuple[str, str | None], ...],
    layouts: Sequence[Layout],
    under_commitment: bool,
) -> Decision:
    scored = sorted(
        ((_score(x, fields), -n, x) for n, x in enumerate(layouts) if x.fits(fields, under_commitment=under_commitment)),
        reverse=True,
        key=lambda s: s[:2],
    )
    best = scored[0] if scored else None
    if best is None or best[0] < MIN_SCORE:
        return Decision(table=table, row=row, layout=None, score=best[0] if best else 0.0, headings=headings)
    rival = next((s for s in scored[1:] if s[2].rows is not best[2].rows), None)
    tipped = tuple(sorted((f for f in fields if any(f in group for group in best[2].needs)), key=lambda f: -_weight(f) * fields[f])[:3])
    return Decision(
        table=table,
        row=row,
        layout=best[2],
        score=best[0],
        second=rival[2].name if rival else None,
        second_score=rival[0] if rival else 0.0,
        tipped_by=tipped,
        headings=headings,
    )


def _score(layout: Layout, fields: dict[str, float]) -> float:
    wanted = {f for group in layout.needs for f in group} | set(layout.title)
    return sum(_weight(f) * s for f, s in fields.items() if f in wanted) + 0.25 * sum(s for f, s in fields.items() if f not in wanted)


def _weight(field: str) -> float:
    return WEIGHTS.get(field, 1.0)
