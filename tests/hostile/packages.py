"""DOCX files that want to do harm, and good ones that look odd; each made small, from the XML up."""

import io
import struct
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OFFICE = f"{R}/officeDocument"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
HEADINGS = ("No.", "Milestone", "Assessment of Progress", "Evidence", "Reasons", "Next steps")


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(c if c.startswith('<w:tc>') else cell(c) for c in row)}</w:tr>" for row in rows) + "</w:tbl>"


def milestone(number, evidence="Published on 3 May 2023.", fill="92D050"):
    rated = cell("", f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>').replace("<w:t></w:t>", "")
    return (str(number), f"Publish register {number}", rated, evidence, "Budget was there.", "Extend it to districts.")


def report(*extra, rows=None, prepared="15 September 2023"):
    """Return the body of a small report that curation understands."""
    cover = paragraph(f"Date of report: {prepared}") if prepared else ""
    cover += paragraph("End-of-Term Self-Assessment Report") + paragraph("Government of Ghana") + paragraph("National Action Plan 2021-2023")
    return cover + table(HEADINGS, *(rows or [milestone(n) for n in (1, 2, 3)])) + "".join(extra)


def document_xml(body, w=W, r=R, prolog='<?xml version="1.0" encoding="UTF-8"?>'):
    return f'{prolog}<w:document xmlns:w="{w}" xmlns:r="{r}"><w:body>{body}<w:sectPr/></w:body></w:document>'


def relationships(*targets):
    rows = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"{mode}/>' for n, (kind, target, mode) in enumerate(targets, 1))
    return f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def package(document, main=MAIN, office=OFFICE, **parts):
    """Return a package of document.xml and further parts (a name with "__" for "/" and "_dot_" for ".")."""
    files = {
        "[Content_Types].xml": TYPES.format(main=main),
        "_rels/.rels": relationships((office, "word/document.xml", "")),
        "word/document.xml": document,
        **{name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()},
    }
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in files.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)  # of no date: the same content, the same bytes
    return sink.getvalue()


def good(*extra, **parts):
    return package(document_xml(report(*extra)), **parts)


def remote(kind, address):
    """A report that points to a template or picture somewhere else."""
    target = (f"{R}/{kind}", address, ' TargetMode="External"')
    settings = f'<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="rId1"/></w:settings>'
    return good(
        word__settings_dot_xml=settings,
        word___rels__settings_dot_xml_dot_rels=relationships(target),
        word___rels__document_dot_xml_dot_rels=relationships((f"{R}/settings", "settings.xml", ""), target),
    )


def with_dtd(dtd, text="word", encoding="utf-8"):
    prolog = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w:document [{dtd}]>'
    return package(document_xml(report(paragraph(text)), prolog=prolog).encode(encoding))


def laughing():
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return with_dtd(entities, "&j;")


def duplicated():
    sink = io.BytesIO(good())
    with zipfile.ZipFile(sink, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Word/Document.xml", document_xml(paragraph("another text")))
    return sink.getvalue()


def leading_out():
    sink = io.BytesIO(good())
    with zipfile.ZipFile(sink, "a") as archive:
        archive.writestr("../../outside.xml", "<x/>")
    return sink.getvalue()


def overlapping():
    """Two entries of the directory that share one stretch of bytes."""
    data = good()
    end = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack("<HII", data[end + 10 : end + 20])
    directory = data[start : start + size]
    first = directory.index(b"PK\x01\x02")
    length = 46 + sum(struct.unpack("<HHH", directory[first + 28 : first + 34]))
    entry = directory[first : first + length]
    twin = entry.replace(b"[Content_Types].xml", b"[Content_Typos].xml")
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count + 1, count + 1, size + length, start, 0)
    return data[:start] + directory + twin + tail


def nested(depth):
    inner = paragraph("the innermost cell")
    for _ in range(depth):
        inner = table([cell(inner + paragraph(""))])
    return package(document_xml(report(inner)))


def spanning(columns, rows):
    wide = cell("wide", f'<w:gridSpan w:val="{columns}"/>')
    return package(document_xml(report(rows=[*[milestone(n) for n in (1, 2)], *[[wide]] * rows])))


def orphan_merge():
    orphan = cell("", "<w:vMerge/>")
    return package(document_xml(report(table(["Name", "Place"], [orphan, "Accra"]))))


def strict():
    return package(document_xml(report(), STRICT_W, STRICT_R), office=f"{STRICT_R}/officeDocument")


def dangling():
    return good(
        word___rels__document_dot_xml_dot_rels=relationships(
            (f"{R}/image", "../NULL", ""), (f"{R}/styles", "gone.xml", ""), (f"{R}/image", "NULL", "")
        )
    )


def ole(stream):
    """The beginning of an old Office container that names a stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Root Entry".encode("utf-16-le") + bytes(44) + stream.encode("utf-16-le") + bytes(1000)
