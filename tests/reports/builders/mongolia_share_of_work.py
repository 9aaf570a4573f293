"""Mongolia, in Mongolian: level of performance as a percentage in the last column but one, no word, no colour; periods like `2017 оны IV улирал`.

Commitments are numbered rows of the same table in bold; bodies in initials; an average row closes the table.
"""

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
PARTS = (
    (
        "1",
        "Төсвийн ил тод байдлыг нэмэгдүүлэх",
        (
            ("1.1", "Сумдын төсвийг цахим хуудсанд байршуулах", "СЯ", "100%", 100, "330 сумын төсвийг байршуулсан.", None),
            ("1.2", "Иргэдэд зориулсан гарын авлага гаргах", "СЯ", "70%", 70, "Гарын авлагын төсөл бэлэн болсон.", "Гарын авлагыг хэвлэж тараана."),
            ("1.3", "Худалдан авалтын мэдээллийн санг нэгтгэх", "СЯ, ТХААГ", "30%", 30, "Техникийн даалгавар боловсруулсан.", "Тендер зарлана."),
        ),
    ),
    (
        "2",
        "Эрүүл мэндийн үйлчилгээний хүртээмж",
        (
            ("2.1", "Эмийн үнийн мэдээллийн сан байгуулах", "ЭМЯ", "0%", 0, "Санхүүжилт шийдвэрлэгдээгүй.", "Санхүүжилтийг 2018 оны төсөвт тусгана."),
            ("2.2", "Өргөдлийн утас ажиллуулах", "ЭМЯ", "90%", 90, "Утас 2017 оны 5 дугаар сараас ажиллаж байна.", "Аймгуудад өргөжүүлнэ."),
            ("2.3", "Эмнэлгийн дүгнэлтийг нийтлэх", "ЭМЯ", None, None, "Дүгнэлтийг хэлэлцэж байна.", "Дүгнэлтийг нийтэлнэ."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Mongolia",
        country_code="MNG",
        country_text="Монгол Улс",
        or_country_text=["Монгол Улсын", "Монгол", "Монголын"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="midterm",
        date_prepared="2017-10-05",
        date_prepared_text="2017 оны 10 дугаар сарын 5",
        or_date_prepared_text=["2017 оны 10 дугаар сарын 5-ны өдөр", "2017 оны 10 дугаар сарын 5-ны"],
        language="mn",
        rating_scheme="percent",
    )
    grid = Grid(
        truth,
        (
            ("number", "№", 1.2),
            ("title", "Хэрэгжүүлэх арга хэмжээ", 6),
            ("responsible", "Хариуцах байгууллага", 3),
            ("evidence", "Хэрэгжилтийн явц", 6.5),
            ("rating", "Хэрэгжилтийн хувь", 2.6),
            ("next_steps", "Цаашид авах арга хэмжээ", 5),
        ),
    )
    for number, name, rows in PARTS:
        grid.band(f"Амлалт {number}. {name}")
        truth.commitment(number, name)
        for ref, what, body, share, value, done, steps in rows:
            meaning = {"percent_complete": value, "rating_text": share, "rating_basis": "percent" if share else None}
            if value == 100:
                meaning["or_completion"] = ["complete"]
            grid.row(ref, (cell(share), meaning), title=what, responsible=body, evidence=done, next_steps=steps)
    grid.rows.append((cell("Дундаж хувь", across=4, bold=True), cell("58%", bold=True), cell(None)))
    truth.set_aside("summary", "58%")
    content = [
        title("Завсрын өөрийн үнэлгээний тайлан"),
        p("Нээлттэй засгийн түншлэлийн 2016-2018 оны үндэсний төлөвлөгөө"),
        p("Монгол Улс"),
        p("Тайлан бэлтгэсэн огноо: 2017 оны 10 дугаар сарын 5"),
        h1("Оршил"),
        p("Тайланг иргэний нийгмийн байгууллагуудтай хамтран бэлтгэв."),
        h1("Амлалтын хэрэгжилт"),
        grid.table(),
    ]
    return Document(language="mn", content=content), truth
