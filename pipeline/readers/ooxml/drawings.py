"""Drawn shapes, text boxes and pictures: their colours, and the words inside them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

from pipeline.colour import WHITE, mix, normalise, painted
from pipeline.model import MarkKind
from pipeline.readers.ooxml.names import ALTERNATE, CHOICE, FALLBACK, a, pic, r, v, w, wp, wps
from pipeline.readers.ooxml.passages import Sign
from pipeline.readers.ooxml.theme import Theme

# A mark of a rating is an icon: larger pictures are photographs, and dear to decode.
MAX_PICTURE_BYTES = 1_000_000
MAX_PICTURE_PIXELS = 1_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")
_SAMPLE = 24  # pixels a side
_MAIN_SHARE = 0.25

# Extensions of the format that this reader, too, understands.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "v", "o", "w"})


@dataclass(frozen=True, slots=True)
class Box:
    """A text box: its content, and the sign of its fill if it has one."""

    content: etree._Element
    sign: Sign | None


@dataclass(slots=True)
class Drawn:
    """What a drawing holds: signs of shapes without words, text boxes, and words drawn as art."""

    signs: list[Sign] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def branch(element: etree._Element) -> etree._Element | None:
    """Return the one branch of an mc:AlternateContent that counts."""
    fallback = element.find(FALLBACK)
    for choice in element.iterchildren(CHOICE):
        if fallback is None or set((choice.get("Requires") or "").split()) <= _UNDERSTOOD:
            return choice
    return fallback


class Drawings:
    """Reads drawings of one part; `picture` gives the bytes of an image by its relationship id."""

    def __init__(self, theme: Theme, picture: Callable[[str], bytes | None]) -> None:
        self._theme = theme
        self._picture = picture
        self._colours: dict[str, str | None] = {}
        self._readers: Mapping[str, Callable[[etree._Element, Drawn, str | None], None]] = {
            wps("wsp"): self._shape,
            pic("pic"): self._image,
            **{v(name): self._vml for name in ("shape", "rect", "oval", "roundrect", "line", "polyline", "arc")},
        }

    def read(self, element: etree._Element) -> Drawn:
        """Return what a w:drawing, w:pict or w:object holds."""
        drawn = Drawn()
        said = next(element.iter(wp("docPr")), None)
        description = (said.get("descr") or said.get("title")) if said is not None else None
        self._walk(element, drawn, description or None)
        return drawn

    def _walk(self, element: etree._Element, drawn: Drawn, description: str | None) -> None:
        for child in element:
            reader = self._readers.get(child.tag)
            if reader is not None:
                reader(child, drawn, description)
            elif child.tag == ALTERNATE:
                chosen = branch(child)
                if chosen is not None:
                    self._walk(chosen, drawn, description)
            elif child.tag == a("graphicData") and len(child) and (child.get("uri") or "").endswith(("/chart", "/diagram")):
                drawn.unread.append((child.get("uri") or "").rpartition("/")[2])
            else:
                self._walk(child, drawn, description)

    def _shape(self, element: etree._Element, drawn: Drawn, description: str | None) -> None:
        properties = element.find(wps("spPr"))
        colour = painted(self._fill(properties) if properties is not None else None)
        if properties is not None and colour is None and not _says_fill(properties):
            colour = painted(self._style_fill(element.find(wps("style"))))
        self._add(drawn, element.find(f"{wps('txbx')}/{w('txbxContent')}"), colour, description)

    def _fill(self, properties: etree._Element) -> str | None:
        solid = properties.find(a("solidFill"))
        if solid is not None:
            return self._theme.drawing(solid)
        pattern = properties.find(a("pattFill"))
        if pattern is not None:
            ends = [self._theme.drawing(end) if end is not None else None for end in (pattern.find(a("fgClr")), pattern.find(a("bgClr")))]
            return mix(ends[0] or WHITE, ends[1] or WHITE, 0.5)
        stop = properties.find(f"{a('gradFill')}/{a('gsLst')}/{a('gs')}")
        return self._theme.drawing(stop) if stop is not None else None

    def _style_fill(self, style: etree._Element | None) -> str | None:
        reference = style.find(a("fillRef")) if style is not None else None
        return self._theme.drawing(reference) if reference is not None and reference.get("idx") != "0" else None

    def _image(self, element: etree._Element, drawn: Drawn, description: str | None) -> None:
        blip = next(element.iter(a("blip")), None)
        drawn.signs.append(self._picture_sign(blip.get(r("embed")) if blip is not None else None, description))

    def _picture_sign(self, relationship: str | None, description: str | None) -> Sign:
        if relationship and relationship not in self._colours:
            image = self._picture(relationship)
            self._colours[relationship] = main_colour(image) if image else None
        return Sign(MarkKind.PICTURE, self._colours.get(relationship or ""), description)

    def _vml(self, element: etree._Element, drawn: Drawn, description: str | None) -> None:
        description = element.get("alt") or description
        image = element.find(v("imagedata"))
        if image is not None:
            drawn.signs.append(self._picture_sign(image.get(r("id")), description))
            return
        art = element.find(v("textpath"))
        if art is not None and art.get("string"):
            drawn.words.append(art.get("string", ""))
        self._add(drawn, element.find(f"{v('textbox')}/{w('txbxContent')}"), _vml_fill(element), description)

    @staticmethod
    def _add(drawn: Drawn, content: etree._Element | None, colour: str | None, description: str | None) -> None:
        sign = Sign(MarkKind.SHAPE, colour, description) if colour else None
        if content is not None and any(True for _ in content.iter(w("t"), w("tbl"), w("sym"))):
            drawn.boxes.append(Box(content, sign))
        elif sign is not None:
            drawn.signs.append(sign)


def _says_fill(properties: etree._Element) -> bool:
    return any(properties.find(a(name)) is not None for name in ("solidFill", "noFill", "gradFill", "pattFill", "blipFill", "grpFill"))


def _vml_fill(element: etree._Element) -> str | None:
    if element.get("filled") in ("f", "false"):
        return None
    fill = element.find(v("fill"))
    if fill is not None and fill.get("on") in ("f", "false"):
        return None
    return painted(normalise(element.get("fillcolor") or (fill.get("color") if fill is not None else None)))


def main_colour(image: bytes) -> str | None:
    """Return the colour that most of a small picture has, white and transparent parts aside; None for any other."""
    if len(image) > MAX_PICTURE_BYTES:
        return None
    # A picture in a report is rare, and importing Pillow costs more than reading most reports.
    from PIL import Image

    try:
        with Image.open(BytesIO(image), formats=_FORMATS) as opened:
            if opened.width * opened.height > MAX_PICTURE_PIXELS:
                return None
            sample = opened.convert("RGBA").resize((_SAMPLE, _SAMPLE), Image.Resampling.NEAREST)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    seen = list(_opaque(sample.tobytes()))
    groups = Counter(colour[0] + colour[2] + colour[4] for colour in seen)
    if not groups:
        return None
    group, count = groups.most_common(1)[0]
    if count < _MAIN_SHARE * len(seen):
        return None
    return Counter(c for c in seen if c[0] + c[2] + c[4] == group).most_common(1)[0][0]


def _opaque(pixels: bytes) -> Iterator[str]:
    for red, green, blue, alpha in zip(*(iter(pixels),) * 4, strict=True):
        if alpha >= 128 and min(red, green, blue) < 240:
            yield f"{red:02X}{green:02X}{blue:02X}"
