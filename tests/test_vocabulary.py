"""The words of headings and ratings: every file is whole, and a phrase means one thing in one language."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import FIELD_KEYS, STATUS_KEYS, load_words
from pipeline.vocabulary import languages, phrases

FOLDER = Path(__file__).parent.parent / "pipeline" / "vocabulary"
LANGUAGES = tuple(language for language in languages() if language != "common")
TOPICS = ("headings", "ratings")
FILES = [(language, topic) for language in LANGUAGES for topic in TOPICS]

LETTERS = {"letter_green", "letter_amber", "letter_red"}
"""The only keys that a language may lack: two of its colours may begin with one letter."""

RICH = {
    "headings": ("milestone", "commitment", "rating", "evidence", "reasons", "next_steps", "lead_institution", "supporting_institutions", "comments"),
    "ratings": ("green", "amber", "not_started", "limited", "substantial", "complete"),
}
SIGNS = {"symbol_green", "symbol_amber", "symbol_red", "tick", "tick_yes", "tick_no", "box_empty", "dot", "star_full", "star_empty", "placeholder"}

MAY_SHARE = {
    # A label inside a cell says what a column of its own would.
    ("label_next_steps", "next_steps"),
    ("label_reasons", "reasons"),
    ("label_evidence", "evidence"),
    # The word before a number is the word above the column.
    ("commitment", "commitment_band"),
    ("milestone", "milestone_prefix"),
    # A form opens a group of fields with the words it also gives to one field.
    ("description", "section_band"),
    ("contact", "section_band"),
    ("rating", "section_band"),
    ("evidence", "section_band"),
    # The annex of comments has headings of its own for what the milestones' table has too.
    ("comment_text", "comments"),
    ("comment_reference", "number"),
    ("comment_reference", "milestone"),
    ("comment_reference", "milestone_prefix"),
    ("comment_reference", "commitment"),
    ("comment_reference", "commitment_number"),
    ("additional_information", "comment_text"),
    # The cover's dates and period against those of a row and of a comment.
    ("comment_date", "cover_date"),
    ("cover_period", "dates"),
    # Planned and actual stand above dates or before them.
    ("objective", "planned"),
    ("end_date", "planned"),
    ("actual", "label_evidence"),
    # A sub-row of the actors against a column of them.
    ("sub_civil_society", "supporting_institutions"),
    # A mark's meaning depends on what it stands in: a level's column, a question, or alone as a colour.
    ("symbol_green", "tick"),
    ("symbol_green", "tick_yes"),
    ("tick", "tick_yes"),
    ("tick", "tick_no"),
    ("dot", "tick"),
    # One letter, two words: yes and a yellow light, red and no.
    ("letter_amber", "yes"),
    ("letter_red", "no"),
    ("letter_green", "no"),
    ("letter_amber", "no"),
}
"""Pairs of keys that may say the same words, because they are asked for in different places."""

SHARED = frozenset(frozenset(pair) for pair in MAY_SHARE)


def read(language: str, topic: str) -> Mapping[str, Sequence[str]]:
    return tomllib.loads((FOLDER / language / f"{topic}.toml").read_text(encoding="utf-8"))


def keys_by_phrase(table: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    """Fold as headings are compared; a sign without letters is itself."""
    keys = defaultdict(set)
    for key, words in table.items():
        for word in words:
            keys[fold(word) or word].add(key)
    return keys


@pytest.mark.parametrize(("language", "topic"), FILES)
def test_a_file_is_a_flat_table_of_phrases(language: str, topic: str) -> None:
    table = read(language, topic)

    assert all(isinstance(words, list) and words for words in table.values())
    assert all(isinstance(word, str) and word for words in table.values() for word in words)


@pytest.mark.parametrize(("language", "topic"), FILES)
def test_a_file_has_only_keys_that_english_has(language: str, topic: str) -> None:
    unknown = set(read(language, topic)) - set(read("en", topic))

    assert not unknown


@pytest.mark.parametrize(("language", "topic"), FILES)
def test_every_meaning_has_words_in_every_language(language: str, topic: str) -> None:
    table = read(language, topic)

    missing = set(read("en", topic)) - set(table) - LETTERS
    poor = [key for key in RICH[topic] if len(table.get(key, ())) < 4]

    assert not missing
    assert not poor


@pytest.mark.parametrize(("language", "topic"), [*FILES, ("common", "ratings")])
def test_a_phrase_stands_under_one_key(language: str, topic: str) -> None:
    shared = {
        (pair, phrase)
        for phrase, keys in keys_by_phrase(read(language, topic)).items()
        for pair in combinations(sorted(keys), 2)
        if frozenset(pair) not in SHARED
    }

    assert not shared


@pytest.mark.parametrize(("language", "topic"), [*FILES, ("common", "ratings")])
def test_a_phrase_stands_once_under_its_key_and_without_stray_space(language: str, topic: str) -> None:
    for key, words in read(language, topic).items():
        lowered = [word.casefold() for word in words]
        assert len(lowered) == len(set(lowered)), key
        assert all(word == " ".join(word.split()) for word in words), key


def test_signs_of_no_language_have_known_keys_only() -> None:
    assert set(read("common", "ratings")) == SIGNS


def test_serbian_is_written_in_both_scripts() -> None:
    for topic in TOPICS:
        for key in set(read("sr", topic)) - LETTERS:
            letters = "".join(read("sr", topic)[key])
            assert any("a" <= c <= "z" for c in letters.casefold()), key
            assert any("а" <= c <= "ш" for c in letters.casefold()), key


def test_a_language_and_the_common_signs_come_together() -> None:
    merged = phrases("ratings", ("es", "common"))

    assert "verde" in merged["green"]
    assert "🟢" in merged["symbol_green"]


@pytest.mark.parametrize(
    ("language", "heading", "key"),
    [
        ("en", "Assessment of Progress (Green/Amber/Red)", "rating"),
        ("en", "Name of responsible person from implementing agency", "responsible"),
        ("en", "Delivery of milestones\nShort summary of what was delivered, or is in progress, since the last report.", "evidence"),
        ("en", "Brief Description of Commitment (140 character limit)", "description"),
        ("en", "Lead government actors", "lead_institution"),
        ("es", "Evidencia que sustenta la evaluación", "evidence"),
        ("es", "Institución o actor responsable de la implementación", "lead_institution"),
        ("fr", "Justification de l’évaluation", "reasons"),
        ("fr", "Commentaires de la société civile", "comments"),
        ("pt", "INDICADORES DE CONCLUSÃO\n(links de comprovação)", "indicators"),
        ("pt", "% CONCLUSÃO", "percent"),
        ("ro", "Gradul de realizare", "rating"),
        ("sr", "Предузете активности", "evidence"),
        ("sr", "Nosilac aktivnosti", "lead_institution"),
        ("hr", "Sunositelj", "supporting_institutions"),
        ("bg", "Отговорна институция", "lead_institution"),
        ("ka", "პასუხისმგებელი უწყება", "lead_institution"),
        ("hy", "Պատասխանատու մարմին", "lead_institution"),
        ("uk", "Докази, що підтверджують оцінку", "evidence"),
        ("ru", "Ответственный исполнитель", "responsible"),
        ("ky", "Аткаруу мөөнөтү", "dates"),
        ("mn", "Цаашид авах арга хэмжээ", "next_steps"),
        ("sq", "Hapat e ardhshëm", "next_steps"),
        ("id", "Instansi penanggung jawab", "lead_institution"),
        ("ar", "الخطوات التالية", "next_steps"),
        ("it", "Amministrazione responsabile", "lead_institution"),
        ("ko", "소관부처", "lead_institution"),
        ("tr", "SORUMLU KURULUŞ", "lead_institution"),
        ("he", "הגוף המוביל", "lead_institution"),
        ("cs", "Míra splnění", "rating"),
        ("et", "Vastutav asutus", "lead_institution"),
        ("mk", "Носител на активноста", "lead_institution"),
        ("sk", "Odpočet plnenia", "evidence"),
        ("de", "Federführendes Ressort", "lead_institution"),
        ("fi", "Toteutuksesta vastaava viranomainen", "lead_institution"),
        ("fi", "Arviota tukeva näyttö", "evidence"),
        ("fi", "Viivästymisen syyt", "reasons"),
        ("no", "Ansvarlig departement", "lead_institution"),
        ("no", "Kva er gjort?", "evidence"),
        ("no", "Veien videre", "next_steps"),
        ("sv", "Ansvarigt departement", "lead_institution"),
        ("sv", "Underlag för bedömningen", "evidence"),
        ("sv", "Orsaker till förseningen", "reasons"),
        ("da", "Ansvarligt ministerium", "lead_institution"),
        ("da", "Dokumentation der understøtter vurderingen", "evidence"),
        ("da", "Det videre forløb", "next_steps"),
        ("el", "ΒΑΘΜΟΣ ΟΛΟΚΛΗΡΩΣΗΣ", "rating"),
        ("el", "Επικεφαλής φορέας υλοποίησης", "lead_institution"),
        ("nl", "Mate van voltooiing", "rating"),
        ("nl", "Verantwoordelijke uitvoerende instantie", "lead_institution"),
        ("lt", "Įvykdymo lygis", "rating"),
        ("lt", "Atsakinga institucija", "lead_institution"),
        ("lv", "Izpildes pakāpe", "rating"),
        ("lv", "Atbildīgā institūcija", "lead_institution"),
    ],
)
def test_a_printed_heading_is_understood(language: str, heading: str, key: str) -> None:
    match = load_words((language,)).headings.match(heading, FIELD_KEYS)

    assert match is not None
    assert match.key == key


@pytest.mark.parametrize(
    ("language", "status", "key"),
    [
        ("en", "Not completed", "in_progress"),
        ("en", "Partially completed", "limited"),
        ("en", "Not on track", "delayed"),
        ("es", "No iniciado o con retrasos graves", "red_legend"),
        ("fr", "Non réalisée", "not_started"),
        ("pt", "Não concluído", "in_progress"),
        ("ro", "Realizat parțial", "limited"),
        ("sr", "Делимично испуњена", "limited"),
        ("hr", "Nije provedeno", "not_started"),
        ("bg", "Изпълнена частично", "limited"),
        ("ka", "უმეტესად შესრულდა", "substantial"),
        ("hy", "Չի սկսվել", "not_started"),
        ("uk", "Не виконано", "not_started"),
        ("ru", "Исполнено частично", "limited"),
        ("ky", "Баштала элек", "not_started"),
        ("mn", "Хэсэгчлэн хэрэгжсэн", "limited"),
        ("sq", "Nuk ka filluar", "not_started"),
        ("id", "Belum selesai", "in_progress"),
        ("ar", "غير مكتمل", "in_progress"),
        ("it", "Non avviata", "not_started"),
        ("ko", "아직 완료되지 않음", "in_progress"),
        ("tr", "HENÜZ TAMAMLANMADI", "in_progress"),
        ("he", "טרם הושלמה", "in_progress"),
        ("cs", "Částečně splněno", "limited"),
        ("et", "Ei ole täidetud", "not_started"),
        ("mk", "Делумно реализирана", "limited"),
        ("sk", "Zatiaľ nedokončené", "in_progress"),
        ("de", "Noch nicht vollständig umgesetzt", "in_progress"),
        ("fi", "Ei ole vielä valmis", "in_progress"),
        ("fi", "Osittain toteutunut", "limited"),
        ("no", "Ennå ikke fullført", "in_progress"),
        ("no", "Delvis gjennomført", "limited"),
        ("sv", "Ännu inte slutförd", "in_progress"),
        ("sv", "Delvis genomfört", "limited"),
        ("da", "Endnu ikke fuldført", "in_progress"),
        ("da", "Delvist gennemført", "limited"),
        ("el", "Δεν έχει ολοκληρωθεί πλήρως", "in_progress"),
        ("el", "ΜΕΡΙΚΩΣ ΟΛΟΚΛΗΡΩΜΕΝΟ", "limited"),
        ("nl", "Nog niet volledig uitgevoerd", "in_progress"),
        ("lt", "Ne visiškai įgyvendinta", "in_progress"),
        ("lt", "Neįgyvendinta", "not_started"),
        ("lv", "Vēl nav pilnībā izpildīts", "in_progress"),
    ],
)
def test_a_negation_or_a_part_is_not_taken_for_the_whole(language: str, status: str, key: str) -> None:
    match = load_words((language,)).ratings.match(status, STATUS_KEYS)

    assert match is not None
    assert match.key == key


@pytest.mark.parametrize(
    ("language", "letter", "key"),
    [("ro", "G", "letter_amber"), ("it", "G", "letter_amber"), ("et", "R", "letter_green"), ("en", "G", "letter_green")],
)
def test_a_letter_is_read_in_its_language_before_english(language: str, letter: str, key: str) -> None:
    match = load_words((language,)).ratings.match(letter, loose=False)

    assert match is not None
    assert match.key == key


def test_greek_capitals_have_no_accents() -> None:
    words = load_words(("el",))

    assert words.is_placeholder("ΔΕΝ ΥΠΆΡΧΕΙ")
    assert words.is_placeholder("ΔΕΝ ΥΠΑΡΧΕΙ.")
    assert words.is_placeholder("κανένας")
