"""Comments among the author's own lines: who says what, when, and what the author answers."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pipeline.curation.comments.body_words import key_of
from pipeline.curation.comments.headers import ENOUGH, Header, HeaderReader, Place, date_issue, header_reader
from pipeline.curation.comments.organisations import Body, clean_name, read_body, split_bodies
from pipeline.curation.comments.proposals import ProposalReading, read_proposal
from pipeline.dates import DateContext, DateReading, find_dates, read_date
from pipeline.model import Mark, MarkKind
from pipeline.tables import DateIssue, OrganisationKind, Rating

_ORNAMENT = re.compile(r"[\s\-–—*_=~•.oоОO0]+")  # "--- ooo ---", which ends a text and says nothing
REPEATED = 2  # a name without a word that tells a body is one where it heads as many dated lines
MOSTLY = 0.8  # of a header's letters


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell or of the prose; `key` is the caller's own."""

    text: str
    marks: tuple[Mark, ...] = ()
    key: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentContext:
    """What is known of the report where a comment is read."""

    languages: tuple[str, ...] = ()
    dates: DateContext = field(default_factory=DateContext)
    legend_words: Mapping[str, Rating] = field(default_factory=dict)
    known: frozenset[str] = frozenset()  # keys of bodies that comment elsewhere in the report: see `bodies_in`
    column_is_comments: bool = False
    section_is_comments: bool = False  # the heading above says so of what stands under it
    default_kind: OrganisationKind | None = None  # what the heading says of everyone in the column


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentBlock:
    """One comment. `lines` are the indexes of the lines it used, its header's included."""

    organisation_text: str | None
    body: Body | None
    comment_date: date | None
    date_reading: DateReading | None
    date_text: str | None
    date_issue: DateIssue | None
    text: str
    response: str | None
    proposal: ProposalReading
    lines: tuple[int, ...]
    about: str | None = None  # the commitment or milestone that its header names
    group: str | None = None  # the words for a kind of body before the name


