"""The words that make a name a body's, and tell its kind."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline import vocabulary
from pipeline.tables import OrganisationKind

HEAD_LAST = frozenset({"en", "mn", "ky", "kk", "uz", "ka", "hy", "et", "fi", "no", "sv", "da", "hu", "tr", "az", "ko", "lt", "lv"})
"""Languages in which the head of a name stands last of its words."""

_INFLECTED = frozenset({
    "ro", "sr", "hr", "bs", "mk", "bg", "uk", "be", "ru", "ky", "kk", "mn", "ka", "hy", "sq", "cs", "sk", "pl", "et", "de", "fi", "no", "sv", "da",
    "el", "lt", "lv",
})  # fmt: skip
_NOT_WORD = re.compile(r"[^\w*]+")
_ENGLISH_LINKS = re.compile(r" (?:of|for|the|against|without|and|on|to) ")  # the head stands before them, last of its words
_ANY_BEGINNING = r"\w*"  # of a compound
_LAST_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_ACRONYM = re.compile(r"[^\W\d_]{2,6}")
ENDING = 3  # letters by which inflection changes a word at most
_GENERIC, _WEAK, _WEAK_INTERNATIONAL, _FIELDS = "generic", "weak", "weak_international", "fields"
_KINDS = (*(k.value for k in OrganisationKind if k is not OrganisationKind.UNKNOWN), "press")
_SHARED = "legal_shared"  # legal forms that associations have as well as firms
_CASE_KEPT = ("legal_ngo", "legal_private")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return the words with single spaces between them, accents and punctuation gone, letters' case kept."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", text.replace("ı", "i")) if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )
    return " ".join(_NOT_WORD.sub(" ", unicodedata.normalize("NFKC", bare)).split())


def key_of(text: str) -> str:
    """Return what two spellings of one name have in common."""
    return plain(text).casefold()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lexicon at start..end of a plain text."""

    start: int
    end: int
    key: str

    @property
    def length(self) -> int:
        """How many letters it has."""
        return self.end - self.start


