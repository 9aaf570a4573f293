"""Uruguay, in Spanish: the form of 2017 with a field per row; the milestones stand in a table nested in a cell (1) or in a table that follows (2).

Ticks at two levels: the commitment's own, and each milestone's. Dates by month and by day; one milestone has no tick.
"""

from tests.reports.builders.markup import Cell, Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LEVELS = (
    ("No iniciado", "red", "not_started"),
    ("Limitado", "amber", "limited"),
    ("Sustancial", "green", "substantial"),
    ("Completo", "green", "complete"),
)
PARTS = (
    (
        "1",
        "Datos abiertos de transporte",
        "Ministerio de Transporte y Obras Públicas",
        "Publicar los recorridos y horarios de todas las líneas.",
        2,
        "Se publicaron los datos de 16 departamentos.",
        "Publicar los datos de los tres departamentos restantes.",
        (
            ("1.1", "Definir el formato de los datos", "marzo de 2022", "2022-03-01", "15 de junio de 2022", "2022-06-15", 3),
            ("1.2", "Publicar horarios urbanos", "julio de 2022", "2022-07-01", "diciembre de 2023", "2023-12-31", 1),
            ("1.3", "Realizar una maratón de datos", "1 de mayo de 2023", "2023-05-01", "31 de mayo de 2023", "2023-05-31", None),
        ),
    ),
    (
        "2",
        "Agenda de salud por telefonía",
        "Administración de los Servicios de Salud",
        "Dar cita por teléfono y por mensajes en todo el país.",
        1,
        "La agenda funciona en cuatro hospitales.",
        "Extender la agenda a los centros rurales.",
        (
            ("2.1", "Contratar el servicio", "abril de 2022", "2022-04-01", "agosto de 2022", "2022-08-31", 2),
            ("2.2", "Capacitar al personal", "septiembre de 2022", "2022-09-01", "noviembre de 2023", "2023-11-30", 0),
        ),
    ),
)


def marks(level: int | None) -> tuple[Cell, ...]:
    """Return four cells, one ticked."""
    return tuple(cell("✓" if n == level else None) for n in range(4))


def meaning(level: int | None) -> dict[str, object]:
    """Return what a tick means."""
    words, rating, completion = LEVELS[level] if level is not None else (None, None, None)
    return {"rating": rating, "completion": completion, "rating_text": words, "rating_basis": "mark" if words else None}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=(),
        dates=True,
        country="Uruguay",
        country_code="URY",
        country_text="Uruguay",
        or_country_text=["República Oriental del Uruguay"],
        period_start_year=2021,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2024-12-18",
        date_prepared_text="18 de diciembre de 2024",
        language="es",
        title="Informe final de autoevaluación",
        or_title=["Informe final de autoevaluación Quinto Plan de Acción Nacional 2021-2024"],
        rating_scheme="completion",
    )
    truth.not_judged += ["milestone.next_steps.missing", "milestone.evidence.missing", "milestone.reasons.missing", "date.ambiguous"]
    content = [
        title("Informe final de autoevaluación"),
        p("Quinto Plan de Acción Nacional 2021-2024"),
        p("Uruguay"),
        p("Fecha de elaboración: 18 de diciembre de 2024"),
        h1("Avance de los compromisos"),
    ]
    for number, name, body, what, level, proof, steps, milestones in PARTS:
        heads = tuple(cell(t, bold=True) for t in ("Hito", "Fecha de inicio", "Fecha de finalización", *(words for words, _, _ in LEVELS)))
        lines = tuple((cell(f"{ref} {title_}"), cell(start), cell(end), *marks(tick)) for ref, title_, start, _, end, _, tick in milestones)
        inner = Table(rows=(heads, *lines), widths=(4.2, 2.1, 2.3, 1.5, 1.5, 1.7, 1.7) if number == "1" else (5, 2.6, 2.8, 1.7, 1.6, 1.9, 1.8))
        wide = {"across": 4}
        rows = [
            (cell(f"Compromiso {number}: {name}", "D9D9D9", across=5, bold=True),),
            (cell("Institución responsable", bold=True), cell(body, **wide)),
            (cell("Descripción del compromiso", bold=True), cell(what, **wide)),
            (cell("Nivel de cumplimiento", bold=True, down=2), *(cell(words) for words, _, _ in LEVELS)),
            marks(level),
            (cell("Resultados", bold=True), cell(proof, **wide)),
            (cell("Próximos pasos", bold=True), cell(steps, **wide)),
        ]
        if number == "1":
            rows.append((cell("Hitos", bold=True, across=5),))
            rows.append((cell(inner, across=5),))
        content.append(Table(rows=tuple(rows), widths=(4.6, 3.2, 3.2, 3.2, 3.2), head=0))
        content += [p("")] if number == "1" else [p("Hitos del compromiso 2"), inner]
        known = {"lead_institution": body, "description": what, "evidence": proof, "next_steps": steps}
        truth.commitment(number, name, **known, **meaning(level))
        for ref, title_, start, start_day, end, end_day, tick in milestones:
            dates = {"start_date": start_day, "end_date": end_day, "start_date_text": start, "end_date_text": end}
            truth.milestone(ref, title_, **meaning(tick), **dates)
    return Document(language="es", content=content, landscape=False), truth
