"""The prose of a report by section."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.curation.wording.matching import fold
from pipeline.model import Block, BlockKind, Document, MarkKind
from pipeline.tables import Row
from pipeline.vocabulary import languages, phrases

KINDS: Mapping[BlockKind, str] = {
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.LIST_ITEM: "list_item",
    BlockKind.CAPTION: "caption",
    BlockKind.FOOTNOTE: "paragraph",
    BlockKind.TEXT_BOX: "paragraph",
}
"""Blocks that are prose, and what they are called in the narrative."""

MAX_HEADING = 120  # characters of a bold line that may act as a heading
MAX_CONTENTS = 200  # characters of a line of a table of contents

_PAGE_NUMBER = re.compile(r"[\s.…·_\t]*(?<![\d.])\s(?:\d{1,3}|[ivxl]{1,6})\s*$|\s*[.…·_]{2,}\s*\d*\s*$")  # "Introduction ....... 4", "Lessons 12"
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…{2,}\s*\d*\s*$|\t\d{1,3}\s*$")  # "Introduction ....... 4"
_SENTENCE_END = re.compile(r"[.;,։。؛،]\s*$")


@dataclass(frozen=True, slots=True)
class Section:
    """The heading that a block stands under, and its level; both None before the first."""

    heading: str | None = None
    level: int | None = None


@cache
def _contents_words() -> frozenset[str]:
    return frozenset(fold(word) for word in phrases("facts", languages()).get("contents", ()))


MAX_LINE = 300  # characters; a longer paragraph is no line of a table of contents, nor named by one


def _without_page(text: str) -> str:
    return fold(_PAGE_NUMBER.sub("", text))


def _names_later(block: Block, last: Mapping[str, int]) -> bool:
    return len(block.text) <= MAX_CONTENTS and last.get(_without_page(block.text), -1) > block.position


def contents_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the positions of the lines of a table of contents, its own heading not among them.

    A line of it names a later line, or ends in leaders and a page number; the first that does neither ends it.
    """
    last = {_without_page(b.text): b.position for b in blocks if b.kind in KINDS and b.text and len(b.text) <= MAX_LINE}
    found, inside = set(), False
    for block in blocks:
        if block.kind not in KINDS:
            inside = inside and block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER)
            continue
        if len(block.text) <= MAX_CONTENTS and fold(block.text) in _contents_words():
            inside = True
            continue
        if len(block.text) <= MAX_LINE and (_LEADERS.search(block.text) or (inside and _names_later(block, last))):
            found.add(block.position)
        else:
            inside = False
    return frozenset(found)


def _acts_as_heading(block: Block) -> bool:
    """Whether a body paragraph looks like a heading: one short line, all of it bold, no full stop."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or not text or len(text) > MAX_HEADING or "\n" in text or _SENTENCE_END.search(text):
        return False
    bold = sum(m.end - m.start for m in block.marks if m.kind is MarkKind.BOLD)
    return bold >= len(text.strip())


def _headings(document: Document) -> dict[int, tuple[str, int]]:
    """Return what acts as a heading: the real headings, and bold lines only where there are none below the title."""
    contents = contents_lines(document.blocks)
    real = {b.position: (b.text, b.level or 1) for b in document.blocks if b.kind is BlockKind.HEADING and b.text and b.position not in contents}
    if len(real) > 1:
        return real
    bold = {b.position: (b.text, 2 if real else 1) for b in document.blocks if b.position not in contents and _acts_as_heading(b)}
    return {**real, **bold} if len(bold) > 1 else real


def sections(document: Document) -> dict[int, Section]:
    """Return the section of every block by its position.

    A heading's own section is the one that it is a part of.
    """
    headings = _headings(document)
    stack: list[tuple[str, int]] = []
    found = {}
    for block in document.blocks:
        if block.position in headings:
            text, level = headings[block.position]
            stack = [s for s in stack if s[1] < level]
            found[block.position] = Section(*stack[-1]) if stack else Section()
            stack.append((text, level))
        else:
            found[block.position] = Section(*stack[-1]) if stack else Section()
    return found


def _prose(document: Document, skip: Container[int]) -> Iterator[Block]:
    for block in document.blocks:
        if block.kind in KINDS and block.text.strip() and block.position not in skip:
            yield block


def read_narrative(document: Document, skip: Container[int]) -> tuple[Row, ...]:
    """Return the prose that nothing else used, a row a block, without the report's and the document's id.

    Args:
        document: What the file says.
        skip: Positions of the blocks that are in another table.
    """
    under, headings = sections(document), _headings(document)
    return tuple(
        {
            "position": n,
            "section": under[block.position].heading,
            "section_level": under[block.position].level,
            "kind": "heading" if block.position in headings else KINDS[block.kind] if block.kind is not BlockKind.HEADING else "paragraph",
            "text": block.text,
            "source_table": None,
            "source_row": None,
            "source_pages": block.pages,
        }
        for n, block in enumerate(_prose(document, skip))
    )
