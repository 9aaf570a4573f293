"""Where a comment begins: a body and a date in one of the shapes that reports head comments with.

Many lines of evidence name a body and a date as well ("Ministry order (12 May 2023): approved"). So each sign of a header adds
to its weight, each sign of evidence takes from it, and only a header of enough weight counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline import vocabulary
from pipeline.curation.comments.authors import is_by_author
from pipeline.curation.comments.body_words import BodyWords, body_words, key_of, plain
from pipeline.curation.comments.mentions import mention_reader
from pipeline.curation.comments.organisations import clean_name, split_bodies
from pipeline.curation.wording.matching import fold as fold_heading
from pipeline.curation.wording.sentences import sentences
from pipeline.date_words import date_words, fold
from pipeline.dates import DateContext, DateReading, Precision, find_dates, read_date
from pipeline.letters import begins_small
from pipeline.tables import DateIssue, OrganisationKind

ENOUGH = 6  # the weight of a header; see _weigh
MAX_NAME = 180  # letters; a longer text before a date is a sentence
MAX_WORDS = 18
MAX_HEADER = 260  # letters of a header with what it is about

_SEPARATORS = " \t,;:–—-−|/\u200e\u200f،"
_TAIL = re.compile(r"\s*(?:[:：՝]|[–—−-](?=\s)|\.?\s*$)\s*[–—−-]?\s*")  # what closes a header: ":", " –", the line's end
# After a sentence's end: "Open Society Forum (Aug 31, 2023):", "[Open Society Forum, 31 August 2023]".
_MID_LINE = re.compile(r"[^\s.:;()]{2}[^:;()\n]{1,120}\([^()\n]{4,60}\)\s*[:：]|\[[^\[\]:;()\n]{6,160}\]")
_CLOSERS = (":", "：", "՝", "–", "—", "-", "−", "]")
_ARTICLE = re.compile(r"^(?:the|la|le|el|los|las|les|il|lo|gli|i|l['’]|o|a|os|as)\s*(?=[^\W\d_])")
_BRACKETED = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,60})[)\]]")
_GROUP = re.compile(r"(?P<kind>[^:：՝–—()\[\]\n]{3,60}?)(?:\s*[:：՝]|\s+[-–—])\s+(?=\S)")
_UNDATED = re.compile(r"^(?P<who>[^:：՝\n]{2,180}?)\s*[:：՝]")
_GROUPED = re.compile(r"(?P<group>[^()\[\]]{2,60}?)\s*[(\[](?P<who>[^()\[\]]{2,120})[)\]]")  # "Civil society (Press Union)"
_PARTED = re.compile(r"[,;:(\[–—]")  # a name and something else
_SAYS = re.compile(r"[:：՝]\s*\S")
_YEARS = re.compile(r"\s*(?:19|20)\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\s*")  # "2020", "2018-2020": a plan's, never a comment's date
_YEARISH = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a comment at start..end of a line: who, and when as printed."""

    start: int
    end: int
    who: str
    reading: DateReading | None
    date_text: str | None
    has_opener: bool = False
    is_bracketed: bool = False
    is_response: bool = False  # the label of an answer
    is_reply: bool = False  # an answer with a body and a date of its own
    group: str | None = None  # what kind of body comments, where that stands before the name: "Civil society (Press Union)"
    about: str | None = None  # the commitment or milestone that it names; "" for the whole report
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of where a line stands."""

    bold: bool = False  # its beginning is bold and not everything around it is
    in_block: bool = False  # a comment stands above it in the same cell
    in_column: bool = False  # the column is headed as one of comments
    in_section: bool = False  # so is the section


class HeaderReader:
    """Reads headers in some languages."""

    def __init__(self, languages: tuple[str, ...], dates: DateContext, known: frozenset[str]) -> None:
        said = vocabulary.phrases("comments", (*dict.fromkeys((*languages, "en")),))
        self.languages, self.dates, self.known = languages, dates, known
        self.words: BodyWords = body_words(languages)
        self._mentions = mention_reader(languages)
        self._months = frozenset(date_words(languages).months)
        self._leads = date_words(languages).leads
        self._contacts = frozenset(fold_heading(p) for p in vocabulary.phrases("headings", languages).get("contact", ()))
        labels, openers = said.get("labels", ()), said.get("openers", ())
        by = rf"(?:{_any(openers)})(?:\s+|(?<=['’]))"
        self._begins_by = re.compile(rf"{by}[^:;()\n]{{2,160}}[:：]", re.IGNORECASE)  # "Comment by the Forum:"
        opening = rf"{by}|(?:{_any(labels)})(?:\s*[:：–—-]\s*|(?=\s*[(\[]))"  # "Comment by ", "Comment: "
        self._opener = re.compile(rf"\s*[(\[]?\s*(?:{opening})", re.IGNORECASE)
        self._label_after = re.compile(rf"(?:['’]s)?[\s,–—-]+(?:{_any(labels)})$", re.IGNORECASE)
        answer = _any(said.get("responses", ()))
        self._response = re.compile(
            rf"\s*(?:{answer})\s*(?:[(\[](?P<inside>[^()\[\]]*)[)\]])?\s*(?:[:：՝]\s*|[–—-]\s+|\.\s+(?=[^\W\d_])|$)", re.IGNORECASE
        )
        self._reply_of = re.compile(rf"\s*(?:{_any(said.get('response_openers', ()))})(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)
        self._reply_before = re.compile(rf"\s*(?:{answer})\s+(?=\S)", re.IGNORECASE)
        self._reply_after = re.compile(rf"(?:['’]s)?\s+(?:{answer})$", re.IGNORECASE)
        self._vague = re.compile(rf"(?<!\w)(?:{_any(said.get('vague', ()))})(?!\w)", re.IGNORECASE)
        self._documents = re.compile(rf"(?<!\w)(?:{_any(plain(d).casefold() for d in said.get('documents', ()))})(?!\w)")

    def read(self, text: str, place: Place) -> Header | None:
        """Read the header that a line begins with, if it has the weight of one."""
        if place.in_block:
            response = self._read_response(text)
            if response:
                return response
        return self._read_about(text, place) or self._best(text, place)

    def _best(self, text: str, place: Place, about: str | None = None) -> Header | None:
        shapes = [*self._shapes(text), *self._lone_names(text, place, about), *self._loosely_dated(text, place)]
        weighed = [self._weigh(text, replace(h, about=about), place) for h in shapes if self._is_name(h.who, place)]
        best = max(weighed, key=lambda h: (h.weight, h.end), default=None)
        return best if best and best.weight >= ENOUGH else None

    def _read_about(self, text: str, place: Place) -> Header | None:
        """Read a header that says what it is about, before the name or behind the date."""
        opening = self._mentions.before(text)
        if opening:
            found = self._best(text[opening.end :], place, opening.about)
            return replace(found, start=0, end=opening.end + found.end) if found else None
        for closing in self._mentions.after(text[:MAX_HEADER]):
            end = closing.start + any(d.end == closing.start + 1 for d in find_dates(text[: closing.start + 1], self.dates))  # "2019 г., по шагу"
            found = self._best(text[:end], place, closing.about)
            if found and found.end >= closing.start:
                return replace(found, end=closing.end)
        return None

    def _lone_names(self, text: str, place: Place, about: str | None) -> Iterator[Header]:
        """A line that is a body's name and no more, or a name and "undated", where it is set off as the head of a comment."""
        name, said = self._without_vague(text)
        is_alone = place.in_column and not _PARTED.search(name.strip(_SEPARATORS))
        if _SAYS.search(name):
            return  # words follow the name
        is_set_off = place.bold and (about is not None or place.in_section or is_alone)
        is_set_off |= about is not None and self.words.legal_form(text) is not None
        if is_set_off and len(text) <= MAX_NAME and not find_dates(text, self.dates) and self.kind(name) is not OrganisationKind.UNKNOWN:
            yield Header(0, len(text), self._name(name), None, said or None)

    def _loosely_dated(self, text: str, place: Place) -> Iterator[Header]:
        """A line among comments that is a body's name and, parted from it, a date without its year or none: "Civil Forum, end of October"."""
        cut = max(text.rfind(sign) for sign in ",،–—")
        name, said = text[: max(cut, 0)], text[cut + 1 :].strip().rstrip(".")
        is_placed = (place.in_column or place.in_section) and said.replace(" ", "").isalnum() and not find_dates(text, self.dates)
        if not is_placed or self.kind(name) is OrganisationKind.UNKNOWN:
            return
        reading = read_date(f"{said} 2000", self.dates)
        if self.is_vague(said) or (reading and reading.precision is not Precision.YEAR):
            yield Header(0, len(text), self._name(name), None, said, is_bracketed=True)

    def read_signature(self, text: str, place: Place) -> Header | None:
        """Read a body and a date that close a line of words, as its last sentence."""
        starts = [start for start, _ in sentences(text, self.languages)]
        found = self.read(text[starts[-1] :], replace(place, bold=False)) if len(starts) > 1 else None
        is_last = found is not None and not found.is_response and found.date_text is not None and not text[starts[-1] + found.end :].strip()
        return replace(found, start=starts[-1], end=len(text)) if found and is_last else None

    def read_within(self, text: str, place: Place) -> Iterator[Header]:
        """Read the headers that stand in the middle of a line, after a sentence's end."""
        for start, _ in sentences(text, self.languages)[1:]:
            by = self._begins_by.match(text, start) is not None
            found = self.read(text[start:], replace(place, bold=False)) if by or _MID_LINE.match(text, start) else None
            is_told = found is not None and (by or (found.reading is not None and found.reading.day is not None))
            if found and is_told and (self.kind(found.who) is not OrganisationKind.UNKNOWN or self._is_known(found.who)):
                yield replace(found, start=start, end=start + found.end)

    def read_pair(self, first: str, second: str, place: Place) -> Header | None:
        """Read a header of two lines: a body, then a date alone."""
        when = read_date(second.strip().strip("()[]"), self.dates) if len(second) <= 60 else None
        opener = self._opener.match(first)
        who = self._name(first[self._past_group(first, opener.end() if opener else 0) :].rstrip(": "))
        is_placed = when is not None and "," in second[: when.start]  # "Fait à Abidjan, le 15 juin 2023"
        if not when or is_placed or when.precision is not Precision.DAY or not self._is_name(who, place) or find_dates(first, self.dates):
            return None
        header = Header(0, len(first), who, when, when.text, has_opener=opener is not None, is_bracketed=True)
        weighed = self._weigh(first, header, place)
        return weighed if weighed.weight >= ENOUGH else None

    def is_vague(self, text: str) -> bool:
        """Whether a text stands in place of a date and is nothing else ("undated")."""
        return self._vague.fullmatch(text.strip().rstrip(".")) is not None

    def candidate(self, text: str) -> Header | None:
        """The dated header that a line would begin with, whatever its weight, if its name is no document's."""
        found = [self._weigh(text, h, Place()) for h in self._shapes(text) if h.reading and h.reading.day and self._is_name(h.who, Place())]
        return max(found, key=lambda h: h.weight, default=None)

    def kind(self, who: str) -> OrganisationKind:
        """The kind of the first body a text names whose words tell one."""
        kinds = (self.words.kind(p) for p in split_bodies(who, self.words, self.known))
        return next((k for k in kinds if k is not OrganisationKind.UNKNOWN), OrganisationKind.UNKNOWN)

    def _read_response(self, text: str) -> Header | None:
        """The label of the author's answer; one with a body and a date of its own is a comment."""
        label = self._response.match(text)
        inside = label["inside"] if label else None
        if label and not (inside and self._dated(inside)):
            return Header(0, label.end(), "", None, None, is_response=True)
        reply = self._reply_of.match(text)
        if reply or label:
            rest = reply.end() if reply else text.index(inside or "", 0)
            for shape in self._shapes(text[rest:]):
                if shape.reading and shape.reading.day:
                    return replace(shape, start=0, end=rest + shape.end, is_reply=True, weight=ENOUGH)
        colon = _UNDATED.match(text)
        if colon and len(colon["who"]) <= MAX_NAME and (reply or self._answers(colon["who"]) or self._is_bare_government(colon["who"])):
            return Header(0, colon.end(), "", None, None, is_response=True)
        return None

    def _answers(self, label: str) -> bool:
        """Whether a label ends in a word for an answer, or opens with one before a name: "Respuesta DIGIDA"."""
        opening = self._reply_before.match(label)
        name = label[opening.end() :].strip() if opening else ""
        is_named = bool(name) and len(name.split()) <= MAX_WORDS / 3 and (name[:1].isupper() or self.kind(name) is OrganisationKind.GOVERNMENT)
        return is_named or bool(self._reply_after.search(label)) or is_by_author(label, self.languages)

    def _is_bare_government(self, who: str) -> bool:
        """Whether a label is a government body's name and no more: its head is one of government."""
        name = self._name(who)
        core = self.words.core_end(plain(name))
        heads = any(w.key == "government" and w.start < core for w in self.words.words(name))
        is_name = heads and self._is_name(name, Place()) and len(name.split()) <= MAX_WORDS / 2 and not self._is_document(name)
        return is_name and self.kind(name) is OrganisationKind.GOVERNMENT and not find_dates(who, self.dates) and not self._vague.search(who)

    def _shapes(self, text: str) -> Iterator[Header]:
        """Every way in which a line may be headed."""
        opener = self._opener.match(text)
        begin = opener.end() if opener else 0
        named = self._past_group(text, begin)
        dated = [d for d in find_dates(text[: begin + MAX_NAME + 60], self.dates) if d.start >= begin or d.start <= 2]
        if dated:
            yield from self._dated_shapes(text, named, dated[0], has_opener=opener is not None)
        begin = named if opener and _UNDATED.match(text[named:]) else begin
        yield from self._undated_shapes(text, begin, has_opener=opener is not None)

    def _past_group(self, text: str, begin: int) -> int:
        """Return where a name begins after the kind of bodies that comment: "Observation de la société civile – …"."""
        group = _GROUP.match(text, begin)
        return group.end() if group and self._is_group(self._name(group["kind"])) else begin

    def _dated_shapes(self, text: str, begin: int, date: DateReading, *, has_opener: bool) -> Iterator[Header]:
        before, after = text[begin : date.start], text[date.end :]
        opened = max(before.rfind("("), before.rfind("["))
        closed = min((i for i in (after.find(")"), after.find("]")) if i >= 0), default=-1)
        is_open = opened >= 0 and not any(c in before[opened:] for c in ")]")
        inherited = begin > 0 and not is_open and text[:begin].strip()[:1] in "(["  # "(Comment by X, 28 August 2023)"
        if (is_open or inherited) and 0 <= closed <= 40:
            inside = before[opened + 1 :] if is_open else before
            outside = before[:opened] if is_open else ""
            says_group = self._says_group(outside.strip(_SEPARATORS), inside.strip(_SEPARATORS))
            who = outside if outside.strip() and not says_group else inside
            bare = self._label_after.sub("", who.rstrip(_SEPARATORS))  # "Press Union comment (6 April 2023)"
            has_opener, who = (True, bare) if bare != who.rstrip(_SEPARATORS) else (has_opener, who)
            end = date.end + closed + 1
            tail = _TAIL.match(text, end)
            leads_itself = text.lstrip()[:1] in "(["
            if tail or leads_itself:
                found = Header(0, tail.end() if tail else end, self._name(who), date, date.text, has_opener=has_opener, is_bracketed=True)
                yield replace(found, group=outside.strip(_SEPARATORS)) if says_group else found
        elif before.strip(_SEPARATORS):
            tail = _TAIL.match(text, date.end)
            is_sentence = tail is not None and tail[0].strip() == "." and before.rstrip()[-1:] not in _SEPARATORS  # "… met on 1 June 2022."
            if tail and not is_sentence:
                is_parted = before[-1:] in " -,–—"
                before, said = self._without_vague(before)
                yield Header(0, tail.end(), self._name(before), date, said + date.text, has_opener=has_opener, is_bracketed=is_parted)
        if not before.strip(_SEPARATORS + "([") or self._is_lead(before):
            rest = after.lstrip(_SEPARATORS + ")]")
            named = _UNDATED.match(rest)
            who = named["who"] if named else rest if len(rest) <= 80 else ""
            end = len(text) - len(rest) + (named.end() if named else len(rest))
            if who:
                yield Header(0, end, self._name(who), date, date.text, has_opener=has_opener, is_bracketed=True)

    def _undated_shapes(self, text: str, begin: int, *, has_opener: bool) -> Iterator[Header]:
        for bracket in _BRACKETED.finditer(text, begin, begin + MAX_NAME + 60):
            tail = _TAIL.match(text, bracket.end())
            if tail and self._dated(bracket["inside"]) and not find_dates(bracket["inside"], self.dates) and text[begin : bracket.start()].strip():
                inside = bracket["inside"].strip()
                yield Header(0, tail.end(), self._name(text[begin : bracket.start()]), None, inside, has_opener=has_opener, is_bracketed=True)
                return
        named = _UNDATED.match(text[begin:])
        grouped = _GROUPED.fullmatch(named["who"]) if named else None
        if named and grouped and self._says_group(grouped["group"], grouped["who"]):
            found = Header(0, begin + named.end(), self._name(grouped["who"]), None, None, has_opener=has_opener, is_bracketed=True)
            yield replace(found, group=grouped["group"])
        elif named:
            who = self._label_after.sub("", named["who"])
            labelled = has_opener or who != named["who"]
            who, said = self._without_vague(who)
            yield Header(0, begin + named.end(), self._name(who), None, said.strip() or None, has_opener=labelled, is_bracketed=bool(said))

    def _dated(self, inside: str) -> bool:
        """Whether the words in a bracket stand for a date."""
        is_year, is_month = _YEARS.fullmatch(inside) is not None or inside.strip().isdigit(), fold(inside) in self._months
        return not is_year and bool(is_month or self._vague.search(inside) or _YEARISH.search(inside) or find_dates(inside, self.dates))

    def _without_vague(self, before: str) -> tuple[str, str]:
        """Part what blurs a date ("end of ") from the name before it, if a comma or dash parts them."""
        cut = max(before.rfind(sign) for sign in ",،–—") + 1
        said = before[cut:].lstrip()
        return (before[:cut], said) if cut and self._vague.fullmatch(said.strip()) else (before, "")

    def _is_lead(self, before: str) -> bool:
        return read_date(f"{before}1.1.2000", self.dates) is not None and len(before) <= 20

    def _name(self, text: str) -> str:
        """A name as printed, without what parts it from a date, words that lead to one ("on"), a small article before it, "comment" after it."""
        name = text.strip(_SEPARATORS).lstrip("•*·▪● ([").strip(_SEPARATORS)
        while " " in name and name.rsplit(" ", 1)[1].islower() and fold(name.rsplit(" ", 1)[1]) in self._leads:
            name = name.rsplit(" ", 1)[0].strip(_SEPARATORS)
        return _ARTICLE.sub("", self._label_after.sub("", name))

    def _is_group(self, label: str) -> bool:
        """Whether a label before a name says no more than that someone comments ("civil society:")."""
        return self.words.whole(label, "ngo") or self.words.whole(label, "generic") or bool(self._opener.match(label + ":"))

    def _says_group(self, outside: str, inside: str) -> bool:
        """Whether what stands before a bracket says what kind of body comments, and the bracket which: "Civil society (Press Union, 3 May 2023)"."""
        if not inside or not outside:
            return False
        if self._is_group(outside):
            return True
        is_plain = len(outside.split()) <= 3 and sum(word[:1].isupper() for word in outside.split()) == 1
        return is_plain and self.kind(outside) is not OrganisationKind.GOVERNMENT and self.kind(inside) is not OrganisationKind.UNKNOWN

    def _is_known(self, who: str) -> bool:
        return any(key_of(clean_name(p, self.words)) in self.known for p in split_bodies(who, self.words, self.known))

    def _is_name(self, who: str, place: Place) -> bool:
        """Whether a text could be a name, or several: short, no sentence, no lower-case beginning."""
        if not 2 <= len(who) <= MAX_NAME or not plain(who) or not any(c.isalpha() for c in who):
            return False
        first = who.lstrip("\"“”„«‘'([ ")[:1]
        if begins_small(first) or len(sentences(who, self.languages)) > 1 or fold_heading(who) in self._contacts:
            return False
        if first.isdigit() and not (self.words.legal_form(who) or self._is_known(who)):
            return False
        parts = split_bodies(who, self.words, self.known)
        begins_well = place.in_column or not self.words.first(who, "prepositions") or self.words.kind(who) is not OrganisationKind.UNKNOWN
        return begins_well and all(len(p.split()) <= MAX_WORDS for p in parts)

    def _is_document(self, who: str) -> bool:
        """Whether the head of a name is an act, an event or a part of the report rather than a body."""
        subject = plain(who).casefold()
        bodies = self.words.words(who)
        papers = [m for m in self._documents.finditer(subject) if not any(b.start <= m.start() and m.end() <= b.end for b in bodies)]
        if not papers:
            return False
        if self.words.legal_form(who):
            return False
        core = self.words.core_end(subject)
        named = [b for b in bodies if not any(m.start() <= b.start and b.end <= m.end() for m in papers)]  # not the gazette of "official gazette"
        heads = [*((m.start(), True) for m in papers), *((b.start, False) for b in named)]
        inside = [h for h in heads if h[0] < core] or heads
        return (max(inside) if self.words.has_head_last else min(inside))[1]

    def _weigh(self, text: str, header: Header, place: Place) -> Header:
        """Add up the signs of a header, and take off those of evidence."""
        who, rest = header.who, text[header.end :].strip()
        kind = self.kind(who)
        if kind is OrganisationKind.UNKNOWN and header.group:
            kind = self.kind(header.group)
        capitals = sum(1 for w in who.split() if w.lstrip('"“„«(')[:1].isupper())
        reads_as_name = kind is OrganisationKind.UNKNOWN and (capitals >= 2 or (len(who.split()) >= 2 and who.lower() == who.upper()))
        is_civil = kind not in (OrganisationKind.GOVERNMENT, OrganisationKind.UNKNOWN)
        weight = 5 * header.has_opener + place.in_block + 3 * (place.in_column or place.in_section) + header.is_bracketed + (not rest)
        weight += 2 * (header.about is not None and (is_civil or place.bold or place.in_section or place.in_column))
        weight += (3 if is_civil else 2) * place.bold + text[: header.end].rstrip().endswith(_CLOSERS)
        weight += 2 if is_civil else 1 if kind is OrganisationKind.GOVERNMENT or reads_as_name else 0
        weight += 3 * self._is_known(who)
        is_day = header.reading is not None and header.reading.precision is Precision.DAY
        weight += 2 if is_day or (header.date_text and header.reading is None and is_civil) else 1 if header.date_text else 0
        weight -= 5 * (self._is_document(who) and not place.in_column) + 3 * bool(re.search(r"№|\bN[or]?[.°º]|#\d", who))
        weight -= 1 if self.words.whole(who, "ngo") and len(plain(who).split()) <= 2 else 0  # "Civil society", "NGOs": no name
        starts_low = rest[:1].isdigit() or begins_small(rest)
        is_signature = kind is OrganisationKind.UNKNOWN and not rest and read_date(text, self.dates) is not None  # "Fait à Abidjan, le 15 juin 2023"
        weight -= 4 if is_signature and not (place.bold or place.in_block or place.in_column or place.in_section or self._is_known(who)) else 0
        weight -= 3 if starts_low and not (place.bold or header.has_opener or place.in_column) else 0
        return replace(header, weight=weight)


def date_issue(reading: DateReading | None) -> DateIssue | None:
    """Why a comment's date is not read to the day; None where it is."""
    if reading is not None and reading.day is not None:
        return None
    return (reading.issue if reading else None) or DateIssue.UNREADABLE


def _any(phrases: Sequence[str] | Iterator[str]) -> str:
    spelt = sorted({p for p in phrases if p.strip()}, key=lambda p: (-len(p), p))
    return "|".join(r"\s+".join(re.escape(w).replace("'", "['’]") for w in p.split()) for p in spelt) or r"(?!)"


@cache
def header_reader(languages: tuple[str, ...], dates: DateContext, known: frozenset[str]) -> HeaderReader:
    """Return the reader for a report's languages, dates and bodies known from elsewhere in it."""
    return HeaderReader(languages, dates, known)
