"""Kyrgyzstan, in Kyrgyz: the colours come from each table's style (last column's conditional format), not from the cells.

A table per commitment, the rating column last. In commitment 2 a direct fill beats the style in one row and white blanks another.
"""

from tests.reports.builders.grid import FILL
from tests.reports.builders.markup import Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
BY_STYLE = "<!-- the table's style fills this cell -->"
STYLE = (
    '<w:style w:type="table" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="TableNormal"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="lastCol"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr></w:tblStylePr></w:style>'
)
PARTS = (
    (
        "1",
        "Ачык бюджет",
        "Jashyl",
        "green",
        (
            (
                "1.1",
                "Айыл өкмөттөрүнүн бюджетин жарыялоо",
                "green",
                "120 айыл өкмөтүнүн бюджети жарыяланды.",
                "Мөөнөтүндө аткарылды.",
                "Калган айылдарды кошуу.",
            ),
            ("1.2", "Бюджет боюнча угууларды өткөрүү", "green", "46 угуу өткөрүлдү.", "План аткарылды.", "Угууларды жыл сайын өткөрүү."),
        ),
    ),
    (
        "2",
        "Маалыматка жетүү",
        "Sary",
        "amber",
        (
            ("2.1", "Бирдиктүү порталды түзүү", "amber", "Портал сыноодон өтүүдө.", "Каражат жетишсиз болду.", "Порталды ишке киргизүү."),
            ("2.2", "Кызматкерлерди окутуу", "red", "Окутуу башталган жок.", "Окутуучу табылган жок.", "Окутууну уюштуруу."),
            ("2.3", "Суроо-талаптардын реестрин ачуу", None, "Реестр даярдалууда.", "Мыйзам өзгөрдү.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Kyrgyzstan",
        country_code="KGZ",
        country_text="Кыргыз Республикасы",
        or_country_text=["Кыргызстан"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-12-14",
        date_prepared_text="2020-жылдын 14-декабры",
        language="ky",
        title="Өзүн-өзү баалоо боюнча жыйынтыктоочу отчет",
        or_title=["Өзүн-өзү баалоо боюнча жыйынтыктоочу отчет Улуттук иш-аракеттер планы 2018-2020"],
        rating_scheme="colour",
    )
    content = [
        title("Өзүн-өзү баалоо боюнча жыйынтыктоочу отчет"),
        p("Улуттук иш-аракеттер планы 2018-2020"),
        p("Кыргыз Республикасы"),
        p("Даярдалган күнү: 2020-жылдын 14-декабры"),
        h1("Милдеттенмелерди баалоо"),
        p("Жашыл – аткарылды же олуттуу жылыш; Сары – чектелген жылыш; Кызыл – башталган жок же олуттуу кечигүү"),
    ]
    styles = ""
    for number, name, style, usual, rows in PARTS:
        truth.commitment(number, name)
        styles += STYLE.format(id=style, fill=FILL[usual])
        printed = [heads("№", "Иш-чара", "Далилдер", "Баалоонун негиздемеси", "Кийинки кадамдар", "Баа")]
        for ref, what, rating, proof, why, steps in rows:
            last = cell(None, FILL[usual], shading=BY_STYLE) if rating == usual else cell(None, FILL.get(rating or "", "FFFFFF"))
            printed.append((cell(ref), cell(what), cell(proof), cell(why), cell(steps), last))
            fill = FILL.get(rating or "")
            basis = "fill" if rating else None
            truth.milestone(ref, what, rating=rating, rating_fill=fill, rating_basis=basis, evidence=proof, reasons=why, next_steps=steps)
        table = Table(rows=tuple(printed), widths=(1.4, 5.5, 6.5, 5, 5, 2.2), style=style, look='0120" w:firstRow="1" w:lastColumn="1')
        content += [h2(f"Милдеттенме {number}. {name}"), table]
    return Document(language="ky", content=content, table_styles=styles), truth
