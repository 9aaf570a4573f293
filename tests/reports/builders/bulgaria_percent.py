"""Bulgaria: a row per commitment, no milestones, percent complete in a column of its own.

"0" without a sign is a value, a blank is missing; a total row with an average stays out; a claim counts commitments.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
ROWS = (
    (
        "1",
        "Отворени данни за обществените поръчки",
        "Министерство на финансите",
        "100 %",
        100.0,
        "Публикувани са 14 300 договора в машинночетим вид.",
        None,
    ),
    (
        "2",
        "Участие на младите хора в общинските бюджети",
        "Министерство на младежта и спорта",
        "65 %",
        65.0,
        "Проведени са обсъждания в 17 общини.",
        "Обсъждания в още десет общини.",
    ),
    (
        "3",
        "Единен портал за обществени консултации",
        "Министерски съвет",
        "37,5 %",
        37.5,
        "Изготвено е техническо задание.",
        "Избор на изпълнител до март 2025 г.",
    ),
    ("4", "Регистър на подаръците", "Сметна палата", "0", 0.0, "Законопроектът не е внесен.", None),
    ("5", "Достъп до съдебни решения", "Висш съдебен съвет", None, None, "Системата се тества.", "Въвеждане на системата."),
)
CLAIM = "Планът съдържа пет ангажимента."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Bulgaria",
        country_code="BGR",
        country_text="Република България",
        or_country_text=["България"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2024-11-29",
        date_prepared_text="29 ноември 2024 г.",
        or_date_prepared_text=["29 ноември 2024"],
        language="bg",
        title="Окончателен доклад за самооценка",
        or_title=["Окончателен доклад за самооценка Национален план за действие 2022-2024"],
        rating_scheme="percent",
    )
    rows = [heads("№", "Ангажимент", "Отговорна институция", "Изпълнение, %", "Постигнати резултати", "Следващи стъпки", fill="E2EFDA")]
    for number, name, body, text, percent, proof, steps in ROWS:
        rows.append(tuple(cell(t) for t in (number, name, body, text, proof, steps)))
        truth.commitment(
            number,
            name,
            lead_institution=body,
            responsible=None,
            percent_complete=percent,
            rating_text=text,
            rating_basis="percent" if text else None,
            evidence=proof,
            next_steps=steps,
        )
    rows.append((cell("Общо (средно)", bold=True, across=3), cell("50,6 %", bold=True), cell(None), cell(None)))
    truth.set_aside("summary", "Общо (средно)", "50,6 %")
    truth.claim(CLAIM, 5, "commitments", section="Въведение")
    content = [
        title("Окончателен доклад за самооценка"),
        p("Национален план за действие 2022-2024"),
        p("Република България"),
        p("Дата на изготвяне: 29 ноември 2024 г."),
        h1("Въведение"),
        p(CLAIM),
        h1("Изпълнение на ангажиментите"),
        Table(rows=tuple(rows), widths=(1.1, 5.5, 4.4, 2.4, 6.5, 5)),
    ]
    return Document(language="bg", content=content), truth
