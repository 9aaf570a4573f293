"""Serbia, in Latin script: a table without any rules, set by white space alone; commitments are bold rows over all columns.

Status words are the printed scale; a comment opens with the body in bold and the date in brackets.
"""

import datetime as dt

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
DONE = worded("Završeno", "green", "complete", sure=False)
PART = worded("Ograničen napredak", "amber", "limited", sure=False)
NONE = worded("Nije započeto", "red", "not_started", sure=False)
VOID = worded(None, None)
SAID = "Podaci se ne mogu preuzeti. Predlažemo da se ocena promeni u „ograničen napredak“."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Serbia",
        country_code="SRB",
        country_text="Republika Srbija",
        or_country_text=["Srbija"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-11-16",
        date_prepared_text="16. novembar 2020. godine",
        or_date_prepared_text=["16. novembar 2020.", "16. novembar 2020"],
        language="sr",
        title="Završni izveštaj o samoproceni",
        or_title=["Završni izveštaj o samoproceni Akcioni plan Partnerstva za otvorenu upravu 2018-2020"],
    )
    columns = (
        ("number", "R. br.", 1.4),
        ("title", "Aktivnost", 5.4),
        ("rating", "Status", 3.2),
        ("evidence", "Ostvareni rezultati", 8.4),
        ("next_steps", "Naredni koraci", 6),
    )
    grid = Grid(truth, columns, fill=None)
    truth.commitment("1", "Otvoreni podaci o okolini")
    grid.band("Obaveza 1: Otvoreni podaci o okolini", fill=None)
    one = grid.row(
        "1.1",
        DONE,
        title="Objaviti podatke mernih stanica",
        evidence="Objavljuju se podaci 61 merne stanice, na svakih sat vremena.",
        after=f"**Udruženje Čist vazduh (23. novembar 2020. godine):**\n{SAID}",
        next_steps="Dodati stanice u Sandžaku.",
    )
    grid.row("1.2", PART, title="Urediti registar zagađivača", evidence="Registar je dostupan samo na zahtev.", next_steps="Otvoriti registar.")
    grid.row(
        "1.3", NONE, title="Održati takmičenje za aplikacije", evidence="Takmičenje je otkazano.", next_steps="Raspisati takmičenje 2021. godine."
    )
    truth.commitment("2", "Participativno budžetiranje")
    grid.band("Obaveza 2: Participativno budžetiranje", fill=None)
    grid.row(
        "2.1", DONE, title="Izraditi priručnik za opštine", evidence="Priručnik je dobilo 145 opština.", next_steps="Dopuniti priručnik primerima."
    )
    grid.row("2.2", VOID, title="Sprovesti anketu građana", evidence="Upitnik je pripremljen.")
    truth.comment(
        one,
        "Udruženje Čist vazduh",
        dt.date(2020, 11, 23),
        "23. novembar 2020. godine",
        SAID,
        organisation_kind="ngo",
        proposed_rating="amber",
        proposal="explicit",
        proposal_text="Predlažemo da se ocena promeni u „ograničen napredak“.",
        section=None,
    )
    content = [
        title("Završni izveštaj o samoproceni"),
        p("Akcioni plan Partnerstva za otvorenu upravu 2018-2020"),
        p("Republika Srbija"),
        p("Datum izrade: 16. novembar 2020. godine"),
        h1("Ocena obaveza"),
        grid.table(rules="none"),
        h1("Zaključak"),
        p("Rad na novom planu počinje u januaru 2021. godine."),
    ]
    return Document(language="sr", content=content, css="td { padding: 4pt 6pt }"), truth
