"""Liberia: scores from 0 to 3 explained by a line above the grid, the commitment as a numbered row of the same columns in bold.

The commitment's row has its body in the responsible column and no score; milestones carry letters (1a, 1b).
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
MEANS = {"3": ("green", "complete"), "2": ("green", "substantial"), "1": ("amber", "limited"), "0": ("red", "not_started"), None: (None, None)}
PARTS = (
    (
        "1",
        "Open land records",
        "Land Authority",
        (
            ("1a", "Digitise deeds of two counties", "3", "Deeds of Bong and Nimba were digitised.", None),
            ("1b", "Open a reading room", "1", "A room was found.", "Furnish the room."),
        ),
    ),
    (
        "2",
        "Justice for all",
        "Ministry of Justice",
        (
            ("2a", "Publish court calendars", "2", "Calendars of nine courts are published.", "Publish those of the other courts."),
            ("2b", "Train court reporters", "0", "No training was held.", "Hold a training in May 2019."),
            ("2c", "Print a citizens' guide", None, "The guide was edited.", "Print the guide."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Liberia",
        country_code="LBR",
        country_text="Republic of Liberia",
        or_country_text=["Liberia"],
        period_start_year=2017,
        period_end_year=2019,
        report_kind="midterm",
        date_prepared="2018-12-03",
        date_prepared_text="December 3, 2018",
        language="en",
    )
    rows = [heads("No.", "Commitment / Milestone", "Responsible", "Score", "What was achieved", "Next steps", fill="DBDBDB")]
    for number, name, body, lines in PARTS:
        rows.append((cell(number, bold=True), cell(name, bold=True), cell(body, bold=True), cell(None), cell(None), cell(None)))
        truth.commitment(number, name, lead_institution=body)
        for ref, what, score, done, steps in lines:
            rows.append((cell(ref), cell(what), cell(body), cell(score), cell(done), cell(steps)))
            rating, level = MEANS[score]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=[None],
                rating_text=score,
                rating_basis=... if score else None,
                responsible=body,
                evidence=done,
                next_steps=steps,
            )
    content = [
        title("Mid-term Self-Assessment Report"),
        p("Open Government Partnership National Action Plan 2017-2019"),
        p("Republic of Liberia"),
        p("Monrovia, December 3, 2018"),
        h1("Method"),
        p("Scores: 3 = completed (green); 2 = substantial progress (green); 1 = limited progress (amber); 0 = not started (red)"),
        h1("Scores of the milestones"),
        Table(rows=tuple(rows), widths=(1.4, 6, 4, 1.8, 6.5, 5.5)),
    ]
    return Document(language="en", content=content), truth
