"""What a report says of itself: country, plan, period, kind, date and title.

Each is looked for where it is said most plainly: labels, the cover's lines, running heads, the prose, the
file's title and name. What two places say differently is never mixed; what none says is null.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.curation.about.countries import CountryName, country_of_place, find_adjectives, find_countries, short_name
from pipeline.curation.about.covers import (
    COVER_ONLY,
    Labelled,
    cover_blocks,
    cover_tables,
    has_title_word,
    label_cells,
    labelled_line,
    opens_cover_only,
    spoken_line,
    title_words,
)
from pipeline.curation.about.kinds import read_kind
from pipeline.curation.about.periods import Period, find_periods, read_period
from pipeline.curation.about.plans import find_locality, find_plan
from pipeline.date_words import date_words
from pipeline.dates import DateContext, DateReading, Precision, decide_order, find_dates, read_date
from pipeline.model import Block, BlockKind, CellPlace, Document
from pipeline.tables import DateIssue, ReportKind

MAX_PROSE = 60  # blocks of prose that are searched
MAX_CLOSING = 6  # blocks at the end where a report is signed
MAX_PLACE = 2  # words of a place before a date
MAX_SIGNED = 90  # characters; a longer line after a date is what was written on that day
_NOT_PRINTED = COVER_ONLY | {"report_commitment", "report_kind"}  # labels whose value no column holds as printed
_BEHIND_PLACE = re.compile(r"\s+[-–—]\s+|\s*[,،/(]")
_RUNNING = frozenset({BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts of one report, null where it doesn't say, and where they stand."""

    country: str | None = None
    country_text: str | None = None
    country_code: str | None = None
    locality: str | None = None
    action_plan: str | None = None
    period: str | None = None
    period_start_year: int | None = None
    period_end_year: int | None = None
    report_kind: ReportKind = ReportKind.UNKNOWN
    date_prepared: date | None = None
    date_prepared_text: str | None = None
    date_issue: DateIssue | None = None
    title: str | None = None
    cells: frozenset[CellPlace] = frozenset()  # of cover tables, whose value is one of the facts
    labels: frozenset[CellPlace] = frozenset()  # of cover tables, the label cells of any row
    tables: frozenset[int] = frozenset()  # the cover tables
    leftover: frozenset[CellPlace] = frozenset()  # of cover tables, what no fact holds
    commitment: CellPlace | None = None  # of a cover table, the commitment that the document is about


@dataclass(frozen=True, slots=True)
class _Front:
    """The places where a report speaks of itself, the plainest first."""

    labelled: tuple[Labelled, ...]
    lines: tuple[str, ...]
    running: tuple[str, ...]
    prose: tuple[str, ...]
    closing: tuple[str, ...]  # the last lines, where reports are signed
    file: tuple[str, ...]  # the file's title property and its name
    languages: tuple[str, ...]
    dates: DateContext

    def label(self, field: str) -> str | None:
        """Return the value that stands at a label, null for a blank one."""
        return next((f.value for f in self.labelled if f.field == field and f.value.strip()), None)

    def spoken(self) -> Iterator[Sequence[str]]:
        """Yield the lines without labels, place by place."""
        yield from (self.lines, self.running, self.file[:1], self.prose, self.file[1:])


def read_facts(document: Document, languages: Sequence[str], *, title_hint: str | None = None) -> Facts:
    """Return what a report says of itself.

    Args:
        document: What the file says.
        languages: Its languages, its own first; English labels are known in every report.
        title_hint: A title to take where none is printed, instead of the file's title property.
    """
    known = tuple(dict.fromkeys((*languages, "en")))
    tables = cover_tables(document, known)
    blocks = cover_blocks(document, known)
    front = _front(document, blocks, [f for found in tables.values() for f in found], known, title_hint)
    title = _title(front, blocks)
    place = _locality(front.label("locality")) or find_locality((*front.lines, *front.running), known)
    country = _country(front, place)
    period = _period(front)
    prepared = _prepared(front)
    used = {f.cell for found in tables.values() for f in found if f.cell and _is_held(f, place, period)}
    labels = frozenset(p for t, found in tables.items() for p in label_cells(document.grids[t], found))
    commitment = next((f.cell for found in tables.values() for f in found if f.field == "report_commitment"), None)
    everything = {CellPlace(t, c.row, c.column) for t in tables for c in document.grids[t].cells if c.text.strip()}
    return Facts(
        country=short_name(country.code) if country else None,
        country_text=country.text or None if country else None,
        country_code=country.code if country else None,
        locality=place,
        action_plan=front.label("action_plan") or find_plan((*front.lines, *front.running), known),
        period=period.text if period else None,
        period_start_year=period.first_year if period else None,
        period_end_year=period.last_year if period else None,
        report_kind=read_kind([[front.label("report_kind") or ""], [title or ""], *front.spoken()], known, has_commitment=commitment is not None),
        date_prepared=prepared.day if prepared else None,
        date_prepared_text=prepared.text if prepared else None,
        date_issue=prepared.issue if prepared else None,
        title=title or title_hint or document.title,
        cells=frozenset(used),
        labels=labels,
        tables=frozenset(tables),
        leftover=frozenset(everything - used - labels - {commitment}),
        commitment=commitment,
    )


