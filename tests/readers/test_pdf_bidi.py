"""Lines of right-to-left scripts, and of two scripts: drawn glyphs → characters as read."""

import pytest

from pipeline.readers.pages.bidi import Glyph, logical, logical_from_left


def drawn(text: str, x: float = 100.0, step: float = 5.0) -> list[Glyph]:
    """Return the glyphs of a text as drawn from left to right; spaces are gaps, a mark stands over the letter after it."""
    glyphs: list[Glyph] = []
    word = 0
    for char in text:
        if char == " ":
            word, x = word + 1, x + step
        else:
            glyphs.append(Glyph(char, x, x + step, 0, word))
            x += step
    return glyphs


def said(glyphs: list[Glyph]) -> str:
    return "".join(glyph.char for glyph in glyphs)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Goal 1: data / " + "بيانات البلديات"[::-1], "Goal 1: data / بيانات البلديات"),
        ("Goal 1 (" + "بيانات"[::-1] + ") begun", "Goal 1 (بيانات) begun"),
        ("Plan " + "خطة"[::-1] + " 2018", "Plan خطة 2018"),
    ],
)
def test_a_line_from_the_left_keeps_its_order_and_turns_the_stretches_from_the_right(line, text):
    assert said(logical_from_left(drawn(line))) == text


def test_the_letters_of_one_glyph_keep_their_order_among_arabic():
    glyphs = [Glyph("f", 100, 105, 0, 9), Glyph("i", 100, 105, 0, 9), Glyph("t", 105, 110, 0, 9), *drawn("خطة"[::-1], x=115)]

    assert said(logical(glyphs)) == "خطة fit"


def test_lam_and_alef_of_one_glyph_are_read_in_this_order_however_stored():
    first, last = Glyph("ا", 110, 115, 0, 0), Glyph("ث", 95, 100, 0, 0)
    lam, alef = Glyph("ل", 100, 110, 0, 0), Glyph("إ", 100, 110, 0, 0)

    assert said(logical([first, alef, lam, last])) == said(logical([first, lam, alef, last])) == "الإث"


def test_a_mark_that_shares_a_glyph_with_the_letter_at_its_left_is_read_behind_it():
    glyphs = [Glyph("ي", 103, 106, 0, 0), Glyph("\u064b", 101.5, 103, 0, 0), Glyph("ا", 100, 101.5, 0, 0)]

    assert said(logical(glyphs)) == "يا\u064b"


def test_a_mark_over_a_letter_is_read_behind_that_letter():
    glyphs = [Glyph("ي", 103, 106, 0, 0), Glyph("\u064b", 104, 105, 0, 0), Glyph("ا", 100, 103, 0, 0)]

    assert said(logical(glyphs)) == "ي\u064bا"


def test_a_full_stop_behind_a_letter_and_mark_of_one_glyph_stands_close():
    glyphs = [Glyph("ي", 103, 106, 0, 0), Glyph("\u064b", 101.5, 103, 0, 0), Glyph("ا", 100, 101.5, 0, 0), Glyph(".", 97, 100, 1, 1)]

    assert said(logical(glyphs)) == "يا\u064b."


def test_a_lam_alef_and_mark_of_one_glyph_end_their_word_in_this_order():
    glyphs = [Glyph("ب", 110, 113, 0, 0, 10), Glyph("\u064b", 102, 103, 1, 1, 10), Glyph("ل", 100, 101, 1, 1, 10), Glyph("ا", 101, 102, 1, 1, 10)]

    assert said(logical(glyphs)) == "بلا\u064b"


def test_what_lies_between_letters_tells_words_where_the_spaces_of_pdfium_do_not():
    close = [Glyph("ب", 110, 115, 0, 0, 10), Glyph("ة", 104.8, 110, 1, 1, 10)]
    apart = [Glyph("ر", 110, 115, 0, 0, 10), Glyph("ا", 104, 107, 0, 0, 10)]

    assert [said(logical(close)), said(logical(apart))] == ["بة", "ر ا"]
