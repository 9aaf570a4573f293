"""What happens to one document in a child process: its bytes become staged tables and a report, or a failure with a code.

Everything that an untrusted file can break runs here and nothing else does. The parent may kill it at any moment.
"""

import ctypes
import resource
import signal
import sys
import tomllib

from pipeline.curation.curate import CurateOptions, curate
from pipeline.curation.sidecar import Sidecar, read_sidecar
from pipeline.errors import Code, DocumentError, SidecarError
from pipeline.executors.tasks import Failure, Reading, Task, address_space
from pipeline.readers import read_document
from pipeline.staging import from_parquet, restore, stage, to_parquet

_PR_SET_PDEATHSIG = 1  # Source: prctl(2)
_NEAR_LIMIT = 0.7  # share of the memory from which on an error is taken for a lack of memory, whatever it says


def limit(memory: int) -> None:
    """Let this process take so many bytes of address space more than it has, leave no core file, and die with its server."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    ceiling = address_space("VmSize") + memory
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def work(task: Task) -> Reading:
    """Read, stage and curate one document. Never raises: what goes wrong comes back as a failure."""
    staged = None
    try:
        if task.staged is not None:
            document = restore(from_parquet(*task.staged))
        else:
            data = task.data or b""
            document = read_document(data, task.file_name)
            tables = stage(document)
            staged = (to_parquet(tables.blocks), to_parquet(tables.cells))
    except Exception as error:  # noqa: BLE001  # whatever a parser raises on bytes from outside
        return Reading(failure=_failure(error, "read"))
    report, failure = None, None
    try:
        options = CurateOptions(layouts=task.layouts, vocabulary=task.vocabulary, sidecar=_sidecar(task))
        report = curate(document, options)
    except Exception as error:  # noqa: BLE001  # one document that curation trips over must not stop the others
        failure = _failure(error, "understood")
    return Reading(format=document.format, n_pages=document.n_pages, staged=staged, report=report, failure=failure)


def _sidecar(task: Task) -> Sidecar | None:
    if task.sidecar is None:
        return None
    name, data = task.sidecar
    try:
        said = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SidecarError(name, f"it is no TOML ({error}).") from error
    return read_sidecar(name, said)


def _failure(error: Exception, done: str) -> Failure:
    ceiling = resource.getrlimit(resource.RLIMIT_AS)[0]
    if isinstance(error, MemoryError) or (ceiling != resource.RLIM_INFINITY and address_space("VmPeak") > ceiling * _NEAR_LIMIT):
        return Failure(Code.OUT_OF_MEMORY, f"It could not be {done} within the memory it was given.", again=True)
    if isinstance(error, DocumentError):
        return Failure(error.code, error.sentence)
    if isinstance(error, RecursionError):
        return Failure(Code.DAMAGED, "Its parts are nested in each other deeper than any document's.")
    return Failure(Code.CRASHED, f"It could not be {done}: {type(error).__name__}: {_short(error)}.")


def _short(error: Exception) -> str:
    text = " ".join(str(error).split()) or "no message"
    return text[:200].rstrip(".")
