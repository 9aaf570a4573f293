"""New Zealand: a small table per commitment, comments in the prose between a table and the next heading (they belong to the commitment).

Openers `Comment by … on … –` on the text's own line and `Body (date)` in bold; a claim counts commitments in words and is wrong.
The period stands in the running head alone.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, filled
from tests.reports.builders.markup import Document, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
COLUMNS = (
    ("number", "#", 1.1),
    ("title", "Milestone", 5.2),
    ("rating", "RAG status", 2.2),
    ("evidence", "What was done", 7),
    ("reasons", "Reason for the rating", 4.6),
    ("next_steps", "What comes next", 4.8),
)
CLAIM = "The plan holds four commitments."
ONE = "the register is easy to search. We suggest the rating be changed to amber until school boards are included."
TWO = "We ask for a new assessment of this commitment after the election."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        anew=True,
        country="New Zealand",
        country_code="NZL",
        country_text="New Zealand",
        or_country_text=["Aotearoa New Zealand"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2025-02-14",
        date_prepared_text="14 February 2025",
        language="en",
        title="End-of-Term Self-Assessment Report",
        or_title=["End-of-Term Self-Assessment Report Fourth National Action Plan"],
        rating_scheme="colour",
    )
    truth.claim(CLAIM, 4, "commitments", section="Introduction", counted=3)
    heads = ("1. Open school property data", "2. Plain-language law summaries", "3. A register of public meetings")
    tables = []
    for number, head in enumerate(heads, 1):
        truth.commitment(str(number), head[3:], or_commitment_number=[f"{number}."])
        tables.append(Grid(truth, COLUMNS))
        _rows(number, tables[-1])
    school, laws = f"{truth.id}/c1", f"{truth.id}/c2"
    truth.comment(
        school,
        "Parents for Open Schools",
        dt.date(2025, 2, 20),
        "20 February 2025",
        ONE,
        organisation_kind=...,
        proposed_rating="amber",
        proposal="explicit",
        or_proposal=["conditional"],
        proposal_text="We suggest the rating be changed to amber until school boards are included.",
        section=f"Commitment {heads[0]}",
    )
    truth.finding("comment.proposes_other_rating", f"{school}/k1", optional=True)
    truth.comment(
        laws,
        "Community Law Network NGO",
        dt.date(2025, 3, 10),
        "10 March 2025",
        TWO,
        organisation="Community Law Network",
        organisation_kind="ngo",
        proposal_text=TWO,
        asks_reevaluation=True,
        section=f"Commitment {heads[1]}",
    )
    content = [
        title("End-of-Term Self-Assessment Report"),
        p("Fourth National Action Plan"),
        p("New Zealand"),
        p("Date prepared: 14 February 2025"),
        h1("Introduction"),
        p(CLAIM),
        h1("Assessment of the commitments"),
        p("Green – completed or substantial progress. Amber – limited progress. Red – not started or severe delays."),
        h2(f"Commitment {heads[0]}"),
        tables[0].table(),
        p(f"Comment by Parents for Open Schools on 20 February 2025 – {ONE}"),
        h2(f"Commitment {heads[1]}"),
        tables[1].table(),
        p("**Community Law Network NGO (10 March 2025)**"),
        p(TWO),
        h2(f"Commitment {heads[2]}"),
        tables[2].table(),
    ]
    return Document(language="en", content=content, running_head="Open government in New Zealand 2022-2024"), truth


def _rows(number: int, grid: Grid) -> None:
    if number == 1:
        grid.row(
            "1",
            filled("green"),
            title="List all school buildings",
            evidence="2,090 schools are listed.",
            reasons="The list is complete.",
            next_steps="Add early learning centres.",
        )
        grid.row(
            "2",
            filled("amber"),
            title="Publish the state of repair",
            evidence="Four regions have data.",
            reasons="Inspections take time.",
            next_steps="Inspect the other regions.",
        )
    elif number == 2:
        grid.row(
            "1",
            filled("red"),
            title="Choose twenty laws",
            evidence="No law was chosen.",
            reasons="The panel has not met.",
            next_steps="Call the panel.",
        )
        grid.row(
            "2",
            filled(None),
            title="Test summaries with readers",
            evidence="Two drafts were tested.",
            reasons="Testing continues.",
            next_steps="Test ten drafts.",
        )
    else:
        grid.row(
            "1",
            filled("green"),
            title="Record meetings of ministers",
            evidence="Records are published monthly.",
            reasons="Every ministry takes part.",
        )
