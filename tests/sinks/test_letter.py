"""The letter to the sender."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from pipeline.errors import UsageError
from pipeline.sinks.letter import Letter, letter, phrases
from pipeline.validation import Acceptance
from tests.validation.curated import REPORT, Draft, changed, held, sound, suites, tables


def written(draft: Draft, *accepted: Acceptance) -> Letter:
    return letter(REPORT, tables([draft]), held(draft, accepted=accepted).findings)


def faulty() -> Draft:
    draft = changed()
    draft.milestone("5").update(next_steps=None, reasons=None)
    draft.milestone("2")["rating"] = None
    draft.milestone("2")["rating_fill"] = None
    draft.milestone("1")["evidence"] = "The draft of 2022 is still pending approval."
    return draft


def test_the_letter_lists_by_milestone_what_is_missing_and_what_does_not_fit() -> None:
    lines = [line for line in written(faulty()).markdown.splitlines() if line.startswith(("#", "-"))]

    assert lines == [
        "# Questions on Self-Assessment",
        "## What is missing",
        "- Milestone 2 (“Publish the portal of 2022 for everyone to read”), table 1, row 3: the rating is missing.",
        "- Milestone 5 (“Publish the guide of 2022 for everyone to read”), table 1, row 6: the next steps are missing; the reasons for the rating are missing.",
        "## What doesn't fit together",
        "- Milestone 1 (“Publish the law of 2022 for everyone to read”), table 1, row 2: it is rated green, but the evidence says “still pending”.",
    ]


def test_the_document_says_what_the_markdown_says() -> None:
    made = written(faulty())

    paragraphs = [p.text for p in Document(BytesIO(made.docx)).paragraphs]

    assert paragraphs == [line.lstrip("#- ") for line in made.markdown.splitlines() if line]


def test_the_same_letter_is_the_same_bytes() -> None:
    assert written(faulty()) == written(faulty())


def test_what_is_accepted_is_not_in_the_letter() -> None:
    accepted = Acceptance(rule="milestone.rating.missing", row=f"{REPORT}/m2", reason="Agreed.", until=date(2027, 1, 1))

    assert "Milestone 2 " not in written(faulty(), accepted).markdown


def test_a_sound_report_gets_a_letter_of_thanks() -> None:
    assert "We found nothing to ask." in written(sound()).markdown


def test_a_report_that_is_not_there_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="no report xyz"):
        letter("xyz", tables([sound()]), held(sound()).findings)


def test_every_phrase_belongs_to_a_rule() -> None:
    assert set(phrases()) <= {rule.name for rule in suites().rules}
