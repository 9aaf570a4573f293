"""Which paragraphs are headings, and of which level, judged by size and weight against the body text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.readers.pages.paragraphs import Paragraph

CAPTION = re.compile(  # "Table 1. Progress", "Рис. 2: …"
    r"^(?:tab(?:le|la|leau|ela|elle|ella|el|elul|ulka|ľka|lica|ula|ula|eli)?|táblázat|taulukko|lentelė|jadual|tabel|bảng|таблиц[яаі]|табела|табл|кесте|جدول|"
    r"fig(?:ure|ura|uur|ur)?|abbildung|abb|рисунок|рис|слика|сурет|شكل|chart|graph(?:ique)?|gráfico|grafico|box|recuadro|encadré)\.?\s*(?:n[.ºo°]*\s*|№\s*)?"
    r"\d{1,3}(?:[.-]\d{1,3})*\s*(?:[.:–—-]|$)",
    re.IGNORECASE,
)
LONGEST = 220  # characters: no heading is longer
LARGER = 1.08  # ratio to the body's size
MAX_LEVELS = 6
LITTLE = 300  # letters of prose


class HeadingScale(NamedTuple):
    """The looks of a document's headings, from level 1."""

    body_size: float
    looks: tuple[tuple[float, bool], ...]

    def level(self, paragraph: Paragraph) -> int | None:
        """Return a paragraph's level as a heading; None where it is none."""
        if not _may_head(paragraph) or is_caption(paragraph):
            return None
        look = _look(paragraph)
        return min(self.looks.index(look) + 1, MAX_LEVELS) if look in self.looks else None


def is_caption(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph names and numbers a table or figure."""
    return len(paragraph.text) <= LONGEST and CAPTION.match(paragraph.text) is not None


def heading_scale(paragraphs: Sequence[Paragraph], in_cells: Iterable[Paragraph]) -> HeadingScale:
    """Return the looks that stand out from the body, largest first; where there is little prose, the cells are the body."""
    letters = _letters(paragraphs)
    if sum(letters.values()) < LITTLE:
        letters += _letters(in_cells)
    body = max(letters, key=lambda size: (letters[size], -size)) if letters else 0.0
    looks = {_look(paragraph) for paragraph in paragraphs if _may_head(paragraph)}
    standing_out = [look for look in looks if look[0] > LARGER * body or (look[1] and look[0] >= 0.95 * body)]
    return HeadingScale(body, tuple(sorted(standing_out, key=lambda look: (-look[0], not look[1]))))


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
    return not paragraph.is_item and len(text) <= LONGEST and not text.endswith((".", ";", ",", ":")) and any(char.isalpha() for char in text)
