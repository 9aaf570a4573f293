"""Liberia: columns in an unusual order (next steps first, the number last but one) with an empty spacer column; ratings shade the paragraph, not the cell.

The report tells its date by month only. A signature table follows the grid and stays out; a claim spells its numbers.
"""

from tests.reports.builders.grid import FILL, Grid
from tests.reports.builders.markup import Cell, Document, Para, Run, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
CLAIM = "Of the six milestones, three are green, one is amber and one is red."


def shaded(rating: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a cell with a shaded paragraph."""
    if rating is None:
        return cell(None), {}
    word = rating.capitalize()
    return cell(Para(runs=(Run(text=word),), shade=FILL[rating])), {
        "rating": rating,
        "rating_text": word,
        "rating_fill": FILL[rating],
        "rating_basis": "fill",
    }


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Liberia",
        country_code="LBR",
        country_text="Republic of Liberia",
        or_country_text=["Liberia"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="end_of_term",
        date_prepared=None,
        date_prepared_text="October 2022",
        language="en",
        title="End of Term Self-Assessment Report",
        or_title=["End of Term Self-Assessment Report National Action Plan 2020-2022"],
        rating_scheme="colour",
    )
    columns = (
        ("next_steps", "What happens next", 5),
        ("spacer", "", 0.6),
        ("rating", "Rating", 2.2),
        ("evidence", "Supporting evidence", 7),
        ("title", "Milestone", 4.8),
        ("number", "Ref.", 1.4),
        ("reasons", "Why this rating", 4.6),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Open courts")
    grid.band("Commitment 1: Open courts")
    grid.row(
        "1.1",
        shaded("green"),
        title="Publish court calendars",
        evidence="Calendars of nine courts are on the notice boards and online.",
        reasons="All courts take part.",
        next_steps="Publish judgments.",
    )
    grid.row(
        "1.2",
        shaded("amber"),
        title="Train court reporters",
        evidence="Twelve reporters were trained in Monrovia.",
        reasons="Training in the counties was cancelled.",
        next_steps="Train reporters in five counties.",
    )
    grid.row(
        "1.3",
        shaded("red"),
        title="Set fees by regulation",
        evidence="No draft exists.",
        reasons="The committee was dissolved.",
        next_steps="Appoint a new committee.",
    )
    truth.commitment("2", "Land records")
    grid.band("Commitment 2: Land records")
    grid.row(
        "2.1",
        shaded("green"),
        title="Scan deeds of two counties",
        evidence="18,400 deeds were scanned.",
        reasons="The target was met.",
        next_steps="Scan two more counties.",
    )
    grid.row(
        "2.2",
        shaded(None),
        title="Open an enquiry desk",
        evidence="A desk was bought.",
        reasons="The room is not ready.",
        next_steps="Open the desk.",
    )
    grid.row("2.3", shaded("green"), title="Print a guide on land rights", evidence="4,000 guides were handed out.", reasons="All guides are out.")
    truth.claim(CLAIM, 6, section="Conclusion")
    for stated, rating in ((3, "green"), (1, "amber"), (1, "red")):
        truth.claim(CLAIM, stated, rating=rating, section="Conclusion")
    signatures = Table(rows=((cell("Prepared by"), cell("Approved by")), (cell("Martha Example"), cell("Joseph Example"))), widths=(8, 8), head=0)
    truth.set_aside("other_table", "Martha Example")
    content = [
        title("End of Term Self-Assessment Report"),
        p("National Action Plan 2020-2022"),
        p("Republic of Liberia"),
        p("Date prepared: October 2022"),
        h1("Assessment"),
        p("Green: completed or substantial progress. Amber: limited progress. Red: not started or severe delays."),
        grid.table(),
        h1("Conclusion"),
        p(CLAIM),
        h1("Signatures"),
        signatures,
    ]
    return Document(language="en", content=content), truth
