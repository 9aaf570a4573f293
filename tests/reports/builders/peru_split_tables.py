"""Peru: the grid is cut into three tables, of which only the first has a heading row; blank rows within; one band is not bold and has no fill.

Between the pieces stand paragraphs that are no headings. A table of the budget and one of signatures stay out.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
DONE = worded("Completado", "green", "complete")
MOST = worded("Sustancial", "green", "substantial")
SOME = worded("Limitado", "amber", "limited")
NONE = worded("No iniciado", "red", "not_started")
VOID = worded(None, None)
COLUMNS = (
    ("number", "N°", 1.3),
    ("title", "Hito", 5),
    ("rating", "Nivel de cumplimiento", 3),
    ("evidence", "Evidencias", 7.4),
    ("next_steps", "Próximos pasos", 6),
)
CLAIM = "De los siete hitos, dos están completados y uno no se ha iniciado."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Peru",
        country_code="PER",
        country_text="República del Perú",
        or_country_text=["Perú"],
        period_start_year=2023,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2025-01-24",
        date_prepared_text="24 de enero de 2025",
        language="es",
        title="Informe final de autoevaluación",
        or_title=["Informe final de autoevaluación Plan de Acción de Gobierno Abierto 2023-2024"],
        rating_scheme="completion",
    )
    grid = Grid(truth, COLUMNS)
    blank = tuple(cell(None) for _ in COLUMNS)
    truth.commitment("1", "Transparencia en obras públicas")
    grid.band("Compromiso 1: Transparencia en obras públicas")
    grid.row("1.1", DONE, title="Publicar el avance de las obras", evidence="Se publica el avance de 3 120 obras.")
    grid.row(
        "1.2",
        SOME,
        title="Instalar comités de vigilancia",
        evidence="Funcionan comités en siete regiones.",
        next_steps="Instalar comités en las demás regiones.",
    )
    grid.rows.append(blank)
    grid.row("1.3", NONE, title="Abrir los datos de supervisión", evidence="No hubo avances.", next_steps="Acordar el formato con la Contraloría.")
    truth.commitment("2", "Agua y saneamiento rural")
    grid.rows.append((cell("Compromiso 2: Agua y saneamiento rural", across=5),))
    grid.row(
        "2.1",
        MOST,
        title="Registrar los sistemas de agua",
        evidence="Están registrados 18 400 sistemas.",
        next_steps="Registrar los sistemas de la selva.",
    )
    grid.row("2.2", DONE, title="Publicar la calidad del agua", evidence="Los resultados se publican cada mes.")
    grid.rows.append(blank)
    truth.commitment("3", "Justicia abierta")
    grid.band("Compromiso 3: Justicia abierta")
    grid.row(
        "3.1", MOST, title="Publicar sentencias en lenguaje claro", evidence="Se publicaron 95 resúmenes.", next_steps="Publicar 200 resúmenes más."
    )
    grid.row("3.2", VOID, title="Encuestar a los usuarios", evidence="La encuesta está diseñada.", next_steps="Aplicar la encuesta.")
    first, second = 6, 10
    tables = [
        Table(rows=tuple(grid.rows[:first]), widths=grid.widths),
        Table(rows=tuple(grid.rows[first:second]), widths=grid.widths, head=0),
        Table(rows=tuple(grid.rows[second:]), widths=grid.widths, head=0),
    ]
    section = "Conclusiones"
    truth.claim(CLAIM, 7, section=section)
    truth.claim(CLAIM, 2, completion="complete", or_rating=["green"], section=section)
    truth.claim(CLAIM, 1, completion="not_started", or_rating=["red"], section=section)
    money = Table(
        rows=(heads("Compromiso", "Presupuesto (S/)"), (cell("1"), cell("1 200 000")), (cell("2"), cell("860 000")), (cell("3"), cell("310 000"))),
        widths=(5, 6),
    )
    signed = Table(rows=((cell("Rosa Ejemplo"), cell("Luis Ejemplo")), (cell("Secretaria técnica"), cell("Coordinador"))), widths=(7, 7), head=0)
    truth.set_aside("other_table", "860 000", "Rosa Ejemplo")
    content = [
        title("Informe final de autoevaluación"),
        p("Plan de Acción de Gobierno Abierto 2023-2024"),
        p("República del Perú"),
        p("Fecha de elaboración: 24 de enero de 2025"),
        h1("Cumplimiento de los hitos"),
        tables[0],
        p("(continúa en la página siguiente)"),
        tables[1],
        p("(continuación)"),
        tables[2],
        h1(section),
        p(CLAIM),
        h1("Presupuesto"),
        money,
        h1("Firmas"),
        signed,
    ]
    return Document(language="es", content=content), truth
