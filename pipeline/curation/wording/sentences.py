"""Where sentences begin and end, abbreviations and ordinal numbers minded."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline import vocabulary
from pipeline.curation.wording.patterns import compile_phrases, plain
from pipeline.letters import begins_small

MAX_NOUN = 40  # letters after a figure that tell what it counts

_CLOSERS = "\"”“’'»)]›"
# the end of a sentence: its mark, what closes after it, a space; Armenian ends with ։
_END = re.compile(rf"(?P<mark>[.!?…؟։۔]+|(?<=[\u0531-\u0587]):)[{re.escape(_CLOSERS)}]*(?=\s)\s*")
_LAST_WORD = re.compile(r"[^\s(«“\"„]+$")
_FIGURE = re.compile(r"\d{1,2}\.")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d\.\s?(?:1[0-2]|0?[1-9])\.\s?(?:3[01]|[12]\d|0?[1-9])\.")  # "2023. 8. 28.": its dots are its own
_LIST_NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*|[^\W\d_])\.$")  # "1.", "a." at the head of a sentence


def sentences(text: str, languages: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return where each sentence starts and ends (end excluded), spaces around it left out. A line's end always ends one.

    Where nouns have capitals, a figure before a month or the like is an ordinal: "Am 28. August".

    >>> [t[a:b] for t in ["See Art. 8. It is done."] for a, b in sentences(t, ["en"])]
    ['See Art. 8.', 'It is done.']
    """
    abbreviations, counted = _words(tuple(languages))
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if not _is_of_date(text, line, end) and _ends(text, start, end, abbreviations) and not _is_ordinal(text, end, counted):
                found.append((start, end.end()))
                start = end.end()
        found.append((start, line.end()))
    return tuple(_trimmed(text, a, b) for a, b in found if text[a:b].strip())


def _ends(text: str, start: int, end: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a mark ends the sentence that began at `start`."""
    following = text[end.end() :].lstrip("\"“„«‘'([–—- ")[:1]
    if begins_small(following):
        return False
    if end["mark"] != ".":
        return True
    before = text[start : end.start() + 1]
    word = _LAST_WORD.search(before)
    last = word[0] if word else ""
    is_initial = len(last) == 2 and last[0].isupper()
    return not (is_initial or _LIST_NUMBER.match(before) or last.lower() in abbreviations)


def _is_of_date(text: str, line: re.Match[str], end: re.Match[str]) -> bool:
    """Whether a dot behind a figure is that of a date: "2023. 8. 28."."""
    place = end.start()
    return text[place - 1 : place].isdigit() and any(d.start() <= place < d.end() for d in _DATE.finditer(text, line.start(), line.end()))


def _is_ordinal(text: str, end: re.Match[str], counted: re.Pattern[str]) -> bool:
    """Whether a dot makes the figure before it an ordinal: what it counts follows."""
    figure = _LAST_WORD.search(text, 0, end.start() + 1)
    if end["mark"] != "." or figure is None or not _FIGURE.fullmatch(figure[0]):
        return False
    return counted.match(plain(text[end.end() : end.end() + MAX_NOUN])) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


@cache
def _words(languages: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the abbreviations of the languages, and what their ordinals stand before."""
    said = vocabulary.phrases("sentences", (*dict.fromkeys((*languages, "en")), "common"))
    return frozenset(word.lower() for word in said.get("abbreviations", ())), compile_phrases(said.get("ordinal_nouns", ()))
