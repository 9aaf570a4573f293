"""Romania: letters V/G/R, a column per reporting date, the legend below the table."""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
MEANS = {"V": "green", "G": "amber", "R": "red"}
ROWS = (
    ("1", "Date deschise în sănătate", None),
    (
        "1.1",
        "Publicarea listelor de așteptare ale spitalelor",
        "RGV",
        "Listele a 41 de spitale sunt publicate lunar.",
        "Extinderea la spitalele județene.",
    ),
    (
        "1.2",
        "Catalog unic al medicamentelor compensate",
        "RRG",
        "Catalogul este în testare din mai 2023.",
        "Lansarea catalogului până în iunie 2024.",
    ),
    ("1.3", "Formarea a 200 de asistenți medicali", "RR ", "Au fost formate 35 de persoane.", "Reluarea cursurilor în toamnă."),
    ("2", "Bugetare participativă", None),
    ("2.1", "Ghid pentru primării", "GVV", "Ghidul a fost trimis tuturor primăriilor.", "Actualizarea ghidului."),
    ("2.2", "Platformă de vot online", "RRR", "Licitația a fost anulată de două ori.", None),
)
DATES = (("31.12.2022", "2022-12-31"), ("30.06.2023", "2023-06-30"), ("31.12.2023", "2023-12-31"))
CLAIM = "Din cele 5 acțiuni, 2 sunt marcate cu verde, 1 cu galben și 1 cu roșu."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Romania",
        country_code="ROU",
        country_text="România",
        or_country_text=["Guvernul României", "României"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="midterm",
        date_prepared="2024-02-15",
        date_prepared_text="15 februarie 2024",
        language="ro",
        title="Raport de autoevaluare la jumătatea perioadei",
        or_title=["Raport de autoevaluare la jumătatea perioadei Planul național de acțiune 2022-2024"],
    )
    rows = [heads("Nr.", "Acțiune", *(f"Stadiu la {d}" for d, _ in DATES), "Rezultate obținute", "Pași următori", fill="E7E6E6")]
    for number, name, letters, *texts in ROWS:
        if letters is None:
            truth.commitment(number, name)
            rows.append((cell(f"Angajamentul {number}: {name}", "F2F2F2", across=7, bold=True),))
            continue
        rows.append((cell(number), cell(name), *(cell(x.strip()) for x in letters), *(cell(t) for t in texts)))
        last = letters[-1].strip() or None
        row_id = truth.milestone(
            number,
            name,
            rating=MEANS.get(last or ""),
            rating_text=last,
            rating_basis="text" if last else None,
            evidence=texts[0],
            next_steps=texts[1],
        )
        for (text, day), letter in zip(DATES, letters, strict=True):
            if letter.strip():
                rating = MEANS[letter]
                truth.ratings.append(
                    {"report_id": truth.id, "row_id": row_id, "as_of": day, "as_of_text": text, "rating": rating, "rating_text": letter}
                )
    section = "Concluzii"
    truth.claim(CLAIM, 5, section=section)
    for stated, rating in ((2, "green"), (1, "amber"), (1, "red")):
        truth.claim(CLAIM, stated, rating=rating, section=section)
    content = [
        title("Raport de autoevaluare la jumătatea perioadei"),
        p("Planul național de acțiune 2022-2024"),
        p("România"),
        p("Data întocmirii: 15 februarie 2024"),
        h1("Stadiul angajamentelor"),
        Table(rows=tuple(rows), widths=(1.2, 6, 2.2, 2.2, 2.2, 6, 5)),
        p("V – verde: realizat sau progres substanțial; G – galben: progres limitat; R – roșu: neînceput sau întârzieri grave"),
        h1(section),
        p(CLAIM),
    ]
    return Document(language="ro", content=content), truth
