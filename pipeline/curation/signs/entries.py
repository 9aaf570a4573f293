"""What a line of a legend says: colours, signs and statuses, each with what it means."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.curation.wording.words import COLOURS, LEVELS, LIGHTS, STATUS_KEYS, Words
from pipeline.model import Mark, MarkKind
from pipeline.tables import Completion, Rating
from pipeline.vocabulary import phrases

COLOUR_MARKS = frozenset({MarkKind.HIGHLIGHT, MarkKind.SHADING, MarkKind.FONT, MarkKind.SHAPE, MarkKind.PICTURE})
MAX_ENTRY = 160  # characters; a legend's entry is a phrase, not a paragraph
PALEST = 10  # of 255: how far a tint's channels stand apart at least; paper greys are below
_JOINT = re.compile(r"^\s*[–—:=\-(（]|^\s*\w*\s*[–—:=]")  # what stands between a colour's name and its meaning
_CODE_BEFORE = re.compile(r"(?<!\w)(?P<code>[^\W\d_]{1,2}|\d)\s*[–—:=\-]\s*$")  # "V – " before "verde"
# "★★★ = completed", but not "5-ն", whose hyphen joins an ending
_CODES = re.compile(r"(?P<sign>[★☆⭐✩✪]+|(?<!\w)[^\W_]{1,2})(?:\s*[–—:=]\s*|\s*-\s+)(?P<meaning>[^;,|\n★☆⭐✩✪]{3,80})")
_SYMBOLS = re.compile(r"(?P<sign>[\u2190-\u2bff])\ufe0f?\s*[–—:=-]?\s*(?P<meaning>[^;,.|\n\u2190-\u2bff]{3,80})")  # "✔ completed; ● delayed"
# "FI – fully implemented", "Provedeno – aktivnost je u cijelosti provedena", "Scores: 3 = completed"
STATUS_AND_MEANING = re.compile(r"^(?:[^:：]{3,20}[:：]\s*)?(?P<status>[^–—=:]{1,40}?)\s*(?:\s[–—-]|[–—=:])\s+(?P<meaning>\S.+)$", re.DOTALL)
_HEAD_BEFORE = re.compile(r"(?:^|[.;:,|\n]\s*)(?P<head>[^.;:,|\n()（）]{1,40}?)\s*[(（]\s*$")  # "C (" before "green"
_BRACKET_CLOSES = re.compile(r"\s*[)）]\s*[–—:=]\s*")
_OPENS_LIST = re.compile(r"(?:^|[:：(（])\s*$")  # what stands before a list's first item
_SPLIT = re.compile(r"\s*[;|\n\t]\s*|\s{2,}|\s*,\s+")
_LIST_AFTER_COLON = re.compile(r"^[^:：]{3,80}[:：]\s*(?P<list>.+?)\.?$")  # "Possible values: Completed, On schedule, …"
_QUOTED = re.compile(r"[„“\"«‘'](?P<status>[^„“”\"«»‘’']{3,60})[“”\"»’']")  # „Provedeno“
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_INTRODUCTION = re.compile(r"^.*[:：]\s+", re.DOTALL)  # "The status is rated as follows: done"
EDGES = " \t\n.;,:：–—-=()（）●⬤•■□▪"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend."""

    rating: Rating | None
    phrase: str
    colour: str | None = None
    is_status: bool = False  # a status word alone, which no colour or letter stands for
    level: Completion | None = None  # of the completion scale, for a word of it or a sign that stands for one


@lru_cache(maxsize=64)
def list_joiners(languages: tuple[str, ...]) -> re.Pattern[str]:
    """What joins the items of a list: "and", "or"."""
    known = phrases("claims", (*languages, "en")).get("list_joiners", ())
    return re.compile(rf"\s+(?:{'|'.join(re.escape(w) for w in known)})\s+", re.IGNORECASE)


