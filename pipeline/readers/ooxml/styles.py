"""styles.xml: what a style says of paragraphs, words and lists, its ancestors included."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from pipeline.colour import HIGHLIGHTS
from pipeline.readers.ooxml.names import COLOR, DEFAULT, NUM_PR, P_PR, R_PR, SHD, STYLE, STYLE_ID, VAL, w
from pipeline.readers.ooxml.shading import NO_COLOUR, read_shading
from pipeline.readers.ooxml.theme import Theme

# Names of heading styles that come without an outline level: heading 1, Titre 2, Заголовок 3.
_HEADING = re.compile(
    r"(?:heading|titre|t[ií]tulo|encabezado|titolo|überschrift|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|naslov"
    r"|заголовок|гарчиг|наслов|başlık|antraštė|virsraksts|pealkiri|címsor|titlu|επικεφαλίδα)\s*(?P<level>[1-9])",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"caption|l[ée]gende|beschriftung|leyenda|legenda|didascalia|подпись|назва об'єкта", re.IGNORECASE)

_BODY_LEVEL = 9
_MAX_ANCESTORS = 20
_OFF = frozenset({"0", "false", "off"})


class Run(NamedTuple):
    """What one place says of words; None: nothing. Colours may be NO_COLOUR, which takes one away."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    colour: str | None = None
    highlight: str | None = None
    shading: str | None = None
    font: str | None = None
    style: str | None = None


NOTHING = Run()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """What a paragraph style comes to, its ancestors included."""

    level: int | None = None  # heading level from 1
    caption: bool = False
    num_id: str | None = None
    num_level: int | None = None
    shading: str | None = None


def is_on(element: etree._Element) -> bool:
    """Tell whether a switch such as w:b is on: it is, unless it says otherwise."""
    return element.get(VAL) not in _OFF


def _colour(element: etree._Element, theme: Theme) -> str:
    return theme.attribute(element, "val", "themeColor") or NO_COLOUR


def _highlight(element: etree._Element, theme: Theme) -> str:
    return HIGHLIGHTS.get(element.get(VAL) or "none") or NO_COLOUR


def _font(element: etree._Element, theme: Theme) -> str | None:
    return element.get(w("ascii")) or element.get(w("hAnsi"))


def _switch(element: etree._Element, theme: Theme) -> bool:
    return is_on(element)


def _value(element: etree._Element, theme: Theme) -> str | None:
    return element.get(VAL)


_READERS: Mapping[str, tuple[str, Callable[[etree._Element, Theme], str | bool | None]]] = {
    w("b"): ("bold", _switch),
    w("strike"): ("struck", _switch),
    w("dstrike"): ("struck", _switch),
    w("vanish"): ("hidden", _switch),
    w("caps"): ("capitals", _switch),
    COLOR: ("colour", _colour),
    w("highlight"): ("highlight", _highlight),
    SHD: ("shading", read_shading),
    w("rFonts"): ("font", _font),
    w("rStyle"): ("style", _value),
}
# dstrike and strike both write `struck`: an "off" of one must not undo an "on" of the other.
_SHARED = "struck"


def read_run(element: etree._Element | None, theme: Theme) -> Run:
    """Return what a w:rPr says."""
    if element is None:
        return NOTHING
    said: dict[str, str | bool | None] = {}
    for child in element:
        known = _READERS.get(child.tag)
        if known is not None:
            name, reader = known
            value = reader(child, theme)
            said[name] = value or said.get(name) if name == _SHARED else value
    return Run(**said) if said else NOTHING  # type: ignore[arg-type]  # each reader gives its field's type


