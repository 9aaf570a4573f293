"""Numbers that run on, and words in every language."""

import json

import pytest

from pipeline.validation.texts import shipped_texts
from pipeline.validation.words import Lexicon, adds_nothing, copied_share, tipping
from tests.validation.curated import Draft, held, named, sound

CONTRADICTS = next(
    e["kwargs"]
    for e in json.loads(shipped_texts()["milestones.json"])["expectations"]
    if e["meta"]["rule"] == "milestone.evidence.contradicts_rating"
)
PENDING = {
    "en": "The bill is still pending approval.",
    "es": "El reglamento aún no fue aprobado.",
    "fr": "Le décret est en cours d’élaboration.",
    "pt": "A portaria está em elaboração.",
    "ro": "Legea este în curs de avizare.",
    "sr": "Закон је још увек у изради.",
    "hr": "Pravilnik je u izradi.",
    "bg": "Наредбата все още не е приета.",
    "ka": "კანონპროექტი ჯერ არ დამტკიცებულა.",
    "hy": "Կարգը գտնվում է մշակման փուլում։",
    "uk": "Порядок перебуває на погодженні.",
    "ru": "Положение находится в разработке.",
    "ky": "Мыйзам долбоору иштелип жатат.",
    "mn": "Журмыг боловсруулж байна.",
    "sq": "Ligji është në pritje të miratimit.",
    "id": "Peraturan ini masih disusun oleh kementerian.",
    "ar": "القانون قيد الإعداد في الوزارة.",
    "it": "Il decreto è in attesa di firma.",
    "ko": "고시안은 아직 확정되지 않았다.",
    "tr": "Yönetmelik henüz kabul edilmemiştir.",
    "he": "התקנות טרם אושרו.",
    "cs": "Vyhláška se připravuje na ministerstvu.",
    "et": "Eelnõu on koostamisel ministeeriumis.",
    "mk": "Правилникот сè уште не е донесен.",
    "sk": "Vyhláška sa pripravuje na ministerstve.",
    "de": "Die Verordnung befindet sich in Abstimmung.",
    "fi": "Asetus on valmisteilla ministeriössä.",
    "no": "Forskriften er under utarbeidelse i departementet.",
    "sv": "Förordningen är under framtagande i departementet.",
    "da": "Bekendtgørelsen er under udarbejdelse i ministeriet.",
    "el": "Η υπουργική απόφαση βρίσκεται υπό επεξεργασία.",
    "nl": "De regeling is in voorbereiding bij het ministerie.",
    "lt": "Įsakymo projektas rengiamas ministerijoje.",
    "lv": "Noteikumu projekts tiek izstrādāts ministrijā.",
}


def numbered(*numbers: str, own: bool = False) -> Draft:
    """Return a report with milestones of these numbers; `own` says that they start anew in each commitment."""
    draft = sound()
    pattern = draft.rows["milestones"][0]
    draft.rows["milestones"] = [
        {**pattern, "milestone_number": n, "milestone_id": draft.id(f"{'c1/' if own else ''}m{n.strip('.')}"), "title": f"Publish {n} of 2022 for all",
         "evidence": f"Printed on {n} May 2022 in the gazette.", "reasons": f"Because of {n}.", "next_steps": f"Go on with {n}."}
        for n in numbers
    ]  # fmt: skip
    draft.rows["comments"], draft.rows["claims"] = [], []
    return draft


@pytest.mark.parametrize(
    ("numbers", "after"),
    [
        (["1", "2", "4"], ["4"]),
        (["5", "6", "7"], []),
        (["3", "1", "2"], []),
        (["6.01", "6.02", "6.10"], ["6.10"]),
        (["6.8", "6.9", "6.10"], []),
        (["1.1", "1.2", "3.1"], []),
        (["1.1", "1.3", "2.1"], ["1.3"]),
        (["a", "b", "d"], ["d"]),
        (["2 (a)", "2 (c)"], ["2 (c)"]),
        (["i", "ii", "iii", "iv", "vi"], ["vi"]),
        (["1", "2a", "2b", "3"], []),
        (["1", "2-3", "4"], []),
        (["1", "2.1", "2.2", "3"], []),
        (["1.", "2.", "4."], ["4"]),
        (["101", "102", "201"], []),
        (["II/1", "II/3"], ["II/3"]),
        (["1", "3", "5"], ["3", "5"]),
    ],
)
def test_the_first_row_after_a_gap_is_named(numbers: list[str], after: list[str]) -> None:
    found = {str(row).rsplit("/m", 1)[1] for rule, row in named(held(numbered(*numbers))) if rule == "milestone.number.gap"}

    assert found == {n.strip(".") for n in after}


