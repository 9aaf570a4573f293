"""The staged folder of a document: `<document_id>/blocks.parquet`, `cells.parquet`, and last `complete.json`.

`complete.json` is created if absent and names the attempt that won, the version that read, and the digests of both files. A
folder without it, or whose files aren't those it names, is as good as none: the document is read anew.
"""

import hashlib
import json
import uuid

from pipeline.storage.locations import Location

COMPLETE = "complete.json"


def save(staged: Location, document_id: str, version: str, blocks: bytes, cells: bytes) -> None:
    """Write a document's staged files; a folder that another attempt completed with the same files stays as it is."""
    if load(staged, document_id, version) == (blocks, cells):
        return
    folder = staged.child(document_id)
    folder.remove([COMPLETE])
    folder.replace("blocks.parquet", blocks)
    folder.replace("cells.parquet", cells)
    names = {"attempt": uuid.uuid4().hex, "version": version, "blocks": _digest(blocks), "cells": _digest(cells)}
    folder.create(COMPLETE, (json.dumps(names, indent=1, sort_keys=True) + "\n").encode())


def load(staged: Location, document_id: str, version: str) -> tuple[bytes, bytes] | None:
    """Return blocks.parquet and cells.parquet as that version staged them; None where the folder isn't complete."""
    folder = staged.child(document_id)
    try:
        names = json.loads(folder.read(COMPLETE))
        blocks, cells = folder.read("blocks.parquet"), folder.read("cells.parquet")
    except (FileNotFoundError, ValueError):
        return None
    whole = names.get("version") == version and names.get("blocks") == _digest(blocks) and names.get("cells") == _digest(cells)
    return (blocks, cells) if whole else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
