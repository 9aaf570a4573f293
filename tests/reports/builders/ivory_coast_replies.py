"""Côte d'Ivoire, in French: comments with the government's reply in the same block, and a reply with a body and a date of its own.

Ratings are a fill with a level's word; one cell's fill and word disagree. The commitment's last row merges its next steps with the row above.
"""

import datetime as dt

from tests.reports.builders.grid import FILL, Grid
from tests.reports.builders.markup import Cell, Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {
    "Achevé": ("green", "complete"),
    "Substantiel": ("green", "substantial"),
    "Limité": ("amber", "limited"),
    "Non commencé": ("red", "not_started"),
}
ONE = "Les comptes des communes rurales manquent. Nous proposons de passer la note à « limité »."
ANSWER = "Les comptes des communes rurales seront publiés en mars 2025."
TWO = "Le guide n'existe pas en langues locales."
THREE = "Trois traductions sont prévues."


def rated(word: str | None, fill: str | None = None) -> tuple[Cell, dict[str, object]]:
    """Return a filled cell with a word; another fill than the word's is a contradiction."""
    if word is None:
        return cell(None), {}
    rating, level = WORDS[word]
    shown = FILL[fill or rating]
    if fill and fill != rating:
        return cell(word, shown), {"rating": None, "completion": ..., "rating_text": word, "rating_fill": shown, "rating_basis": None}
    return cell(word, shown), {"rating": rating, "completion": level, "rating_text": word, "rating_fill": shown, "rating_basis": "fill"}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Côte d'Ivoire",
        country_code="CIV",
        country_text="République de Côte d’Ivoire",
        or_country_text=["Côte d’Ivoire"],
        or_country=["Ivory Coast", "Côte d’Ivoire"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2024-11-20",
        date_prepared_text="20 novembre 2024",
        language="fr",
        title="Rapport final d’auto-évaluation",
        or_title=["Rapport final d’auto-évaluation Plan d’action national 2022-2024"],
    )
    columns = (
        ("number", "N°", 1.2),
        ("title", "Activité", 4.6),
        ("rating", "Niveau d’exécution", 2.6),
        ("evidence", "Éléments de preuve", 8),
        ("reasons", "Justification", 4.4),
        ("next_steps", "Prochaines étapes", 4.6),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Transparence des finances locales")
    grid.band("Engagement 1 : Transparence des finances locales")
    one = grid.row(
        "1.1",
        rated("Substantiel"),
        title="Publier les comptes des communes",
        evidence="Les comptes de 87 communes sont en ligne.",
        after=f"**Plateforme Citoyenne d’Abengourou (25 novembre 2024) :**\n{ONE}\n**Réponse du gouvernement :** {ANSWER}",
        reasons="Les grandes communes sont couvertes.",
        next_steps="Publier les comptes restants avant la fin de 2025.",
        cells={"next_steps": cell("Publier les comptes restants avant la fin de 2025.", down=2)},
    )
    grid.row(
        "1.2",
        rated("Limité"),
        title="Former les secrétaires de mairie",
        evidence="Deux sessions ont eu lieu à Bouaké.",
        reasons="Le formateur s’est désisté.",
        next_steps="Publier les comptes restants avant la fin de 2025.",
        cells={"next_steps": None},
    )
    truth.commitment("2", "Accès à l’information")
    grid.band("Engagement 2 : Accès à l’information")
    three = grid.row(
        "2.1",
        rated("Achevé"),
        title="Rédiger un guide des demandes",
        evidence="Le guide a été imprimé à 5 000 exemplaires.",
        after=f"**ONG Savoir pour Tous (28 novembre 2024) :**\n{TWO}\n**Ministère de la Communication (5 décembre 2024) :**\n{THREE}",
        reasons="Le guide est disponible.",
    )
    wrong = grid.row(
        "2.2",
        rated("Non commencé", "green"),
        title="Ouvrir des guichets régionaux",
        evidence="Le décret est en préparation.",
        reasons="Pas de local.",
        next_steps="Louer des locaux.",
    )
    truth.finding("rating.colour_and_text_disagree", wrong)
    grid.row(
        "2.3",
        rated("Non commencé"),
        title="Créer un registre des demandes",
        evidence="Aucune action.",
        reasons="Crédits bloqués.",
        next_steps="Créer le registre.",
    )
    truth.comment(
        one,
        "Plateforme Citoyenne d’Abengourou",
        dt.date(2024, 11, 25),
        "25 novembre 2024",
        ONE,
        response=ANSWER,
        or_response=[f"Réponse du gouvernement : {ANSWER}"],
        organisation_kind="ngo",
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Nous proposons de passer la note à « limité ».",
        section=None,
    )
    truth.comment(
        three,
        "ONG Savoir pour Tous",
        dt.date(2024, 11, 28),
        "28 novembre 2024",
        TWO,
        organisation="Savoir pour Tous",
        organisation_kind="ngo",
        section=None,
    )
    truth.comment(
        three, "Ministère de la Communication", dt.date(2024, 12, 5), "5 décembre 2024", THREE, organisation_kind="government", section=None
    )
    content = [
        title("Rapport final d’auto-évaluation"),
        p("Plan d’action national 2022-2024"),
        p("République de Côte d’Ivoire"),
        p("Date d’établissement : 20 novembre 2024"),
        h1("Évaluation des engagements"),
        grid.table(),
    ]
    return Document(language="fr", content=content), truth
