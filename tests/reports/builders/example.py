"""raw/example-2022-2024-end-of-term: an invented report with the features a new user should see at work."""

import datetime as dt
from pathlib import Path

from tests.reports.builders.markup import Cell, Document, Para, Run, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
FOLDER = "example"
DOCX = Path(__file__).parents[3] / "raw" / "example-2022-2024-end-of-term.docx"
FILLS = {"green": "92D050", "amber": "FFC000", "red": "FF0000"}
MINUTES = "See the minutes of the open government forum."
LEGEND = "Green – Completed or substantial progress    Amber – Limited progress    Red – Not started or severe delays"
NOTE = "Invented example: every body, person, number and sentence in this report is made up and says nothing about Iceland."

# number, title, rating, evidence, comment header and lines, reasons, next steps (None: merged with the row above; "": blank)
ROWS = (
    ("1", "Open public contracts", "Ministry of Public Works"),
    (
        "1.1",
        "Publish all contracts above 2 million krónur",
        "green",
        (
            "The [register of contracts](https://contracts.example.org/register) went online on 4 April 2023. It holds:\n"
            "• 1,912 contracts of ministries\n• 640 contracts of municipalities"
        ),
        None,
        MINUTES,
        "Keep the register up to date and extend it to state-owned companies by December 2025.",
    ),
    (
        "1.2",
        "Open the tender archive as machine-readable data",
        "amber",
        "Tenders since 2020 can be downloaded; the archive from 2012 to 2019 has been scanned but not yet indexed.",
        (
            "Harbour Watch NGO (24 February 2025):",
            "The downloads stopped in November 2024.\nWe propose to change the rating to red.",
            "red",
            "explicit",
        ),
        MINUTES,
        None,
    ),
    (
        "1.3",
        "Train 100 procurement officers",
        "green",
        "Between May 2023 and October 2024, 117 officers were trained in six courses.",
        (
            "Association of Builders (28 February 2025):",
            "If no course is held in 2025, the rating should be changed to amber.",
            "amber",
            "conditional",
        ),
        MINUTES,
        "Repeat the course every autumn.",
    ),
    (
        "1.4",
        "Adopt a regulation on beneficial owners of suppliers",
        "red",
        "The working group met once, in September 2022.",
        None,
        "The responsible department was merged with another in 2023.",
        "Submit the draft regulation to the government by June 2025.",
    ),
    ("2", "Access to records", "National Archive Office"),
    (
        "2.1",
        "Set up one portal for requests",
        "green",
        "The portal opened on 11 January 2024 and received 3,405 requests in its first year.",
        None,
        MINUTES,
        "Add an interface for people with impaired vision.",
    ),
    (
        "2.2",
        "Publish answers that concern many people",
        None,
        "Forty answers were published in 2024.",
        None,
        MINUTES,
        "Agree with the ombudsman on criteria for publication.",
    ),
    (
        "2.3",
        "Shorten the time to answer to ten days",
        "amber",
        "The average fell from 31 to 17 days, according to the annual statistics of the National Archive Office.",
        (
            "Harbour Watch (14 March 2025):",
            "The statistics leave out requests that were refused. We ask that this milestone be re-evaluated after the audit of May 2025.",
            None,
            "none",
        ),
        MINUTES,
        "Hire four archivists.",
    ),
    ("3", "Young people and local budgets", "Ministry of Local Affairs"),
    (
        "3.1",
        "Hold a budget day in eight towns",
        "green",
        "Budget days took place in nine towns, with 1,250 participants aged 14 to 20.",
        (
            "Ministry of Education (3 March 2025):",
            "Schools in three more towns would like to take part.",
            None,
            "none",
        ),
        MINUTES,
        "Invite all towns in 2026.",
    ),
    (
        "3.2",
        "Publish local budgets in plain language",
        "amber",
        "Four of eight towns have published a summary.",
        None,
        "Two towns changed their accounting system.",
        "",
    ),
    (
        "3.3",
        "Set aside 1 % of the budget for proposals of young people",
        "red",
        "No town has changed its rules so far.",
        None,
        "The association of towns asked for a change of the law first.",
        "Prepare a model by-law with the association of towns.",
    ),
)
CLAIM = (
    "Of the 10 milestones, 4 were completed or showed substantial progress (40%), 3 showed limited progress (30%) "
    "and 2 were not started or had severe delays (20%)."
)
WRONG = "In commitment 1, 3 milestones were completed or showed substantial progress and 1 milestone showed limited progress."
DATES = {
    "24 February 2025": dt.date(2025, 2, 24),
    "28 February 2025": dt.date(2025, 2, 28),
    "3 March 2025": dt.date(2025, 3, 3),
    "14 March 2025": dt.date(2025, 3, 14),
    "12 March 2025": dt.date(2025, 3, 12),
}
KINDS = {"Harbour Watch NGO": "ngo", "Association of Builders": ..., "Harbour Watch": "ngo", "Ministry of Education": "government"}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Iceland",
        country_code="ISL",
        country_text="Iceland",
        period="2022-2024",
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2025-02-27",
        date_prepared_text="27 February 2025",
        language="en",
        title="End-of-Term Self-Assessment Report",
        or_title=["End-of-Term Self-Assessment Report First Open Government Action Plan 2022-2024"],
        rating_scheme="colour",
    )
    rows = [heads("No.", "Milestone", "Assessment", "Evidence", "Reasons for the assessment", "Next steps", fill="DDEBF7")]
    comments = []
    for row in ROWS:
        if len(row) == 3:
            rows.append((cell(f"Commitment {row[0]}: {row[1]} ({row[2]})", "F2F2F2", across=6, bold=True),))
            whole = f"{row[1]} ({row[2]})"
            truth.commitment(row[0], row[1], or_title=[whole], lead_institution=row[2], or_lead_institution=[None])
        else:
            rows.append(_row(row))
            comments.append((_milestone(row, truth), row[4]))
    for owner, comment in comments:
        _comment(owner, comment, truth)
    truth.comment(
        None,
        "Harbour Watch NGO",
        DATES["12 March 2025"],
        "12 March 2025",
        "The forum did not meet between June 2023 and January 2024. We recommend a fixed calendar.",
        organisation="Harbour Watch",
        organisation_kind="ngo",
        section="Lessons and insights",
    )
    _claims(truth)
    truth.set_aside("other_table", "Secretary of the forum", "forum@example.org")
    return _document(tuple(rows)), truth


