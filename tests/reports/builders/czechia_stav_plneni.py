"""Czechia: `Stav plnění` with words of a government plan (Splněno, Plněno průběžně, Nesplněno), a table per commitment whose first rows are its card.

The card's rows (body, description, term) stand above the milestones' heading row in the same table; milestones like M 2.4.
"""

from tests.reports.builders.markup import Cell, Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Splněno": ("green", "complete"), "Částečně splněno": ("amber", "limited"), "Nesplněno": ("red", "not_started"), None: (None, None)}
PARTS = (
    (
        "1",
        "Otevřená data krajů",
        "Ministerstvo vnitra",
        "Kraje zveřejní společné datové sady.",
        (
            ("M 1.1", "Schválit seznam datových sad", "30. června 2021", "2021-06-30", "Splněno", "Seznam byl schválen 3. června 2021.", None),
            (
                "M 1.2",
                "Zveřejnit datové sady všech krajů",
                "31. prosince 2021",
                "2021-12-31",
                "Částečně splněno",
                "Sady zveřejnilo devět krajů.",
                "Doplnit sady zbývajících krajů.",
            ),
        ),
    ),
    (
        "2",
        "Ochrana oznamovatelů",
        "Ministerstvo spravedlnosti",
        "Oznamovatelé získají poradenství a ochranu.",
        (
            (
                "M 2.1",
                "Předložit návrh zákona",
                "31. března 2021",
                "2021-03-31",
                "Splněno",
                "Návrh byl předložen vládě.",
                "Projednat návrh ve sněmovně.",
            ),
            ("M 2.2", "Proškolit úředníky", "30. září 2022", "2022-09-30", "Nesplněno", "Školení nebylo zahájeno.", "Zahájit školení v roce 2023."),
            (
                "M 2.3",
                "Spustit poradnu",
                "30. listopadu 2022",
                "2022-11-30",
                None,
                "Poradna přijala prvních dvacet dotazů.",
                "Rozšířit poradnu o telefonní linku.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        dates=True,
        country="Czechia",
        or_country=["Czech Republic"],
        country_code="CZE",
        country_text="Česká republika",
        or_country_text=["České republiky", "Česko"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="end_of_term",
        date_prepared="2022-12-20",
        date_prepared_text="20. prosince 2022",
        language="cs",
    )
    content: list[object] = [
        title("Závěrečná sebehodnotící zpráva"),
        p("Akční plán Partnerství pro otevřené vládnutí na období 2020 až 2022"),
        p("Česká republika"),
        p("Datum zpracování: 20. prosince 2022"),
        h1("Úvod"),
        p("Zprávu projednala pracovní skupina."),
        h1("Plnění závazků"),
    ]
    for number, name, body, what, rows in PARTS:
        truth.commitment(number, name, lead_institution=body, description=what)
        wide = {"across": 4}
        made: list[tuple[Cell, ...]] = [
            (cell(f"Závazek {number}: {name}", "D9E2F3", across=6, bold=True),),
            (cell("Gestor", bold=True, across=2), cell(body, **wide)),
            (cell("Popis závazku", bold=True, across=2), cell(what, **wide)),
            heads("Milník", "Název milníku", "Termín plnění", "Stav plnění", "Popis plnění", "Další kroky"),
        ]
        for ref, label, due, day, word, done, steps in rows:
            made.append(tuple(cell(t) for t in (ref, label, due, word, done, steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                label,
                or_milestone_number=[ref.removeprefix("M ")],
                rating=rating,
                completion=level,
                or_completion=[None] if level in ("limited", "not_started") else [],
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                next_steps=steps,
                end_date=day,
                end_date_text=due,
                start_date=None,
                start_date_text=None,
            )
        content += [Table(rows=tuple(made), widths=(1.8, 4.5, 3, 3, 6.5, 5), head=0), p("")]
    return Document(language="cs", content=content), truth
