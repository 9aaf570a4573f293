"""Any file gets an answer: read, or a code. No case ends the run, leaves its limits, or reaches outside."""

import os
import socket
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.executors.jobs import Desk, Job
from pipeline.executors.local import run_locally
from pipeline.executors.pool import Limits
from tests.hostile import packages, pdfs

READ = "read"
NO_MEANING = {READ, "no_tables", "unknown_layout"}  # the file was read; that it is no report is another matter
REFUSED = {"bomb", "too_large", "out_of_memory", "timeout"}


@dataclass(frozen=True)
class Case:
    data: bytes
    answers: set


def listener():
    """A server that counts who comes."""
    server = socket.create_server(("127.0.0.1", 0))
    visits = []

    def serve():
        while True:
            try:
                server.accept()[0].close()
            except OSError:
                return
            visits.append(1)

    threading.Thread(target=serve, daemon=True).start()
    return f"http://127.0.0.1:{server.getsockname()[1]}/x", visits


def cases(address):
    text = packages.paragraph
    return {
        "empty.docx": Case(b"", {"empty"}),
        "blank.pdf": Case(b"\0\n ", {"empty"}),
        "letter.rtf": Case(rb"{\rtf1\ansi Report}", {"rtf"}),
        "page.html": Case(b"<!DOCTYPE html><html><body>Report</body></html>", {"html"}),
        "notes.txt": Case(b"Milestone 1 is green", {"unknown_format"}),
        "old.doc": Case(packages.ole("WordDocument"), {"legacy_doc"}),
        "locked.docx": Case(packages.ole("EncryptedPackage"), {"encrypted"}),
        "truncated.docx": Case(packages.good()[:900], {"damaged"}),
        "text_bomb.docx": Case(packages.package(packages.document_xml(text("a" * (60 << 20)))), {"bomb"}),
        "element_bomb.docx": Case(packages.package(packages.document_xml("<w:p/>" * 9_000_000)), {"bomb"}),
        "media_bomb.docx": Case(packages.good(word__media__a_dot_png=bytes(60 << 20)), {"bomb"}),
        "overlapping.docx": Case(packages.overlapping(), {"bomb", "damaged"}),
        "duplicated.docx": Case(packages.duplicated(), {"damaged"}),
        "leading_out.docx": Case(packages.leading_out(), {"damaged"}),
        "external_entity.docx": Case(packages.with_dtd('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;"), {"bomb"}),
        "internal_entity.docx": Case(packages.with_dtd('<!ENTITY x "half">', "&x; a word"), {"bomb"}),
        "laughing.docx": Case(packages.laughing(), {"bomb"}),
        "utf16_entity.docx": Case(packages.with_dtd('<!ENTITY x "half">', "&x;", "utf-16"), {"bomb"}),
        "remote_template.docx": Case(packages.remote("attachedTemplate", address), {READ}),
        "remote_picture.docx": Case(packages.remote("image", address), {READ}),
        "many_relationships.docx": Case(
            packages.good(word___rels__document_dot_xml_dot_rels=packages.relationships(*[(packages.R, "x", "")] * 150_000)), {"bomb"}
        ),
        "wide_span.docx": Case(packages.spanning(2_000_000_000, 2), {READ, "damaged", "too_large"}),
        "many_spans.docx": Case(packages.spanning(60_000, 300), {READ, "damaged", *REFUSED}),
        "many_rows.docx": Case(packages.package(packages.document_xml(packages.table(*[["a"]] * 100_000))), {*NO_MEANING, *REFUSED}),
        "nested.docx": Case(packages.nested(100), {READ}),
        "deep.docx": Case(packages.nested(4000), {READ, "damaged", *REFUSED}),
        "long_text.docx": Case(packages.good(text("lorem ipsum " * 1_250_000)), {READ}),
        "strict.docx": Case(packages.strict(), {READ}),
        "dangling.docx": Case(packages.dangling(), {READ}),
        "orphan_merge.docx": Case(packages.orphan_merge(), {READ}),
        "macros.docm": Case(
            packages.package(packages.document_xml(packages.report()), main=packages.MACROS, word__vbaProject_dot_bin=b"macro"), {READ}
        ),
        "good.docx": Case(packages.good(), {READ}),
        "text.pdf": Case(pdfs.pages(), NO_MEANING),
        "truncated.pdf": Case(pdfs.pages()[:400], {"damaged", *NO_MEANING}),
        "bad_xref.pdf": Case(pdfs.pages(xref=False), NO_MEANING),
        "cyclic_form.pdf": Case(pdfs.cyclic_form(), NO_MEANING),
        "multiplying_forms.pdf": Case(pdfs.multiplying_forms(), {*NO_MEANING, *REFUSED}),
        "stream_bomb.pdf": Case(pdfs.stream_bomb(200), {"no_text_layer", *NO_MEANING, *REFUSED}),
        "packed_over.pdf": Case(pdfs.packed_over(6), {"bomb"}),
        "object_stream_bomb.pdf": Case(pdfs.object_stream_bomb(), {*NO_MEANING, *REFUSED}),
        "many_pages.pdf": Case(pdfs.pages([pdfs.TEXT] * 10_000), {*NO_MEANING, *REFUSED}),
        "huge_box.pdf": Case(pdfs.pages(box=b"[0 0 1e9 1e9]"), {*NO_MEANING, "damaged", *REFUSED}),
        "locked.pdf": Case(pdfs.encrypted(user=b"secret"), {"encrypted"}),
        "owner_only.pdf": Case(pdfs.encrypted(), NO_MEANING),
        "no_to_unicode.pdf": Case(pdfs.no_to_unicode(), {"no_text_layer", *NO_MEANING}),
        "scan.pdf": Case(pdfs.scan(), {"no_text_layer"}),
        "empty_pages.pdf": Case(pdfs.pages([b"", b""]), {"no_text_layer", "empty", "no_tables"}),
        "no_pages.pdf": Case(pdfs.pages([]), {"empty", "damaged", "no_text_layer", "no_tables"}),
    }


CASES = cases("http://127.0.0.1:1/x")


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Read the whole catalogue once, all cases in one run."""
    root: Path = tmp_path_factory.mktemp("hostile")
    address, visits = listener()
    (root / "raw").mkdir()
    for name, case in cases(address).items():
        (root / "raw" / name).write_bytes(case.data)
    before = set(root.parent.iterdir())
    desk = Desk(raw=str(root / "raw"), staged=str(root / "staged"), version="test")
    jobs = [Job(source_path=name, size=len(case.data)) for name, case in CASES.items()]
    found = {o.job.source_path: o for o in run_locally(jobs, desk, Limits(timeout=20, memory=1024), workers=2)}
    assert set(root.parent.iterdir()) == before
    return {**found, "visits": visits, "root": root}


@pytest.mark.parametrize("name", CASES)
def test_every_file_gets_an_answer_and_the_right_one(answers, name):
    outcome = answers[name]

    answer = outcome.failure.code.value if outcome.failure else READ

    assert answer in CASES[name].answers, outcome.failure
    assert outcome.failure is None or outcome.failure.sentence.endswith((".", "!"))


def test_nothing_is_fetched_and_nothing_written_outside(answers):
    assert answers["visits"] == []
    assert {p.name for p in answers["root"].iterdir()} == {"raw", "staged"}
    assert not any("outside" in name for _, _, names in os.walk(answers["root"]) for name in names)


@pytest.mark.parametrize(
    "name", ["strict.docx", "dangling.docx", "orphan_merge.docx", "macros.docm", "remote_template.docx", "nested.docx", "long_text.docx"]
)
def test_odd_but_good_documents_say_what_the_plain_one_says(answers, name):
    plain, odd = (
        [(m["milestone_id"], m["rating"], m["evidence"]) for m in answers[which].report.tables["milestones"]] for which in ("good.docx", name)
    )

    assert odd == plain
