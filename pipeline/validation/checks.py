"""Kinds of check that Great Expectations doesn't have. Importing this module registers them; only `engine.py` does.

Each judges the rows of one table and returns the positions of those that break it, with a note on each where there is
something to say. All take `where` (only rows whose column holds one of these values) and `unless` (not those).
"""

from abc import abstractmethod
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine.execution_engine import ExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation

from pipeline.validation import numbers
from pipeline.validation.derive import array_of
from pipeline.validation.words import NOTHING, Lexicon, adds_nothing, copied_share, lexicons, tipping

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Values = dict[str, list[Any]]
Words = dict[str, list[str]]

SOMETHING_TO_CHECK = r"[0-9]|https?:|www\.|[“”«»„\"]"  # a date, a number, a link, a quoted name
LONGEST_WORD = 40  # characters


def _flags(array: pa.Array) -> Flags:
    flags: Flags = pc.fill_null(array, False).to_numpy(zero_copy_only=False)
    return flags


class RowsExpectation(BatchExpectation):
    """What the checks below have in common: which rows are judged, and the shape of the result."""

    column: str
    where: Values | None = None
    unless: Values | None = None

    metric_dependencies: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return those of the rows that break the rule, and a note on each."""

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: ExecutionEngine[Any] | None = None,
    ) -> dict[str, Any]:
        if execution_engine is None:
            raise ValueError("a check of rows needs an execution engine")
        frame, _, _ = execution_engine.get_compute_domain({"batch_id": self.batch_id}, MetricDomainTypes.TABLE)
        positions, notes = self.judge(frame, np.flatnonzero(self._judged(frame)))
        result = {"element_count": len(frame), "unexpected_count": len(positions), "unexpected_index_list": positions}
        return {"success": not len(positions), "result": {**result, "details": {"notes": notes}}}

    def _judged(self, frame: pd.DataFrame) -> Flags:
        judged = np.ones(len(frame), dtype=bool)
        for column, values in (self.where or {}).items():
            judged &= _holds(frame[column], values)
        for column, values in (self.unless or {}).items():
            judged &= ~_holds(frame[column], values)
        return judged


def _holds(column: "pd.Series[Any]", values: list[Any]) -> Flags:
    return column.isin(values).to_numpy(dtype=bool, na_value=False)


def _in_language(frame: pd.DataFrame, rows: Positions, words: Words | None) -> list[tuple[str, Positions]]:
    """Return the rows by language, of the languages that there are words for."""
    spoken = array_of(frame["language"]).take(pa.array(rows))
    return [(language, rows[_flags(pc.equal(spoken, language))]) for language in words or {}]


def _matching(texts: pa.Array, words: Lexicon) -> Flags:
    return _flags(pc.match_substring_regex(texts, words.for_arrow))


class ExpectColumnToBeFilled(RowsExpectation):
    """The column holds something, or one of the columns `unless_filled` does."""

    unless_filled: list[str] | None = None

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the rows where all of them are blank."""
        blank = np.asarray(frame[[self.column, *(self.unless_filled or ())]].isna().to_numpy().all(axis=1), dtype=bool)
        return rows[blank[rows]], None


class ExpectTextFreeOf(RowsExpectation):
    """The text has none of these words, each in the report's language.

    `excused` are phrases in which they don't count; a later sentence with `settled` takes them back; a row whose
    `other` column begins with `other_begins` isn't judged.
    """

    words: Words
    excused: Words | None = None
    settled: Words | None = None
    other: str | None = None
    other_begins: Words | None = None

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the rows with such words; the note quotes them."""
        texts = array_of(frame[self.column])
        tips, excused, settled = lexicons(self.words), lexicons(self.excused), lexicons(self.settled)
        begins = lexicons(self.other_begins)
        found: list[tuple[int, str]] = []
        for language, spoken in _in_language(frame, rows, self.words):
            if language not in tips:
                continue
            likely = spoken[_matching(texts.take(pa.array(spoken)), tips[language])]
            openings = array_of(frame[self.other]).take(pa.array(likely)).to_pylist() if self.other else [None] * len(likely)
            for row, opening in zip(likely, openings, strict=True):
                if opening and any(a == 0 for a, _ in begins.get(language, NOTHING).spans(opening)):
                    continue
                words = tipping(texts[int(row)].as_py(), tips[language], excused.get(language, NOTHING), settled.get(language, NOTHING))
                if words:
                    found.append((int(row), f"“{' '.join(words.split())}”"))
        found.sort()
        return np.array([row for row, _ in found], dtype=np.int64), [note for _, note in found]


class ExpectTextToSayMoreThan(RowsExpectation):
    """The text adds something to what the `other` column says."""

    other: str
    new_words: int
    fewest_words: int
    coverage: float

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the rows where it doesn't."""
        chosen = pa.array(rows)
        texts, others = array_of(frame[self.column]).take(chosen), array_of(frame[self.other]).take(chosen)
        room = pc.add(pc.utf8_length(others), LONGEST_WORD * self.new_words)
        likely = np.flatnonzero(_flags(pc.less_equal(pc.utf8_length(texts), room)))
        pairs = zip(texts.take(pa.array(likely)).to_pylist(), others.take(pa.array(likely)).to_pylist(), strict=True)
        flags = [adds_nothing(text, other, self.new_words, self.fewest_words, self.coverage) for text, other in pairs]
        return rows[likely[np.array(flags, dtype=bool)]], None


