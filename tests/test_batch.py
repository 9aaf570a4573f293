"""A run takes in what is new, and the outcome depends on what lies in raw/, not on the order or number of runs."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.batch import Options, run, validate, withdraw
from pipeline.errors import UsageError
from pipeline.executors.pool import Limits
from pipeline.storage.intake import open_store
from pipeline.storage.snapshots import newest
from pipeline.tables import REPORT_TABLES, Severity
from tests.hostile import packages

START = datetime(2026, 1, 1, tzinfo=UTC)
ID = "gha-2021-2023-end_of_term"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "raw").mkdir()
    return tmp_path


def docx(*milestones, prepared="15 September 2023", plan="2021-2023"):
    rows = [packages.milestone(n, evidence, fill) for n, evidence, fill in milestones]
    body = packages.report(rows=rows, prepared=prepared).replace("2021-2023", plan)
    return packages.package(packages.document_xml(body))


DRAFT = docx((1, "Published on 3 May 2023.", "FFC000"), (2, "Adopted on 4 May 2023.", "92D050"))
FINAL = docx((1, "Published on 3 May 2023.", "92D050"), (2, "Adopted on 4 May 2023.", "92D050"), prepared="31 October 2023")
OTHER = docx((1, "Published on 3 May 2020.", "92D050"), plan="2018-2020")


def put(root, **files):
    for name, data in files.items():
        (root / "raw" / f"{name}.docx").write_bytes(data)


def go(root, *sources, days=0, **options):
    return run(open_store(str(root)), sources, Options(workers=1, **options), clock=lambda: START + timedelta(days=days))


def statuses(root):
    rows = pq.read_table(root / "curated/submissions.parquet").to_pylist()
    return {r["source_path"]: r["status"] for r in rows}


def tables(root):
    """Return what the tables say, without times."""
    names = (*REPORT_TABLES, "changes", "disagreements", "findings")
    found = {name: pq.read_table(root / f"curated/{name}.parquet").to_pylist() for name in names}
    return {name: [{k: v for k, v in row.items() if k != "first_seen"} for row in rows] for name, rows in found.items()}


def ratings(root):
    return {m["milestone_number"]: m["rating"] for m in tables(root)["milestones"]}


def test_a_report_becomes_tables_findings_and_staged_files(root):
    put(root, draft=DRAFT)

    result = go(root)

    (submission,) = pq.read_table(root / "curated/submissions.parquet").to_pylist()
    assert (submission["status"], submission["report_id"], submission["received_at"]) == ("current", ID, START)
    assert ratings(root) == {"1": "amber", "2": "green"}
    assert {p.name for p in (root / "staged" / submission["document_id"]).iterdir()} == {"blocks.parquet", "cells.parquet", "complete.json"}
    assert result.checks.num_rows > 0


def test_a_run_with_nothing_new_reads_and_writes_nothing(root):
    put(root, draft=DRAFT)
    go(root)
    before = {p: p.stat().st_mtime_ns for p in root.rglob("*")}

    result = go(root, days=1)

    assert {p: p.stat().st_mtime_ns for p in root.rglob("*")} == before
    assert (result.done, result.snapshot.number) == (0, 1)


def test_a_file_that_was_only_touched_is_nothing_new(root):
    put(root, draft=DRAFT)
    go(root)

    put(root, draft=DRAFT)

    assert go(root).done == 0


def test_a_later_submission_supersedes_whatever_the_order_and_batches(root, tmp_path_factory):
    put(root, draft=DRAFT, final=FINAL)
    go(root)
    assert statuses(root) == {"draft.docx": "superseded", "final.docx": "current"}
    assert [(c["row_id"], c["column"], c["old"], c["new"]) for c in tables(root)["changes"] if c["column"] == "rating"] == [
        (f"{ID}/m1", "rating", "amber", "green")
    ]

    for order in permutations({"draft": DRAFT, "final": FINAL}.items()):
        other = tmp_path_factory.mktemp("order")
        (other / "raw").mkdir()
        for day, (name, data) in enumerate(order):
            put(other, **{name: data})
            go(other, days=day)
        assert tables(other) == tables(root)


def test_reports_do_not_touch_each_other(root):
    put(root, draft=DRAFT)
    go(root)
    before = [r for r in tables(root)["milestones"] if r["report_id"] == ID]

    put(root, other=OTHER)
    go(root)

    assert [r for r in tables(root)["milestones"] if r["report_id"] == ID] == before
    assert len(tables(root)["reports"]) == 2


def test_the_same_bytes_under_another_name_are_a_duplicate(root):
    put(root, a=DRAFT)
    go(root)
    put(root, b=DRAFT)

    go(root, days=1)

    assert statuses(root) == {"a.docx": "current", "b.docx": "duplicate"}
    assert len(tables(root)["reports"]) == 1


def test_a_file_with_new_content_keeps_the_row_of_the_old(root):
    put(root, report=DRAFT)
    go(root)

    put(root, report=FINAL)
    go(root, days=1)

    rows = pq.read_table(root / "curated/submissions.parquet").to_pylist()
    assert sorted((r["source_path"], r["status"]) for r in rows) == [("report.docx", "current"), ("report.docx", "superseded")]


def test_a_document_that_cannot_be_read_stops_no_other_and_leaves_no_part(root):
    put(root, good=DRAFT, bad=DRAFT[:900])

    result = go(root)

    assert statuses(root) == {"good.docx": "current", "bad.docx": "quarantined"}
    assert result.exit_code(Severity.CRITICAL) == 3
    assert (root / "raw/bad.docx").read_bytes() == DRAFT[:900]
    quarantined = [f for f in tables(root)["findings"] if f["rule"] == "document.quarantined"]
    assert [(f["table"], f["severity"]) for f in quarantined] == [("submissions", "critical")]
    (row,) = result.quarantined
    assert row.status_reason.startswith("damaged: ")
    assert not (root / "staged" / row.document_id).exists()


def test_a_quarantined_document_is_read_again_under_other_limits_or_on_request_only(root):
    put(root, bad=DRAFT[:900])
    go(root)

    assert go(root).done == 0
    assert go(root, retry=True).done == 1
    assert go(root, limits=Limits(timeout=77)).done == 1


def test_a_changed_sidecar_makes_the_document_changed(root):
    put(root, report=DRAFT)
    go(root)
    (root / "raw/report.docx.toml").write_text('[report]\nlocality = "Accra"\n')

    result = go(root, days=1)

    (report,) = tables(root)["reports"]
    assert (result.done, report["locality"]) == (1, "Accra")
    assert go(root).done == 0


def test_withdrawing_the_leading_document_brings_the_former_back(root):
    put(root, draft=DRAFT, final=FINAL)
    go(root)
    final = next(r["document_id"] for r in pq.read_table(root / "curated/submissions.parquet").to_pylist() if r["source_path"] == "final.docx")

    withdraw(open_store(str(root)), [final])

    assert statuses(root) == {"draft.docx": "current", "final.docx": "withdrawn"}
    assert ratings(root) == {"1": "amber", "2": "green"}
    assert tables(root)["changes"] == []
    assert go(root).done == 0

    withdraw(open_store(str(root)), [final], undo=True)
    assert statuses(root) == {"draft.docx": "superseded", "final.docx": "current"}


def test_withdrawing_the_only_document_empties_the_tables(root):
    put(root, draft=DRAFT)
    go(root)
    (submission,) = pq.read_table(root / "curated/submissions.parquet").to_pylist()

    withdraw(open_store(str(root)), [submission["document_id"]])

    assert statuses(root) == {"draft.docx": "withdrawn"}
    assert {name: len(rows) for name, rows in tables(root).items() if rows} == {}


def test_a_document_from_elsewhere_is_copied_into_raw(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "draft.docx").write_bytes(DRAFT)
    put(root, draft=OTHER)

    go(root, str(elsewhere / "draft.docx"))

    (path,) = statuses(root)
    assert path.endswith("/draft.docx")
    assert (root / "raw" / path).read_bytes() == DRAFT


def test_what_two_runs_at_once_take_in_is_all_there(root):
    put(root, draft=DRAFT)
    store = open_store(str(root))
    inner = []

    def progress(done, total, name):
        if not inner:
            inner.append(name)
            put(root, other=OTHER)
            run(store, [str(root / "raw/other.docx")], Options(workers=1), clock=lambda: START)

    run(store, [str(root / "raw/draft.docx")], Options(workers=1), progress=progress, clock=lambda: START)

    assert len(newest(store.curated).arrow("reports")) == 2
    assert statuses(root) == {"draft.docx": "current", "other.docx": "current"}


def test_new_suites_judge_everything_again(root):
    put(root, draft=DRAFT)
    go(root)
    (root / "expectations").mkdir()
    from pipeline.validation.texts import shipped_texts

    for name, text in shipped_texts().items():
        (root / "expectations" / name).write_text(text.replace('"critical"', '"warning"'))

    result = go(root)

    assert (result.done, result.snapshot.number) == (0, 2)
    assert "critical" not in result.checks["severity"].to_pylist()


@pytest.mark.parametrize("way", ["in place", "as a new file"])
def test_validate_judges_a_table_as_someone_has_left_it(root, way):
    put(root, draft=DRAFT)
    go(root)
    path = root / "curated/milestones.parquet"
    frame = pd.read_parquet(path)
    frame.loc[frame["milestone_number"] == "2", ["rating", "rating_text", "rating_fill"]] = None
    frame.to_parquet(root / "edited.parquet")
    if way == "in place":
        path.chmod(0o644)
        path.write_bytes((root / "edited.parquet").read_bytes())
    else:
        (root / "edited.parquet").replace(path)

    verdict = validate(open_store(str(root)))

    assert ("milestone.rating.missing", f"{ID}/m2") in [(f["rule"], f["row_id"]) for f in verdict.findings.to_pylist()]
    assert ratings(root) == {"1": "amber", "2": None}


def test_a_root_that_is_not_there_is_a_wrong_call(tmp_path):
    with pytest.raises(UsageError, match="There is no"):
        open_store(str(tmp_path / "nowhere"))
