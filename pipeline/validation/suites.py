"""Suites as written in expectations/*.json: read strictly, since Great Expectations drops in silence what it doesn't know.

One file is one suite; each entry is one rule:

    {"type": "expect_column_to_be_filled",            a kind of check, of Great Expectations or of `checks.py`
     "kwargs": {"column": "title"},                   what it is held against
     "severity": "critical",
     "meta": {"rule": "milestone.title.missing",      the name people see
              "message": "{name} has no title.",      {…}: a column of the row, or name, place, note
              "remedy": "Ask the sender for it.",
              "expected": "a title"}}

`meta` may also say which `column` a finding is about where kwargs have another one, and `"row": "report"` where the
finding stands on the report and not on the row.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.errors import SuiteError
from pipeline.tables import TABLES, Severity
from pipeline.validation.columns import ASSESSED, known_columns
from pipeline.validation.rules import PLACEHOLDER, SPOKEN, Rule, Suite, Suites
from pipeline.validation.texts import read_texts, shipped_texts

SUITE_KEYS = {"name", "meta", "expectations"}
ENTRY_KEYS = {"type", "kwargs", "severity", "meta"}
META_KEYS = {"rule", "message", "remedy", "expected", "column", "row", "about"}
NEEDED_META = ("rule", "message", "remedy", "expected")
COLUMN_ARGUMENTS = ("column", "column_A", "column_B", "other")
COLUMN_LISTS = ("column_list", "unless_filled")
CONDITIONS = ("where", "unless")
RULE = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")  # milestone.rating.missing


def load_suites(location: str | None) -> Suites:
    """Return the suites of a folder or URL; of the package where the location is None.

    Raises:
        UsageError: The location isn't there.
        SuiteError: A file or an entry can't be used as written.
    """
    texts = shipped_texts() if location is None else read_texts(location, "*.json")
    return read_suites(texts, "the package's suites" if location is None else str(location))


def read_suites(texts: Mapping[str, str], origin: str) -> Suites:
    """Return the suites of these files, each entry checked by us and by Great Expectations.

    Raises:
        SuiteError: There is no suite, or one can't be used as written.
    """
    if not texts:
        raise SuiteError(origin, "*", "There is no suite here (*.json), so nothing would be checked.", "Run `ogp-etl init` for the shipped ones.")
    suites = tuple(_suite(file, text) for file, text in texts.items())
    _refuse_duplicates([rule for suite in suites for rule in suite.rules])
    from pipeline.validation.expectation import refuse_unknown

    for suite in suites:
        for rule in suite.rules:
            refuse_unknown(rule)
    content = json.dumps(dict(sorted(texts.items())))
    return Suites(suites, hashlib.sha256(content.encode()).hexdigest())


def _suite(file: str, text: str) -> Suite:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise SuiteError(
            file, "*", f"The file is not JSON: {error.msg} at {where}.", "Often a comma is missing or too many; mend that line."
        ) from error
    if not isinstance(content, dict) or not isinstance(content.get("expectations"), list) or not isinstance(content.get("name"), str):
        raise SuiteError(file, "*", "A suite is an object with a name and a list of expectations.", "Compare with a suite of `ogp-etl init`.")
    _refuse_keys(file, "*", content, SUITE_KEYS, "the suite")
    meta = content.get("meta", {})
    table = str(meta.get("table", content["name"]) if isinstance(meta, dict) else content["name"])
    if table not in TABLES:
        raise SuiteError(file, "*", f"There is no table {table!r}.", f'Name one in "meta": {{"table": …}}: {", ".join(TABLES)}.')
    if not content["expectations"]:
        raise SuiteError(file, "*", "The suite is empty, so it would always pass.", "Add an expectation, or delete the file.")
    name = str(content["name"])
    return Suite(name, table, tuple(_rule(file, name, table, n, entry) for n, entry in enumerate(content["expectations"], 1)))


def _rule(file: str, suite: str, table: str, number: int, entry: object) -> Rule:
    place = f"entry {number}"
    if not isinstance(entry, dict) or not isinstance(entry.get("meta"), dict) or not isinstance(entry.get("kwargs"), dict):
        raise SuiteError(file, place, "An entry is an object with type, kwargs, severity and meta.", "Copy another entry and change it.")
    meta, kwargs = entry["meta"], entry["kwargs"]
    name = str(meta.get("rule", place))
    _refuse_keys(file, name, entry, ENTRY_KEYS, "the entry")
    _refuse_keys(file, name, meta, META_KEYS, "its meta")
    missing = [k for k in NEEDED_META if not (isinstance(meta.get(k), str) and meta[k].strip())]
    if missing:
        raise SuiteError(file, name, f"Its meta lacks {', '.join(missing)}.", "A rule needs a name, a message, a remedy and what is expected.")
    if not RULE.fullmatch(name):
        raise SuiteError(file, name, "The rule's name isn't lower-case words parted by dots.", "Write it like milestone.title.missing.")
    if entry.get("severity") not in list(Severity):
        raise SuiteError(file, name, f"The severity is {entry.get('severity')!r}.", f"Write one of {', '.join(Severity)}.")
    if not isinstance(entry.get("type"), str):
        raise SuiteError(file, name, "It has no type.", "Name the kind of check: expect_column_to_be_filled, for example.")
    if meta.get("row", "row") not in ("row", "report"):
        raise SuiteError(file, name, f"row is {meta['row']!r}.", 'Write "row": "report", or leave it out.')
    column = meta.get("column", kwargs.get("column"))
    _refuse_columns(file, name, table, kwargs, meta)
    return Rule(
        name=name,
        severity=Severity(entry["severity"]),
        type=entry["type"],
        arguments=json.dumps(kwargs, ensure_ascii=False),
        message=meta["message"].strip(),
        remedy=meta["remedy"].strip(),
        expected=meta["expected"].strip(),
        column=column if isinstance(column, str) else None,
        per_report=meta.get("row") == "report",
        suite=suite,
        table=table,
        file=file,
    )


def _refuse_keys(file: str, rule: str, content: Mapping[str, object], known: set[str], what: str) -> None:
    extra = sorted(set(content) - known)
    if extra:
        raise SuiteError(file, rule, f"{what.capitalize()} has {', '.join(extra)}, which means nothing.", f"It may have {', '.join(sorted(known))}.")


def _refuse_columns(file: str, rule: str, table: str, kwargs: Mapping[str, object], meta: Mapping[str, object]) -> None:
    known = known_columns(table)
    for column in (*_named_columns(kwargs), *([meta["column"]] if meta.get("column", ASSESSED[0]) not in ASSESSED else [])):
        if column not in known:
            raise SuiteError(file, rule, f"The table {table} has no column {column!r}.", f"It has {', '.join(sorted(known))}.")
    for spoken in PLACEHOLDER.findall(f"{meta['message']} {meta['remedy']} {meta['expected']}"):
        if spoken not in known | SPOKEN:
            raise SuiteError(
                file, rule, f"The message names {{{spoken}}}, which is no column of {table}.", f"Use {', '.join(sorted(SPOKEN))} or a column."
            )


def _named_columns(kwargs: Mapping[str, object]) -> Iterator[object]:
    for key in COLUMN_ARGUMENTS:
        if key in kwargs:
            yield kwargs[key]
    for key in (*COLUMN_LISTS, *CONDITIONS):
        named = kwargs.get(key)
        if isinstance(named, (list, dict)):
            yield from named


def _refuse_duplicates(rules: Sequence[Rule]) -> None:
    seen: dict[tuple[str, str, str | None], Rule] = {}
    for rule in rules:
        key = (rule.table, rule.name, rule.column)
        if key in seen:
            raise SuiteError(rule.file, rule.name, f"The rule is there twice, also in {seen[key].file}.", "Keep one, or give the other its own name.")
        seen[key] = rule
