"""Mexico: a dashboard with a percentage on a coloured ground; the legend gives ranges of percentages to the colours; a table per commitment.

Numbers like 2.A, the body in the heading row's band; one cell is blank and white, one holds `N/D`.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
FILLS = {"green": "63BE7B", "amber": "FFEB84", "red": "F8696B"}
PARTS = (
    (
        "1",
        "Agua y datos abiertos",
        "Comisión del Agua",
        (
            ("1.A", "Publicar la calidad del agua", "green", 95, "Se publican datos de 290 pozos.", "Agregar 15 pozos."),
            ("1.B", "Crear un observatorio", "amber", 50, "Se firmó el convenio con dos universidades.", "Instalar el observatorio."),
            ("1.C", "Realizar foros regionales", "red", 10, "Se celebró un foro de diez.", "Celebrar los demás foros."),
        ),
    ),
    (
        "2",
        "Cuidados y presupuesto",
        "Instituto de las Mujeres",
        (
            ("2.A", "Elaborar un diagnóstico", "green", 100, "El diagnóstico se presentó el 8 de marzo de 2021.", None),
            ("2.B", "Mapear los servicios", None, None, "El mapa cubre tres estados.", "Cubrir los demás estados."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Mexico",
        country_code="MEX",
        country_text="México",
        or_country_text=["Estados Unidos Mexicanos"],
        period_start_year=2019,
        period_end_year=2021,
        report_kind="end_of_term",
        date_prepared="2021-12-06",
        date_prepared_text="6 de diciembre de 2021",
        language="es",
    )
    legend = Table(
        rows=((cell("De 80 a 100%", FILLS["green"]), cell("De 40 a 79%", FILLS["amber"]), cell("De 0 a 39%", FILLS["red"])),),
        widths=(5, 5, 5),
        head=0,
    )
    content: list[object] = [
        title("Informe de autoevaluación de fin de término"),
        p("Cuarto Plan de Acción Nacional 2019-2021 de la Alianza para el Gobierno Abierto"),
        p("México"),
        p("Fecha: 6 de diciembre de 2021"),
        h1("Tablero de control"),
        p("Los colores indican el porcentaje de avance:"),
        legend,
    ]
    for number, name, body, lines in PARTS:
        truth.commitment(number, name, lead_institution=body)
        made = [heads("Núm.", "Actividad", "% de avance", "Logros", "Pasos a seguir", fill="BFBFBF")]
        for ref, what, light, share, done, steps in lines:
            made.append((cell(ref), cell(what), cell(f"{share}%" if share is not None else "N/D", FILLS.get(light)), cell(done), cell(steps)))
            truth.milestone(
                ref,
                what,
                rating=light,
                rating_fill=FILLS.get(light),
                percent_complete=share,
                rating_text=f"{share}%" if share is not None else None,
                rating_basis="fill" if light else None,
                or_rating_basis=["percent"] if light else [],
                or_completion=["complete"] if share == 100 else [],
                evidence=done,
                next_steps=steps,
            )
        content += [h2(f"Compromiso {number}: {name}"), p(f"Dependencia responsable: {body}"), Table(rows=tuple(made), widths=(1.5, 6, 2.5, 7.5, 6))]
    return Document(language="es", content=content, font="DejaVu Serif"), truth
