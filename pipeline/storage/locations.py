"""Where files lie: a folder of this machine, or a prefix of an object store that fsspec knows.

Both offer the same few acts, and two of them carry the weight: `create`, which of many callers lets one succeed, and
`replace`, which readers see before or after and never in between. Neither renames on an object store.
"""

import contextlib
import os
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from pipeline.errors import StoreError, UsageError

if TYPE_CHECKING:
    from datetime import datetime

SCRATCH = ".part-"  # files being written; what a killed process leaves of them is swept


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its name below the location, its size, and a mark that changes when the file does."""

    name: str
    size: int
    mark: str
    modified: float  # seconds since 1970


class Location(Protocol):
    """A place for files. Names are relative to it, parted by "/"."""

    @property
    def url(self) -> str:
        """The path or URL, as `locate` takes it."""

    def child(self, name: str) -> "Location":
        """Return the place of that name below this one."""

    def exists(self, name: str = "") -> bool:
        """Return whether there is a file of that name, or the place itself."""

    def read(self, name: str) -> bytes:
        """Return a file's bytes; FileNotFoundError where there is none."""

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading at any place."""

    def entries(self, *, deep: bool = False) -> list[Entry]:
        """Return the files here, and with `deep` in all places below, by name."""

    def create(self, name: str, data: bytes) -> bool:
        """Write a file if there is none of that name, whole or not at all; return whether this call did."""

    def replace(self, name: str, data: bytes) -> None:
        """Write a file; readers see the old one or the new one."""

    def write(self, name: str) -> contextlib.AbstractContextManager[BinaryIO]:
        """Write a large file of a name not used before; it appears when the block ends without an error."""

    def copy(self, source: str, name: str) -> None:
        """Give an unchanging file a second name, in place of what had that name."""

    def same(self, source: str, name: str) -> bool | None:
        """Return whether the second name is a copy of the first; None where the store can't tell."""

    def remove(self, names: Sequence[str]) -> None:
        """Remove files; those that are gone already don't matter."""

    def check(self) -> None:
        """Raise StoreError where `create` doesn't hold what it promises."""

    def sweep(self, older_than: float) -> None:
        """Remove what killed processes left half written before that time (seconds since 1970)."""


def locate(text: str) -> Location:
    """Return the location that a path or URL names.

    Raises:
        UsageError: No file system of that name is installed.
    """
    if "://" not in text:
        return Folder(Path(text).absolute())
    if text.startswith("file://"):
        return Folder(Path(text.removeprefix("file://")).absolute())
    return Bucket(text.rstrip("/"))


@dataclass(frozen=True)
class Folder:
    """A folder of this machine."""

    path: Path

    @property
    def url(self) -> str:
        """The folder's path."""
        return str(self.path)

    def child(self, name: str) -> "Folder":
        """Return the folder of that name."""
        return Folder(self.path / name)

    def exists(self, name: str = "") -> bool:
        """Return whether it is there."""
        return (self.path / name).exists()

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        return (self.path / name).read_bytes()

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading."""
        return (self.path / name).open("rb")

    def entries(self, *, deep: bool = False) -> list[Entry]:
        """Return the files here, by name."""
        return sorted(self._scan(self.path, "", deep), key=lambda e: e.name)

    def _scan(self, folder: Path, prefix: str, deep: bool) -> Iterator[Entry]:
        try:
            found = list(os.scandir(folder))
        except FileNotFoundError:
            return
        for item in found:
            if item.is_dir():
                if deep and not item.is_symlink():
                    yield from self._scan(Path(item.path), f"{prefix}{item.name}/", deep)
            elif item.is_file() and not item.name.startswith(SCRATCH):
                facts = item.stat()
                yield Entry(prefix + item.name, facts.st_size, f"{facts.st_size}-{facts.st_mtime_ns}", facts.st_mtime)

    def create(self, name: str, data: bytes) -> bool:
        """Write a synced file beside it and link it: a link fails where the name is taken."""
        with self._scratch(name) as part:
            part.write_bytes(data)
            _sync(part)
            try:
                os.link(part, self.path / name)
            except FileExistsError:
                return False
            except OSError as error:
                raise StoreError(f"{self.path} is on a file system without hard links, which a commit needs: {error}") from error
        _sync((self.path / name).parent)
        return True

    def replace(self, name: str, data: bytes) -> None:
        """Write a synced file beside it and move it over."""
        with self._scratch(name) as part:
            part.write_bytes(data)
            _sync(part)
            part.replace(self.path / name)

    @contextlib.contextmanager
    def write(self, name: str) -> Iterator[BinaryIO]:
        """Write a file that appears when the block ends."""
        with self._scratch(name) as part:
            with part.open("wb") as file:
                yield file
            _sync(part)
            part.chmod(0o444)
            part.replace(self.path / name)
        _sync((self.path / name).parent)

    def copy(self, source: str, name: str) -> None:
        """Link the file under its second name."""
        with self._scratch(name) as part:
            os.link(self.path / source, part)
            part.replace(self.path / name)

    def same(self, source: str, name: str) -> bool | None:
        """Return whether both names lead to one file."""
        try:
            return (self.path / source).samefile(self.path / name)
        except FileNotFoundError:
            return False

    def remove(self, names: Sequence[str]) -> None:
        """Remove the files."""
        for name in names:
            (self.path / name).unlink(missing_ok=True)

    def check(self) -> None:
        """A file system's link is atomic: nothing to try."""

    @contextlib.contextmanager
    def _scratch(self, name: str) -> Iterator[Path]:
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{SCRATCH}{uuid.uuid4().hex}")
        try:
            yield part
        finally:
            part.unlink(missing_ok=True)

    def sweep(self, older_than: float) -> None:
        """Remove what killed processes left half written before that time (seconds since 1970)."""
        for part in self.path.rglob(f"{SCRATCH}*"):
            with contextlib.suppress(FileNotFoundError):
                if part.stat().st_mtime < older_than:
                    part.unlink()


