"""Numbers of commitments and milestones: apart from their titles, and as they stand in ids."""

import re
import unicodedata
from dataclasses import dataclass

from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import Words

# 17 · 1.10 · 2.2.2 (a) · II/1 · M3 · C1H2 · 4.a · 1b · IV
_LETTER = r"[A-Za-zА-яა-ჰ]"
NUMBER = (
    rf"(?:[A-ZА-ЯЁЂЈЉЊЋЏІЇЄҐ]{{0,2}}-?\d{{1,3}}(?:{_LETTER}(?!\w))?|[IVXLC]{{1,6}})"
    rf"(?:[./\-–]\d{{1,3}}(?:{_LETTER}(?!\w))?|[./]{_LETTER}(?!\w))*(?:\s?\([a-zа-я0-9]{{1,3}}\))?"
)
_NUMBER_ONLY = re.compile(rf"^(?P<number>{NUMBER}|[a-zа-я])(?P<dot>[.)]?)$")
_LETTER_OPENING = re.compile(
    rf"^\(?(?P<number>{_LETTER})(?P<joint>\s*[.):\-–—]+\s*|\s+)(?P<title>\S.*)$", re.DOTALL
)  # "A: Open budgets", after a prefix
_OPENING = re.compile(rf"^\(?(?P<number>{NUMBER})(?P<joint>\s*[.):\-–—]+\s+|\s*[:–—]\s*|\.\s*|\)\s*|\s+)(?P<title>\S.*)$", re.DOTALL)
_IN_ID = re.compile(r"[\s()\[\]{}]+")
_REFERENCE = re.compile(rf"(?<![\w.])(?P<number>{NUMBER})(?![\w])")
_SECTIONED = re.compile(r"[./][\w]|\([a-z0-9]+\)$|^[A-ZА-Я]{1,2}-?\d|\d[a-zа-я]$")  # a number that can't be an ordinary figure
# "Commitment No. 3", "Compromiso número 3", "التعهد عدد 3"
_WORDS_FOR_NUMBER = "num(?:ber|ero|éro)|número|nomor|numri|numărul|broj|број|номер|число|číslo|عدد|رقم"
_JOINT = re.compile(rf"^\s*(?:n[.ºo°]{{1,2}}|nr\.?|no\.?|num\.|núm\.|br\.|бр\.|č\.|№|#|(?:{_WORDS_FOR_NUMBER})(?=\s*\d))?\s*", re.IGNORECASE)
# "Activity 1.1", "Meta 2.a", "Hito N.º 3"
_ENDS_LABEL = re.compile(
    rf"^[^\W\d_]\D*?\s(?:№\s?|n[.º°]\s?|#)?(?P<number>\d{{1,2}}(?:\.\d{{1,3}})*{_LETTER}?|[IVX]{{1,4}})\s*[.:)]?$", re.IGNORECASE
)
_ROMAN = re.compile(r"^[IVXLC]{1,6}$")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number as printed, and the title without it."""

    number: str | None
    title: str | None


def split_title(text: str, words: Words, prefix_key: str | None = None) -> Numbered:
    """Part "Marco 1 - Levantamento …" or "1.1 Amend …" into number and title.

    Args:
        text: The cell or heading as printed.
        words: The report's vocabularies.
        prefix_key: The vocabulary's key of the word that may stand before the number; a figure that is
            neither sectioned nor set off by a mark is a number only after such a word.
    """
    stripped = text.strip()
    rest, had_prefix = _without_prefix(stripped, words, prefix_key)
    only = _NUMBER_ONLY.match(rest)
    if only and (had_prefix or len(rest) <= 8):
        return Numbered(only["number"] if had_prefix else rest, None)
    opening = _OPENING.match(rest) or (_LETTER_OPENING.match(rest) if had_prefix else None)
    if opening and _is_number(opening, had_prefix):
        return Numbered(opening["number"], opening["title"].strip() or None)
    return Numbered(None, stripped or None)


def split_heading(text: str) -> Numbered:
    """Part "4.1 Open data" or "3 Open data" into number and title: a heading's figure is its number without a mark between, too."""
    opening = _OPENING.match(text.strip())
    return Numbered(opening["number"], opening["title"].strip()) if opening else Numbered(None, text.strip() or None)


