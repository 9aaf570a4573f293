"""Words parted at a line's end, decided by the words that the document prints elsewhere."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.letters import is_in_syllables, n_letters
from pipeline.readers.pages.paragraphs import TIGHT
from pipeline.readers.pages.spans import Span
from pipeline.readers.pages.symbols import DRAWN_HYPHEN, HYPHEN

PARTED = re.compile(rf"(?<!\S)[^\s{HYPHEN}{TIGHT}]*+[{HYPHEN}{TIGHT}]\S*")
LONG = 12  # letters: a word may have so many though the document prints none as long
USUAL = 3  # times: a letter printed by itself so often is a word
LETTERS = re.compile(r"[^\W\d_]+")
DRAWN = DRAWN_HYPHEN + HYPHEN
MANY, SELDOM = 150, 0.02  # lines: where so many end in so few hyphens, the document doesn't hyphenate
FEW = 25  # lines: so many count at least
FREQUENT = 0.08  # of the lines: where so many end in a hyphen, the document hyphenates


class Words(NamedTuple):
    """What a document prints within its lines, and how its lines end."""

    text: str  # in lower case, without what is parted at a line's end
    longest: int  # letters of the longest word; 0 where no word is parted without a hyphen
    hyphenates: bool
    keeps_hyphens: bool  # a typed hyphen at a line's end is never one of hyphenation

    def has(self, word: str) -> bool:
        """Tell whether the document prints a word, in lower case."""
        at = self.text.find(word) if word else -1
        while at >= 0:
            end = at + len(word)
            if not _is_inner(self.text[at - 1 : at]) and not _is_inner(self.text[end : end + 1]):
                return True
            at = self.text.find(word, at + 1)
        return False


def _is_inner(char: str) -> bool:
    return char.isalnum() or char == "-"


def read_words(texts: Sequence[str], n_lines: int) -> Words:
    """Collect what a document's paragraphs print, leaving out the words parted at a line's end."""
    everything = " ".join(texts)
    n_hyphens, is_tight = everything.count(HYPHEN), TIGHT in everything
    whole = " ".join(_unparted(text) for text in texts).lower() if n_hyphens or is_tight else ""
    is_sparing = DRAWN in everything or (n_lines > MANY and n_hyphens < SELDOM * n_lines)
    longest = max(map(len, LETTERS.findall(whole)), default=0) if is_tight else 0
    return Words(f" {whole} ", longest, n_hyphens > FREQUENT * max(n_lines, FEW), is_sparing)


def _unparted(text: str) -> str:
    return PARTED.sub(" ", text) if HYPHEN in text or TIGHT in text else text


def mend(text: str, spans: Iterable[Span], words: Words) -> tuple[str, tuple[Span, ...]]:
    """Return a text with its parted words joined, its spans moved along."""
    if HYPHEN not in text and TIGHT not in text and DRAWN not in text:
        return text, tuple(spans)
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []  # (place in the old text, characters lost there)
    at = 0
    for sign in re.finditer(f"{DRAWN}|-?{HYPHEN}|{TIGHT}", text):
        joint = _joint(text, sign, words)
        parts += [text[at : sign.start()], joint]
        shifts.append((sign.end(), sign.end() - sign.start() - len(joint)))
        at = sign.end()
    parts.append(text[at:])
    moved = (span._replace(start=_moved(span.start, shifts), end=_moved(span.end, shifts)) for span in spans)
    return "".join(parts), tuple(moved)


def _moved(place: int, shifts: Iterable[tuple[int, int]]) -> int:
    return place - sum(lost for end, lost in shifts if end <= place)


def _joint(text: str, sign: re.Match[str], words: Words) -> str:
    head = re.search(r"[\w'’-]*$", text[text.rfind(" ", 0, sign.start()) + 1 : sign.start()])
    tail = re.match(r"[\w'’-]*", text[sign.end() :])
    left, right = head.group() if head else "", tail.group() if tail else ""
    if sign.group() == TIGHT:
        return _tight_joint(left, right, words)
    if not left or not right:
        return "-"
    if sign.group() == DRAWN:
        return "-" if words.has(f"{left}-{right}".lower()) else ""
    return "-" if _is_own_hyphen(left, right, words) else ""


def _tight_joint(left: str, right: str, words: Words) -> str:
    """Return what joins a line's only word with the first below: nothing where both are one word, however seldom printed."""
    first, second = left.lower(), right.lower()
    if words.has(first + second):
        return ""
    if words.text.count(f" {second} ") >= USUAL if len(right) == 1 else words.has(first) or words.has(second):
        return " "
    is_new = right[:1].isupper() and not left.isupper()
    longest = LONG if is_in_syllables(left + right) else max(words.longest, LONG)
    return " " if is_new or n_letters(left + right) > longest else ""


def _is_own_hyphen(left: str, right: str, words: Words) -> bool:
    """Tell whether the hyphen at a line's end belongs to the word."""
    first, second = left.lower(), right.lower()
    if words.has(f"{first}-{second}"):
        return True
    if words.has(first + second):
        return False
    if not (left[-1].isalpha() and right[0].isalpha()) or "-" in left or (right[0].isupper() and not left.isupper()):
        return True
    if words.keeps_hyphens:
        return True
    known = words.has(first) + words.has(second)
    return known == 2 or (known == 1 and not words.hyphenates)
