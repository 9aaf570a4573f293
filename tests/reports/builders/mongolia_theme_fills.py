"""Mongolia, in Mongolian: six columns, theme colours with tints, band rows, comments in the evidence cell."""

import datetime as dt

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Cell, Document, Table, cell, h1, p, title
from tests.reports.builders.themes import OFFICE_2007
from tests.reports.builders.truth import Truth

PRINTED = "browser"
# accent3 9BBB59, accent6 F79646 lighter 40 % as Word resolves them; red is a plain fill
SHADES = {
    "green": ("C3D69B", '<w:shd w:val="clear" w:color="auto" w:fill="auto" w:themeFill="accent3" w:themeFillTint="99"/>'),
    "amber": ("FAC090", '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF" w:themeFill="accent6" w:themeFillTint="99"/>'),
    "red": ("FF0000", '<w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>'),
}
FULL = {"green": "9BBB59", "amber": "F79646", "red": "FF0000"}
SAID = "Хууль батлагдсан ч журам нь гараагүй байна. Үнэлгээг шар болгон өөрчлөхийг санал болгож байна."


def shaded(rating: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a cell shaded by a theme colour."""
    if rating is None:
        return cell(None), {}
    fill, shading = SHADES[rating]
    return cell(None, fill, shading=shading), {"rating": rating, "rating_fill": fill, "rating_basis": "fill", "rating_text": None}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Mongolia",
        country_code="MNG",
        country_text="Монгол Улс",
        or_country_text=["Монгол", "Монгол Улсын"],
        period_start_year=2023,
        period_end_year=2027,
        report_kind="midterm",
        date_prepared="2025-06-20",
        date_prepared_text="2025 оны 6 дугаар сарын 20",
        or_date_prepared_text=["2025 оны 6 дугаар сарын 20-ны өдөр"],
        language="mn",
        title="Хагас хугацааны өөрийн үнэлгээний тайлан",
        or_title=["Хагас хугацааны өөрийн үнэлгээний тайлан Үндэсний үйл ажиллагааны төлөвлөгөө 2023-2027"],
        rating_scheme="colour",
    )
    grid = Grid(
        truth,
        (
            ("number", "№", 1.2),
            ("title", "Арга хэмжээ", 5),
            ("rating", "Үнэлгээ", 2.2),
            ("evidence", "Нотолгоо", 7.4),
            ("reasons", "Үнэлгээний үндэслэл", 5),
            ("next_steps", "Дараагийн алхам", 5),
        ),
    )
    truth.commitment("1", "Мэдээллийн эрх чөлөө")
    grid.band("Амлалт 1: Мэдээллийн эрх чөлөө")
    one = grid.row(
        "1",
        shaded("green"),
        title="Нээлттэй мэдээллийн хуулийг батлуулах",
        evidence="Хуулийг 2024 оны 1 дүгээр сарын 12-нд баталсан.",
        after=f"**Нээлттэй талбар ТББ (2025.06.25):**\n{SAID}",
        reasons="Хугацаандаа хэрэгжсэн.",
        next_steps="Журмыг боловсруулж батлуулах.",
    )
    grid.row(
        "2",
        shaded("amber"),
        title="Албан хаагчдыг сургах",
        evidence="Дөрвөн аймагт 180 албан хаагч хамрагдсан.",
        reasons="Төсөв хүрэлцээгүй.",
        next_steps="Үлдсэн аймгуудад сургалт зохион байгуулах.",
    )
    truth.commitment("2", "Орон нутгийн төсвийн ил тод байдал")
    grid.band("Амлалт 2: Орон нутгийн төсвийн ил тод байдал")
    grid.row(
        "3",
        shaded("red"),
        title="Сумдын төсвийг нэг сайтад байршуулах",
        evidence="Ажил эхлээгүй.",
        reasons="Гүйцэтгэгч сонгогдоогүй.",
        next_steps="Тендер дахин зарлах.",
    )
    grid.row("4", shaded("green"), title="Иргэдийн хэлэлцүүлэг хийх", evidence="32 суманд хэлэлцүүлэг болсон.", reasons="Бүрэн хэрэгжсэн.")
    grid.row(
        "5",
        shaded(None),
        title="Төсвийн тайлбар гаргах",
        evidence="Загвар бэлэн болсон.",
        reasons="Хэвлэлтийн зардал дутсан.",
        next_steps="Тайлбарыг хэвлэх.",
    )
    truth.comment(
        one,
        "Нээлттэй талбар ТББ",
        dt.date(2025, 6, 25),
        "2025.06.25",
        SAID,
        organisation="Нээлттэй талбар",
        organisation_kind="ngo",
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Үнэлгээг шар болгон өөрчлөхийг санал болгож байна.",
        section=None,
    )
    legend = Table(
        rows=(
            (cell("Ногоон – дууссан эсвэл мэдэгдэхүйц ахиц", FULL["green"]),),
            (cell("Шар – хязгаарлагдмал ахиц", FULL["amber"]),),
            (cell("Улаан – эхлээгүй эсвэл ноцтой хоцролт", FULL["red"]),),
        ),
        widths=(9,),
        head=0,
    )
    content = [
        title("Хагас хугацааны өөрийн үнэлгээний тайлан"),
        p("Үндэсний үйл ажиллагааны төлөвлөгөө 2023-2027"),
        p("Монгол Улс"),
        p("Тайлан бэлтгэсэн огноо: 2025 оны 6 дугаар сарын 20"),
        h1("Амлалтуудын үнэлгээ"),
        legend,
        p("Хүснэгтэд өнгө бүрийн цайвар өнгийг хэрэглэв."),
        grid.table(),
    ]
    return Document(language="mn", content=content, theme=OFFICE_2007), truth
