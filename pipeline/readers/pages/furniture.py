"""Running heads and feet: what repeats at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.model import BlockKind
from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.reading import Page

NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
PAGE_NUMBER = re.compile(  # "Page 3 of 12", "- 3 -", "iv"
    r"^\W*(?:\w+\.?\s)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|\w{1,5})\s*\d{1,4})?\W*$", re.IGNORECASE
)
PAGE_OF_PAGES = re.compile(r"\b\d{1,4}\s*(?:/|\w{1,3})\s*\d{1,4}\W*$")  # "Report | Page 1 of 2"
ALONE = 3.0  # of the font size: a line so far from all others stands alone
EDGE_LINES = 4  # how many lines from an edge a running head may reach
EDGE = 0.9  # of the page's height
SAME_HEIGHT = 4.0  # points
LARGER = 1.12  # of the body's size: a larger line with a number counts chapters, not pages


def part_furniture(pages: Sequence[Page]) -> list[tuple[BlockKind, Line]]:
    """Take running heads and feet off the pages; return each once, as first printed."""
    found: dict[tuple[BlockKind, str], Line] = {}
    body_size = _body_size(pages)
    for kind, is_top in ((BlockKind.PAGE_HEADER, True), (BlockKind.PAGE_FOOTER, False)):
        for _ in range(EDGE_LINES):
            taken = _repeated(pages, is_top, body_size)
            if not taken:
                break
            for page, line in taken:
                page.lines.remove(line)
                found.setdefault((kind, _pattern(line.text)), line)
    return [(kind, line) for (kind, _), line in found.items()]


def _repeated(pages: Sequence[Page], is_top: bool, body_size: float) -> list[tuple[Page, Line]]:
    """Return the outermost line of each page where it repeats on others at the same height."""
    edges = [(page, line) for page in pages if (line := _edge_line(page, is_top)) is not None]
    texts = Counter(line.text for _, line in edges)
    # A heading that counts chapters is printed at the head of pages, not at their foot, and differs each time.
    edges = [(page, line) for page, line in edges if not is_top or texts[line.text] > 1 or line.size <= LARGER * body_size]
    # A heading that comes again in every chapter comes to stand at the head of a page now and then, but more often amid one.
    amid = Counter((line.text, line.size) for page in pages for line in page.lines if line.size > LARGER * body_size)
    edges = [(page, line) for page, line in edges if line.size <= LARGER * body_size or amid[line.text, line.size] < 2 * texts[line.text]]
    places = Counter((_pattern(line.text), round(_height(page, line, is_top) / SAME_HEIGHT)) for page, line in edges)
    return [
        (page, line)
        for page, line in edges
        if _is_running(_pattern(line.text), round(_height(page, line, is_top) / SAME_HEIGHT), places, len(pages), line.text)
        or (not is_top and _is_page_number(page, line))
    ]


def _is_page_number(page: Page, line: Line) -> bool:
    """Tell whether a line alone at the foot counts the pages, even where no other page can show that it repeats."""
    others = [other.bottom for other in page.lines if other is not line] + [table.lattice.ys[-1] for table in page.tables]
    is_alone = line.base > EDGE * page.frame.height and line.top - max(others, default=0.0) > ALONE * line.size
    return is_alone and (line.text.strip(" -–—") == str(page.number) or PAGE_OF_PAGES.search(line.text) is not None)


def _is_running(pattern: str, height: int, places: Counter[tuple[str, int]], n_pages: int, text: str) -> bool:
    count = sum(places[pattern, height + step] for step in (-1, 0, 1))
    return count >= 2 and (count >= 3 or n_pages <= 4 or count > 0.25 * n_pages or PAGE_NUMBER.match(text) is not None)


def _edge_line(page: Page, is_top: bool) -> Line | None:
    """Return the outermost line of a page if no table stands farther out."""
    if not page.lines:
        return None
    if is_top:
        line = min(page.lines, key=lambda line: line.base)
        beyond = any(table.lattice.ys[0] < line.top for table in page.tables)
        return None if beyond or line.base > 0.2 * page.frame.height else line
    line = max(page.lines, key=lambda line: line.base)
    beyond = any(table.lattice.ys[-1] > line.bottom for table in page.tables)
    return None if beyond or line.base < 0.8 * page.frame.height else line


def _body_size(pages: Sequence[Page]) -> float:
    """Return the usual size of the letters, in prose or in tables, whichever is larger."""
    in_prose = (line for page in pages for line in page.lines)
    in_tables = (line for page in pages for table in page.tables for slot in table.lines for line in slot)
    return max(_usual_size(in_prose), _usual_size(in_tables))


def _usual_size(lines: Iterable[Line]) -> float:
    letters: dict[float, int] = {}
    for line in lines:
        letters[line.size] = letters.get(line.size, 0) + len(line.text)
    return max(letters, key=lambda size: (letters[size], size)) if letters else 0.0


def _height(page: Page, line: Line, is_top: bool) -> float:
    return line.base if is_top else page.frame.height - line.base


def _pattern(text: str) -> str:
    return NUMBER.sub("#", text)