class ExpectTextNotCopiedFrom(RowsExpectation):
    """At most a `largest_share` of the text's words stand in runs of `run` words of the `other` column."""

    other: str
    run: int
    largest_share: float
    fewest_words: int

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the rows where more do; the note says how much."""
        chosen = pa.array(rows)
        texts, others = array_of(frame[self.column]).take(chosen).to_pylist(), array_of(frame[self.other]).take(chosen).to_pylist()
        shares = [
            copied_share(text, other, self.run) if text and other and len(text.split()) >= self.fewest_words else 0.0
            for text, other in zip(texts, others, strict=True)
        ]
        kept = [n for n, share in enumerate(shares) if share > self.largest_share]
        return rows[kept], [f"{shares[n]:.0%} of its words" for n in kept]


class ExpectTextToHaveWords(RowsExpectation):
    """The text, where there is one, has at least so many words."""

    fewest_words: int

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the rows with fewer."""
        texts = array_of(frame[self.column]).take(pa.array(rows))
        enough = rf"(?:[\pL\pM\pN]+[^\pL\pM\pN]+){{{self.fewest_words - 1}}}[\pL\pM\pN]"
        return rows[_flags(pc.invert(pc.match_substring_regex(texts, enough)))], None


class ExpectTextToNameASource(RowsExpectation):
    """The text has something that can be looked up: a date, a number, a link, a quoted name, or one of these words."""

    words: Words

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the rows without; rows in languages that there are no words for aren't judged."""
        texts = array_of(frame[self.column])
        bare = rows[_flags(pc.invert(pc.match_substring_regex(texts.take(pa.array(rows)), SOMETHING_TO_CHECK)))]
        named = lexicons(self.words)
        found = [
            spoken[~_matching(texts.take(pa.array(spoken)), named[language])]
            for language, spoken in _in_language(frame, bare, self.words)
            if language in named
        ]
        return np.sort(np.concatenate([*found, np.array([], dtype=np.int64)])), None


class ExpectTextToVary(RowsExpectation):
    """No text stands in more than a `largest_share` of a report's rows; reports with fewer than `fewest_rows` of it aren't judged."""

    largest_share: float
    fewest_rows: int
    number: str

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the first row of each such text; the note names all of its rows, by `number`."""
        texts = array_of(frame[self.column])
        filled = rows[_flags(pc.is_valid(texts.take(pa.array(rows))))]
        said = pc.dictionary_encode(pc.utf8_lower(texts.take(pa.array(filled)))).indices.to_numpy(zero_copy_only=False)
        reports, _ = pd.factorize(frame["report_id"].iloc[filled])
        _, first, inverse, count = np.unique(
            reports.astype(np.int64) * (len(filled) + 1) + said, return_index=True, return_inverse=True, return_counts=True
        )
        rows_of_report = np.bincount(reports, minlength=1)[reports[first]] if len(filled) else np.array([], dtype=np.int64)
        often = np.flatnonzero((count > self.largest_share * rows_of_report) & (count >= self.fewest_rows))
        often = often[np.argsort(first[often])]
        names = array_of(frame[self.number])
        notes = []
        for n in often:
            same = names.take(pa.array(filled[inverse == n])).to_pylist()
            notes.append(f"in {count[n]} of {rows_of_report[n]} rows: {', '.join(str(name) for name in same)}")
        return filled[first[often]], notes


class ExpectNumbersOnce(RowsExpectation):
    """No printed number stands twice in its run."""

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the second and later rows of a number."""
        return _among(rows, *numbers.repeated(frame))


class ExpectNumbersToRunOn(RowsExpectation):
    """No printed number is left out of its run; a jump by more than `largest_gap` is another way of numbering."""

    largest_gap: int

    def judge(self, frame: pd.DataFrame, rows: Positions) -> tuple[Positions, list[str] | None]:
        """Return the first row after each gap; the note says what is missing."""
        return _among(rows, *numbers.after_gaps(frame, self.largest_gap))


def _among(rows: Positions, positions: Positions, notes: list[str]) -> tuple[Positions, list[str]]:
    kept = np.isin(positions, rows)
    return positions[kept], [note for note, keep in zip(notes, kept, strict=True) if keep]
