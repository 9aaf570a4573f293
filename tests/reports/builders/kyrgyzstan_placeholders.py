"""Kyrgyzstan, in Russian: `нет данных`, `н/д` and dashes for missing values, comments in a column of their own, a responsible body.

Comments: a foundation's legal form before a quoted name, a numeric date, an undated one, a state agency's.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
DONE = worded("Выполнено", "green", "complete", sure=False)
PART = worded("Частично выполнено", "amber", "limited", sure=False)
NONE = worded("Не начато", "red", "not_started", sure=False)
VOID = worded(None, None)
SAID = "Таблицы публикуются без указания поставщиков. Предлагаем изменить оценку на «частично выполнено»."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Kyrgyzstan",
        country_code="KGZ",
        country_text="Кыргызская Республика",
        or_country_text=["Кыргызстан"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2024-11-01",
        date_prepared_text="1 ноября 2024 года",
        or_date_prepared_text=["1 ноября 2024"],
        language="ru",
        title="Итоговый отчет по самооценке",
        or_title=["Итоговый отчет по самооценке Национальный план действий 2022-2024"],
    )
    columns = (
        ("number", "№", 1.2),
        ("title", "Мероприятие", 4.4),
        ("responsible", "Ответственный исполнитель", 3.6),
        ("rating", "Статус исполнения", 2.8),
        ("evidence", "Подтверждающие сведения", 5),
        ("comments", "Комментарии общественных организаций", 5.2),
        ("next_steps", "Дальнейшие шаги", 4),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Открытые закупки")
    grid.band("Обязательство 1. Открытые закупки")
    one = grid.row(
        "1.1",
        DONE,
        title="Публиковать план закупок",
        responsible="Министерство финансов",
        evidence="Планы 64 ведомств опубликованы.",
        comments=f"**ОФ «Открытая линия» (05.11.2024):**\n{SAID}",
        next_steps="Обновлять планы ежеквартально.",
    )
    two = grid.row(
        "1.2",
        PART,
        title="Обучить закупщиков",
        responsible="Учебный центр при Министерстве финансов",
        evidence="Обучено 210 человек в четырех областях.",
        comments="**Ассоциация поставщиков (без даты):**\nКурс слишком короткий.",
        printed={"next_steps": "нет данных"},
    )
    truth.set_aside("placeholder", "нет данных")
    grid.row(
        "1.3",
        VOID,
        title="Создать реестр жалоб",
        responsible="Счетная палата",
        printed={"evidence": "н/д", "comments": "–"},
        next_steps="Создать реестр в 2025 году.",
    )
    truth.set_aside("placeholder", "н/д")
    truth.commitment("2", "Доступ к информации")
    grid.band("Обязательство 2. Доступ к информации")
    four = grid.row(
        "2.1",
        NONE,
        title="Принять новую редакцию закона",
        responsible="Министерство юстиции",
        evidence="Законопроект не внесен.",
        comments="**Министерство цифрового развития (28.11.2024):**\nПросим пересмотреть оценку после рассмотрения законопроекта.",
        next_steps="Внести законопроект.",
    )
    grid.row("2.2", DONE, title="Открыть портал запросов", responsible="Министерство юстиции", evidence="Портал открыт.", printed={"next_steps": "-"})
    truth.comment(
        one,
        "ОФ «Открытая линия»",
        dt.date(2024, 11, 5),
        "05.11.2024",
        SAID,
        organisation="Открытая линия",
        organisation_kind="ngo",
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Предлагаем изменить оценку на «частично выполнено».",
        section=None,
    )
    undated = truth.comment(
        two,
        "Ассоциация поставщиков",
        None,
        "без даты",
        "Курс слишком короткий.",
        or_comment_date_text=[None],
        or_organisation_text=["Ассоциация поставщиков (без даты)"],
        section=None,
    )
    truth.finding("comment.date.unreadable", undated)
    truth.comment(
        four,
        "Министерство цифрового развития",
        dt.date(2024, 11, 28),
        "28.11.2024",
        "Просим пересмотреть оценку после рассмотрения законопроекта.",
        organisation_kind="government",
        proposal_text="Просим пересмотреть оценку после рассмотрения законопроекта.",
        asks_reevaluation=True,
        section=None,
    )
    content = [
        title("Итоговый отчет по самооценке"),
        p("Национальный план действий 2022-2024"),
        p("Кыргызская Республика"),
        p("Дата подготовки: 1 ноября 2024 года"),
        h1("Оценка обязательств"),
        grid.table(),
    ]
    return Document(language="ru", content=content), truth
