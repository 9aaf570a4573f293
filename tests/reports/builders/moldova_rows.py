"""Moldova: commitments are rows of the grid that aren't merged (`1.` and the title in bold, other cells blank), actions `1.1.` below; `Nivel de realizare`.

The numbers end in a dot; one row's level is blank.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Realizat": ("green", "complete"), "Realizat parțial": ("amber", "limited"), "Nerealizat": ("red", "not_started"), None: (None, None)}
PARTS = (
    (
        "1.",
        "Transparența cheltuielilor publice",
        (
            (
                "1.1.",
                "Publicarea contractelor",
                "Ministerul Finanțelor",
                "Realizat",
                "Contractele sunt publicate din martie 2019.",
                "Publicarea actelor adiționale.",
            ),
            ("1.2.", "Elaborarea unui ghid", "Ministerul Finanțelor", "Nerealizat", "Ghidul nu a fost elaborat.", "Elaborarea ghidului în 2021."),
        ),
    ),
    (
        "2.",
        "Servicii publice aproape de cetățeni",
        (
            ("2.1.", "Deschiderea a zece centre", "Agenția Servicii", "Realizat", "Au fost deschise unsprezece centre.", None),
            (
                "2.2.",
                "Instruirea operatorilor",
                "Agenția Servicii",
                "Realizat parțial",
                "Au fost instruiți 22 de operatori.",
                "Instruirea celorlalți operatori.",
            ),
            ("2.3.", "Sondajul beneficiarilor", "Agenția Servicii", None, "Chestionarul este pregătit.", "Realizarea sondajului."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Moldova",
        or_country=["Moldova, Republic of", "Republic of Moldova"],
        country_code="MDA",
        country_text="Republica Moldova",
        or_country_text=["Moldova"],
        period_start_year=2019,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2021-02-24",
        date_prepared_text="24 februarie 2021",
        language="ro",
    )
    rows = [
        heads("Nr.", "Angajament / Acțiune", "Instituția responsabilă", "Nivel de realizare", "Progres înregistrat", "Pași următori", fill="C5E0B3")
    ]
    for number, name, lines in PARTS:
        rows.append((cell(number, "EDEDED", bold=True), cell(name, "EDEDED", bold=True), *(cell(None, "EDEDED") for _ in range(4))))
        truth.commitment(number, name, or_commitment_number=[number.rstrip(".")])
        for ref, what, body, word, done, steps in lines:
            rows.append(tuple(cell(t) for t in (ref, what, body, word, done, steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                what,
                or_milestone_number=[ref.rstrip(".")],
                rating=rating,
                completion=level,
                or_completion=[None] if level in ("limited", "not_started") else [],
                rating_text=word,
                rating_basis="text" if word else None,
                responsible=body,
                evidence=done,
                next_steps=steps,
            )
    content = [
        title("Raport final de autoevaluare"),
        p("Planul de acțiuni pentru o guvernare deschisă 2019-2020"),
        p("Republica Moldova"),
        p("Chișinău, 24 februarie 2021"),
        h1("Introducere"),
        p("Raportul a fost întocmit de Cancelaria de Stat."),
        h1("Realizarea angajamentelor"),
        Table(rows=tuple(rows), widths=(1.3, 6, 4, 3, 6, 5)),
    ]
    return Document(language="ro", content=content), truth
