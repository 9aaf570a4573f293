"""Where sentences begin and end, abbreviations and ordinal numbers minded."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline import vocabulary

_CLOSERS = "\"”“’'»)]›"
# the end of a sentence: its mark, what closes after it, a space; Armenian ends with ։
_END = re.compile(rf"(?P<mark>[.!?…؟։۔]+|(?<=[\u0531-\u0587]):)[{re.escape(_CLOSERS)}]*(?=\s)\s*")
_LAST_WORD = re.compile(r"[^\s(«“\"„]+$")
_LIST_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[^\W\d_])\.$")  # "1.", "a." at the head of a sentence


def sentences(text: str, languages: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return where each sentence starts and ends (end excluded), spaces around it left out. A line's end always ends one.

    >>> [t[a:b] for t in ["See Art. 8. It is done."] for a, b in sentences(t, ["en"])]
    ['See Art. 8.', 'It is done.']
    """
    abbreviations = _abbreviations(tuple(languages))
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if _ends(text, start, end, abbreviations):
                found.append((start, end.end()))
                start = end.end()
        found.append((start, line.end()))
    return tuple(_trimmed(text, a, b) for a, b in found if text[a:b].strip())


def _ends(text: str, start: int, end: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a mark ends the sentence that began at `start`."""
    following = text[end.end() :].lstrip("\"“„«‘'([–—- ")[:1]
    if following.islower() and following.title() != following:  # Georgian has one case
        return False
    if end["mark"] != ".":
        return True
    before = text[start : end.start() + 1]
    word = _LAST_WORD.search(before)
    last = word[0] if word else ""
    is_initial = len(last) == 2 and last[0].isupper()
    return not (is_initial or _LIST_NUMBER.match(before) or last.lower() in abbreviations)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


@cache
def _abbreviations(languages: tuple[str, ...]) -> frozenset[str]:
    said = vocabulary.phrases("sentences", (*dict.fromkeys((*languages, "en")), "common"))
    return frozenset(word.lower() for word in said.get("abbreviations", ()))
