"""Word documents from raw XML, so that a test shows the very markup it is about."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from pipeline.model import Block, BlockKind, Cell, Document
from pipeline.readers.docx import read_docx

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Parts that hang on the document: the root element, and the file they live in.
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def package(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip container with these files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in files.items():
            container.writestr(name, content)
    return buffer.getvalue()


def docx(
    body: str,
    *,
    parts: Mapping[str, str] | None = None,
    theme: str = "",
    relationships: str = "",
    media: Mapping[str, bytes] | None = None,
    title: str = "",
    main_type: str = f"{_WORD}.document.main+xml",
) -> bytes:
    """Return a Word file.

    Args:
        body: What stands in w:body.
        parts: What stands in the root of each further part: styles, numbering, footnotes …
        theme: What stands in a:clrScheme.
        relationships: Further relationships of the document; ids must not begin with "part".
        media: Further files by their names.
        title: The title property.
        main_type: The content type of the main part.
    """
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": _relationships(
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": f'<c:p xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:p>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        **(media or {}),
    }
    for name, content in (parts or {}).items():
        root = _ROOTS[name]
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"
        relationships += f'<Relationship Id="part-{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
    if theme:
        files["word/theme/theme1.xml"] = f"<a:theme {_NAMESPACES}><a:themeElements><a:clrScheme>{theme}</a:clrScheme></a:themeElements></a:theme>"
        relationships += f'<Relationship Id="part-theme" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/>'
    files["word/_rels/document.xml.rels"] = _relationships(relationships)
    return package(files)


def relationship(name: str, kind: str, target: str, *, external: bool = False) -> str:
    """Return one relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def _relationships(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """Return a paragraph; plain words become a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') or not content else r(content)}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """Return a cell; plain words become a paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", columns: tuple[int, ...] = ()) -> str:
    """Return a table; `columns` are the widths of its grid in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def read(data: bytes) -> Document:
    """Read a document under a fixed name."""
    return read_docx(data, document_id="0" * 64, file_name="report.docx")


def first_cell(data: bytes) -> Cell:
    """Return the first cell of the first table."""
    return read(data).grids[0].cells[0]


def texts(document: Document, kind: BlockKind | None = None) -> list[str]:
    """Return the blocks' texts, of one kind if one is given."""
    return [b.text for b in document.blocks if kind is None or b.kind is kind]


def block(data: bytes) -> Block:
    """Return the first block."""
    return read(data).blocks[0]
