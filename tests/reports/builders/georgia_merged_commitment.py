"""Georgia: the commitment stands in a vertically merged first column, ratings are words of the printed scale."""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
DONE = worded("შესრულებულია", "green", "complete")
MOST = worded("არსებითად შესრულებულია", "green", "substantial")
SOME = worded("ნაწილობრივ შესრულებულია", "amber", "limited")
NONE = worded("არ დაწყებულა", "red", "not_started")
BLANK = worded(None, None)
CLAIM = "ათი აქტივობიდან 3 შესრულებულია, 2 არსებითად შესრულებულია და 2 არ დაწყებულა."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Georgia",
        country_code="GEO",
        country_text="საქართველო",
        or_country_text=["საქართველოს"],
        period_start_year=2024,
        period_end_year=2025,
        report_kind="midterm",
        date_prepared="2024-11-18",
        date_prepared_text="2024 წლის 18 ნოემბერი",
        or_date_prepared_text=["18 ნოემბერი, 2024", "2024 წლის 18 ნოემბერი"],
        language="ka",
        title="შუალედური თვითშეფასების ანგარიში",
        or_title=["შუალედური თვითშეფასების ანგარიში ღია მმართველობის სამოქმედო გეგმა 2024-2025"],
    )
    grid = Grid(
        truth,
        (
            ("commitment", "ვალდებულება", 4.2),
            ("number", "№", 1.3),
            ("title", "აქტივობა", 5),
            ("rating", "შესრულების სტატუსი", 3.4),
            ("evidence", "შედეგები", 7),
            ("next_steps", "შემდეგი ნაბიჯები", 5),
        ),
    )

    def start(number: str, name: str, rows: int) -> dict[str, object]:
        truth.commitment(number, name, or_commitment_number=[f"{number}."])
        return {"cells": {"commitment": cell(f"ვალდებულება {number}: {name}", down=rows)}}

    held = {"cells": {"commitment": None}}
    first = start("1", "ღია შესყიდვები მუნიციპალიტეტებში", 4)
    grid.row("1.1", DONE, title="შესყიდვების რეესტრის გამოქვეყნება", evidence="რეესტრი გამოქვეყნდა 2024 წლის 4 მარტს.", **first)
    grid.row(
        "1.2",
        SOME,
        title="მონაცემთა სტანდარტის დამტკიცება",
        evidence="სამუშაო ჯგუფმა ორი შეხვედრა გამართა.",
        next_steps="სტანდარტის დამტკიცება 2025 წლის აპრილში.",
        **held,
    )
    grid.row("1.3", NONE, title="შემსყიდველთა ტრენინგი", evidence="დაფინანსება ვერ მოიძებნა.", next_steps="დონორის მოძიება.", **held)
    grid.row("1.4", BLANK, title="საჩივრების პლატფორმა", evidence="ტექნიკური დავალება მზად არის.", next_steps="ტენდერის გამოცხადება.", **held)
    second = start("2", "ხელმისაწვდომი ადგილობრივი ბიუჯეტი", 3)
    grid.row("2.1", MOST, title="ბიუჯეტის გზამკვლევი", evidence="გზამკვლევი 12 ენაზე მომზადდა.", next_steps="გზამკვლევის განახლება.", **second)
    grid.row("2.2", DONE, title="საჯარო განხილვები", evidence="განხილვები ცხრა ქალაქში ჩატარდა.", **held)
    grid.row("2.3", NONE, title="ახალგაზრდული ბიუჯეტი", evidence="აქტივობა გადაიდო.", **held)
    third = start("3", "ელექტრონული პეტიციები", 3)
    grid.row("3.1", MOST, title="პორტალის შექმნა", evidence="პორტალი სატესტო რეჟიმში მუშაობს.", next_steps="პორტალის გაშვება.", **third)
    grid.row("3.2", SOME, title="წესის ცვლილება", next_steps="ცვლილების მიღება 2025 წელს.", **held)
    grid.row("3.3", DONE, title="საინფორმაციო კამპანია", evidence="კამპანია 40 სკოლაში ჩატარდა.", **held)
    for stated, completion in ((10, None), (3, "complete"), (2, "substantial"), (2, "not_started")):
        truth.claim(CLAIM, stated, completion=completion, or_rating=[{"not_started": "red", None: None}.get(completion, "green")], section="დასკვნა")
    content = [
        title("შუალედური თვითშეფასების ანგარიში"),
        p("ღია მმართველობის სამოქმედო გეგმა 2024-2025"),
        p("საქართველო"),
        p("მომზადების თარიღი: 2024 წლის 18 ნოემბერი"),
        h1("შესავალი"),
        p("ანგარიში აღწერს სამოქმედო გეგმის შესრულებას პირველ წელს."),
        h1("ვალდებულებების შეფასება"),
        grid.table(),
        h1("დასკვნა"),
        p(CLAIM),
    ]
    return Document(language="ka", content=content), truth
