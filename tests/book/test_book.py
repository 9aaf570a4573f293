"""The book's files: the same for the same snapshot, changed where the data changed, complete."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from pipeline.book import lights, names, search
from pipeline.book.archive import Archive
from pipeline.book.bookbinding import Bound, bind
from pipeline.book.changes import changed_rows
from pipeline.cli import call
from pipeline.storage.intake import Store, open_store
from pipeline.storage.snapshots import newest
from tests.book.archives import archive, put


def _files(store: Store) -> dict[str, bytes]:
    book = Path(store.curated.url, "book")
    return {f.relative_to(book).as_posix(): f.read_bytes() for f in book.rglob("*") if f.is_file()}


def _made(folder: Path, **options: int) -> Store:
    folder.mkdir(exist_ok=True)
    store = open_store(str(folder))
    put(store.curated, archive(**options))
    bind(store, newest(store.curated))
    return store


def test_the_same_snapshot_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = _made(tmp_path / "a", reports=5), _made(tmp_path / "b", reports=5)

    assert _files(first) == _files(second)


def test_made_again_nothing_is_written_and_a_changed_report_rewrites_its_own_page_alone(tmp_path: Path) -> None:
    store = _made(tmp_path, reports=4)
    assert bind(store, newest(store.curated)).written == 0
    before, tables = _files(store), archive(4)
    tables["milestones"][0]["evidence"] = "Another text."
    put(store.curated, tables)

    bind(store, newest(store.curated))

    after = _files(store)
    changed = {name for name in after if after[name] != before.get(name) and name.startswith("reports/")}
    assert changed == {names.report_page(tables["milestones"][0]["report_id"])}


def test_pages_of_a_report_that_went_are_removed(tmp_path: Path) -> None:
    store = _made(tmp_path, reports=3)
    put(store.curated, archive(2))

    bound = bind(store, newest(store.curated))

    assert bound.removed > 0
    assert len([n for n in _files(store) if n.startswith("reports/")]) == 2


def test_every_link_within_the_book_leads_to_a_page_and_a_place_that_is_there(real: tuple[Store, Bound]) -> None:
    files = _files(real[0])
    ids = {name: set(re.findall(rb'\bid="([^"]+)"', data)) for name, data in files.items() if name.endswith(".html")}
    dead = []
    for name, data in files.items():
        if not name.endswith(".html"):
            continue
        for link in re.findall(r'(?:href|src)="([^"]+)"', data.decode()):
            target, place = urldefrag(unescape(link))
            if "://" in target or "compare.html#" in link:
                continue
            page = str((Path("/") / name).parent.joinpath(target).resolve())[1:] if target else name
            if page not in files or (place and place.encode() not in ids.get(page, set())):
                dead.append((name, link))
    assert dead == []


def test_almost_every_value_of_a_real_report_links_to_its_source(real: tuple[Store, Bound]) -> None:
    files = _files(real[0])
    for name in (n for n in files if n.startswith("reports/")):
        text = files[name].decode()
        values, sources = len(re.findall(r'class="value [a-z_]+"', text)), len(re.findall(r'class="label">[^<]+<a class="source"', text))
        assert sources >= values * 0.95, name


def test_the_pages_carry_no_style_or_script_of_their_own_and_name_the_snapshot(real: tuple[Store, Bound]) -> None:
    files = _files(real[0])
    for name, data in files.items():
        if name.endswith(".html"):
            assert not re.search(rb"<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=\"", data), name
            assert b"Content-Security-Policy" in data
            assert b"data-snapshot" in data
    assert b"snapshot 1" in files["index.html"]
    assert files["data/snapshot.js"] == b'book.put("snapshot",1);\n'


def test_a_file_that_was_refused_stands_among_the_documents_with_its_reason(real: tuple[Store, Bound]) -> None:
    page = _files(real[0])["documents.html"].decode()

    assert "prose.docx" in page
    assert "no_tables" in page


def test_a_pdf_that_is_gone_from_raw_has_no_pictures_but_is_drawn_again(real: tuple[Store, Bound], tmp_path: Path) -> None:
    store = open_store(str(tmp_path), staged=real[0].staged.url)
    source = newest(real[0].curated)
    put(store.curated, {t: source.arrow(t).to_pylist() for t in source.files if t != "_ledger"})

    bound = bind(store, newest(store.curated))

    assert "philippines.pdf" in bound.undrawn
    assert any(n.endswith("document.html") for n in _files(store))


def test_an_archive_without_anything_is_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["book", "--root", str(tmp_path)]) == 2
    assert "ogp-etl run" in capsys.readouterr().err


def test_the_command_prints_where_the_first_page_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(open_store(str(tmp_path)).curated, archive(1))

    assert call(["book", "--root", str(tmp_path)]) == 0
    assert Path(capsys.readouterr().out.strip()).name == "index.html"


def test_a_light_is_never_made_up() -> None:
    blank = {"rating": None, "completion": None, "percent_complete": None, "rating_issue": None, "rating_text": None}

    assert lights.light_of(blank).words == "no rating"
    assert lights.light_of({**blank, "percent_complete": 90.0}).hue == "other"
    assert lights.light_of({**blank, "rating_issue": "colour_and_text_disagree", "rating_text": "Green"}).sign == "?"
    assert lights.light_of({**blank, "completion": "withdrawn"}).sign == "W"


def test_a_tile_shows_every_rating_that_occurs() -> None:
    many = [lights.colour("green")] * 30 + [lights.colour("red"), lights.NO_LIGHT]

    mix = lights.mix_of(many)

    assert (mix.look, mix.signs, mix.words) == ("2011", "GR–", "30 green, 1 red, 1 without a light")
    assert f".k{mix.look}{{" in lights.stripe_rules()


def test_names_of_pages_are_safe_and_differ_where_what_they_name_does() -> None:
    said = ["ГО «Відкритий простір»", "../../etc/passwd", "a/b", "a-b", "A" * 300, "A" * 301]

    made = [names.safe(s) for s in said]

    assert len(set(made)) == len(said)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,90}", m) for m in made)


def test_words_are_told_alike_for_texts_and_questions() -> None:
    assert search.words_of("Évaluation ЙОГО İstanbul ﬁn") == {"evaluation", "иого", "istanbul", "fin"}
    assert search.shard_of("register") == search.shard_of("re")


def test_what_a_later_submission_changed_stands_in_the_order_of_the_report(tmp_path: Path) -> None:
    store = _made(tmp_path, reports=1)
    rows = next(Archive(newest(store.curated)).reports())

    found = changed_rows(rows, "e" * 64, "0" * 64)

    assert [(r.table, r.kind, r.values[0].old_light and r.values[0].old_light.sign) for r in found] == [("milestones", "changed", "R")]
