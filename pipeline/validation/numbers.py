"""Runs of printed numbers: where one is missing, and where one stands twice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.validation.derive import array_of

Positions = npt.NDArray[np.int64]

OWN_RUN = r"/c[^/]*/[^/]*$"  # …/c2/m1: numbers start anew in each commitment
AGAIN = r"/m[^/]*~\d+$"  # …/m17~2
NUMBER = r"^(?P<prefix>(?:.*[^0-9])?)(?P<last>[0-9]{1,6})[\s.)\]]*$"  # 2.10 → "2.", 10
LETTER = re.compile(r"(?P<prefix>(?:.*[^a-z])?)(?P<last>[a-z]{1,5})[\s.)\]]*")  # 2 (a) → "2 (", a
ROMAN = re.compile(r"(?=[ivxl])l?x{0,3}(ix|iv|v?i{0,3})")
RANGE = re.compile(r"(?P<first>\d+)\s*[-–—]\s*(?P<last>\d+)")  # 2-4
UPPER = re.compile(r"(?P<upper>.*?\d+)\D*")  # 2.10 ( → 2.10


@dataclass(frozen=True, slots=True)
class Numbers:
    """Printed numbers, parsed. `run` and `last` hold only for rows in `rows`."""

    rows: Positions
    run: Positions
    last: Positions


def repeated(frame: pd.DataFrame) -> tuple[Positions, list[str]]:
    """Return the rows whose number stood before in the same run, and what to say of each.

    Numbers that start anew in a section come as a block from the run's first number on: they are no duplicates.
    """
    ids = array_of(frame["milestone_id"])
    again = np.flatnonzero(_flags(pc.match_substring_regex(ids, AGAIN)))
    if not len(again):
        return again, []
    texts = ids.take(pa.array(again)).to_pylist()
    reports = array_of(frame["report_id"]).take(pa.array(again)).to_pylist()
    blocks: dict[tuple[str, str], list[int]] = {}
    for n, (report, text) in enumerate(zip(reports, texts, strict=True)):
        blocks.setdefault((report, text.rsplit("~", 1)[1]), []).append(n)
    anew = {n for block in blocks.values() if _starts_anew([int(again[n]) for n in block], [texts[n] for n in block]) for n in block}
    kept = [n for n in range(len(again)) if n not in anew]
    return again[kept], [f"{texts[n].rsplit('~', 1)[0].rsplit('/m', 1)[1]} stands there before" for n in kept]


def _starts_anew(rows: Sequence[int], ids: Sequence[str]) -> bool:
    """Whether rows follow one another, three at least, and begin with a run's first number."""
    first = ids[0].rsplit("/m", 1)[1].rsplit("~", 1)[0]
    begins = re.fullmatch(r"(?:.*\D)?0*1|(?:.*[^a-z])?[ai]", first) is not None
    return begins and len(rows) >= 3 and rows[-1] - rows[0] == len(rows) - 1


def after_gaps(frame: pd.DataFrame, largest_gap: int) -> tuple[Positions, list[str]]:
    """Return the first row after each gap in a run of numbers, and which numbers are missing there.

    Args:
        frame: Milestones, with report_id, milestone_id, commitment_id and milestone_number.
        largest_gap: A jump by more than this is another way of numbering, not a gap.
    """
    texts = pc.utf8_lower(pc.utf8_trim_whitespace(array_of(frame["milestone_number"])))
    runs = _runs(frame)
    found = [jump for numbers in (_integers(texts, runs), _letters(texts, runs)) for jump in _jumps(numbers, largest_gap)]
    present = _present(texts, runs, {int(runs[row]) for row, _, _ in found})
    named = [
        (row, tuple(n for n in _between(texts[before].as_py(), missing) if n not in present.get(int(runs[row]), set())))
        for row, before, missing in sorted(found, key=lambda jump: jump[0])
    ]
    kept = [(row, missing) for row, missing in named if missing]
    return np.array([row for row, _ in kept], dtype=np.int64), [_said(missing) for _, missing in kept]


def _said(missing: Sequence[str]) -> str:
    few = missing if len(missing) <= 4 else (missing[0], "…", missing[-1])
    return f"{', '.join(few)} {'is' if len(missing) == 1 else 'are'} missing before it"


def _runs(frame: pd.DataFrame) -> Positions:
    own = _flags(pc.match_substring_regex(array_of(frame["milestone_id"]), OWN_RUN))
    commitments, _ = pd.factorize(frame["commitment_id"])
    reports, names = pd.factorize(frame["report_id"])
    return np.where(own, commitments + len(names) + 1, reports).astype(np.int64)


