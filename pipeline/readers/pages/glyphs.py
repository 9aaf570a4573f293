"""The glyphs of a page as runs: words in a row that stand on one line and look the same."""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from ctypes import byref
from typing import NamedTuple, TypeVar

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native, symbols
from pipeline.readers.pages.bidi import Glyph
from pipeline.readers.pages.frames import Frame
from pipeline.readers.pages.spans import Span

K = TypeVar("K")

LINE = re.compile(r"[^\r\n]+")
# A hyphen at a line's end ends a word: pdfium goes on with the next line.
WORD = re.compile(rf"[^\s{symbols.HYPHEN}]+{symbols.HYPHEN}?|{symbols.HYPHEN}")
SYLLABLE = r"[\uac00-\ud7a3]"
KOREAN_SPACE = re.compile(rf"(?<={SYLLABLE}) (?={SYLLABLE})")
AUTOSPACE = re.compile(rf"(?<={SYLLABLE}) (?=[\w,.;:)%])(?!{SYLLABLE})|(?<=[\w(%)'~]) (?={SYLLABLE})(?<!{SYLLABLE} )")
BLANKS = " \t\u00a0"
NOTED = re.compile(r"[^\W\d_][\d*†‡]")  # "meetings1.": the figure may be a raised one
WIDE_GAP = 0.75  # of the font size: words farther apart are runs of their own
FAR = 1e6  # points: a damaged matrix puts glyphs farther off, or at no number; they are read at the page's corner
INVISIBLE = 3  # the text render mode of a layer under a scan
STROKED = 2  # fill and stroke: how producers fake a bold face


class Style(NamedTuple):
    """How a run of glyphs looks."""

    font: str
    size: float
    is_bold: bool
    colour: str
    is_hidden: bool
    turn: int  # quarter turns clockwise
    is_symbolic: bool = False  # its codes are signs, not letters


class Run(NamedTuple):
    """Words in a row on one line, in one style; `start` and `end` are glyph indexes of the page (end excluded).

    Coordinates are the frame's, for text turned by `style.turn` those of the frame turned so that the text is upright.
    """

    text: str
    start: int
    end: int
    x0: float
    x1: float
    base: float  # y of the base line
    style: Style
    is_spaced: bool  # white space stands before it in pdfium's text
    ends_spaced: bool  # a space glyph stands after it
    line: int  # pdfium's line
    highlight: str | None = None
    sign: Span | None = None  # of a form field

    @property
    def size(self) -> float:
        return self.style.size

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.style.size

    @property
    def bottom(self) -> float:
        return self.base + 0.22 * self.style.size


