"""What a file may cost, checked before a parser sees it: a package is streamed through, never held inflated.

A limit is generous: a report of 500 pages stays far below. What remains (deep nesting, clever streams) meets the child
process's clock and memory.
"""

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from pipeline.errors import Code, DocumentError

MAX_ENTRIES = 10_000
MAX_PART = 320 << 20  # inflated bytes of one part of XML
MAX_ELEMENTS = 6_000_000  # of all parts together
MAX_RELATIONSHIPS = 100_000  # of one part
MAX_OBJECTS = 2_000_000  # of a PDF
BOMB_RATIO = 250  # inflated to deflated, from BOMB_SIZE on; a long text of one letter reaches 1,000
BOMB_SIZE = 48 << 20
BOMB_ELEMENTS = 2_000_000  # … with that ratio
MEDIA_RATIO = 900
LEAST_ELEMENT = 4  # bytes: "<a/>"

_CHUNK = 1 << 20
_XML = (".xml", ".rels", ".vml")
_HEADER = 30  # bytes of a local file header before the name. Source: PKWARE APPNOTE 4.3.7.
_ENCRYPTED = 0x1
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_LEADS_OUT = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:|[\x00-\x1f]", re.IGNORECASE)  # ../x, /x, c:x
_OTHERS = {"xl/": "a spreadsheet", "ppt/": "a presentation", "meta-inf/manifest.xml": "an OpenDocument file"}  # by their entries
_FILTERS = re.compile(rb"/(?:Filter|F)\s*\[(?P<names>[^\]]{1,4000})\]")  # /Filter [/FlateDecode /FlateDecode]
_MAX_FILTERS = 4


def check_bounds(data: bytes) -> None:
    """Refuse a file that isn't worth a parser's while.

    Raises:
        DocumentError: It is a bomb, too large, encrypted, a container of another kind, or not one document but several in one.
    """
    if data.startswith(b"PK"):
        check_package(data)
    elif b"%PDF-" in data[:1024]:
        check_pdf(data)


def check_package(data: bytes) -> None:
    """Stream through a zip package and refuse what no word processor writes.

    Raises:
        DocumentError: Saying what is out of bounds.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries, len(data))
            _check_kind(entries)
            elements = 0
            # So little XML can't have too many elements, whatever it says; to count them takes as long as to unpack them.
            counts = sum(e.file_size for e in entries if _is_xml(e)) >= LEAST_ELEMENT * BOMB_ELEMENTS
            for entry in entries:
                if _is_xml(entry):
                    elements += _check_xml(package, entry, counts=counts)
                    _check_elements(elements, sum(e.file_size for e in entries), len(data))
                else:
                    _check_media(entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise DocumentError(Code.DAMAGED, f"The container can't be unpacked ({error}).") from error


def _is_xml(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith(_XML)


def _check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise DocumentError(Code.BOMB, f"The container has {len(entries):,} entries.")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DocumentError(Code.ENCRYPTED, "The container is protected by a password.")
    twice = [name for name, count in Counter(e.filename.lower() for e in entries).items() if count > 1]
    if twice:
        raise DocumentError(Code.DAMAGED, f"The container holds {twice[0]!r} more than once, so what it says depends on who reads it.")
    odd = next((e.filename for e in entries if _LEADS_OUT.search(e.orig_filename)), None)
    if odd is not None:
        raise DocumentError(Code.DAMAGED, f"The container has an entry {odd!r}, whose name leads out of it.")
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise DocumentError(Code.BOMB, f"The container's entry {entry.filename!r} overlaps another.")
        end = entry.header_offset + _HEADER + len(entry.filename.encode()) + entry.compress_size
    if end > size:
        raise DocumentError(Code.DAMAGED, "The container's entries go on after its end.")


def _check_kind(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse a container of another kind by its entries' names, before anything is inflated."""
    names = {entry.filename.lower() for entry in entries}
    if not names:
        raise DocumentError(Code.EMPTY, "The file is a container without anything in it.")
    for start, what in _OTHERS.items():
        if any(name.startswith(start) for name in names):
            raise DocumentError(Code.UNKNOWN_FORMAT, f"The file is {what}.")
    if "[content_types].xml" not in names:
        raise DocumentError(Code.UNKNOWN_FORMAT, "The file is a zip archive, not a document.")


def _check_media(entry: zipfile.ZipInfo) -> None:
    if entry.file_size > BOMB_SIZE and entry.file_size > MEDIA_RATIO * max(entry.compress_size, 1):
        raise DocumentError(Code.BOMB, f"{entry.filename!r} unpacks to {entry.file_size >> 20:,} MB, {MEDIA_RATIO} times its size.")


def _check_xml(package: zipfile.ZipFile, entry: zipfile.ZipInfo, *, counts: bool) -> int:
    """Inflate a part piece by piece and return how many elements it has at most; 0 where they aren't counted."""
    elements = relationships = size = 0
    last = b""
    for piece in _pieces(package, entry):
        if not size and (piece[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in piece[:4]):
            piece = piece.replace(b"\0", b"")  # UTF-16: only ASCII is looked for
        size += len(piece)
        if size > MAX_PART:
            raise DocumentError(
                Code.BOMB if size > BOMB_RATIO * max(entry.compress_size, 1) else Code.TOO_LARGE,
                f"{entry.filename!r} unpacks to more than {MAX_PART >> 20} MB.",
            )
        if size > BOMB_SIZE and size > BOMB_RATIO * max(entry.compress_size, 1):
            raise DocumentError(Code.BOMB, f"{entry.filename!r} unpacks to more than {BOMB_RATIO} times its size.")
        whole = last + piece
        if b"<!" in whole and _DTD.search(whole):
            raise DocumentError(Code.BOMB, f"{entry.filename!r} declares a DTD, which no word processor writes.")
        last = piece[-16:]
        relationships += piece.count(b"<Relationship ") if entry.filename.lower().endswith(".rels") else 0
        elements += piece.count(b"<") - piece.count(b"</") if counts else 0
    if relationships > MAX_RELATIONSHIPS:
        raise DocumentError(Code.BOMB, f"{entry.filename!r} has {relationships:,} relationships.")
    return elements


def _pieces(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(entry) as part:
        while piece := part.read(_CHUNK):
            yield piece


def _check_elements(elements: int, inflated: int, size: int) -> None:
    if elements > MAX_ELEMENTS or (elements > BOMB_ELEMENTS and inflated > BOMB_RATIO * size):
        raise DocumentError(Code.BOMB if inflated > BOMB_RATIO * size else Code.TOO_LARGE, f"The document has more than {elements:,} elements.")


def check_pdf(data: bytes) -> None:
    """Refuse a PDF whose streams are packed over and over, or that has too many objects.

    Raises:
        DocumentError: Saying what is out of bounds.
    """
    for match in _FILTERS.finditer(data):
        if match["names"].count(b"/") > _MAX_FILTERS:
            raise DocumentError(Code.BOMB, f"A stream is packed {match['names'].count(b'/')} times over.")
    objects = data.count(b" obj")
    if objects > MAX_OBJECTS:
        raise DocumentError(Code.TOO_LARGE, f"The file has {objects:,} objects.")
