"""Philippines: a matrix with a heading of two storeys (planned and actual, each from and to), physical accomplishments, reasons and catch-up plans.

Bodies in initials, dates like 15-Jan-2020 and by month, the commitment as a band without a number's word; a notes row closes the table.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
HEAD = "C6E0B4"
WORDS = {
    "Completed": ("green", "complete"),
    "Substantially completed": ("green", "substantial"),
    "Limited": ("amber", "limited"),
    "Not started": ("red", "not_started"),
    None: (None, None),
}
PARTS = (
    (
        "1",
        "Barangay budgets explained",
        (
            (
                "1.1",
                "Conduct of budget forums in 120 barangays",
                ("Jan 2020", "2020-01-01"),
                ("Dec 2020", "2020-12-31"),
                ("15-Feb-2020", "2020-02-15"),
                ("30-Nov-2020", "2020-11-30"),
                "Completed",
                "A total of 134 forums were held with 5,210 residents.",
                "Target exceeded with support of local officials.",
                None,
            ),
            (
                "1.2",
                "Publication of barangay budgets online",
                ("Jun 2020", "2020-06-01"),
                ("Jun 2021", "2021-06-30"),
                ("01-Sep-2020", "2020-09-01"),
                (None, None),
                "Limited",
                "Forty-one barangays have posted their budgets.",
                "Internet access was not available in remote barangays.",
                "Provide offline forms by the third quarter of 2021.",
            ),
            (
                "1.3",
                "Issuance of a memorandum on simplified forms",
                ("Mar 2021", "2021-03-01"),
                ("May 2021", "2021-05-31"),
                (None, None),
                (None, None),
                "Not started",
                "The draft was returned for comments.",
                "Change in the leadership of the bureau.",
                "Issue the memorandum in August 2021.",
            ),
        ),
    ),
    (
        "2",
        "Permits without queues",
        (
            (
                "2.1",
                "Launch of a single application form",
                ("Feb 2020", "2020-02-01"),
                ("Aug 2020", "2020-08-31"),
                ("17-Feb-2020", "2020-02-17"),
                ("14-Aug-2020", "2020-08-14"),
                "Completed",
                "The form is in use in 61 cities.",
                "The form was agreed upon early.",
                None,
            ),
            (
                "2.2",
                "Training of frontline staff",
                ("Sep 2020", "2020-09-01"),
                ("Sep 2021", "2021-09-30"),
                ("05-Oct-2020", "2020-10-05"),
                (None, None),
                "Substantially completed",
                "Of 400 staff, 352 were trained.",
                "Sessions were moved online.",
                "Train the remaining staff.",
            ),
            (
                "2.3",
                "Client satisfaction survey",
                ("Jan 2021", "2021-01-01"),
                ("Dec 2021", "2021-12-31"),
                ("11-Jan-2021", "2021-01-11"),
                (None, None),
                None,
                "The questionnaire was tested.",
                "The survey firm was hired late.",
                "Complete the field work.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        dates=True,
        country="Philippines",
        country_code="PHL",
        country_text="Republic of the Philippines",
        or_country_text=["Philippines", "Philippine"],
        period_start_year=2019,
        period_end_year=2021,
        report_kind="midterm",
        date_prepared="2021-07-09",
        date_prepared_text="09 July 2021",
        language="en",
    )
    two = {"down": 2, "bold": True, "head": True}
    rows = [
        (
            cell("No.", HEAD, **two),
            cell("Milestone Activity", HEAD, **two),
            cell("Planned", HEAD, across=2, bold=True),
            cell("Actual", HEAD, across=2, bold=True),
            cell("Completion Level", HEAD, **two),
            cell("Physical Accomplishments", HEAD, **two),
            cell("Reasons / Issues Encountered", HEAD, **two),
            cell("Catch-up Plan / Next Steps", HEAD, **two),
        ),
        tuple(cell(t, HEAD, bold=True, head=True) for t in ("Start", "End", "Start", "End")),
    ]
    for number, name, lines in PARTS:
        rows.append((cell(f"Commitment {number}. {name}", "FFF2CC", across=10, bold=True),))
        truth.commitment(number, name)
        for ref, what, start0, end0, start, end, word, done, why, steps in lines:
            rows.append(tuple(cell(t) for t in (ref, what, start0[0], end0[0], start[0], end[0], word, done, why, steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                reasons=why,
                next_steps=steps,
                start_date_planned=start0[1],
                end_date_planned=end0[1],
                start_date=start[1],
                end_date=end[1],
                start_date_text=...,
                end_date_text=...,
            )
    rows.append((cell("Note: Accomplishments are as of 30 June 2021 and were submitted by the implementing agencies.", across=10),))
    truth.claim("The plan has two commitments, each with an implementing agency.", 2, "commitments", section="I. Introduction")
    content = [
        title("Mid-Term Self-Assessment Report"),
        p("Fifth Open Government Partnership National Action Plan 2019-2021"),
        p("Republic of the Philippines"),
        p("Date of submission: 09 July 2021"),
        h1("I. Introduction"),
        p("The plan has two commitments, each with an implementing agency."),
        h1("II. Status of commitments"),
        Table(rows=tuple(rows), widths=(1.1, 4, 1.6, 1.6, 2, 2, 2.4, 4.4, 3.8, 3.4), head=2),
        h1("III. Way forward"),
        p("The secretariat will hold a learning session in September."),
    ]
    return Document(language="en", content=content, size=7.5), truth
