"""Tunisia: headings in French and Arabic in one cell, two lines each; the texts in French. A legend of three colours with both languages.

The commitment is a band in both languages parted by a slash (its title isn't judged); dates as `30/06/2020`.
"""

from tests.reports.builders.grid import FILL, Grid, filled
from tests.reports.builders.markup import Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
PARTS = (
    (
        "1",
        "Ouvrir les données des communes",
        "فتح بيانات البلديات",
        (
            (
                "1.1",
                "Former les secrétaires généraux",
                "green",
                "120 secrétaires généraux ont été formés.",
                "La formation a été financée par l'État.",
                "Former les nouveaux élus.",
            ),
            (
                "1.2",
                "Publier les budgets communaux",
                "amber",
                "Les budgets de 210 communes sont publiés.",
                "Certaines communes n'ont pas de site.",
                "Publier les budgets restants.",
            ),
        ),
    ),
    (
        "2",
        "Suivre les plaintes des citoyens",
        "متابعة شكاوى المواطنين",
        (
            (
                "2.1",
                "Lancer une application mobile",
                "red",
                "L'application n'a pas été développée.",
                "Le marché a été annulé.",
                "Relancer le marché.",
            ),
            (
                "2.2",
                "Publier un rapport semestriel",
                None,
                "Le rapport est en cours de rédaction.",
                "Les données sont incomplètes.",
                "Publier le rapport.",
            ),
            (
                "2.3",
                "Ouvrir un centre d'appels",
                "green",
                "Le centre d'appels répond depuis le 30/06/2020.",
                "Les locaux étaient disponibles.",
                "Étendre les horaires.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Tunisia",
        country_code="TUN",
        country_text="République tunisienne",
        or_country_text=["Tunisie"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-12-21",
        date_prepared_text="21 décembre 2020",
        language="fr",
    )
    grid = Grid(
        truth,
        (
            ("number", "N°\nالعدد", 1.3),
            ("title", "Activité\nالنشاط", 5),
            ("rating", "Évaluation\nالتقييم", 2.2),
            ("evidence", "Éléments de preuve\nالإثباتات", 6.5),
            ("reasons", "Raisons de l'évaluation\nأسباب التقييم", 5),
            ("next_steps", "Prochaines étapes\nالخطوات القادمة", 5),
        ),
    )
    for number, name, other, lines in PARTS:
        grid.band(f"Engagement {number} : {name} / {other}")
        truth.commitment(number, name, or_title=[f"{name} / {other}"])
        for ref, what, light, done, why, steps in lines:
            grid.row(ref, filled(light), title=what, evidence=done, reasons=why, next_steps=steps)
    legend = Table(
        rows=tuple(
            (cell(None, FILL[c]), cell(t))
            for c, t in (("green", "Réalisé / منجز"), ("amber", "Partiellement réalisé / منجز جزئيا"), ("red", "Non réalisé / غير منجز"))
        ),
        widths=(2, 9),
        head=0,
    )
    content = [
        title("Rapport final d'auto-évaluation"),
        p("Troisième plan d'action national pour le gouvernement ouvert 2018-2020"),
        p("République tunisienne"),
        p("Date : 21 décembre 2020"),
        h1("Légende"),
        legend,
        h1("Évaluation des engagements"),
        grid.table(),
    ]
    return Document(language="fr", content=content), truth
