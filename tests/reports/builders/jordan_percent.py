"""Jordan, in Arabic: percentages and numbers in Arabic-Indic digits, dates with the Levantine names of months, right to left.

The commitment is a band with its body after a dash; a status word stands beside the percentage; one row has neither.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {"منجز": ("green", "complete"), "منجز جزئياً": ("amber", "limited"), "لم يبدأ": ("red", "not_started")}
PARTS = (
    (
        "١",
        "تعزيز الشراكة بين القطاع العام والمجتمع المدني",
        (
            ("١.١", "إعداد دليل الشراكة", "منجز", "١٠٠٪", 100, "صدر الدليل في ١٢ آذار ٢٠٢٠.", None),
            ("١.٢", "تدريب ضباط الارتباط", "منجز جزئياً", "٦٠٪", 60, "تم تدريب ٣٠ ضابط ارتباط.", "تدريب بقية ضباط الارتباط."),
            ("١.٣", "إطلاق منصة التشاور", "لم يبدأ", "٠٪", 0, "لم تتوفر المخصصات المالية.", "تخصيص المبلغ في موازنة العام القادم."),
        ),
    ),
    (
        "٢",
        "تطوير البيانات الحكومية المفتوحة",
        (
            ("٢.١", "إصدار سياسة البيانات المفتوحة", "منجز", "١٠٠٪", 100, "أقر مجلس الوزراء السياسة.", None),
            ("٢.٢", "نشر ٢٠٠ مجموعة بيانات", "منجز جزئياً", "٤٥٪", 45, "نشرت ٩٠ مجموعة بيانات.", "نشر المجموعات المتبقية."),
            ("٢.٣", "تقييم جودة البيانات", None, None, None, "يجري إعداد المنهجية.", "اعتماد المنهجية."),
        ),
    ),
)
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Jordan",
        country_code="JOR",
        country_text="المملكة الأردنية الهاشمية",
        or_country_text=["الأردن"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-11-15",
        date_prepared_text="١٥ تشرين الثاني ٢٠٢٠",
        language="ar",
    )
    grid = Grid(
        truth,
        (
            ("number", "الرقم", 1.4),
            ("title", "المعلم الرئيسي", 5.5),
            ("rating", "حالة التنفيذ", 2.6),
            ("percent", "نسبة الإنجاز", 2.2),
            ("evidence", "ما تم إنجازه", 7),
            ("next_steps", "الخطوات القادمة", 5.5),
        ),
    )
    grid.extra = []
    for number, name, rows in PARTS:
        grid.band(f"الالتزام {number}: {name}")
        west = number.translate(WESTERN)
        truth.commitment(west, name, commitment_number=number, or_commitment_number=[west])
        for ref, what, word, share, value, done, steps in rows:
            rating, level = WORDS.get(word, (None, None))
            cell_, meaning = worded(word, rating, level, sure=False)
            west = ref.translate(WESTERN)
            grid.row(
                ref,
                (cell_, meaning),
                title=what,
                evidence=done,
                next_steps=steps,
                cells={"percent": cell(share)},
                row_id=f"{truth.id}/m{west}",
                truth={"percent_complete": value, "or_milestone_number": [west], "rating_basis": ... if word else None},
            )
    content = [
        title("تقرير التقييم الذاتي النهائي"),
        p("الخطة التنفيذية الوطنية الرابعة ضمن مبادرة شراكة الحكومات الشفافة ٢٠١٨ - ٢٠٢٠"),
        p("المملكة الأردنية الهاشمية"),
        p("تاريخ الإعداد: ١٥ تشرين الثاني ٢٠٢٠"),
        h1("المقدمة"),
        p("أعد هذا التقرير بالتعاون مع الجهات الشريكة."),
        h1("تقييم الالتزامات"),
        grid.table(),
    ]
    return Document(language="ar", content=content, right_to_left=True, size=9), truth