def colour_words(text: str, words: Words) -> list[tuple[int, int, Rating]]:
    """Where a colour is named, each by its first name in the text."""
    found = []
    for match in re.finditer(r"\w+", text):
        known = words.ratings.match(match.group(), frozenset(COLOURS), loose=False)
        if known:
            found.append((match.start(), match.end(), COLOURS[known.key]))
    return found


def entries_of(text: str, marks: Sequence[Mark], words: Words) -> list[Entry]:
    """Entries in a line of prose: "Green – completed   Amber – limited", "V – verde: …", "Completed (green), …", "Possible values: …"."""
    named = colour_words(text, words)
    if named and len(text) <= MAX_ENTRY * max(3, len(named)):
        bracketed = _bracketed(text, marks, named)
        if len(bracketed) > 1:
            return bracketed
        shown = [n for n in named if _is_marked(marks, n[0], n[1])]
        opening = [n for n in named if _JOINT.match(text[n[1] :]) and not text[n[1] :].lstrip().startswith("(")]
        opening = opening or (shown if len({n[2] for n in shown}) >= 2 else [])
        if opening and opening[0][0] <= 40:
            return _after(text, marks, opening)
        closing = [n for n in named if re.search(r"[(（=–:-]\s*$", text[: n[0]])]
        if closing:
            return _before(text, marks, closing)
    return _coded(text, words) or _symbols(text, marks, words) or _listed(text, words)


def other_status(text: str, words: Words) -> Entry | None:
    """A legend's line that names no colour: "D – dropped"."""
    parted = STATUS_AND_MEANING.match(text.strip(EDGES))
    if not parted or len(text) > MAX_ENTRY:
        return None
    known = by_words(parted["status"], words) or by_words(parted["meaning"], words)
    return Entry(known.rating if known else None, text.strip(EDGES))


def _listed(text: str, words: Words) -> list[Entry]:
    """Entries of "Possible values: Completed, On schedule, …"."""
    listed = _LIST_AFTER_COLON.match(text)
    if not listed or len(text) > 400:
        return []
    found = [by_words(part, words) for part in _items(listed["list"], words) if part.strip()]
    known = [e for e in found if e is not None]
    return known if len(known) >= 3 and len(known) >= 0.6 * len(found) else []


def _items(listed: str, words: Words) -> list[str]:
    """The statuses of a list: what stands in quotes, else what commas part, and "or" before the last; explanations in brackets are none."""
    quoted = [m["status"] for m in _QUOTED.finditer(listed)]
    if len(quoted) >= 3:
        return quoted
    parts = _SPLIT.split(_BRACKETS.sub("", listed))
    return [
        item
        for part in parts
        for item in ([part] if words.ratings.match(part, STATUS_KEYS, loose=False) else list_joiners(words.languages).split(part))
    ]


def _coded(text: str, words: Words) -> list[Entry]:
    """Entries of "★★★ = completed; ★☆☆ = limited progress" or "C: completed, L: limited": a sign, a mark, a status."""
    if len(text) > 600:
        return []
    entries: list[Entry] = []
    codes = list(_CODES.finditer(text))
    if codes and codes[0]["sign"].isdigit() and not _OPENS_LIST.search(text[: codes[0].start()]):
        return []  # "Of 11 activities 3 were completed, 2 – partly, …" counts
    for part in codes:
        meaning = by_words(part["meaning"], words)
        if meaning is not None:
            entries += [meaning, Entry(meaning.rating, part["sign"])]
    return entries if len(entries) >= 4 else []


def _symbols(text: str, marks: Sequence[Mark], words: Words) -> list[Entry]:
    """Entries of "✔ completed; ● on schedule; ● delayed": a symbol and a status. One of several colours stands for none by itself."""
    if len(text) > 600:
        return []
    found = [(part, meaning) for part in _SYMBOLS.finditer(text) if (meaning := by_words(part["meaning"], words))]
    signs = Counter(part["sign"] for part, _ in found)
    entries: list[Entry] = []
    for part, meaning in found:
        tint = _colour_near(marks, part.start(), part.start("meaning"), text)
        entries += [replace(meaning, colour=tint), *([Entry(meaning.rating, part["sign"])] if signs[part["sign"]] == 1 else [])]
    return entries if len(found) > 1 and any(e.colour or not e.is_status for e in entries) else []


