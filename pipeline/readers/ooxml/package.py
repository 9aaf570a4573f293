"""A Word file as a package: its parts, how they point to one another, and their XML."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol

from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree

from pipeline.errors import Code, DocumentError

# Names of ISO 29500 strict: http://purl.oclc.org/ooxml/wordprocessingml/main
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(?P<area>\w+)/(?P<name>\w+)")
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_ROOT = "/"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One part's pointer to another part (`target` is its name) or to an outside address."""

    kind: str  # the last word of its type: "styles", "footnotes", "hyperlink" …
    target: str
    external: bool


class _Container(Protocol):
    """What is used of python-docx's container, which carries no types itself."""

    def blob_for(self, pack_uri: PackURI) -> bytes: ...


class Package:
    """An opened Word file.

    python-docx opens the container; parts are inflated when they are asked for, so that media
    nobody reads cost nothing and a pointer to a missing part harms nobody.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._container: _Container = PhysPkgReader(BytesIO(data))  # type: ignore[no-untyped-call,assignment]  # python-docx types it nowhere
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise DocumentError(Code.DAMAGED, f"The file is no readable zip container ({error}).") from error
        self._relationships: dict[str, Mapping[str, Relationship]] = {}

    def main(self) -> str:
        """Return the name of the part that holds the document's body."""
        for name in self.related(_ROOT, "officeDocument"):
            return name
        return "/word/document.xml"

    def related(self, source: str, kind: str) -> Iterator[str]:
        """Yield the names of the parts of a kind that `source` points to."""
        return (known.target for known in self.relationships(source).values() if known.kind == kind and not known.external)

    def relationships(self, source: str) -> Mapping[str, Relationship]:
        """Return a part's relationships by their ids; empty where it has none."""
        if source not in self._relationships:
            self._relationships[source] = self._read_relationships(source)
        return self._relationships[source]

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part; None where the package has no such part.

        Raises:
            DocumentError: The part is there, but can't be inflated or parsed.
        """
        blob = self.blob(name)
        return None if blob is None else _parse(blob, name)

    def blob(self, name: str) -> bytes | None:
        """Return a part's bytes; None where the package has no such part."""
        try:
            return self._container.blob_for(PackURI(name))
        except KeyError:
            return None
        except RuntimeError as error:
            raise DocumentError(Code.ENCRYPTED, f"The part {name} needs a password.") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DocumentError(Code.DAMAGED, f"The part {name} can't be unpacked ({error}).") from error

    def _read_relationships(self, source: str) -> dict[str, Relationship]:
        folder, name = posixpath.split(source)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if root is None else {one.get("Id", ""): _relationship(one, folder) for one in root}


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        # "../NULL" and the like leave the root; the name then simply finds nothing.
        target = posixpath.normpath(posixpath.join(_ROOT, folder, target.replace("\\", "/")))
    return Relationship(kind=element.get("Type", "").rpartition("/")[2], target=target, external=external)


def _parse(blob: bytes, name: str) -> etree._Element:
    if _STRICT_MARK in blob:
        blob = _STRICT.sub(rb"http://schemas.openxmlformats.org/\g<area>/2006/\g<name>", blob)
    # A parser of its own for each part: they aren't safe to share between threads.
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentError(Code.DAMAGED, f"The part {name} is no well-formed XML ({error}).") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentError(Code.DAMAGED, f"The part {name} declares a document type, which no word processor writes.")
    return root
