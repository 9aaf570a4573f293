"""Names of pages and of places in them: safe in any file system, in a URL and as an id."""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")  # "bra 1.2/á" → "bra-1-2-"
_LENGTH = 80
_DIGITS = 8


def safe(text: str) -> str:
    """Return a text as a name of ASCII letters, digits, - and _; what had to be changed gets a digest of itself.

    >>> safe("mng-2021-2023-end_of_term")
    'mng-2021-2023-end_of_term'
    >>> safe("m1.2") == safe("m1/2")
    False
    """
    name = _UNSAFE.sub("-", text).strip("-")[:_LENGTH]
    return name if name == text else f"{name}-{sha256(text.encode()).hexdigest()[:_DIGITS]}".lstrip("-")


def report_page(report_id: str) -> str:
    """Return the page of a report."""
    return f"reports/{safe(report_id)}.html"


def organisation_page(organisation: str) -> str:
    """Return the page of an organisation."""
    return f"organisations/{safe(organisation)}.html"


def changes_page(report_id: str, before: str, after: str) -> str:
    """Return the page that holds two submissions of a report side by side."""
    return f"changes/{safe(report_id)}-{before[:_DIGITS]}-{after[:_DIGITS]}.html"


def source_folder(document_id: str) -> str:
    """Return the folder of a document's pictures and drawn tables."""
    return f"sources/{document_id[:16]}"


def anchor(row_id: str, report_id: str) -> str:
    """Return a row's id on its report's page.

    >>> anchor("mng-2021-2023-end_of_term/c1/m17", "mng-2021-2023-end_of_term")
    'row-c1--m17'
    """
    rest = row_id.removeprefix(report_id).strip("/").replace("/", "--")
    return f"row-{safe(rest)}" if rest else "top"


def row_key(table: str) -> str | None:
    """Return the column that names a row of a table."""
    return {"commitments": "commitment_id", "milestones": "milestone_id", "comments": "comment_id", "claims": "claim_id"}.get(table)


def headline(report: Mapping[str, Any]) -> str:
    """Return what a report is called: place, years, kind."""
    place = ", ".join(str(report[c]) for c in ("locality", "country") if report[c])
    number = str(report["report_id"]).rsplit("-", 1)[-1]
    kind = f"commitment {number}" if report["report_kind"] == "commitment" else str(report["report_kind"] or "unknown").replace("_", " ")
    return f"{place or 'Country unknown'} {years(report)}, {kind}"


def years(report: Mapping[str, Any]) -> str:
    """Return a report's period in years, else as printed."""
    first, last = report["period_start_year"], report["period_end_year"]
    if first is None:
        return str(report["period"] or "period unknown")
    return f"{first}–{last}" if last not in (None, first) else str(first)