@dataclass(frozen=True, slots=True)
class Own:
    """The author's own text in line `index`, whole or what stands before a header in mid-line."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """Lines parted into the author's own and the comments."""

    own: tuple[Own, ...]
    comments: tuple[CommentBlock, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line, and the header it begins with."""

    index: int
    text: str
    header: Header | None = None


@dataclass(slots=True)
class _Draft:
    """A block being filled."""

    header: Header | None
    said: list[str] = field(default_factory=list)
    answered: list[str] | None = None
    lines: list[int] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)


def bodies_in(texts: Sequence[str], context: CommentContext) -> frozenset[str]:
    """Return the keys of bodies that head dated comments anywhere in a report: pass them as `known`.

    A name with no word that tells a body counts where it heads several lines; a government body only by a header of full weight.
    """
    reader = header_reader(context.languages, context.dates, frozenset())
    counts: Counter[str] = Counter()
    sure: set[str] = set()
    for text in texts:
        for line in text.split("\n"):
            found = reader.candidate(line)
            for part in split_bodies(found.who, reader.words) if found else ():
                key = key_of(clean_name(part, reader.words))
                counts[key] += 1
                is_sure = found is not None and found.weight >= ENOUGH
                may_repeat = found is not None and found.weight >= ENOUGH - 2 and reader.kind(part) is not OrganisationKind.GOVERNMENT
                sure |= {key} if is_sure or (may_repeat and counts[key] >= REPEATED) else set()
    return frozenset(sure - {""})


def split_comments(lines: Sequence[Line], context: CommentContext) -> Split:
    """Part the author's own lines from the comments among them.

    A comment runs to the next header or the last line; where the bodies sign below their words, to its signature.
    """
    own: list[Own] = []
    drafts: list[_Draft] = []
    pieces = list(_pieces(lines, context))
    if context.column_is_comments and _are_signed(apart := [part for piece in pieces for part in _signature_apart(piece, context)]):
        pieces = apart
    signed = context.column_is_comments and _are_signed(pieces)
    for piece in pieces:
        if signed and _is_bare(piece) and drafts and drafts[-1].header is None:
            drafts[-1].header = piece.header
        elif signed and not (piece.header and piece.header.is_response) and drafts and drafts[-1].header is not None:
            drafts.append(_Draft(None))
        elif piece.header and not piece.header.is_response:
            drafts.append(_Draft(piece.header))
        elif not drafts and context.column_is_comments and any(c.isalnum() for c in piece.text):
            drafts.append(_Draft(None))
        if drafts and not _ORNAMENT.fullmatch(piece.text):
            _fill(drafts[-1], piece)
        elif piece.text:
            own.append(Own(piece.index, piece.text))
    kept = [d for d in drafts if d.said or d.answered or context.column_is_comments]
    own += [Own(p.index, p.text) for d in drafts if d not in kept for p in d.pieces if p.text]
    return Split(tuple(sorted(own, key=lambda o: o.index)), tuple(_block(d, context) for d in kept))


def _are_signed(pieces: Sequence[_Piece]) -> bool:
    """Whether comments stand above their bodies: words open the lines, a dated header without any closes them."""
    said = [piece for piece in pieces if not _ORNAMENT.fullmatch(piece.text)]
    heads = [n for n, piece in enumerate(said) if piece.header and not piece.header.is_response]
    if not heads or heads[0] == 0 or not all(_is_bare(said[n]) for n in heads):
        return False
    after = said[heads[-1] + 1 :]
    return not after or (after[0].header is not None and after[0].header.is_response)


def _signature_apart(piece: _Piece, context: CommentContext) -> tuple[_Piece, ...]:
    """A piece, and apart from it the body and date that close its line."""
    if piece.header and not piece.header.is_response:
        return (piece,)
    reader = header_reader(context.languages, context.dates, context.known)
    found = reader.read_signature(piece.text, Place(in_column=True, in_block=True))
    if found is None or (piece.header and piece.header.end > found.start):
        return (piece,)
    signature = _Piece(piece.index, piece.text[found.start :], replace(found, start=0, end=found.end - found.start))
    return replace(piece, text=piece.text[: found.start].strip()), signature


def _is_bare(piece: _Piece) -> bool:
    """Whether a piece is a dated header and no more."""
    head = piece.header
    return head is not None and not head.is_response and head.date_text is not None and not piece.text[head.end :].strip()


def read_comment_row(
    organisation: str | None, date_text: str | None, text: str | None, response: str | None, context: CommentContext
) -> tuple[CommentBlock, ...]:
    """Read a row of a table of comments; the organisation's cell may hold the date too, the text's cell headers of its own."""
    who, reading, printed = _who_and_when(organisation, date_text, context)
    said = [Line(line) for line in (text or "").split("\n") if line.strip()]
    if who is None:
        split = split_comments(said, replace(context, column_is_comments=True))
        return tuple(answered(b, response, reading, printed) for b in split.comments)
    draft = _Draft(Header(0, 0, who, reading, printed))
    for piece in _answers_parted(said, context):
        _fill(draft, piece)
    block = _block(draft, context)
    return (answered(block, response),) if block.text or block.response or response else ()


def is_signed(lines: Sequence[Line], context: CommentContext) -> bool:
    """Tell whether lines are nothing but comments, each under a body and a date, though nothing but their place says so."""
    split = split_comments(lines, replace(context, section_is_comments=True))
    return bool(split.comments) and not split.own and all(block.body and block.date_text for block in split.comments)


def heads_answer(label: str, context: CommentContext) -> bool:
    """Tell whether a label says that the author answers: "Response of the Ministry"."""
    head = header_reader(context.languages, context.dates, context.known).read(f"{label.rstrip(' :')}:", Place(in_block=True))
    return head is not None and head.is_response


def read_balloon(author: str | None, when: datetime | None, text: str, context: CommentContext) -> CommentBlock:
    """Read a comment of Word's margin: author and date as stored, no printed date."""
    body = read_body(author, context.languages, context.default_kind, context.known) if author and author.strip() else None
    return CommentBlock(
        organisation_text=body.text if body else None,
        body=body,
        comment_date=when.date() if when else None,
        date_reading=None,
        date_text=None,
        date_issue=None if when else DateIssue.UNREADABLE,
        text=text.strip(),
        response=None,
        proposal=read_proposal(text, context.languages, context.legend_words),
        lines=(),
    )


def _pieces(lines: Sequence[Line], context: CommentContext) -> Iterator[_Piece]:
    """The lines cut at their headers, in order."""
    reader = header_reader(context.languages, context.dates, context.known)
    all_bold = sum(_is_bold(line, len(line.text)) for line in lines) > 1 and all(_is_bold(x, len(x.text)) for x in lines if x.text.strip())
    place = Place(in_column=context.column_is_comments, in_section=context.section_is_comments)
    in_block, skip = context.column_is_comments, False
    for n, line in enumerate(lines):
        if skip or not line.text.strip():
            skip = False
            continue
        following = lines[n + 1].text if n + 1 < len(lines) else ""
        for piece, is_pair in _cut(n, line, following, reader, replace(place, bold=not all_bold and _starts_bold(line), in_block=in_block)):
            yield piece
            in_block = in_block or (piece.header is not None)
            skip = skip or is_pair


def _cut(n: int, line: Line, following: str, reader: HeaderReader, place: Place) -> Iterator[tuple[_Piece, bool]]:
    """One line as pieces; and whether the next line is the second half of its header."""
    text = line.text.strip()
    head = reader.read(text, place)
    if head is None:
        pair = reader.read_pair(text, following, place)
        if pair:
            both = f"{text}\n{following.strip()}"
            yield _Piece(n, both, replace(pair, end=len(both))), True
            return
    cuts = [h for h in reader.read_within(text, place) if head is None or h.start >= head.end]
    bounds = [h.start for h in cuts] + [len(text)]
    if head or bounds[0] > 0:
        yield _Piece(n, text[: bounds[0]].strip(), head), False
    for cut, end in zip(cuts, bounds[1:], strict=True):
        yield _Piece(n, text[cut.start : end].strip(), replace(cut, start=0, end=cut.end - cut.start)), False


def _fill(draft: _Draft, piece: _Piece) -> None:
    """Add a piece to a block: what is said, or what the author answers."""
    rest = piece.text[piece.header.end :].strip() if piece.header else piece.text
    if piece.header and piece.header.is_response:
        draft.answered = draft.answered or []
    draft.pieces.append(piece)
    if piece.index not in draft.lines:
        draft.lines.append(piece.index)
    if rest:
        (draft.said if draft.answered is None else draft.answered).append(rest)


def _block(draft: _Draft, context: CommentContext) -> CommentBlock:
    header, text = draft.header, "\n".join(draft.said)
    kind = OrganisationKind.GOVERNMENT if header and header.is_reply else _kind_of_group(header, context)
    body = read_body(header.who, context.languages, kind, context.known) if header and header.who else None
    reading = header.reading if header else None
    return CommentBlock(
        organisation_text=body.text if body else None,
        body=body,
        comment_date=reading.day if reading else None,
        date_reading=reading,
        date_text=header.date_text if header else None,
        date_issue=date_issue(reading),
        text=text,
        response="\n".join(draft.answered) if draft.answered else None,
        proposal=read_proposal(text, context.languages, context.legend_words),
        lines=tuple(sorted({*draft.lines, *(n + 1 for n in draft.lines if _is_pair(draft, n))})),
        about=header.about if header else None,
        group=header.group if header else None,
    )


def _kind_of_group(header: Header | None, context: CommentContext) -> OrganisationKind | None:
    """The kind that stands before a name, else the one that the heading says."""
    told = header_reader(context.languages, context.dates, context.known).kind(header.group) if header and header.group else OrganisationKind.UNKNOWN
    return told if told is not OrganisationKind.UNKNOWN else context.default_kind


def _is_pair(draft: _Draft, index: int) -> bool:
    """Whether the header of a block runs over two lines, of which this is the first."""
    first = draft.pieces[0]
    return first.index == index and first.header is not None and "\n" in first.text


def _who_and_when(organisation: str | None, date_text: str | None, context: CommentContext) -> tuple[str | None, DateReading | None, str | None]:
    """Who and when, out of the cells of an annex: the date from its own cell, else from among the names."""
    who = (organisation or "").strip() or None
    if date_text and date_text.strip():
        found = find_dates(date_text, context.dates)
        reading = read_date(date_text, context.dates) or (found[0] if len(found) == 1 else None)
        return who, reading, date_text.strip()
    dates = find_dates(who or "", context.dates)
    if who is None:
        return None, None, None
    if not dates:
        name, _, last = who.rpartition("\n")
        is_vague = bool(name.strip()) and header_reader(context.languages, context.dates, context.known).is_vague(last)
        return (name.strip(), None, last.strip()) if is_vague else (who, None, None)
    reading = dates[0]
    names = f"{who[: reading.start].rstrip('([ ,–—-')}\n{who[reading.end :].lstrip(')] ,:–—-')}"
    return "\n".join(n.strip() for n in names.split("\n") if any(c.isalpha() for c in n)) or None, reading, reading.text


def _answers_parted(lines: Sequence[Line], context: CommentContext) -> Iterator[_Piece]:
    """The lines of an annex's cell; only the labels of answers head anything there."""
    reader = header_reader(context.languages, context.dates, context.known)
    for n, line in enumerate(lines):
        head = reader.read(line.text, Place(in_block=True))
        yield _Piece(n, line.text, head if head and head.is_response else None)


def answered(block: CommentBlock, response: str | None, reading: DateReading | None = None, printed: str | None = None) -> CommentBlock:
    """A block with the answer that stands beside or below it and, where it has none, the date of its row."""
    answers = [a for a in (block.response, response.strip() if response else None) if a and any(c.isalnum() for c in a)]
    block = replace(block, response="\n".join(answers) or None)
    if block.date_text is not None or printed is None:
        return block
    return replace(block, comment_date=reading.day if reading else None, date_reading=reading, date_text=printed, date_issue=date_issue(reading))


def _starts_bold(line: Line) -> bool:
    """Whether a line's first words are bold."""
    head = line.text.split(":", 1)[0]
    return _is_bold(line, min(len(head), 120))


def _is_bold(line: Line, length: int) -> bool:
    covered = sum(max(0, min(m.end, length) - max(m.start, 0)) for m in line.marks if m.kind is MarkKind.BOLD)
    return length > 0 and covered >= MOSTLY * length
