"""Findings that someone has looked at and lives with: `accepted.toml`.

[[accepted]]
rule = "milestone.next_steps.missing"
row = "mng-2021-2023-end_of_term/m17"
reason = "The milestone was merged into 18; the sender confirmed it."
until = 2026-12-31
"""

import tomllib
from dataclasses import dataclass
from datetime import date

from pipeline.errors import SuiteError
from pipeline.validation.texts import read_texts

FILE = "accepted.toml"
KEYS = ("rule", "row", "reason", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """One entry: the finding of `rule` on `row` fails nothing up to and including the day `until`."""

    rule: str
    row: str
    reason: str
    until: date


def read_accepted(text: str, file: str = FILE) -> tuple[Acceptance, ...]:
    """Return the entries of an accepted.toml.

    Raises:
        SuiteError: It isn't TOML, or an entry lacks one of the four keys, has another, or is there twice.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SuiteError(file, "accepted", f"The file is not TOML: {error}.", "Copy the example of docs/findings.md and fill it in.") from error
    if set(content) - {"accepted"} or not isinstance(content.get("accepted", []), list):
        raise SuiteError(file, "accepted", "Only [[accepted]] entries belong here.", "Start each entry with a line [[accepted]].")
    entries = tuple(_acceptance(entry, file) for entry in content.get("accepted", []))
    twice = next((e for n, e in enumerate(entries) if (e.rule, e.row) in {(o.rule, o.row) for o in entries[:n]}), None)
    if twice:
        raise SuiteError(file, twice.rule, f"The row {twice.row} is accepted twice.", "Keep one of the two entries.")
    return entries


def _acceptance(entry: object, file: str) -> Acceptance:
    if not isinstance(entry, dict):
        raise SuiteError(file, "accepted", "An entry is not a table.", "Start each entry with a line [[accepted]].")
    rule = str(entry.get("rule", "?"))
    missing = [k for k in KEYS if k not in entry]
    extra = sorted(set(entry) - set(KEYS))
    if missing or extra:
        problem = f"The entry lacks {', '.join(missing)}." if missing else f"The entry has {', '.join(extra)}, which means nothing."
        raise SuiteError(file, rule, problem, f"An entry has exactly {', '.join(KEYS)}.")
    row, reason, until = entry["row"], entry["reason"], entry["until"]
    if type(until) is not date:
        raise SuiteError(file, rule, f"until is {until!r}.", "Write a day without quotation marks: until = 2026-12-31.")
    if not (isinstance(row, str) and row and isinstance(reason, str) and reason.strip()):
        raise SuiteError(file, rule, "row and reason must be texts that say something.", "Name the finding's row_id, and why it is accepted.")
    return Acceptance(rule=rule, row=row, reason=reason.strip(), until=until)


def load_accepted(location: str | None) -> tuple[Acceptance, ...]:
    """Return the entries of the location's accepted.toml; none where there is no such file, or no location."""
    if location is None:
        return ()
    texts = read_texts(location, FILE)
    return read_accepted(texts[FILE], f"{location}/{FILE}") if FILE in texts else ()
