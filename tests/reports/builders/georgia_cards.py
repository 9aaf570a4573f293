"""Georgia, in Georgian: a card per commitment whose rating stands beside those of its milestones; the milestones follow in a table, colours with a legend of four.

The legend is a table below the last card: dark green, light green, yellow, red.
"""

from tests.reports.builders.markup import Cell, Document, Table, cell, h1, h2, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
COLOURS = {
    "სრულად შესრულებულია": ("38761D", "green"),
    "მეტწილად შესრულებულია": ("B6D7A8", "green"),
    "ნაწილობრივ შესრულებულია": ("FFE599", "amber"),
    "არ შესრულებულა": ("E06666", "red"),
}
FULL, MOST, SOME, NONE = COLOURS
PARTS = (
    (
        "1",
        "საჯარო ინფორმაციის პორტალი",
        "იუსტიციის სამინისტრო",
        MOST,
        (
            ("1.1", "პორტალის განახლება", FULL, "პორტალი განახლდა 2017 წლის 15 მაისს.", None),
            ("1.2", "მოხელეთა სწავლება", SOME, "გადამზადდა 45 მოხელე.", "დარჩენილი მოხელეების სწავლება."),
        ),
    ),
    (
        "2",
        "ღია მმართველობა მუნიციპალიტეტებში",
        "რეგიონული განვითარების სამინისტრო",
        SOME,
        (
            ("2.1", "სამოქმედო გეგმების შემუშავება", MOST, "გეგმა ხუთმა მუნიციპალიტეტმა შეიმუშავა.", "გეგმების დამტკიცება."),
            ("2.2", "საბჭოების შექმნა", NONE, "საბჭოები არ შექმნილა.", "დებულების მომზადება."),
            ("2.3", "გამოკითხვის ჩატარება", None, "კითხვარი მზად არის.", "გამოკითხვის დაწყება."),
        ),
    ),
)


def lit(word: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a coloured cell and what it means."""
    fill, rating = COLOURS.get(word, (None, None))
    return cell(None, fill), {"rating": rating, "rating_fill": fill, "rating_text": None, "rating_basis": "fill" if rating else None}


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Georgia",
        country_code="GEO",
        country_text="საქართველო",
        or_country_text=["საქართველოს"],
        period_start_year=2016,
        period_end_year=2017,
        report_kind="end_of_term",
        date_prepared="2018-02-12",
        date_prepared_text="2018 წლის 12 თებერვალი",
        or_date_prepared_text=["12 თებერვალი, 2018"],
        language="ka",
        rating_scheme="colour",
    )
    content: list[object] = [
        title("საბოლოო თვითშეფასების ანგარიში"),
        p("საქართველოს ღია მმართველობის სამოქმედო გეგმა 2016-2017"),
        p("საქართველო"),
        p("მომზადების თარიღი: 2018 წლის 12 თებერვალი"),
        h1("შესავალი"),
        p("ანგარიში მომზადდა უწყებათაშორისი საბჭოს მიერ."),
        h1("ვალდებულებები"),
    ]
    for number, name, body, whole, lines in PARTS:
        sign, meaning = lit(whole)
        truth.commitment(number, name, lead_institution=body, **meaning)
        card = Table(
            rows=((cell("პასუხისმგებელი უწყება", bold=True), cell(body)), (cell("ვალდებულების შეფასება", bold=True), sign)), widths=(7, 10), head=0
        )
        made = [heads("№", "აქტივობა", "შეფასება", "მიღწეული შედეგები", "შემდეგი ნაბიჯები")]
        for ref, what, word, done, steps in lines:
            sign, meaning = lit(word)
            made.append((cell(ref), cell(what), sign, cell(done), cell(steps)))
            truth.milestone(ref, what, **meaning, evidence=done, next_steps=steps)
        content += [h2(f"ვალდებულება {number}: {name}"), card, p(""), Table(rows=tuple(made), widths=(1.3, 5, 2.5, 5, 4))]
    legend = Table(rows=tuple((cell(None, fill), cell(word)) for word, (fill, _) in COLOURS.items()), widths=(2, 8), head=0)
    content += [p("ფერების მნიშვნელობა:"), legend]
    return Document(language="ka", content=content, landscape=False), truth
