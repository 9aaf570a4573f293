"""Which paragraphs are headings, and of which level, judged by size and weight against the body text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.model import MarkKind
from pipeline.readers.pages.paragraphs import Paragraph

CAPTION = re.compile(  # "Table 1. Progress", "Рис. 2: …"
    r"^(?:tab(?:le|la|leau|ela|elle|ella|el|elul|ulka|ľka|lica|ula|ula|eli)?|táblázat|taulukko|lentelė|jadual|tabel|bảng|таблиц[яаі]|табела|табл|кесте|جدول|"
    r"fig(?:ure|ura|uur|ur)?|abbildung|abb|рисунок|рис|слика|сурет|شكل|chart|graph(?:ique)?|gráfico|grafico|box|recuadro|encadré)\.?\s*(?:n[.ºo°]*\s*|№\s*)?"
    r"\d{1,3}(?:[.-]\d{1,3})*\s*(?:[.:–—-]|$)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"^\W*(?:[^\W\d_]+\W+)?(?:n?[.ºo°№]*\s?)?(?:\d{1,3}(?!\d)|[IVX]{1,5}\b)")  # "Commitment 1: …", "2.3 …"
DATED = re.compile(
    r"\((?=[^()]*\b[12]\d{3}\b)[^()]*\d\D[^()]*\)\W*$|\([^\W\d]{3,}\W+[12]\d{3}\)\W*$"  # "… (10 March 2025)"
    r"|,\s(?=[^,;]*\b[12]\d{3}\b)(?=[^,;]*\b\d{1,2}\b)[^,;–—]{6,40}$|,[^,;–—]*\s\d{1,2},\s[12]\d{3}$"  # "…, 06/04/2023", "…, March 10, 2025"
)
LONGEST = 220  # characters: no heading is longer
LARGER = 1.08  # ratio to the body's size
MAX_LEVELS = 6
LITTLE = 300  # letters of prose


class HeadingScale(NamedTuple):
    """The looks of a document's headings: those of its cover, which are of level 1, and the others from level 1."""

    body_size: float
    looks: tuple[tuple[float, bool], ...]
    of_cover: frozenset[tuple[float, bool]] = frozenset()
    has_larger: bool = False  # headings larger than the body stand beyond the cover
    dates_small: bool = False  # most bold lines as small as the body date a comment

    def level(self, paragraph: Paragraph) -> int | None:
        """Return a paragraph's level as a heading; None where it is none."""
        if not _may_head(paragraph) or is_caption(paragraph):
            return None
        look = _look(paragraph)
        if look[0] <= LARGER * self.body_size and self._is_bold_text(paragraph):
            return None
        if look in self.of_cover:
            return 1
        return min(self.looks.index(look) + 1, MAX_LEVELS) if look in self.looks else None

    def _is_bold_text(self, paragraph: Paragraph) -> bool:
        """Tell whether a bold line as small as the body is no heading: it dates a comment, or the headings are larger and it has no number."""
        if DATED.search(paragraph.text) or (self.has_larger and self.dates_small):
            return True
        return self.has_larger and NUMBERED.match(paragraph.text) is None and not any(span.kind is MarkKind.FONT for span in paragraph.spans)


def is_caption(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph names and numbers a table or figure."""
    return len(paragraph.text) <= LONGEST and CAPTION.match(paragraph.text) is not None


def heading_scale(paragraphs: Sequence[Paragraph], in_cells: Iterable[Paragraph]) -> HeadingScale:
    """Return the looks that stand out from the body, largest first; where there is little prose, the cells are the body."""
    letters = _letters(paragraphs)
    if sum(letters.values()) < LITTLE:
        letters += _letters(in_cells)
    body = max(letters, key=lambda size: (letters[size], -size)) if letters else 0.0
    heads = [paragraph for paragraph in paragraphs if _may_head(paragraph) and _stands_out(_look(paragraph), body)]
    looks = sorted({_look(head) for head in heads}, key=lambda look: (-look[0], not look[1]))
    cover = _cover_looks(paragraphs, heads)
    has_larger = any(look[0] > LARGER * body for look in looks if look not in cover)
    small = [DATED.search(head.text) is not None for head in heads if _look(head)[0] <= LARGER * body]
    return HeadingScale(body, tuple(look for look in looks if look not in cover), cover, has_larger, 2 * sum(small) > len(small))


def _stands_out(look: tuple[float, bool], body: float) -> bool:
    return look[0] > LARGER * body or (look[1] and look[0] >= 0.95 * body)


def _cover_looks(paragraphs: Sequence[Paragraph], heads: Sequence[Paragraph]) -> frozenset[tuple[float, bool]]:
    """Return the looks of a title's lines: the first heading and those right below it, in looks printed once each, above other headings."""
    counts = Counter(_look(head) for head in heads)
    cover: set[tuple[float, bool]] = set()
    last = -1
    for number, paragraph in enumerate(paragraphs):
        look = _look(paragraph)
        if look not in counts or not _may_head(paragraph):
            continue
        if counts[look] > 1 or (cover and number != last + 1) or len(cover) + 1 == len(counts):
            break
        cover.add(look)
        last = number
    return frozenset(cover)


def _letters(paragraphs: Iterable[Paragraph]) -> Counter[float]:
    """Count the letters that aren't bold by font size."""
    letters: Counter[float] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            if not line.is_bold:
                letters[round(line.size * 2) / 2] += len(line.text)
    return letters


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    first = paragraph.lines[0]
    return round(first.size * 2) / 2, all(line.is_bold for line in paragraph.lines)


def _may_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return not paragraph.is_item and len(text) <= LONGEST and not text.endswith((".", ";", ",", ":", "՝")) and any(char.isalpha() for char in text)
