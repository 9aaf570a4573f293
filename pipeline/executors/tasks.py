"""What goes to a child process and what comes back. Imports nothing heavy: both sides need it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Code, DocumentError
from pipeline.tables import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One document: its bytes, or its staged files where they are there already."""

    file_name: str
    data: bytes | None = None
    staged: tuple[bytes, bytes] | None = None
    layouts: Path | None = None
    vocabulary: Path | None = None
    sidecar: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document came to nothing. `again`: with more time or memory, and nothing beside it, it might be read."""

    code: Code
    sentence: str
    again: bool = False

    @property
    def reason(self) -> str:
        """The text of `status_reason`."""
        return DocumentError(self.code, self.sentence).reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What became of a task. `staged` is filled where the document was read anew."""

    format: str = ""
    n_pages: int | None = None
    staged: tuple[bytes, bytes] | None = None
    report: Report | None = None
    failure: Failure | None = None


def address_space(line: str, pid: int | str = "self") -> int:
    """Return VmSize, or VmPeak, of a process in bytes; 0 where the system doesn't say."""
    try:
        rows = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    found = next((row for row in rows if row.startswith(f"{line}:")), "")
    return int(found.split()[1]) * 1024 if found else 0


def digest(data: bytes) -> str:
    """Return a document's id."""
    return hashlib.sha256(data).hexdigest()
