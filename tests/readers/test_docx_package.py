"""Which files are read, and what is said of the others."""

import contextlib
import gc
import hashlib

import pytest

from pipeline.errors import Code, DocumentError
from pipeline.readers import read_document
from pipeline.readers.docx import read_docx
from tests.readers.docx_build import docx, p, package, read, relationship, tbl, texts, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def code_of(data: bytes) -> Code:
    """Return why a file can't be read."""
    with pytest.raises(DocumentError) as caught:
        read_document(data, "report.docx")
    return caught.value.code


def test_a_document_is_named_by_its_bytes() -> None:
    data = docx(tbl(tr("x")))

    document = read_document(data, "report.docx")

    assert (document.document_id, document.format, document.file_name) == (hashlib.sha256(data).hexdigest(), "docx", "report.docx")


def test_the_bytes_decide_not_the_name() -> None:
    assert read_document(docx(p("x")), "report.pdf").format == "docx"


@pytest.mark.parametrize("data", [docx(p("x")), b"%PDF-1.7 no more"], ids=["read", "refused"])
def test_python_collects_its_garbage_afterwards_as_it_did_before(data: bytes) -> None:
    before = gc.get_threshold()
    gc.set_threshold(701, 9, 8)
    try:
        with contextlib.suppress(DocumentError):
            read_document(data, "report")
        assert gc.get_threshold() == (701, 9, 8)
        assert gc.get_freeze_count() == 0
    finally:
        gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b" \r\n\0\0", Code.EMPTY),
        (package({}), Code.EMPTY),
        (b"{\\rtf1 x}", Code.RTF),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", Code.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', Code.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", Code.HTML),
        (OLE + "WordDocument".encode("utf-16-le"), Code.LEGACY_DOC),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Code.ENCRYPTED),
        (OLE + "Workbook".encode("utf-16-le"), Code.UNKNOWN_FORMAT),
        (b"just words", Code.UNKNOWN_FORMAT),
        (package({"a.txt": "x"}), Code.UNKNOWN_FORMAT),
        (package({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), Code.UNKNOWN_FORMAT),
        (package({"mimetype": "x", "META-INF/manifest.xml": "<x/>"}), Code.UNKNOWN_FORMAT),
        (package({"[Content_Types].xml": "<x/>"}), Code.DAMAGED),
        (package({"[Content_Types].xml": "<x/>", "word/document.xml": "<w:broken"}), Code.DAMAGED),
        (docx(p("x"))[:300], Code.DAMAGED),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data: bytes, code: Code) -> None:
    assert code_of(data) is code


def test_a_password_on_the_container_is_told_from_damage() -> None:
    data = bytearray(docx(p("x")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(mark, place + 1)

    assert code_of(bytes(data)) is Code.ENCRYPTED


@pytest.mark.parametrize(
    "declared",
    ['<!DOCTYPE x [<!ENTITY half "word">]>', " " * ((1 << 20) - 4) + '<!DOCTYPE x SYSTEM "y">'],  # the second stands across two inflated pieces
    ids=["entity", "across pieces"],
)
def test_a_part_that_declares_a_document_type_is_refused(declared: str) -> None:
    body = f'{declared}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'

    assert code_of(package({"[Content_Types].xml": "<x/>", "word/document.xml": body})) is Code.BOMB


def test_a_document_with_macros_is_read() -> None:
    assert texts(read(docx(p("x"), main_type="application/vnd.ms-word.document.macroEnabled.main+xml"))) == ["x"]


def test_pointers_to_missing_parts_harm_nothing() -> None:
    dangling = relationship("r8", "image", "../NULL") + relationship("r9", "styles", "gone.xml") + relationship("r7", "theme", "NULL")

    assert texts(read(docx(p("x"), relationships=dangling))) == ["x"]


def test_strict_documents_are_read_as_the_usual_ones() -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(docx(tbl(tr("strict")), parts={"styles": ""}))) as container:
        files = {name: container.read(name).decode() for name in container.namelist()}
    for name, content in files.items():
        for area in ("wordprocessingml", "officeDocument", "drawingml"):
            content = content.replace(f"http://schemas.openxmlformats.org/{area}/2006/", f"http://purl.oclc.org/ooxml/{area}/")
        files[name] = content

    assert read(package(files)).grids[0].cells[0].text == "strict"


def test_a_document_without_a_main_relationship_is_found_by_its_usual_name() -> None:
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>'

    document = read_docx(package({"word/document.xml": body}), document_id="0", file_name="x")

    assert texts(document) == ["x"]


@pytest.mark.parametrize("code", ["D800", "0000", "110000", "x"])
def test_a_symbol_that_is_no_character_is_left_out(code: str) -> None:
    assert texts(read(docx(p(f'<w:r><w:t>a</w:t><w:sym w:font="X" w:char="{code}"/></w:r>')))) == ["a"]


def test_a_number_beyond_words_own_limit_is_printed_in_digits() -> None:
    levels = '<w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

    assert texts(read(docx(p("x", '<w:numPr><w:numId w:val="1"/></w:numPr>'), parts={"numbering": numbering}))) == ["2000000000. x"]


def test_a_style_that_is_based_on_itself_does_not_hang() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style>'

    assert texts(read(docx(p("x", '<w:pStyle w:val="A"/>'), parts={"styles": styles}))) == ["x"]
