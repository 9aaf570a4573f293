"""Tunisia, in French: the completion form of 2014 in translation, a table per commitment, an x under one of four levels.

Labels of the official template in French, sub-rows for other actors, a form with the level as x in capitals, one without next steps.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LEVELS = (
    ("Non entamé", "red", "not_started"),
    ("Limité", "amber", "limited"),
    ("Substantiel", "green", "substantial"),
    ("Achevé", "green", "complete"),
)
FORMS = (
    (
        "1",
        "Publier le budget ouvert en ligne",
        "Ministère des Finances",
        "Cour des comptes",
        "Association Budget Clair; Réseau des contribuables",
        "Les données budgétaires sont publiées avec dix-huit mois de retard.",
        "Mettre en ligne une base de données des dépenses de l'État.",
        2,
        "La plateforme a été lancée le 14 avril 2015 avec les données de six ministères.",
        "décembre 2015",
        "2015-12-31",
        "Ajouter les données des régions avant la fin de 2016.",
    ),
    (
        "2",
        "Réviser le cadre juridique de l'accès à l'information",
        "Présidence du gouvernement",
        "Ministère de la Justice",
        "Association Lumière",
        "Le décret-loi de 2011 ne prévoit aucune sanction.",
        "Soumettre au parlement une loi organique sur l'accès à l'information.",
        3,
        "La loi organique a été adoptée en mars 2016.",
        "mars 2016",
        "2016-03-31",
        None,
    ),
    (
        "3",
        "Élaborer une charte de participation publique",
        "Ministère de la Fonction publique",
        None,
        "Forum des jeunes de Gafsa",
        "Les consultations se tiennent sans règles communes.",
        "Rédiger une charte commune à tous les ministères.",
        1,
        "Un premier projet de charte a été discuté au cours de deux ateliers.",
        "juin 2016",
        "2016-06-30",
        "Publier la charte au Journal officiel.",
    ),
    (
        "4",
        "Ouvrir les données de transport",
        "Ministère du Transport",
        "Société des chemins de fer",
        None,
        "Les horaires ne sont pas réutilisables.",
        "Publier les horaires en format ouvert.",
        0,
        "Aucune activité n'a encore eu lieu.",
        "septembre 2016",
        "2016-09-30",
        None,
    ),
)


def form(
    number: str,
    name: str,
    body: str,
    state: str | None,
    others: str | None,
    problem: str,
    what: str,
    level: int,
    proof: str,
    due: str,
    steps: str | None,
) -> Table:
    """Return the form of a commitment."""
    wide = {"across": 4}
    rows = (
        (cell(f"{number}. {name}", "D9E2F3", across=6, bold=True),),
        (cell("Institution responsable de la mise en œuvre", bold=True, across=2), cell(body, **wide)),
        (cell("Autres acteurs impliqués", bold=True, down=2), cell("Gouvernement"), cell(state, **wide)),
        (cell("Société civile, secteur privé"), cell(others, **wide)),
        (cell("Statu quo ou problème à résoudre", bold=True, across=2), cell(problem, **wide)),
        (cell("Brève description de l'engagement", bold=True, across=2), cell(what, **wide)),
        (cell("Niveau d'achèvement", bold=True, across=2, down=2), *(cell(w, bold=True) for w, _, _ in LEVELS)),
        tuple(cell(("X" if number == "3" else "x") if n == level else None) for n in range(4)),
        (cell("Date de fin", bold=True, across=2), cell(due, **wide)),
        (cell("Description des résultats", bold=True, across=2), cell(proof, **wide)),
        (cell("Prochaines étapes", bold=True, across=2), cell(steps, **wide)),
    )
    return Table(rows=rows, widths=(2.6, 2.6, 3, 3, 3, 3), head=0)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        dates=True,
        country="Tunisia",
        country_code="TUN",
        country_text="République tunisienne",
        or_country_text=["Tunisie"],
        period_start_year=2014,
        period_end_year=2016,
        report_kind="midterm",
        date_prepared="2015-09-30",
        date_prepared_text="30 septembre 2015",
        language="fr",
        rating_scheme="completion",
    )
    content = [
        title("Rapport d'auto-évaluation à mi-parcours"),
        p("Plan d'action du Partenariat pour un gouvernement ouvert 2014-2016"),
        p("République tunisienne"),
        p("Tunis, le 30 septembre 2015"),
        h1("Introduction et contexte"),
        p("Ce rapport a été soumis à une consultation en ligne de quatre semaines."),
        h1("Mise en œuvre des engagements du plan d'action"),
    ]
    for number, name, body, state, others, problem, what, level, proof, due, day, steps in FORMS:
        content += [h2(f"Engagement {number}"), form(number, name, body, state, others, problem, what, level, proof, due, steps), p("")]
        words, rating, completion = LEVELS[level]
        bodies = "\n".join(b for t in (state, others) if t for b in t.split("; ")) or None
        truth.commitment(
            number,
            name,
            or_commitment_number=[f"{number}."],
            lead_institution=body,
            supporting_institutions=bodies,
            problem=problem,
            description=what,
            rating=rating,
            completion=completion,
            rating_text=words,
            rating_basis="mark",
            evidence=proof,
            next_steps=steps,
            end_date=day,
            end_date_text=due,
        )
    content += [h1("Conclusion"), p("Les enseignements tirés alimenteront le deuxième plan d'action.")]
    return Document(language="fr", content=content, landscape=False, size=9), truth
