"""Letters, as far as sentences, names and labels begin with them, and as far as one letter is spelt in several ways."""

import unicodedata

GREEK_BLOCKS = (range(0x0370, 0x0400), range(0x1F00, 0x2000))


def _bare(code: int) -> str:
    return unicodedata.normalize("NFD", chr(code))[:1]


PLAIN_GREEK = {c: b for block in GREEK_BLOCKS for c in block if chr(c).isalpha() and (b := _bare(c)) != chr(c)} | {ord("ς"): "σ"}
"""Greek letters with accents → without, and one sigma, as capitals have neither: "Χώρα", "ΧΩΡΑ". For `str.translate`: each letter keeps its place."""


def begins_small(text: str) -> bool:
    """Tell whether a text begins with a small letter of a script that has capitals too.

    Georgian has one case: its letters are small ones to Unicode, and sentences begin with them all the same.

    >>> begins_small("plan"), begins_small("Plan"), begins_small("გეგმა"), begins_small("2 plans"), begins_small("")
    (True, False, False, False, False)
    """
    first = text[:1]
    return first.islower() and first.title() != first
