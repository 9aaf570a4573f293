"""What the benchmarks share: where the reports lie, CPU time, and how a figure is told beside its target."""

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASE = ROOT.parent / "shared" / "cases" / "mongolia-2021-2023" / "report"
EXAMPLE = ROOT / "raw" / "example-2022-2024-end-of-term"
LEAST = 0.4  # CPU seconds that are measured at once


def report(ending: str) -> tuple[bytes, str]:
    """Return the report to measure with, and say which: the real one of 23 pages, else the example in raw/."""
    path = next(p for p in (CASE.with_suffix(f".{ending}"), EXAMPLE.with_suffix(f".{ending}")) if p.exists())
    if path.parent == EXAMPLE.parent:
        print(f"{CASE.parent.name} isn't beside this checkout: measured with {path.name}, which is short; the targets are meant for the other.")
    return path.read_bytes(), path.name


def cpu(what: Callable[[], object], times: int = 5) -> float:
    """Return the CPU seconds of this process that a call takes: the median of several, after one that isn't counted."""
    what()
    return statistics.median(_once(what) for _ in range(times))


def cpu_beside(*calls: Callable[[], object], times: int = 5) -> list[float]:
    """Return the CPU seconds of several calls, taken in turns so that noise meets all of them."""
    for call in calls:
        call()
    rounds = [[_once(call) for call in calls] for _ in range(times)]
    return [statistics.median(own) for own in zip(*rounds, strict=True)]


def _once(what: Callable[[], object]) -> float:
    """Return what a call takes; a short one is repeated, as a machine shared with others changes its speed within a second."""
    calls, spent = 0, 0.0
    while spent < LEAST:
        gc.collect()
        start = time.process_time()
        what()
        spent += time.process_time() - start
        calls += 1
    return spent / calls


def tell(what: str, figure: float, target: float, *, least: bool = False, unit: str = "x") -> bool:
    """Print a figure beside its target; return whether it is met."""
    met = figure >= target if least else figure <= target
    print(f"{what}: {figure:.2f}{unit} (target: {'at least' if least else 'at most'} {target:g}{unit}) {'met' if met else 'MISSED'}")
    return met
