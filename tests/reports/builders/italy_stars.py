"""Italy: stars (★★★☆) explained by a table below, dotted rules, commitments as headings between tables, numbers that begin anew.

A row without stars, one without next steps; a comment opened by `Commento di … del …:` and one in square brackets.
"""

import datetime as dt

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Cell, Document, Table, cell, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
STARS = {
    "★★★★": ("green", "complete", "completato"),
    "★★★☆": ("green", "substantial", "avanzamento sostanziale"),
    "★★☆☆": ("amber", "limited", "avanzamento limitato"),
    "★☆☆☆": ("red", "not_started", "non avviato"),
}
COLUMNS = (
    ("number", "N.", 1.1),
    ("title", "Attività", 5),
    ("rating", "Valutazione", 2.6),
    ("evidence", "Evidenze", 7),
    ("reasons", "Motivazione della valutazione", 4.6),
    ("next_steps", "Prossimi passi", 4.6),
)
ONE = "Il formato non è documentato. Proponiamo di portare la valutazione a «avanzamento limitato»."
TWO = "Chiediamo di rivalutare questa attività dopo la pubblicazione dei dati."


def stars(text: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a cell of stars."""
    if text is None:
        return cell(None), {}
    rating, level, _ = STARS[text]
    meaning = {
        "rating": rating,
        "completion": level,
        "or_completion": [None],
        "rating_text": text,
        "rating_basis": "symbol",
        "or_rating_basis": ["text"],
    }
    return cell(text), meaning


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        anew=True,
        country="Italy",
        country_code="ITA",
        country_text="Italia",
        or_country_text=["Repubblica Italiana"],
        period_start_year=2022,
        period_end_year=2023,
        report_kind="end_of_term",
        date_prepared="2024-04-22",
        date_prepared_text="22 aprile 2024",
        language="it",
        title="Rapporto finale di autovalutazione",
        or_title=["Rapporto finale di autovalutazione Quinto Piano d'azione nazionale 2022-2023"],
    )
    first, second = Grid(truth, COLUMNS), Grid(truth, COLUMNS)
    truth.commitment("1", "Dati aperti sugli appalti")
    one = first.row(
        "1",
        stars("★★★☆"),
        title="Pubblicare gli appalti dei comuni",
        evidence="Sono online gli appalti di 412 comuni.",
        after=f"**Commento di Rete Civica Padana del 29 aprile 2024:**\n{ONE}",
        reasons="Mancano i comuni minori.",
        next_steps="Aggiungere i comuni minori entro il 2025.",
    )
    first.row(
        "2",
        stars("★★★★"),
        title="Definire un formato comune",
        evidence="Il formato è stato adottato il 9 marzo 2023.",
        reasons="Obiettivo raggiunto.",
    )
    first.row("3", stars("★☆☆☆"), title="Formare i funzionari", evidence="Nessun corso è stato organizzato.", reasons="Fondi non assegnati.")
    truth.commitment("2", "Partecipazione dei giovani")
    second.row(
        "1",
        stars("★★☆☆"),
        title="Creare una consulta",
        evidence="Due riunioni preparatorie.",
        reasons="Elezioni regionali.",
        next_steps="Eleggere la consulta.",
    )
    two = second.row(
        "2",
        stars(None),
        title="Pubblicare i verbali",
        evidence="I verbali sono stati raccolti.",
        after=f"**[Associazione Scuole Aperte, 6 maggio 2024]**\n{TWO}",
        reasons="Revisione in corso.",
        next_steps="Pubblicare i verbali in autunno.",
    )
    truth.comment(
        one,
        "Rete Civica Padana",
        dt.date(2024, 4, 29),
        "29 aprile 2024",
        ONE,
        organisation_kind="ngo",
        or_organisation_kind=["unknown"],
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Proponiamo di portare la valutazione a «avanzamento limitato».",
        section=None,
    )
    truth.comment(
        two,
        "Associazione Scuole Aperte",
        dt.date(2024, 5, 6),
        "6 maggio 2024",
        TWO,
        organisation_kind="ngo",
        proposal_text=TWO,
        asks_reevaluation=True,
        section=None,
    )
    legend = Table(rows=tuple((cell(mark), cell(words)) for mark, (_, _, words) in STARS.items()), widths=(3, 7), head=0, rules="dotted")
    content = [
        title("Rapporto finale di autovalutazione"),
        p("Quinto Piano d'azione nazionale 2022-2023"),
        p("Italia"),
        p("Data di redazione: 22 aprile 2024"),
        h1("Valutazione degli impegni"),
        h2("Impegno 1. Dati aperti sugli appalti"),
        first.table(rules="dotted"),
        h2("Impegno 2. Partecipazione dei giovani"),
        second.table(rules="dotted"),
        h2("Legenda"),
        legend,
    ]
    return Document(language="it", content=content), truth
