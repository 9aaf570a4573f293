"""Moldova: what Word alone knows: legacy form checkboxes under four levels, rows in content controls, tracked changes, a hyperlink field.

Insertions count as text, deletions don't. The PDF prints the same text with ☒ and ☐.
"""

from tests.reports.builders.markup import Cell, Document, Run, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
LEVELS = (
    ("Neînceput", "red", "not_started"),
    ("Limitat", "amber", "limited"),
    ("Substanțial", "green", "substantial"),
    ("Finalizat", "green", "complete"),
)
BOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c{n}"/><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>{on}</w:checkBox>'
    '</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BY = 'w:id="{n}" w:author="Redactor" w:date="2024-05-02T08:00:00Z"'
ROWS = (
    ("1.1", "Publicarea registrului achizițiilor", 3, "Registrul este public din 3 aprilie 2023.", None),
    ("1.2", "Instruirea funcționarilor din raioane", 1, "Au fost instruiți 84 de funcționari din nouă raioane.", "Instruirea celorlalte raioane."),
    ("2.1", "Lansarea portalului de petiții", 2, "Portalul funcționează în regim de test.", "Lansarea publică în toamnă."),
    ("2.2", "Aprobarea regulamentului petițiilor", 0, "Proiectul nu a fost elaborat.", "Elaborarea proiectului."),
    ("2.3", "Campanie de informare", None, "Materialele au fost pregătite.", "Difuzarea materialelor."),
)
BANDS = {"1.1": ("1", "Achiziții publice deschise"), "2.1": ("2", "Petiții electronice")}


def box(number: int, *, ticked: bool) -> Cell:
    """Return a legacy checkbox."""
    return cell(Run(xml=BOX.format(n=number, on="<w:checked/>" if ticked else ""), html="☒" if ticked else "☐"))


def inserted(before: str, new: str, old: str, after: str) -> Cell:
    """Return a cell in which `new` was inserted for `old`."""
    text = '<w:t xml:space="preserve">{}</w:t>'
    gone = f'<w:del {BY.format(n=901)}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'
    came = f"<w:ins {BY.format(n=902)}><w:r>{text.format(new)}</w:r></w:ins>"
    xml = f"<w:r>{text.format(before)}</w:r>{gone}{came}<w:r>{text.format(after)}</w:r>"
    return cell(Run(xml=xml, html=before + new + after))


def linked(before: str, words: str, after: str) -> Cell:
    """Return a cell with a hyperlink field."""
    text = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    field = f'<w:fldSimple w:instr=" HYPERLINK &quot;https://petitii.example.org&quot; ">{text.format(words)}</w:fldSimple>'
    return cell(Run(xml=text.format(before) + field + text.format(after), html=f'{before}<a href="https://petitii.example.org">{words}</a>{after}'))


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Moldova",
        or_country=["Moldova, Republic of", "Republic of Moldova"],
        country_code="MDA",
        country_text="Republica Moldova",
        or_country_text=["Moldova"],
        period_start_year=2023,
        period_end_year=2025,
        report_kind="progress",
        date_prepared="2024-05-06",
        date_prepared_text="6 mai 2024",
        language="ro",
        title="Raport de progres – autoevaluare",
        or_title=["Raport de progres – autoevaluare Plan de acțiuni pentru o guvernare deschisă 2023-2025"],
        rating_scheme="completion",
    )
    grey = {"fill": "D9D9D9", "bold": True}
    names = ("Nr.", "Acțiune", *(words for words, _, _ in LEVELS), "Rezultate", "Pași următori")
    rows = [tuple(cell(name, **grey) for name in names)]
    special = {
        "1.2": (3, inserted("Au fost instruiți ", "84", "48", " de funcționari din nouă raioane.")),
        "2.1": (3, linked("Portalul funcționează ", "în regim de test", ".")),
    }
    controlled = set()
    for index, (number, name, level, proof, steps) in enumerate(ROWS):
        if number in BANDS:
            ref, what = BANDS[number]
            truth.commitment(ref, what)
            rows.append((cell(f"Angajamentul {ref}: {what}", "F2F2F2", across=8, bold=True),))
        boxes = tuple(box(index * 4 + n, ticked=n == level) for n in range(4))
        rows.append((cell(number), cell(name), *boxes, special[number][1] if number in special else cell(proof), cell(steps)))
        controlled |= {len(rows) - 1} if number in ("1.1", "2.2") else set()
        words, rating, completion = LEVELS[level] if level is not None else (None, None, None)
        basis = "mark" if words else None
        truth.milestone(number, name, rating=rating, completion=completion, rating_text=words, rating_basis=basis, evidence=proof, next_steps=steps)
    content = [
        title("Raport de progres – autoevaluare"),
        p("Plan de acțiuni pentru o guvernare deschisă 2023-2025"),
        p("Republica Moldova"),
        p("Data întocmirii: 6 mai 2024"),
        h1("Stadiul acțiunilor"),
        Table(rows=tuple(rows), widths=(1.3, 5.4, 2.2, 1.9, 2.4, 2.2, 6, 4.4), controlled_rows=frozenset(controlled)),
    ]
    return Document(language="ro", content=content), truth
