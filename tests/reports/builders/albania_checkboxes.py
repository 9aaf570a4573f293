"""Albania, in Albanian: the form of 2014, a table per commitment, the level as Word's checkbox controls (☒ among ☐) under four headings.

One form has no box ticked. No milestones. In the PDF the boxes are glyphs.
"""

from tests.reports.builders.markup import Cell, Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LEVELS = (
    ("Nuk ka filluar", "red", "not_started"),
    ("I kufizuar", "amber", "limited"),
    ("Thelbësor", "green", "substantial"),
    ("I përfunduar", "green", "complete"),
)
FORMS = (
    (
        "1",
        "Regjistri elektronik i lejeve",
        "Agjencia e Zhvillimit të Territorit",
        "Të krijohet një regjistër publik i lejeve të ndërtimit.",
        3,
        "15 mars 2023",
        "2023-03-15",
        "30 qershor 2024",
        "2024-06-30",
        "Regjistri përmban 4 120 leje.",
        None,
    ),
    (
        "2",
        "Buxheti i hapur në bashki",
        "Ministria e Financave",
        "Bashkitë të publikojnë buxhetet në formate të hapura.",
        1,
        "1 shtator 2023",
        "2023-09-01",
        "31 dhjetor 2024",
        "2024-12-31",
        "Nëntë bashki kanë publikuar buxhetet.",
        "Trajnimi i bashkive të tjera gjatë vitit 2025.",
    ),
    (
        "3",
        "Portali i konsultimeve publike",
        "Kryeministria",
        "Portali të pranojë komente me shkrim dhe me zë.",
        None,
        "10 janar 2024",
        "2024-01-10",
        "30 nëntor 2024",
        "2024-11-30",
        "Versioni i ri është në provë.",
        "Hapja e portalit për publikun.",
    ),
)


def box(ticked: bool) -> Cell:
    """Return a checkbox control."""
    control = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return cell("☒" if ticked else "☐", control=control)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Albania",
        country_code="ALB",
        country_text="Republika e Shqipërisë",
        or_country_text=["Shqipëria", "Shqipërisë"],
        period_start_year=2023,
        period_end_year=2025,
        report_kind="midterm",
        date_prepared="2025-01-20",
        date_prepared_text="20 janar 2025",
        language="sq",
        title="Raporti i vetëvlerësimit afatmesëm",
        or_title=["Raporti i vetëvlerësimit afatmesëm Plani Kombëtar i Veprimit 2023-2025"],
        rating_scheme="completion",
    )
    content = [
        title("Raporti i vetëvlerësimit afatmesëm"),
        p("Plani Kombëtar i Veprimit 2023-2025"),
        p("Republika e Shqipërisë"),
        p("Data e përgatitjes: 20 janar 2025"),
        h1("Zbatimi i angazhimeve"),
    ]
    for number, name, body, what, level, start, start_day, end, end_day, proof, steps in FORMS:
        wide = {"across": 4}
        rows = (
            (cell(f"Angazhimi {number}: {name}", "D9D9D9", across=5, bold=True),),
            (cell("Institucioni drejtues", bold=True), cell(body, **wide)),
            (cell("Përshkrimi i shkurtër", bold=True), cell(what, **wide)),
            (cell("Niveli i përfundimit", bold=True, down=2), *(cell(words) for words, _, _ in LEVELS)),
            tuple(box(level == n) for n in range(4)),
            (cell("Data e fillimit", bold=True), cell(start, **wide)),
            (cell("Data e përfundimit", bold=True), cell(end, **wide)),
            (cell("Rezultatet", bold=True), cell(proof, **wide)),
            (cell("Hapat e ardhshëm", bold=True), cell(steps, **wide)),
        )
        content += [Table(rows=rows, widths=(5, 3, 3, 3, 3), head=0), p("")]
        words, rating, completion = LEVELS[level] if level is not None else (None, None, None)
        truth.commitment(
            number,
            name,
            lead_institution=body,
            description=what,
            rating=rating,
            completion=completion,
            rating_text=words,
            rating_basis="mark" if words else None,
            evidence=proof,
            next_steps=steps,
            start_date=start_day,
            start_date_text=start,
            end_date=end_day,
            end_date_text=end,
        )
    return Document(language="sq", content=content, landscape=False, size=9), truth
