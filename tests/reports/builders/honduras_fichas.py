"""Honduras: a form per commitment in Spanish with status words of its own (`Finalizado`, `En proceso`, `Sin iniciar`), explained by a list before the forms.

The milestones stand as rows in the form below their heading row (Hito, Estado, Avance, Pendiente); a table of observations follows each form:
body, date, observation, reply. One observation has a date that is only a month.
"""

import datetime as dt

from tests.reports.builders.markup import Cell, Document, Table, cell, h1, h2, heads, p, paras, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Finalizado": ("green", "complete"), "En proceso": ("amber", None), "Sin iniciar": ("red", "not_started"), None: (None, None)}
PARTS = (
    (
        "1",
        "Compras públicas abiertas",
        "Oficina de Contratación",
        "Los proveedores pequeños no conocen los procesos.",
        (
            ("1.1", "Publicar el plan anual de compras", "Finalizado", "Se publicó el plan el 31 de enero de 2017.", None),
            ("1.2", "Crear un módulo de alertas", "En proceso", "El módulo está en pruebas.", "Habilitar el módulo para todos los usuarios."),
        ),
        (("Red Cívica Hondureña", "8 de marzo de 2018", dt.date(2018, 3, 8), "El plan no incluye a las municipalidades.", "Se incluirán en 2019."),),
    ),
    (
        "2",
        "Mesas de salud",
        "Secretaría de Salud",
        "No hay un espacio de diálogo en los hospitales.",
        (
            ("2.1", "Instalar mesas en cinco hospitales", "En proceso", "Funcionan tres mesas.", "Instalar dos mesas."),
            ("2.2", "Publicar inventarios de medicinas", "Sin iniciar", "Falta el sistema.", "Adquirir el sistema."),
            ("2.3", "Capacitar a voluntarios", None, "Se capacitó a 45 voluntarios.", "Capacitar a otros 30."),
        ),
        (
            ("Foro de Pacientes", "22 de marzo de 2018", dt.date(2018, 3, 22), "Las mesas deberían reunirse cada mes.", None),
            ("Colegio de Farmacéuticos", "marzo de 2018", None, "Ofrecemos apoyo para el inventario.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Honduras",
        country_code="HND",
        country_text="República de Honduras",
        or_country_text=["Honduras"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="end_of_term",
        date_prepared="2018-04-20",
        date_prepared_text="20 de abril de 2018",
        language="es",
    )
    content: list[object] = [
        title("Informe final de autoevaluación del III Plan de Acción de Gobierno Abierto 2016-2018"),
        p("República de Honduras"),
        p("Tegucigalpa, 20 de abril de 2018"),
        h1("Metodología"),
        *paras(
            "El estado de cada hito se indica así:\n• Finalizado: el producto fue entregado (verde)\n• En proceso: hay avances (amarillo)\n• Sin iniciar: no hay avances (rojo)"
        ),
        h1("Fichas de compromisos"),
    ]
    for number, name, body, problem, lines, said in PARTS:
        wide = {"across": 3}
        owner = truth.commitment(number, name, lead_institution=body, problem=problem)
        made: list[tuple[Cell, ...]] = [
            (cell("Compromiso", bold=True), cell(f"{number}. {name}", **wide)),
            (cell("Institución responsable", bold=True), cell(body, **wide)),
            (cell("Problemática", bold=True), cell(problem, **wide)),
            heads("Hito", "Estado", "Avance", "Pendiente"),
        ]
        for ref, what, word, done, steps in lines:
            made.append((cell(f"{ref} {what}"), cell(word), cell(done), cell(steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=[None] if level == "not_started" else ["limited"] if word == "En proceso" else [],
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                next_steps=steps,
            )
        spoken = [heads("Organización", "Fecha", "Observación", "Respuesta")]
        for who, when, day, text, answer in said:
            spoken.append((cell(who), cell(when), cell(text), cell(answer)))
            note = truth.comment(owner, who, day, when, text, response=answer, organisation_kind=..., section=...)
            if day is None:
                truth.finding("comment.date.unreadable", note)
        content += [
            h2(f"Ficha {number}"),
            Table(rows=tuple(made), widths=(5.5, 2.8, 5.5, 4.5), head=0),
            p("**Observaciones de la sociedad civil**"),
            Table(rows=tuple(spoken), widths=(4.5, 3.5, 6, 4.3)),
        ]
    return Document(language="es", content=content, landscape=False, size=9), truth
