"""Letters, as far as sentences, names and labels begin with them."""


def begins_small(text: str) -> bool:
    """Tell whether a text begins with a small letter of a script that has capitals too.

    Georgian has one case: its letters are small ones to Unicode, and sentences begin with them all the same.

    >>> begins_small("plan"), begins_small("Plan"), begins_small("გეგმა"), begins_small("2 plans"), begins_small("")
    (True, False, False, False, False)
    """
    first = text[:1]
    return first.islower() and first.title() != first
