"""Letters: with which texts begin, how many a text has, which are one letter in two spellings."""

import unicodedata

GREEK_BLOCKS = (range(0x0370, 0x0400), range(0x1F00, 0x2000))


def _bare(code: int) -> str:
    return unicodedata.normalize("NFD", chr(code))[:1]


PLAIN_GREEK = {c: b for block in GREEK_BLOCKS for c in block if chr(c).isalpha() and (b := _bare(c)) != chr(c)} | {ord("ς"): "σ"}
"""Greek letters with accents → without, and one sigma, as capitals have neither: "Χώρα", "ΧΩΡΑ"."""
I_WITHOUT_DOT = {ord("ı"): "i", ord("İ"): "I"}
"""Turkish has an i with a dot and one without, in both cases; lower-casing mixes them up, so words are compared without the difference."""
ONE_SPELLING = PLAIN_GREEK | I_WITHOUT_DOT
"""What is one letter, however spelt, for `str.translate` before upper and lower case are made one; each letter keeps its place."""


def begins_small(text: str) -> bool:
    """Tell whether a text begins with a small letter of a script that has capitals too.

    Georgian has one case: its letters are small ones to Unicode, and sentences begin with them all the same.

    >>> begins_small("plan"), begins_small("Plan"), begins_small("გეგმა"), begins_small("2 plans"), begins_small("")
    (True, False, False, False, False)
    """
    first = text[:1]
    return first.islower() and first.title() != first


def n_letters(text: str) -> int:
    """Return how many letters and signs a text has; a Korean syllable is two or three letters in one.

    >>> n_letters("plan"), n_letters("été"), n_letters("평가")
    (4, 3, 5)
    """
    return sum(not unicodedata.combining(c) for c in unicodedata.normalize("NFD", text))


def is_in_syllables(text: str) -> bool:
    """Tell whether a text is printed in signs of whole syllables, as Korean is: one word may be a whole name.

    >>> is_in_syllables("참여연대"), is_in_syllables("Rat")
    (True, False)
    """
    return not text.isascii() and n_letters(text) >= 2 * len(text)
