"""Ukraine: `Ступінь виконання` in lower-case words, reasons and plans in columns; a comment of a body whose legal form precedes its name.

The commitment is a band `Зобов'язання 2. …`; a summary in prose counts milestones in words.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
WORDS = {
    "виконано": worded("виконано", "green", "complete"),
    "виконано частково": worded("виконано частково", "amber", "limited", sure=False),
    "не виконано": worded("не виконано", "red", "not_started", sure=False),
    None: worded(None, None),
}
CLAIM = "З п'яти кроків два виконано, а один не виконано."
PARTS = (
    (
        "1",
        "Відкритий доступ до правди про минуле",
        (
            (
                "1.1",
                "Створення електронного архіву",
                "Інститут пам'яті",
                "виконано",
                "Архів відкрито 9 травня 2019 року.",
                "Допомогли волонтери.",
                None,
            ),
            (
                "1.2",
                "Оцифрування 100 тисяч справ",
                "Державний архів",
                "виконано частково",
                "Оцифровано 64 тисячі справ.",
                "Бракує сканерів.",
                "Придбати чотири сканери.",
            ),
        ),
    ),
    (
        "2",
        "Прозоре управління лісами",
        (
            (
                "2.1",
                "Оприлюднення лісорубних квитків",
                "Агентство лісових ресурсів",
                "виконано",
                "Квитки оприлюднюються щодня.",
                "Система працює стабільно.",
                "Додати мапу рубок.",
            ),
            (
                "2.2",
                "Громадські інспектори",
                "Агентство лісових ресурсів",
                "не виконано",
                "Положення не затверджено.",
                "Положення повернули на доопрацювання.",
                "Затвердити положення.",
            ),
            ("2.3", "Навчання лісників", "Агентство лісових ресурсів", None, "Програму навчання складено.", "Карантин.", "Провести навчання."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Ukraine",
        country_code="UKR",
        country_text="Україна",
        or_country_text=["Україні", "України"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="midterm",
        date_prepared="2019-12-20",
        date_prepared_text="20 грудня 2019 року",
        or_date_prepared_text=["20 грудня 2019", "20 грудня 2019 р."],
        language="uk",
    )
    grid = Grid(
        truth,
        (
            ("number", "№ з/п", 1.4),
            ("title", "Крок", 5),
            ("responsible", "Відповідальний виконавець", 3.6),
            ("rating", "Ступінь виконання", 2.8),
            ("evidence", "Що зроблено", 5.5),
            ("reasons", "Причини", 3.8),
            ("next_steps", "Заплановані дії", 4.2),
        ),
    )
    said = (
        "ГО «Лісова варта» (2 грудня 2019 р.):",
        "ГО «Лісова варта»",
        "2 грудня 2019 р.",
        dt.date(2019, 12, 2),
        "Квитки варто публікувати разом із мапою.",
    )
    for number, name, lines in PARTS:
        grid.band(f"Зобов'язання {number}. {name}")
        truth.commitment(number, name)
        for ref, what, body, word, done, why, steps in lines:
            after = f"**{said[0]}**\n{said[4]}" if ref == "2.1" else None
            owner = grid.row(ref, WORDS[word], title=what, responsible=body, evidence=done, reasons=why, next_steps=steps, after=after)
            if after:
                truth.comment(
                    owner,
                    said[1],
                    said[3],
                    said[2],
                    said[4],
                    organisation="Лісова варта",
                    organisation_kind="ngo",
                    or_comment_date_text=["2 грудня 2019"],
                )
    truth.claim(CLAIM, 5, section="Підсумки")
    truth.claim(CLAIM, 2, rating="green", or_rating=[None], completion="complete", or_completion=[None], section="Підсумки")
    truth.claim(CLAIM, 1, rating="red", or_rating=[None], completion="not_started", or_completion=[None], section="Підсумки")
    content = [
        title("Проміжний звіт про самооцінку"),
        p("План дій з реалізації Ініціативи «Партнерство “Відкритий Уряд”» у 2018–2020 роках"),
        p("Україна"),
        p("Дата підготовки: 20 грудня 2019 року"),
        h1("Вступ"),
        p("Звіт підготовлено за участю громадських організацій."),
        h1("Стан виконання"),
        grid.table(),
        h1("Підсумки"),
        p(CLAIM),
    ]
    return Document(language="uk", content=content), truth
