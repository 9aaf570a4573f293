"""Argentina: a status report of one commitment; a card for the commitment, then a grid of milestones with percentages.

Planned and actual dates have a column each; one percentage has a decimal comma, one is blank.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
ROWS = (
    (
        "1",
        "Relevar los archivos provinciales",
        ("01/02/2023", "2023-02-01"),
        ("13/02/2023", "2023-02-13"),
        ("30/04/2023", "2023-04-30"),
        ("28/04/2023", "2023-04-28"),
        "100%",
        100.0,
        "Se relevaron 23 archivos.",
        None,
    ),
    (
        "2",
        "Acordar un estándar de descripción",
        ("02/05/2023", "2023-05-02"),
        ("15/05/2023", "2023-05-15"),
        ("31/08/2023", "2023-08-31"),
        None,
        "62,5%",
        62.5,
        "Hay un borrador del estándar.",
        "Someter el borrador a consulta.",
    ),
    (
        "3",
        "Publicar el catálogo",
        ("01/09/2023", "2023-09-01"),
        None,
        ("29/02/2024", "2024-02-29"),
        None,
        "0%",
        0.0,
        "El hito no comenzó.",
        "Contratar el desarrollo.",
    ),
    (
        "4",
        "Capacitar a archivistas",
        ("01/03/2024", "2024-03-01"),
        None,
        ("30/06/2024", "2024-06-30"),
        None,
        None,
        None,
        "Se definió el programa.",
        "Abrir la inscripción.",
    ),
)
PURPOSE = "Las personas no pueden saber qué documentos guarda cada archivo."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Argentina",
        country_code="ARG",
        country_text="República Argentina",
        or_country_text=["Argentina"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="commitment",
        date_prepared="2023-11-21",
        date_prepared_text="21 de noviembre de 2023",
        language="es",
        title="Informe de estado del compromiso",
        or_title=["Informe de estado del compromiso Quinto Plan de Acción Nacional de Gobierno Abierto 2022-2024"],
        rating_scheme="percent",
    )
    truth.id += "-4"
    truth.report["report_id"] = truth.id
    truth.accept[truth.id] = truth.accept.pop(truth.id.removesuffix("-4"))
    body = "Archivo General de la Nación"
    helpers = ("Consejo Federal de Archivos", "Universidad del Litoral Sur")
    truth.commitment(
        "4",
        "Catálogo abierto de archivos públicos",
        lead_institution=body,
        supporting_institutions="\n".join(helpers),
        problem=PURPOSE,
    )
    pairs = (
        ("Compromiso N.º", "4"),
        ("Título del compromiso", "Catálogo abierto de archivos públicos"),
        ("Institución responsable", body),
        ("Otros actores involucrados", "; ".join(helpers)),
        ("Problema que aborda", PURPOSE),
    )
    card = Table(rows=tuple((cell(label, "EDEDED", bold=True), cell(value)) for label, value in pairs), widths=(6, 16), head=0)
    rows = [heads("N.º", "Hito", "Inicio previsto", "Inicio real", "Fin previsto", "Fin real", "% de avance", "Evidencia", "Próximos pasos")]
    for number, name, start, began, end, ended, text, percent, proof, steps in ROWS:
        dates = [d[0] if d else None for d in (start, began, end, ended)]
        rows.append(tuple(cell(t) for t in (number, name, *dates, text, proof, steps)))
        truth.milestone(
            number,
            name,
            percent_complete=percent,
            rating_text=text,
            rating_basis="percent" if text else None,
            evidence=proof,
            next_steps=steps,
            start_date_planned=start[1],
            start_date=began[1] if began else None,
            end_date_planned=end[1],
            end_date=ended[1] if ended else None,
        )
    content = [
        title("Informe de estado del compromiso"),
        p("Quinto Plan de Acción Nacional de Gobierno Abierto 2022-2024"),
        p("República Argentina"),
        p("Fecha de elaboración: 21 de noviembre de 2023"),
        h1("Compromiso"),
        card,
        h1("Avance por hito"),
        Table(rows=tuple(rows), widths=(1.1, 4.6, 2.4, 2.4, 2.4, 2.4, 2, 4.6, 4)),
    ]
    return Document(language="es", content=content), truth
