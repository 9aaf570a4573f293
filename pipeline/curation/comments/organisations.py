"""Who comments: bodies out of what is printed, their kind, and one spelling for each."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from pipeline.curation.comments.body_words import BodyWords, body_words, key_of, plain
from pipeline.letters import begins_small, is_in_syllables
from pipeline.tables import OrganisationKind

MIN_TYPO_LETTERS = 5  # a shorter word that differs is another word
MAX_ACRONYM = 10  # letters

_QUOTES = "\"“”„‟«»‹›'‘’‚`"
_QUOTED = re.compile(r"[\"“„«‟](?P<inner>[^\"”“»]+(?:«[^»]*»)?)[\"”“»]")  # «Відкрита громада»
_TRIM = " \t\n,;:.–—-•/|،؛\u200e\u200f"
_HARD = re.compile(r"\s*(?:;|؛|\n|\s/\s|\s\+\s|\s\|\s)\s*")  # parts bodies wherever it stands outside brackets
_CONTACT = re.compile(r"\S+@\S+|https?://\S+|\+?\d[\d ()-]{6,}\d")  # an address, a number to call
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ARTICLE = re.compile(r"^(?:the|la|le|el|los|las|les|il|lo|a|o)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a header names it: its name without legal form, the text as printed, and the others named with it."""

    name: str
    text: str
    kind: OrganisationKind = OrganisationKind.UNKNOWN
    co: tuple[str, ...] = ()
    bare: str | None = None  # the name without a word for an association before it
    is_registered: bool = False  # a legal form is printed with the name, and tells the kind


def read_body(text: str, languages: Sequence[str], heading_kind: OrganisationKind | None = None, known: frozenset[str] = frozenset()) -> Body:
    """Read the bodies that a header or a cell names.

    Args:
        text: The names as printed, without date.
        languages: The report's languages.
        heading_kind: What the heading above says of everyone under it.
        known: Keys (`key_of`) of bodies named elsewhere in the report: they may stand in a list without a word that tells a body.
    """
    words = body_words(tuple(languages))
    printed = text.strip().strip(":").strip()
    parts = [p for p in split_bodies(printed, words, known) if p] or [printed]
    names = tuple(dict.fromkeys(clean_name(p, words) for p in parts))
    kinds = [k for p in parts if (k := words.kind(p)) is not OrganisationKind.UNKNOWN]
    is_registered = words.legal_form(parts[0]) is not None
    return Body(names[0], printed, kinds[0] if kinds else heading_kind or OrganisationKind.UNKNOWN, names[1:], _bare(names[0], words), is_registered)


