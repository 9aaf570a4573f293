"""Curated tables that change together: commits, and the sets of files that readers open.

A commit writes every file under a name of its own, then creates `_snapshots/<n>.json` if it is absent. That one act decides:
before it the new snapshot isn't there, after it all of it is. Whoever comes second merges again on top of the first.
`<table>.parquet` follows, a copy of the newest; a run that was killed before that is mended by the next one.
"""

import contextlib
import json
import re
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import StoreError
from pipeline.storage import table_files
from pipeline.storage.datapackage import describe
from pipeline.storage.ledger import LEDGER
from pipeline.storage.locations import Entry, Location, locate
from pipeline.storage.table_files import Change
from pipeline.tables import TABLES, arrow_schema

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl

FOLDER = "_snapshots"
GRACE = timedelta(hours=1)  # how long a snapshot that was superseded stays, for readers without a lease
LEASE = timedelta(hours=24)
_MANIFEST = re.compile(r"(?P<number>[1-9][0-9]*)\.json")  # 12.json
_LEASE = re.compile(r"(?P<number>[0-9]+)\.(?P<until>[0-9]+)\.[0-9a-f]+")  # 12.1735689600.9f86d0


@dataclass(frozen=True, slots=True)
class Commit:
    """What a run wants to change: by table, and facts that the snapshot's manifest keeps."""

    changes: Mapping[str, Change]
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Snapshot:
    """One set of curated tables that belong together. Number 0 is the empty archive.

    As a context it holds a lease: until the block ends, and for a day at most, no `prune` removes its files.
    """

    curated: Location
    number: int
    files: Mapping[str, str]
    facts: Mapping[str, str]
    token: str = ""
    _lease: str | None = None

    def arrow(self, table: str, *, ids: Iterable[str] | None = None, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table; with `ids` the rows of those reports (of those documents in `submissions`) alone."""
        schema = schema_of(table)
        if table not in self.files:
            return schema.empty_table() if columns is None else schema.empty_table().select(list(columns))
        column = id_column(table)
        wanted = schema if columns is None else pa.schema([schema.field(c) for c in columns])
        with self.curated.open(self.files[table]) as file:
            if ids is not None and column is not None:
                return table_files.conform(table_files.read_ids(file, column, ids, columns), wanted)
            # Not read_table: that imports the dataset module and, with it, pandas.
            return table_files.conform(pq.ParquetFile(file).read(None if columns is None else list(columns)), wanted)

    def pandas(self, table: str) -> "pd.DataFrame":
        """Return a table as a pandas frame."""
        frame: pd.DataFrame = self.arrow(table).to_pandas()
        return frame

    def polars(self, table: str) -> "pl.DataFrame":
        """Return a table as a polars frame."""
        import polars as pl

        frame = pl.from_arrow(self.arrow(table))
        if not isinstance(frame, pl.DataFrame):
            raise TypeError(f"{table} is no frame")
        return frame

    def duckdb(self) -> "duckdb.DuckDBPyConnection":
        """Return a DuckDB connection with a view of each table's name."""
        import duckdb

        connection = duckdb.connect()
        for table in TABLES:
            connection.register(table, self.arrow(table))
        return connection

    def __enter__(self) -> Self:
        until = int((datetime.now(UTC) + LEASE).timestamp())
        name = f"{FOLDER}/leases/{self.number}.{until}.{uuid.uuid4().hex}"
        with contextlib.suppress(OSError):  # who may only read has the grace period
            self.curated.replace(name, b"")
            self._lease = name
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._lease:
            self.curated.remove([self._lease])


def open_snapshot(root: str, curated: str | None = None) -> Snapshot:
    """Return the newest snapshot below a root: a set of tables that belongs together, however many runs commit meanwhile.

    >>> with open_snapshot(".") as snapshot:  # doctest: +SKIP
    ...     snapshot.pandas("milestones")
    """
    return newest(locate(curated) if curated else locate(root).child("curated"))


def schema_of(table: str) -> pa.Schema:
    """Return the Arrow schema of a curated table or of the ledger."""
    return LEDGER if table == "_ledger" else arrow_schema(table)


def id_column(table: str) -> str | None:
    """Return the column by which a table is sorted and changed; None for one that is written whole."""
    if table in ("submissions", "_ledger"):
        return "document_id"
    return None if table == "checks" else "report_id"


def newest(curated: Location) -> Snapshot:
    """Return the newest snapshot; number 0 with no files where nothing was committed."""
    numbers = _numbers(curated.child(FOLDER).entries())
    return _read(curated, max(numbers)) if numbers else Snapshot(curated, 0, {}, {})


def _numbers(entries: Iterable[Entry]) -> dict[int, Entry]:
    found = ((_MANIFEST.fullmatch(e.name), e) for e in entries)
    return {int(match["number"]): e for match, e in found if match}


def _read(curated: Location, number: int) -> Snapshot:
    manifest = json.loads(curated.read(f"{FOLDER}/{number}.json"))
    return Snapshot(curated, number, manifest["files"], manifest["facts"], manifest["token"])


def commit(curated: Location, merge: Callable[[Snapshot], Commit | None], now: Callable[[], datetime]) -> Snapshot:
    """Make a change to the newest snapshot and return what came of it.

    Args:
        curated: Where the tables lie.
        merge: Given the newest snapshot, what to change; None: nothing. Called again on top of a run that was faster.
        now: The time that the manifest names.
    """
    while True:
        base = newest(curated)
        try:
            proposal = merge(base)
            if proposal is None:
                return base
            made = _attempt(base, proposal, now())
        except FileNotFoundError:
            if newest(curated).number == base.number:
                raise
            continue  # the base was pruned meanwhile
        if made:
            mend(curated)
            return made


def _attempt(base: Snapshot, proposal: Commit, now: datetime) -> Snapshot | None:
    """Try to make the change the next snapshot; None where another run was faster."""
    curated, token, number = base.curated, uuid.uuid4().hex, base.number + 1
    if base.number == 0:
        curated.check()
    files, rows = _write_files(base, proposal, number, token)
    facts = {**base.facts, **proposal.facts}
    manifest = {
        "snapshot": number,
        "committed_at": now.isoformat(),
        "files": files,
        "rows": rows,
        "facts": facts,
        "token": token,
        "parent": base.token,
    }
    data = (json.dumps(manifest, indent=1, sort_keys=True) + "\n").encode()
    if curated.create(f"{FOLDER}/{number}.json", data) and not _is_in_a_hole(curated, number, token):
        return Snapshot(curated, number, files, facts, token)
    curated.remove(list(files.values()))
    return None


def _write_files(base: Snapshot, proposal: Commit, number: int, token: str) -> tuple[dict[str, str], dict[str, int]]:
    files, rows = {}, {}
    for table in (*TABLES, "_ledger"):
        name = f"{FOLDER}/files/{table.lstrip('_')}-{number}-{token[:12]}.parquet"
        with contextlib.ExitStack() as stack:
            before: BinaryIO | None = stack.enter_context(base.curated.open(base.files[table])) if table in base.files else None
            sink = stack.enter_context(base.curated.write(name))
            change = proposal.changes.get(table)
            facts = {"snapshot": str(number), "table": table}
            rows[table] = table_files.write_merged(sink, before, change, id_column(table), schema_of(table), facts)
        files[table] = name
    return files, rows


def _is_in_a_hole(curated: Location, number: int, token: str) -> bool:
    """Tell a commit from one that took a number which was pruned meanwhile, and undo the latter."""
    numbers = _numbers(curated.child(FOLDER).entries())
    if max(numbers) == number:
        return False
    follows = number + 1 in numbers and json.loads(curated.read(f"{FOLDER}/{number + 1}.json"))["parent"] == token
    if not follows:
        curated.remove([f"{FOLDER}/{number}.json"])
    return not follows


def mend(curated: Location) -> bool:
    """Let `<table>.parquet` be the newest snapshot's, and return whether that took anything.

    Two runs may do so at once, and the slower one may put an older file over a newer: so it looks again until it is true.
    """
    changed = False
    while True:
        snapshot = newest(curated)
        behind = [t for t, file in snapshot.files.items() if t in TABLES and not _is_published(curated, snapshot, t, file)]
        for table in behind:
            curated.copy(snapshot.files[table], f"{table}.parquet")
        if snapshot.number:
            changed |= _publish_description(curated)
        changed |= bool(behind)
        if not behind and newest(curated).number == snapshot.number:
            return changed


def _is_published(curated: Location, snapshot: Snapshot, table: str, file: str) -> bool:
    name = f"{table}.parquet"
    same = curated.same(file, name)
    if same is None:
        with curated.open(name) as published:
            metadata = pq.read_schema(published).metadata or {}
        return bool(metadata.get(b"snapshot") == str(snapshot.number).encode())
    return same


def edited(snapshot: Snapshot) -> dict[str, pa.Table]:
    """Return the tables that someone has put in place of the snapshot's by hand: their files name no snapshot."""
    found = {}
    for table, file in snapshot.files.items():
        name = f"{table}.parquet"
        if table in TABLES and not snapshot.curated.same(file, name) and snapshot.curated.exists(name):
            with snapshot.curated.open(name) as published:
                rows = pq.ParquetFile(published).read()
            if b"snapshot" not in (rows.schema.metadata or {}):
                found[table] = table_files.conform(rows, schema_of(table))
    return found


def _publish_description(curated: Location) -> bool:
    data = describe()
    with contextlib.suppress(FileNotFoundError):
        if curated.read("datapackage.json") == data:
            return False
    curated.replace("datapackage.json", data)
    return True


def prune(curated: Location, keep: int, now: datetime, grace: timedelta = GRACE) -> list[int]:
    """Remove all but the newest `keep` snapshots and return their numbers.

    One stays that was superseded less than `grace` ago, or that a lease names which isn't over.
    """
    if keep < 1:
        raise StoreError("The newest snapshot is the archive itself: keep at least 1.")
    entries = curated.child(FOLDER).entries()
    numbers = _numbers(entries)
    leases = [match for e in curated.child(f"{FOLDER}/leases").entries() if (match := _LEASE.fullmatch(e.name))]
    held = {int(m["number"]) for m in leases if int(m["until"]) >= now.timestamp()}
    kept = sorted(numbers)[-keep:]
    gone = [n for n in sorted(numbers) if n not in kept and n not in held and _superseded(numbers, n) < (now - grace).timestamp()]
    curated.remove([f"{FOLDER}/{n}.json" for n in gone])
    listed = {file for n in numbers if n not in gone for file in _read(curated, n).files.values()}
    files = curated.child(f"{FOLDER}/files").entries()
    orphans = [f"{FOLDER}/files/{e.name}" for e in files if e.modified < (now - max(grace, GRACE)).timestamp() or _number_of(e.name) in gone]
    curated.remove([name for name in orphans if name not in listed])
    curated.remove([f"{FOLDER}/leases/{m[0]}" for m in leases if int(m["until"]) < now.timestamp()])
    curated.sweep((now - max(grace, GRACE)).timestamp())
    return gone


def _superseded(numbers: Mapping[int, Entry], number: int) -> float:
    """Return when the next snapshot was committed, by the store's clock."""
    return min((e.modified for n, e in numbers.items() if n > number), default=float("inf"))


def _number_of(file: str) -> int:
    return int(file.rsplit("-", 2)[1])
