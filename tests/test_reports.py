"""The held-out reports: the pipeline's tables against truths that were written without looking at its code.

`known_gaps.json` of a report lists, by format, the differences known today; the test demands exactly these, so that an improvement shows as well as a
regression. Write them anew with `python -m tests.test_reports`, and say in the commit what changed in the data.
"""

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.reports.scorer import Comparison, compare, compare_renditions

REPORTS = ROOT / "tests" / "reports"
FORMATS = ("docx", "pdf")
BOTH = "both"


def document_of(folder: Path, suffix: str) -> Path:
    """Return a report's document; the example's stands in raw/."""
    if folder.name == "example":
        return ROOT / "raw" / f"example-2022-2024-end-of-term.{suffix}"
    return folder / f"report.{suffix}"


def documents() -> list[tuple[Path, str]]:
    """Return every (folder, format) that has a truth and a document."""
    folders = sorted(p.parent for p in REPORTS.glob("*/truth.json"))
    return [(f, s) for f in folders for s in FORMATS if document_of(f, s).exists()]


def given_name(folder: Path, suffix: str) -> str:
    """Return the name a document is handed in under; it says nothing of what is inside."""
    names = sorted({f.name for f, _ in documents()})
    first, second = divmod(names.index(folder.name), 26)
    return f"document-{chr(97 + first)}{chr(97 + second)}.{suffix}"


def truth_of(folder: Path) -> Mapping[str, Any]:
    """Return what a report should become."""
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def archives() -> list[list[Path]]:
    """Part the reports so that no archive has two of one id: the second would supersede the first."""
    parted: list[dict[str, Path]] = []
    for folder in sorted({f for f, _ in documents()}):
        ids = [r["report_id"] for r in truth_of(folder).get("reports", [])] or [folder.name]
        free = next((a for a in parted if not a.keys() & set(ids)), None)
        if free is None:
            parted.append(free := {})
        free.update(dict.fromkeys(ids, folder))
    return [list(dict.fromkeys(archive.values())) for archive in parted]


def take_in(root: Path, suffix: str) -> dict[str, Path]:
    """Run the pipeline over all documents of a format, or of both, and return where each report's tables are, by its folder's name."""
    from pipeline import open_store, run

    tables = {}
    for number, folders in enumerate(archives()):
        place = root / str(number)
        (place / "raw").mkdir(parents=True)
        for folder, kind in documents():
            if folder in folders and suffix in (kind, BOTH):
                (place / "raw" / given_name(folder, kind)).write_bytes(document_of(folder, kind).read_bytes())
        run(open_store(str(place)))
        tables |= {folder.name: place / "curated" for folder in folders}
    return tables


def examine(folder: Path, suffix: str, curated: Mapping[str, Path]) -> Comparison:
    """Compare one report's tables with its truth."""
    return compare(curated[folder.name], truth_of(folder), given_name(folder, suffix))


def disagreements(folder: Path, curated: Mapping[str, Path]) -> list[str]:
    """Return how a report's PDF differs from the DOCX that came with it."""
    return compare_renditions(curated[folder.name], given_name(folder, "docx"), given_name(folder, "pdf"))


def pairs() -> list[Path]:
    """Return the reports that have both formats and can be read."""
    return [f for f, s in documents() if s == "pdf" and not f.name.startswith("denied")]


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """Both formats' tables; apart, so that a PDF is read as it is and not as the rendition of its DOCX."""
    return {suffix: take_in(tmp_path_factory.mktemp(suffix), suffix) for suffix in (*FORMATS, BOTH)}


def known_gaps(folder: Path) -> dict[str, list[str]]:
    """Return the differences on record."""
    path = folder / "known_gaps.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@pytest.mark.parametrize(("folder", "suffix"), documents(), ids=lambda v: v.name if isinstance(v, Path) else v)
def test_a_held_out_report_differs_from_its_truth_only_where_that_is_known(folder: Path, suffix: str, curated: dict[str, dict[str, Path]]) -> None:
    result = examine(folder, suffix, curated[suffix])

    assert sorted(result.misses) == sorted(known_gaps(folder).get(suffix, [])), "\n".join(result.details)


@pytest.mark.parametrize("folder", pairs(), ids=lambda v: v.name)
def test_a_pdf_is_the_rendition_of_its_docx_and_says_the_same(folder: Path, curated: dict[str, dict[str, Path]]) -> None:
    assert disagreements(folder, curated[BOTH]) == known_gaps(folder).get(BOTH, [])


def record() -> None:
    """Write today's differences down and print the scores."""
    with tempfile.TemporaryDirectory() as room:
        places = {}
        for suffix in (*FORMATS, BOTH):
            (Path(room) / suffix).mkdir()
            places[suffix] = take_in(Path(room) / suffix, suffix)
        for folder in sorted({f for f, _ in documents()}):
            results = {s: examine(folder, s, places[s]) for f, s in documents() if f == folder}
            print(folder.name, *(f"{s} {r.score}, {r.extra} extra" for s, r in results.items()), sep="  ")
            if "-v" in sys.argv:
                print(*(d for r in results.values() for d in r.details), sep="\n")
            gaps = {s: sorted(r.misses) for s, r in results.items() if r.misses}
            if folder in pairs() and (found := disagreements(folder, places[BOTH])):
                print(" ", *found, sep="\n  ")
                gaps[BOTH] = found
            path = folder / "known_gaps.json"
            path.unlink(missing_ok=True)
            if gaps:
                path.write_text(json.dumps(gaps, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record()