def split_bodies(text: str, words: BodyWords, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Part a text into the bodies it names; one body's own commas and conjunctions stay."""
    return tuple(part for chunk in _hard_parts(_CONTACT.sub(" ", text), words) for part in _soft_parts(chunk, words, known))


def clean_name(text: str, words: BodyWords) -> str:
    """Return a name without legal form, contacts and quotation marks around it.

    >>> clean_name("ГО «Відкрита громада»", body_words(("uk",)))
    'Відкрита громада'
    """
    name = text.strip()
    for _ in range(3):
        shorter = _without_quotes(_without_legal_form(name, words)).strip(_TRIM)
        if not shorter or shorter == name:
            break
        name = shorter
    return name


def settle(bodies: Sequence[Body]) -> Mapping[str, str]:
    """Return one spelling for each name (of `name` and `co`) across a report: the commonest, then the one with most capitals.

    A name that stands elsewhere without its word for an association ("Asociación Puerto Abierto", "Puerto Abierto") is one body's.
    """
    counts = Counter(name for body in bodies for name in (body.name, *body.co))
    bare = {b.name: _group_key(b.bare) for b in bodies if b.bare}
    own = {_group_key(name) for name in counts}
    groups: dict[str, list[str]] = {}
    for name in counts:
        groups.setdefault(bare[name] if bare.get(name) in own else _group_key(name), []).append(name)
    for key in sorted(groups, key=lambda k: sum(counts[n] for n in groups[k])):
        other = next((o for o in groups if o != key and _is_typo(key, o)), None)
        if other is not None:
            groups[other] += groups.pop(key)
    best = {key: max(sorted(names), key=lambda n: (counts[n], sum(c.isupper() for c in n), -len(n))) for key, names in groups.items()}
    return {name: best[key] for key, names in groups.items() for name in names}


def settle_kinds(bodies: Sequence[Body], spelling: Mapping[str, str]) -> Mapping[str, OrganisationKind]:
    """Return the kind of each body by its settled name: what a legal form tells wherever it is printed, else the one kind that is known."""
    known: dict[str, set[OrganisationKind]] = {}
    registered: dict[str, set[OrganisationKind]] = {}
    for body in bodies:
        if body.kind is not OrganisationKind.UNKNOWN:
            for kinds in (known, registered) if body.is_registered else (known,):
                kinds.setdefault(spelling.get(body.name, body.name), set()).add(body.kind)
    told = known | registered
    return {name: next(iter(kinds)) for name, kinds in told.items() if len(kinds) == 1}


def _bare(name: str, words: BodyWords) -> str | None:
    """Return a name without the word for an association that it begins with, if two words or more are left."""
    opening = next((w for w in words.words(name, ("ngo",)) if w.start == 0), None)
    rest = plain(name)[opening.end :].strip() if opening else ""
    return rest if len(rest.split()) > 1 else None


def _group_key(name: str) -> str:
    """What the spellings of one body have in common: case, accents, quotes, a leading article and a bracketed acronym aside."""
    bare = _BRACKETS.sub(lambda m: "" if _is_acronym(m[0].strip(" ()[]")) else m[0], name)
    return key_of(_ARTICLE.sub("", bare)) or key_of(name)


def _is_typo(one: str, other: str) -> bool:
    """Whether two keys differ by one slip of the hand in one long word, and not in its first letter or a figure."""
    a, b = one.split(), other.split()
    if len(a) != len(b):
        return len(one) >= MIN_TYPO_LETTERS * 2 and "".join(a) == "".join(b)
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) != 1 or len(a) < 2:
        return False
    x, y = pairs[0]
    may_slip = min(len(x), len(y)) >= MIN_TYPO_LETTERS and x[0] == y[0] and not any(c.isdigit() for c in x + y)
    return may_slip and OSA.distance(x, y, score_cutoff=1) <= 1


def _hard_parts(text: str, words: BodyWords) -> list[str]:
    """Parted at semicolons, slashes and line ends, unless these cut one name in two."""
    lines = [line for line in text.split("\n") if line.strip(_TRIM)]
    is_wrapped = len(lines) > 1 and not all(_is_body(line, words) for line in lines)
    parts = [p.strip() for p in _split_outside((" " if is_wrapped else "\n").join(lines), _HARD)]
    return [p for p in parts if p.strip(_TRIM)]


def _soft_parts(text: str, words: BodyWords, known: frozenset[str]) -> list[str]:
    """Parted at commas and conjunctions where every part is a body of its own; a person beside a body gives way to it."""
    joint = re.compile(rf"\s*[,،/]\s*(?:(?:{_conjunctions(words)})\s+)?|\s+(?:{_conjunctions(words)})\s+", re.IGNORECASE)
    cuts = _between_bodies(text, joint, words)
    parts = [p.strip() for p in _parted(text, cuts) if p.strip(_TRIM)]
    if len(parts) < 2:
        return [text]
    is_part_of_the_last = words.has(parts[-1], "academia") and all(words.has(p, "weak") for p in parts[:-1])
    if is_part_of_the_last:  # "Department of Law, University of X"
        return [text]
    bodies = [p for p in parts if _is_body(p, words) or key_of(clean_name(p, words)) in known]
    if len(bodies) == len(parts):
        return parts
    if len(bodies) == 1 and words.has(text, "roles"):
        names_person = bodies[0] is parts[-1] or not words.has(bodies[0], "roles")
        return bodies if names_person else [text]
    return _greedy(text, cuts, words, known)


