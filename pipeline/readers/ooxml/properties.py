"""w:pPr: what a paragraph says of itself, whatever its style says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.readers.ooxml import names as n
from pipeline.readers.ooxml.names import VAL, w
from pipeline.readers.ooxml.shading import read_shading
from pipeline.readers.ooxml.theme import Theme


@dataclass(slots=True)
class Properties:
    """What a w:pPr says; None: nothing."""

    style: str | None = None
    outline: int | None = None
    num_id: str | None = None
    num_level: int | None = None
    shading: str | None = None
    mark_gone: bool = False  # its end was deleted or moved away
    section: etree._Element | None = None  # the section that ends with it


def read_properties(element: etree._Element | None, theme: Theme) -> Properties:
    """Return what a w:pPr says."""
    said = Properties()
    for child in element if element is not None else ():
        reader = _READERS.get(child.tag)
        if reader is not None:
            reader(said, child, theme)
    return said


def first(element: etree._Element, tag: str) -> etree._Element | None:
    """Return an element's properties, which stand first in it: a search would cost more than reading them."""
    for child in element:
        return child if child.tag == tag else None
    return None


def integer(text: str | None, base: int = 10) -> int | None:
    """Return a number as written; None where it is none."""
    try:
        return int(text or "", base)
    except ValueError:
        return None


def _style(said: Properties, element: etree._Element, theme: Theme) -> None:
    said.style = element.get(VAL)


def _outline(said: Properties, element: etree._Element, theme: Theme) -> None:
    said.outline = integer(element.get(VAL))


def _numbering(said: Properties, element: etree._Element, theme: Theme) -> None:
    for child in element:
        if child.tag == n.NUM_ID:
            said.num_id = child.get(VAL)
        elif child.tag == n.NUM_LEVEL:
            said.num_level = integer(child.get(VAL))


def _shading(said: Properties, element: etree._Element, theme: Theme) -> None:
    said.shading = read_shading(element, theme)


def _mark(said: Properties, element: etree._Element, theme: Theme) -> None:
    said.mark_gone = any(child.tag in (n.DEL, n.MOVE_FROM) for child in element)


def _section(said: Properties, element: etree._Element, theme: Theme) -> None:
    said.section = element


_READERS: Mapping[str, Callable[[Properties, etree._Element, Theme], None]] = {
    w("pStyle"): _style,
    w("outlineLvl"): _outline,
    n.NUM_PR: _numbering,
    n.SHD: _shading,
    n.R_PR: _mark,
    w("sectPr"): _section,
}
