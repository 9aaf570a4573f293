"""Hold curated tables against the suites: findings, and a record of what was checked.

    suites = load_suites(location)            # a folder or URL with *.json; None: the suites shipped with the package
    accepted = load_accepted(location)        # its accepted.toml; () where there is none
    result = validate(tables, suites, accepted=accepted, now=now, previous=findings_so_far)
    result.findings, result.checks            # pa.Table, as tables.arrow_schema("findings") and ("checks")
    result.not_run                            # what could not run, and why: the caller exits 4 unless it is empty
    result.worst_open                         # Severity | None: what `--fail-on` is held against

Nothing here reads the clock, and only the two loaders touch the disk. Great Expectations is imported when a suite is
loaded or held against tables, never by importing this package.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.tables import FindingStatus, Severity
from pipeline.validation.accepted import Acceptance, load_accepted
from pipeline.validation.rules import Rule, Suite, Suites
from pipeline.validation.suites import load_suites

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Acceptance", "Rule", "Suite", "Suites", "ValidationResult", "load_accepted", "load_suites", "validate"]


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """What the suites came to."""

    findings: "pa.Table"
    checks: "pa.Table"
    not_run: tuple[str, ...] = ()
    """The rules that could not run, a sentence each. A rule over a table that rightly has no rows (no comments, say) is
    `not_run` in `checks`, never `passed`, but no fault and not named here."""

    @property
    def worst_open(self) -> Severity | None:
        """The worst severity among the open findings."""
        rows = self.findings.select(["severity", "status"]).to_pylist()
        found = {r["severity"] for r in rows if r["status"] == FindingStatus.OPEN}
        return next((s for s in Severity if s in found), None)


def validate(
    tables: Mapping[str, "pa.Table"],
    suites: Suites,
    *,
    accepted: Sequence[Acceptance] = (),
    now: datetime,
    previous: "pa.Table | None" = None,
    reports: Collection[str] | None = None,
) -> ValidationResult:
    """Hold the tables against the suites.

    Every rule judges one report at a time, so a caller may pass the rows of some reports only and name them in
    `reports`: what `previous` says about other reports is kept as it stands. `submissions` is always passed whole.

    Args:
        tables: By name, with the schemas of `tables.py`. A table that is missing leaves its checks `not_run`.
        suites: What `load_suites` returned.
        accepted: What `load_accepted` returned.
        now: When this validation runs; first_seen of new findings, and what `until` is held against.
        previous: The findings so far; a fault found again keeps its first_seen.
        reports: The reports that `tables` hold; None: all there are.
    """
    from pipeline.validation.engine import hold

    return ValidationResult(*hold(tables, suites, accepted=accepted, now=now, previous=previous, reports=reports))
