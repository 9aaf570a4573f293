"""Kenya: traffic lights with the colour's name in the cell; comments of citizens and by e-mail, in quotation marks, the reply right after each.

The legend is a table of lights before the grid; one comment stands in the prose and is opened by an e-mail address.
"""

import datetime as dt

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LIGHTS = {"GREEN": ("70AD47", "green"), "YELLOW": ("FFD700", "amber"), "RED": ("FF0000", "red")}
PARTS = (
    (
        "1",
        "Open contracting in counties",
        (
            (
                "1.1",
                "Publish contract data of ten counties",
                "GREEN",
                "Eight counties publish their contracts each month.",
                None,
                "Bring the remaining two counties on board.",
            ),
            (
                "1.2",
                "Train suppliers owned by young people",
                "YELLOW",
                "Of six trainings, three were held.",
                (
                    "Wanjiru Mfano, citizen (14 May 2021):",
                    "Wanjiru Mfano, citizen",
                    "14 May 2021",
                    dt.date(2021, 5, 14),
                    "“The trainings were announced one day before they began.”",
                    "Government response: The calendar is now published every quarter.",
                    "individual",
                ),
                "Hold three trainings in Garissa.",
            ),
            ("1.3", "Adopt rules on beneficial owners", "RED", "The rules were not gazetted.", None, "Submit the rules again."),
        ),
    ),
    (
        "2",
        "Radio for public participation",
        (
            (
                "2.1",
                "License twelve community stations",
                "GREEN",
                "Licences were given to thirteen stations.",
                (
                    "Sauti Community Network (2 June 2021):",
                    "Sauti Community Network",
                    "2 June 2021",
                    dt.date(2021, 6, 2),
                    "“Two of the stations are not on air.” The rating should be changed to yellow.",
                    None,
                    ...,
                ),
                "Follow up with the two stations.",
            ),
            ("2.2", "Broadcast sittings of county assemblies", None, "Broadcasts began in four counties.", None, "Extend to ten counties."),
            ("2.3", "Fund programmes for persons with disabilities", "RED", "No fund was set up.", None, None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Kenya",
        country_code="KEN",
        country_text="Republic of Kenya",
        or_country_text=["Kenya"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="midterm",
        date_prepared="2021-07-16",
        date_prepared_text="16th July 2021",
        language="en",
    )
    rows = [heads("Ref", "Milestone", "Status", "What has been done", "What remains to be done", fill="A9D18E")]
    notes = []
    for number, name, lines in PARTS:
        rows.append((cell(f"COMMITMENT {number}: {name}", "E2EFDA", across=5, bold=True),))
        truth.commitment(number, name)
        for ref, what, light, done, comment, steps in lines:
            fill, rating = LIGHTS[light] if light else (None, None)
            said = "" if not comment else f"\n**{comment[0]}**\n{comment[4]}" + (f"\n{comment[5]}" if comment[5] else "")
            rows.append((cell(ref), cell(what), cell(light, fill), cell(done + said), cell(steps)))
            owner = truth.milestone(
                ref,
                what,
                rating=rating,
                rating_text=light,
                rating_fill=fill,
                rating_basis="fill" if rating else None,
                evidence=done,
                next_steps=steps,
            )
            if comment:
                notes.append((owner, comment))
    for owner, (_, who, when, day, text, reply, kind) in notes:
        yellow = "The rating should be changed to yellow." if "yellow" in text else None
        truth.comment(
            owner,
            who,
            day,
            when,
            text,
            organisation_kind=kind,
            response=reply.removeprefix("Government response: ") if reply else None,
            or_organisation_text=[who.split(",")[0]] if kind == "individual" else [],
            or_response=[reply] if reply else [],
            proposed_rating="amber" if yellow else None,
            proposal="explicit" if yellow else "none",
            proposal_text=yellow,
        )
    legend = Table(
        rows=(
            heads("Light", "Meaning", fill=None),
            *(
                (cell(c, LIGHTS[c][0]), cell(t))
                for c, t in (("GREEN", "Completed or on track"), ("YELLOW", "Behind schedule"), ("RED", "Not started or off track"))
            ),
        ),
        widths=(3, 8),
    )
    truth.comment(
        None,
        "wambui@example.org",
        dt.date(2021, 6, 21),
        "21 June 2021",
        "Please publish this report in Kiswahili as well.",
        organisation_kind=...,
        section="Public comments",
        organisation=...,
        or_organisation_text=["wambui"],
    )
    content = [
        title("Mid-Term Self-Assessment Report of the National Action Plan IV"),
        p("Republic of Kenya"),
        p("Open Government Partnership, 2020 – 2022"),
        p("Date of report: 16th July 2021"),
        h1("Background"),
        p("Progress is shown by traffic lights:"),
        legend,
        h1("Progress on commitments"),
        Table(rows=tuple(rows), widths=(1.3, 5.5, 2.3, 9.5, 6)),
        h1("Public comments"),
        p("**wambui@example.org (21 June 2021):**"),
        p("Please publish this report in Kiswahili as well."),
    ]
    return Document(language="en", content=content), truth
