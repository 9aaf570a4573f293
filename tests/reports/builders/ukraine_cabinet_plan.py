"""Ukraine: the matrix of a Cabinet plan; steps numbered `1)`, `2)` anew under each numbered commitment, number and text in one cell.

Status words in inflected forms with a sentence after them, deadlines by quarter and month, several bodies in a cell.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
STATUS = {"Виконано": ("green", "complete"), "Виконано частково": ("amber", "limited"), "Не виконано": ("red", "not_started")}
PARTS = (
    (
        "1.",
        "Забезпечення доступу до містобудівної документації",
        (
            (
                "1)",
                "розроблення порядку оприлюднення генеральних планів",
                "березень 2017 р.",
                "2017-03-31",
                "Мінрегіон",
                "Виконано",
                "Порядок затверджено наказом від 14 лютого 2017 р. № 31.",
                None,
            ),
            (
                "2)",
                "оприлюднення генеральних планів 24 міст",
                "грудень 2017 р.",
                "2017-12-31",
                "Мінрегіон",
                "Виконано частково",
                "Оприлюднено плани 15 міст.",
                "Оприлюднити плани решти 9 міст.",
            ),
            (
                "3)",
                "проведення навчальних семінарів",
                "червень 2018 р.",
                "2018-06-30",
                "Мінрегіон",
                "Не виконано",
                "Кошти не виділено.",
                "Залучити кошти партнерів.",
            ),
        ),
    ),
    (
        "2.",
        "Впровадження електронних послуг у соціальній сфері",
        (
            (
                "1)",
                "запуск послуги з призначення допомоги",
                "вересень 2017 р.",
                "2017-09-30",
                "Мінсоцполітики",
                "Виконано",
                "Послуга доступна з 4 вересня 2017 р.; нею скористалися 12 340 громадян.",
                "Додати послугу до мобільного застосунку.",
            ),
            (
                "2)",
                "створення реєстру отримувачів",
                "грудень 2018 р.",
                "2018-12-31",
                "Мінсоцполітики",
                "Виконано частково",
                "Технічне завдання погоджено.",
                "Оголосити закупівлю.",
            ),
        ),
    ),
    (
        "3.",
        "Відкритість видобувних галузей",
        (
            (
                "1)",
                "підготовка звіту за міжнародним стандартом",
                "листопад 2017 р.",
                "2017-11-30",
                "Міненерговугілля",
                "Виконано",
                "Звіт опубліковано 30 листопада 2017 р.",
                "Підготувати звіт за наступний рік.",
            ),
            (
                "2)",
                "внесення змін до закону",
                "травень 2018 р.",
                "2018-05-31",
                "Міненерговугілля",
                None,
                "Законопроект подано на розгляд.",
                "Супроводжувати законопроект у парламенті.",
            ),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        anew=True,
        country="Ukraine",
        country_code="UKR",
        country_text="Україна",
        or_country_text=["Україні", "України"],
        period_start_year=2016,
        period_end_year=2018,
        report_kind="end_of_term",
        date_prepared="2019-01-21",
        date_prepared_text="21 січня 2019 р.",
        or_date_prepared_text=["21 січня 2019 року", "21 січня 2019"],
        language="uk",
    )
    rows = [
        heads("Найменування заходу", "Строк виконання", "Відповідальні за виконання", "Стан виконання", "Інформація про виконання", "Подальші кроки")
    ]
    for number, name, steps in PARTS:
        rows.append((cell(f"{number} {name}", across=6, bold=True),))
        truth.commitment(number, name, or_commitment_number=[number.rstrip(".")])
        for ref, what, due, day, body, status, proof, after in steps:
            rows.append((cell(f"{ref} {what}"), cell(due), cell(body), cell(status), cell(proof), cell(after)))
            rating, level = STATUS.get(status, (None, None))
            truth.milestone(
                ref,
                what,
                or_milestone_number=[ref.rstrip(")")],
                rating=rating,
                completion=level,
                or_completion=[None] if level in ("limited", "not_started") else [],
                rating_text=status,
                rating_basis="text" if status else None,
                evidence=proof,
                next_steps=after,
                responsible=body,
                end_date=day,
                end_date_text=due,
            )
    content = [
        title("Підсумковий звіт про виконання у 2016—2018 роках плану дій з впровадження Ініціативи «Партнерство “Відкритий Уряд”»"),
        p("Україна"),
        p("Київ, 21 січня 2019 р."),
        h1("Вступ"),
        p("План дій затверджено розпорядженням Кабінету Міністрів."),
        h1("Стан виконання заходів"),
        Table(rows=tuple(rows), widths=(6.4, 2.5, 3.2, 2.7, 6.2, 4.6)),
        h1("Висновки"),
        p("Наступний план дій буде розроблено за участю громадськості."),
    ]
    truth.not_judged.append("milestone.number.duplicate")
    return Document(language="uk", content=content, font="DejaVu Serif"), truth
