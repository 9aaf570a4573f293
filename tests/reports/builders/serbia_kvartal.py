"""Serbia, in Latin script: deadlines as quarters, `Ispunjeno` to `Nije ispunjeno`, the milestones' table after a card of the commitment.

A quarter is no month, so dates stay null unless a rule reads them; they aren't judged. The comment stands in the row below the milestone, merged over all columns.
"""

import datetime as dt

from tests.reports.builders.markup import Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {
    "Ispunjeno": ("green", "complete"),
    "Delimično ispunjeno": ("amber", "limited"),
    "Nije ispunjeno": ("red", "not_started"),
    None: (None, None),
}
PARTS = (
    (
        "1",
        "Otvoreni podaci u saobraćaju",
        "Ministarstvo saobraćaja",
        "Podaci o saobraćaju biće dostupni svima.",
        (
            ("1.1", "Objaviti red vožnje", "I kvartal 2021.", "Ispunjeno", "Red vožnje objavljen je 2. februara 2021.", None, None),
            (
                "1.2",
                "Objaviti podatke o nezgodama",
                "IV kvartal 2021.",
                "Delimično ispunjeno",
                "Objavljeni su podaci za četiri okruga.",
                "Objaviti podatke ostalih okruga.",
                (
                    "Udruženje Bezbedna ulica (10. mart 2022.):",
                    "Udruženje Bezbedna ulica",
                    "10. mart 2022.",
                    dt.date(2022, 3, 10),
                    "Podaci nemaju tačno mesto nezgode.",
                ),
            ),
        ),
    ),
    (
        "2",
        "Javne rasprave u gradovima",
        "Ministarstvo lokalne samouprave",
        "Građani će moći da prate rasprave na mreži.",
        (
            ("2.1", "Izraditi model odluke", "II kvartal 2021.", "Nije ispunjeno", "Radna grupa nije obrazovana.", "Obrazovati radnu grupu.", None),
            ("2.2", "Obučiti 50 službenika", "III kvartal 2022.", None, "Obučeno je 20 službenika.", "Obučiti ostale službenike.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Serbia",
        country_code="SRB",
        country_text="Republika Srbija",
        or_country_text=["Srbija", "Republike Srbije"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="midterm",
        date_prepared="2022-04-18",
        date_prepared_text="18. april 2022.",
        or_date_prepared_text=["18. april 2022. godine", "18. april 2022"],
        language="sr",
    )
    content: list[object] = [
        title("Srednjoročni izveštaj o samoproceni"),
        p("Akcioni plan Partnerstva za otvorenu upravu 2020-2022"),
        p("Republika Srbija"),
        p("Datum izrade: 18. april 2022. godine"),
        h1("Uvod"),
        p("Izveštaj je izradila posebna radna grupa."),
        h1("Obaveze"),
    ]
    for number, name, body, what, lines in PARTS:
        truth.commitment(number, name, lead_institution=body, description=what)
        card = Table(
            rows=((cell("Nosilac obaveze", "EDEDED", bold=True), cell(body)), (cell("Opis obaveze", "EDEDED", bold=True), cell(what))),
            widths=(6, 18),
            head=0,
        )
        made = [heads("Br.", "Aktivnost", "Rok", "Status ispunjenosti", "Opis ispunjenosti", "Sledeći koraci")]
        for ref, label, due, word, done, steps, comment in lines:
            made.append(tuple(cell(t) for t in (ref, label, due, word, done, steps)))
            rating, level = WORDS[word]
            owner = truth.milestone(
                ref,
                label,
                rating=rating,
                completion=level,
                or_completion=[None] if level in ("limited", "not_started") else [],
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                next_steps=steps,
            )
            if comment:
                made.append((cell(f"**{comment[0]}** {comment[4]}", across=6),))
                truth.comment(owner, comment[1], comment[3], comment[2], comment[4], or_comment_date_text=["10. mart 2022"], organisation_kind=...)
        content += [h2(f"Obaveza {number}: {name}"), card, p("Aktivnosti"), Table(rows=tuple(made), widths=(1.3, 5.5, 3, 3.4, 6, 5))]
    return Document(language="sr", content=content), truth
