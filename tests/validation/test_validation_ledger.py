"""What is kept from run to run: ids, first seen, acceptances; and what is never a pass."""

from datetime import UTC, date, datetime

import pytest

from pipeline.errors import SuiteError
from pipeline.tables import CheckStatus, Severity, arrow_schema
from pipeline.validation import Acceptance, validate
from pipeline.validation.accepted import read_accepted
from tests.validation.curated import NOW, REPORT, Draft, changed, held, named, sound, suites, tables

LATER = datetime(2026, 2, 1, tzinfo=UTC)
ROW = f"{REPORT}/m2"
RULE = "milestone.next_steps.missing"


def without_next_steps(draft: Draft) -> None:
    draft.milestone("2")["next_steps"] = None


def acceptance(row: str = ROW, until: date = date(2026, 6, 1)) -> Acceptance:
    return Acceptance(rule=RULE, row=row, reason="Merged into 3.", until=until)


def test_a_finding_says_what_where_and_what_to_do() -> None:
    draft = changed(without_next_steps)
    draft.milestone("2")["source_pages"] = (7,)

    finding = held(draft).findings.to_pylist()[0]

    assert finding["message"] == (
        "Milestone 2 has no next steps, though it isn't complete (page 7, table 1, row 3). Ask the sender what is planned, or whether it is complete."
    )
    assert (finding["table"], finding["row_id"], finding["column"], finding["severity"]) == ("milestones", ROW, "next_steps", "critical")
    assert (finding["source_table"], finding["source_row"], finding["source_pages"]) == (0, 2, [7])


def test_a_finding_keeps_its_id_and_the_day_it_was_first_seen() -> None:
    before = held(changed(without_next_steps)).findings
    draft = changed(without_next_steps)
    draft.rows["milestones"].reverse()
    draft.milestone("2")["source_row"] = 30

    after = held(draft, now=LATER, previous=before).findings

    assert after["finding_id"].to_pylist() == before["finding_id"].to_pylist()
    assert after["first_seen"].to_pylist() == [NOW]


def test_what_an_earlier_run_said_of_other_reports_is_kept() -> None:
    other = changed(without_next_steps, report_id="gha-2021-2023-annual")
    before = held(changed(without_next_steps), other).findings

    after = held(sound(), previous=before, reports={REPORT}, now=LATER)

    assert named(after) == {(RULE, "gha-2021-2023-annual/m2")}


def test_an_accepted_finding_fails_nothing_until_its_day() -> None:
    result = held(changed(without_next_steps), accepted=[acceptance()])

    finding = result.findings.to_pylist()[0]
    assert (finding["status"], finding["accepted_reason"]) == ("accepted", "Merged into 3.")
    assert result.worst_open is None


def test_an_acceptance_that_is_over_is_reported_and_its_finding_counts_again() -> None:
    result = held(changed(without_next_steps), accepted=[acceptance(until=date(2025, 12, 31))])

    assert named(result) == {(RULE, ROW), ("accepted.expired", ROW)}
    assert result.worst_open is Severity.CRITICAL


def test_an_acceptance_on_its_last_day_still_holds() -> None:
    result = held(changed(without_next_steps), accepted=[acceptance(until=NOW.date())])

    assert result.worst_open is None


def test_an_acceptance_that_matches_nothing_is_reported() -> None:
    result = held(sound(), accepted=[acceptance()])

    assert named(result) == {("accepted.unmatched", ROW)}
    assert result.worst_open is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rule = ", "not TOML"),
        ('[[accept]]\nrule = "a"', "Only \\[\\[accepted\\]\\]"),
        ('[[accepted]]\nrule = "a.b"\nrow = "r"\nreason = "x"', "lacks until"),
        ('[[accepted]]\nrule = "a.b"\nrow = "r"\nreason = "x"\nuntil = 2026-01-01\nwho = "me"', "has who"),
        ('[[accepted]]\nrule = "a.b"\nrow = "r"\nreason = "x"\nuntil = "2026-01-01"', "until is"),
        ('[[accepted]]\nrule = "a.b"\nrow = "r"\nreason = " "\nuntil = 2026-01-01', "say something"),
        ('[[accepted]]\nrule = "a.b"\nrow = "r"\nreason = "x"\nuntil = 2026-01-01\n' * 2, "accepted twice"),
    ],
)
def test_an_acceptance_that_is_not_whole_is_refused(text: str, said: str) -> None:
    with pytest.raises(SuiteError, match=said):
        read_accepted(text)


def test_a_check_over_an_empty_table_is_no_pass() -> None:
    checks = {c["rule"]: c for c in held(sound()).checks.to_pylist()}

    assert checks["content.unmapped"]["status"] == CheckStatus.NOT_RUN
    assert checks["milestone.title.missing"]["status"] == CheckStatus.PASSED
    assert checks["milestone.title.missing"]["evaluated"] == 6


def test_milestones_that_the_report_counts_and_the_table_lacks_are_a_fault() -> None:
    draft = sound()
    draft.rows["milestones"], draft.rows["comments"] = [], []

    result = held(draft)

    assert any("milestone.title.missing on milestones: the table is empty, though the reports count 6" in fault for fault in result.not_run)


def test_a_missing_table_is_a_fault() -> None:
    given = tables([sound()])
    del given["commitments"]

    result = validate(given, suites(), now=NOW)

    assert any("the table commitments is missing" in fault for fault in result.not_run)


def test_a_check_that_raises_is_a_fault_and_the_others_still_run() -> None:
    given = tables([changed(without_next_steps)])
    given["milestones"] = given["milestones"].drop_columns(["rating_issue"])

    result = validate(given, suites(), now=NOW)

    assert {fault.split(" ")[0] for fault in result.not_run} == {
        "rating.colour_and_text_disagree",
        "rating.outside_legend",
        "milestone.rating.missing",
    }
    assert named(result) == {(RULE, ROW)}


def test_an_empty_store_is_no_fault_and_no_pass() -> None:
    result = validate({name: t.slice(0, 0) for name, t in tables([sound()]).items()}, suites(), now=NOW)

    assert result.not_run == ()
    assert set(result.checks["status"].to_pylist()) == {"not_run"}


def test_a_quarantined_file_is_a_finding_on_its_submission() -> None:
    draft = sound()
    draft.rows["submissions"].append(
        {
            "document_id": "e" * 64,
            "source_path": "raw/b.pdf",
            "file_name": "b.pdf",
            "status": "quarantined",
            "status_reason": "encrypted: It has a password.",
        }
    )

    finding = held(draft).findings.to_pylist()[0]

    assert (finding["rule"], finding["table"], finding["row_id"], finding["report_id"]) == ("document.quarantined", "submissions", "e" * 64, None)
    assert "b.pdf could not be read: encrypted: It has a password." in finding["message"]


def test_a_disagreement_names_the_table_row_and_column_that_differ() -> None:
    draft = sound()
    draft.rows["disagreements"].append(
        {
            "report_id": REPORT,
            "table": "milestones",
            "row_id": ROW,
            "column": "rating",
            "document_id": "e" * 64,
            "leading": "green",
            "rendition": "red",
        }
    )

    finding = held(draft).findings.to_pylist()[0]

    assert (finding["rule"], finding["table"], finding["row_id"], finding["column"]) == ("rendition.disagrees", "milestones", ROW, "rating")


def test_findings_and_checks_have_the_declared_columns() -> None:
    result = held(changed(without_next_steps))

    assert result.findings.schema == arrow_schema("findings")
    assert result.checks.schema == arrow_schema("checks")