class Styles:
    """The document's styles by id. A style is looked into when first used: most never are."""

    def __init__(self, root: etree._Element | None, theme: Theme) -> None:
        self._theme = theme
        self._elements: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._runs: dict[str, Run] = {}
        self._paragraphs: dict[str | None, Paragraph] = {}
        self.default_run = NOTHING
        if root is not None:
            self._index(root)

    def _index(self, root: etree._Element) -> None:
        for element in root.iterchildren(STYLE):
            style_id = element.get(STYLE_ID, "")
            self._elements.setdefault(style_id, element)
            default = element.get(DEFAULT)
            if default is not None and default not in _OFF:
                self._defaults.setdefault(element.get(w("type"), ""), style_id)
        self.default_run = read_run(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}"), self._theme)

    def default(self, kind: str) -> str | None:
        """Return the id of the style that a paragraph, run or table without one has."""
        return self._defaults.get(kind)

    def chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """Yield a style's element and those of its ancestors, nearest first."""
        for _ in range(_MAX_ANCESTORS):
            element = self._elements.get(style_id) if style_id else None
            if element is None:
                return
            yield element
            parent = element.find(w("basedOn"))
            style_id = parent.get(VAL) if parent is not None else None

    def run(self, style_id: str | None) -> Run:
        """Return what a paragraph or character style says of its words."""
        if not style_id:
            return NOTHING
        if style_id not in self._runs:
            result = NOTHING
            for element in self.chain(style_id):
                result = _under(result, read_run(element.find(R_PR), self._theme))
            self._runs[style_id] = result
        return self._runs[style_id]

    def paragraph(self, style_id: str | None) -> Paragraph:
        """Return what a paragraph style comes to; that of the default style where there's none."""
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._read_paragraph(style_id or self.default("paragraph"))
        return self._paragraphs[style_id]

    def name(self, style_id: str) -> str:
        """Return a style's name, which stays English whatever Word's language; "" where there's no such style."""
        element = self._elements.get(style_id)
        said = element.find(w("name")) if element is not None else None
        return (said.get(VAL) if said is not None else None) or ""

    def numbering(self, style_id: str | None) -> str | None:
        """Return the list that a numbering style stands for."""
        for element in self.chain(style_id):
            found = element.find(f"{P_PR}/{NUM_PR}/{w('numId')}")
            if found is not None:
                return found.get(VAL)
        return None

    def _read_paragraph(self, style_id: str | None) -> Paragraph:
        outline, num_id, num_level, shading = None, None, None, None
        names: list[str] = []
        for element in self.chain(style_id):
            names.append(self.name(element.get(STYLE_ID, "")))
            said = element.find(P_PR)
            if said is None:
                continue
            outline = _first(outline, _number(said.find(w("outlineLvl"))))
            num_id = num_id or _text(said.find(f"{NUM_PR}/{w('numId')}"))
            num_level = _first(num_level, _number(said.find(f"{NUM_PR}/{w('ilvl')}")))
            shade = said.find(SHD)
            if shading is None and shade is not None:
                shading = read_shading(shade, self._theme)
        return Paragraph(
            level=heading_level(outline) if outline is not None else _named_level(names),
            caption=any(_CAPTION.fullmatch(name) for name in names),
            num_id=num_id,
            num_level=num_level,
            shading=shading,
        )


def heading_level(outline: int) -> int | None:
    """Return the heading level, from 1, of an outline level, from 0; None for body text."""
    return outline + 1 if 0 <= outline < _BODY_LEVEL else None


def resolve(direct: Run, paragraph: Run, character: Run, default: Run) -> Run:
    """Return what words come to, from the nearest word to the farthest.

    Switches that both a paragraph's and a character's style turn on cancel out, as Word has it
    (ECMA-376 part 1, 17.7.3); what the words say themselves is final.
    """
    result = _under(direct, Run(colour=character.colour, highlight=character.highlight, shading=character.shading, font=character.font))
    result = _under(result, paragraph._replace(bold=None, struck=None, hidden=None, capitals=None))
    result = _under(result, default._replace(bold=None, struck=None, hidden=None, capitals=None))
    return result._replace(
        bold=_toggled(direct.bold, paragraph.bold, character.bold, default.bold),
        struck=_toggled(direct.struck, paragraph.struck, character.struck, default.struck),
        hidden=_toggled(direct.hidden, paragraph.hidden, character.hidden, default.hidden),
        capitals=_toggled(direct.capitals, paragraph.capitals, character.capitals, default.capitals),
    )


def _toggled(direct: bool | None, paragraph: bool | None, character: bool | None, default: bool | None) -> bool:
    if direct is not None:
        return direct
    return bool(default) or bool(paragraph) != bool(character)


def _under(near: Run, far: Run) -> Run:
    if far is NOTHING or far == NOTHING:
        return near
    pairs = (f if n is None else n for n, f in zip(near, far, strict=True))
    return Run(*pairs)  # type: ignore[arg-type]  # both are Runs, so each place keeps its type


def _named_level(names: list[str]) -> int | None:
    for name in names:
        match = _HEADING.fullmatch(name)
        if match:
            return int(match["level"])
    return None


def _first(value: int | None, other: int | None) -> int | None:
    return other if value is None else value


def _text(element: etree._Element | None) -> str | None:
    return element.get(VAL) if element is not None else None


def _number(element: etree._Element | None) -> int | None:
    try:
        return int(_text(element) or "")
    except ValueError:
        return None