def _row(row: tuple) -> tuple[Cell, ...]:
    number, name, rating, evidence, comment, reasons, steps = row
    text = f"{evidence}\n**{comment[0]}**\n{comment[1]}" if comment else evidence
    cells = [cell(number), cell(name), cell(None, FILLS.get(rating)), cell(text), cell(reasons)]
    return tuple(cells if steps is None else [*cells, cell(steps, down=2 if number == "1.1" else 1)])


def _milestone(row: tuple, truth: Truth) -> str:
    number, name, rating, evidence, _, reasons, steps = row
    steps = ROWS[1][6] if steps is None else steps or None
    return truth.milestone(
        number,
        name,
        rating=rating,
        rating_fill=FILLS.get(rating),
        rating_basis="fill" if rating else None,
        evidence=evidence,
        reasons=reasons,
        next_steps=steps,
    )


def _comment(owner: str, comment: tuple | None, truth: Truth) -> None:
    if comment is None:
        return
    header, text, rating, proposal = comment
    who, when = header.removesuffix("):").split(" (")
    asked = next(
        (s for s in ("We propose to change the rating to red.", "If no course is held in 2025, the rating should be changed to amber.") if s in text),
        None,
    )
    again = "re-evaluated" in text
    asked = "We ask that this milestone be re-evaluated after the audit of May 2025." if again else asked
    truth.comment(
        owner,
        who,
        DATES[when],
        when,
        text,
        organisation=who.removesuffix(" NGO"),
        organisation_kind=KINDS[who],
        or_organisation_kind=["unknown"] if who == "Harbour Watch" else [],
        proposed_rating=rating,
        proposal=proposal,
        proposal_text=asked,
        asks_reevaluation=again,
        section=None,
        or_section=["Assessment of the commitments"],
    )


def _claims(truth: Truth) -> None:
    truth.claim(WRONG, 3, rating="green", commitments=["1"], section="Use of earlier recommendations")
    truth.claim(WRONG, 1, rating="amber", commitments=["1"], section="Use of earlier recommendations")
    truth.claim(CLAIM, 10, section="Lessons and insights")
    truth.claim(CLAIM, 4, rating="green", share=0.4, section="Lessons and insights")
    truth.claim(CLAIM, 3, rating="amber", share=0.3, section="Lessons and insights")
    truth.claim(CLAIM, 2, rating="red", share=0.2, section="Lessons and insights")


def _document(rows: tuple[tuple[Cell, ...], ...]) -> Document:
    note = Para(
        runs=(
            Run(text="The first plan was drawn up in five open meetings", note=1),
            Run(text=". This report was open for comments from 20 February to 20 March 2025."),
        )
    )
    contacts = Table(
        rows=(heads("Role", "Name", "Address"), (cell("Secretary of the forum"), cell("Jóna Example"), cell("forum@example.org"))),
        widths=(6, 6, 6),
    )
    return Document(
        language="en",
        content=[
            title("End-of-Term Self-Assessment Report"),
            p("**First Open Government Action Plan 2022-2024**"),
            p("Iceland"),
            p("Date prepared: 27 February 2025"),
            p(NOTE),
            h1("Introduction"),
            note,
            h1("Use of earlier recommendations"),
            p(WRONG),
            h1("Assessment of the commitments"),
            p(LEGEND),
            Table(rows=rows, widths=(1.3, 4.2, 2.2, 8.3, 4.6, 5)),
            h1("Lessons and insights"),
            p(CLAIM),
            p("Work on the second plan begins in autumn."),
            p("**Harbour Watch NGO (12 March 2025):**"),
            p("The forum did not meet between June 2023 and January 2024. We recommend a fixed calendar."),
            h1("Contacts"),
            contacts,
        ],
        notes=("The minutes are kept by the secretary of the forum.",),
    )
