"""Files that can't be read, or not whole: a code and a sentence each; and what form fields say."""

import hashlib
import struct

import pytest

from pipeline.errors import Code, DocumentError
from pipeline.model import Document, MarkKind
from pipeline.readers.pdf import read_pdf
from tests.readers.pdf_build import Page, pdf

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def read(data: bytes) -> Document:
    return read_pdf(data, document_id="0" * 64, file_name="report.pdf")


def page_with_text() -> Page:
    page = Page()
    page.text(60, 60, "Completed")
    return page


def rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted(user_password: bytes) -> bytes:
    """Return a file whose 40-bit encryption (ISO 32000-1, 7.6.3) asks for a password unless it is empty."""
    owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], (user_password + PADDING)[:32])
    key = hashlib.md5((user_password + PADDING)[:32] + owner + struct.pack("<i", -4) + b"0123456789abcdef").digest()[:5]
    user = rc4(key, PADDING)
    plain = pdf(
        [page_with_text()],
        trailer=f"/ID [<{b'0123456789abcdef'.hex()}> <{b'0123456789abcdef'.hex()}>] "
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>",
    )
    start = plain.index(b"stream\n", plain.index(b"101 0 obj")) + 7
    end = plain.index(b"\nendstream", start)
    object_key = hashlib.md5(key + (101).to_bytes(3, "little") + (0).to_bytes(2, "little")).digest()[:10]
    return plain[:start] + rc4(object_key, plain[start:end]) + plain[end:]


def test_a_password_to_open_is_said_so():
    with pytest.raises(DocumentError) as caught:
        read(encrypted(b"secret"))

    assert caught.value.code is Code.ENCRYPTED


def test_a_password_of_the_owner_only_is_no_obstacle():
    assert [block.text for block in read(encrypted(b"")).blocks] == ["Completed"]


@pytest.mark.parametrize(
    ("data", "code"), [(b"", Code.EMPTY), (b"\0" * 9, Code.EMPTY), (b"%PDF-1.7\nnothing else", Code.DAMAGED), (b"PK\3\4", Code.DAMAGED)]
)
def test_what_is_no_pdf_is_said_so(data, code):
    with pytest.raises(DocumentError) as caught:
        read(data)

    assert caught.value.code is code


def test_a_pdf_without_pages_is_damaged_whatever_was_read_before_it():
    with pytest.raises(DocumentError):
        read(encrypted(b"secret"))

    with pytest.raises(DocumentError, match="no pages") as caught:
        read(pdf([]))

    assert caught.value.code is Code.DAMAGED


def test_a_lost_cross_reference_table_is_repaired():
    data = pdf([page_with_text()])
    damaged = data[: data.rindex(b"xref\n0")] + b"trailer << /Root 1 0 R >>"

    assert [block.text for block in read(damaged).blocks] == ["Completed"]


def test_a_scan_has_no_text_layer():
    page = Page()
    page.rect(0, 0, 600, 800, "DDDDDD")

    with pytest.raises(DocumentError) as caught:
        read(pdf([page, page]))

    assert caught.value.code is Code.NO_TEXT_LAYER


def test_one_page_without_text_is_a_doubt():
    blank = Page()
    blank.rect(0, 0, 600, 800, "DDDDDD")

    document = read(pdf([page_with_text(), blank]))

    assert document.n_pages == 2
    assert [doubt for doubt in document.doubts if doubt.startswith("Page 2 has no text layer")]


def test_a_page_on_which_nothing_is_drawn_is_no_doubt():
    assert read(pdf([page_with_text(), Page()])).doubts == ()


def test_a_blank_page_on_which_another_reader_finds_text_is_a_doubt_that_says_so():
    blank = Page()
    blank.text(60, 60, "Evidence on file", size=0)  # letters without a size are none to pdfium

    doubts = read(pdf([page_with_text(), blank])).doubts

    assert doubts == (
        "Page 2 has no text layer; what it shows is not read.",
        "On page 2 another reader finds text: “Evidence on file”",
    )


def test_recognised_text_under_a_scan_is_read():
    page = Page()
    page.resources.append("/XObject << /I1 10 0 R >>")
    page.raw("q 600 0 0 800 0 0 cm /I1 Do Q")
    page.text(60, 60, "Recognised", mode=3)
    image = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length 3 >>\nstream\nEE>\nendstream"

    assert [block.text for block in read(pdf([page], objects=[image])).blocks] == ["Recognised"]


def test_title_and_language_are_those_that_the_file_declares():
    document = read(pdf([page_with_text()], info="/Title (End-of-Term Report)", catalog="/Lang (fr-SN)"))

    assert (document.title, document.language) == ("End-of-Term Report", "fr-SN")


def fields(*bodies: str) -> Document:
    page = Page()
    page.grid([50, 150, 300], [100, 130, 160])
    page.text(54, 115, "Completed")
    page.text(54, 145, "Comment")
    page.annotations += [f"{10 + number} 0 R" for number in range(len(bodies))]
    numbers = " ".join(page.annotations)
    catalog = f"/AcroForm << /Fields [{numbers}] /DA (/F1 10 Tf) /DR << /Font << /F1 3 0 R >> >> >>"
    return read(pdf([page], catalog=catalog, objects=list(bodies)))


def checkbox(state: str) -> str:
    return f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (c{state}) /Rect [160 680 172 692] /V /{state} /AS /{state} /AP << /N << /Yes << >> /Off << >> >> >> /F 4 >>"


@pytest.mark.parametrize(("state", "sign", "said"), [("Yes", "☒", "checked"), ("Off", "☐", "unchecked")])
def test_a_checkbox_is_a_box_with_its_state(state, sign, said):
    cell = fields(checkbox(state)).grids[0].cells[1]

    assert cell.text == sign
    assert [(mark.kind, mark.start, mark.end, mark.text) for mark in cell.marks] == [(MarkKind.CHECKBOX, 0, 1, said)]


def test_a_text_field_says_its_value():
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (Adopt the law) /Rect [160 645 290 665] /F 4 >>"

    assert fields(field).grids[0].cells[3].text == "Adopt the law"


def test_a_hidden_field_says_nothing():
    field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (Adopt the law) /Rect [160 645 290 665] /F 2 >>"

    assert fields(field).grids[0].cells[3].text == ""
