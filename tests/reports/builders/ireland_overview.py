"""Ireland: an overview table with each commitment's own rating, then a section per commitment with a table of lettered milestones (1.a, 1.b).

The commitment's rating is a fill with a word; milestones have words alone. Dates in a column each, evidence as bulleted lists with links.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {
    "Complete": ("92D050", "green", "complete"),
    "Substantial": ("C6E0B4", "green", "substantial"),
    "Limited": ("FFC000", "amber", "limited"),
    "Not started": ("FF5050", "red", "not_started"),
}
PARTS = (
    (
        "1",
        "Local citizen engagement",
        "Department of Rural Affairs",
        "Substantial",
        (
            (
                "1.a",
                "Pilot participatory budgeting in three counties",
                "December 2017",
                "2017-12-31",
                "Complete",
                "• Pilots were held in three counties\n• 4,870 residents voted, see the [summary of votes](https://county.example.org/votes)",
                "None of the pilots needs further work.",
            ),
            (
                "1.b",
                "Publish a guide for county councils",
                "June 2018",
                "2018-06-30",
                "Limited",
                "A draft guide was shared with 11 councils.",
                "Publish the guide in autumn 2018.",
            ),
        ),
    ),
    (
        "2",
        "Open data for everyone",
        "Department of Public Expenditure",
        "Limited",
        (
            (
                "2.a",
                "Publish 5,000 datasets",
                "March 2018",
                "2018-03-31",
                "Substantial",
                "The portal holds 4,612 datasets.",
                "Publish the datasets of five more agencies.",
            ),
            (
                "2.b",
                "Train data officers",
                "September 2017",
                "2017-09-30",
                "Not started",
                "The tender did not attract any offer.",
                "Re-run the tender.",
            ),
            (
                "2.c",
                "Fund four projects that re-use data",
                "May 2018",
                "2018-05-31",
                "Complete",
                "Five projects were funded.",
                "Evaluate the projects.",
            ),
        ),
    ),
    (
        "3",
        "Transparency of lobbying",
        "Standards Office",
        "Complete",
        (
            (
                "3.a",
                "Review the register of lobbying",
                "February 2018",
                "2018-02-28",
                "Complete",
                "The review was laid before both Houses.",
                "Implement the recommendations.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Ireland",
        country_code="IRL",
        country_text="Ireland",
        or_country_text=["Ireland's"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="end_of_term",
        date_prepared="2018-08-31",
        date_prepared_text="31 August 2018",
        language="en",
    )
    overview = [heads("No.", "Commitment", "Lead organisation", "Overall assessment", fill="DEEAF6")]
    sections: list[object] = []
    for number, name, body, level, rows in PARTS:
        fill, rating, completion = WORDS[level]
        overview.append((cell(number), cell(name), cell(body), cell(level, fill)))
        truth.commitment(
            number, name, lead_institution=body, rating=rating, completion=completion, rating_text=level, rating_fill=fill, rating_basis="fill"
        )
        made = [heads("Milestone", "Description", "Due by", "Progress to date", "Evidence of progress", "Further action", fill="DEEAF6")]
        for ref, what, due, day, word, proof, steps in rows:
            made.append(tuple(cell(t) for t in (ref, what, due, word, proof, steps)))
            _, rating, completion = WORDS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=completion,
                rating_text=word,
                rating_basis="text",
                evidence=proof,
                next_steps=steps,
                end_date=day,
                end_date_text=due,
            )
        sections += [h2(f"Commitment {number}: {name}"), Table(rows=tuple(made), widths=(1.8, 4.2, 2.4, 2.4, 6.6, 5))]
    content = [
        title("End of Term Self-Assessment Report"),
        p("Open Government Partnership National Action Plan 2016-2018"),
        p("Ireland"),
        p("31 August 2018"),
        h1("1. Summary of progress"),
        p("The table below gives the overall assessment of each commitment."),
        Table(rows=tuple(overview), widths=(1.5, 8, 6, 4)),
        h1("2. Progress by commitment"),
        *sections,
        h1("3. Lessons learned"),
        p("More time is needed for consultation at local level."),
    ]
    return Document(language="en", content=content), truth
