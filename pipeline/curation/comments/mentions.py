"""What the header of a comment says it is about: "Milestone 1.2 – Open Data Forum, 6 April 2023", "Press Union (6 April 2023), on Commitment 3"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline import vocabulary
from pipeline.curation.comments.body_words import plain
from pipeline.curation.wording.numbering import NUMBER

MIN_STEM = 4  # letters that stay of a longer word, which may end otherwise in its line: "závazek", "k závazku 4"
MIN_WORD = 3  # letters of a word to which an ending may be added: "шаг", "по шагу 2.2"
_NOUNS = ("commitment_band", "milestone_prefix")
_VOWELS = "aeiouyаеиоуыэюяіїє"
_SIGN = r"(?:n[.ºo°]{1,2}|nr\.?|no\.?|num\.|núm\.|br\.|бр\.|č\.|№|#)?"


@dataclass(frozen=True, slots=True)
class Mention:
    """The words at start..end of a line that say what it is about, with what parts them from the header."""

    start: int
    end: int
    about: str  # each noun as the vocabulary has it, with its number; empty where it is about the whole report


class MentionReader:
    """Finds mentions of commitments and milestones in some languages."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        known = (*dict.fromkeys((*languages, "en")),)
        said = vocabulary.phrases("headings", known)
        nouns = sorted({n for key in _NOUNS for n in said.get(key, ())}, key=len, reverse=True)
        self._nouns = {plain(_stem(n)).casefold(): n for n in nouns}
        noun = "|".join(re.escape(_stem(n)) + (r"\w{0,4}" if _stem(n) != n else r"\w{0,3}" if len(n) >= MIN_WORD else "") for n in nouns)
        number = f"(?-i:{NUMBER})"
        one = rf"(?:(?<!\w)(?:{noun})\s*{_SIGN}\s*{number}(?!\w)|(?<!\w){number}(?:-\w{{1,3}}|[.ºª])?\s+(?:{noun})(?!\w))"
        every = rf"{one}(?:\s*(?:[,;/&]|\s\w{{1,3}}\s)\s*(?:{one}|{number}(?!\w)))*"
        whole = "|".join(re.escape(w) for w in sorted(vocabulary.phrases("comments", known).get("whole_report", ()), key=len, reverse=True)) or "(?!)"
        self._one = re.compile(rf"(?P<noun>{noun})|(?P<number>{number})(?!\w)", re.IGNORECASE)
        self._before = re.compile(rf"\s*[(\[]?\s*(?:(?P<about>{every})|(?:{whole}))\s*[)\]]?\s*(?:[.:–—,-]\s*)(?=\S)", re.IGNORECASE)
        self._after = re.compile(
            rf"[\s.,;:–—(\[-]+(?:\w+\s+){{0,2}}?(?:(?P<about>{every})|(?:{whole}))\s*[)\]]?\s*(?:[:–—]\s*|\.?\s*$)", re.IGNORECASE
        )

    def before(self, text: str) -> Mention | None:
        """Read the mention that a line opens with."""
        found = self._before.match(text)
        return self._mention(found) if found else None

    def after(self, text: str) -> Iterator[Mention]:
        """Yield the mentions that may close a header: before a colon, or at the line's end."""
        for found in self._after.finditer(text):
            if found.start() > 0:
                yield self._mention(found)

    def _mention(self, found: "re.Match[str]") -> Mention:
        parts = [self._base(m["noun"]) if m["noun"] else m["number"] for m in self._one.finditer(found["about"] or "")]
        if len(parts) > 1 and parts[0][:1].isdigit() and not parts[1][:1].isdigit():
            parts[:2] = parts[1::-1]  # "3. kohustus"
        return Mention(found.start(), found.end(), " ".join(parts))

    def _base(self, noun: str) -> str:
        folded = plain(noun).casefold()
        return next((base for stem, base in self._nouns.items() if folded.startswith(stem)), noun)


def _stem(noun: str) -> str:
    """Return what stays of a noun in all its cases: without its last letters, or its last vowel where it is short ("мера", "по мере 3")."""
    if " " in noun:
        return noun
    if len(noun) - 2 >= MIN_STEM:
        return noun[:-2]
    return noun[:-1] if len(noun) > MIN_WORD and noun[-1] in _VOWELS else noun


@cache
def mention_reader(languages: tuple[str, ...]) -> MentionReader:
    """Return the reader of a report's languages."""
    return MentionReader(languages)
