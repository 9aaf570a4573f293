"""Pages of a PDF as pictures, each document in a child process that may be killed."""

import json
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from pebble import ProcessExpired, ProcessPool

from pipeline.storage.locations import Location

Sizes = Sequence[tuple[float, float]]
"""Width and height of each page, in points."""

TIMEOUT = 180.0  # seconds for one document
MAX_PAGES = 400
_SCALE = 1.6  # pixels a point: 115 dots an inch
_MAX_PIXELS = 2400  # of the longer side: a poster is drawn smaller
_QUALITY = 62


@dataclass(frozen=True, slots=True)
class Pictures:
    """A document's pages as WebP, and how large they are in points."""

    pages: Sequence[bytes]
    sizes: Sizes


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a document's bytes; None where they are gone, or are another document's by now."""

    raw: Location
    source_path: str
    document_id: str

    def read(self) -> bytes | None:
        """Return the bytes."""
        try:
            data = self.raw.read(self.source_path)
        except FileNotFoundError:
            return None
        return data if sha256(data).hexdigest() == self.document_id else None


def draw(data: bytes) -> Pictures:
    """Return the pages of a PDF as pictures."""
    from pipeline.readers.pages.opening import open_pdf

    pages, sizes = [], []
    with open_pdf(data) as document:
        for number in range(min(len(document), MAX_PAGES)):
            page = document[number]
            width, height = page.get_size()
            scale = min(_SCALE, _MAX_PIXELS / max(width, height, 1))
            picture, sink = page.render(scale=scale).to_pil().convert("RGB"), BytesIO()
            picture.save(sink, "WEBP", quality=_QUALITY, method=4)
            pages.append(sink.getvalue())
            sizes.append((round(width, 2), round(height, 2)))
            page.close()
    return Pictures(pages, sizes)


def draw_all(documents: Iterable[tuple[str, Reader]]) -> Iterator[tuple[str, Pictures | None]]:
    """Yield the pictures of documents, in their order; None for one that can't be drawn.

    Args:
        documents: Each one's id, and what reads its bytes.
    """
    waiting = list(documents)
    workers = os.cpu_count() or 1
    with ProcessPool(max_workers=workers, context=multiprocessing.get_context("forkserver")) as pool:
        for start in range(0, len(waiting), 4 * workers):
            batch = [(name, reader.read()) for name, reader in waiting[start : start + 4 * workers]]
            futures = [(name, pool.schedule(draw, args=(data,), timeout=TIMEOUT) if data is not None else None) for name, data in batch]
            for name, future in futures:
                yield name, _result(future) if future else None


def _result(future: "object") -> Pictures | None:
    try:
        found = future.result()  # type: ignore[attr-defined]  # pebble has no types
    except (Late, ProcessExpired, MemoryError, OSError, RuntimeError, ValueError):
        return None
    except Exception as error:
        if type(error).__module__.split(".")[0] in ("pipeline", "pypdfium2"):  # the document's fault: it shows in the tables already
            return None
        raise
    return found if isinstance(found, Pictures) else None


def write_sizes(sizes: Sizes) -> bytes:
    """Return the file that says how large a document's pages are."""
    return (json.dumps({"points": sizes}) + "\n").encode()


def read_sizes(data: bytes) -> Sizes:
    """Return what `write_sizes` wrote."""
    return [(w, h) for w, h in json.loads(data)["points"]]
