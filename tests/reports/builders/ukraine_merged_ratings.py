"""Ukraine: numbers like 1.2 (a), a rating cell merged over two rows, the legend inside the heading cell, evidence as a bulleted list.

The plan's years and the country stand in the title alone, the kind of report on the line below it.
"""

from tests.reports.builders.grid import FILL, Grid
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
HEAD = "Оцінка\nЗелений – виконано або суттєвий прогрес\nЖовтий – обмежений прогрес\nЧервоний – не розпочато або значна затримка"
NAME = "Звіт про самооцінювання виконання плану дій України на 2023–2025 роки"


def meaning(rating: str | None) -> dict[str, object]:
    """Return what a fill means."""
    return {"rating": rating, "rating_fill": FILL.get(rating or ""), "rating_basis": "fill" if rating else None}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Ukraine",
        country_code="UKR",
        country_text="України",
        or_country_text=["Україна"],
        period_start_year=2023,
        period_end_year=2025,
        report_kind="midterm",
        date_prepared="2024-06-28",
        date_prepared_text="28 червня 2024 року",
        or_date_prepared_text=["28 червня 2024"],
        language="uk",
        title=NAME,
        or_title=[f"{NAME} Проміжний звіт"],
        rating_scheme="colour",
    )
    columns = (
        ("number", "№", 1.6),
        ("title", "Захід", 5),
        ("rating", HEAD, 4),
        ("evidence", "Докази", 6.4),
        ("reasons", "Обґрунтування оцінки", 4.4),
        ("next_steps", "Наступні кроки", 4.4),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Відкриті дані громад")
    grid.band("Зобов'язання 1. Відкриті дані громад")
    grid.row(
        "1.1",
        (cell(None, FILL["amber"]), meaning("amber")),
        title="Оприлюднити переліки наборів даних",
        evidence="Переліки оприлюднили:\n• 84 міські ради\n• 31 селищна рада",
        reasons="Сільські ради не мають фахівців.",
        next_steps="Надати допомогу сільським радам.",
    )
    grid.row(
        "1.2 (a)",
        (None, meaning("green")),
        title="Підготувати посібник",
        cells={"rating": cell(None, FILL["green"], down=2)},
        evidence="Посібник видано у березні 2024 року.",
        reasons="Роботу завершено вчасно.",
        next_steps="Оновлювати посібник щороку.",
    )
    grid.row(
        "1.2 (b)",
        (None, meaning("green")),
        title="Провести навчання",
        cells={"rating": None},
        evidence="Навчено 260 посадовців.",
        reasons="План перевиконано.",
        next_steps="Провести навчання для новообраних.",
    )
    truth.commitment("2", "Електронні консультації")
    grid.band("Зобов'язання 2. Електронні консультації")
    grid.row(
        "2.1",
        (cell(None, FILL["red"]), meaning("red")),
        title="Створити платформу",
        evidence="Тендер скасовано.",
        reasons="Бракує коштів.",
        next_steps="Залучити донорів.",
    )
    grid.row(
        "2.2", (cell(None), meaning(None)), title="Затвердити порядок", evidence="Проєкт порядку погоджено.", reasons="Очікується рішення уряду."
    )
    content = [
        title(NAME),
        p("Проміжний звіт"),
        p("Дата підготовки: 28 червня 2024 року"),
        h1("Оцінка зобов'язань"),
        grid.table(),
    ]
    return Document(language="uk", content=content), truth
