"""DOCX → Document: one pass over the XML, as printed with all tracked changes accepted."""

from lxml import etree

from pipeline.errors import Code, DocumentError
from pipeline.model import Document
from pipeline.readers.ooxml.drawings import Drawings
from pipeline.readers.ooxml.flow import Flow, FlowReader
from pipeline.readers.ooxml.names import w
from pipeline.readers.ooxml.notes import add_comments, add_footnotes, add_running, language_of
from pipeline.readers.ooxml.numbering import Numbering
from pipeline.readers.ooxml.package import Package
from pipeline.readers.ooxml.paragraphs import Part
from pipeline.readers.ooxml.passages import Passage
from pipeline.readers.ooxml.styles import Styles
from pipeline.readers.ooxml.theme import read_theme

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


def read_docx(data: bytes, *, document_id: str, file_name: str) -> Document:
    """Return what a Word document says, in reading order.

    Raises:
        DocumentError: It isn't one, or it is damaged or encrypted.
    """
    package = Package(data)
    main = package.main()
    root = package.xml(main)
    body = root.find(w("body")) if root is not None else None
    if body is None:
        raise DocumentError(Code.DAMAGED, "The file has no text part that can be found.")
    return _Reading(package, main).document(body, document_id, file_name)


class _Reading:
    """One document being read: what its parts share, and what has been read of them."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main = package, main
        self._styles_root, self._settings = self._part_of("styles"), self._part_of("settings")
        self._theme = read_theme(self._part_of("theme"), self._settings)
        self._styles = Styles(self._styles_root, self._theme)
        self._numbering = Numbering(self._part_of("numbering"), self._styles.numbering)
        self._doubts: dict[str, None] = {}
        self._flow = Flow()

    def document(self, body: etree._Element, document_id: str, file_name: str) -> Document:
        """Read the body, then what hangs on it."""
        flow, reader = self._flow, self._reader(self._main)
        reader.blocks(body)
        flow.number()
        self._add_notes()
        add_running(flow, [*reader.sections, *body.iterchildren(w("sectPr"))], self._settings, self._running)
        properties = self._part_of("core-properties", "/")
        return Document(
            document_id=document_id,
            format="docx",
            file_name=file_name,
            n_pages=None,
            blocks=tuple(flow.blocks),
            grids=tuple(table.grid() for table in [*flow.tables, *flow.nested]),
            title=_said(properties, _TITLE),
            language=_said(properties, _LANGUAGE) or language_of(self._styles_root, self._settings),
            doubts=tuple(self._doubts),
        )

    def _add_notes(self) -> None:
        for kind in ("footnote", "endnote", "comment"):
            for name in self._package.related(self._main, f"{kind}s"):
                root = self._package.xml(name)
                if root is None:
                    continue
                if kind == "comment":
                    add_comments(self._flow, self._reader(name), root)
                else:
                    add_footnotes(self._flow, self._reader(name), root, kind)

    def _running(self, relationship: str) -> Passage:
        """Return a running head or foot."""
        known = self._package.relationships(self._main).get(relationship)
        content = self._package.xml(known.target) if known is not None else None
        return self._reader(known.target).passage(content) if known is not None and content is not None else Passage()

    def _reader(self, name: str) -> FlowReader:
        relationships = self._package.relationships(name)

        def address(relationship: str) -> str | None:
            known = relationships.get(relationship)
            return known.target if known is not None and known.external else None

        def picture(relationship: str) -> bytes | None:
            known = relationships.get(relationship)
            return self._package.blob(known.target) if known is not None and not known.external else None

        part = Part(
            theme=self._theme,
            styles=self._styles,
            numbering=self._numbering,
            drawings=Drawings(self._theme, picture),
            address=address,
            doubts=self._doubts,
        )
        return FlowReader(part, self._flow)

    def _part_of(self, kind: str, source: str | None = None) -> etree._Element | None:
        for name in self._package.related(source or self._main, kind):
            return self._package.xml(name)
        return None


def _said(properties: etree._Element | None, name: str) -> str | None:
    return (properties.findtext(name) or "").strip() or None if properties is not None else None
