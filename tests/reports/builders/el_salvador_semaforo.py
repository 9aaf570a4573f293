"""El Salvador: the rating stands first, a traffic light of five colours (two greens, grey for withdrawn), explained by a table after the grids.

Numbers like C1H2, a percentage beside the light, a table per commitment; the caption above each table names the commitment.
"""

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Document, Para, Table, cell, h1, h2, p, runs, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
COLOURS = {
    "dark": ("00843D", "green"),
    "light": ("A8D08D", "green"),
    "yellow": ("FFD966", "amber"),
    "red": ("E06666", "red"),
    "grey": ("A6A6A6", None),
}
LEGEND = (
    ("dark", "Cumplido en su totalidad"),
    ("light", "Avance sustancial"),
    ("yellow", "Avance limitado"),
    ("red", "Sin iniciar"),
    ("grey", "Retirado"),
)
PARTS = (
    (
        "1",
        "Gestión del presupuesto en línea",
        "Ministerio de Hacienda",
        (
            (
                "C1H1",
                "Publicar el presupuesto en formato abierto",
                "dark",
                "100%",
                "El presupuesto se publicó el 15 de enero de 2019.",
                "Portal fiscal",
                None,
            ),
            (
                "C1H2",
                "Capacitar a 40 periodistas",
                "light",
                "80%",
                "Se capacitó a 32 periodistas en dos talleres.",
                "Listas de asistencia",
                "Realizar un tercer taller en mayo.",
            ),
            (
                "C1H3",
                "Crear un visor de obra pública",
                "yellow",
                "35%",
                "El diseño del visor está aprobado.",
                "Acta de aprobación",
                "Contratar el desarrollo del visor.",
            ),
        ),
    ),
    (
        "2",
        "Salud y derecho a la información",
        "Ministerio de Salud",
        (
            ("C2H1", "Publicar el abastecimiento de medicamentos", "red", "0%", "No se asignaron recursos.", None, "Solicitar recursos para 2020."),
            ("C2H2", "Instalar pantallas informativas en hospitales", "grey", None, "El hito fue retirado en la revisión del plan.", None, None),
            ("C2H3", "Formar comités de usuarios", "light", "75%", "Funcionan comités en 9 de 12 hospitales.", "Actas de los comités", None),
            (
                "C2H4",
                "Abrir un buzón de denuncias",
                None,
                None,
                "El buzón recibe denuncias desde marzo de 2019.",
                "Buzón",
                "Publicar estadísticas trimestrales.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="El Salvador",
        country_code="SLV",
        country_text="El Salvador",
        or_country_text=["República de El Salvador"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="midterm",
        date_prepared="2019-09-02",
        date_prepared_text="2 de septiembre de 2019",
        language="es",
    )
    content = [
        title("Informe de autoevaluación de medio término"),
        p("Cuarto Plan de Acción de Gobierno Abierto 2018-2020"),
        p("República de El Salvador"),
        p("San Salvador, 2 de septiembre de 2019"),
        h1("Metodología"),
        p("Cada institución llenó la matriz y adjuntó los medios de verificación."),
        h1("Matriz de avance"),
    ]
    for number, name, body, rows in PARTS:
        truth.commitment(number, name, lead_institution=body)
        grid = Grid(
            truth,
            (
                ("rating", "Semáforo", 2),
                ("number", "Código", 1.6),
                ("title", "Hito", 5),
                ("percent", "% de avance", 2),
                ("evidence", "Descripción del avance", 6.5),
                ("proof", "Medios de verificación", 3.5),
                ("next_steps", "Próximas acciones", 4.5),
            ),
            fill="BDD7EE",
        )
        grid.extra = []
        for ref, what, light, share, done, proof, steps in rows:
            fill, rating = COLOURS[light] if light else (None, None)
            gone = light == "grey"
            meaning: dict[str, object] = {"rating": rating, "rating_fill": fill, "rating_text": ..., "rating_basis": "fill" if rating else ...}
            meaning |= {"percent_complete": float(share[:-1]) if share else None, "completion": "withdrawn" if gone else None}
            if gone:
                meaning |= {"rating_fill": ..., "rating_text": "Retirado"}
            elif share == "100%":
                meaning["or_completion"] = ["complete"]
            grid.row(
                ref,
                (cell("Retirado" if gone else None, fill), meaning),
                title=what,
                cells={"percent": cell(share), "proof": cell(proof)},
                evidence=done,
                next_steps=steps,
                truth={"evidence": ...},
            )
        content += [
            h2(f"Compromiso {number}: {name}"),
            p(f"Institución responsable: {body}"),
            Para(runs=runs(f"Tabla {number}. Avance de los hitos del compromiso {number}"), style="caption"),
            grid.table(),
        ]
    legend = Table(rows=(tuple(cell(t, COLOURS[c][0]) for c, t in LEGEND),), widths=(4, 4, 4, 4, 4), head=0)
    content += [p("Significado del semáforo:"), legend, h1("Conclusiones"), p("El plan continúa hasta diciembre de 2020.")]
    return Document(language="es", content=content), truth