class BodyWords:
    """The lexicon of some languages."""

    def __init__(self, languages: Sequence[str]) -> None:
        known = tuple(dict.fromkeys((*languages, "en", "common")))
        spelt: dict[str, list[str]] = {}
        cased: dict[str, list[str]] = {}
        for language in known:
            for key, phrases in vocabulary.phrases("bodies", [language]).items():
                for phrase in phrases:
                    kept = key in _CASE_KEPT or (phrase.isupper() and _ACRONYM.fullmatch(phrase))
                    (cased if kept else spelt).setdefault(key, []).append(_pattern(phrase, kept=bool(kept), inflected=language in _INFLECTED))
        said = vocabulary.phrases("bodies", known)
        self._plain = {key: frozenset(key_of(p) for p in phrases if "*" not in p) for key, phrases in said.items()}
        self._compounds = {
            key: _compiled(form.replace(_ANY_BEGINNING, r"\w+", 1) for form in forms if form.startswith(_ANY_BEGINNING))
            for key, forms in spelt.items()
        }
        self.conjunctions = tuple(sorted(said.get("conjunctions", ()), key=len, reverse=True))
        self.legal_ngo = tuple(_printed(form) for form in sorted(said.get("legal_ngo", ()), key=len, reverse=True))
        self._legal_forms = tuple(_printed(form) for key in _CASE_KEPT for form in said.get(key, ()))
        self.has_head_last = not languages or languages[0] in HEAD_LAST
        self._spelt = {key: _compiled(forms) for key, forms in spelt.items()}
        self._cased = {key: _compiled(forms) for key, forms in cased.items()}

    def words(self, text: str, keys: Iterable[str] = (*_KINDS, _GENERIC)) -> list[Word]:
        """Return the words of these keys in a text, in order; a word inside a longer one is left out."""
        kept = plain(text)
        folded = kept.casefold()
        found = []
        for key in keys:
            for patterns, subject in ((self._spelt, folded), (self._cased, kept)):
                pattern = patterns.get(key)
                found += [Word(m.start(), m.end(), key) for m in pattern.finditer(subject)] if pattern else []
        return sorted((w for w in found if not any(_inside(w, o) for o in found)), key=lambda w: (w.start, -w.end))

    def has(self, text: str, key: str) -> bool:
        """Whether a text has a word of that key."""
        return bool(self.words(text, (key,)))

    def first(self, text: str, key: str) -> bool:
        """Whether a text begins with a word of that key."""
        found = self.words(text, (key,))
        return bool(found) and found[0].start == 0

    def whole(self, text: str, key: str) -> bool:
        """Whether a text is a word of that key and no more; a compound that ends in one is a name ("Bürgerbündnis", "시민연대")."""
        is_name = self._ends_compound(text, key) and key_of(text) not in self._plain[key]
        return not is_name and any(w.start == 0 and w.end == len(plain(text)) for w in self.words(text, (key,)))

    def heads(self, text: str) -> bool:
        """Whether a word of bodies is the head of a name: it stands before the name's first preposition."""
        core = self.core_end(plain(text))
        return any(w.start < core for w in self.words(text))

    def is_field(self, text: str) -> bool:
        """Whether a text, a bracket behind it aside, names what a ministry may be of, though a body may be called so too ("Local Government")."""
        return self.whole(_LAST_BRACKET.sub("", text), _FIELDS)

    def is_of_something(self, text: str) -> bool:
        """Whether a text is a government body's name with what the body is of: "Ministry of Justice"."""
        return self.kind(text) is OrganisationKind.GOVERNMENT and self.heads(text) and self.core_end(plain(text)) < len(plain(text))

    def is_compound(self, word: str) -> bool:
        """Whether a word is a name by itself: a compound that ends in a word of bodies, where heads stand last ("Finansministeriet")."""
        return self.has_head_last and any(self._ends_compound(word, key) for key in self._compounds)

    def _ends_compound(self, text: str, key: str) -> bool:
        """Whether a text is one compound that ends in a word of that key."""
        return key in self._compounds and self._compounds[key].fullmatch(plain(text).casefold()) is not None

    def is_legal_form(self, text: str) -> bool:
        """Whether a text is a legal form and nothing else ("z. s.", "Ltd")."""
        return any(re.fullmatch(form, text) for form in self._legal_forms)

    def legal_form(self, text: str) -> OrganisationKind | None:
        """The kind that a legal form in a text tells ("… NGO", "ТОВ …")."""
        for key, kind in (("legal_ngo", OrganisationKind.NGO), ("legal_private", OrganisationKind.PRIVATE)):
            if any(w.start == 0 or w.end == len(plain(text)) or self._is_bracketed(text, w) for w in self.words(text, (key,))):
                return kind
        return None

    @staticmethod
    def _is_bracketed(text: str, word: Word) -> bool:
        return f"({plain(text)[word.start : word.end]})" in text

    def kind(self, text: str) -> OrganisationKind:
        """The kind that a name tells; unknown where its words tell none."""
        legal = self.legal_form(text)
        if legal and not (self.has(text, _SHARED) and self.has(text, "ngo")):
            return legal
        found = self.words(text)
        head = self._head(text, [w for w in found if w.key != _GENERIC])
        if head is None:
            regional = self.has(text, _WEAK_INTERNATIONAL) and len(plain(text).split()) > 1
            return OrganisationKind.INTERNATIONAL if regional else OrganisationKind.UNKNOWN
        keys = {w.key for w in found}
        if "academia" in keys and (self._is_weak(text, head) or head.key == "government"):
            return OrganisationKind.ACADEMIA
        if head.key == "press" or (head.key == "ngo" and "press" in keys):
            return OrganisationKind.MEDIA
        return OrganisationKind(head.key)

    def _is_weak(self, text: str, head: Word) -> bool:
        return any(w.start == head.start and w.end == head.end for w in self.words(text, (_WEAK,)))

    def _head(self, text: str, found: list[Word]) -> Word | None:
        """The word that says what the body is: a phrase of several words, else the head of the name."""
        subject = plain(text)
        phrases = [w for w in found if " " in subject[w.start : w.end]]
        if phrases or not found:
            return min(phrases, key=lambda w: (-w.length, w.start), default=None)
        core = self.core_end(subject)
        inside = [w for w in found if w.end <= core]
        if not inside:
            return found[0]
        stands_last = _ENGLISH_LINKS.search(subject) or (self.has_head_last and core == len(subject))
        return inside[-1] if stands_last else inside[0]

    def core_end(self, subject: str) -> int:
        """Where the head of a name ends: at its first preposition."""
        links = [w.start for w in self.words(subject, ("prepositions",)) if w.start > 0]
        return min(links, default=len(subject))


def _inside(word: Word, other: Word) -> bool:
    return other.length > word.length and other.start <= word.start and word.end <= other.end


def _compiled(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(set(forms), key=lambda f: (-len(f), f))) or '(?!)'})(?!\w)")


def _pattern(phrase: str, *, kept: bool, inflected: bool) -> str:
    """A phrase as a pattern over plain text: `*` is any ending, or the beginning of a compound.

    An inflected language's longer words end in up to `ENDING` other letters.
    """
    words = []
    for written in plain(phrase).split() if kept else plain(phrase).casefold().split():
        word, before = written.lstrip("*"), _ANY_BEGINNING if written.startswith("*") else ""
        if word.endswith("*"):
            words.append(before + re.escape(word[:-1]) + r"\w*")
        elif inflected and not kept and len(word) >= 5:
            stem = max(word.rstrip("аяоеиіуьйюaeiouëöüы"), word[:-ENDING], key=len)
            words.append(before + re.escape(stem) + rf"\w{{0,{ENDING}}}")
        else:
            words.append(before + re.escape(word))
    return " ".join(words)


def _printed(form: str) -> str:
    """A legal form as a pattern over printed text; spelled out, any case; an abbreviation, its own."""
    spelled_out = not any(c.isupper() for c in form)
    spaced = r"\s+".join(re.escape(w) for w in form.split())
    return f"(?i:{spaced})" if spelled_out else spaced


@cache
def body_words(languages: tuple[str, ...]) -> BodyWords:
    """Return the lexicon of the languages, English and what belongs to no language."""
    return BodyWords(languages)
