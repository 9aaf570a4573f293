"""Text with its marks, white space settled and offsets right."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.model import Mark, MarkKind

# Runs of blanks of any width; a no-break space that stands alone stays.
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\r\n\f\v]")
_EDGE = " \t\r\n\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TAB_LIKE = "\t\r\n\f\v"
# Soft hyphen, zero-width space, byte order mark: they print nothing.
_UNSEEN = re.compile("[\u00ad\u200b\ufeff]")


class Sign(NamedTuple):
    """What a stretch of text carries, before it is known from where to where."""

    kind: MarkKind
    colour: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Some text and the marks on it."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is neither text nor a drawing."""
        return not self.text and not self.marks


BLANK = Passage()


def join(passages: Iterable[Passage], separator: str) -> Passage:
    """Return passages as one, marks moved along."""
    passages = list(passages)
    if len(passages) < 2:
        return passages[0] if passages else BLANK
    marks: list[Mark] = []
    offset = 0
    for passage in passages:
        marks.extend(_moved(passage.marks, offset))
        offset += len(passage.text) + len(separator)
    return Passage(separator.join(p.text for p in passages), tuple(marks))


def _moved(marks: Sequence[Mark], by: int) -> Iterable[Mark]:
    if not by:
        return marks
    return (replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks)


class PassageBuilder:
    """Collects one paragraph's pieces: runs of blanks become one, each line is stripped, blank lines go."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""  # white space seen since the last word
        self._marks: list[tuple[Sign, int, int]] = []
        self._latest: dict[Sign, int] = {}

    def add(self, text: str, signs: Sequence[Sign] = ()) -> None:
        """Add words that carry these signs."""
        # Printable characters know one blank only, the plain one: most text is settled already.
        is_settled = text.isprintable() and "  " not in text
        if is_settled and text[0] != " " and text[-1] != " ":
            self._append(text, signs)
            return
        text = text if is_settled else _UNSEEN.sub("", text)
        core = text.strip(_EDGE)
        if not core:
            self._widen(text)
            return
        before = text[: len(text) - len(text.lstrip(_EDGE))]
        after = text[len(text.rstrip(_EDGE)) :]
        self._widen(before)
        self._append(core if is_settled else _BLANKS.sub(" ", core), signs)
        self._widen(after)

    def line(self) -> None:
        """Begin a new line."""
        self._gap = "\n"

    def beside(self, sign: Sign) -> None:
        """Note a sign that stands beside the words, such as a drawing."""
        self._marks.append((sign, self._length, self._length))

    def finish(self, label: str = "", suffix: str = "", signs: Sequence[Sign] = ()) -> Passage:
        """Return what was collected, after its automatic number; `signs` hold for all of it."""
        text = "".join(self._pieces)
        if not (label or signs or self._marks):
            return Passage(text) if text else BLANK
        head = label.strip(_EDGE)
        if head:
            head += suffix if text else ""
        whole = head + text
        marks = [Mark(kind=sign.kind, start=0, end=len(whole), colour=sign.colour, text=sign.text) for sign in signs] if whole else []
        by = len(head)
        marks += [Mark(kind=s.kind, start=start + by, end=end + by, colour=s.colour, text=s.text) for s, start, end in self._marks]
        return Passage(whole, tuple(marks))

    def _widen(self, blanks: str) -> None:
        if not blanks or self._gap == "\n":
            return
        self._gap = " " if self._gap or len(blanks) > 1 or blanks in _TAB_LIKE else blanks

    def _append(self, text: str, signs: Sequence[Sign]) -> None:
        end = self._length
        if self._gap:
            if end:
                self._pieces.append(self._gap)
                self._length += 1
            self._gap = ""
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        for sign in signs:
            self._mark(sign, end, start)

    def _mark(self, sign: Sign, end: int, start: int) -> None:
        # Word cuts words into runs at will: neighbours with the same sign are one stretch.
        latest = self._latest.get(sign)
        if latest is not None and self._marks[latest][2] == end and end:
            self._marks[latest] = (sign, self._marks[latest][1], self._length)
            return
        self._latest[sign] = len(self._marks)
        self._marks.append((sign, start, self._length))
