"""Findings and checks as JSON."""

import json
from typing import TYPE_CHECKING

from pipeline.sinks.groups import plain

if TYPE_CHECKING:
    from pipeline.validation import ValidationResult


def as_json(result: "ValidationResult") -> str:
    """Return findings and checks, each with the columns of its table, and what could not run."""
    content = {
        "findings": [{k: plain(v) for k, v in row.items()} for row in result.findings.to_pylist()],
        "checks": [{k: plain(v) for k, v in row.items()} for row in result.checks.to_pylist()],
        "not_run": list(result.not_run),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
