"""Headers of comments that say what they are about, and what a section of comments tells of the lines under it."""

from datetime import date

import pytest

from pipeline.curation.comments.blocks import CommentBlock, CommentContext, Line, Split, split_comments
from pipeline.curation.curate import curate
from pipeline.dates import decide_order
from pipeline.model import Mark, MarkKind
from tests.build import document, grid, heading


def split(language: str, *lines: str, section: bool = False, column: bool = False) -> Split:
    """Read lines of prose; what begins with a star is bold."""
    said = [Line(t.lstrip("*"), (Mark(kind=MarkKind.BOLD, start=0, end=len(t)),) if t.startswith("*") else ()) for t in lines]
    return split_comments(
        said, CommentContext(languages=(language,), dates=decide_order([], (language,)), section_is_comments=section, column_is_comments=column)
    )


def only(found: Split) -> CommentBlock:
    assert len(found.comments) == 1
    return found.comments[0]


@pytest.mark.parametrize(
    ("language", "header", "name", "about", "day"),
    [
        ("en", "Milestone 1.2 – Open Harbour Forum, 6 April 2023", "Open Harbour Forum", "Milestone 1.2", date(2023, 4, 6)),
        (
            "en",
            "Open Harbour Forum (12 May 2021), on Commitment 2, milestone 3:",
            "Open Harbour Forum",
            "Commitment 2 Milestone 3",
            date(2021, 5, 12),
        ),
        (
            "es",
            "Asociación Puerto Abierto (ONG), 16 de agosto de 2021. Acción 2.2",
            "Asociación Puerto Abierto (ONG)",
            "Acción 2.2",
            date(2021, 8, 16),
        ),
        ("cs", "Nadace Otevřený přístav, 26. 10. 2020, k závazku 4.1", "Nadace Otevřený přístav", "Závazek 4.1", date(2020, 10, 26)),
        ("ru", "ОО «Открытая гавань», 23 декабря 2019 г., по шагу 2.2:", "ОО «Открытая гавань»", "Шаг 2.2", date(2019, 12, 23)),
        ("et", "3. kohustus: MTÜ Avatud Sadam, 22.08.2024", "MTÜ Avatud Sadam", "Kohustus 3", date(2024, 8, 22)),
        ("hy", "Զեկույցն ամբողջությամբ. «Բաց նավահանգիստ» ՀԿ, 2018 թ. նոյեմբերի 9", "«Բաց նավահանգիստ» ՀԿ", "", date(2018, 11, 9)),
    ],
)
def test_a_header_says_what_it_is_about(language: str, header: str, name: str, about: str, day: date) -> None:
    block = only(split(language, f"*{header}", "…"))

    assert (block.organisation_text, block.about, block.comment_date, block.text) == (name, about, day, "…")


def test_a_name_alone_behind_what_it_is_about_is_a_header_without_a_date() -> None:
    block = only(split("en", "*Milestone 3.2. Open Harbour NGO", "The pier is closed."))

    assert (block.organisation_text, block.about, block.date_text) == ("Open Harbour NGO", "Milestone 3.2", None)


def test_under_a_heading_of_comments_an_undated_label_with_a_body_is_one() -> None:
    lines = ("Фондация „Открито пристанище“: Кеят е затворен.",)

    assert only(split("bg", *lines, section=True)).text == "Кеят е затворен."
    assert not split("bg", *lines).comments


def test_the_word_for_a_year_belongs_to_the_date_before_what_a_header_is_about() -> None:
    found = only(split("ru", "Открытая гавань, 23 декабря 2019 г., по отчёту в целом:", "Нужны причалы.", section=True))

    assert (found.date_text, found.about) == ("23 декабря 2019 г.", "")


def test_a_month_alone_stands_for_a_date() -> None:
    block = only(split("sq", "Shoqata Porti i Hapur (tetor): Moli është i mbyllur."))

    assert (block.organisation_text, block.date_text, block.comment_date) == ("Shoqata Porti i Hapur", "tetor", None)


def test_a_sentence_that_ends_in_a_date_is_no_header() -> None:
    block = only(split("sr", "Министарство правде, 5. 12. 2022.", "Министарство је нови образац применило 1. јуна 2022. године.", column=True))

    assert block.text == "Министарство је нови образац применило 1. јуна 2022. године."


@pytest.mark.parametrize(
    ("language", "header", "label"),
    [
        ("es", "Fundación Puerto Abierto (07/09/2020): El muelle está cerrado.", "Respuesta DIGIDA:"),
        ("sq", "Shoqata Porti i Hapur (16.10.2024): Moli është i mbyllur.", "Përgjigjja e institucionit:"),
        ("hy", "«Բաց նավահանգիստ» ՀԿ (09.11.2018): Փակ է։", "Պատասխան."),
    ],
)
def test_an_answer_s_label_may_name_who_answers(language: str, header: str, label: str) -> None:
    block = only(split(language, header, f"{label} Noted."))

    assert block.response == "Noted."


def test_place_and_date_of_a_signature_head_no_comment() -> None:
    assert not split("fr", "Associer les OSC aux réunions.", "Fait à Abidjan, le 15 décembre 2023", "Le Président du Comité", "N. N.").comments


def test_evidence_that_names_its_milestone_stays_the_author_s() -> None:
    lines = ("The bill was introduced into the House of Representatives on 7 December 2016 (milestone 2).", "Public submissions were published.")

    assert not split("en", *lines).comments


def test_a_comment_of_the_prose_belongs_to_what_its_header_names() -> None:
    table = grid(
        ["No.", "Milestone", "Status", "Evidence"],
        ["1.1", "Open the harbour", "Completed", "It is open."],
        ["1.2", "Count the ships", "Delayed", "None was counted."],
    )
    bold = "Milestone 1.2 – Open Harbour Forum, 6 April 2023:"

    report = curate(
        document(
            heading("Commitments"),
            table,
            heading("Comments from civil society"),
            bold,
            "Count the boats too.",
            "Pier Society, 7 April 2023: Well done.",
        )
    )

    comments = report.tables["comments"]
    assert [str(c["milestone_id"]).rsplit("/")[-1] if c["milestone_id"] else None for c in comments] == ["m1.2", None]
    assert [c["milestone_issue"] for c in comments] == [None, "names_none"]


def test_under_a_heading_of_comments_a_bold_name_before_a_colon_heads_the_words_behind_it() -> None:
    text = "Harbour Watch Association: The figures are of use, but they are printed only."
    said = Line(text, (Mark(kind=MarkKind.BOLD, start=0, end=text.index(":")),))

    comment = only(split_comments([said], CommentContext(languages=("en",), section_is_comments=True)))

    assert (comment.organisation_text, comment.text) == ("Harbour Watch Association", "The figures are of use, but they are printed only.")
