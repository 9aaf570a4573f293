"""Costa Rica: ratings as drawn ellipses (three rows) and as pictures of a coloured square (two rows), no fills and no words.

Comment openers of four kinds: `[Body, date]`, `Comentario de … el … –` with the text on the same line, several bodies in one header, undated.
"""

import datetime as dt
import struct
import zlib

from tests.reports.builders.grid import GREEN, RED, Grid
from tests.reports.builders.markup import Cell, Document, Run, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
SHADE = {"green": GREEN, "amber": "FFC000", "red": RED}
SIDE = 12
FIRST = "El portal no incluye a las instituciones autónomas. Proponemos cambiar la calificación a amarillo."
SECOND = "faltan datos de 2023."
THIRD = "Apoyamos la calificación verde."
FOURTH = "El taller fue muy útil."
DRAWING = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="228600" cy="228600"/><wp:docPr id="{id}" name="{name} {id}"/><a:graphic>'
    '<a:graphicData uri="{uri}">{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)
FRAME = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="228600" cy="228600"/></a:xfrm><a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'


def square(colour: str) -> bytes:
    """Return a small PNG of one colour."""

    def chunk(kind: bytes, value: bytes) -> bytes:
        return struct.pack(">I", len(value)) + kind + value + struct.pack(">I", zlib.crc32(kind + value))

    line = b"\0" + bytes.fromhex(colour) * SIDE
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line * SIDE)) + chunk(b"IEND", b"")


def ellipse(rating: str, number: int) -> tuple[Cell, dict[str, object]]:
    """Return a cell with a drawn ellipse."""
    look = FRAME.format(form="ellipse") + f'<a:solidFill><a:srgbClr val="{SHADE[rating]}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    inner = f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{look}</wps:spPr><wps:bodyPr/></wps:wsp>"
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return _drawn(rating, DRAWING.format(id=number, name="Elipse", uri=uri, inner=inner))


def picture(rating: str, number: int) -> tuple[Cell, dict[str, object]]:
    """Return a cell with a picture of a coloured square."""
    inner = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="c.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{rating}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>{FRAME.format(form='rect')}</pic:spPr></pic:pic>"
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return _drawn(rating, DRAWING.format(id=number, name="Imagen", uri=uri, inner=inner))


def _drawn(rating: str, xml: str) -> tuple[Cell, dict[str, object]]:
    return cell(Run(xml=xml)), {"rating": rating, "rating_fill": SHADE[rating], "rating_basis": "shape", "rating_text": None}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Costa Rica",
        country_code="CRI",
        country_text="Costa Rica",
        period_start_year=2023,
        period_end_year=2027,
        report_kind="midterm",
        date_prepared="2024-11-11",
        date_prepared_text="11 de noviembre de 2024",
        language="es",
        title="Informe de medio término de autoevaluación",
        or_title=["Informe de medio término de autoevaluación Plan de Acción de Estado Abierto 2023-2027"],
    )
    columns = (
        ("number", "N.º", 1.2),
        ("title", "Hito", 4.6),
        ("rating", "Calificación", 2.4),
        ("evidence", "Evidencia", 8),
        ("reasons", "Razones de la calificación", 4.6),
        ("next_steps", "Próximos pasos", 4.6),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Portal único de contrataciones")
    grid.band("Compromiso 1: Portal único de contrataciones")
    one = grid.row(
        "1.1",
        ellipse("green", 1),
        title="Publicar los contratos en línea",
        evidence="El portal reúne 5 210 contratos.",
        after=f"**[Fundación Río Claro, 14 de noviembre de 2024]**\n{FIRST}",
        reasons="Se cumplió la meta.",
        next_steps="Incorporar a las municipalidades.",
    )
    two = grid.row(
        "1.2",
        ellipse("amber", 2),
        title="Abrir los datos históricos",
        evidence="Se publicaron los años 2019 a 2022.",
        after=f"**Comentario de Observatorio Cívico Nacional el 18 de noviembre de 2024 –** {SECOND}",
        reasons="Faltó personal.",
        next_steps="Publicar 2023 y 2024.",
    )
    three = grid.row(
        "1.3",
        picture("green", 3),
        title="Capacitar a proveedores",
        evidence="Se capacitó a 640 personas.",
        after=f"**Fundación Río Claro y Red de Archivos (20 de noviembre de 2024):**\n{THIRD}",
        reasons="Se superó la meta.",
        next_steps="Repetir los cursos.",
    )
    truth.commitment("2", "Participación juvenil")
    grid.band("Compromiso 2: Participación juvenil")
    four = grid.row(
        "2.1",
        picture("amber", 4),
        title="Realizar talleres en los cantones",
        evidence="Hubo talleres en 19 cantones.",
        after=f"**Comentario de la Asociación Juvenil Pacífico (sin fecha):**\n{FOURTH}",
        reasons="Lluvias en octubre.",
        next_steps="Visitar los demás cantones.",
    )
    grid.row(
        "2.2",
        ellipse("red", 5),
        title="Crear un fondo de proyectos",
        evidence="No hay partida.",
        reasons="La ley no lo prevé.",
        next_steps="Reformar el reglamento.",
    )
    grid.row(
        "2.3", (cell(None), {}), title="Publicar los resultados", evidence="Los resultados se están sistematizando.", reasons="Trabajo en curso."
    )
    _comments(truth, one, two, three, four)
    content = [
        title("Informe de medio término de autoevaluación"),
        p("Plan de Acción de Estado Abierto 2023-2027"),
        p("Costa Rica"),
        p("Fecha de elaboración: 11 de noviembre de 2024"),
        h1("Evaluación de los compromisos"),
        p("Verde: completado o avance sustancial; Amarillo: avance limitado; Rojo: no iniciado o con retraso grave"),
        grid.table(),
    ]
    parts = {f"word/media/{r}.png": square(SHADE[r]) for r in ("green", "amber")}
    relations = [(f"rIdPicture{r}", "image", f"media/{r}.png") for r in ("green", "amber")]
    return Document(language="es", content=content, parts=parts, relations=relations), truth


def _comments(truth: Truth, one: str, two: str, three: str, four: str) -> None:
    truth.comment(
        one,
        "Fundación Río Claro",
        dt.date(2024, 11, 14),
        "14 de noviembre de 2024",
        FIRST,
        organisation_kind="ngo",
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Proponemos cambiar la calificación a amarillo.",
        section=None,
    )
    truth.comment(
        two,
        "Observatorio Cívico Nacional",
        dt.date(2024, 11, 18),
        "18 de noviembre de 2024",
        SECOND,
        organisation_kind="ngo",
        or_organisation_kind=["unknown"],
        section=None,
    )
    both = truth.comment(
        three,
        "Fundación Río Claro y Red de Archivos",
        dt.date(2024, 11, 20),
        "20 de noviembre de 2024",
        THIRD,
        organisation="Fundación Río Claro",
        or_organisation_text=["Fundación Río Claro"],
        organisation_kind="ngo",
        co_organisations=["Red de Archivos"],
        section=None,
    )
    truth.finding("comment.proposes_current_rating", both)
    undated = truth.comment(
        four,
        "Asociación Juvenil Pacífico",
        None,
        "sin fecha",
        FOURTH,
        or_comment_date_text=[None],
        or_organisation_text=["la Asociación Juvenil Pacífico"],
        organisation_kind="ngo",
        section=None,
    )
    truth.finding("comment.date.unreadable", undated)
