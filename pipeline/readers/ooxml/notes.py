"""What hangs on the text: footnotes, comments in the margin, running heads and feet."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from lxml import etree

from pipeline.model import Block, BlockKind
from pipeline.readers.ooxml import names as n
from pipeline.readers.ooxml.flow import Flow, FlowReader
from pipeline.readers.ooxml.names import VAL, w
from pipeline.readers.ooxml.paragraphs import Note
from pipeline.readers.ooxml.passages import Passage
from pipeline.readers.ooxml.styles import is_on

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def add_footnotes(flow: Flow, reader: FlowReader, root: etree._Element, kind: str) -> None:
    """Append the footnotes (or endnotes) that the text points to, in the order in which it does."""
    notes = {note.get(n.ID) or "": note for note in root.iterchildren(w(kind)) if note.get(w("type")) not in _SEPARATORS}
    for pointer in [p for p in flow.notes if p.kind == kind]:
        note = notes.get(pointer.note_id)
        passage = reader.passage(note) if note is not None else Passage()
        if not passage.is_blank:
            cell, position = flow.anchor(pointer)
            flow.blocks.append(
                Block(
                    position=len(flow.blocks),
                    kind=BlockKind.FOOTNOTE,
                    text=passage.text,
                    marks=passage.marks,
                    anchor=cell,
                    anchor_position=position,
                )
            )


def add_comments(flow: Flow, reader: FlowReader, root: etree._Element) -> None:
    """Append the comments in the margin, in the order of what they point to; those that point nowhere come last."""
    comments = {comment.get(n.ID) or "": comment for comment in root.iterchildren(w("comment"))}
    order = dict.fromkeys(p.note_id for p in flow.notes if p.kind == "comment" and p.note_id in comments)
    for note_id in [*order, *(c for c in comments if c not in order)]:
        comment = comments[note_id]
        passage = reader.passage(comment)
        if passage.is_blank:
            continue
        cell, position = flow.anchor(Note("comment", note_id))
        flow.blocks.append(
            Block(
                position=len(flow.blocks),
                kind=BlockKind.BALLOON,
                text=passage.text,
                marks=passage.marks,
                author=(comment.get(w("author")) or "").strip() or None,
                date=_moment(comment.get(w("date"))),
                anchor=cell,
                anchor_position=position,
            )
        )


def add_running(flow: Flow, sections: Sequence[etree._Element], settings: etree._Element | None, read: Callable[[str], Passage]) -> None:
    """Append the heads and feet that are printed, each text once; `read` gives one by its relationship id."""
    even = settings.find(w("evenAndOddHeaders")) if settings is not None else None
    pages = {"default", "even"} if even is not None and is_on(even) else {"default"}
    for kind, tag in ((BlockKind.PAGE_HEADER, w("headerReference")), (BlockKind.PAGE_FOOTER, w("footerReference"))):
        seen: set[str] = set()
        for relationship in _references(sections, tag, pages):
            passage = read(relationship)
            if not passage.is_blank and passage.text not in seen:
                seen.add(passage.text)
                flow.blocks.append(Block(position=len(flow.blocks), kind=kind, text=passage.text, marks=passage.marks))


def _references(sections: Sequence[etree._Element], tag: str, pages: set[str]) -> Iterator[str]:
    for section in sections:
        title = section.find(w("titlePg"))
        printed = pages | {"first"} if title is not None and is_on(title) else pages
        for reference in section.iterchildren(tag):
            if (reference.get(w("type")) or "default") in printed:
                yield reference.get(n.r("id")) or ""


def language_of(styles: etree._Element | None, settings: etree._Element | None) -> str | None:
    """Return the language that the file declares for its text."""
    path = f"{w('docDefaults')}/{w('rPrDefault')}/{n.R_PR}/{w('lang')}"
    for root, where in ((styles, path), (settings, w("themeFontLang"))):
        said = root.find(where) if root is not None else None
        if said is not None and said.get(VAL):
            return said.get(VAL)
    return None


def _moment(text: str | None) -> datetime | None:
    """Return a comment's time as stored. Word writes the author's own clock and calls it UTC."""
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
