"""Côte d'Ivoire, in French: a form per commitment whose level is one cell with boxes (`☐ Non entamé ☒ Limité …`), labels as sentences, no milestones.

One form has no box ticked; the second has its next steps as a numbered list.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
LEVELS = (
    ("Non entamé", "red", "not_started"),
    ("Limité", "amber", "limited"),
    ("Substantiel", "green", "substantial"),
    ("Achevé", "green", "complete"),
)
FORMS = (
    (
        "1",
        "Promouvoir les comités de veille budgétaire",
        "Ministère du Budget",
        2,
        "Des comités existent dans 14 communes.",
        "Installer des comités dans six communes.",
    ),
    (
        "2",
        "Publier les statistiques du cadastre minier",
        "Ministère des Mines",
        1,
        "Les données de 2019 ont été publiées.",
        "1. Publier les données de 2020.\n2. Former les utilisateurs.",
    ),
    ("3", "Créer un guichet pour les associations", "Ministère de l'Intérieur", 3, "Le guichet a ouvert le 6 juillet 2021.", None),
    ("4", "Informer les jeunes sur leurs droits", "Ministère de la Jeunesse", None, "Une campagne est en préparation.", "Lancer la campagne."),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Côte d'Ivoire",
        or_country=["Ivory Coast", "Cote d'Ivoire", "Côte d’Ivoire"],
        country_code="CIV",
        country_text="République de Côte d'Ivoire",
        or_country_text=["Côte d'Ivoire"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="midterm",
        date_prepared="2021-10-18",
        date_prepared_text="18 octobre 2021",
        language="fr",
        rating_scheme="completion",
    )
    content: list[object] = [
        title("Rapport d'auto-évaluation à mi-parcours"),
        p("Plan d'action national 2020-2022 du Partenariat pour un gouvernement ouvert"),
        p("République de Côte d'Ivoire"),
        p("Date d'élaboration : 18 octobre 2021"),
        h1("Avancement des engagements"),
    ]
    for number, name, body, level, done, steps in FORMS:
        boxes = "   ".join(f"{'☒' if n == level else '☐'} {w}" for n, (w, _, _) in enumerate(LEVELS))
        rows = (
            (cell(f"Engagement {number} : {name}", "E2EFDA", across=2, bold=True),),
            (cell("Institution responsable", bold=True), cell(body)),
            (cell("Niveau d'avancement de l'engagement", bold=True), cell(boxes)),
            (cell("Résultats obtenus à ce jour", bold=True), cell(done)),
            (cell("Prochaines étapes prévues", bold=True), cell(steps)),
        )
        content += [Table(rows=rows, widths=(5, 13), head=0), p("")]
        words, rating, completion = LEVELS[level] if level is not None else (None, None, None)
        truth.commitment(
            number,
            name,
            lead_institution=body,
            rating=rating,
            completion=completion,
            rating_text=words,
            or_rating_text=[boxes],
            rating_basis="mark" if words else None,
            evidence=done,
            next_steps=steps,
        )
    return Document(language="fr", content=content, landscape=False, size=9), truth
