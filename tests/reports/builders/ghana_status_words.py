"""Ghana: the status cell holds a word with a percentage (`Delayed (30%)`); headings `S/N`, `Achievements`, `Way forward`.

The lead agency stands in a line below each heading; one row has no status.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
MEANS = {
    "Completed": ("green", "complete"),
    "On track": ("green", None),
    "Delayed": ("amber", None),
    "Not started": ("red", "not_started"),
    None: (None, None),
}
PARTS = (
    (
        "1",
        "Open contracting",
        "Public Procurement Office",
        (
            ("1.1", "Publish tenders online", "Completed", 100, "All tenders since May 2018 are online.", None),
            ("1.2", "Train civil society", "On track", 75, "Three of four trainings took place.", "Hold the last training in Tamale."),
            ("1.3", "Publish contracts", "Delayed", 30, "Contracts of two ministries are online.", "Add the other ministries."),
        ),
    ),
    (
        "2",
        "Citizens' voice in assemblies",
        "Ministry of Local Affairs",
        (
            ("2.1", "Hold town hall meetings", "On track", 60, "Meetings were held in 130 districts.", "Hold meetings in the other districts."),
            ("2.2", "Adopt a guide", "Not started", 0, "Work on the guide has not begun.", "Hire an editor."),
            ("2.3", "Broadcast sittings", None, None, "Talks with radio stations go on.", "Sign agreements."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Ghana",
        country_code="GHA",
        country_text="Republic of Ghana",
        or_country_text=["Ghana"],
        period_start_year=2017,
        period_end_year=2019,
        report_kind="midterm",
        date_prepared="2018-10-26",
        date_prepared_text="26th October, 2018",
        language="en",
    )
    content: list[object] = [
        title("Mid-Term Self-Assessment Report"),
        p("Open Government Partnership Third National Action Plan, 2017-2019"),
        p("Republic of Ghana"),
        p("Accra, 26th October, 2018"),
        h1("Introduction"),
        p("Each implementing agency reported to the secretariat."),
        h1("Implementation of commitments"),
    ]
    for number, name, body, lines in PARTS:
        truth.commitment(number, name, lead_institution=body)
        made = [heads("S/N", "Key activities / milestones", "Level of implementation", "Achievements", "Way forward", fill="FFD966")]
        for ref, what, word, share, done, steps in lines:
            text = f"{word} ({share}%)" if word else None
            made.append((cell(ref), cell(what), cell(text), cell(done), cell(steps)))
            rating, level = MEANS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=["limited"] if word == "Delayed" else [],
                percent_complete=share,
                rating_text=text,
                rating_basis="text" if word else None,
                or_rating_basis=["percent"] if word else [],
                evidence=done,
                next_steps=steps,
            )
        content += [h2(f"Commitment {number}: {name}"), p(f"Lead agency: {body}"), Table(rows=tuple(made), widths=(1.3, 6, 3.5, 8, 6))]
    return Document(language="en", content=content), truth