def _flags(array: pa.Array) -> npt.NDArray[np.bool_]:
    flags: npt.NDArray[np.bool_] = pc.fill_null(array, False).to_numpy(zero_copy_only=False)
    return flags


def _integers(texts: pa.Array, runs: Positions) -> Numbers:
    parsed = pc.extract_regex(texts, NUMBER)
    rows = np.flatnonzero(_flags(pc.is_valid(parsed)))
    some = parsed.take(pa.array(rows))
    last = pc.cast(pc.struct_field(some, "last"), pa.int64()).to_numpy(zero_copy_only=False)
    return Numbers(rows, _together(runs[rows], pc.struct_field(some, "prefix")), last)


def _together(runs: Positions, prefixes: pa.Array) -> Positions:
    codes, names = pd.factorize(pd.Series(pd.arrays.ArrowExtensionArray(pa.chunked_array([prefixes]))))
    together: Positions = runs * (len(names) + 1) + codes
    return together


def _letters(texts: pa.Array, runs: Positions) -> Numbers:
    others = np.flatnonzero(~_flags(pc.or_kleene(pc.is_null(texts), pc.match_substring_regex(texts, NUMBER))))
    matches = [(int(row), LETTER.fullmatch(text)) for row, text in zip(others, texts.take(pa.array(others)).to_pylist(), strict=True)]
    read = [(row, m["prefix"], m["last"]) for row, m in matches if m]
    words: dict[tuple[int, str], list[str]] = {}
    for row, prefix, last in read:
        words.setdefault((int(runs[row]), prefix), []).append(last)
    readers = {run: _reader(lasts) for run, lasts in words.items()}
    keys = {run: n for n, run in enumerate(words)}
    rows = [(row, keys[run], reader(last)) for row, prefix, last in read if (reader := readers[run := (int(runs[row]), prefix)])]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Numbers(columns[:, 0], columns[:, 1], columns[:, 2])


def _reader(lasts: Sequence[str]) -> Callable[[str], int] | None:
    """Return how a run of letters counts: as Roman numbers, as an alphabet, or not at all."""
    if any(len(last) > 1 for last in lasts) or set(lasts) <= {"i", "v", "x"}:
        return _roman if all(ROMAN.fullmatch(last) for last in lasts) else None
    return lambda last: ord(last) - ord("a") + 1


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[c] for c in text]
    return sum(-v if any(w > v for w in values[n + 1 :]) else v for n, v in enumerate(values))


def _jumps(numbers: Numbers, largest_gap: int) -> list[tuple[int, int, range]]:
    """Return the rows before which their run leaves numbers out, the rows before the gap, and what is left out."""
    order = np.lexsort((numbers.rows, numbers.last, numbers.run))
    run, last, rows = numbers.run[order], numbers.last[order], numbers.rows[order]
    step = np.diff(last)
    jumps = np.flatnonzero((np.diff(run) == 0) & (step > 1) & (step - 1 <= largest_gap))
    return [(int(rows[n + 1]), int(rows[n]), range(int(last[n]) + 1, int(last[n + 1]))) for n in jumps]


def _present(texts: pa.Array, runs: Positions, wanted: set[int]) -> dict[int, set[str]]:
    """Return by run what its numbers imply: 3a and 3.1 imply 3, 2-4 implies 2, 3 and 4."""
    found: dict[int, set[str]] = {}
    rows = np.flatnonzero(np.isin(runs, list(wanted)))
    for row in rows:
        text = texts[int(row)].as_py()
        if text is not None:
            found.setdefault(int(runs[row]), set()).update(_implied(text))
    return found


def _implied(text: str) -> set[str]:
    spanned = RANGE.fullmatch(text.strip(" .)"))
    implied = {str(n) for n in range(int(spanned["first"]), min(int(spanned["last"]), int(spanned["first"]) + 50) + 1)} if spanned else set()
    upper = UPPER.fullmatch(re.sub(r"(\d+|[a-z]+)[\s.)\]]*$", "", text)) if re.search(r"\d", text) else None
    while upper:
        implied.add(upper["upper"].strip(" ("))
        upper = UPPER.fullmatch(re.sub(r"\d+\D*$", "", upper["upper"]))
    return implied


def _between(text: str, missing: range) -> tuple[str, ...]:
    """Return the missing numbers, written as the one before the gap is: after 6.02 comes 6.03."""
    number = re.match(NUMBER, text)
    if number:
        width = len(number["last"]) if number["last"].startswith("0") else 0
        return tuple(f"{number['prefix']}{n:0{width}d}" for n in missing)
    letter = LETTER.fullmatch(text)
    return tuple(f"{letter['prefix'] if letter else ''}{chr(ord('a') + n - 1)}" for n in missing)
