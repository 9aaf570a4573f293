"""DOCX → Document: one pass over the XML, as printed with all tracked changes accepted."""

from dataclasses import dataclass

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
from pipeline.readers.ooxml.theme import Theme, read_theme

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


@dataclass(slots=True)
class _Reading:
    package: Package
    main: str

    def document(self, body: etree._Element, document_id: str, file_name: str) -> Document:
        styles_root, settings = self._first("styles"), self._first("settings")
        theme = read_theme(self._first("theme"), settings)
        styles = Styles(styles_root, theme)
        numbering = Numbering(self._first("numbering"), styles.numbering)
        doubts: dict[str, None] = {}
        flow = Flow()
        reader = FlowReader(self._part(self.main, theme, styles, numbering, doubts), flow)
        reader.blocks(body)
        flow.number()
        for kind in ("footnote", "endnote"):
            for name in self.package.related(self.main, f"{kind}s"):
                notes = self.package.xml(name)
                if notes is not None:
                    add_footnotes(flow, FlowReader(self._part(name, theme, styles, numbering, doubts), flow), notes, kind)
        for name in self.package.related(self.main, "comments"):
            comments = self.package.xml(name)
            if comments is not None:
                add_comments(flow, FlowReader(self._part(name, theme, styles, numbering, doubts), flow), comments)

        def running(relationship: str) -> Passage:
            known = self.package.relationships(self.main).get(relationship)
            content = self.package.xml(known.target) if known is not None else None
            if known is None or content is None:
                return Passage()
            return FlowReader(self._part(known.target, theme, styles, numbering, doubts), flow).passage(content)

        add_running(flow, [*reader.sections, *body.iterchildren(w("sectPr"))], settings, running)
        properties = self._properties()
        return Document(
            document_id=document_id,
            format="docx",
            file_name=file_name,
            n_pages=None,
            blocks=tuple(flow.blocks),
            grids=tuple(table.grid() for table in [*flow.tables, *flow.nested]),
            title=_said(properties, _TITLE),
            language=_said(properties, _LANGUAGE) or language_of(styles_root, settings),
            doubts=tuple(doubts),
        )

    def _part(self, name: str, theme: Theme, styles: Styles, numbering: Numbering, doubts: dict[str, None]) -> Part:
        relationships = self.package.relationships(name)

        def address(relationship: str) -> str | None:
            known = relationships.get(relationship)
            return known.target if known is not None and known.external else None

        def picture(relationship: str) -> bytes | None:
            known = relationships.get(relationship)
            return self.package.blob(known.target) if known is not None and not known.external else None

        return Part(theme=theme, styles=styles, numbering=numbering, drawings=Drawings(theme, picture), address=address, doubts=doubts)

    def _first(self, kind: str) -> etree._Element | None:
        for name in self.package.related(self.main, kind):
            return self.package.xml(name)
        return None

    def _properties(self) -> etree._Element | None:
        for name in self.package.related("/", "core-properties"):
            return self.package.xml(name)
        return None


def _said(properties: etree._Element | None, name: str) -> str | None:
    return (properties.findtext(name) or "").strip() or None if properties is not None else None
