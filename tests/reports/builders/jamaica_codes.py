"""Jamaica: the status is a code (FI, PI, NI, D) explained by a list of codes before the grid; a claim speaks in the legend's words.

`D` is for dropped: no colour and no missing rating. The commitment stands in a first column that names it in each row, not merged.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, paras, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
CODES = {"FI": ("green", ["complete"]), "PI": ("amber", ["limited"]), "NI": ("red", ["not_started"]), "D": (None, ["withdrawn"]), None: (None, [])}
PARTS = (
    (
        "1",
        "Access to records",
        (
            ("1.1", "Train information officers", "FI", "All 96 officers were trained.", "Train new officers each year."),
            ("1.2", "Revise the law", "PI", "A draft bill is before the committee.", "Table the bill."),
            ("1.3", "Set up an appeals office", "NI", "No post was created.", "Ask for posts in the next budget."),
        ),
    ),
    (
        "2",
        "Youth and budgets",
        (
            ("2.1", "Hold budget fairs in parishes", "FI", "Fairs were held in 14 parishes.", "Hold fairs in schools."),
            ("2.2", "Print a budget comic", "D", "The milestone was dropped in March 2022.", "No further work is planned."),
            ("2.3", "Publish spending in open formats", None, "Spending of six ministries is ready.", "Publish it."),
        ),
    ),
)
CLAIM = "Of the 6 milestones, 2 were fully implemented and 1 was partially implemented."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Jamaica",
        country_code="JAM",
        country_text="Jamaica",
        or_country_text=["Government of Jamaica"],
        period_start_year=2021,
        period_end_year=2023,
        report_kind="midterm",
        date_prepared="2022-11-11",
        date_prepared_text="11 November 2022",
        language="en",
    )
    rows = [heads("Commitment", "No.", "Milestone", "Status code", "Results so far", "Next steps", fill="FFE699")]
    for number, name, lines in PARTS:
        truth.commitment(number, name)
        for ref, what, code, done, steps in lines:
            rows.append(tuple(cell(t) for t in (f"{number}. {name}", ref, what, code, done, steps)))
            rating, level = CODES[code]
            owner = truth.milestone(
                ref,
                what,
                rating=rating,
                completion=None,
                or_completion=level,
                rating_text=code,
                rating_basis=... if code else None,
                evidence=done,
                next_steps=steps,
            )
            if code == "D":
                truth.unrated_ok.add(owner)
    truth.claim(CLAIM, 6, section="Conclusion")
    truth.claim(CLAIM, 2, rating="green", or_rating=[None], completion=None, or_completion=["complete"], section="Conclusion")
    truth.claim(CLAIM, 1, rating="amber", or_rating=[None], completion=None, or_completion=["limited"], section="Conclusion")
    content = [
        title("Midterm Self-Assessment Report"),
        p("Open Government Partnership National Action Plan 2021 – 2023"),
        p("Jamaica"),
        p("Prepared on 11 November 2022"),
        h1("Introduction"),
        *paras(
            "Status codes used in this report:\n• FI – fully implemented (green)\n• PI – partially implemented (amber)\n• NI – not implemented (red)\n• D – dropped"
        ),
        h1("Results"),
        Table(rows=tuple(rows), widths=(4, 1.3, 5, 2.2, 7, 6)),
        h1("Conclusion"),
        p(CLAIM),
    ]
    return Document(language="en", content=content), truth