@dataclass(frozen=True)
class Bucket:
    """A prefix of an object store."""

    url: str

    @cached_property
    def _store(self) -> tuple[Any, str]:
        import fsspec

        try:
            store, prefix = fsspec.core.url_to_fs(self.url, use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise UsageError(f"{self.url}: {error}", "Install the extra for this kind of store, such as ogp-etl[s3].") from error
        return store, str(prefix)

    def _key(self, name: str) -> str:
        return f"{self._store[1]}/{name}" if name else self._store[1]

    def child(self, name: str) -> "Bucket":
        """Return the prefix of that name."""
        return Bucket(f"{self.url}/{name}")

    def exists(self, name: str = "") -> bool:
        """Return whether there is an object of that name; a prefix is always there if its bucket is."""
        return bool(self._store[0].exists(self._key(name) if name else self._key("").split("/")[0]))

    def read(self, name: str) -> bytes:
        """Return an object's bytes."""
        return bytes(self._store[0].cat_file(self._key(name)))

    def open(self, name: str) -> BinaryIO:
        """Open an object for reading at any place."""
        file: BinaryIO = self._store[0].open(self._key(name), "rb", block_size=8 << 20)
        return file

    def entries(self, *, deep: bool = False) -> list[Entry]:
        """Return the objects here, by name."""
        store, prefix = self._store
        store.invalidate_cache()
        try:
            found = store.find(prefix, maxdepth=None if deep else 1, detail=True)
        except FileNotFoundError:
            return []
        names = {key.removeprefix(prefix).lstrip("/"): facts for key, facts in found.items() if facts["type"] == "file"}
        return [Entry(name, facts["size"], _mark(facts), _modified(facts)) for name, facts in sorted(names.items()) if name]

    def create(self, name: str, data: bytes) -> bool:
        """Put the object on condition that there is none.

        A put whose answer got lost is sent again and then meets itself: the same bytes count as success, as callers put a
        token of their own into them.
        """
        try:
            self._store[0].pipe_file(self._key(name), data, mode="create")
        except OSError as error:
            if not self.exists(name):
                raise StoreError(f"{self.url}/{name} can't be written: {error}") from error
            return self.read(name) == data
        return True

    def replace(self, name: str, data: bytes) -> None:
        """Put the object."""
        self._store[0].pipe_file(self._key(name), data)

    @contextlib.contextmanager
    def write(self, name: str) -> Iterator[BinaryIO]:
        """Write a file here, then put it."""
        with tempfile.TemporaryDirectory() as folder:
            part = Path(folder) / "part"
            with part.open("wb") as file:
                yield file
            self._store[0].put_file(str(part), self._key(name))

    def copy(self, source: str, name: str) -> None:
        """Have the store copy the object."""
        self._store[0].cp_file(self._key(source), self._key(name))

    def same(self, source: str, name: str) -> bool | None:
        """Return whether both have one ETag; None where they differ, as a copy in parts has another."""
        try:
            facts = [self._store[0].info(self._key(n)) for n in (source, name)]
        except FileNotFoundError:
            return False
        if facts[0]["size"] != facts[1]["size"]:
            return False
        return True if _mark(facts[0]) == _mark(facts[1]) and "ETag" in facts[0] else None

    def remove(self, names: Sequence[str]) -> None:
        """Remove the objects."""
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                self._store[0].rm_file(self._key(name))

    def check(self) -> None:
        """Put an object twice: a store that takes the second put can't commit."""
        name = f"{SCRATCH}{uuid.uuid4().hex}"
        try:
            if not self.create(name, b"first") or self.create(name, b"second"):
                raise StoreError(f"{self.url}: this store ignores the condition of a put (If-None-Match), so two runs could overwrite each other.")
        finally:
            self.remove([name])

    def sweep(self, older_than: float) -> None:
        """An object is written whole or not at all: nothing is left over."""


def _mark(facts: dict[str, Any]) -> str:
    return str(facts.get("ETag") or f"{facts['size']}-{facts.get('LastModified') or facts.get('created')}").strip('"')


def _modified(facts: dict[str, Any]) -> float:
    moment: datetime | None = facts.get("LastModified") or facts.get("created")
    return moment.timestamp() if moment else 0.0


def _sync(path: Path) -> None:
    """Have the disk hold what was written to a file or folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
