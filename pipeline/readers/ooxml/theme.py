"""The theme's colours: names such as accent3 or text1, made lighter or darker, as hex."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.colour import is_close, modulated, normalise, tinted
from pipeline.readers.ooxml.names import a, w

# Word's names of theme colours, as w:themeColor has them, and DrawingML's, as the theme has them.
_SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    "background1": "bg1",
    "text1": "tx1",
    "background2": "bg2",
    "text2": "tx2",
}
_MAPPED = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_MAPPING_ATTRIBUTES = {"bg1": "bg1", "t1": "tx1", "bg2": "bg2", "t2": "tx2"}
_OFFICE = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}

_SHARES = 100_000  # DrawingML writes shares in thousandths of a percent


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by the theme's own names, and which of them background and text stand for."""

    colours: Mapping[str, str] = field(default_factory=lambda: dict(_OFFICE))
    mapping: Mapping[str, str] = field(default_factory=lambda: dict(_MAPPED))

    def colour(self, name: str | None) -> str | None:
        """Return the colour that a name of Word's or of DrawingML's stands for."""
        if not name or name == "none":
            return None
        slot = _SLOTS.get(name, name)
        return self.colours.get(self.mapping.get(slot, slot))

    def attribute(self, element: etree._Element, plain: str, theme: str) -> str | None:
        """Return the colour of a pair of attributes such as w:fill and w:themeFill; the theme's wins.

        None where neither says a colour ("auto" says none). Word keeps its own result beside the
        theme's name: where that is the same but for rounding, it is the colour as Word shows it.
        """
        said = normalise(element.get(w(plain)))
        colour = self.colour(element.get(w(theme)))
        if colour is None:
            return said
        resolved = tinted(colour, tint=_byte(element.get(w(theme + "Tint"))), shade=_byte(element.get(w(theme + "Shade"))))
        return said if said is not None and is_close(said, resolved) else resolved

    def drawing(self, fill: etree._Element) -> str | None:
        """Return the colour of a DrawingML element that holds a colour, such as a:solidFill."""
        for child in fill:
            colour = self._drawing_base(child)
            if colour is not None:
                return _adjusted(colour, child)
        return None

    def _drawing_base(self, element: etree._Element) -> str | None:
        if element.tag == a("schemeClr"):
            return self.colour(element.get("val"))
        if element.tag == a("sysClr"):
            return normalise(element.get("lastClr"))
        if element.tag in (a("srgbClr"), a("prstClr")):
            return normalise(element.get("val"))
        return None


def read_theme(theme: etree._Element | None, settings: etree._Element | None) -> Theme:
    """Return the document's theme; Office's own where it has none."""
    colours = dict(_OFFICE)
    scheme = theme.find(f".//{a('clrScheme')}") if theme is not None else None
    for slot in scheme if scheme is not None else ():
        for value in slot:
            colour = normalise(value.get("lastClr") or value.get("val"))
            if colour:
                colours[str(slot.tag).rpartition("}")[2]] = colour
    mapping = dict(_MAPPED)
    said = settings.find(w("clrSchemeMapping")) if settings is not None else None
    if said is not None:
        for attribute, slot_name in _MAPPING_ATTRIBUTES.items():
            target = said.get(w(attribute))
            if target:
                mapping[slot_name] = _SLOTS.get(target, target)
    return Theme(colours, mapping)


def _adjusted(colour: str, element: etree._Element) -> str | None:
    for change in element:
        name, share = str(change.tag).rpartition("}")[2], _share(change.get("val"))
        if name == "alpha" and share == 0:
            return None
        if name == "lumMod":
            colour = modulated(colour, factor=share)
        elif name == "lumOff":
            colour = modulated(colour, offset=share)
        elif name == "tint":
            colour = tinted(colour, tint=round(255 * share))
        elif name == "shade":
            colour = tinted(colour, shade=round(255 * share))
    return colour


def _share(text: str | None) -> float:
    try:
        return float((text or "").rstrip("%")) / (100 if text and text.endswith("%") else _SHARES)
    except ValueError:
        return 1.0


def _byte(text: str | None) -> int | None:
    try:
        return int(text, 16) if text else None
    except ValueError:
        return None
