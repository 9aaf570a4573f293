"""Nigeria, a local report (Kaduna State): numbers M1 to M7, the title stands in the number's cell, running head and foot on each page.

Ratings are pastel fills that only the coloured legend explains; percentages stand next to them in a column of their own.
"""

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Cell, Document, Para, Run, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
PASTEL = {"green": "E2EFDA", "amber": "FFF2CC", "red": "F8CBAD"}
HEAD = "Kaduna State Open Government Secretariat – self-assessment 2023-2025"
LONG = (
    "The register was opened in the state library and in all local government councils. It lists the title, the contractor, the sum and the stage of "
    "each project, with photographs. Monitors of four associations visited 61 sites and published their notes every quarter."
)


def pastel(rating: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a pale cell."""
    if rating is None:
        return cell(None), {}
    return cell(None, PASTEL[rating]), {"rating": rating, "rating_fill": PASTEL[rating], "rating_basis": "fill"}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        locality_id="kaduna-state",
        country="Nigeria",
        country_code="NGA",
        country_text="Nigeria",
        locality="Kaduna State",
        or_locality=["Kaduna"],
        period_start_year=2023,
        period_end_year=2025,
        report_kind="annual",
        date_prepared="2024-08-19",
        date_prepared_text="19 August 2024",
        language="en",
        title="Annual Self-Assessment Report",
        or_title=["Annual Self-Assessment Report Kaduna State Open Government Action Plan 2023-2025", "Kaduna State Annual Self-Assessment Report"],
    )
    columns = (
        ("number", "Milestone", 6),
        ("rating", "Assessment", 2.4),
        ("percent", "% complete", 2),
        ("evidence", "Evidence of progress", 7.6),
        ("reasons", "Reasons", 4),
        ("next_steps", "Next steps", 4),
    )
    grid = Grid(truth, columns)
    grid.extra.clear()

    def add(number: str, name: str, rating: str | None, percent: int | None, proof: str, why: str, steps: str | None) -> None:
        shown = f"{percent}%" if percent is not None else None
        mark, meaning = pastel(rating)
        known = {
            "or_milestone_number": [f"{number}."],
            "percent_complete": float(percent) if percent is not None else None,
            "rating_text": ...,
            "or_rating_basis": ["percent"],
        }
        texts = {"evidence": proof, "reasons": why, "next_steps": steps, "title": name}
        grid.row(number, (mark, meaning), cells={"number": cell(f"{number}. {name}")}, printed={"percent": shown or ""}, truth=known, **texts)

    truth.commitment("1", "Citizens' budget monitoring")
    grid.band("Commitment 1: Citizens' budget monitoring")
    add("M1", "Open a register of projects", "green", 90, LONG, "Delivered with the councils.", "Add projects below 1 million naira.")
    add("M2", "Train monitors in every council", "amber", 45, LONG, "Funds came late.", "Train the remaining monitors by March 2025.")
    add("M3", "Publish a mobile application", "red", 5, "The contract was cancelled.", "The supplier withdrew.", "Advertise the contract again.")
    add("M4", "Hold a budget hearing in each zone", "green", 100, LONG, "All hearings took place.", None)
    truth.commitment("2", "Access to information desks")
    grid.band("Commitment 2: Access to information desks")
    add("M5", "Appoint officers in 23 ministries", "green", 80, LONG, "Nineteen officers are in place.", "Appoint the remaining officers.")
    add(
        "M6",
        "Publish a yearly list of requests",
        None,
        None,
        "The list is being compiled.",
        "Records were kept on paper.",
        "Publish the list in December 2024.",
    )
    add("M7", "Survey those who asked", "amber", 30, "The questionnaire was tested.", "The survey was postponed.", "Run the survey.")
    legend = Para(
        runs=(
            Run(text=" Green ", shade=PASTEL["green"]),
            Run(text=" completed or substantial progress   "),
            Run(text=" Amber ", shade=PASTEL["amber"]),
            Run(text=" limited progress   "),
            Run(text=" Red ", shade=PASTEL["red"]),
            Run(text=" not started or severe delays"),
        )
    )
    content = [
        title("Annual Self-Assessment Report"),
        p("Kaduna State Open Government Action Plan 2023-2025"),
        p("Kaduna State, Nigeria"),
        p("Date prepared: 19 August 2024"),
        h1("Assessment of milestones"),
        legend,
        grid.table(keep_rows=True),
    ]
    truth.set_aside("running_head", HEAD)
    return Document(language="en", size=10, content=content, running_head=HEAD, running_foot="Draft for the steering committee"), truth