def _front(document: Document, cover: Sequence[Block], labelled: list[Labelled], languages: tuple[str, ...], title_hint: str | None) -> _Front:
    lines: list[str] = []
    for block in cover:
        for line in block.text.split("\n"):
            said = labelled_line(line, languages) or spoken_line(line, languages)
            if said:
                labelled.append(Labelled(said[0], said[1], position=block.position))
            if line.strip() and (said is None or said[0] in COVER_ONLY):
                lines.append(line.strip())
    positions = {b.position for b in cover}
    body = [b for b in document.blocks if b.kind not in _RUNNING and b.text and b.position not in positions]
    prose = [b.text for b in body][:MAX_PROSE]
    running = [b.text for b in document.blocks if b.kind in _RUNNING and b.text]
    texts = (*lines, *(f.value for f in labelled), *prose)
    stem = re.sub(r"\.\w{2,5}$", "", document.file_name).replace("_", " ")
    return _Front(
        labelled=tuple(labelled),
        lines=tuple(lines),
        running=tuple(running),
        prose=tuple(prose),
        closing=tuple(line.strip() for b in body[-MAX_CLOSING:] if b.kind is BlockKind.PARAGRAPH for line in b.text.split("\n")),
        file=(title_hint or document.title or "", stem),
        languages=languages,
        dates=decide_order(texts, languages),
    )


def _title(front: _Front, cover: Sequence[Block]) -> str | None:
    """Return the cover's line that names the report: the first with a report's word, else the first heading that is no country."""
    if printed := front.label("report_title"):
        return printed
    words = title_words(front.languages)
    named = [line for line in front.lines if has_title_word(line, words)]
    headings = [b.text for b in cover if b.kind is BlockKind.HEADING]
    return (named[0] if named else None) or next((h for h in headings if not _is_country(h, front.languages)), None)


def _is_held(fact: Labelled, locality: str | None, period: Period | None) -> bool:
    """Whether a column holds a label's value as printed: not another period than the plan's, not what stands behind a place's name."""
    held = {"locality": locality, "period": period.text if period else None}
    if fact.field in held:
        return held[fact.field] == " ".join(fact.value.split())
    return fact.field not in _NOT_PRINTED


def _locality(labelled: str | None) -> str | None:
    """Return the place's own name of a label's value, without the state or country behind it: "Contagem – MG, Brasil"."""
    return _BEHIND_PLACE.split(labelled, maxsplit=1)[0].strip() or None if labelled else None


def _is_country(line: str, languages: tuple[str, ...]) -> bool:
    return any(c.end - c.start == len(line.strip()) for c in find_countries(line, languages))


def _country(front: _Front, locality: str | None) -> CountryName | None:
    """Return the country: of its label, first on the cover, of the locality, else the one the prose speaks of most."""
    labelled = front.label("country")
    if labelled:
        found = find_countries(labelled, front.languages)
        if len({c.code for c in found}) == 1:
            return CountryName(0, len(labelled), labelled, found[0].code)
    spoken = (front.lines, [front.label("action_plan") or "", front.label("locality") or ""], front.running, front.file[:1])
    for find in (find_countries, find_adjectives):
        for texts in spoken:
            first = next((c for t in texts for c in find(t, front.languages)), None)
            if first:
                return first
    code = country_of_place(locality) if locality else None
    return CountryName(0, 0, "", code) if code else _most_named(front)


def _most_named(front: _Front) -> CountryName | None:
    """Return the country that the prose, then the file's name, speaks of at least twice as often as of any other."""
    for texts in (front.prose, front.file[1:]):
        found = [c for t in texts for c in find_countries(t, front.languages)]
        ranked = Counter(c.code for c in found).most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return next(c for c in found if c.code == ranked[0][0])
    return None


