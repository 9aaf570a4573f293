"""The same run on a Dask cluster: a worker may die, a document may kill its child, and the snapshot is the same."""

import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster

from pipeline.batch import Options, run
from pipeline.errors import UsageError
from pipeline.executors import cluster
from pipeline.executors.pool import Limits
from pipeline.storage.intake import open_store
from pipeline.tables import REPORT_TABLES
from tests.hostile import packages


@pytest.fixture(scope="module")
def workers():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as made:
        yield made


def lay_out(root):
    (root / "raw").mkdir(parents=True)
    for n, plan in enumerate(("2012-2014", "2014-2016", "2016-2018", "2018-2020")):
        body = packages.report().replace("2021-2023", plan)
        (root / f"raw/{n}.docx").write_bytes(packages.package(packages.document_xml(body)))
    (root / "raw/poison.docx").write_bytes(packages.package(packages.document_xml(packages.table(*[["a", "b", "c"]] * 12_000))))
    return open_store(str(root))


def rows(root, table):
    return pq.read_table(root / f"curated/{table}.parquet").to_pylist()


def outcome(root):
    submissions = [(r["source_path"], r["status"], (r["status_reason"] or "").split(":")[0]) for r in rows(root, "submissions")]
    return {"submissions": sorted(submissions), **{table: rows(root, table) for table in REPORT_TABLES}}


def test_a_cluster_whose_worker_is_killed_midway_gives_the_snapshot_of_a_local_run(workers, tmp_path):
    limits = Limits(timeout=60, memory=64)
    run(lay_out(tmp_path / "here"), (), Options(limits=limits))
    killed = []

    def kill_one(done, total, name):
        if not killed:
            nanny = next(iter(workers.workers.values()))
            killed.append(nanny.pid)
            workers.sync(nanny.kill)

    run(lay_out(tmp_path / "there"), (), Options(limits=limits, executor="dask", scheduler=workers.scheduler_address), progress=kill_one)

    assert killed
    assert ("poison.docx", "quarantined", "out_of_memory") in outcome(tmp_path / "there")["submissions"]
    assert outcome(tmp_path / "there") == outcome(tmp_path / "here")


def test_a_scheduler_that_does_not_answer_is_a_wrong_call(tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT", 0.5)

    with pytest.raises(UsageError, match="No Dask scheduler answers"):
        run(lay_out(tmp_path), (), Options(executor="dask", scheduler="tcp://127.0.0.1:9"))
