"""Morocco, in Arabic: a right-to-left grid, fills with words that agree, a legend line, comments in the evidence cell.

The table's first column stands at the right; numbers and dates are set left to right within Arabic text.
"""

import datetime as dt

from tests.reports.builders.grid import FILL, Grid
from tests.reports.builders.markup import Cell, Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {"green": "أخضر", "amber": "برتقالي", "red": "أحمر"}
SAID = "لم ينشر الدليل بعد. نقترح تغيير التقييم إلى أحمر."


def rated(rating: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a filled cell with the colour's name."""
    if rating is None:
        return cell(None), {}
    text, fill = WORDS[rating], FILL[rating]
    return cell(text, fill), {"rating": rating, "rating_fill": fill, "rating_text": text, "rating_basis": "fill"}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Morocco",
        country_code="MAR",
        country_text="المملكة المغربية",
        or_country_text=["المغرب"],
        period_start_year=2021,
        period_end_year=2023,
        report_kind="end_of_term",
        date_prepared="2023-12-15",
        date_prepared_text="15 ديسمبر 2023",
        language="ar",
        title="التقرير النهائي للتقييم الذاتي",
        or_title=["التقرير النهائي للتقييم الذاتي خطة العمل الوطنية للحكومة المنفتحة 2021-2023"],
    )
    grid = Grid(
        truth,
        (
            ("number", "الرقم", 1.4),
            ("title", "النشاط", 5),
            ("rating", "التقييم", 2.4),
            ("evidence", "الأدلة", 7),
            ("reasons", "أسباب التقييم", 4.6),
            ("next_steps", "الخطوات القادمة", 4.6),
        ),
    )
    truth.commitment("1", "الحق في الحصول على المعلومات")
    grid.band("الالتزام 1: الحق في الحصول على المعلومات")
    grid.row(
        "1.1",
        rated("green"),
        title="نشر سجل الطلبات",
        evidence="نشر السجل في 12 يناير 2023.",
        reasons="أنجز في الموعد.",
        next_steps="تحديث السجل كل شهر.",
    )
    two = grid.row(
        "1.2",
        rated("amber"),
        title="إعداد دليل للموظفين",
        evidence="أعدت مسودة الدليل.",
        after=f"**جمعية الشفافية (20 ديسمبر 2023):**\n{SAID}",
        reasons="تأخر التشاور.",
        next_steps="اعتماد الدليل في 2024.",
    )
    truth.commitment("2", "الميزانية المفتوحة")
    grid.band("الالتزام 2: الميزانية المفتوحة")
    grid.row("2.1", rated("red"), title="نشر ميزانيات الجماعات", evidence="لم تنشر أي ميزانية.", reasons="غياب المنصة.", next_steps="إنشاء المنصة.")
    grid.row("2.2", rated(None), title="تنظيم لقاءات جهوية", evidence="نظمت ثلاثة لقاءات.", reasons="نقص الموارد.")
    truth.comment(
        two,
        "جمعية الشفافية",
        dt.date(2023, 12, 20),
        "20 ديسمبر 2023",
        SAID,
        organisation_kind="ngo",
        proposed_rating="red",
        proposal="explicit",
        proposal_text="نقترح تغيير التقييم إلى أحمر.",
        section=None,
    )
    content = [
        title("التقرير النهائي للتقييم الذاتي"),
        p("خطة العمل الوطنية للحكومة المنفتحة 2021-2023"),
        p("المملكة المغربية"),
        p("تاريخ الإعداد: 15 ديسمبر 2023"),
        h1("تقييم الالتزامات"),
        p("أخضر: مكتمل أو تقدم كبير، برتقالي: تقدم محدود، أحمر: لم يبدأ أو تأخر كبير"),
        grid.table(),
    ]
    return Document(language="ar", content=content, right_to_left=True), truth
