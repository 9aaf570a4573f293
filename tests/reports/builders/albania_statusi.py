"""Albania, in Albanian: `Statusi i zbatimit` with words and a percentage in one cell (`Zbatuar pjesërisht – 60%`), commitments as bands in capitals.

The cover's country stands in the line of the government; comments in an annex table that names the milestone, with the reply in its last column.
"""

import datetime as dt

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Zbatuar": ("green", "complete"), "Zbatuar pjesërisht": ("amber", "limited"), "I pazbatuar": ("red", "not_started")}
PARTS = (
    (
        "1",
        "INTEGRITETI NË BASHKI",
        (
            ("1.1", "Miratimi i planeve të integritetit", "Zbatuar", 100, "Planet u miratuan në 12 bashki më 5 mars 2019.", None),
            ("1.2", "Trajnimi i punonjësve", "Zbatuar pjesërisht", 60, "U trajnuan 90 punonjës.", "Të trajnohen edhe 60 punonjës."),
            ("1.3", "Botimi i raporteve vjetore", "I pazbatuar", 0, "Raportet nuk janë hartuar.", "Të hartohet formati i raportit."),
        ),
    ),
    (
        "2",
        "SHËRBIME PËR QYTETARËT",
        (
            ("2.1", "Hapja e zyrave të shërbimit", "Zbatuar", 100, "Janë hapur tetë zyra.", "Të hapen zyra në veri."),
            ("2.2", "Anketa e kënaqësisë", None, None, "Pyetësori është gati.", "Të kryhet anketa."),
        ),
    ),
)
SAID = (
    ("1.2", "Shoqata Qytetari Aktiv", "3 shkurt 2020", dt.date(2020, 2, 3), "Trajnimet ishin shumë të shkurtra.", "Trajnimet do të zgjasin dy ditë."),
    ("2.1", "Rrjeti i Fshatit", "21 shkurt 2020", dt.date(2020, 2, 21), "Zyrat janë larg fshatrave.", "Do të ketë zyra lëvizëse."),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Albania",
        country_code="ALB",
        country_text="Republika e Shqipërisë",
        or_country_text=["Shqipëria", "Shqipërisë", "Shqipëri"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="midterm",
        date_prepared="2020-03-02",
        date_prepared_text="2 mars 2020",
        language="sq",
    )
    grid = Grid(
        truth,
        (
            ("number", "Nr.", 1.3),
            ("title", "Aktiviteti", 5.5),
            ("rating", "Statusi i zbatimit", 3.5),
            ("evidence", "Rezultatet e arritura", 7),
            ("next_steps", "Hapat e ardhshëm", 6),
        ),
    )
    for number, name, lines in PARTS:
        grid.band(f"ANGAZHIMI {number}: {name}")
        truth.commitment(number, name)
        for ref, what, word, share, done, steps in lines:
            rating, level = WORDS.get(word, (None, None))
            text = f"{word} – {share}%" if word else None
            meaning = {
                "rating": rating,
                "completion": level,
                "or_completion": [None] if level in ("limited", "not_started") else [],
                "rating_text": text,
                "percent_complete": share,
                "rating_basis": "text" if word else None,
                "or_rating_basis": ["percent"] if word else [],
            }
            grid.row(ref, (cell(text), meaning), title=what, evidence=done, next_steps=steps)
    said = [heads("Aktiviteti", "Organizata", "Data", "Komenti", "Përgjigja")]
    for ref, who, when, day, text, answer in SAID:
        said.append(tuple(cell(t) for t in (ref, who, when, text, answer)))
        truth.comment(f"{truth.id}/m{ref}", who, day, when, text, response=answer, organisation_kind=..., section=...)
    content = [
        title("Raporti i vetëvlerësimit afatmesëm"),
        p("Plani i Veprimit për Partneritetin për Qeverisje të Hapur 2018-2020"),
        p("Republika e Shqipërisë"),
        p("Tiranë, 2 mars 2020"),
        h1("Hyrje"),
        p("Raporti u hartua nga grupi ndërministror i punës."),
        h1("Zbatimi i angazhimeve"),
        grid.table(),
        h1("Komentet e shoqërisë civile"),
        Table(rows=tuple(said), widths=(2, 5, 3, 7, 6)),
    ]
    return Document(language="sq", content=content), truth
