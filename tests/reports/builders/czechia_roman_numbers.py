"""Czechia: numbers like II/1, the heading row repeated on every page, columns the contract has no place for (indicator, budget), deadlines.

Sub-total rows (`Celkem`) stand between the commitments' bands. One number is missing (II/3), one row has no status.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
DONE = worded("Splněno", "green", "complete", sure=False)
PART = worded("Částečně splněno", "amber", "limited", sure=False)
NONE = worded("Nezahájeno", "red", "not_started", sure=False)
VOID = worded(None, None)
OFFICE = "Ministerstvo spravedlnosti"
LONG = (
    "Pracovní skupina se sešla osmkrát a projednala připomínky krajů, obcí a škol. Zápisy z jednání jsou zveřejněny. "
    "Rozsah údajů byl stanoven po dohodě s Úřadem pro ochranu osobních údajů. Ověřovací provoz trval čtyři měsíce a zapojilo se do něj 23 obcí."
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        dates=True,
        country="Czechia",
        country_code="CZE",
        country_text="Česká republika",
        or_country_text=["České republiky"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2025-02-03",
        date_prepared_text="3. února 2025",
        language="cs",
        title="Závěrečná sebehodnotící zpráva",
        or_title=["Závěrečná sebehodnotící zpráva Akční plán Partnerství pro otevřené vládnutí 2022-2024"],
    )
    columns = (
        ("number", "Číslo", 1.4),
        ("title", "Úkol", 4.2),
        ("responsible", "Gestor", 3),
        ("end", "Termín", 2.4),
        ("indicator", "Indikátor", 2.8),
        ("budget", "Rozpočet", 2.2),
        ("rating", "Stav plnění", 2.4),
        ("evidence", "Popis plnění", 4.6),
        ("next_steps", "Další kroky", 3.4),
    )
    grid = Grid(truth, columns)

    def add(number: str, rated: tuple, due: str, day: str, **texts: str) -> None:
        grid.row(number, rated, truth={"end_date": day, "end_date_text": due}, printed={"end": due}, responsible=OFFICE, **texts)

    truth.commitment("I", "Otevřená justice")
    grid.band("Závazek I: Otevřená justice")
    add(
        "I/1",
        DONE,
        "31. 12. 2022",
        "2022-12-31",
        title="Zveřejnit rozsudky okresních soudů",
        indicator="86 soudů",
        budget="1,2 mil. Kč",
        evidence=LONG,
        next_steps="Rozšířit na krajské soudy.",
    )
    add(
        "I/2",
        PART,
        "30. 6. 2023",
        "2023-06-30",
        title="Zavést anonymizační nástroj",
        indicator="1 nástroj",
        budget="4 mil. Kč",
        evidence=LONG,
        next_steps="Nasadit nástroj u všech soudů.",
    )
    add(
        "I/3",
        NONE,
        "30. 9. 2023",
        "2023-09-30",
        title="Proškolit administrativu soudů",
        indicator="300 osob",
        budget="0,5 mil. Kč",
        evidence="Školení nebyla zahájena.",
        next_steps="Vypsat veřejnou zakázku.",
    )
    grid.rows.append(_total("Celkem závazek I: 1 ze 3 úkolů splněn", len(columns)))
    truth.commitment("II", "Otevřená data obcí")
    grid.band("Závazek II: Otevřená data obcí")
    add(
        "II/1",
        PART,
        "31. 3. 2024",
        "2024-03-31",
        title="Připravit katalog datových sad",
        indicator="40 sad",
        budget="0,8 mil. Kč",
        evidence=LONG,
        next_steps="Doplnit zbývající sady.",
    )
    add(
        "II/2",
        VOID,
        "31. 3. 2024",
        "2024-03-31",
        title="Vydat metodiku",
        indicator="1 metodika",
        budget="bez nákladů",
        evidence="Metodika je připravena k vydání.",
        next_steps="Vydat metodiku.",
    )
    add(
        "II/4",
        DONE,
        "31. 10. 2024",
        "2024-10-31",
        title="Uspořádat soutěž aplikací",
        indicator="20 aplikací",
        budget="0,3 mil. Kč",
        evidence="Přihlášeno bylo 27 aplikací.",
        next_steps="Soutěž opakovat.",
    )
    grid.rows.append(_total("Celkem závazek II: 1 ze 3 úkolů splněn", len(columns)))
    truth.set_aside("summary", "Celkem závazek I: 1 ze 3 úkolů splněn", "Celkem závazek II: 1 ze 3 úkolů splněn")
    truth.finding("milestone.number.gap", f"{truth.id}/mii-4")
    content = [
        title("Závěrečná sebehodnotící zpráva"),
        p("Akční plán Partnerství pro otevřené vládnutí 2022-2024"),
        p("Česká republika"),
        p("Datum zpracování: 3. února 2025"),
        h1("Hodnocení závazků"),
        grid.table(keep_rows=True),
    ]
    return Document(language="cs", content=content), truth


def _total(text: str, width: int) -> tuple:
    return (cell(text, "EFEFEF", across=width),)
