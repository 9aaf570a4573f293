"""Chile: percentages beside drawn bars, `Hito 3.2` in the number's cell, planned and actual dates in columns.

The PDF draws the bars as coloured rectangles within the cell (they are no ratings); in Word they are shaded runs of spaces. Bodies stand in a line below
the heading, a note under each table.
"""

from tests.reports.builders.markup import Document, Para, Run, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
PARTS = (
    (
        "1",
        "Acceso a la información en municipios",
        "Consejo para la Transparencia Municipal",
        (
            (
                "1.1",
                "Elaborar una guía para municipios",
                "01/03/2021",
                "2021-03-01",
                "30/06/2021",
                "2021-06-30",
                "100%",
                100,
                "La guía fue distribuida a 120 municipios.",
                None,
            ),
            (
                "1.2",
                "Capacitar a funcionarios",
                "15/07/2021",
                "2021-07-15",
                "31/12/2021",
                "2021-12-31",
                "62,5%",
                62.5,
                "Se capacitó a 250 de 400 funcionarios.",
                "Completar las capacitaciones en abril.",
            ),
        ),
    ),
    (
        "2",
        "Justicia en lenguaje claro",
        "Ministerio de Justicia",
        (
            (
                "2.1",
                "Traducir sentencias a lenguaje claro",
                "02/05/2021",
                "2021-05-02",
                "20/11/2021",
                "2021-11-20",
                "40%",
                40,
                "Se tradujeron ocho sentencias.",
                "Traducir otras doce sentencias.",
            ),
            (
                "2.2",
                "Evaluar la comprensión con usuarios",
                "17/01/2022",
                "2022-01-17",
                "29/04/2022",
                "2022-04-29",
                None,
                None,
                "Se diseñó la encuesta.",
                "Aplicar la encuesta en tres tribunales.",
            ),
            (
                "2.3",
                "Publicar el repositorio",
                "16/05/2022",
                "2022-05-16",
                "31/08/2022",
                "2022-08-31",
                "0%",
                0,
                "No se ha iniciado el desarrollo.",
                "Licitar el desarrollo.",
            ),
        ),
    ),
)


def bar(share: str | None, value: float | None) -> tuple[Para, ...]:
    """Return a percentage and a bar as long."""
    if share is None:
        return ()
    words = Run(text=share)
    wide = round((value or 0) / 10)
    html = f'<span style="display:inline-block;width:{(value or 0) * 0.018:.2f}cm;height:5pt;background:#1F77B4"></span>'
    drawn = Run(
        xml=f'<w:r><w:rPr><w:shd w:val="clear" w:color="auto" w:fill="1F77B4"/></w:rPr><w:t xml:space="preserve">{" " * wide}</w:t></w:r>'
        if wide
        else "",
        html=html,
    )
    return (Para(runs=(words,)), Para(runs=(drawn,)))


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        dates=True,
        country="Chile",
        country_code="CHL",
        country_text="Chile",
        or_country_text=["República de Chile"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="midterm",
        date_prepared="2022-01-28",
        date_prepared_text="28 de enero de 2022",
        language="es",
        rating_scheme="percent",
    )
    content = [
        title("Reporte de autoevaluación de medio término"),
        p("Quinto Plan de Acción de Gobierno Abierto 2020-2022"),
        p("Chile"),
        p("Fecha de elaboración: 28 de enero de 2022"),
        h1("Presentación"),
        p("El plan se construyó en mesas regionales."),
        h1("Avances"),
    ]
    for number, name, body, rows in PARTS:
        truth.commitment(number, name, lead_institution=body)
        made = [
            heads("Hito", "Fecha de inicio", "Fecha de término", "Grado de cumplimiento", "Actividades realizadas", "Próximos pasos", fill="FCE4D6")
        ]
        for ref, what, start, day0, end, day, share, value, done, steps in rows:
            made.append((cell(f"Hito {ref}: {what}"), cell(start), cell(end), cell(bar(share, value)), cell(done), cell(steps)))
            truth.milestone(
                ref,
                what,
                or_milestone_number=[f"Hito {ref}"],
                percent_complete=value,
                rating_text=share,
                rating_basis="percent" if share else None,
                rating_fill=...,
                evidence=done,
                next_steps=steps,
                start_date=day0,
                end_date=day,
                start_date_text=start,
                end_date_text=end,
                or_completion=["complete"] if value == 100 else [],
            )
        content += [
            h2(f"Compromiso {number}. {name}"),
            p(f"Institución responsable: {body}"),
            Table(rows=tuple(made), widths=(6, 2.4, 2.4, 2.8, 6, 5.5)),
            p("Nota: los avances fueron informados por la institución responsable."),
        ]
    return Document(language="es", content=content), truth