def _between_bodies(text: str, joint: re.Pattern[str], words: BodyWords) -> list[re.Match[str]]:
    """The joints but those before a field of the body on their left: "Department of the Interior and Local Government"."""
    cuts = _cuts(text, joint)
    kept: list[re.Match[str]] = []
    for cut, end in zip(cuts, _ends(text, cuts), strict=True):
        left = text[kept[-1].end() if kept else 0 : cut.start()]
        if not (words.is_field(text[cut.end() : end].strip()) and words.is_of_something(left)):
            kept.append(cut)
    return kept


def _ends(text: str, cuts: Sequence[re.Match[str]]) -> list[int]:
    """Where the part behind each cut ends."""
    return [*(cut.start() for cut in cuts[1:]), len(text)][: len(cuts)]


def _greedy(text: str, cuts: Sequence[re.Match[str]], words: BodyWords, known: frozenset[str]) -> list[str]:
    """Parted only where a body stands on both sides: "Ministry of Justice and Home Affairs, Open Society Forum"."""
    pieces: list[str] = []
    start = 0
    for cut, end in zip(cuts, _ends(text, cuts), strict=True):
        sides = (text[start : cut.start()].strip(), text[cut.end() : end].strip())
        if all(_is_body(side, words) or key_of(clean_name(side, words)) in known for side in sides):
            pieces.append(sides[0])
            start = cut.end()
    return [*pieces, text[start:].strip()]


def _is_body(part: str, words: BodyWords) -> bool:
    """Whether a part could stand alone as a body's name: a word of bodies at its head, a legal form, a known name, an acronym."""
    subject = plain(part)
    if not subject or words.first(part, "prepositions") or words.first(part, "conjunctions"):
        return False
    if words.legal_form(part) or _is_acronym(subject):
        return True
    if begins_small(part.lstrip(_QUOTES + _TRIM)):
        return False
    return ((len(subject.split()) >= 2 or is_in_syllables(subject)) and words.heads(part)) or words.is_compound(part)


def _is_acronym(word: str) -> bool:
    return " " not in word and 2 <= len(word) <= MAX_ACRONYM and word[:1].isupper() and sum(c.isupper() for c in word) > len(word) / 2


def _conjunctions(words: BodyWords) -> str:
    return "|".join(re.escape(c) for c in words.conjunctions)


def _cuts(text: str, joint: re.Pattern[str]) -> list[re.Match[str]]:
    """The joints outside brackets and quotation marks."""
    shielded = [m.span() for p in (_QUOTED, _BRACKETS) for m in p.finditer(text)]
    return [m for m in joint.finditer(text) if not any(a < m.start() and m.end() <= b for a, b in shielded)]


def _split_outside(text: str, joint: re.Pattern[str]) -> list[str]:
    return _parted(text, _cuts(text, joint))


def _parted(text: str, cuts: Sequence[re.Match[str]]) -> list[str]:
    parts, start = [], 0
    for cut in cuts:
        parts.append(text[start : cut.start()])
        start = cut.end()
    return [*parts, text[start:]]


def _without_quotes(name: str) -> str:
    whole = _QUOTED.fullmatch(name)
    if whole:
        return whole["inner"]
    return name[1:-1] if len(name) > 2 and name[0] in "'‘" and name[-1] in "'’" else name


def _without_legal_form(name: str, words: BodyWords) -> str:
    """The name without a form of non-profit before or after it; one in brackets goes with them."""
    for form in words.legal_ngo:
        for pattern in (rf"^{form}(?:(?<=[)㈔])|(?=[\s«\"“„,]))[\s,]*", rf"[\s,–-]*(?<![^\W_])\(?{form}\)?\.?$"):
            shorter = re.sub(pattern, "", name)
            if shorter != name and plain(shorter):
                return shorter
    return name
