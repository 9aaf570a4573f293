"""ogp-etl: government self-assessment reports as tidy, traceable tables.

The public names load on use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.batch import run, validate
    from pipeline.curation.curate import curate
    from pipeline.errors import DocumentError, PipelineError
    from pipeline.readers import read_document
    from pipeline.storage.intake import open_store
    from pipeline.storage.snapshots import open_snapshot
    from pipeline.tables import TABLES

__version__ = "0.1.0"

_HOMES = {
    "DocumentError": "pipeline.errors",
    "PipelineError": "pipeline.errors",
    "TABLES": "pipeline.tables",
    "curate": "pipeline.curation.curate",
    "open_snapshot": "pipeline.storage.snapshots",
    "open_store": "pipeline.storage.intake",
    "read_document": "pipeline.readers",
    "run": "pipeline.batch",
    "validate": "pipeline.batch",
}

__all__ = ["TABLES", "DocumentError", "PipelineError", "curate", "open_snapshot", "open_store", "read_document", "run", "validate"]


def __getattr__(name: str) -> object:
    """Load a public name from where it lives."""
    if name not in _HOMES:
        raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
