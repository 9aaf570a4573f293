"""PDF files that want to do harm, and good ones that look odd; written object by object."""

import hashlib
import zlib

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F1 12 Tf 72 700 Td (National Action Plan 2021-2023 of Ghana) Tj ET"


def stream(data, extra=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def flate(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    names = b" ".join([b"/FlateDecode"] * times)
    return stream(data, b"/Filter [%s]" % names)


def write(objects, trailer=b"", xref=True):
    """Return a file of the objects, numbered from 1; the first is the catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out) if xref else 7
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % (place if xref else 3) for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))


def pages(contents=(TEXT,), box=b"[0 0 595 842]", resources=b"<< /Font << /F1 3 0 R >> >>", extra=(), count=None, **options):
    """Return a file with a page for each content. Objects: 1 catalog, 2 pages, 3 font, then `extra`, then the pages."""
    first = 4 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count or len(contents)), FONT, *extra]
    for n, content in enumerate(contents):
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources %s /Contents %d 0 R >>" % (box, resources, first + 2 * n + 1))
        objects.append(content if content.startswith(b"<<") else stream(content))
    return write(objects, **options)


def form(content, resources=b""):
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> %s >>" % resources)


def cyclic_form():
    return pages(
        [TEXT + b" /X Do"], resources=b"<< /Font << /F1 3 0 R >> /XObject << /X 4 0 R >> >>", extra=[form(b"/X Do", b"/XObject << /X 4 0 R >>")]
    )


def multiplying_forms(levels=7, times=12):
    """Each form draws the next one many times over: times ** levels texts in all."""
    draw = b" ".join([b"/X Do"] * times)
    forms = [form(draw, b"/XObject << /X %d 0 R >>" % (5 + n)) for n in range(levels - 1)] + [form(TEXT)]
    return pages([draw], resources=b"<< /Font << /F1 3 0 R >> /XObject << /X 4 0 R >> >>", extra=forms)


def stream_bomb(megabytes):
    return pages([flate(b"0 0 m " * (megabytes << 20 >> 3))])


def packed_over(times):
    return pages([flate(TEXT + b" " * 5_000_000, times)])


def object_stream_bomb(count=2_000_000):
    body = b"null " * count
    head = b" ".join(b"%d %d" % (100 + n, 5 * n) for n in range(1000)) + b" "
    packed = zlib.compress(head + body, 9)
    extra = [b"<< /Type /ObjStm /N 1000 /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(head), len(packed), packed)]
    return pages(extra=extra)


def scan():
    image = stream(
        zlib.compress(bytes(200 * 280)),
        b"/Type /XObject /Subtype /Image /Width 200 /Height 280 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
    )
    return pages([b"q 595 0 0 842 0 0 cm /I Do Q"], resources=b"<< /XObject << /I 4 0 R >> >>", extra=[image])


def no_to_unicode():
    """Glyphs of a font that says nothing of what they mean."""
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Unknown /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Unknown /Encoding /Identity-H /DescendantFonts [4 0 R] >>"
    content = b"BT /F2 12 Tf 72 700 Td <002600480051> Tj ET"
    return pages([content], resources=b"<< /Font << /F2 5 0 R >> >>", extra=[descendant, font])


def _rc4(key, data):
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


def encrypted(user=b"", owner=b"owner"):
    """Return a file with passwords, by the standard handler, revision 2. Source: ISO 32000-1, 7.6.3."""
    owner, user = (owner + PADDING)[:32], (user + PADDING)[:32]
    owner_entry = _rc4(hashlib.md5(owner).digest()[:5], user)
    key = hashlib.md5(user + owner_entry + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + b"id").digest()[:5]
    user_entry = _rc4(key, PADDING)
    handler = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (owner_entry.hex().encode(), user_entry.hex().encode())
    content = _rc4(hashlib.md5(key + (6).to_bytes(3, "little") + bytes(2)).digest()[:10], TEXT)
    return pages([content], extra=[handler], trailer=b"/Encrypt 4 0 R /ID [<6964> <6964>]")
