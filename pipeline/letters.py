"""Letters: with which texts begin, how many a text has, which are one letter in two spellings."""

import unicodedata

I_WITHOUT_DOT = {"ı": "i", "İ": "I"}
"""Turkish has an i with a dot and one without, in both cases; lower-casing mixes them up, so words are compared without the difference."""


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
    return n_letters(text) >= 2 * len(text) > 0
