"""Spain: rows longer than half a page that break over pages, horizontal rules only, the heading row on the first page alone; soft hyphens in words.

In the PDF words are parted at line ends, `2018-2021` and `físico-química` must keep their hyphens. A comment crosses a page's end.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, filled
from tests.reports.builders.markup import Document, cell, h1, p, paras, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
SOFT = "\u00ad"
LONG = (
    "Las administraciones participantes celebraron {n} reuniones de coordinación y publicaron las actas en el portal de transparencia. "
    "Se incorporaron los conjuntos de datos del periodo 2018-2021 y se describieron con el vocabulario común, incluida la información "
    "físico-química de las estaciones de medida. Los responsables verificaron la accesibilidad de las páginas, corrigieron las incidencias "
    "detectadas por las personas usuarias y documentaron el procedimiento de actualización."
)
PARTED = {
    "administraciones": "admi-nis-tra-cio-nes",
    "participantes": "par-ti-ci-pan-tes",
    "coordinación": "coor-di-na-ción",
    "transparencia": "trans-pa-ren-cia",
    "incorporaron": "in-cor-po-ra-ron",
    "describieron": "des-cri-bie-ron",
    "vocabulario": "vo-ca-bu-la-rio",
    "información": "in-for-ma-ción",
    "responsables": "res-pon-sa-bles",
    "verificaron": "ve-ri-fi-ca-ron",
    "accesibilidad": "ac-ce-si-bi-li-dad",
    "incidencias": "in-ci-den-cias",
    "documentaron": "do-cu-men-ta-ron",
    "procedimiento": "pro-ce-di-mien-to",
    "actualización": "ac-tua-li-za-ción",
}
SAID = (
    "Las actas del segundo semestre no se han publicado. La documentación del procedimiento tampoco figura en el portal, aunque se anunció en la "
    "reunión de marzo. Solicitamos que se vuelva a evaluar este hito cuando se publiquen."
)


def parted(text: str) -> str:
    """Return the text with soft hyphens in its long words."""
    for word, pieces in PARTED.items():
        text = text.replace(word, pieces.replace("-", SOFT))
    return text


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Spain",
        country_code="ESP",
        country_text="España",
        or_country_text=["Reino de España"],
        period_start_year=2020,
        period_end_year=2024,
        report_kind="midterm",
        date_prepared="2022-12-20",
        date_prepared_text="20 de diciembre de 2022",
        language="es",
        title="Informe de autoevaluación intermedio",
        or_title=["Informe de autoevaluación intermedio IV Plan de Gobierno Abierto 2020-2024"],
        rating_scheme="colour",
    )
    columns = (
        ("number", "N.º", 1.2),
        ("title", "Hito", 3.4),
        ("rating", "Valoración", 2.2),
        ("evidence", "Evidencias", 4.4),
        ("reasons", "Motivos", 3),
        ("next_steps", "Próximos pasos", 3),
    )
    grid = Grid(truth, columns)
    names = (
        "Publicar datos de agua",
        "Publicar datos de aire",
        "Publicar datos de ruido",
        "Publicar datos de residuos",
        "Publicar datos de costas",
        "Publicar datos de suelos",
    )
    ratings = ("green", "amber", "green", "red", None, "green")
    last = ""
    for index, (name, rating) in enumerate(zip(names, ratings, strict=True)):
        commitment, order = divmod(index, 3)
        if order == 0:
            what = ("Datos ambientales abiertos", "Territorio y litoral")[commitment]
            truth.commitment(str(commitment + 1), what)
            grid.band(f"Compromiso {commitment + 1}: {what}")
        text = LONG.format(n=index + 4)
        blocks = [*paras(parted(text))]
        if index == 2:
            blocks += [*paras("**Asociación Ríos Vivos (9 de enero de 2023):**"), *paras(SAID)]
        row_id = grid.row(
            f"{commitment + 1}.{order + 1}",
            filled(rating),
            title=name,
            evidence=text,
            cells={"evidence": cell(blocks)},
            reasons=f"Motivo {index + 1}: coordinación entre servicios.",
            next_steps=None if index == 5 else f"Ampliar la publicación a {index + 2} provincias.",
        )
        last = row_id if index == 2 else last
    truth.comment(
        last,
        "Asociación Ríos Vivos",
        dt.date(2023, 1, 9),
        "9 de enero de 2023",
        SAID,
        organisation_kind="ngo",
        proposal_text="Solicitamos que se vuelva a evaluar este hito cuando se publiquen.",
        asks_reevaluation=True,
        section=None,
    )
    content = [
        title("Informe de autoevaluación intermedio"),
        p("IV Plan de Gobierno Abierto 2020-2024"),
        p("España"),
        p("Fecha de elaboración: 20 de diciembre de 2022"),
        h1("Valoración de los compromisos"),
        p("Verde: finalizado o avance sustancial; Ámbar: avance limitado; Rojo: no iniciado o con retraso grave"),
        grid.table(rules="rows", repeat=False),
    ]
    return Document(language="es", content=content, landscape=False, size=11), truth
