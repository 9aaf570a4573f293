"""Colombia: commitments A and B, milestones A1, A2, B1; `Estado` with coloured words (font colour) and a column of comments received.

The cover gives country and period in one line; a table of responsible persons stands before the grid and stays out.
"""

import datetime as dt

from tests.reports.builders.markup import Document, Run, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
STATES = {"Cumplido": ("00803C", "green", "complete"), "Con avances": ("C98A00", "amber", None), "Sin avances": ("C00000", "red", "not_started")}
PARTS = (
    (
        "A",
        "Regalías con ojos ciudadanos",
        (
            ("A1", "Publicar los proyectos de regalías", "Cumplido", "Se publicaron 2.340 proyectos.", "Actualizar los datos cada mes.", None),
            (
                "A2",
                "Capacitar a veedores",
                "Con avances",
                "Se capacitó a 180 veedores de 300.",
                "Capacitar a los 120 restantes.",
                (
                    "Red de Veedores (18 de junio de 2019):",
                    "Red de Veedores",
                    "18 de junio de 2019",
                    dt.date(2019, 6, 18),
                    "Pedimos talleres en la costa.",
                ),
            ),
        ),
    ),
    (
        "B",
        "Justicia abierta",
        (
            ("B1", "Publicar las agendas de los jueces", "Sin avances", "No se ha definido el formato.", "Definir el formato.", None),
            ("B2", "Abrir las audiencias", "Cumplido", "Las audiencias se transmiten desde febrero.", None, None),
            ("B3", "Medir la satisfacción", None, "La encuesta está en diseño.", "Aplicar la encuesta.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Colombia",
        country_code="COL",
        country_text="Colombia",
        or_country_text=["República de Colombia"],
        period_start_year=2017,
        period_end_year=2019,
        report_kind="end_of_term",
        date_prepared="2019-07-31",
        date_prepared_text="31 de julio de 2019",
        language="es",
    )
    rows = [heads("Código", "Hito", "Estado", "Acciones realizadas", "Acciones pendientes", "Comentarios recibidos", fill="DDD9C4")]
    said = []
    for letter, name, lines in PARTS:
        rows.append((cell(f"Compromiso {letter}: {name}", "EEECE1", across=6, bold=True),))
        truth.commitment(letter, name)
        for ref, what, word, done, steps, comment in lines:
            colour, rating, level = STATES.get(word, (None, None, None))
            text = f"**{comment[0]}**\n{comment[4]}" if comment else None
            rows.append(
                (cell(ref), cell(what), cell(Run(text=word, colour=colour, bold=True) if word else None), cell(done), cell(steps), cell(text))
            )
            owner = truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=["limited"] if word == "Con avances" else [None] if level == "not_started" else [],
                rating_text=word,
                rating_fill=...,
                rating_basis=...,
                evidence=done,
                next_steps=steps,
            )
            if comment:
                said.append((owner, comment))
    for owner, (_, who, when, day, text) in said:
        truth.comment(owner, who, day, when, text, organisation_kind=...)
    people = Table(
        rows=(heads("Entidad", "Enlace", "Teléfono"), (cell("Departamento de Planeación"), cell("Clara Ficticia"), cell("555 01 23"))),
        widths=(8, 6, 4),
    )
    truth.set_aside("other_table", "Clara Ficticia")
    content = [
        title("Informe final de autoevaluación"),
        p("Colombia – III Plan de Acción de Estado Abierto 2017-2019"),
        p("Bogotá, 31 de julio de 2019"),
        h1("Equipo responsable"),
        people,
        h1("Avance por hito"),
        p("Convenciones: Cumplido (verde), Con avances (amarillo), Sin avances (rojo)"),
        Table(rows=tuple(rows), widths=(1.6, 5.2, 2.5, 6, 5, 5.5)),
    ]
    return Document(language="es", content=content), truth
