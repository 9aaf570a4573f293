"""Azerbaijan, in English: a state programme's matrix with numbers like 1-3, `Fully implemented` to `Not implemented`, deadlines as ranges of months or years.

Each commitment's rows follow a numbered band in capitals; executing bodies are several in a cell; a claim gives shares.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {
    "Fully implemented": worded("Fully implemented", "green", "complete"),
    "Partially implemented": worded("Partially implemented", "amber", "limited", sure=False),
    "Not implemented": worded("Not implemented", "red", "not_started", sure=False),
    None: worded(None, None),
}
PARTS = (
    (
        "1",
        "PREVENTION OF CORRUPTION",
        (
            (
                "1-1",
                "Simplify the declaration of income",
                "2016-2017",
                "Commission on Integrity",
                "Fully implemented",
                "The electronic form is in use since 3 April 2017.",
                None,
            ),
            (
                "1-2",
                "Train inspectors",
                "January-June 2017",
                "Commission on Integrity; Ministry of Justice",
                "Partially implemented",
                "One of three courses took place.",
                "Hold two courses.",
            ),
            ("1-3", "Survey citizens", "2018", "Centre for Surveys", "Not implemented", "The survey was not commissioned.", "Commission the survey."),
        ),
    ),
    (
        "2",
        "PUBLIC SERVICES",
        (
            (
                "2-1",
                "Open four service centres",
                "2016-2018",
                "Agency for Services",
                "Fully implemented",
                "Five centres were opened.",
                "Open a centre in the north.",
            ),
            ("2-2", "Offer services by phone", "2017-2018", "Agency for Services", None, "Tests are under way.", "Launch the service."),
        ),
    ),
)
CLAIM = "Out of 5 activities, 2 were fully implemented (40%), 1 was partially implemented (20%) and 1 was not implemented (20%)."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Azerbaijan",
        country_code="AZE",
        country_text="Republic of Azerbaijan",
        or_country_text=["Azerbaijan"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="end_of_term",
        date_prepared="2019-02-14",
        date_prepared_text="14 February 2019",
        language="en",
    )
    grid = Grid(
        truth,
        (
            ("number", "#", 1.3),
            ("title", "Activity", 5),
            ("term", "Implementation period", 3),
            ("responsible", "Executing body", 4),
            ("rating", "Degree of implementation", 3.2),
            ("evidence", "Work done", 6),
            ("next_steps", "Planned next steps", 4),
        ),
    )
    grid.extra = []
    for number, name, lines in PARTS:
        grid.band(f"{number}. {name}")
        truth.commitment(number, name, or_commitment_number=[f"{number}."])
        for ref, what, term, body, word, done, steps in lines:
            grid.row(
                ref,
                WORDS[word],
                title=what,
                responsible=body,
                evidence=done,
                next_steps=steps,
                cells={"term": cell(term)},
                truth={"or_responsible": [body.replace("; ", "\n")]},
            )
    truth.claim(CLAIM, 5, section="Conclusion")
    for stated, rating, level, share in ((2, "green", "complete", 0.4), (1, "amber", "limited", 0.2), (1, "red", "not_started", 0.2)):
        truth.claim(CLAIM, stated, rating=rating, or_rating=[None], completion=level, or_completion=[None], share=share, section="Conclusion")
    truth.finding("claim.percentages.sum", None, optional=True)
    content = [
        title("End-of-Term Self-Assessment Report"),
        p("National Action Plan for the Promotion of Open Government 2016-2018"),
        p("Republic of Azerbaijan"),
        p("Baku, 14 February 2019"),
        h1("Introduction"),
        p("The report was drafted by the Commission on Integrity."),
        h1("Implementation"),
        grid.table(),
        h1("Conclusion"),
        p(CLAIM),
    ]
    return Document(language="en", content=content), truth