def _is_marked(marks: Sequence[Mark], start: int, end: int) -> bool:
    return any(m.kind in COLOUR_MARKS and m.colour and m.start < end and m.end > start and _is_tinted(m.colour) for m in marks)


def _is_tinted(hexadecimal: str) -> bool:
    """Whether a colour is any colour at all, however pale: beside a colour's name that is enough."""
    channels = [int(hexadecimal[n : n + 2], 16) for n in (0, 2, 4)]
    return max(channels) - min(channels) >= PALEST


def _after(text: str, marks: Sequence[Mark], named: list[tuple[int, int, Rating]]) -> list[Entry]:
    codes = [_CODE_BEFORE.search(text[: n[0]]) for n in named]
    starts = [code.start() if code else n[0] for code, n in zip(codes, named, strict=True)]
    entries: list[Entry] = []
    for (start, end, rating), stop, code in zip(named, [*starts[1:], len(text)], codes, strict=True):
        if stop - end <= MAX_ENTRY:
            entries.append(Entry(rating, text[end:stop].strip(EDGES), _colour_near(marks, start, stop, text)))
            entries += [Entry(rating, code["code"])] if code else []
    return entries


def _bracketed(text: str, marks: Sequence[Mark], named: list[tuple[int, int, Rating]]) -> list[Entry]:
    """Entries of "C (green): completed. P (amber): …": a letter or a status, its colour in a bracket, and behind a colon what it means."""
    heads = [(head, closing, n[2]) for n in named if (head := _HEAD_BEFORE.search(text[: n[0]])) and (closing := _BRACKET_CLOSES.match(text, n[1]))]
    entries: list[Entry] = []
    for n, (head, closing, rating) in enumerate(heads):
        stop = heads[n + 1][0].start("head") if n + 1 < len(heads) else len(text)
        meaning = text[closing.end() : stop].strip(EDGES)
        tint = _colour_near(marks, head.start("head"), stop, text)
        entries += [Entry(rating, said, tint) for said in (head["head"].strip(EDGES), meaning) if said and len(said) <= MAX_ENTRY]
    return entries if len(heads) > 1 else []


def _before(text: str, marks: Sequence[Mark], named: list[tuple[int, int, Rating]]) -> list[Entry]:
    starts = [0] + [n[1] for n in named[:-1]]
    said = [
        (rating, text[begin:start].strip(EDGES), _colour_near(marks, begin, end, text))
        for (start, end, rating), begin in zip(named, starts, strict=True)
    ]
    if len(said) > 1 and not any(":" in phrase for _, phrase, _ in said[1:]):  # else a colon parts each status from its meaning
        said[0] = (said[0][0], _INTRODUCTION.sub("", said[0][1]), said[0][2])
    return [Entry(rating, phrase, tint) for rating, phrase, tint in said if len(phrase) <= MAX_ENTRY]


def _colour_near(marks: Sequence[Mark], start: int, stop: int, text: str) -> str | None:
    """The colour printed on an entry's own characters, or on the dot just before its name."""
    begin = start
    while begin > 0 and text[begin - 1] in " ●⬤■•▪\u00a0":
        begin -= 1
    for mark in marks:
        if mark.kind in COLOUR_MARKS and mark.colour and mark.start < max(stop, begin + 1) and mark.end > begin and _is_tinted(mark.colour):
            return mark.colour
    return None


def by_words(text: str, words: Words) -> Entry | None:
    """Return the status that a text is, if it is one."""
    match = words.ratings.match(text.strip(EDGES), STATUS_KEYS)
    if match is None or match.score < 0.8:
        return None
    return Entry(LIGHTS.get(match.key), text.strip(EDGES), is_status=True, level=completion_of(match.key))


def completion_of(key: str) -> Completion | None:
    """The level of OGP's scale that a status key stands for."""
    return LEVELS.get(key)
