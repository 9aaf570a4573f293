"""Morocco, in French: fills with a legend line, a table per commitment; comments in prose after the table, one dated by a month alone.

They stand below the commitment's own heading: they belong to the commitment. The ministry's reply has a date of its own.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, filled
from tests.reports.builders.markup import Document, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
PARTS = (
    (
        "1",
        "Garantir le droit d'accès à l'information",
        (
            (
                "1.1",
                "Former les chargés de l'information",
                "green",
                "1 640 chargés ont été formés.",
                "Le programme a commencé tôt.",
                "Former les communes rurales.",
            ),
            (
                "1.2",
                "Publier le portail des demandes",
                "amber",
                "Le portail est en phase d'essai.",
                "Le prestataire a changé.",
                "Ouvrir le portail en mars 2021.",
            ),
        ),
    ),
    (
        "2",
        "Associer les jeunes aux collectivités",
        (
            (
                "2.1",
                "Créer des conseils de jeunes",
                "red",
                "Aucun conseil n'a été créé.",
                "Les élections ont été reportées.",
                "Créer les conseils en 2021.",
            ),
            ("2.2", "Publier un guide", None, "Le guide est rédigé en deux langues.", "La traduction a pris du temps.", "Imprimer le guide."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Morocco",
        country_code="MAR",
        country_text="Royaume du Maroc",
        or_country_text=["Maroc"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-12-28",
        date_prepared_text="28 décembre 2020",
        language="fr",
        rating_scheme="colour",
    )
    content: list[object] = [
        title("Rapport final d'auto-évaluation"),
        p("Plan d'action national du Partenariat pour un gouvernement ouvert 2018-2020"),
        p("Royaume du Maroc"),
        p("Rabat, le 28 décembre 2020"),
        h1("Évaluation"),
        p("Légende : vert – réalisé ou en bonne voie ; jaune – en retard ; rouge – non entamé"),
    ]
    owners = []
    for number, name, lines in PARTS:
        owners.append(truth.commitment(number, name))
        grid = Grid(
            truth,
            (
                ("number", "N°", 1.3),
                ("title", "Activité", 5),
                ("rating", "Couleur", 2),
                ("evidence", "Preuves", 6.5),
                ("reasons", "Justification de l'évaluation", 5),
                ("next_steps", "Suites à donner", 5),
            ),
        )
        for ref, what, light, done, why, steps in lines:
            grid.row(ref, filled(light), title=what, evidence=done, reasons=why, next_steps=steps)
        content += [h2(f"Engagement {number} : {name}"), grid.table()]
        if number == "1":
            content += [
                p("**Réseau Droit de savoir (4 décembre 2020) :**"),
                p("Le portail devrait exister en amazighe."),
                p("**Ministère de la Réforme administrative (10 décembre 2020) :**"),
                p("La traduction du portail est prévue pour 2021."),
            ]
        else:
            content += [p("**Collectif des jeunes de Tata (novembre 2020) :**"), p("Nous attendons les conseils depuis deux ans.")]
    one, two = owners
    truth.comment(
        one,
        "Réseau Droit de savoir",
        dt.date(2020, 12, 4),
        "4 décembre 2020",
        "Le portail devrait exister en amazighe.",
        organisation_kind=...,
        section=...,
    )
    truth.comment(
        one,
        "Ministère de la Réforme administrative",
        dt.date(2020, 12, 10),
        "10 décembre 2020",
        "La traduction du portail est prévue pour 2021.",
        organisation_kind="government",
        section=...,
    )
    third = truth.comment(
        two, "Collectif des jeunes de Tata", None, "novembre 2020", "Nous attendons les conseils depuis deux ans.", organisation_kind=..., section=...
    )
    truth.finding("comment.date.unreadable", third)
    return Document(language="fr", content=content), truth
