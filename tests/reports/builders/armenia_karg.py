"""Armenia: a grid with the lead body in a column, status words in Armenian, a band per commitment; a summary table of counts and a table of the budget around it.

The overview counts milestones by status and must stay out; comments of organisations stand below the grid under a heading, each in bold.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {
    "Կատարված է": worded("Կատարված է", "green", "complete"),
    "Մասամբ կատարված է": worded("Մասամբ կատարված է", "amber", "limited", sure=False),
    "Կատարված չէ": worded("Կատարված չէ", "red", "not_started", sure=False),
    None: worded(None, None),
}
PARTS = (
    (
        "1",
        "Իրական սեփականատերերի բաց ռեգիստր",
        (
            (
                "1.1",
                "Ռեգիստրի ստեղծում",
                "Արդարադատության նախարարություն",
                "Կատարված է",
                "Ռեգիստրը գործում է 2020 թվականի մարտի 1-ից։",
                "Ընդլայնել ռեգիստրը մյուս ոլորտներում։",
            ),
            (
                "1.2",
                "Ուսումնական դասընթացներ",
                "Արդարադատության նախարարություն",
                "Մասամբ կատարված է",
                "Անցկացվել է վեց դասընթաց տասից։",
                "Անցկացնել մնացած դասընթացները։",
            ),
        ),
    ),
    (
        "2",
        "Բաց տվյալներ կրթության ոլորտում",
        (
            ("2.1", "Դպրոցների տվյալների հրապարակում", "Կրթության նախարարություն", "Կատարված է", "Հրապարակվել են 1390 դպրոցի տվյալներ։", None),
            ("2.2", "Բջջային հավելվածի մշակում", "Կրթության նախարարություն", "Կատարված չէ", "Միջոցներ չեն հատկացվել։", "Դիմել դոնորներին։"),
            ("2.3", "Հարցում ծնողների շրջանում", "Կրթության նախարարություն", None, "Հարցաթերթը մշակվել է։", "Անցկացնել հարցումը։"),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Armenia",
        country_code="ARM",
        country_text="Հայաստանի Հանրապետություն",
        or_country_text=["Հայաստան", "Հայաստանի Հանրապետության"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-12-14",
        date_prepared_text="14 դեկտեմբերի 2020 թ.",
        or_date_prepared_text=["14 դեկտեմբերի 2020 թ", "14 դեկտեմբերի 2020"],
        language="hy",
    )
    grid = Grid(
        truth,
        (
            ("number", "Հ/Հ", 1.3),
            ("title", "Միջոցառում", 5),
            ("responsible", "Պատասխանատու մարմին", 4),
            ("rating", "Կատարողական", 3.2),
            ("evidence", "Արդյունքներ", 6),
            ("next_steps", "Հաջորդ քայլեր", 5),
        ),
    )
    for number, name, rows in PARTS:
        grid.band(f"Պարտավորություն {number}. {name}")
        truth.commitment(number, name)
        for ref, what, body, word, done, steps in rows:
            grid.row(ref, WORDS[word], title=what, responsible=body, evidence=done, next_steps=steps)
    counts = Table(
        rows=(
            heads("Կարգավիճակ", "Քանակ"),
            *((cell(w), cell(n)) for w, n in (("Կատարված է", "2"), ("Մասամբ կատարված է", "1"), ("Կատարված չէ", "1"))),
        ),
        widths=(6, 3),
    )
    money = Table(
        rows=(heads("Ծախսի հոդված", "Գումար, հազար դրամ"), (cell("Թարգմանություն"), cell("1 250")), (cell("Հանդիպումներ"), cell("840"))),
        widths=(8, 5),
    )
    truth.set_aside("other_table", "Թարգմանություն")
    truth.comment(
        None,
        "Տեղեկատվության պաշտպաններ ՀԿ",
        dt.date(2020, 12, 2),
        "2 դեկտեմբերի 2020 թ.",
        "Ռեգիստրում պետք է նշվեն նաև օտարերկրյա ընկերությունները։",
        organisation="Տեղեկատվության պաշտպաններ",
        organisation_kind="ngo",
        section=...,
        or_comment_date_text=["2 դեկտեմբերի 2020 թ", "2 դեկտեմբերի 2020"],
    )
    content = [
        title("Վերջնական ինքնագնահատման զեկույց"),
        p("Բաց կառավարման գործընկերության գործողությունների ծրագիր 2018-2020"),
        p("Հայաստանի Հանրապետություն"),
        p("Պատրաստման ամսաթիվը՝ 14 դեկտեմբերի 2020 թ."),
        h1("Ներածություն"),
        p("Զեկույցը կազմվել է աշխատանքային խմբի կողմից։"),
        counts,
        h1("Պարտավորությունների կատարում"),
        grid.table(),
        h1("Քաղաքացիական հասարակության կարծիքներ"),
        p("**Տեղեկատվության պաշտպաններ ՀԿ (2 դեկտեմբերի 2020 թ.)՝**"),
        p("Ռեգիստրում պետք է նշվեն նաև օտարերկրյա ընկերությունները։"),
        h1("Բյուջե"),
        money,
    ]
    return Document(language="hy", content=content), truth