def _period(front: _Front) -> Period | None:
    """Return the plan's period: the longest at a label or of the first line that has one, else the prose's only or commonest.

    Where the plan's years stand beside those that are reported on, the plan's are the more.
    """
    labelled = [read for f in front.labelled if f.field == "period" and (read := read_period(f.value, front.dates))]
    if labelled:
        return max(labelled, key=_years)
    for texts in ([front.label("action_plan") or ""], front.lines, front.running, front.file[:1]):
        spans = next((spans for t in texts if (spans := find_periods(t, front.dates))), ())
        if spans:
            return max(spans, key=_years)
    for texts in (front.prose, front.file[1:]):
        found = [p for t in texts for p in find_periods(t, front.dates)]
        ranked = Counter((p.first_year, p.last_year) for p in found).most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
            return next(p for p in found if (p.first_year, p.last_year) == ranked[0][0])
    return None


def _years(period: Period) -> int:
    return period.last_year - period.first_year


def _prepared(front: _Front) -> DateReading | None:
    """Return the date the report was prepared: of its label, of the cover's line that is a date or says who prepared it, else of the signature."""
    labelled = front.label("date_prepared")
    if labelled:
        return _labelled_date(labelled, front.dates)
    spoken = [_lone_date(line, front.dates) for line in front.lines] + [_signed_date(line, front) for line in front.lines]
    return next((r for r in (*spoken, *(_closing_date(line, front.closing[n + 1 :], front) for n, line in enumerate(front.closing))) if r), None)


def _labelled_date(labelled: str, dates: DateContext) -> DateReading:
    found = find_dates(labelled, dates)
    whole = read_date(labelled, dates) or (found[0] if len({r.first for r in found}) == 1 else None)
    if whole is None:
        return DateReading(0, len(labelled), labelled, None, None, Precision.YEAR, DateIssue.UNREADABLE)
    return DateReading(0, len(labelled), labelled, whole.first, whole.last, whole.precision, whole.issue)


def _signed_date(line: str, front: _Front) -> DateReading | None:
    """Read the date that ends a line which says who prepared the report: "Prepared by the Secretariat, 12 October 2021"."""
    found = find_dates(line, front.dates)
    is_last = len(found) == 1 and not line[found[0].end :].strip(" .)]")
    return found[0] if is_last and opens_cover_only(line, front.languages) else None


def _closing_date(line: str, after: Sequence[str], front: _Front) -> DateReading | None:
    """Read the date beside a signature: at a label, or to the day where it stands alone or after a place, and no more than names follow."""
    said = labelled_line(line, front.languages) or spoken_line(line, front.languages)
    if said and said[0] == "date_prepared":
        return _labelled_date(said[1], front.dates)
    if any(len(text) > MAX_SIGNED for text in after):
        return None
    reading = _lone_date(line, front.dates) or _signed_date(line, front)
    return reading if reading and reading.day else None


def _lone_date(line: str, dates: DateContext) -> DateReading | None:
    """Read a line that is a date; a span of years or months is a period, and a year alone says too little."""
    if find_periods(line, dates):
        return None
    reading = read_date(line, dates) or _placed_date(line, dates)
    return reading if reading and reading.precision is not Precision.YEAR else None


def _placed_date(line: str, dates: DateContext) -> DateReading | None:
    """Read "Praha 30. září 2022", "Stockholm den 12 mars 2025": a place of a word or two before a day."""
    found = find_dates(line, dates)
    place = line[: found[0].start].split() if found else []
    if len(place) > 1 and place[-1] in date_words(dates.languages).leads:
        place.pop()
    is_place = 1 <= len(place) <= MAX_PLACE and all(word.isalpha() and word[:1].isupper() for word in place)
    return found[0] if is_place and len(found) == 1 and found[0].day and not line[found[0].end :].strip(" .") else None


def _slug(text: str) -> str:
    """Return a name as a part of an id: lower case, letters without accents, the rest hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", bare)).strip("-")


def report_id(facts: Facts, document_id: str, commitment_number: str | None = None) -> str:
    """Return the report's id: country, years, kind, locality, and the number of the one commitment it is about.

    Where the country or the years aren't known, `unknown` stands for them and the document's first eight
    digits end the id, so that no two reports are taken for one.

    >>> report_id(Facts(country_code="MNG", period_start_year=2021, period_end_year=2023, report_kind=ReportKind.END_OF_TERM), "0" * 64)
    'mng-2021-2023-end_of_term'
    """
    years = [str(y) for y in (facts.period_start_year, facts.period_end_year) if y is not None]
    parts: Iterable[str | None] = (
        (facts.country_code or "unknown").lower(),
        "-".join(years) if len(years) == 2 else "unknown",
        facts.report_kind.value,
        _slug(facts.locality) if facts.locality else None,
        re.sub(r"[^\w.~]+", "-", commitment_number.lower()).strip("-.") if facts.report_kind is ReportKind.COMMITMENT and commitment_number else None,
        None if facts.country_code and years else document_id[:8],
    )
    return "-".join(p for p in parts if p)