def _is_number(opening: "re.Match[str]", had_prefix: bool) -> bool:
    """Whether an opening figure numbers the title: it is sectioned, or a mark or the prefix sets it off."""
    number, joint, title = opening["number"], opening["joint"], opening["title"]
    if _ROMAN.match(number) and not had_prefix and not joint.strip():
        return False
    if had_prefix or joint.strip():
        return not (joint == "." and title[:1].isdigit())
    return bool(_SECTIONED.search(number)) and not title[:1].islower()


def _without_prefix(text: str, words: Words, key: str | None) -> tuple[str, bool]:
    """Drop the word that announces a number ("Commitment", "Marco"), if the text opens with it and a number follows."""
    if key is None:
        return text, False
    tokens = text.split(maxsplit=3)
    for count in (3, 2, 1):
        head = " ".join(tokens[:count])
        if len(tokens) > count and key in words.headings.exact.get(fold(head), ()):
            rest = _JOINT.sub("", text[len(head) :].lstrip() if text.startswith(head) else " ".join(tokens[count:]))
            if re.match(rf"(?:{NUMBER})(?!\w)|{_LETTER}(?:\s*[.):–—-]|$)", rest):
                return rest, True
    match = re.match(r"^(?P<word>[^\W\d_]+)\s*(?P<rest>\d.*)$", text, re.DOTALL)
    if match and key in words.headings.exact.get(fold(match["word"]), ()):
        return match["rest"], True
    return text, False


def opens_commitment(text: str, words: Words) -> Numbered | None:
    """Return number and title of "Commitment 3: …", "3-р үүрэг: …", or None where the text opens otherwise."""
    return opens_with(text, words, "commitment_band")


def opens_with(text: str, words: Words, key: str) -> Numbered | None:
    """Return number and title where a text opens with a number and a word of that key beside it, in either order."""
    stripped = text.strip()
    _, had_prefix = _without_prefix(stripped, words, key)
    if had_prefix:
        return split_title(stripped, words, key)
    inverted = re.match(
        rf"^(?P<number>{NUMBER})(?:-\w{{1,3}}|[.ºª])?\s+(?P<word>[^\W\d_]+(?:\s+[^\W\d_]+)?)\s*[.:–—-]?\s*(?P<title>.*)$", stripped, re.DOTALL
    )
    if inverted:
        for word in (inverted["word"], inverted["word"].split()[0]):
            if key in words.headings.exact.get(fold(word), ()):
                title = stripped[stripped.index(word) + len(word) :].lstrip(" .:–—-")
                return Numbered(inverted["number"], title or None)
    return None


def number_of_label(label: str) -> str | None:
    """Return the number that ends a label: "Activity 1.1", whose value is the title alone."""
    found = _ENDS_LABEL.search(label)
    return found["number"] if found else None


def in_id(number: str) -> str:
    """Return a number as it stands in an id: lower case, no spaces, brackets or trailing dot, "/" as "-", figures of any script as 0 to 9.

    >>> in_id("2.2.2 (a)"), in_id("II/1"), in_id("3.")
    ('2.2.2a', 'ii-1', '3')
    """
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in number)
    return _IN_ID.sub("", plain).rstrip(".").replace("/", "-").lower()


def references(text: str) -> tuple[str, ...]:
    """Return the numbers that a text names, as they stand in ids ("Milestones 3 and 4" → 3, 4)."""
    return tuple(dict.fromkeys(in_id(m["number"]) for m in _REFERENCE.finditer(text)))


def is_part(number: str | None, whole: str | None) -> bool:
    """Whether a number is of something below another's: 1.2 of 1, 4.1-b of 4.1.

    >>> is_part("1.2", "1"), is_part("12", "1"), is_part("1", "1")
    (True, False, False)
    """
    own = in_id(whole or "")
    return bool(own) and re.match(r"[.-]\w", in_id(number or "").removeprefix(own)) is not None


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two printed titles are the same words."""
    return bool(one and other) and fold(one or "") == fold(other or "")
