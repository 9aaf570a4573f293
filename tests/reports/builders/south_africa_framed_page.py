"""South Africa: the whole report inside a one-cell table that only draws a frame, the grid nested in it; fills with a legend line.

The title stands in the frame too; a grid of six rows, one without a colour.
"""

from tests.reports.builders.grid import Grid, filled
from tests.reports.builders.markup import Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
ROWS = (
    (
        "1",
        "Community feedback on services",
        (
            ("1.1", "Survey of clinics in three provinces", "green", "The survey reached 188 clinics.", "Publish the results by clinic."),
            ("1.2", "Train community monitors", "amber", "Ninety of 200 monitors were trained.", "Train the rest in Limpopo."),
            ("1.3", "Publish an annual scorecard", "red", "No scorecard was published.", "Agree on the indicators."),
        ),
    ),
    (
        "2",
        "Schools connected to open data",
        (
            ("2.1", "Publish school infrastructure data", "green", "The data are on the portal since 4 March 2021.", "Update them every term."),
            ("2.2", "Map of libraries", None, "A prototype map exists.", "Collect the missing addresses."),
            ("2.3", "Data clubs in schools", "amber", "Clubs exist in 21 schools.", "Find sponsors."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="South Africa",
        country_code="ZAF",
        country_text="Republic of South Africa",
        or_country_text=["South Africa"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="midterm",
        date_prepared="2021-08-27",
        date_prepared_text="27 August 2021",
        language="en",
        rating_scheme="colour",
    )
    grid = Grid(
        truth,
        (
            ("number", "No", 1.2),
            ("title", "Milestone", 5),
            ("rating", "Rating", 2),
            ("evidence", "Progress made", 8),
            ("next_steps", "Next steps", 6),
        ),
    )
    for number, name, lines in ROWS:
        grid.band(f"Commitment {number}: {name}")
        truth.commitment(number, name)
        for ref, what, rating, done, steps in lines:
            grid.row(ref, filled(rating), title=what, evidence=done, next_steps=steps)
    inside = (
        title("Mid-Term Self-Assessment Report"),
        p("Fourth Country Action Plan 2020-2022 of the Open Government Partnership"),
        p("Republic of South Africa"),
        p("Date prepared: 27 August 2021"),
        h1("Assessment"),
        p("Green – on track; Amber – delayed; Red – not started"),
        grid.table(),
        p("This page was approved by the steering committee."),
    )
    return Document(language="en", content=[Table(rows=((cell(inside),),), widths=(25,), head=0)]), truth
