"""Armenia: a table per commitment under a heading, a heading row of two storeys, fills with a legend line."""

from tests.reports.builders.grid import filled
from tests.reports.builders.markup import Document, Table, cell, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LEGEND = "Կանաչ – ավարտված կամ էական առաջընթաց, Դեղին – սահմանափակ առաջընթաց, Կարմիր – չի սկսվել կամ լուրջ ուշացում"
HEAD = (
    (
        cell("Հ/հ", "D9D9D9", bold=True, down=2),
        cell("Միջոցառում", "D9D9D9", bold=True, down=2),
        cell("Գնահատում", "D9D9D9", bold=True, across=2),
        cell("Կատարում", "D9D9D9", bold=True, across=2),
    ),
    (
        cell("Գնահատական", "D9D9D9", bold=True),
        cell("Հիմնավորում", "D9D9D9", bold=True),
        cell("Ապացույցներ", "D9D9D9", bold=True),
        cell("Հաջորդ քայլերը", "D9D9D9", bold=True),
    ),
)
PARTS = (
    (
        "1",
        "Բաց տվյալներ կրթության ոլորտում",
        (
            (
                "1.1",
                "Հրապարակել դպրոցների բյուջեները",
                "green",
                "Կատարվել է ժամկետում։",
                "Հրապարակվել է 1240 դպրոցի բյուջե։",
                "Թարմացնել տվյալները ամեն տարի։",
            ),
            ("1.2", "Մշակել տվյալների ձևաչափ", "amber", "Փորձագետի ընտրությունը ձգձգվեց։", "Նախագիծը քննարկվել է երկու անգամ։", "Հաստատել ձևաչափը։"),
            ("1.3", "Վերապատրաստել 60 ուսուցիչ", "red", "Միջոցներ չեն հատկացվել։", "Դասընթաց չի կազմակերպվել։", "Գտնել ֆինանսավորում։"),
        ),
    ),
    (
        "2",
        "Մասնակցային բյուջե համայնքներում",
        (
            (
                "2.1",
                "Ընդունել կարգ հինգ համայնքում",
                "green",
                "Բոլոր համայնքներն ընդունել են կարգը։",
                "Կարգն ընդունվել է հինգ համայնքում։",
                "Կիրառել կարգը մյուս համայնքներում։",
            ),
            ("2.2", "Ստեղծել առցանց հարթակ", None, "Մրցույթը չեղարկվել է։", "Հարթակը ստեղծված չէ։", None),
        ),
    ),
)
CLAIM = "5 միջոցառումներից 2-ը կանաչ են, 1-ը դեղին է, 1-ը կարմիր է։"


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Armenia",
        country_code="ARM",
        country_text="Հայաստան",
        or_country_text=["Հայաստանի Հանրապետություն", "Հայաստանի"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2024-09-30",
        date_prepared_text="30 սեպտեմբերի 2024",
        or_date_prepared_text=["30 սեպտեմբերի 2024 թ."],
        language="hy",
        title="Ինքնագնահատման վերջնական զեկույց",
        or_title=["Ինքնագնահատման վերջնական զեկույց Բաց կառավարման գործընկերության գործողությունների ծրագիր 2022-2024"],
        rating_scheme="colour",
    )
    content = [
        title("Ինքնագնահատման վերջնական զեկույց"),
        p("Բաց կառավարման գործընկերության գործողությունների ծրագիր 2022-2024"),
        p("Հայաստան"),
        p("Կազմման ամսաթիվը՝ 30 սեպտեմբերի 2024 թ."),
        h1("Պարտավորությունների գնահատում"),
        p(LEGEND),
    ]
    for number, name, rows in PARTS:
        truth.commitment(number, name)
        printed = []
        for ref, what, rating, why, proof, steps in rows:
            mark, meaning = filled(rating)
            printed.append((cell(ref), cell(what), mark, cell(why), cell(proof), cell(steps)))
            truth.milestone(ref, what, reasons=why, evidence=proof, next_steps=steps, **meaning)
        content += [h2(f"Պարտավորություն {number}. {name}"), Table(rows=HEAD + tuple(printed), widths=(1.3, 5.5, 2.6, 5, 6, 5.2), head=2)]
    content += [h1("Եզրակացություն"), p(CLAIM)]
    truth.claim(CLAIM, 5, section="Եզրակացություն")
    for stated, rating in ((2, "green"), (1, "amber"), (1, "red")):
        truth.claim(CLAIM, stated, rating=rating, section="Եզրակացություն")
    return Document(language="hy", content=content), truth
