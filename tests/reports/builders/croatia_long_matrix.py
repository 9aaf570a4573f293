"""Croatia: a long matrix, the band of each measure names its body in brackets, status words with a legend of four words as a list below the table.

Columns the contract has no place for (indicator) stand among the others; deadlines as month, day or quarter; `U tijeku` is amber by the legend alone.
"""

from tests.reports.builders.grid import Grid, worded
from tests.reports.builders.markup import Document, cell, h1, p, paras, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
STATUS = {
    "Provedeno": worded("Provedeno", "green", "complete"),
    "Djelomično provedeno": worded("Djelomično provedeno", "amber", "limited", sure=False),
    "U tijeku": worded("U tijeku", "amber"),
    "Nije provedeno": worded("Nije provedeno", "red", "not_started", sure=False),
    None: worded(None, None),
}
PARTS = (
    (
        "1",
        "Proaktivno objavljivanje podataka",
        "Povjerenik za informiranje",
        (
            (
                "1.1",
                "Izraditi popis skupova podataka tijela javne vlasti",
                "prosinac 2014.",
                "2014-12-31",
                "Broj skupova",
                "Provedeno",
                "Popis sa 412 skupova podataka objavljen je 19. prosinca 2014.",
                "Popis će se dopunjavati svakih šest mjeseci.",
            ),
            (
                "1.2",
                "Uspostaviti portal otvorenih podataka",
                "31. ožujka 2015.",
                "2015-03-31",
                "Portal u radu",
                "Provedeno",
                "Portal je pušten u rad 20. ožujka 2015. i sadrži 103 skupa podataka.",
                "Povezati portal s europskim portalom.",
            ),
            (
                "1.3",
                "Održati edukacije za službenike",
                "rujan 2016.",
                "2016-09-30",
                "Broj edukacija",
                "U tijeku",
                "Do kraja lipnja 2016. održano je sedam od petnaest planiranih edukacija.",
                "Održati preostalih osam edukacija do kraja godine.",
            ),
        ),
    ),
    (
        "2",
        "Fiskalna transparentnost",
        "Ministarstvo financija",
        (
            (
                "2.1",
                "Objaviti sažetak proračuna za građane",
                "veljača 2015.",
                "2015-02-28",
                "Objavljen sažetak",
                "Provedeno",
                "Sažetak je objavljen za 2015. i 2016. godinu.",
                None,
            ),
            (
                "2.2",
                "Objaviti izvješća trgovačkih društava u državnom vlasništvu",
                "lipanj 2015.",
                "2015-06-30",
                "Broj društava",
                "Djelomično provedeno",
                "Objavljena su izvješća 31 od 54 društva.",
                "Zatražiti izvješća preostalih društava.",
            ),
            (
                "2.3",
                "Izraditi interaktivni prikaz lokalnih proračuna",
                "prosinac 2015.",
                "2015-12-31",
                "Prikaz dostupan",
                "Nije provedeno",
                "Natječaj za izradu prikaza poništen je dva puta.",
                "Raspisati novi natječaj u siječnju 2017. godine.",
            ),
        ),
    ),
    (
        "3",
        "Savjetovanje s javnošću",
        "Ured za udruge",
        (
            (
                "3.1",
                "Nadograditi sustav e-Savjetovanja",
                "travanj 2015.",
                "2015-04-30",
                "Sustav nadograđen",
                "Provedeno",
                "Sustav koristi svih 20 ministarstava i 1.908 registriranih građana.",
                "Uključiti županije.",
            ),
            (
                "3.2",
                "Objavljivati godišnje planove savjetovanja",
                "siječanj 2016.",
                "2016-01-31",
                "Broj planova",
                None,
                "Plan je objavilo 14 tijela.",
                "Podsjetiti ostala tijela.",
            ),
        ),
    ),
)
TOTAL = "Od ukupno 8 aktivnosti provedene su 4, a 1 nije provedena."


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Croatia",
        country_code="HRV",
        country_text="Republika Hrvatska",
        or_country_text=["Hrvatska", "Hrvatske", "Republike Hrvatske", "Republici Hrvatskoj"],
        period_start_year=2014,
        period_end_year=2016,
        report_kind="end_of_term",
        date_prepared="2016-10-14",
        date_prepared_text="14. listopada 2016.",
        or_date_prepared_text=["14. listopada 2016"],
        language="hr",
    )
    grid = Grid(
        truth,
        (
            ("number", "Red. br.", 1.2),
            ("title", "Mjera / Aktivnost", 4.6),
            ("responsible", "Nositelj", 3),
            ("end", "Rok", 2.2),
            ("indicator", "Pokazatelj provedbe", 2.6),
            ("rating", "Status", 2.3),
            ("evidence", "Provedene aktivnosti", 5.6),
            ("next_steps", "Daljnji koraci", 4.2),
        ),
    )
    for number, name, body, rows in PARTS:
        grid.band(f"MJERA {number}. {name} (Nositelj: {body})", "DCE6F1")
        truth.commitment(number, name, or_title=[f"{name} (Nositelj: {body})"], lead_institution=body, or_lead_institution=[None])
        for ref, what, due, day, sign, status, proof, steps in rows:
            grid.row(
                ref,
                STATUS[status],
                title=what,
                responsible=body,
                indicator=sign,
                evidence=proof,
                next_steps=steps,
                cells={"end": cell(due)},
                truth={"end_date": day, "end_date_text": due},
            )
    truth.claim(TOTAL, 8, section="Zaključak")
    truth.claim(TOTAL, 4, rating="green", or_rating=[None], completion="complete", or_completion=[None], section="Zaključak")
    truth.claim(TOTAL, 1, rating="red", or_rating=[None], completion="not_started", or_completion=[None], section="Zaključak")
    content = [
        title("Završno izvješće o provedbi Akcijskog plana za provedbu inicijative Partnerstvo za otvorenu vlast"),
        p("Republika Hrvatska"),
        p("za razdoblje od 2014. do 2016. godine"),
        p("Zagreb, 14. listopada 2016."),
        h1("Uvod"),
        p("Vlada je akcijski plan donijela nakon javne rasprave u kojoj je sudjelovalo 46 udruga."),
        h1("Pregled provedbe mjera"),
        grid.table(),
        *paras(
            "Objašnjenje statusa:\n• Provedeno – aktivnost je u cijelosti provedena (zeleno)\n• Djelomično provedeno – provedena je barem polovica (žuto)\n"
            "• U tijeku – rok još nije istekao (žuto)\n• Nije provedeno – provedba nije započela (crveno)"
        ),
        h1("Zaključak"),
        p(TOTAL),
        p("Izrada novog akcijskog plana započela je u rujnu."),
    ]
    return Document(language="hr", content=content, running_foot="Izvješće o provedbi – stranica 1"), truth
