"""Right-to-left lines: their glyphs as drawn → their characters as read."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

SPACE = 0.4  # of the wider of two signs: a gap that parts them
NO_SPACE, SURE_SPACE = 0.1, 0.2  # of the font size: letters nearer than the one are of one word, farther apart than the other of two
SLICE = 0.1  # points: so alike are the slices of one glyph that stands for several characters
BRACKETS = str.maketrans("()[]{}«»‹›<>", ")(][}{»«›‹><")
JOINERS = ".,/:٫٬"  # single between two numbers, they are part of the number
FROM_RIGHT = frozenset(("R", "AL"))
ALEFS, LAM, TANWIN = frozenset("اأإآٱ"), "ل", "\u064b"
SIGNS = "-+−"  # so are these between European numbers, not among Arabic letters


class Glyph(NamedTuple):
    """A character where it is drawn; `run` numbers the run that it comes from, `word` the word; `size` is its font's, 0 where it isn't known."""

    char: str
    x0: float
    x1: float
    run: int
    word: int
    size: float = 0.0


def logical(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return a line's glyphs in the order in which they are read, with a space between words."""
    drawn = _spaced(_from_the_right(glyphs))
    is_arabic = any(unicodedata.bidirectional(glyph.char[0]) == "AL" for glyph in drawn)
    read: list[Glyph] = []
    at = 0
    while at < len(drawn):
        end = _left_to_right_end(drawn, at, is_arabic)
        if end > at:
            read += _turned(drawn[at:end])
            at = end
        else:
            read.append(drawn[at])
            at += 1
    return _mirrored(read)


