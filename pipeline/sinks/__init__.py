"""Findings → what people and machines read. Pure: each returns text, the caller writes it.

render("text", result, colour=True)                        FORMATS: text, json, github, junit, sarif
render("sarif", result, files=files)                       files: document_id → path, so that a finding points at its file
summary(result)                                            Markdown for the file that $GITHUB_STEP_SUMMARY names
shown = new_only(result, known_ids(content))               leave out what a baseline knows; content: bytes of a
                                                           findings.parquet or of what --format json gave
letter.letter(report_id, tables, findings)                 Letter(docx=bytes, markdown=str), from sinks/letter.py
"""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.sinks.github import annotations, summary
from pipeline.sinks.jsons import as_json
from pipeline.sinks.junit import as_junit
from pipeline.sinks.sarif import as_sarif
from pipeline.sinks.text import as_text
from pipeline.tables import Severity

if TYPE_CHECKING:
    from pipeline.validation import ValidationResult

__all__ = ["FORMATS", "known_ids", "new_only", "render", "summary"]

FORMATS = ("text", "json", "github", "junit", "sarif")


def render(
    format_: str,
    result: "ValidationResult",
    *,
    files: Mapping[str, str] | None = None,
    fail_on: Severity | None = Severity.CRITICAL,
    colour: bool = False,
) -> str:
    """Return what a validation came to in one of FORMATS.

    Args:
        format_: One of FORMATS.
        result: What `validate` returned.
        files: The path of each document by its id (`submissions.source_path`).
        fail_on: The least severity that fails a JUnit test case; None: none does.
        colour: Whether the text is for a terminal.

    Raises:
        UsageError: There is no such format.
    """
    paths = files or {}
    match format_:
        case "text":
            return as_text(result, colour=colour)
        case "json":
            return as_json(result)
        case "github":
            return annotations(result, paths)
        case "junit":
            return as_junit(result, fail_on)
        case "sarif":
            return as_sarif(result, paths)
        case _:
            raise UsageError(f"There is no format {format_!r}.", f"Use one of {', '.join(FORMATS)}.")


def known_ids(content: bytes) -> frozenset[str]:
    """Return the findings that a baseline names: a findings.parquet, or what --format json gave.

    Raises:
        UsageError: The content is neither.
    """
    import json

    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        if content.startswith(b"PAR1"):
            return frozenset(pq.read_table(BytesIO(content), columns=["finding_id"]).column(0).to_pylist())
        return frozenset(str(finding["finding_id"]) for finding in json.loads(content)["findings"])
    except (pa.ArrowException, ValueError, KeyError, TypeError) as error:
        remedy = "Give a findings.parquet, or a file that --output json=FILE wrote."
        raise UsageError("The baseline holds no findings that can be read.", remedy) from error


def new_only(result: "ValidationResult", known: frozenset[str]) -> "ValidationResult":
    """Return the result without the findings that a baseline names; the checks stay as they are."""
    import pyarrow as pa

    fresh = [id_ not in known for id_ in result.findings.column("finding_id").to_pylist()]
    return replace(result, findings=result.findings.filter(pa.array(fresh, pa.bool_())))
