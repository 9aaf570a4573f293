"""The glyphs of a page as runs: words in a row that stand on one line and look the same."""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native, symbols
from pipeline.readers.pages.bidi import Glyph
from pipeline.readers.pages.frames import Frame
from pipeline.readers.pages.spans import Span
from pipeline.readers.pages.weights import heavy_fonts

K = TypeVar("K")

LINE = re.compile(r"[^\r\n \t\xa0](?:[^\r\n]*[^\r\n \t\xa0])?")  # without the blanks at its ends
# A hyphen at a line's end ends a word: pdfium goes on with the next line.
WORD = re.compile(rf"[^\s{symbols.HYPHEN}]+{symbols.HYPHEN}?|{symbols.HYPHEN}")
SYLLABLE = re.compile(r"[\uac00-\ud7a3]")
FAR_SCRIPTS = re.compile(f"{SYLLABLE.pattern}|{symbols.RIGHT_TO_LEFT.pattern}")
KOREAN_SPACE = re.compile(rf"(?<={SYLLABLE.pattern}) (?={SYLLABLE.pattern})")
AUTOSPACE = re.compile(rf"(?<={SYLLABLE.pattern}) (?=[\w,.;:)%])(?!{SYLLABLE.pattern})|(?<=[\w(%)'~]) (?={SYLLABLE.pattern})(?<!{SYLLABLE.pattern} )")
NOTED = re.compile(r"(?<=[^\W\d_])[\d*†‡]")  # "meetings1.": the figure may be a raised one
WIDE_GAP = 0.75  # of the font size: words farther apart are runs of their own
FAR = 1e6  # points: a damaged matrix puts glyphs farther off, or at no number; they are read at the page's corner
INVISIBLE = 3  # the text render mode of a layer under a scan
STROKED = 2  # fill and stroke: how producers fake a bold face


@dataclass(slots=True, eq=False)
class Style:
    """How a run of glyphs looks; on one page, what looks the same is one object."""

    font: str
    size: float
    is_bold: bool
    colour: str
    is_hidden: bool
    turn: int  # quarter turns clockwise
    is_symbolic: bool = False  # its codes are signs, not letters


