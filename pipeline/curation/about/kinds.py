"""Which report of the cycle a report is."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pipeline.curation.wording.patterns import compile_phrases, plain
from pipeline.tables import ReportKind
from pipeline.vocabulary import phrases

KINDS = (
    ("kind_midterm", ReportKind.MIDTERM),
    ("kind_end_of_term", ReportKind.END_OF_TERM),
    ("kind_commitment", ReportKind.COMMITMENT),
    ("kind_progress", ReportKind.PROGRESS),
    ("kind_annual", ReportKind.ANNUAL),
    ("kind_implementation", ReportKind.PROGRESS),
)
"""In this order a line is asked: a "mid-term progress report" is mid-term, an "annual report on implementation" annual."""


@lru_cache(maxsize=64)
def _expressions(languages: tuple[str, ...]) -> tuple[tuple[ReportKind, re.Pattern[str]], ...]:
    words = phrases("facts", languages)
    return tuple((kind, compile_phrases(words.get(key, ()))) for key, kind in KINDS)


def read_kind(places: Iterable[Sequence[str]], languages: tuple[str, ...], *, has_commitment: bool) -> ReportKind:
    """Return the kind that the first place to name one names.

    Args:
        places: Lines, the plainest place first; the lines of one place must agree.
        languages: Primary subtags of the vocabulary.
        has_commitment: Whether the cover names the one commitment that the document is about.
    """
    for lines in places:
        found = [kind for line in lines for kind in _named(line, languages)]
        if found:
            first = found[0]
            return ReportKind.COMMITMENT if has_commitment and first is ReportKind.PROGRESS else first
    return ReportKind.COMMITMENT if has_commitment else ReportKind.UNKNOWN


def _named(line: str, languages: tuple[str, ...]) -> list[ReportKind]:
    lowered = plain(line)
    return [kind for kind, expression in _expressions(languages) if expression.search(lowered)]
