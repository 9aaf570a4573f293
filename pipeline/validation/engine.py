"""The one room that knows Great Expectations: a rule on a frame → the rows that break it."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from great_expectations import get_context
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults, ProgressBarsConfig
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.validator.validator import Validator

from pipeline.tables import CheckStatus, Status
from pipeline.validation.accepted import Acceptance
from pipeline.validation.columns import NEEDS
from pipeline.validation.derive import derive
from pipeline.validation.expectation import expectation_of
from pipeline.validation.ledger import Ledger
from pipeline.validation.rules import Outcome, Rule, Suites

RESULT = {"result_format": "COMPLETE"}


def hold(
    tables: Mapping[str, pa.Table],
    suites: Suites,
    *,
    accepted: Sequence[Acceptance],
    now: datetime,
    previous: pa.Table | None,
    reports: Collection[str] | None,
) -> tuple[pa.Table, pa.Table, tuple[str, ...]]:
    """Return findings, checks, and what could not run; see `pipeline.validation.validate`."""
    context = _context()
    ledger = Ledger(accepted=accepted, now=now, previous=previous, reports=reports)
    for table in dict.fromkeys(suite.table for suite in suites.suites):
        rules = [rule for suite in suites.suites if suite.table == table for rule in suite.rules]
        fault = _fault(table, tables, whole=reports is None)
        frame = None if fault else derive(table, tables)
        for outcome in _outcomes(context, rules, frame, fault):
            ledger.enter(outcome, frame)
    return ledger.close()


def _fault(table: str, tables: Mapping[str, pa.Table], *, whole: bool) -> str | None:
    """Return why a table's rules can't run: a table is missing, or holds nothing though another says that it must.

    `whole` says that the tables hold all reports there are, and not those of one run only.
    """
    missing = [name for name in (table, *NEEDS.get(table, ())) if name not in tables]
    if missing:
        return f"the table {', '.join(missing)} is missing"
    if whole and table == "reports" and not len(tables[table]) and Status.CURRENT in tables["submissions"].column("status").to_pylist():
        return "the table is empty, though there are current submissions"
    counted = {"commitments": "n_commitments", "milestones": "n_milestones", "comments": "n_comments"}.get(table)
    if len(tables[table]) or not counted or "reports" not in tables:
        return None
    said = sum(n or 0 for n in tables["reports"].column(counted).to_pylist())
    return f"the table is empty, though the reports count {said} {table}" if said else None


def _outcomes(context: EphemeralDataContext, rules: Sequence[Rule], frame: pd.DataFrame | None, fault: str | None) -> Iterator[Outcome]:
    if frame is None or not len(frame):
        yield from (Outcome(rule=rule, status=CheckStatus.NOT_RUN, fault=fault) for rule in rules)
        return
    engine = PandasExecutionEngine(batch_data_dict={rules[0].table: frame})
    validator = Validator(execution_engine=engine, data_context=context)
    for rule in rules:
        started = time.perf_counter()
        results = validator.graph_validate([expectation_of(rule).configuration], runtime_configuration={"result_format": dict(RESULT)})
        yield _outcome(rule, results[0], len(frame), time.perf_counter() - started)


def _context() -> EphemeralDataContext:
    """Return a context that stores, sends and draws nothing.

    Frames go to the engine directly: a batch of a data source would be hashed whole, which takes longer than all rules.
    """
    return get_context(
        mode="ephemeral",
        project_config=DataContextConfig(
            store_backend_defaults=InMemoryStoreBackendDefaults(),
            progress_bars=ProgressBarsConfig(globally=False),
            analytics_enabled=False,
        ),
    )


def _outcome(rule: Rule, result: ExpectationValidationResult, evaluated: int, seconds: float) -> Outcome:
    fault = _raised(result.exception_info)
    if fault:
        return Outcome(rule=rule, status=CheckStatus.NOT_RUN, seconds=seconds, fault=fault)
    if result.success:
        return Outcome(rule=rule, status=CheckStatus.PASSED, evaluated=evaluated, seconds=seconds)
    found = result.result
    rows = found.get("unexpected_index_list")
    count = found.get("unexpected_count")
    if rows is not None and count is not None and len(rows) != count:
        fault = f"{count} rows break it, but only {len(rows)} are named"
        return Outcome(rule=rule, status=CheckStatus.NOT_RUN, seconds=seconds, fault=fault)
    return Outcome(
        rule=rule,
        status=CheckStatus.FAILED,
        evaluated=evaluated,
        rows=None if rows is None else np.asarray(rows, dtype=np.int64),
        notes=(found.get("details") or {}).get("notes"),
        seconds=seconds,
    )


def _raised(info: Mapping[str, Any]) -> str | None:
    """Return what a check raised: Great Expectations keeps one record, or one a metric."""
    if "raised_exception" in info:
        return str(info["exception_message"]) if info["raised_exception"] else None
    return next((str(each["exception_message"]) for each in info.values() if each.get("raised_exception")), None)