def test_numbers_that_start_anew_in_each_section_are_no_duplicates() -> None:
    draft = numbered("1", "2", "3")
    again = [{**row, "milestone_id": f"{row['milestone_id']}~2"} for row in draft.rows["milestones"]]
    draft.rows["milestones"] += again

    assert {rule for rule, _ in named(held(draft)) if "number" in rule} == set()


def test_the_second_row_of_a_commitments_own_number_is_a_duplicate() -> None:
    draft = numbered("1", "2", "3", own=True)
    draft.rows["milestones"].append({**draft.rows["milestones"][1], "milestone_id": draft.id("c1/m2~2")})

    assert {(rule, row) for rule, row in named(held(draft)) if "number" in rule} == {("milestone.number.duplicate", draft.id("c1/m2~2"))}


def test_milestones_of_a_commitment_whose_number_stands_twice_are_no_duplicates() -> None:
    draft = numbered("a", "b", own=True)
    for row in draft.rows["milestones"]:
        row["milestone_id"] = row["milestone_id"].replace("/c1/", "/c1~2/")

    assert {rule for rule, _ in named(held(draft)) if "number" in rule} == set()


@pytest.mark.parametrize("language", CONTRADICTS["words"])
def test_pending_work_under_green_is_told_in_the_reports_language(language: str) -> None:
    draft = sound()
    draft.rows["reports"][0]["language"] = language
    draft.milestone("1")["evidence"] = PENDING[language]

    finding = next(f for f in held(draft).findings.to_pylist() if f["rule"] == "milestone.evidence.contradicts_rating")

    assert finding["row_id"] == draft.id("m1")
    assert finding["observed"].strip("“”").casefold() in PENDING[language].casefold()


def test_words_of_another_language_tip_nothing() -> None:
    draft = sound()
    draft.rows["reports"][0]["language"] = "fr"
    draft.milestone("1")["evidence"] = PENDING["en"]

    assert "milestone.evidence.contradicts_rating" not in {rule for rule, _ in named(held(draft))}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Still pending.", "pending"),
        ("Spending grew.", None),
        ("No longer pending.", None),
        ("It was pending.\nIt was adopted.", None),
        ("It was adopted. The decree is pending.", "pending"),
        ("PENDING", "PENDING"),
    ],
)
def test_whole_words_tip_a_text_unless_excused_or_settled_later(text: str, words: str | None) -> None:
    assert tipping(text, Lexicon(("pending",)), Lexicon(("no longer pending",)), Lexicon(("was adopted",))) == words


@pytest.mark.parametrize(
    ("text", "title", "nothing"),
    [
        ("Law drafted.", "Law drafted", False),
        ("Draft law on media prepared.", "Prepare the draft law on media", True),
        ("Working group formed.", "A working group is formed", True),
        ("Working group formed in 2022.", "A working group is formed", False),
        ("Register opened to all citizens.", "A working group is formed", False),
    ],
)
def test_evidence_that_adds_a_date_or_two_words_is_no_repetition(text: str, title: str, nothing: bool) -> None:
    assert adds_nothing(text, title, new_words=1, fewest_words=3, coverage=0.6) is nothing


def test_a_share_of_copied_words_counts_runs_only() -> None:
    assert copied_share("a b c d x", "a b c d", run=4) == 0.8
    assert copied_share("a x b y c", "a b c d", run=4) == 0.0


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The draft is with three ministries, pending their approval."), ("fr", "Le décret attend la signature du ministre.")],
)
def test_whose_approval_is_pending_makes_no_difference(language: str, text: str) -> None:
    assert Lexicon(tuple(CONTRADICTS["words"][language])).spans(text)
