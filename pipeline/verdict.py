"""Curated tables held against the suites that lie beside them: all of them, or a run's share."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from pipeline.storage.snapshots import Snapshot
from pipeline.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Verdict:
    """Findings and checks, what could not run, and which suites said so."""

    findings: "pa.Table"
    checks: "pa.Table"
    not_run: tuple[str, ...]
    suites_id: str

    def is_the_same_as(self, base: Snapshot) -> bool:
        """Return whether a snapshot holds these findings and checks already; how long a check took is no difference."""
        if base.facts.get("suites") != self.suites_id:
            return False
        before, after = base.arrow("findings"), self.findings
        checks = [t.drop_columns(["seconds"]).to_pylist() for t in (base.arrow("checks"), self.checks)]
        return checks[0] == checks[1] and _in_order(before) == _in_order(after)


def _in_order(findings: "pa.Table") -> list[dict[str, object]]:
    rows: list[dict[str, object]] = findings.to_pylist()
    return sorted(rows, key=lambda r: str(r["finding_id"]))


def judge(
    base: Snapshot,
    expectations: str | None,
    now: datetime,
    reports: Collection[str] | None = None,
    tables: Mapping[str, "pa.Table"] | None = None,
) -> Verdict:
    """Hold tables against the suites.

    Args:
        base: The snapshot whose findings came before; without `reports`, the one that is judged.
        expectations: Where the suites lie; None: those of the package.
        now: The time of this validation.
        reports: The reports that `tables` hold; None: all are judged.
        tables: What a run is about to commit; without `reports`, what stands in place of the snapshot's tables.
    """
    from pipeline.validation import load_accepted, load_suites, validate

    suites, accepted = load_suites(expectations), load_accepted(expectations)
    if tables is None or reports is None:
        by_hand = tables or {}
        tables = {name: by_hand[name] if name in by_hand else base.arrow(name) for name in TABLES if name not in ("findings", "checks")}
        found = validate(tables, suites, accepted=accepted, now=now, previous=base.arrow("findings"))
        return Verdict(found.findings, found.checks, found.not_run, suites_id(expectations, now))
    ids = {*reports, ""}
    previous = base.arrow("findings") if accepted else base.arrow("findings", ids=ids)
    found = validate(tables, suites, accepted=accepted, now=now, previous=previous, reports=reports)
    return Verdict(_of(found.findings, ids), found.checks, found.not_run, suites_id(expectations, now))


def _of(findings: "pa.Table", ids: Collection[str]) -> "pa.Table":
    import pyarrow as pa
    import pyarrow.compute as pc

    names = pc.fill_null(findings["report_id"].cast(pa.string()), "")
    return findings.filter(pc.is_in(names, pa.array(sorted(ids), pa.string())))


def suites_id(expectations: str | None, now: datetime) -> str:
    """Return a digest of the suites and acceptances; it changes on the day an acceptance is over, too."""
    from pipeline.validation.accepted import FILE, load_accepted
    from pipeline.validation.texts import read_texts, shipped_texts

    texts = shipped_texts() if expectations is None else {**read_texts(expectations, "*.json"), **read_texts(expectations, FILE)}
    found = hashlib.sha256()
    for name, text in sorted(texts.items()):
        found.update(f"{name}\0{text}\0".encode())
    over = [f"{a.rule} {a.row}" for a in load_accepted(expectations) if a.until < now.date()]
    found.update("\n".join(sorted(over)).encode())
    return found.hexdigest()
