"""Tables change together: a commit shows whole or not at all, two at once lose nothing, readers keep what they opened."""

import json
import threading
from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from pipeline.errors import StoreError
from pipeline.settlement import to_table
from pipeline.storage import snapshots
from pipeline.storage.locations import Folder, locate
from pipeline.storage.snapshots import Commit, commit, mend, newest, open_snapshot, prune
from pipeline.storage.table_files import Change
from pipeline.tables import TABLES

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def curated(tmp_path):
    return locate(str(tmp_path / "curated"))


def adding(report_id):
    reports = to_table("reports", [{"report_id": report_id, "document_id": "d" + report_id}])
    milestones = to_table("milestones", [{"report_id": report_id, "milestone_id": f"{report_id}/m1", "position": 0}])
    ids = frozenset({report_id})
    return lambda base: Commit({"reports": Change(reports, ids), "milestones": Change(milestones, ids)})


def add(curated, report_id):
    return commit(curated, adding(report_id), lambda: NOW)


def ids(snapshot, table="reports"):
    return snapshot.arrow(table)["report_id"].to_pylist()


def test_a_commit_publishes_every_table_under_the_same_number(curated):
    add(curated, "a")
    add(curated, "b")

    manifest = json.loads(curated.read("_snapshots/2.json"))
    numbers = {t: pq.read_schema(curated.path / f"{t}.parquet").metadata[b"snapshot"] for t in TABLES}
    assert set(numbers.values()) == {b"2"}
    assert manifest["snapshot"] == 2
    assert set(manifest["files"]) == {*TABLES, "_ledger"}
    assert all(pq.read_schema(curated.path / f).metadata[b"snapshot"] == b"2" for f in manifest["files"].values())
    assert pq.read_table(curated.path / "reports.parquet")["report_id"].to_pylist() == ["a", "b"]


def test_an_open_snapshot_keeps_its_rows_however_many_commits_follow(curated, tmp_path):
    add(curated, "a")
    opened = open_snapshot(str(tmp_path))

    add(curated, "b")

    assert (ids(opened), ids(opened, "milestones"), ids(newest(curated))) == (["a"], ["a"], ["a", "b"])


def test_a_commit_that_was_overtaken_merges_again_on_top(curated):
    add(curated, "a")
    overtaken = []

    def merge(base):
        if not overtaken:
            overtaken.append(base.number)
            add(curated, "b")
        return adding("c")(base)

    after = commit(curated, merge, lambda: NOW)

    assert (after.number, ids(after), ids(after, "milestones")) == (3, ["a", "b", "c"], ["a", "b", "c"])
    assert len(curated.child("_snapshots/files").entries()) == 3 * (len(TABLES) + 1)


def test_many_threads_at_once_lose_no_report(curated):
    names = [f"r{n}" for n in range(8)]
    threads = [threading.Thread(target=add, args=(curated, name)) for name in names]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ids(newest(curated)) == names
    assert pq.read_table(curated.path / "reports.parquet")["report_id"].to_pylist() == names


def test_a_run_killed_between_commit_and_publication_is_mended(curated, monkeypatch):
    add(curated, "a")
    with monkeypatch.context() as killed:
        killed.setattr(snapshots, "mend", lambda curated: None)
        add(curated, "b")
    assert pq.read_table(curated.path / "reports.parquet")["report_id"].to_pylist() == ["a"]

    assert mend(curated)

    assert pq.read_table(curated.path / "reports.parquet")["report_id"].to_pylist() == ["a", "b"]
    assert not mend(curated)


def test_a_merge_with_nothing_to_change_writes_nothing(curated):
    add(curated, "a")
    before = curated.entries(deep=True)

    commit(curated, lambda base: None, lambda: NOW)

    assert curated.entries(deep=True) == before


def test_datapackage_json_stands_beside_the_tables_and_names_every_column(curated):
    add(curated, "a")

    package = json.loads(curated.read("datapackage.json"))

    fields = {r["name"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    assert fields == {t.name: [c.name for c in t.columns] for t in TABLES.values()}


def test_prune_keeps_the_newest_those_in_grace_and_those_on_lease(curated, tmp_path):
    for name in "abcd":
        add(curated, name)
    late = datetime.now(UTC) + timedelta(hours=2)
    first = Folder(tmp_path / "curated")

    assert prune(curated, 1, datetime.now(UTC)) == []
    with snapshots._read(first, 2) as held:
        assert prune(curated, 1, late) == [1, 3]
        assert ids(held) == ["a", "b"]
    assert prune(curated, 1, late) == [2]
    assert ids(newest(curated)) == ["a", "b", "c", "d"]
    assert len(curated.child("_snapshots/files").entries()) == len(TABLES) + 1


def test_prune_removes_what_a_killed_run_left_behind(curated):
    add(curated, "a")
    for name in ("reports-2-0123456789ab.parquet", ".part-1"):
        (curated.path / "_snapshots/files" / name).write_bytes(b"half")

    prune(curated, 1, datetime.now(UTC) + timedelta(hours=2))

    assert {p.name for p in (curated.path / "_snapshots/files").iterdir()} == {p.rsplit("/", 1)[1] for p in newest(curated).files.values()}


def test_a_number_that_was_pruned_meanwhile_is_no_commit(curated, monkeypatch):
    for name in "abc":
        add(curated, name)
    stale = [snapshots._read(curated, 1)]
    prune(curated, 1, datetime.now(UTC) + timedelta(hours=2))
    whole = Commit({t: Change(newest(curated).arrow(t)) for t in TABLES})
    read = snapshots.newest
    monkeypatch.setattr(snapshots, "newest", lambda curated: stale.pop() if stale else read(curated))

    after = commit(curated, lambda base: adding("d")(base) if base.number == 3 else whole, lambda: NOW)

    assert (after.number, ids(after)) == (4, ["a", "b", "c", "d"])
    assert not curated.exists("_snapshots/2.json")


def test_a_store_that_ignores_the_condition_of_a_put_is_refused(curated, monkeypatch):
    class Forgetful(Folder):
        def create(self, name, data):
            self.replace(name, data)
            return True

        def check(self):
            from pipeline.storage.locations import Bucket

            Bucket.check(self)

    with pytest.raises(StoreError, match="ignores the condition"):
        add(Forgetful(curated.path), "a")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_opens_in_pandas_polars_and_duckdb(curated, table):
    snapshot = add(curated, "a")

    columns = [c.name for c in TABLES[table].columns]

    assert list(snapshot.pandas(table).columns) == columns
    assert snapshot.polars(table).columns == columns
    assert [d[0] for d in snapshot.duckdb().sql(f"select * from {table}").description] == columns