def logical_from_left(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Do as `logical` for a line that is read from the left, with stretches of it from the right."""
    drawn = _turned(_from_the_right(glyphs))
    kinds = [unicodedata.bidirectional(glyph.char[0]) for glyph in drawn]
    read: list[Glyph] = []
    at = 0
    while at < len(drawn):
        end = at + 1
        if kinds[at] in FROM_RIGHT:
            stop = next((n for n in range(at, len(drawn)) if kinds[n] == "L"), len(drawn))
            end = max(n for n in range(at, stop) if kinds[n] in FROM_RIGHT) + 1
            end += next((n for n, kind in enumerate(kinds[end:stop]) if kind != "NSM"), stop - end)
        stretch = drawn[at:end]
        if at and _is_parted_from_left(drawn[at - 1], stretch[0]):
            read.append(Glyph(" ", read[-1].x1, stretch[0].x0, read[-1].run, -1))
        read += logical(stretch) if kinds[at] in FROM_RIGHT else stretch
        at = end
    return read


def _from_the_right(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Order glyphs from right to left; marks stay behind their letters, characters of one glyph in their order."""
    keys: list[tuple[float, int]] = []
    glyphs = _made_whole(glyphs)
    for number, glyph in enumerate(glyphs):
        middle = (glyph.x0 + glyph.x1) / 2
        if unicodedata.combining(glyph.char[0]):
            letters = [base for base in glyphs if not unicodedata.combining(base.char[0])]
            bases = [base for base in letters if base.x0 <= middle <= base.x1]
            nearest = min(bases, key=lambda base: abs(base.x0 + base.x1 - 2 * middle), default=None)
            middle = middle if nearest is None else (nearest.x0 + nearest.x1) / 2 - 0.01
        elif number and _is_swapped_ligature(glyphs[number - 1], glyph):
            keys[-1], number = (keys[-1][0], number), number - 1
        keys.append((-round(middle, 2), number))
    return [glyph for _, glyph in sorted(zip(keys, glyphs, strict=True), key=lambda pair: pair[0])]


def _is_swapped_ligature(alef: Glyph, lam: Glyph) -> bool:
    """Tell whether the two letters of a lam-alef drawn as one come in the wrong order."""
    return lam.char == LAM and alef.char in ALEFS and (alef.x0, alef.x1) == (lam.x0, lam.x1)


def _turned(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs from the other side; marks stay behind their letters, characters of one glyph in their order."""
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        if groups and (unicodedata.combining(glyph.char[0]) or (glyph.x0, glyph.x1) == (groups[-1][0].x0, groups[-1][0].x1)):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return [glyph for group in reversed(groups) for glyph in group]


def _made_whole(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Give characters that share out one glyph between them its whole box: a letter and its mark, a lam-alef and its mark."""
    whole = list(glyphs)
    for number, mark in enumerate(glyphs):
        if mark.x1 <= mark.x0 or not unicodedata.combining(mark.char[0]):
            continue
        slices = [number]
        while len(slices) < 3 and (left := next((n for n, base in enumerate(glyphs) if _are_slices(base, glyphs[slices[-1]])), None)) is not None:
            slices.append(left)
        if len(slices) == 3 and not (glyphs[slices[1]].char in ALEFS and glyphs[slices[2]].char == LAM):
            slices.pop()
        x0 = glyphs[slices[-1]].x0
        for place, source in zip(sorted(slices), reversed(slices), strict=True):  # the letters first, then their mark
            whole[place] = glyphs[source]._replace(x0=x0, x1=mark.x1)
    return whole


def _are_slices(base: Glyph, right: Glyph) -> bool:
    """Tell whether a letter and what stands at its right are equal slices of one glyph."""
    is_letter = not unicodedata.combining(base.char[0])
    return is_letter and right.x1 > right.x0 and abs(base.x1 - right.x0) < SLICE and abs((base.x1 - base.x0) - (right.x1 - right.x0)) < SLICE


def _spaced(drawn: Sequence[Glyph]) -> list[Glyph]:
    spaced: list[Glyph] = []
    for at, glyph in enumerate(drawn):
        if spaced and _is_parted(spaced[-1], glyph) and not _only_ends_words(drawn, at):
            spaced.append(Glyph(" ", glyph.x1, spaced[-1].x0, spaced[-1].run, -1))
        spaced.append(glyph)
    return spaced


def _only_ends_words(drawn: Sequence[Glyph], at: int) -> bool:
    """Tell whether an alef with the mark of an ending stands at a place, perhaps drawn as one with a lam: no word begins with it."""
    at += drawn[at].char == LAM
    return len(drawn) > at + 1 and drawn[at].char in ALEFS and drawn[at + 1].char == TANWIN


def _is_parted(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a space stands between two glyphs; beside a bracket or sign, pdfium may have it on the wrong side."""
    if before.char.isalnum() and glyph.char.isalnum():
        return _are_words(before, glyph)
    return before.x0 - glyph.x1 > SPACE * max(before.x1 - before.x0, glyph.x1 - glyph.x0)


def _are_words(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether two letters are of two words: by what lies between them where that leaves no doubt, as pdfium's spaces may stand elsewhere."""
    gap = before.x0 - glyph.x1
    if before.size and all(unicodedata.bidirectional(each.char[0]) in FROM_RIGHT for each in (before, glyph)):
        if gap < NO_SPACE * before.size:
            return False
        if gap > SURE_SPACE * before.size:
            return True
    return before.word != glyph.word


def _is_parted_from_left(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a space stands between two glyphs; at the border of two scripts, pdfium may have it elsewhere."""
    if not FROM_RIGHT & {unicodedata.bidirectional(before.char[0]), unicodedata.bidirectional(glyph.char[0])}:
        return before.word != glyph.word
    return glyph.x0 - before.x1 > SPACE * min(before.x1 - before.x0, glyph.x1 - glyph.x0)


def _left_to_right_end(drawn: Sequence[Glyph], start: int, is_arabic: bool) -> int:
    """Return where a stretch that reads from left to right ends: a number, or words of another script."""
    if not _is_left_to_right(drawn[start].char):
        return start
    end = last = start + 1
    while end < len(drawn):
        char = drawn[end].char
        if _is_left_to_right(char):
            last = end + 1
        elif not _joins(drawn, end, is_arabic):
            break
        end += 1
    return last


def _is_left_to_right(char: str) -> bool:
    return unicodedata.bidirectional(char[0]) in ("L", "EN", "AN")


def _joins(drawn: Sequence[Glyph], at: int, is_arabic: bool) -> bool:
    """Tell whether a neutral character belongs to the stretch at both of its sides."""
    if at + 1 >= len(drawn) or unicodedata.bidirectional(drawn[at].char[0]) in FROM_RIGHT:
        return False
    char, before, after = drawn[at].char, drawn[at - 1].char, drawn[at + 1].char
    if before.isdigit() and after.isdigit():
        return char in JOINERS or (char in SIGNS and not is_arabic)
    return unicodedata.bidirectional(before[0]) == "L" or unicodedata.bidirectional(after[0]) == "L"


def _mirrored(read: list[Glyph]) -> list[Glyph]:
    """Turn brackets round where they were stored as drawn: where a closing one comes first."""
    first = next((glyph.char for glyph in read if glyph.char in "()[]«»"), "")
    if first not in (")", "]", "»"):
        return read
    return [glyph._replace(char=glyph.char.translate(BRACKETS)) for glyph in read]
