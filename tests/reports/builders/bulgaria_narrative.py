"""Bulgaria: a card per commitment with `Степен на изпълнение`, no milestones; activities as a numbered list in the evidence, links and bullets.

The page feet say `Страница 1 от 2`; one card has no level, one no next steps.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
CARDS = (
    (
        "1",
        "Портал за отворени данни",
        "Държавна агенция „Електронно управление“",
        "Изпълнена",
        "green",
        "complete",
        "1. Порталът е обновен на 15 май 2017 г.\n2. Публикувани са 1204 набора от данни.",
        None,
    ),
    (
        "2",
        "Обществени консултации",
        "Министерски съвет",
        "Частично изпълнена",
        "amber",
        "limited",
        "• Проведени са 18 консултации\n• Публикувано е [ръководство](https://konsultacii.example.org/guide)",
        "Да се обучат служителите в областите.",
    ),
    (
        "3",
        "Прозрачност на държавните дружества",
        "Министерство на финансите",
        "Неизпълнена",
        "red",
        "not_started",
        "Няма предприети действия.",
        "Да се изготви списък на дружествата.",
    ),
    (
        "4",
        "Отворени училищни бюджети",
        "Министерство на образованието",
        None,
        None,
        None,
        "Данните се събират.",
        "Да се публикуват бюджетите до юни 2018 г.",
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Bulgaria",
        country_code="BGR",
        country_text="Република България",
        or_country_text=["България"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="midterm",
        date_prepared="2017-10-30",
        date_prepared_text="30 октомври 2017 г.",
        or_date_prepared_text=["30 октомври 2017"],
        language="bg",
    )
    content: list[object] = [
        title("Междинен доклад за самооценка"),
        p("Трети национален план за действие „Партньорство за открито управление“ 2016-2018 г."),
        p("Република България"),
        p("София, 30 октомври 2017 г."),
        h1("Въведение"),
        p("Докладът беше публикуван за обществено обсъждане."),
        h1("Изпълнение на ангажиментите"),
    ]
    for number, name, body, word, rating, level, done, steps in CARDS:
        rows = (
            (cell("Водеща институция", bold=True), cell(body)),
            (cell("Степен на изпълнение", bold=True), cell(word)),
            (cell("Постигнати резултати", bold=True), cell(done)),
            (cell("Следващи стъпки", bold=True), cell(steps)),
        )
        content += [h2(f"Ангажимент {number}. {name}"), Table(rows=rows, widths=(5, 12), head=0)]
        truth.commitment(
            number,
            name,
            lead_institution=body,
            rating=rating,
            completion=level,
            or_completion=[None] if level in ("limited", "not_started") else [],
            rating_text=word,
            rating_basis="text" if word else None,
            evidence=done,
            next_steps=steps,
        )
    content += [h1("Заключение"), p("Предстои изготвянето на четвърти план.")]
    return Document(language="bg", content=content, landscape=False, size=9, running_foot="Междинен доклад – Страница 1 от 2"), truth
