"""Sierra Leone: a grid whose level is a tick under one of four columns, below a heading of two storeys; ticks of three shapes.

Claims: a share that doesn't fit its number (60 % for 4 of 8) and shares that sum to 110 %. One row has no tick, one a dash in every other column.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LEVELS = (
    ("Not started", "red", "not_started"),
    ("Limited", "amber", "limited"),
    ("Substantial", "green", "substantial"),
    ("Complete", "green", "complete"),
)
PARTS = (
    (
        "1",
        "Community health budgets",
        (
            ("1.1", "Publish allocations of all clinics", 3, "✔", "Allocations of 1,302 clinics are on the wall of each clinic.", None),
            ("1.2", "Train village health committees", 1, "✓", "Committees of four districts were trained.", "Train the other districts."),
            ("1.3", "Set up a toll-free line", 0, "X", "No operator was found.", "Ask the regulator for a number."),
            ("1.4", "Report stock of drugs by text message", 2, "✓", "Clinics of eleven districts report each week.", "Include five districts."),
        ),
    ),
    (
        "2",
        "Open mining licences",
        (
            ("2.1", "Put all licences on the cadastre", 3, "✔", "The cadastre holds 218 licences.", None),
            ("2.2", "Publish community agreements", 1, "X", "Seven of 30 agreements were published.", "Publish the others."),
            ("2.3", "Hold yearly hearings in mining towns", 2, "✓", "Hearings took place in five towns.", "Hold a hearing in Kono."),
            ("2.4", "Adopt rules on land compensation", None, "", "The rules are with the cabinet.", "Adopt the rules."),
        ),
    ),
)
CLAIM = "Of the 8 milestones, 4 (60%) are complete or substantial, 2 (25%) are limited and 2 (25%) are not started."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Sierra Leone",
        country_code="SLE",
        country_text="Sierra Leone",
        period_start_year=2024,
        period_end_year=2026,
        report_kind="midterm",
        date_prepared="2025-07-30",
        date_prepared_text="30 July 2025",
        language="en",
        title="Midterm Self-Assessment Report",
        or_title=["Midterm Self-Assessment Report Fourth National Action Plan 2024-2026"],
        rating_scheme="completion",
    )
    grey = {"fill": "D9D9D9", "bold": True}
    rows = [
        (
            cell("No.", down=2, **grey),
            cell("Milestone", down=2, **grey),
            cell("Level of completion", across=4, **grey),
            cell("Evidence", down=2, **grey),
            cell("Next steps", down=2, **grey),
        ),
        tuple(cell(words, **grey) for words, _, _ in LEVELS),
    ]
    for number, name, milestones in PARTS:
        truth.commitment(number, name)
        rows.append((cell(f"Commitment {number}: {name}", "F2F2F2", across=8, bold=True),))
        for ref, what, level, tick, proof, steps in milestones:
            others = "–" if ref == "2.3" else None
            rows.append((cell(ref), cell(what), *(cell(tick if n == level else others) for n in range(4)), cell(proof), cell(steps)))
            words, rating, completion = LEVELS[level] if level is not None else (None, None, None)
            basis = "mark" if words else None
            truth.milestone(ref, what, rating=rating, completion=completion, rating_text=words, rating_basis=basis, evidence=proof, next_steps=steps)
    section = "Conclusion"
    first = truth.claim(CLAIM, 8, section=section)
    wrong = truth.claim(CLAIM, 4, rating="green", share=0.6, section=section)
    truth.claim(CLAIM, 2, completion="limited", or_rating=["amber"], share=0.25, section=section)
    truth.claim(CLAIM, 2, completion="not_started", or_rating=["red"], share=0.25, section=section)
    truth.finding("claim.share.mismatch", wrong)
    truth.finding("claim.percentages.sum", first)
    content = [
        title("Midterm Self-Assessment Report"),
        p("Fourth National Action Plan 2024-2026"),
        p("Sierra Leone"),
        p("Date prepared: 30 July 2025"),
        h1("Status of the milestones"),
        Table(rows=tuple(rows), widths=(1.2, 5.4, 2, 2, 2.4, 2.2, 6.4, 4.2), head=2),
        h1(section),
        p(CLAIM),
    ]
    return Document(language="en", content=content), truth
