"""Romania: a matrix with `Stadiul implementării` in words, bands `Angajamentul 2 – …`, numbers like M2.1 under `Nr. crt.`, a column of reasons.

One row has no status, one that is done has no next steps.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {
    "Realizat": worded("Realizat", "green", "complete"),
    "Realizat parțial": worded("Realizat parțial", "amber", "limited", sure=False),
    "Nerealizat": worded("Nerealizat", "red", "not_started", sure=False),
    None: worded(None, None),
}
PARTS = (
    (
        "1",
        "Transparența bugetelor locale",
        (
            (
                "M1.1",
                "Publicarea bugetelor a 40 de orașe",
                "Ministerul Dezvoltării",
                "Realizat",
                "Au fost publicate bugetele a 43 de orașe.",
                "Orașele au primit sprijin tehnic.",
                None,
            ),
            (
                "M1.2",
                "Instruirea funcționarilor",
                "Ministerul Dezvoltării",
                "Realizat parțial",
                "Au participat 60 din 100 de funcționari.",
                "Lipsa de timp a funcționarilor.",
                "Organizarea a două sesiuni în primăvară.",
            ),
        ),
    ),
    (
        "2",
        "Acces liber la legislație",
        (
            (
                "M2.1",
                "Actualizarea portalului legislativ",
                "Ministerul Justiției",
                "Realizat",
                "Portalul a fost lansat la 7 mai 2019.",
                "Fonduri europene disponibile.",
                "Întreținerea portalului.",
            ),
            (
                "M2.2",
                "Campanie de informare",
                "Ministerul Justiției",
                "Nerealizat",
                "Campania nu a avut loc.",
                "Fondurile au fost redirecționate.",
                "Reluarea campaniei în 2021.",
            ),
            (
                "M2.3",
                "Interfață pentru nevăzători",
                "Ministerul Justiției",
                None,
                "Specificațiile sunt gata.",
                "Achiziția a întârziat.",
                "Semnarea contractului.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Romania",
        country_code="ROU",
        country_text="România",
        or_country_text=["Guvernul României", "României"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-10-08",
        date_prepared_text="8 octombrie 2020",
        language="ro",
    )
    grid = Grid(
        truth,
        (
            ("number", "Nr. crt.", 1.5),
            ("title", "Acțiunea", 5),
            ("responsible", "Responsabil", 3.4),
            ("rating", "Stadiul implementării", 2.8),
            ("evidence", "Rezultate obținute", 5.2),
            ("reasons", "Motive", 4),
            ("next_steps", "Pașii următori", 4.4),
        ),
        fill="B4C6E7",
    )
    for number, name, lines in PARTS:
        grid.band(f"Angajamentul {number} – {name}")
        truth.commitment(number, name)
        for ref, what, body, word, done, why, steps in lines:
            grid.row(ref, WORDS[word], title=what, responsible=body, evidence=done, reasons=why, next_steps=steps)
    content = [
        title("Raport final de autoevaluare"),
        p("Planul Național de Acțiune 2018-2020 – Parteneriatul pentru o Guvernare Deschisă"),
        p("România"),
        p("București, 8 octombrie 2020"),
        h1("Context"),
        p("Raportul a fost supus consultării publice timp de două săptămâni."),
        h1("Stadiul angajamentelor"),
        grid.table(),
    ]
    return Document(language="ro", content=content), truth
