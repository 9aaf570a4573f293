"""Burkina Faso, in French: a matrix with `Statut de mise en œuvre` before the activity, and `Niveau d'exécution` in percent.

The commitment is a vertically merged first column with its body below the title; difficulties and perspectives; a total row; comments in a table of their own
under the heading of observations, which name the activity.
"""

import datetime as dt

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Réalisée": ("green", "complete"), "En cours": ("amber", None), "Non démarrée": ("red", "not_started"), None: (None, None)}
PARTS = (
    (
        "1",
        "Mettre en ligne les marchés publics",
        (
            (
                "1.1",
                "Créer le site des marchés publics",
                "Réalisée",
                "100%",
                100,
                "Le site est accessible depuis le 3 mai 2021.",
                None,
                "Assurer la maintenance du site.",
            ),
            (
                "1.2",
                "Publier les avis d'attribution",
                "En cours",
                "55 %",
                55,
                "Les avis de onze ministères sont publiés.",
                "Les formats diffèrent d'un ministère à l'autre.",
                "Adopter un format unique.",
            ),
        ),
    ),
    (
        "2",
        "Écouter les usagers des centres de santé",
        (
            (
                "2.1",
                "Installer des boîtes à suggestions",
                "Réalisée",
                "100%",
                100,
                "Des boîtes sont installées dans 65 centres.",
                None,
                "Exploiter les suggestions chaque trimestre.",
            ),
            (
                "2.2",
                "Ouvrir un numéro vert",
                "Non démarrée",
                "0%",
                0,
                "Aucun opérateur n'a été retenu.",
                "L'appel d'offres est resté sans suite.",
                "Relancer l'appel d'offres.",
            ),
            (
                "2.3",
                "Publier un rapport annuel",
                None,
                None,
                None,
                "Le plan du rapport est arrêté.",
                "Les données arrivent tard.",
                "Publier le rapport en mars 2022.",
            ),
        ),
    ),
)
SAID = (
    (
        "1.2",
        "Réseau Transparence du Sahel",
        "12 octobre 2021",
        dt.date(2021, 10, 12),
        "Les avis publiés ne donnent pas le montant.",
        "Les montants seront ajoutés.",
    ),
    (
        "2.2",
        "Association des usagers de la santé",
        "26 octobre 2021",
        dt.date(2021, 10, 26),
        "Le numéro vert reste très attendu dans les villages.",
        None,
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Burkina Faso",
        country_code="BFA",
        country_text="Burkina Faso",
        period_start_year=2019,
        period_end_year=2021,
        report_kind="end_of_term",
        date_prepared="2021-11-30",
        date_prepared_text="30 novembre 2021",
        language="fr",
    )
    rows = [
        heads(
            "Engagements",
            "Statut de mise en œuvre",
            "N°",
            "Activités",
            "Niveau d'exécution",
            "Résultats obtenus",
            "Raisons de l'écart",
            "Perspectives",
            fill="FBE5D6",
        )
    ]
    for number, name, lines in PARTS:
        truth.commitment(number, name)
        for index, (ref, what, word, share, value, done, why, steps) in enumerate(lines):
            first = (cell(f"Engagement {number} : {name}", down=len(lines)),) if not index else ()
            rows.append((*first, *(cell(t) for t in (word, ref, what, share, done, why, steps))))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                or_rating=["amber", None] if word == "En cours" else [],
                completion=level,
                or_completion=["limited"] if word == "En cours" else [None] if level == "not_started" else [],
                rating_text=word,
                percent_complete=value,
                rating_basis=... if word else None,
                evidence=done,
                reasons=why,
                next_steps=steps,
            )
    said = [heads("Activité", "Auteur", "Date", "Observation", "Réponse de l'administration", fill="FBE5D6")]
    for ref, who, when, day, text, answer in SAID:
        said.append(tuple(cell(t) for t in (ref, who, when, text, answer)))
        truth.comment(
            f"{truth.id}/m{ref}", who, day, when, text, response=answer, organisation_kind="ngo", or_organisation_kind=["unknown"], section=...
        )
    content = [
        title("Rapport final d'auto-évaluation du Plan d'action national"),
        p("Partenariat pour un gouvernement ouvert 2019-2021"),
        p("BURKINA FASO"),
        p("Ouagadougou, le 30 novembre 2021"),
        h1("Contexte"),
        p("Le plan d'action comprend deux engagements."),
        h1("Point de la mise en œuvre"),
        Table(rows=tuple(rows), widths=(3.2, 2.4, 1.2, 4, 2, 5, 4, 4)),
        h1("Observations de la société civile"),
        Table(rows=tuple(said), widths=(2, 5, 3.4, 8, 6)),
    ]
    truth.report["country_text"] = "BURKINA FASO"
    truth.accept.setdefault(truth.id, {})["country_text"] = ["Burkina Faso"]
    truth.claim("Le plan d'action comprend deux engagements.", 2, "commitments", section="Contexte")
    truth.finding("rating.outside_legend", f"{truth.id}/m1.2", optional=True)
    truth.not_judged.append("milestone.next_steps.boilerplate")
    return Document(language="fr", content=content), truth
