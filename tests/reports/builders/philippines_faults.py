"""Philippines: a report with faults: dates like 3/4/2023 that nothing decides, a number that stands twice, a gap, fill against word, a colour outside the legend.

Comments in a column of their own, both dates ambiguous. A sub-total row closes each commitment, a table of contents and one of abbreviations surround the grid.
"""

from tests.reports.builders.grid import FILL, Grid
from tests.reports.builders.markup import Cell, Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {"green": "Completed", "amber": "Limited", "red": "Not started"}
LEVELS = {"green": "complete", "amber": "limited", "red": "not_started"}
OUTSIDE = "7030A0"


def rated(rating: str) -> tuple[Cell, dict[str, object]]:
    """Return a filled cell with the level's word."""
    word, fill = WORDS[rating], FILL[rating]
    return cell(word, fill), {"rating": rating, "completion": LEVELS[rating], "rating_text": word, "rating_fill": fill, "rating_basis": "fill"}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        dates=True,
        country="Philippines",
        country_code="PHL",
        country_text="Republic of the Philippines",
        or_country_text=["Philippines", "the Philippines"],
        period_start_year=2021,
        period_end_year=2023,
        report_kind="end_of_term",
        date_prepared="2023-09-27",
        date_prepared_text="27 September 2023",
        language="en",
        title="End-of-Term Self-Assessment Report",
        or_title=["End-of-Term Self-Assessment Report 5th National Action Plan 2021-2023"],
    )
    columns = (
        ("number", "No.", 1.1),
        ("title", "Milestone", 4.4),
        ("start", "Start date", 2.2),
        ("end", "End date", 2.2),
        ("rating", "Level of completion", 2.6),
        ("evidence", "Evidence", 5.4),
        ("comments", "Comments received", 4.4),
        ("next_steps", "Next steps", 3.4),
    )
    grid = Grid(truth, columns)

    def add(number: str, mark: tuple, start: str | None, end: str | None, **texts: str) -> str:
        known = {"start_date": None, "end_date": None, "start_date_text": start, "end_date_text": end}
        row_id = grid.row(number, mark, printed={"start": start or "", "end": end or ""}, truth=known, **texts)
        if start or end:
            truth.finding("date.ambiguous", row_id)
        return row_id

    truth.commitment("1", "Community reading rooms")
    grid.band("Commitment 1: Community reading rooms")
    one = add(
        "1",
        rated("amber"),
        "3/4/2022",
        "5/6/2023",
        title="Open 20 reading rooms",
        evidence="Eleven rooms were opened.",
        comments="**Barangay Book Circle (6/7/2023):**\nThe rooms close at noon. We propose to change the rating to red.",
        next_steps="Open the other rooms.",
    )
    add("2", rated("green"), "2/3/2022", "9/10/2022", title="Agree on a list of books", evidence="The list was agreed with teachers.")
    add("3", rated("red"), None, None, title="Hire librarians", evidence="No post was created.", next_steps="Create the posts.")
    wrong = add(
        "3",
        (cell("Not started", FILL["green"]), _null("Not started", FILL["green"])),
        None,
        None,
        title="Print a newsletter",
        evidence="No issue was printed.",
        next_steps="Print the first issue.",
    )
    grid.rows.append((cell("Sub-total for commitment 1: 1 of 4 completed", "EEEEEE", across=8, bold=True),))
    truth.commitment("2", "Open fisheries data")
    grid.band("Commitment 2: Open fisheries data")
    five = add(
        "5",
        (cell(None, OUTSIDE), _null(None, OUTSIDE)),
        None,
        None,
        title="Publish landing statistics",
        evidence="Statistics of two ports are online.",
        comments="**Union of Small Fishers (7/8/2023):**\nThank you for the statistics.",
        next_steps="Add four ports.",
    )
    add("6", rated("green"), None, None, title="Map the fish markets", evidence="All markets are on the map.", next_steps="Update the map.")
    grid.rows.append((cell("Sub-total for commitment 2: 1 of 2 completed", "EEEEEE", across=8, bold=True),))
    truth.set_aside("summary", "Sub-total for commitment 1: 1 of 4 completed", "Sub-total for commitment 2: 1 of 2 completed")
    truth.finding("milestone.number.duplicate", wrong)
    truth.finding("rating.colour_and_text_disagree", wrong)
    truth.finding("rating.outside_legend", five)
    truth.finding("milestone.number.gap", five)
    asks = "We propose to change the rating to red."
    first = truth.comment(
        one,
        "Barangay Book Circle",
        None,
        "6/7/2023",
        f"The rooms close at noon. {asks}",
        organisation_kind=...,
        proposed_rating="red",
        proposal="explicit",
        proposal_text=asks,
        section=None,
    )
    second = truth.comment(five, "Union of Small Fishers", None, "7/8/2023", "Thank you for the statistics.", organisation_kind=..., section=None)
    for row_id in (first, second):
        truth.finding("date.ambiguous", row_id)
        truth.finding("comment.date.unreadable", row_id, optional=True)
    contents = Table(rows=((cell("Assessment"), cell("1")), (cell("Abbreviations"), cell("2"))), widths=(10, 2), head=0, rules="none")
    short = Table(
        rows=(heads("Abbreviation", "Meaning"), (cell("NAP"), cell("National Action Plan")), (cell("PGB"), cell("Port Governance Board"))),
        widths=(3, 9),
    )
    truth.set_aside("other_table", "Port Governance Board")
    content = [
        title("End-of-Term Self-Assessment Report"),
        p("5th National Action Plan 2021-2023"),
        p("Republic of the Philippines"),
        p("Date prepared: 27 September 2023"),
        contents,
        h1("Assessment"),
        p("Green – Completed; Amber – Limited; Red – Not started"),
        grid.table(),
        h1("Abbreviations"),
        short,
    ]
    return Document(language="en", content=content), truth


def _null(text: str | None, fill: str) -> dict[str, object]:
    basis = {"rating_basis": None, "or_rating_basis": ["fill"]}
    return {"rating": None, "completion": ... if text else None, "rating_text": text, "rating_fill": fill} | basis
