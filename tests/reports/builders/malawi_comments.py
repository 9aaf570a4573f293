"""Malawi: a cover table in English, a grid whose last column holds comments, bodies in initials, dates like 2018/03/15.

Numbers like C1M2; dates in ISO order with slashes; the comment runs on in the line of its bold opener.
"""

import datetime as dt

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
FILLS = {
    "Completed": ("00B050", "green", "complete"),
    "Substantial": ("92D050", "green", "substantial"),
    "Limited": ("FFC000", "amber", "limited"),
    "Not started": ("FF0000", "red", "not_started"),
}
PARTS = (
    (
        "1",
        "Asset declarations",
        "Office of the Director of Assets",
        (
            ("C1M1", "Draft the regulations", "Completed", "The regulations were gazetted on 2017/06/30.", None, None),
            (
                "C1M2",
                "Set up the online system",
                "Limited",
                "The system was bought but not installed.",
                "Install the system by December 2018.",
                (
                    "**NICE-M (2018/03/15):** The system has been in boxes for a year. Please change the rating to red.",
                    "NICE-M",
                    "2018/03/15",
                    dt.date(2018, 3, 15),
                    "The system has been in boxes for a year. Please change the rating to red.",
                    "Please change the rating to red.",
                    "red",
                ),
            ),
        ),
    ),
    (
        "2",
        "Service charters in districts",
        "Office of the President",
        (
            ("C2M1", "Adopt charters in 14 districts", "Substantial", "Twelve districts adopted a charter.", "Help the last two districts.", None),
            (
                "C2M2",
                "Train district officers",
                "Not started",
                "No funds were released.",
                "Ask partners for support.",
                (
                    "**Youth Voice Trust (2018/03/27):** Our members offer rooms for the training.",
                    "Youth Voice Trust",
                    "2018/03/27",
                    dt.date(2018, 3, 27),
                    "Our members offer rooms for the training.",
                    None,
                    None,
                ),
            ),
            ("C2M3", "Publish citizens' scorecards", None, "The first scorecards were collected.", "Publish the scorecards.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Malawi",
        country_code="MWI",
        country_text="Malawi",
        or_country_text=["Republic of Malawi"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="midterm",
        date_prepared="2018-04-06",
        date_prepared_text="6 April 2018",
        language="en",
    )
    cover = Table(
        rows=tuple(
            (cell(a, bold=True), cell(b))
            for a, b in (
                ("Name of country", "Malawi"),
                ("Plan cycle", "2016-2018"),
                ("Type of report", "Mid-term self-assessment"),
                ("Prepared by", "Office of the President"),
                ("Submission date", "6 April 2018"),
            )
        ),
        widths=(6, 12),
        head=0,
    )
    rows = [
        heads("Number", "Commitment / milestone", "Assessment", "Progress and evidence", "Next steps", "Comments from civil society", fill="D9D9D9")
    ]
    said = []
    for number, name, body, lines in PARTS:
        rows.append((cell(f"Commitment {number}: {name} ({body})", "F2F2F2", across=6, bold=True),))
        truth.commitment(number, name, or_title=[f"{name} ({body})"], lead_institution=body, or_lead_institution=[None])
        for ref, what, word, done, steps, comment in lines:
            fill, rating, level = FILLS.get(word, (None, None, None))
            rows.append((cell(ref), cell(what), cell(word, fill), cell(done), cell(steps), cell(comment[0] if comment else None)))
            owner = truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                rating_text=word,
                rating_fill=fill,
                rating_basis="fill" if word else None,
                evidence=done,
                next_steps=steps,
            )
            if comment:
                said.append((owner, comment))
    for owner, (_, who, when, day, text, asked, wish) in said:
        truth.comment(
            owner, who, day, when, text, organisation_kind=..., proposed_rating=wish, proposal="explicit" if wish else "none", proposal_text=asked
        )
    content = [
        title("Open Government Partnership Self-Assessment"),
        cover,
        h1("Introduction"),
        p("The report was validated by the national steering committee."),
        h1("Progress by milestone"),
        Table(rows=tuple(rows), widths=(1.8, 4.6, 2.4, 5.5, 4.5, 6)),
        h1("Signatures"),
        Table(rows=((cell("Name"), cell("Signature"), cell("Date")), (cell("Chifundo Mwana"), cell(None), cell(None))), widths=(6, 6, 4)),
    ]
    truth.set_aside("other_table", "Chifundo Mwana")
    return Document(language="en", content=content), truth
