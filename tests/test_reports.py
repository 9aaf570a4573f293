"""The held-out reports: the pipeline's tables against truths that were written without looking at its code.

`known_gaps.json` of a report lists, by format, the differences known today; the test demands exactly these, so that an improvement shows as well as a
regression. Write them anew with `python -m tests.test_reports`, and say in the commit what changed in the data.
"""

import json
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.reports.scorer import Comparison, compare

REPORTS = ROOT / "tests" / "reports"
FORMATS = ("docx", "pdf")


def document_of(folder: Path, suffix: str) -> Path:
    """Return a report's document; the example's stands in raw/."""
    if folder.name == "example":
        return ROOT / "raw" / f"example-2022-2024-end-of-term.{suffix}"
    return folder / f"report.{suffix}"


def documents() -> list[tuple[Path, str]]:
    """Return every (folder, format) that has a truth and a document."""
    folders = sorted(p.parent for p in REPORTS.glob("*/truth.json"))
    return [(f, s) for f in folders for s in FORMATS if document_of(f, s).exists()]


def examine(folder: Path, suffix: str, root: Path) -> Comparison:
    """Run the pipeline over one document and compare."""
    from pipeline import run

    raw = root / "raw"
    raw.mkdir()
    source = document_of(folder, suffix)
    (raw / source.name).write_bytes(source.read_bytes())
    run(root)
    return compare(root / "curated", json.loads((folder / "truth.json").read_text(encoding="utf-8")))


def known_gaps(folder: Path) -> dict[str, list[str]]:
    """Return the differences on record."""
    path = folder / "known_gaps.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@pytest.mark.parametrize(("folder", "suffix"), documents(), ids=lambda v: v.name if isinstance(v, Path) else v)
def test_a_held_out_report_differs_from_its_truth_only_where_that_is_known(folder: Path, suffix: str, tmp_path: Path) -> None:
    result = examine(folder, suffix, tmp_path)

    assert sorted(result.misses) == sorted(known_gaps(folder).get(suffix, [])), "\n".join(result.details)


def record() -> None:
    """Write today's differences down and print the scores."""
    for folder in sorted({f for f, _ in documents()}):
        gaps = {}
        for suffix in (s for f, s in documents() if f == folder):
            with tempfile.TemporaryDirectory() as room:
                result = examine(folder, suffix, Path(room))
            print(folder.name, suffix, result.score, f"{sum(m.startswith('extra') for m in result.misses)} extra")
            if result.misses:
                gaps[suffix] = sorted(result.misses)
        path = folder / "known_gaps.json"
        path.unlink(missing_ok=True)
        if gaps:
            path.write_text(json.dumps(gaps, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record()
