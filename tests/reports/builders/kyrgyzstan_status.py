"""Kyrgyzstan, in Russian: `Статус реализации` with words in coloured cells that agree and the commitment in a merged first column.

Comments of civil society stand in a last column, the body and date in bold before the text.
"""

import datetime as dt

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {
    "Исполнено": ("92D050", "green", "complete"),
    "Частично исполнено": ("FFFF00", "amber", "limited"),
    "Не исполнено": ("FF0000", "red", "not_started"),
}
PARTS = (
    (
        "1",
        "Открытость государственных закупок",
        (
            (
                "1.1",
                "Опубликовать планы закупок всех ведомств",
                "Министерство финансов",
                "Исполнено",
                "Планы закупок 64 ведомств опубликованы 11 февраля 2021 г.",
                None,
                None,
            ),
            (
                "1.2",
                "Ввести реестр бенефициаров",
                "Министерство юстиции",
                "Частично исполнено",
                "Разработан проект постановления.",
                "Принять постановление.",
                (
                    "Фонд «Честная сделка» (18.03.2022):",
                    "Фонд «Честная сделка»",
                    "18.03.2022",
                    dt.date(2022, 3, 18),
                    "Проект не обсуждался с предпринимателями.",
                ),
            ),
        ),
    ),
    (
        "2",
        "Цифровые услуги для сельских жителей",
        (
            (
                "2.1",
                "Открыть 50 центров обслуживания",
                "Министерство цифрового развития",
                "Исполнено",
                "Открыто 52 центра.",
                "Оснастить центры оборудованием.",
                None,
            ),
            (
                "2.2",
                "Обучить операторов",
                "Министерство цифрового развития",
                "Не исполнено",
                "Обучение не проводилось.",
                "Провести обучение в 2023 году.",
                (
                    "Ассоциация сельских библиотек (31.03.2022):",
                    "Ассоциация сельских библиотек",
                    "31.03.2022",
                    dt.date(2022, 3, 31),
                    "Библиотеки готовы предоставить помещения.",
                ),
            ),
            ("2.3", "Провести опрос жителей", "Национальный статистический комитет", None, "Анкета разработана.", "Провести опрос.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Kyrgyzstan",
        or_country=["Kyrgyz Republic"],
        country_code="KGZ",
        country_text="Кыргызская Республика",
        or_country_text=["Кыргызской Республики", "Кыргызской Республике", "Кыргызстан"],
        period_start_year=2020,
        period_end_year=2022,
        report_kind="end_of_term",
        date_prepared="2022-12-09",
        date_prepared_text="9 декабря 2022 года",
        or_date_prepared_text=["9 декабря 2022"],
        language="ru",
    )
    rows = [
        heads(
            "Обязательство",
            "№",
            "Мероприятие",
            "Ответственные исполнители",
            "Статус реализации",
            "Достигнутые результаты",
            "Дальнейшие меры",
            "Замечания гражданского общества",
            fill="DAEEF3",
        )
    ]
    said = []
    for number, name, lines in PARTS:
        truth.commitment(number, name, or_commitment_number=[f"{number}."])
        for index, (ref, what, body, word, done, steps, comment) in enumerate(lines):
            fill, rating, level = WORDS.get(word, (None, None, None))
            first = (cell(f"{number}. {name}", down=len(lines), bold=True),) if not index else ()
            text = f"**{comment[0]}**\n{comment[4]}" if comment else None
            rows.append((*first, cell(ref), cell(what), cell(body), cell(word, fill), cell(done), cell(steps), cell(text)))
            owner = truth.milestone(
                ref,
                what,
                rating=rating,
                completion=level,
                or_completion=[None] if level in ("limited", "not_started") else [],
                rating_text=word,
                rating_fill=fill,
                rating_basis="fill" if word else None,
                responsible=body,
                evidence=done,
                next_steps=steps,
            )
            if comment:
                said.append((owner, comment))
    for owner, (_, who, when, day, text) in said:
        truth.comment(owner, who, day, when, text, organisation_kind=...)
    content = [
        title("Итоговый отчет по самооценке"),
        p("Национальный план действий по построению открытого правительства на 2020-2022 годы"),
        p("Кыргызская Республика"),
        p("г. Бишкек, 9 декабря 2022 года"),
        h1("Введение"),
        p("Отчет подготовлен секретариатом форума открытого правительства."),
        h1("Реализация обязательств"),
        Table(rows=tuple(rows), widths=(3, 1, 4, 3, 2.4, 4, 3.4, 4.4)),
    ]
    return Document(language="ru", content=content), truth
