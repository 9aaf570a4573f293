"""Serbia, in Cyrillic: the rating is a word in a coloured font, next to it a word that says more."""

import datetime as dt

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Document, Para, Run, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
COLOURS = {"green": "00B050", "amber": "ED7D31", "red": "C00000"}
LEGEND = (
    Run(text="Зелено", colour=COLOURS["green"], bold=True),
    Run(text=" – испуњено или знатан напредак; "),
    Run(text="Наранџасто", colour=COLOURS["amber"], bold=True),
    Run(text=" – ограничен напредак; "),
    Run(text="Црвено", colour=COLOURS["red"], bold=True),
    Run(text=" – није започето или озбиљно кашњење"),
)
COMMENT = "Удружење „Отворени град“ (21. мај 2024. године):"
SAID = "Регистар није потпун. Предлажемо да се оцена промени у наранџасту."


def coloured(word: str | None, rating: str | None) -> tuple[object, dict[str, object]]:
    """Return a word in the colour of its rating."""
    if rating is None or word is None:
        return cell(None), {}
    fill = COLOURS[rating]
    return cell(Run(text=word, colour=fill, bold=True)), {
        "rating": rating,
        "rating_text": word,
        "rating_fill": fill,
        "rating_basis": "fill",
        "or_rating_basis": ["text"],
        "completion": ...,
    }


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = _truth()
    columns = (
        ("number", "Р. бр.", 1.3),
        ("title", "Активност", 5),
        ("rating", "Оцена", 2.8),
        ("reasons", "Образложење оцене", 4.6),
        ("evidence", "Докази", 7),
        ("next_steps", "Наредни кораци", 5),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Отворени подаци локалних самоуправа")
    grid.band("Обавеза 1: Отворени подаци локалних самоуправа")
    first = grid.row(
        "1.1",
        coloured("Завршено", "green"),
        title="Успоставити регистар скупова података",
        evidence="Регистар садржи 212 скупова података.",
        after=f"**{COMMENT}**\n{SAID}",
        reasons="Регистар је објављен у року.",
        next_steps="Проширити регистар на јавна предузећа.",
    )
    grid.row(
        "1.2",
        coloured("У току", "amber"),
        title="Обучити службенике у 20 општина",
        evidence="Обука је одржана у седам општина.",
        reasons="Недостатак предавача.",
        next_steps="Одржати преостале обуке до краја 2024. године.",
    )
    truth.commitment("2", "Јавне расправе на интернету")
    grid.band("Обавеза 2: Јавне расправе на интернету")
    grid.row(
        "2.1",
        coloured("Није започето", "red"),
        title="Изменити правилник о јавним расправама",
        evidence="Радна група није образована.",
        reasons="Чека се нови закон.",
        next_steps="Образовати радну групу.",
    )
    grid.row(
        "2.2",
        coloured("Завршено", "green"),
        title="Поставити портал за коментаре",
        evidence="Портал је отворен 3. априла 2024. године.",
        reasons="Портал ради.",
        next_steps="Додати претрагу.",
    )
    grid.row("2.3", coloured(None, None), title="Објавити извештаје о расправама", evidence="Објављена су два извештаја.", reasons="Мало расправа.")
    truth.comment(
        first,
        "Удружење „Отворени град“",
        dt.date(2024, 5, 21),
        "21. мај 2024. године",
        SAID,
        organisation_kind="ngo",
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Предлажемо да се оцена промени у наранџасту.",
        section=None,
    )
    content = [
        title("Извештај о напретку – самопроцена"),
        p("Акциони план за отворену управу 2023-2027"),
        p("Република Србија"),
        p("Датум израде: 10. мај 2024. године"),
        h1("Оцена обавеза"),
        Para(runs=LEGEND),
        grid.table(),
    ]
    return Document(language="sr", content=content), truth


def _truth() -> Truth:
    return Truth(
        country="Serbia",
        country_code="SRB",
        country_text="Република Србија",
        or_country_text=["Србија"],
        period_start_year=2023,
        period_end_year=2027,
        report_kind="progress",
        date_prepared="2024-05-10",
        date_prepared_text="10. мај 2024. године",
        or_date_prepared_text=["10. мај 2024.", "10. мај 2024"],
        language="sr",
        title="Извештај о напретку – самопроцена",
        or_title=["Извештај о напретку – самопроцена Акциони план за отворену управу 2023-2027"],
    )
