"""Canada: headings as plain questions, a table per commitment, status words, rows ruled by lines alone; a table of comments after each commitment.

The lead body stands in a line above the table, the milestone's number before its title in one cell; comments with a column for the answer.
"""

import datetime as dt

from tests.reports.builders.markup import Cell, Document, Run, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {
    "Completed": ("2E7D32", "green", "complete"),
    "Substantial": ("7CB342", "green", "substantial"),
    "Limited": ("F9A825", "amber", "limited"),
    "Not started": ("C62828", "red", "not_started"),
}
PARTS = (
    (
        "1",
        "Records that people can find",
        "Office of Public Records",
        (
            (
                "1.1",
                "Publish an inventory of all record series",
                "Completed",
                "The inventory of 2,310 series went online on May 6, 2019.",
                "Update it twice a year.",
            ),
            (
                "1.2",
                "Test search tools with the public",
                "Substantial",
                "Four of five test rounds were held, with 212 people.",
                "Hold the last round in the fall of 2019.",
            ),
            ("1.3", "Release summaries of closed requests", "Not started", "Staff were moved to other work.", "Start in January 2020."),
        ),
        (
            (
                "Prairie Access Society",
                "August 12, 2019",
                dt.date(2019, 8, 12),
                "The inventory leaves out Crown corporations.",
                "We will add them in 2020.",
            ),
            ("Coalition for Open Archives", "August 30, 2019", dt.date(2019, 8, 30), "The test rounds were well prepared.", None),
        ),
    ),
    (
        "2",
        "Grants in plain sight",
        "Department of Regional Growth",
        (
            ("2.1", "Publish grants above $25,000", "Completed", "Grants since 2017 are online.", None),
            ("2.2", "Publish the results of grants", "Limited", "Two of nineteen programs publish results.", "Agree on a common form."),
            ("2.3", "Explain how to apply in plain language", None, "A draft guide is being edited.", "Publish the guide."),
        ),
        (("Dr. Alma Fictif", "September 3, 2019", dt.date(2019, 9, 3), "Results should be published by riding.", "This is being studied."),),
    ),
)


def status_cell(status: str | None) -> Cell:
    """Return a cell with the status word."""
    if not status:
        return cell(None)
    return cell(Run(text=status))


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Canada",
        country_code="CAN",
        country_text="Canada",
        or_country_text=["Canada's"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="midterm",
        date_prepared="2019-09-20",
        date_prepared_text="September 20, 2019",
        language="en",
    )
    content = [
        title("Mid-term Self-assessment Report"),
        p("Canada's 2018-2020 National Action Plan on Open Government"),
        p("Date: September 20, 2019"),
        h1("About this report"),
        p("We wrote this report with the help of everyone who works on the plan."),
        h1("Where we stand"),
    ]
    for number, name, body, rows, comments in PARTS:
        owner = truth.commitment(number, name, lead_institution=body)
        made = [heads("Milestone", "How is it going?", "What did we do?", "What comes next?", fill=None)]
        for ref, what, status, done, steps in rows:
            made.append((cell(f"{ref} {what}"), status_cell(status), cell(done), cell(steps)))
            _, rating, level = WORDS.get(status, (None, None, None))
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                rating_text=status,
                rating_basis="text" if status else None,
                evidence=done,
                next_steps=steps,
            )
        said = [heads("Organization", "Date", "Comment", "Our answer", fill=None)]
        for who, when, day, text, answer in comments:
            said.append((cell(who), cell(when), cell(text), cell(answer)))
            truth.comment(
                owner,
                who,
                day,
                when,
                text,
                response=answer,
                organisation_kind="individual" if who.startswith("Dr.") else ...,
                or_organisation_kind=["unknown"],
                section=...,
            )
        content += [
            h2(f"Commitment {number}: {name}"),
            p(f"Lead department: {body}"),
            Table(rows=tuple(made), widths=(6, 3, 9, 7), rules="rows"),
            p("**Comments received from civil society**"),
            Table(rows=tuple(said), widths=(5, 4, 10, 6), rules="rows"),
        ]
    return Document(language="en", content=content, css="td{padding:5pt 8pt}"), truth
