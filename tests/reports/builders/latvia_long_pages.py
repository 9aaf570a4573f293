"""Latvia, in English: thirty rows over several pages, the heading row on the first alone, a running head, rows that break over pages.

Numbers run through the report (1 to 30), commitments are bands; every tenth row lacks its status; comments stand in the evidence cell in square brackets.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, filled
from tests.reports.builders.markup import Document, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LIGHTS = ("green", "amber", "green", "red", "amber", "green", "green", "amber", "red")
PLACES = ("Riga", "Liepaja", "Ventspils", "Jelgava", "Valmiera", "Ogre", "Tukums", "Cesis", "Talsi", "Saldus")
WORKS = ("Publish the minutes of council meetings in", "Train the clerks who answer requests in", "Open the register of grants of")
DONE = (
    "Minutes of {n} meetings were published by the municipality of {place}; the archive since 2015 follows in steps, as the scans must be read and checked by hand before they can be searched.",
    "In {place}, {n} clerks took part in courses of two days each.\nThe courses covered deadlines, fees and the protection of personal data.",
    "The register of {place} holds {n} grants with the purpose, the sum and the report of each.",
)
STEPS = ("Scan the minutes of {place} before 2015.", "Repeat the course in {place} in spring.", "Add the grants of {place} for sports.")
COMMITMENTS = ("Open councils", "Requests answered in time", "Grants in the open")


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Latvia",
        country_code="LVA",
        country_text="Republic of Latvia",
        or_country_text=["Latvia"],
        period_start_year=2022,
        period_end_year=2025,
        report_kind="midterm",
        date_prepared="2024-02-09",
        date_prepared_text="9 February 2024",
        language="en",
        rating_scheme="colour",
    )
    grid = Grid(
        truth,
        (
            ("number", "No.", 1.2),
            ("title", "Milestone", 4.5),
            ("rating", "Assessment", 2.2),
            ("evidence", "Evidence", 6.5),
            ("next_steps", "Next steps", 3.6),
        ),
    )
    said = []
    for index, name in enumerate(COMMITMENTS):
        grid.band(f"Commitment {index + 1}. {name}")
        truth.commitment(str(index + 1), name)
        for row, place in enumerate(PLACES):
            n = index * 10 + row + 1
            light = LIGHTS[row] if row < 9 else None
            note = f"**[Network of Towns, {row + 3} January 2024]** The figures of {place} should be checked." if row == 4 else None
            owner = grid.row(
                str(n),
                filled(light),
                title=f"{WORKS[index]} {place}",
                evidence=DONE[index].format(n=17 + 3 * n, place=place),
                next_steps=STEPS[index].format(place=place),
                after=note,
            )
            if note:
                said.append((owner, place, row + 3))
    for owner, place, day in said:
        truth.comment(
            owner,
            "Network of Towns",
            dt.date(2024, 1, day),
            f"{day} January 2024",
            f"The figures of {place} should be checked.",
            organisation_kind=...,
        )
    content = [
        title("Mid-term Self-Assessment Report"),
        p("Fifth National Open Government Action Plan 2022-2025"),
        p("Republic of Latvia"),
        p("Date prepared: 9 February 2024"),
        h1("Introduction"),
        p("Each town reported on its own work."),
        h1("Assessment of milestones"),
        p("Legend: green – completed or well advanced; amber – delayed; red – not begun"),
        grid.table(repeat=False),
        h1("Outlook"),
        p("The next report is due in 2025."),
    ]
    return Document(language="en", content=content, landscape=False, size=9, running_head="Mid-term Self-Assessment Report – Latvia"), truth
