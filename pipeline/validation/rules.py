"""A rule of a suite, and what it came to."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.tables import CheckStatus, Severity

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SPOKEN = {"name", "place", "note"}
"""What a message may name besides the row's columns."""
PLACEHOLDER = re.compile(r"\{(?P<name>[^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of a suite. `arguments` are its kwargs as JSON, so that a rule is a value."""

    name: str
    severity: Severity
    type: str
    arguments: str
    message: str
    remedy: str
    expected: str
    column: str | None
    per_report: bool
    suite: str
    table: str
    file: str

    @property
    def kwargs(self) -> dict[str, object]:
        """What the check is held against, as Great Expectations takes it."""
        found = json.loads(self.arguments)
        return dict(found)


@dataclass(frozen=True, slots=True)
class Suite:
    """The rules of one file, for one table."""

    name: str
    table: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Suites:
    """All suites of a location. `digest` changes when any of them does."""

    suites: tuple[Suite, ...]
    digest: str

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, suite by suite."""
        return tuple(rule for suite in self.suites for rule in suite.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a rule came to. `rows` are the positions that break it; `fault` says why it could not run, where it could not."""

    rule: Rule
    status: CheckStatus
    evaluated: int = 0
    rows: "npt.NDArray[np.int64] | None" = None
    notes: Sequence[str] | None = None
    seconds: float = 0.0
    fault: str | None = None
