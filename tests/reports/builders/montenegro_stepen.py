"""Montenegro: `Stepen realizacije` in words, numbers in a column headed `R.b.`, deadlines as numeric dates, a claim with words for numbers."""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {
    "Realizovano": worded("Realizovano", "green", "complete"),
    "Djelimično realizovano": worded("Djelimično realizovano", "amber", "limited", sure=False),
    "Nije realizovano": worded("Nije realizovano", "red", "not_started", sure=False),
    None: worded(None, None),
}
PARTS = (
    (
        "1",
        "Otvoreni podaci",
        (
            (
                "1.1",
                "Donijeti uputstvo o objavljivanju podataka",
                "Ministarstvo javne uprave",
                "30.06.2019.",
                "2019-06-30",
                "Realizovano",
                "Uputstvo je donijeto 11.04.2019.",
                None,
            ),
            (
                "1.2",
                "Objaviti 200 skupova podataka",
                "Ministarstvo javne uprave",
                "31.12.2019.",
                "2019-12-31",
                "Djelimično realizovano",
                "Objavljena su 143 skupa podataka.",
                "Objaviti preostale skupove podataka.",
            ),
            (
                "1.3",
                "Organizovati takmičenje programera",
                "Ministarstvo nauke",
                "15.10.2020.",
                "2020-10-15",
                "Nije realizovano",
                "Takmičenje nije održano.",
                "Takmičenje održati na jesen 2021. godine.",
            ),
        ),
    ),
    (
        "2",
        "Integritet lokalne uprave",
        (
            (
                "2.1",
                "Usvojiti planove integriteta u svim opštinama",
                "Zajednica opština",
                "31.03.2020.",
                "2020-03-31",
                "Realizovano",
                "Planove je usvojilo svih 25 opština.",
                "Pratiti primjenu planova.",
            ),
            (
                "2.2",
                "Obučiti menadžere integriteta",
                "Uprava za kadrove",
                "31.05.2020.",
                "2020-05-31",
                "Djelimično realizovano",
                "Obuku je prošlo 17 menadžera.",
                "Obučiti preostalih osam menadžera.",
            ),
            (
                "2.3",
                "Objaviti godišnji izvještaj",
                "Zajednica opština",
                "31.12.2020.",
                "2020-12-31",
                None,
                "Izvještaj je u pripremi.",
                "Objaviti izvještaj u martu 2021. godine.",
            ),
        ),
    ),
)
CLAIM = "Od šest aktivnosti dvije su realizovane, a jedna nije realizovana."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Montenegro",
        country_code="MNE",
        country_text="Crna Gora",
        or_country_text=["Crne Gore", "Crnoj Gori"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2021-01-22",
        date_prepared_text="22. januar 2021. godine",
        or_date_prepared_text=["22. januar 2021.", "22. januar 2021"],
    )
    grid = Grid(
        truth,
        (
            ("number", "R.b.", 1.2),
            ("title", "Aktivnost", 5),
            ("responsible", "Odgovorna institucija", 3.4),
            ("end", "Rok", 2.1),
            ("rating", "Stepen realizacije", 2.8),
            ("evidence", "Opis realizacije", 5.5),
            ("next_steps", "Naredni koraci", 5),
        ),
    )
    for number, name, rows in PARTS:
        grid.band(f"Obaveza {number}. {name}")
        truth.commitment(number, name)
        for ref, what, body, due, day, word, done, steps in rows:
            grid.row(
                ref,
                WORDS[word],
                title=what,
                responsible=body,
                evidence=done,
                next_steps=steps,
                cells={"end": cell(due)},
                truth={"end_date": day, "end_date_text": due},
            )
    truth.claim(CLAIM, 6, section="Zaključak")
    for stated, rating, level in ((2, "green", "complete"), (1, "red", "not_started")):
        truth.claim(CLAIM, stated, rating=rating, or_rating=[None], completion=level, or_completion=[None], section="Zaključak")
    content = [
        title("Završni izvještaj o samoprocjeni"),
        p("Nacionalni akcioni plan Partnerstva za otvorenu upravu 2018-2020"),
        p("Crna Gora"),
        p("Podgorica, 22. januar 2021. godine"),
        h1("Uvod"),
        p("Izvještaj je pripremio operativni tim."),
        h1("Pregled realizacije"),
        grid.table(),
        h1("Zaključak"),
        p(CLAIM),
    ]
    return Document(language="sr", content=content), truth
