"""Italy: narrative by commitment with a small borderless table; the level is a coloured badge with rounded corners around the word, legend of badges.

In Word the badge is a shaded run.
"""

from tests.reports.builders.markup import Document, Para, Run, Table, cell, h1, h2, p, runs, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
LEVELS = {"Completato": ("6AA84F", "green", "complete"), "In ritardo": ("F1C232", "amber", None), "Non avviato": ("CC0000", "red", "not_started")}
PARTS = (
    (
        "1",
        "Reti di trasparenza",
        "Dipartimento per gli affari regionali",
        (
            (
                "1.1",
                "Costituire la rete dei responsabili",
                "Completato",
                "La rete è stata costituita il 9 febbraio 2023 con 84 amministrazioni.",
                "Ampliare la rete ai comuni.",
            ),
            (
                "1.2",
                "Pubblicare le linee guida",
                "In ritardo",
                "La bozza è stata discussa in due incontri.",
                "Approvare le linee guida entro giugno 2024.",
            ),
        ),
    ),
    (
        "2",
        "Partecipazione dei giovani",
        "Dipartimento per le politiche giovanili",
        (
            ("2.1", "Avviare il forum dei giovani", "Completato", "Il forum si è riunito quattro volte.", None),
            (
                "2.2",
                "Pubblicare un bando per le scuole",
                "Non avviato",
                "Il bando non è stato finanziato.",
                "Inserire il bando nel programma del 2024.",
            ),
            ("2.3", "Formare gli animatori", None, "Sono stati selezionati 30 animatori.", "Tenere i corsi in primavera."),
        ),
    ),
)


def badge(word: str) -> Run:
    """Return a word on a coloured ground."""
    fill = LEVELS[word][0]
    html = f'<span style="background:#{fill};border-radius:8pt;padding:1pt 6pt">{word}</span>'
    return Run(html=html, xml=f'<w:r><w:rPr><w:b/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:rPr><w:t>{word}</w:t></w:r>')


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Italy",
        country_code="ITA",
        country_text="Italia",
        or_country_text=["Repubblica Italiana", "italiano"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="midterm",
        date_prepared="2024-01-15",
        date_prepared_text="15 gennaio 2024",
        language="it",
    )
    legend = Para(
        runs=(
            *runs("Legenda: "),
            badge("Completato"),
            *runs(" verde; "),
            badge("In ritardo"),
            *runs(" giallo; "),
            badge("Non avviato"),
            *runs(" rosso"),
        )
    )
    content = [
        title("Rapporto di autovalutazione intermedio"),
        p("Quinto Piano d'azione nazionale per il governo aperto 2022-2024"),
        p("Italia"),
        p("Roma, 15 gennaio 2024"),
        h1("Introduzione"),
        p("Il rapporto è stato scritto insieme alla comunità per il governo aperto."),
        legend,
        h1("Stato di attuazione degli impegni"),
    ]
    for number, name, body, rows in PARTS:
        truth.commitment(number, name, lead_institution=body)
        made = [tuple(cell(t, bold=True, head=True) for t in ("Attività", "Stato", "Che cosa è stato fatto", "Prossimi passi"))]
        for ref, what, word, done, steps in rows:
            made.append((cell(f"{ref} {what}"), cell(badge(word) if word else None), cell(done), cell(steps)))
            fill, rating, level = LEVELS.get(word, (None, None, None))
            truth.milestone(
                ref,
                what,
                rating=rating,
                rating_text=word,
                rating_fill=fill,
                rating_basis="fill" if word else None,
                or_rating_basis=["shape"] if word else [],
                completion=level,
                or_completion=["limited"] if word == "In ritardo" else [],
                evidence=done,
                next_steps=steps,
            )
        content += [
            h2(f"Impegno {number} – {name}"),
            p(f"Amministrazione responsabile: {body}"),
            p("Nel corso del primo anno sono state svolte le attività seguenti."),
            Table(rows=tuple(made), widths=(6, 3, 9, 7), rules="none"),
        ]
    return Document(language="it", content=content, font="DejaVu Serif", size=9), truth
