"""A root on object storage does what a folder does; a store that can't commit is refused."""

from datetime import UTC, datetime

import fsspec
import pyarrow.parquet as pq
import pytest
from moto.server import ThreadedMotoServer

from pipeline.batch import Options, run
from pipeline.errors import StoreError
from pipeline.storage import locations
from pipeline.storage.intake import open_store
from pipeline.storage.locations import locate
from pipeline.storage.snapshots import newest, open_snapshot, prune
from tests.hostile import packages
from tests.storage.test_snapshots import add, ids


@pytest.fixture(scope="module")
def server():
    """A server of the S3 protocol on this machine."""
    made = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    made.start()
    yield f"http://127.0.0.1:{made._server.server_port}"
    made.stop()


@pytest.fixture
def root(server, monkeypatch, request):
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", server),
    ):
        monkeypatch.setenv(name, value)
    fsspec.filesystem("s3").clear_instance_cache()
    bucket = f"b{abs(hash(request.node.name))}"
    fsspec.filesystem("s3").mkdir(bucket)
    return f"s3://{bucket}/reports"


def test_create_lets_one_of_two_succeed(root):
    place = locate(root)

    assert place.create("1.json", b"mine")
    assert not place.create("1.json", b"yours")
    assert place.create("1.json", b"mine")  # the answer to the first put got lost, and it was sent again
    assert place.read("1.json") == b"mine"


def test_commits_snapshots_and_pruning_work_on_object_storage(root):
    curated = locate(root).child("curated")
    add(curated, "a")
    opened = open_snapshot(root)

    add(curated, "b")

    assert (ids(opened), ids(newest(curated))) == (["a"], ["a", "b"])
    with fsspec.open(f"{root}/curated/reports.parquet") as published:
        assert pq.read_table(published)["report_id"].to_pylist() == ["a", "b"]
    assert prune(curated, 1, datetime.now(UTC)) == []


def test_a_run_takes_in_a_report_from_object_storage(root):
    locate(root).child("raw").replace("report.docx", packages.good())

    first = run(open_store(root), (), Options(workers=1))
    second = run(open_store(root), (), Options(workers=1))

    assert first.snapshot.arrow("milestones").num_rows == 3
    assert (first.done, second.done, second.snapshot.number) == (1, 0, 1)
    staged = {e.name.rsplit("/", 1)[1] for e in locate(root).child("staged").entries(deep=True)}
    assert staged == {"blocks.parquet", "cells.parquet", "complete.json"}


def test_a_store_that_ignores_the_condition_of_a_put_is_refused(root, monkeypatch):
    store, _ = locations.Bucket(root)._store
    put = store.pipe_file
    monkeypatch.setattr(store, "pipe_file", lambda path, value, mode=None: put(path, value))

    with pytest.raises(StoreError, match="ignores the condition"):
        add(locate(root).child("curated"), "a")
    assert locate(root).entries(deep=True) == []
