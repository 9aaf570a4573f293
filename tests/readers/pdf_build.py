"""Small PDFs written by hand: every object, in the order given, with the standard fonts.

    page = Page()
    page.rect(50, 50, 200, 20, fill="00B050")
    page.text(54, 64, "Completed")
    data = pdf([page])

Points from the page's top left, as the reader answers; `text` takes the base line.
"""

from collections.abc import Iterable, Sequence

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "ZapfDingbats", "F4": "Courier"}
PLAIN, BOLD, DINGBATS, MONO = FONTS


class Page:
    """One page's content stream, in the making."""

    def __init__(self, width: float = 600, height: float = 800, rotate: int = 0) -> None:
        self.width, self.height, self.rotate = width, height, rotate
        self.content: list[str] = []
        self.annotations: list[str] = []
        self.resources: list[str] = []

    def raw(self, operators: str) -> None:
        self.content.append(operators)

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = PLAIN, colour: str = "000000", mode: int = 0) -> None:
        shown = _string(text)
        self.raw(f"BT /{font} {size} Tf {mode} Tr {_rgb(colour)} rg 1 0 0 1 {x} {self.height - y} Tm {shown} Tj ET")

    def lines(self, x: float, y: float, texts: Iterable[str], size: float = 10, pitch: float = 12, font: str = PLAIN) -> None:
        for number, text in enumerate(texts):
            self.text(x, y + number * pitch, text, size, font)

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        self.raw(f"{_rgb(fill)} rg {x} {self.height - y - height} {width} {height} re f")

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        self.raw(f"0 0 0 RG {width} w {x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        k, y = 0.5523 * radius, self.height - y
        self.raw(
            f"{_rgb(fill)} rg {x + radius} {y} m {x + radius} {y + k} {x + k} {y + radius} {x} {y + radius} c "
            f"{x - k} {y + radius} {x - radius} {y + k} {x - radius} {y} c {x - radius} {y - k} {x - k} {y - radius} {x} {y - radius} c "
            f"{x + k} {y - radius} {x + radius} {y - k} {x + radius} {y} c f"
        )

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw all rules of a table."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)

    def table(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10) -> None:
        """Draw a ruled table with a line of text in each cell; "\\n" parts lines."""
        self.grid(xs, ys)
        for y, row in zip(ys, rows, strict=False):
            for x, cell in zip(xs, row, strict=False):
                self.lines(x + 4, y + 12, cell.split("\n"), size) if cell else None


def pdf(pages: Sequence[Page], info: str = "", catalog: str = "", objects: Sequence[str] = (), trailer: str = "") -> bytes:
    """Return the file; `objects` are numbered from 10, fonts from 3, pages from 100."""
    kids = " ".join(f"{100 + 2 * number} 0 R" for number in range(len(pages)))
    bodies = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        9: f"<< {info} >>",
    }
    for number, (_, base) in enumerate(FONTS.items()):
        encoding = "" if base == "ZapfDingbats" else "/Encoding /WinAnsiEncoding"
        bodies[3 + number] = f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} {encoding} >>"
    bodies |= {10 + number: body for number, body in enumerate(objects)}
    fonts = " ".join(f"/{name} {3 + number} 0 R" for number, name in enumerate(FONTS))
    for number, page in enumerate(pages):
        stream = "\n".join(page.content)
        bodies[100 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
            f"/Resources << /Font << {fonts} >> {' '.join(page.resources)} >> /Annots [{' '.join(page.annotations)}] "
            f"/Contents {101 + 2 * number} 0 R >>"
        )
        bodies[101 + 2 * number] = f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream"
    return _file(bodies, trailer)


def _file(bodies: dict[int, str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    offsets = {}
    for number, body in sorted(bodies.items()):
        offsets[number] = len(data)
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(data)
    entries = [f"{offsets[number]:010} 00000 n \n" if number in offsets else "0000000000 65535 f \n" for number in range(max(bodies) + 1)]
    data += f"xref\n0 {len(entries)}\n".encode() + "".join(entries).encode()
    return data + f"trailer << /Size {len(entries)} /Root 1 0 R /Info 9 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()


def _rgb(colour: str) -> str:
    return " ".join(str(round(int(colour[at : at + 2], 16) / 255, 4)) for at in (0, 2, 4))


def _string(text: str) -> str:
    return "<" + text.encode("cp1252").hex() + ">"
