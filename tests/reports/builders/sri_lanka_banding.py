"""Sri Lanka: the title stands in a text box; every other row is banded in a pale green over its whole width, which is no rating; ratings are words.

A table of contents precedes, page feet number the pages. In the PDF the title stands in a ruled box.
"""

from tests.reports.builders.markup import Document, Para, Run, Table, cell, h1, heads, p
from tests.reports.builders.truth import Truth

PRINTED = "office"
TITLE = "End-of-Term Self-Assessment Report 2019-2021"
BAND = "E2EFDA"
WORDS = {
    "Completed": ("green", "complete"),
    "Substantial": ("green", "substantial"),
    "Limited": ("amber", "limited"),
    "Not started": ("red", "not_started"),
    None: (None, None),
}
ROWS = (
    (
        "1",
        "Safe drinking water data",
        (
            ("1.1", "Publish results of water tests", "Completed", "Results of 23 districts are online.", "The ministry gave it priority.", None),
            ("1.2", "Hold hearings in dry zones", "Limited", "Two hearings were held.", "The monsoon delayed travel.", "Hold four hearings in 2022."),
            ("1.3", "Set up a hotline", "Not started", "No operator was found.", "Costs were too high.", "Seek a donor."),
        ),
    ),
    (
        "2",
        "Right to information in schools",
        (
            (
                "2.1",
                "Train 300 teachers",
                "Substantial",
                "The training reached 271 teachers.",
                "Schools were closed for months.",
                "Train the others online.",
            ),
            ("2.2", "Print a student guide", None, "The text is ready.", "Paper was in short supply.", "Print the guide."),
            ("2.3", "Award for open schools", "Completed", "Nine schools received the award.", "Sponsors were found early.", "Repeat the award."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Sri Lanka",
        country_code="LKA",
        country_text="Democratic Socialist Republic of Sri Lanka",
        or_country_text=["Sri Lanka"],
        period_start_year=2019,
        period_end_year=2021,
        report_kind="end_of_term",
        date_prepared="2021-12-31",
        date_prepared_text="31 December 2021",
        language="en",
    )
    box = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:rect style="width:440pt;height:40pt" fillcolor="#ffffff" strokecolor="#444444">'
        f'<v:textbox><w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>{TITLE}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>'
    )
    rows = [heads("No.", "Milestone", "Level of completion", "Evidence", "Reasons", "Next steps", fill="70AD47")]
    for number, name, lines in ROWS:
        rows.append((cell(f"Commitment {number} – {name}", across=6, bold=True),))
        truth.commitment(number, name)
        for index, (ref, what, word, done, why, steps) in enumerate(lines):
            fill = BAND if index % 2 == 0 else None
            rows.append(tuple(cell(t, fill) for t in (ref, what, word, done, why, steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                reasons=why,
                next_steps=steps,
            )
    contents = [
        p(t)
        for t in (
            "Contents",
            "1. Introduction ........................ 1",
            "2. Progress of commitments ............. 1",
            "3. Lessons ............................. 2",
        )
    ]
    content = [
        Para(runs=(Run(xml=box),)),
        p("Second National Action Plan of the Open Government Partnership"),
        p("Democratic Socialist Republic of Sri Lanka"),
        p("Date of preparation: 31 December 2021"),
        *contents,
        h1("1. Introduction"),
        p("This report was prepared by the Presidential Secretariat together with civil society."),
        h1("2. Progress of commitments"),
        Table(rows=tuple(rows), widths=(1.3, 5, 3, 6, 5, 5)),
        h1("3. Lessons"),
        p("Meetings with districts should begin earlier."),
    ]
    return Document(language="en", content=content, running_foot="Self-Assessment Report | Page 1 of 2"), truth
