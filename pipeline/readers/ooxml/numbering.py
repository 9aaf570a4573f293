"""numbering.xml: the automatic numbers, exactly as Word prints them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.readers.ooxml.names import ALTERNATE, CHOICE, FALLBACK, VAL, w
from pipeline.readers.ooxml.numerals import spell
from pipeline.readers.ooxml.styles import is_on

_PLACE = re.compile(r"%(?P<level>[1-9])")  # the %1 and %2 of "%1.%2."
_PADDED = re.compile(r"(?P<first>0+1),")  # 001, 002, 003, ...
_LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: how its numbers look and where they begin."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart: int | None = None  # restarts after this level (from 1); 0: never; None: after any higher one
    legal: bool = False  # all numbers in it as digits
    suffix: str = " "
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A list paragraph: its level from 0, and its number; "" for a bullet."""

    level: int
    label: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: its abstract list, levels with this list's overrides, and levels that begin anew."""

    abstract: str
    levels: tuple[Level, ...]
    restarted: frozenset[int]


class Numbering:
    """The document's lists and how far each has counted. Ask in reading order, once a paragraph."""

    def __init__(self, root: etree._Element | None, style_list: Callable[[str | None], str | None]) -> None:
        self._style_list = style_list
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._abstracts = {e.get(w("abstractNumId"), ""): e for e in root.iterchildren(w("abstractNum"))}
            self._nums = {e.get(w("numId"), ""): e for e in root.iterchildren(w("num"))}

    def next(self, num_id: str | None, level: int | None, style: str | None, style_level: int | None = None) -> Item | None:
        """Count a paragraph of a list and return its item; None where it belongs to none.

        Args:
            num_id: The list; "0" takes a paragraph out of its style's list.
            level: From 0; None: the level that names the paragraph's style, else `style_level`.
            style: The paragraph's style.
            style_level: The level that the style names.
        """
        known = self._list(num_id) if num_id and num_id != "0" else None
        if known is None or num_id is None:
            return None
        if level is None:
            level = next((i for i, one in enumerate(known.levels) if style and one.style == style), style_level or 0)
        place = min(max(level, 0), _LEVELS - 1)
        self._count(num_id, known, place)
        one = known.levels[place]
        return Item(place, self._label(known, one), one.suffix)

    def _count(self, num_id: str, known: _List, place: int) -> None:
        counts = self._counts.setdefault(known.abstract, [None] * _LEVELS)
        count = counts[place]
        if place in known.restarted and (num_id, place) not in self._begun:
            count = None
        self._begun.add((num_id, place))
        counts[place] = known.levels[place].start if count is None else count + 1
        for deeper in range(place + 1, _LEVELS):
            restart = known.levels[deeper].restart
            if restart is None or place < restart:
                counts[deeper] = None

    def _label(self, known: _List, one: Level) -> str:
        if one.number_format == "bullet":
            return ""
        counts = self._counts[known.abstract]

        def number(match: re.Match[str]) -> str:
            place = int(match["level"]) - 1
            count, said = counts[place], known.levels[place]
            return spell(said.start if count is None else count, _legal(said.number_format) if one.legal else said.number_format)

        return _PLACE.sub(number, one.text)

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        levels = [Level(text=f"%{i + 1}.") for i in range(_LEVELS)]
        for element in abstract.iterchildren(w("lvl")):
            _place(levels, element)
        restarted = set()
        for override in num.iterchildren(w("lvlOverride")):
            own = override.find(w("lvl"))
            if own is not None:
                _place(levels, own)
            start, place = _number(override.find(w("startOverride"))), _level_of(override)
            if start is not None and place is not None:
                levels[place] = replace(levels[place], start=start)
                restarted.add(place)
        return _List(abstract.get(w("abstractNumId"), ""), tuple(levels), frozenset(restarted))

    def _abstract(self, num: etree._Element | None) -> etree._Element | None:
        said = num.find(w("abstractNumId")) if num is not None else None
        abstract = self._abstracts.get(said.get(VAL) or "") if said is not None else None
        link = abstract.find(w("numStyleLink")) if abstract is not None else None
        if link is None:
            return abstract
        # The list is a mere pointer to a numbering style, which points to the list itself.
        other = self._nums.get(self._style_list(link.get(VAL)) or "")
        target = other.find(w("abstractNumId")) if other is not None else None
        return self._abstracts.get(target.get(VAL) or "") if target is not None else abstract


def _place(levels: list[Level], element: etree._Element) -> None:
    place = _level_of(element)
    if place is not None:
        levels[place] = _read_level(element)


def _level_of(element: etree._Element) -> int | None:
    text = element.get(w("ilvl"), "")
    return int(text) if len(text) == 1 and text in "012345678" else None


def _read_level(element: etree._Element) -> Level:
    said = {child.tag: child for child in element}
    text, legal, suffix, style = (said.get(w(name)) for name in ("lvlText", "isLgl", "suff", "pStyle"))
    picture = w("lvlPicBulletId") in said
    start = _number(said.get(w("start")))
    return Level(
        start=0 if start is None else start,
        number_format="bullet" if picture else _format(said),
        text=(text.get(VAL) if text is not None else None) or "",
        restart=_number(said.get(w("lvlRestart"))),
        legal=legal is not None and is_on(legal),
        suffix="" if suffix is not None and suffix.get(VAL) == "nothing" else " ",
        style=style.get(VAL) if style is not None else None,
    )


def _format(said: Mapping[str, etree._Element]) -> str:
    """Return a level's number format; of a custom one such as "001, 002, …" its first number."""
    plain, alternate = said.get(w("numFmt")), said.get(ALTERNATE)
    if plain is None and alternate is not None:
        custom = alternate.find(f"{CHOICE}/{w('numFmt')}")
        if custom is not None and (match := _PADDED.match(custom.get(w("format")) or "")):
            return match["first"]
        plain = alternate.find(f"{FALLBACK}/{w('numFmt')}")
    return (plain.get(VAL) if plain is not None else None) or "decimal"


def _legal(number_format: str) -> str:
    return number_format if number_format in ("bullet", "none") else "decimal"


def _number(element: etree._Element | None) -> int | None:
    try:
        return int((element.get(VAL) if element is not None else None) or "")
    except ValueError:
        return None
