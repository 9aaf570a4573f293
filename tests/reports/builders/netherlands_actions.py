"""Netherlands, in English: a card per action with questions as labels, its milestones as rows of the same table below a heading row with a term and a status.

The card's own status stands in a row `Status of the action`; milestones are numbered 1, 2, 3 anew in each action. `On schedule` and `Behind schedule`.
"""

from tests.reports.builders.markup import Cell, Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {
    "Completed": ("green", "complete"),
    "On schedule": ("green", None),
    "Behind schedule": ("amber", None),
    "Not started": ("red", "not_started"),
    None: (None, None),
}
PARTS = (
    (
        "1",
        "Active publication by ministries",
        "Ministry of the Interior",
        "Behind schedule",
        "Four ministries publish decisions on requests within two weeks.",
        "Extend the pilot to all ministries.",
        (
            ("1", "Pilot at four ministries", "November 2018", "2018-11-30", "Completed"),
            ("2", "Evaluation of the pilot", "March 2019", "2019-03-31", "Behind schedule"),
            ("3", "Roll-out", "June 2020", "2020-06-30", "Not started"),
        ),
    ),
    (
        "2",
        "Transparent local parties",
        "Association of Councillors",
        "On schedule",
        "A network of 26 municipalities was founded.",
        "Publish a handbook.",
        (
            ("1", "Founding of the network", "October 2018", "2018-10-31", "Completed"),
            ("2", "Handbook for councils", "May 2020", "2020-05-31", "On schedule"),
        ),
    ),
    (
        "3",
        "Open technology",
        "Ministry of Economic Affairs",
        "Completed",
        "The code of the grants register was released.",
        None,
        (("1", "Release of the code", "January 2019", "2019-01-31", "Completed"), ("2", "Community meeting", "April 2019", "2019-04-30", None)),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=(),
        anew=True,
        country="Netherlands",
        or_country=["The Netherlands", "Netherlands, Kingdom of the", "Kingdom of the Netherlands"],
        country_code="NLD",
        country_text="The Netherlands",
        or_country_text=["Netherlands", "the Netherlands", "Kingdom of the Netherlands"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="midterm",
        date_prepared="2019-09-27",
        date_prepared_text="27 September 2019",
        language="en",
    )
    truth.not_judged += [
        "commitment.next_steps.missing",
        "milestone.next_steps.missing",
        "milestone.evidence.missing",
        "milestone.reasons.missing",
        "milestone.number.duplicate",
    ]
    content: list[object] = [
        title("Mid-term Self-Assessment Report"),
        p("Open Government Action Plan 2018-2020"),
        p("The Netherlands"),
        p("27 September 2019"),
        h1("Introduction"),
        p("The action holders filled in the tables below."),
        h1("Progress of the actions"),
    ]
    for number, name, body, word, done, steps, lines in PARTS:
        rating, level = WORDS[word]
        truth.commitment(
            number,
            name,
            lead_institution=body,
            rating=rating,
            completion=level,
            rating_text=word,
            rating_basis="text",
            evidence=done,
            next_steps=steps,
        )
        wide = {"across": 2}
        made: list[tuple[Cell, ...]] = [
            (cell(f"Action {number}: {name}", "F8CBAD", across=3, bold=True),),
            (cell("Who is responsible?", bold=True), cell(body, **wide)),
            (cell("Status of the action", bold=True), cell(word, **wide)),
            (cell("What has been achieved?", bold=True), cell(done, **wide)),
            (cell("What are the next steps?", bold=True), cell(steps, **wide)),
            (cell("Milestone", "F2F2F2", bold=True), cell("Deadline", "F2F2F2", bold=True), cell("Status", "F2F2F2", bold=True)),
        ]
        for ref, what, due, day, state in lines:
            made.append((cell(f"{ref}. {what}"), cell(due), cell(state)))
            rating, level = WORDS[state]
            truth.milestone(
                ref,
                what,
                or_milestone_number=[f"{ref}."],
                rating=rating,
                completion=level,
                rating_text=state,
                rating_basis="text" if state else None,
                end_date=day,
                end_date_text=due,
                evidence=...,
                reasons=...,
                next_steps=...,
            )
        content += [Table(rows=tuple(made), widths=(6, 5.5, 5.5), head=0), p("")]
    return Document(language="en", content=content, landscape=False, size=9), truth
