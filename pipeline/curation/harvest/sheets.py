"""A form as a whole: which fields it has, its regions from the top, the tables inside it."""

from collections.abc import Sequence

from pipeline.curation.grids import View
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.forms import Form, is_over_table
from pipeline.curation.harvest.names import Name, is_milestone_of, read_name
from pipeline.curation.harvest.rows import GridRows
from pipeline.curation.recognition.columns import refine
from pipeline.curation.recognition.decision import recognise_grid
from pipeline.curation.recognition.headings import Header
from pipeline.curation.recognition.regions import Band, GridRow, HeadingRow, LabelRow, LevelRows, Region, label, read_regions
from pipeline.layouts import Rows
from pipeline.model import Cell, Grid
from pipeline.tables import Reason

AIMS = ("objective", "ambition")


def read_form(context: Context, form: Form, view: View, regions: Sequence[Region]) -> None:
    """Read the regions of a form, the grids inside it as rows of its commitment."""
    grids: dict[int, GridRows | None] = {}
    form.aim = _aim(context, regions)
    for region in regions:
        if isinstance(region, GridRow):
            key = id(region.header)
            if key not in grids:
                grids[key] = _grid_in_form(context, form, view, regions, region.header)
            reader = grids[key]
            if reader is not None:
                reader.read(region.row)
        elif not isinstance(region, HeadingRow):
            form.read(region)
    leave_headings(context, view, regions)
    form.close()


def _aim(context: Context, regions: Sequence[Region]) -> str | None:
    """The label that says what a commitment is where none of a form describes it: its objective, else its ambition."""
    keys = {r.key for r in regions if isinstance(r, LabelRow)}
    keys |= {m.key for r in regions if isinstance(r, Band) and (m := label(r.cell.text, context.words)) is not None}
    return None if keys & {"description", "milestone"} else next((key for key in AIMS if key in keys), None)


def _grid_in_form(context: Context, form: Form, view: View, regions: Sequence[Region], header: Header) -> GridRows | None:
    mine = [r.row for r in regions if isinstance(r, GridRow) and r.header is header]
    refined = refine(header, view, mine, context.words, context.dates)
    decision = recognise_grid(view.table, refined, context.layouts, under_commitment=True)
    context.decisions.append(decision)
    if decision.layout is None or decision.layout.rows is not Rows.MILESTONE:
        return None
    context.commitment = form.draft
    return GridRows(context, view, refined, decision.layout, mine)


def read_nested(context: Context, form: Form, grid: Grid) -> bool:
    """Read a table inside a form's cell: a scale, a grid of milestones, or more labels. False: none of these."""
    view = context.views[grid.table]
    regions = read_regions(view, context.words, context.dates)
    scales = [r for r in regions if isinstance(r, LevelRows)]
    if scales and all(isinstance(r, LevelRows) for r in regions):
        inner = Form(context, view, read_nested, is_card=form.is_card)
        inner.commitment, inner.milestone, inner.lettering = form.draft if not form.is_card else form.commitment, form.milestone, form.lettering
        for scale in scales:
            inner.read(scale)
        return True
    if any(isinstance(r, GridRow) for r in regions):
        before = len(context.harvest.milestones)
        read_form(context, _inside(form, view), view, regions)
        return len(context.harvest.milestones) > before
    if is_mostly_form(regions):
        read_form(context, _inside(form, view), view, regions)
        return True
    return False


def _inside(form: Form, view: View) -> Form:
    """A form's reader for a table inside it: it fills the same drafts."""
    inner = Form(form.context, view, form.read_nested, is_card=form.is_card)
    inner.commitment, inner.milestone, inner.lettering = form.draft if form.milestone is None else form.commitment, form.milestone, form.lettering
    return inner


def leave_headings(context: Context, view: View, regions: Sequence[Region]) -> None:
    """Account for the cells of a table's headings."""
    for region in regions:
        if isinstance(region, HeadingRow):
            for row in range(region.row, region.row + region.header.n_rows):
                for cell in view.starting(row):
                    context.account.leave(view.table, cell, Reason.HEADING)


def is_mostly_form(regions: Sequence[Region]) -> bool:
    """Whether a table's regions are labels with values and scales, and it opens as such."""
    labels = sum(isinstance(r, LabelRow) and r.key is not None for r in regions) + 2 * sum(isinstance(r, LevelRows) for r in regions)
    first = next((r for r in regions if isinstance(r, GridRow | LabelRow | LevelRows | HeadingRow)), None)
    return labels >= 2 and not isinstance(first, HeadingRow | GridRow)


def form_fields(
    view: View, regions: Sequence[Region], context: Context, above: Name | None
) -> tuple[dict[str, float], tuple[tuple[str, str | None], ...]]:
    """The fields that a form's labels name, and its labels as printed."""
    fields: dict[str, float] = {}
    headings: list[tuple[str, str | None]] = []
    for region in regions:
        if isinstance(region, LabelRow):
            cell: Cell = region.labels[0]
            headings.append((cell.text, region.key))
            if region.key:
                fields[region.key] = 1.0
        elif isinstance(region, LevelRows):
            fields["level"] = 1.0
        elif isinstance(region, Band) and not is_over_table(context, view, region.row):
            name = read_name(region.cell.text, context.words)
            match = label(region.cell.text, context.words)
            if match and match.score >= 0.95:
                fields[match.key] = 1.0
            elif is_milestone_of(name, above):
                fields["milestone"] = 1.0
            elif name.numbered.number:
                fields["commitment"] = 1.0
    return fields, tuple(headings)
