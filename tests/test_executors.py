"""Documents are read in children that may be killed; neither a hang nor a death harms a neighbour."""

import hashlib
import os
import signal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.errors import Code
from pipeline.executors.jobs import Desk, Job
from pipeline.executors.local import run_locally
from pipeline.executors.pool import Limits, open_pool, run_alone
from pipeline.executors.tasks import Task
from tests.hostile import packages, pdfs

GOOD = packages.good()
HANGING = pdfs.multiplying_forms(9, 20)
GREEDY = packages.package(packages.document_xml(packages.table(*[["a", "b", "c"]] * 12_000)))


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "raw").mkdir()
    return Desk(raw=str(tmp_path / "raw"), staged=str(tmp_path / "staged"), version="1")


def die():
    os.kill(os.getpid(), signal.SIGSEGV)


def put(desk, **files):
    jobs = []
    for name, data in files.items():
        name = name.replace("_", ".")
        Path(desk.raw, name).write_bytes(data)
        jobs.append(Job(source_path=name, size=len(data)))
    return jobs


def test_a_document_that_hangs_is_stopped_and_its_neighbours_are_read(desk):
    jobs = put(desk, a_docx=GOOD, hang_pdf=HANGING, b_docx=packages.good(packages.paragraph("b")))

    outcomes = {o.job.source_path: o for o in run_locally(jobs, desk, Limits(timeout=2), workers=2)}

    assert outcomes["hang.pdf"].failure.code is Code.TIMEOUT
    assert "on its own" in outcomes["hang.pdf"].failure.sentence
    assert all(outcomes[name].report for name in ("a.docx", "b.docx"))


def test_a_document_that_needs_more_memory_gets_it_once_then_fails_as_out_of_memory(desk):
    small = next(iter(run_locally(put(desk, big_docx=GREEDY), desk, Limits(timeout=60, memory=64), workers=1)))

    assert small.failure.code is Code.OUT_OF_MEMORY


def test_a_child_that_dies_is_told_by_its_signal_not_taken_for_a_damaged_file():
    with open_pool(Limits(timeout=60), 1) as pool:
        future = pool._pool.schedule(die)

        reading = pool.result(future)

    assert reading.failure.code is Code.CRASHED
    assert reading.failure.again


def test_staged_files_are_complete_and_read_by_others(desk):
    (outcome,) = run_locally(put(desk, a_docx=GOOD), desk, Limits(), workers=1)

    folder = f"{desk.staged}/{hashlib.sha256(GOOD).hexdigest()}"
    cells = pq.read_table(f"{folder}/cells.parquet")
    assert outcome.was_read
    assert cells["text"].to_pylist()[:2] == ["No.", "Milestone"]
    assert sorted(p.name for p in Path(folder).iterdir()) == ["blocks.parquet", "cells.parquet", "complete.json"]


def test_what_is_staged_is_not_read_again(desk):
    jobs = put(desk, a_docx=GOOD)
    list(run_locally(jobs, desk, Limits(), workers=1))

    (outcome,) = run_locally(jobs, desk, Limits(), workers=1)

    assert (outcome.was_read, outcome.report.report_id) == (False, "gha-2021-2023-end_of_term")


@pytest.mark.parametrize("harm", ["complete.json", "cells.parquet"])
def test_a_staged_folder_that_is_not_whole_is_read_anew(desk, harm):
    jobs = put(desk, a_docx=GOOD)
    list(run_locally(jobs, desk, Limits(), workers=1))
    path = f"{desk.staged}/{hashlib.sha256(GOOD).hexdigest()}/{harm}"
    os.truncate(path, 20)

    (outcome,) = run_locally(jobs, desk, Limits(), workers=1)

    assert outcome.was_read
    assert outcome.report


def test_a_file_beyond_the_size_limit_is_not_even_loaded(desk):
    jobs = put(desk, a_docx=GOOD)
    small = Desk(raw=desk.raw, staged=desk.staged, version="1", max_bytes=100)

    (outcome,) = run_locally(jobs, small, Limits(), workers=1)

    assert outcome.failure.code is Code.TOO_LARGE
    assert outcome.document_id == hashlib.sha256(GOOD).hexdigest()


def test_a_lonely_child_reads_as_one_of_a_pool_does(desk):
    (outcome,) = run_locally(put(desk, a_docx=GOOD), desk, Limits(), workers=1)

    assert run_alone(Task(file_name="a.docx", data=GOOD), Limits()).report == outcome.report
