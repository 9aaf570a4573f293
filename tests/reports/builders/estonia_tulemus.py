"""Estonia: narrative under numbered headings, a small table of four columns per commitment, status words of the Estonian plan, a two-row cover table.

The cover is a table with its own labels (country, plan, period, compiled by, submitted); status words `Täidetud`, `Osaliselt täidetud`, `Täitmata`.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Täidetud": ("green", "complete"), "Osaliselt täidetud": ("amber", "limited"), "Täitmata": ("red", "not_started"), None: (None, None)}
PARTS = (
    (
        "1",
        "Kaasav õigusloome",
        "Justiitsministeerium",
        (
            ("1.1", "Analüüsida kaasamise tööriistu", "Täidetud", "Analüüs avaldati 12. märtsil 2021.", "Tutvustada analüüsi ministeeriumidele."),
            ("1.2", "Luua ühine keskkond", "Osaliselt täidetud", "Keskkonna prototüüp on valmis.", "Viia läbi kasutajate testimine."),
        ),
    ),
    (
        "2",
        "Avatud kohalik omavalitsus",
        "Rahandusministeerium",
        (
            ("2.1", "Koolitada 30 omavalitsust", "Täidetud", "Koolitusel osales 34 omavalitsust.", None),
            ("2.2", "Avaldada kaasava eelarve juhend", "Täitmata", "Juhendi koostamine lükkus edasi.", "Koostada juhend 2022. aastal."),
            ("2.3", "Luua teenuste võrdlus", None, "Andmed on kogutud.", "Avaldada võrdlus veebis."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Estonia",
        country_code="EST",
        country_text="Eesti Vabariik",
        or_country_text=["Eesti"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="midterm",
        date_prepared="2021-10-29",
        date_prepared_text="29. oktoober 2021",
        language="et",
    )
    cover = Table(
        rows=tuple(
            (cell(a, "EAF1DD", bold=True), cell(b))
            for a, b in (
                ("Riik", "Eesti Vabariik"),
                ("Tegevuskava", "Avatud valitsemise partnerluse tegevuskava"),
                ("Periood", "2020–2022"),
                ("Koostaja", "Riigikantselei"),
                ("Esitamise kuupäev", "29. oktoober 2021"),
            )
        ),
        widths=(5, 11),
        head=0,
    )
    content: list[object] = [
        title("Vahearuanne: enesehindamine"),
        cover,
        h1("1. Sissejuhatus"),
        p("Aruanne tugineb vastutajate antud teabele."),
        h1("2. Tegevuste täitmine"),
    ]
    for number, name, body, rows in PARTS:
        truth.commitment(number, name, lead_institution=body)
        made = [heads("Tegevus", "Täitmise seis", "Tulemus", "Edasised sammud", fill=None)]
        for ref, what, word, done, steps in rows:
            made.append((cell(f"{ref} {what}"), cell(word), cell(done), cell(steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=[None] if level in ("limited", "not_started") else [],
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                next_steps=steps,
            )
        content += [h2(f"Kohustus {number}: {name}"), p(f"Vastutaja: {body}"), Table(rows=tuple(made), widths=(5, 3, 5, 5))]
    content += [h1("3. Kokkuvõte"), p("Uue tegevuskava ettevalmistus algab 2022. aastal.")]
    return Document(language="et", content=content, landscape=False, size=9), truth