class PageText:
    """The text of one page while pdfium holds it; asks by glyph index, answers in the frame."""

    def __init__(self, page: pdfium.FPDF_PAGE, frame: Frame, *, parts_hyphens: bool = False) -> None:
        self.frame, self._parts_hyphens = frame, parts_hyphens
        self._text_page = pdfium.FPDFText_LoadPage(page)
        self._handle = native.address(self._text_page)
        self.text = self._without_autospace(_page_text(self._text_page, self._handle))
        self._has_right_to_left = symbols.RIGHT_TO_LEFT.search(self.text) is not None
        self._x, self._y, self._rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        self._at, self._box = (byref(self._x), byref(self._y)), byref(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._styles: dict[int, Style] = {}
        self._looks: dict[tuple[int, int, str, float], Style] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}

    def _without_autospace(self, text: str) -> str:
        """Blank out the gaps that word processors leave between Korean letters and others, which pdfium takes for spaces.

        Only where the page draws its spaces: a gap without one is none there.
        """
        if all(native.is_generated(self._handle, m.start()) for m in KOREAN_SPACE.finditer(text)):
            return text
        gaps = {m.start() for m in AUTOSPACE.finditer(text) if native.is_generated(self._handle, m.start())}
        return "".join(symbols.NO_SPACE if n in gaps else char for n, char in enumerate(text)) if gaps else text

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        pdfium.FPDFText_ClosePage(self._text_page)

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a glyph stands on its base line."""
        native.char_origin(self._handle, index, *self._at)
        return self.frame.point(self._x.value, self._y.value)

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return a glyph's box: its advance wide, its font's ascent and descent high."""
        native.loose_box(self._handle, index, self._box)
        rect, frame = self._rect, self.frame
        if frame.is_upright:
            return frame.a * rect.left + frame.e, frame.d * rect.top + frame.f, frame.a * rect.right + frame.e, frame.d * rect.bottom + frame.f
        return frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def style(self, index: int) -> Style:
        """Return the style of a glyph."""
        return self._style(native.text_object(self._handle, index), index)

    def _style(self, handle: int, index: int) -> Style:
        style = self._styles.get(handle)
        if style is None:
            style = self._styles[handle] = self._read_style(handle, index)
        return style

    def _read_style(self, handle: int | None, index: int) -> Style:
        if not handle:
            size, turn = self._size_and_turn(index)
            return Style("", size, False, "000000", False, turn)
        font, mode, colour = native.text_font(handle), native.render_mode(handle), native.fill_of(handle)[0]
        # What looks the same so far and is as high has the same size: the box of a glyph is its font's.
        native.loose_box(self._handle, index, self._box)
        look = font, mode, colour, round(self._rect.top - self._rect.bottom, 2)
        style = self._looks.get(look)
        if style is None:
            size, turn = self._size_and_turn(index)
            name, is_bold = self._font(font)
            style = Style(name, size, is_bold or mode == STROKED, colour, mode == INVISIBLE, turn, symbols.is_symbolic(name))
            self._looks[look] = style
        return style

    def _size_and_turn(self, index: int) -> tuple[float, int]:
        matrix = self._matrix
        native.char_matrix(self._handle, index, byref(matrix))
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        return round(native.font_size(self._handle, index) * scale, 2), self.frame.quarter_turns(matrix.a, matrix.b)

    def _font(self, handle: int) -> tuple[str, bool]:
        if handle not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            native.font_name(handle, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            self._fonts[handle] = name, is_bold_name(name) or bool(native.font_flags(handle) & (1 << 18))
        return self._fonts[handle]

    def parted(self, run: Run, key: Callable[[float, float], K]) -> list[tuple[Run, K]]:
        """Part a run where `key`, asked for each glyph's left and right end, changes its answer."""
        if run.start < 0:
            return [(run, key(run.x0, run.x0 + 1))]
        pieces: list[tuple[int, K]] = []
        for index in range(run.start, run.end):
            if not self.text[index].isspace():
                x0, _, x1, _ = self.box(index)
                answer = key(x0, x1)
                if not pieces or pieces[-1][1] != answer:
                    pieces.append((index, answer))
        if len(pieces) == 1:
            return [(run, pieces[0][1])]
        ends = [self._trimmed(start, end) for (start, _), end in zip(pieces, [start for start, _ in pieces[1:]] + [run.end], strict=True)]
        return [(self._run(start, end, run.style, run.line), answer) for (start, answer), end in zip(pieces, ends, strict=True)]

    def _trimmed(self, start: int, end: int) -> int:
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        return end

    def first_word(self, run: Run) -> float:
        """Return the width of a run's first word."""
        if run.start < 0:  # of a form field, which has no glyphs
            return (run.x1 - run.x0) / max(1, len(run.text.split()))
        raw = self.text[run.start : run.end]
        word = WORD.match(raw)
        if run.style.turn or word is None or word.end() == len(raw):
            return run.x1 - run.x0
        x0, _, x1, _ = self.box(run.start + word.end() - 1)
        return run.x1 - x0 if symbols.is_right_to_left(word.group()) else x1 - run.x0

    def draws_space_after(self, run: Run) -> bool:
        """Tell whether the space after a run is a glyph of the page, not one that pdfium takes for granted before what stands beside it."""
        return run.ends_spaced and (run.start < 0 or not native.is_generated(self._handle, run.end))

    def glyphs(self, runs: Sequence[Run]) -> list[Glyph]:
        """Return the characters of a line's runs where they are drawn."""
        glyphs: list[Glyph] = []
        word = 0
        for number, run in enumerate(runs):
            word += run.is_spaced
            for index in range(run.start, run.end):
                if self.text[index].isspace():
                    word += 1
                    continue
                x0, _, x1, _ = self.box(index)
                glyphs += [Glyph(char, x0, x1, number, word, run.style.size) for char in self._clean(index, index + 1, run.style)]
        return glyphs

    def runs(self) -> list[Run]:
        """Return the page's runs in the order of its content."""
        runs: list[Run] = []
        text, handle, object_of = self.text, self._handle, native.text_object
        for number, line in enumerate(LINE.finditer(text)):
            first, last = line.span()
            while first < last and text[first] in BLANKS:
                first += 1
            while first < last and text[last - 1] in BLANKS:
                last -= 1
            if first == last:
                continue
            own = object_of(handle, first)
            if own == object_of(handle, last - 1) and symbols.HYPHEN not in text[first : last - 1]:
                runs.append(self._run(first, last, self._styles.get(own) or self._style(own, first), number))
            else:
                runs += self._by_words(first, last, number)
        return runs

    def parted_at_gaps(self, run: Run) -> list[Run]:
        """Part a run at gaps wider than a space: some producers draw a table's whole row as one object."""
        at = self.text.find(" ", run.start, run.end) if run.start >= 0 else -1
        while at != -1:
            if native.is_generated(self._handle, at):  # no glyph of the page
                return list(self._by_words(run.start, run.end, run.line))
            at = self.text.find(" ", at + 1, run.end)
        return [run]

    def _by_words(self, start: int, end: int, number: int) -> Iterator[Run]:
        words = (match.span() for match in WORD.finditer(self.text, start, end))
        return self._grouped((piece for word in words for piece in self._pieces(*word)), number)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """Part a word where its style changes."""
        own = native.text_object(self._handle, start)
        style = self._styles.get(own) or self._style(own, start)
        if end - start == 1 or (self._is_alike(end - 1, own, style) and not NOTED.search(self.text, start, end)):
            yield start, end, style
            return
        for index in range(start + 1, end):
            if self.style(index) != style:
                yield start, index, style
                start, style = index, self.style(index)
        yield start, end, style

    def _is_alike(self, index: int, own: int, style: Style) -> bool:
        """Tell whether a glyph belongs to an object, or to another of its style."""
        other = native.text_object(self._handle, index)
        return bool(other == own or self._style(other, index) == style)

    def _grouped(self, pieces: Iterable[tuple[int, int, Style]], number: int) -> Iterator[Run]:
        """Join pieces that follow each other on one base line in one style."""
        first = last = 0
        x0 = x1 = base = size = 0.0
        look: Style | None = None
        for start, end, style in pieces:
            left, right, own_base = self._extent(start, end, style)
            if style == look and abs(base - own_base) < 0.1 * size and -0.5 * size < left - x1 < WIDE_GAP * size:
                last, x0, x1 = end, min(x0, left), max(x1, right)
                continue
            if look is not None:
                yield self._make(first, last, x0, x1, base, look, number)
            first, last, x0, x1, base, look, size = start, end, left, right, own_base, style, style.size
        if look is not None:
            yield self._make(first, last, x0, x1, base, look, number)

    def _run(self, start: int, end: int, style: Style, number: int) -> Run:
        return self._make(start, end, *self._extent(start, end, style), style, number)

    def _extent(self, start: int, end: int, style: Style) -> tuple[float, float, float]:
        """Return the left and right end and the base line of glyphs in a row."""
        frame = self.frame
        if style.turn:
            self.frame = frame.turned(style.turn)
            x, y = self.origin(start)
            _, _, x1, _ = self.box(end - 1)
            self.frame = frame
            return x, max(x, x1), y
        if self._has_right_to_left and symbols.RIGHT_TO_LEFT.search(self.text, start, end):
            return self._extent_from_right(start, end)
        if frame.is_upright:
            native.char_origin(self._handle, start, *self._at)
            native.loose_box(self._handle, end - 1, self._box)
            x, y, x1 = frame.a * self._x.value + frame.e, frame.d * self._y.value + frame.f, frame.a * self._rect.right + frame.e
        else:
            x, y = self.origin(start)
            _, _, x1, _ = self.box(end - 1)
        if x1 < x:  # right to left: the last glyph stands at the left
            first, last = self.box(start), self.box(end - 1)
            x, x1 = min(first[0], last[0]), max(first[2], last[2])
        return x, x1, y

    def _extent_from_right(self, start: int, end: int) -> tuple[float, float, float]:
        """Do as `_extent` for letters read from the right, which come in any order; a mark has a base line of its own."""
        boxes = [self.box(index) for index in range(start, end) if not self.text[index].isspace()]
        letter = next((index for index in range(start, end) if not unicodedata.combining(self.text[index])), start)
        return min(box[0] for box in boxes), max(box[2] for box in boxes), self.origin(letter)[1]

    def _make(self, start: int, end: int, x0: float, x1: float, base: float, style: Style, number: int) -> Run:
        text = self.text
        is_spaced = start == 0 or text[start - 1].isspace()
        if not (abs(x0) < FAR and abs(x1) < FAR and abs(base) < FAR):
            x0 = x1 = base = 0.0
        return Run(self._clean(start, end, style), start, end, x0, x1, base, style, is_spaced, text[end : end + 1] == " ", number)

    def _clean(self, start: int, end: int, style: Style) -> str:
        text = self.text[start:end]
        if not style.is_symbolic and text.isascii() and text[-1] != symbols.HYPHEN:
            return text
        if self._parts_hyphens and text.endswith(symbols.HYPHEN) and self._is_added(end - 1):
            text = text[:-1] + symbols.DRAWN_HYPHEN
        return symbols.spell_out(text, style.font)

    def _is_added(self, index: int) -> bool:
        """Tell whether a hyphen is drawn apart from the letters before it, as some word processors do where they hyphenate."""
        before = native.text_object(self._handle, index - 1)
        return bool(native.text_object(self._handle, index) != before == native.text_object(self._handle, index - 2))


def is_bold_name(name: str) -> bool:
    """Tell whether a font's name says that it is bold."""
    lowered = name.lower()
    return any(word in lowered for word in ("bold", "black", "heavy", "demi"))


def _page_text(text_page: pdfium.FPDF_TEXTPAGE, handle: int) -> str:
    """Return a page's text with one character a glyph, so that offsets are pdfium's indexes."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count and "\ufffd" not in text:
        return text.replace("\ufffe", symbols.HYPHEN)
    # Glyphs without a character are left out there, and those of two code units are spoilt: ask one by one.
    codes = (native.char_unicode(handle, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