@dataclass(slots=True, eq=False)
class Run:
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
        self.frame, self._parts_hyphens, self._page = frame, parts_hyphens, page
        self._text_page = pdfium.FPDFText_LoadPage(page)
        self._handle = native.address(self._text_page)
        text = _page_text(self._text_page, self._handle)
        is_plain = FAR_SCRIPTS.search(text) is None
        self.text = text if is_plain else self._without_autospace(text)
        self.has_right_to_left = not is_plain and symbols.RIGHT_TO_LEFT.search(text) is not None
        self._is_plain = frame.is_upright and not self.has_right_to_left
        self._styles: dict[int, Style] = {}  # by text object
        self._looks: dict[tuple[int, int, str, float], Style] = {}  # by what pdfium tells of an object
        self._known: dict[tuple[object, ...], Style] = {}  # by all that a style is
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._heavy: frozenset[int] | None = None  # fonts without a name that are bold, once asked for
        self.has_part_balls = any(ball in text for ball in symbols.PART_BALLS)  # on this page, or on one before it once told so
        self.is_turned = False  # some of the glyphs read so far don't run from left to right

    def _without_autospace(self, text: str) -> str:
        """Blank out the gaps that word processors leave between Korean letters and others, which pdfium takes for spaces.

        Only where the page draws its spaces: a gap without one is none there.
        """
        if all(native.is_generated(self._handle, m.start()) for m in KOREAN_SPACE.finditer(text)):
            return text
        gaps = {m.start() for m in AUTOSPACE.finditer(text) if native.is_generated(self._handle, m.start())}
        return "".join(symbols.NO_SPACE if n in gaps else char for n, char in enumerate(text)) if gaps else text

    @property
    def objects(self) -> Container[int]:
        """The text objects, by handle, whose style has been asked for."""
        return self._styles

    def close(self) -> None:
        """Give the page's text back to pdfium."""
        pdfium.FPDFText_ClosePage(self._text_page)

    def origin(self, index: int) -> tuple[float, float]:
        """Return where a glyph stands on its base line."""
        return self.frame.point(*native.char_origin(self._handle, index))

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return a glyph's box: its advance wide, its font's ascent and descent high."""
        left, top, right, bottom = native.loose_box(self._handle, index)
        frame = self.frame
        if frame.is_upright:
            return frame.a * left + frame.e, frame.d * top + frame.f, frame.a * right + frame.e, frame.d * bottom + frame.f
        return frame.box(left, bottom, right, top)

    def style(self, index: int) -> Style:
        """Return the style of a glyph."""
        return self._style(native.text_object(self._handle, index), index)

    def _style(self, handle: int, index: int) -> Style:
        style = self._styles.get(handle)
        if style is None:
            style = self._styles[handle] = self._read_style(handle, index)
        return style

    def _read_style(self, handle: int, index: int) -> Style:
        if not handle:
            size, turn = self._size_and_turn(index)
            return self._one_style("", size, False, "000000", False, turn, False)
        # What looks the same so far and is as high has the same size: the box of a glyph is its font's.
        _, top, _, bottom = native.loose_box(self._handle, index)
        look = native.text_font(handle), native.render_mode(handle), native.fill_of(handle)[0], (100 * (top - bottom) + 0.5) // 1
        style = self._looks.get(look)
        if style is None:
            font, mode, colour, _ = look
            size, turn = self._size_and_turn(index)
            name, is_bold = self._font(font)
            style = self._one_style(name, size, is_bold or mode == STROKED, colour, mode == INVISIBLE, turn, symbols.is_symbolic(name))
            self._looks[look] = style
        return style

    def _one_style(self, font: str, size: float, is_bold: bool, colour: str, is_hidden: bool, turn: int, is_symbolic: bool) -> Style:
        self.is_turned = self.is_turned or turn != 0
        key = font, size, is_bold, colour, is_hidden, turn, is_symbolic
        return self._known.get(key) or self._known.setdefault(key, Style(*key))

    def _size_and_turn(self, index: int) -> tuple[float, int]:
        a, b, c, d, _, _ = native.char_matrix(self._handle, index)
        scale = (c**2 + d**2) ** 0.5 or 1.0
        return round(native.font_size(self._handle, index) * scale, 2), self.frame.quarter_turns(a, b)

    def _font(self, handle: int) -> tuple[str, bool]:
        if handle not in self._fonts:
            name = native.font_name(handle)
            is_bold = is_bold_name(name) or bool(native.font_flags(handle) & (1 << 18)) or (not name and handle in self._heavy_fonts())
            self._fonts[handle] = name, is_bold
        return self._fonts[handle]

    def _heavy_fonts(self) -> frozenset[int]:
        """Return which of the page's fonts without a name are bold."""
        if self._heavy is None:
            letters: dict[int, list[int]] = {}
            for index in (n for n, char in enumerate(self.text) if char.isalpha()):
                if handle := native.text_object(self._handle, index):
                    letters.setdefault(native.text_font(handle), []).append(index)
            nameless = {font: indexes for font, indexes in letters.items() if not native.font_name(font)}
            self._heavy = heavy_fonts(self._page, self._handle, nameless)
        return self._heavy

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
        if run.text.isascii() and run.text.isprintable():  # one character a glyph, no white space but the plain one
            blank = run.text.find(" ")
            end = run.start + blank if blank > 0 else run.end
        else:
            word = WORD.match(self.text, run.start, run.end)
            end = word.end() if word else run.end
        if end == run.end or run.style.turn:
            return run.x1 - run.x0
        if self._is_plain:
            return self.frame.a * native.right_end(self._handle, end - 1) + self.frame.e - run.x0
        x0, _, x1, _ = self.box(end - 1)
        return run.x1 - x0 if self.has_right_to_left and symbols.is_right_to_left(self.text[run.start : end]) else x1 - run.x0

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
        text, handle, styles, object_of = self.text, self._handle, self._styles, native.text_object
        has_hyphens = symbols.HYPHEN in text
        for number, line in enumerate(LINE.finditer(text)):
            first, last = line.span()
            own = object_of(handle, first)
            if own == object_of(handle, last - 1) and not (has_hyphens and symbols.HYPHEN in text[first : last - 1]):
                runs.append(self._run(first, last, styles.get(own) or self._style(own, first), number))
            else:
                runs += self._by_words(first, last, number)
        return runs

    def parted_at_gaps(self, run: Run) -> list[Run]:
        """Part a run at gaps wider than a space: some producers draw a table's whole row as one object."""
        at = self.text.find(" ", run.start, run.end) if run.start >= 0 else -1
        while at != -1:
            if native.is_generated(self._handle, at):  # no glyph of the page
                return self._by_words(run.start, run.end, run.line)
            at = self.text.find(" ", at + 1, run.end)
        return [run]

    def _by_words(self, start: int, end: int, number: int) -> list[Run]:
        pieces: list[tuple[int, int, Style]] = []
        has_notes = NOTED.search(self.text, start, end) is not None
        for word in WORD.finditer(self.text, start, end):
            first, last = word.span()
            own = native.text_object(self._handle, first)
            style = self._styles.get(own) or self._style(own, first)
            if last - first == 1 or (self._is_alike(last - 1, own, style) and not (has_notes and NOTED.search(self.text, first, last))):
                pieces.append((first, last, style))
            else:
                pieces += self._parted_by_style(first, last)
        return self._grouped(pieces, number) if pieces else []

    def _parted_by_style(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """Part a word where its style changes."""
        style = self.style(start)
        for index in range(start + 1, end):
            own = self.style(index)
            if own is not style:
                yield start, index, style
                start, style = index, own
        yield start, end, style

    def _is_alike(self, index: int, own: int, style: Style) -> bool:
        """Tell whether a glyph belongs to an object, or to another of its style."""
        other = native.text_object(self._handle, index)
        return bool(other == own or self._style(other, index) is style)

    def _grouped(self, pieces: Sequence[tuple[int, int, Style]], number: int) -> list[Run]:
        """Join pieces that follow each other on one base line in one style."""
        runs: list[Run] = []
        first, last, look = pieces[0]
        x0, x1, base = self._extent(first, last, look)
        for start, end, style in pieces[1:]:
            left, right, own_base = self._extent(start, end, style)
            if style is look and abs(base - own_base) < 0.1 * style.size and -0.5 * style.size < left - x1 < WIDE_GAP * style.size:
                last, x0, x1 = end, min(x0, left), max(x1, right)
                continue
            runs.append(self._make(first, last, x0, x1, base, look, number))
            first, last, x0, x1, base, look = start, end, left, right, own_base, style
        runs.append(self._make(first, last, x0, x1, base, look, number))
        return runs

    def _run(self, start: int, end: int, style: Style, number: int) -> Run:
        return self._make(start, end, *self._extent(start, end, style), style, number)

    def _extent(self, start: int, end: int, style: Style) -> tuple[float, float, float]:
        """Return the left and right end and the base line of glyphs in a row."""
        frame = self.frame
        if self._is_plain and not style.turn:
            x, y = native.char_origin(self._handle, start)
            x, y, x1 = frame.a * x + frame.e, frame.d * y + frame.f, frame.a * native.right_end(self._handle, end - 1) + frame.e
            return (x, x1, y) if x1 >= x else (*self._leftwards(start, end), y)
        if style.turn:
            self.frame = frame.turned(style.turn)
            x, y = self.origin(start)
            _, _, x1, _ = self.box(end - 1)
            self.frame = frame
            return x, max(x, x1), y
        if self.has_right_to_left and symbols.RIGHT_TO_LEFT.search(self.text, start, end):
            return self._extent_from_right(start, end)
        x, y = self.origin(start)
        _, _, x1, _ = self.box(end - 1)
        return (x, x1, y) if x1 >= x else (*self._leftwards(start, end), y)

    def _leftwards(self, start: int, end: int) -> tuple[float, float]:
        """Return the ends of glyphs of which the last stands at the left."""
        first, last = self.box(start), self.box(end - 1)
        return min(first[0], last[0]), max(first[2], last[2])

    def _extent_from_right(self, start: int, end: int) -> tuple[float, float, float]:
        """Do as `_extent` for letters read from the right, which come in any order; a mark has a base line of its own."""
        boxes = [self.box(index) for index in range(start, end) if not self.text[index].isspace()]
        letter = next((index for index in range(start, end) if not unicodedata.combining(self.text[index])), start)
        return min(box[0] for box in boxes), max(box[2] for box in boxes), self.origin(letter)[1]

    def _make(self, start: int, end: int, x0: float, x1: float, base: float, style: Style, number: int) -> Run:
        text = self.text
        is_spaced = start == 0 or text[start - 1].isspace()
        if not (-FAR < x0 < FAR and -FAR < x1 < FAR and -FAR < base < FAR):
            x0 = x1 = base = 0.0
        return Run(self._clean(start, end, style), start, end, x0, x1, base, style, is_spaced, text[end : end + 1] == " ", number)

    def _clean(self, start: int, end: int, style: Style) -> str:
        text = self.text[start:end]
        if text.isascii() and not style.is_symbolic and text[-1] != symbols.HYPHEN:
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
    text = ctypes.string_at(buffer, 2 * max(0, written - 1)).decode("utf-16-le", "replace")
    if len(text) == count and "\ufffd" not in text:
        return text.replace("\ufffe", symbols.HYPHEN)
    # Glyphs without a character are left out there, and those of two code units are spoilt: ask one by one.
    codes = (native.char_unicode(handle, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
