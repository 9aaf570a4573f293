"""Croatia: a card per milestone, two columns of label and value, under headings of commitments; status words, a deadline, a body.

A contacts table and a list of abbreviations at the end are no milestones. One card has no status, one no next steps.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
MEANS = {
    "Provedeno": ("green", "complete"),
    "Djelomično provedeno": ("amber", "limited"),
    "Nije započeto": ("red", "not_started"),
    None: (None, None),
}
PARTS = (
    (
        "1",
        "Pristup informacijama",
        (
            (
                "1.1",
                "Izraditi priručnik za službenike",
                "Provedeno",
                "31. ožujka 2024.",
                "2024-03-31",
                "Priručnik je objavljen 12. veljače 2024.",
                "Dovršeno u roku.",
                None,
            ),
            (
                "1.2",
                "Nadograditi središnji portal zahtjeva",
                "Djelomično provedeno",
                "30. lipnja 2024.",
                "2024-06-30",
                "Nova verzija portala testira se u tri ministarstva.",
                "Javna nabava trajala je devet mjeseci.",
                "Pustiti portal u rad do kraja 2025. godine.",
            ),
        ),
    ),
    (
        "2",
        "Otvoreni proračuni gradova",
        (
            (
                "2.1",
                "Objaviti proračune 30 gradova",
                None,
                "15. rujna 2024.",
                "2024-09-15",
                "Objavljeno je 18 proračuna.",
                "Gradovi koriste različite programe.",
                "Pozvati preostale gradove.",
            ),
            ("2.2", "Održati radionice za građane", "Nije započeto", "1. svibnja 2025.", "2025-05-01", None, "Nema sredstava.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        dates=True,
        country="Croatia",
        country_code="HRV",
        country_text="Republika Hrvatska",
        or_country_text=["Hrvatska", "Hrvatske"],
        period_start_year=2023,
        period_end_year=2025,
        report_kind="midterm",
        date_prepared="2024-10-07",
        date_prepared_text="7. listopada 2024.",
        or_date_prepared_text=["7. listopada 2024"],
        language="hr",
        title="Izvješće o samoprocjeni na sredini razdoblja",
        or_title=["Izvješće o samoprocjeni na sredini razdoblja Akcijski plan za Partnerstvo za otvorenu vlast 2023-2025"],
    )
    content = [
        title("Izvješće o samoprocjeni na sredini razdoblja"),
        p("Akcijski plan za Partnerstvo za otvorenu vlast 2023-2025"),
        p("Republika Hrvatska"),
        p("Datum izrade: 7. listopada 2024."),
        h1("Uvod"),
        p("Svaka je aktivnost prikazana u zasebnoj tablici."),
        h1("Provedba mjera"),
    ]
    for number, name, cards in PARTS:
        truth.commitment(number, name)
        content.append(h2(f"Mjera {number}. {name}"))
        for ref, what, status, due, day, proof, why, steps in cards:
            body = "Ministarstvo pravosuđa i uprave"
            pairs = (
                ("Oznaka aktivnosti", ref),
                ("Naziv aktivnosti", what),
                ("Nositelj", body),
                ("Rok provedbe", due),
                ("Status provedbe", status),
                ("Opis provedbe i dokazi", proof),
                ("Razlozi za ocjenu", why),
                ("Sljedeći koraci", steps),
            )
            rows = tuple((cell(label, "EDEDED", bold=True), cell(value)) for label, value in pairs)
            content += [Table(rows=rows, widths=(5, 12), head=0), p("")]
            rating, level = MEANS[status]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=[None] if level else [],
                rating_text=status,
                rating_basis="text" if status else None,
                evidence=proof,
                reasons=why,
                next_steps=steps,
                responsible=body,
                end_date=day,
                end_date_text=due,
            )
    contacts = Table(
        rows=((cell("Ime i prezime"), cell("Dužnost"), cell("E-pošta")), (cell("Iva Primjer"), cell("tajnica"), cell("iva@example.org"))),
        widths=(5, 5, 6),
    )
    short = Table(
        rows=((cell("POV"), cell("Partnerstvo za otvorenu vlast")), (cell("OCD"), cell("organizacija civilnog društva"))), widths=(3, 9), head=0
    )
    content += [h1("Kontakti"), contacts, h1("Popis kratica"), short]
    truth.set_aside("other_table", "Iva Primjer", "organizacija civilnog društva")
    return Document(language="hr", content=content, landscape=False, size=9), truth
