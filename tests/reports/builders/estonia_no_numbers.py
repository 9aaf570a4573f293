"""Estonia: rows without any number, a table per commitment, horizontal rules only; status words with a legend line of the report's own.

The PDF has no vertical lines at all; cells of several lines leave gaps between columns as the only sign.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, h1, h2, p, title
from tests.reports.builders.truth import Truth

PRINTED = "browser"
DONE = worded("Täidetud", "green", "complete", sure=False)
LATE = worded("Hilineb", "amber")
NONE = worded("Alustamata", "red", "not_started", sure=False)
VOID = worded(None, None)
COLUMNS = (
    ("title", "Tegevus", 5.5),
    ("rating", "Olukord", 2.6),
    ("evidence", "Tulemused ja tõendid", 7),
    ("reasons", "Hinnangu põhjendus", 5),
    ("next_steps", "Järgmised sammud", 5),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Estonia",
        country_code="EST",
        country_text="Eesti",
        or_country_text=["Eesti Vabariik"],
        period_start_year=2022,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2024-12-09",
        date_prepared_text="9. detsember 2024",
        language="et",
        title="Lõpparuanne: enesehindamine",
        or_title=["Lõpparuanne: enesehindamine Avatud valitsemise partnerluse tegevuskava 2022-2024"],
    )
    one, two = Grid(truth, COLUMNS, fill=None), Grid(truth, COLUMNS, fill=None)
    truth.commitment("1", "Avatud andmed koolides")
    one.row(
        None,
        DONE,
        title="Avaldada koolide eelarved",
        evidence="Avaldatud on 511 kooli eelarved alates 2023. aasta jaanuarist.",
        reasons="Kõik koolid on kaetud.",
        next_steps="Lisada lasteaiad.",
    )
    one.row(
        None,
        LATE,
        title="Luua andmete kirjeldamise juhend",
        evidence="Juhendi kavand on läbinud ühe arutelu kuuest.",
        reasons="Koostaja vahetus kahel korral.",
        next_steps="Kinnitada juhend 2025. aasta kevadel.",
    )
    one.row(
        None, NONE, title="Koolitada sada õpetajat", evidence="Koolitusi ei ole toimunud.", reasons="Hange ebaõnnestus.", next_steps="Korrata hanget."
    )
    truth.commitment("2", "Kaasamine seadusloomes")
    two.row(
        None,
        DONE,
        title="Avada eelnõude kommenteerimise keskkond",
        evidence="Keskkond avati 2. mail 2024, kasutajaid on 3900.",
        reasons="Valmis tähtajaks.",
        next_steps="Lisada teavitused.",
    )
    two.row(None, VOID, title="Mõõta kaasamise kvaliteeti", evidence="Mõõdikud on kokku lepitud.", reasons="Esimene mõõtmine on pooleli.")
    content = [
        title("Lõpparuanne: enesehindamine"),
        p("Avatud valitsemise partnerluse tegevuskava 2022-2024"),
        p("Eesti"),
        p("Koostamise kuupäev: 9. detsember 2024"),
        h1("Kohustuste hindamine"),
        p("Täidetud – roheline; Hilineb – kollane; Alustamata – punane"),
        h2("Kohustus 1. Avatud andmed koolides"),
        one.table(rules="rows"),
        h2("Kohustus 2. Kaasamine seadusloomes"),
        two.table(rules="rows"),
    ]
    return Document(language="et", content=content), truth
