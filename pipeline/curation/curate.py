"""One document → its report: the order of the steps, and the account of what is left. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.curation.about.facts import Facts, read_facts, report_id
from pipeline.curation.assemble import Assembly
from pipeline.curation.claims.reading import ClaimContext, count_claims, read_claims
from pipeline.curation.comments.blocks import CommentBlock, CommentContext, Line, bodies_in, read_balloon, split_comments
from pipeline.curation.frames import unframe
from pipeline.curation.grids import feet_of, nested_in, views
from pipeline.curation.harvest.account import Account
from pipeline.curation.harvest.annex import mark_unplaced
from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import CommentDraft, Draft, Harvest, Source
from pipeline.curation.harvest.lookup import find_named
from pipeline.curation.harvest.walk import Walk
from pipeline.curation.identity import identify
from pipeline.curation.narrative import Section, read_narrative, sections
from pipeline.curation.recognition.decision import Decision
from pipeline.curation.sidecar import Sidecar, apply_cells, apply_facts, mark_corrected
from pipeline.curation.signs.legend import Legend, read_legend
from pipeline.curation.wording.language import detect
from pipeline.curation.wording.numbering import in_id
from pipeline.curation.wording.words import load_words
from pipeline.dates import decide_order
from pipeline.errors import Code, DocumentError
from pipeline.layouts import load_layouts
from pipeline.model import Block, BlockKind, Document
from pipeline.tables import CLAIMS, NARRATIVE, ClaimUnit, Reason, Report, ReportKind, Row, blank_row

COMMENTS = frozenset({"comments"})  # the heading's key of what others than the author say
MAX_TITLE = 120  # letters
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE, BlockKind.TEXT_BOX, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class CurateOptions:
    """What may be set from outside: a user's own layouts and words, and the sidecar beside the document."""

    layouts: Path | None = None
    vocabulary: Path | None = None
    sidecar: Sidecar | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """How a document is understood: for a person to look at."""

    document: Document
    languages: tuple[str, ...]
    facts: Facts
    legend: Legend
    decisions: tuple[Decision, ...]
    report: Report | None
    problem: DocumentError | None = None


@dataclass(slots=True, kw_only=True)
class _Reading:
    """A document read, before rows are made of it."""

    context: Context
    facts: Facts
    sections: Mapping[int, Section]
    languages: tuple[str, ...]
    owners: Mapping[int, Draft | None] = field(default_factory=dict)


def curate(document: Document, options: CurateOptions = CurateOptions()) -> Report:
    """Return what a document means, as rows of the curated tables.

    Raises:
        DocumentError: It has no table at all, none that a layout recognises, or one that two do; or its
            sidecar doesn't fit it.
    """
    if options.sidecar is None:
        return _report(_read(document, options))
    plain = _report(_read(document, replace(options, sidecar=None)))
    mended = _report(_read(apply_cells(document, options.sidecar), options))
    return mark_corrected(plain, mended)


def inspect(document: Document, options: CurateOptions = CurateOptions()) -> Inspection:
    """Return how a document is understood, also where it can't be curated."""
    reading = _read(document, options)
    report: Report | None = None
    problem: DocumentError | None = None
    try:
        report = _report(reading)
    except DocumentError as error:
        problem = error
    return Inspection(
        document=document,
        languages=reading.languages,
        facts=reading.facts,
        legend=reading.context.legend,
        decisions=tuple(reading.context.decisions),
        report=report,
        problem=problem,
    )


def _read(document: Document, options: CurateOptions) -> _Reading:
    """Take all the steps up to drafts."""
    document = unframe(document)
    languages = detect(document)
    words = load_words(languages, options.vocabulary)
    facts = read_facts(document, languages, title_hint=document.title)
    if options.sidecar is not None:
        facts = apply_facts(facts, options.sidecar)
    by_table = views(document)
    legend = read_legend(document, by_table, words)
    dates = decide_order(_texts(document), languages)
    comments = CommentContext(languages=languages, dates=dates, legend_words=legend.lights)
    context = Context(
        document=document,
        words=words,
        layouts=load_layouts(options.layouts),
        dates=dates,
        legend=legend,
        comments=replace(comments, known=bodies_in(_texts(document), comments)),
        views=by_table,
        nested=nested_in(document),
        account=Account(document),
        feet=feet_of(document),
    )
    context.account.use(*facts.cells)
    by_position = sections(document)
    walk = Walk(context, facts.tables, {p: s.heading for p, s in by_position.items()})
    walk.walk()
    reading = _Reading(context=context, facts=facts, sections=by_position, languages=languages, owners=walk.owner)
    _leave_cover(reading)
    _read_balloons(reading)
    _read_prose_comments(reading)
    return reading


def _texts(document: Document) -> list[str]:
    """Every text of a document, each cell and paragraph once."""
    return [b.text for b in document.blocks if b.text] + [c.text for g in document.grids if g.parent is None for c in g.cells if c.text]


def _leave_cover(reading: _Reading) -> None:
    """Account for the cover tables: labels are headings, values that no fact holds have no column."""
    account, words = reading.context.account, reading.context.words
    for table in reading.facts.tables:
        for cell in reading.context.views[table].grid.cells:
            place = reading.context.views[table].place(cell)
            if place in reading.facts.labels:
                account.leave(table, cell, Reason.HEADING)
            elif place not in account.used:
                account.leave(table, cell, Reason.PLACEHOLDER if words.is_placeholder(cell.text) else Reason.NO_COLUMN)


def _read_balloons(reading: _Reading) -> None:
    """Take Word's margin comments as comments on the row they point to."""
    context = reading.context
    for block in context.document.blocks:
        if block.kind is not BlockKind.BALLOON or not block.text.strip():
            continue
        comment = read_balloon(block.author, block.date, block.text, context.comments)
        draft = _row_at(context.harvest, block) or reading.owners.get(block.anchor_position or -1)
        section = reading.sections.get(block.anchor_position if block.anchor_position is not None else block.position)
        table, row = (block.anchor.table, block.anchor.row) if block.anchor else (None, None)
        context.add_comment(comment, Source(table, row, block.pages), draft, section=section.heading if section and draft is None else None)
        context.account.use_block(block.position)


def _row_at(harvest: Harvest, block: Block) -> Draft | None:
    """The milestone, else the commitment, whose row a balloon points to."""
    if block.anchor is None:
        return None
    for draft in (*harvest.milestones, *harvest.commitments):
        if draft.source.table == block.anchor.table and draft.source.row == block.anchor.row:
            return draft
    return harvest.by_place.get(block.anchor)


def _read_prose_comments(reading: _Reading) -> None:
    """Take comments out of the prose, section by section."""
    context = reading.context
    for run in _prose_runs(reading):
        said = replace(context.comments, section_is_comments=_is_of_comments(run, reading))
        split = split_comments([Line(text=b.text, marks=b.marks, key=b.position) for b in run], said)
        own = {o.index: o.text for o in split.own}
        drafts = [_prose_comment(reading, block, run[block.lines[0]]) for block in split.comments]
        for index in (n for block in split.comments for n in block.lines if n not in own):
            context.account.use_block(run[index].position)
        for block in split.comments:
            if block.group:
                context.account.leave_block(run[block.lines[0]], Reason.HEADING, text=block.group)
        if any(block.about for block in split.comments):
            mark_unplaced([(draft, block.about) for draft, block in zip(drafts, split.comments, strict=True)])


def _prose_comment(reading: _Reading, comment: CommentBlock, first: Block) -> CommentDraft:
    """Note a comment of the prose: on what its header names, else on the commitment whose table was read last."""
    section = reading.sections.get(first.position)
    if comment.about is None:
        draft = reading.owners.get(first.position)
    else:
        milestone, commitment = find_named(reading.context.harvest, comment.about, reading.context.words) if comment.about else (None, None)
        draft = milestone or commitment
    return reading.context.add_comment(comment, Source(None, None, first.pages), draft, section=section.heading if section else None)


def _is_of_comments(run: Sequence[Block], reading: _Reading) -> bool:
    """Whether the heading above a run of prose, or a label that opens it, says that comments follow."""
    section = reading.sections.get(run[0].position)
    titles = (section.heading if section else None, run[0].text)
    return any(t and len(t) <= MAX_TITLE and reading.context.words.headings.match(t, COMMENTS) for t in titles)


def _prose_runs(reading: _Reading) -> Iterator[list[Block]]:
    """Paragraphs one after another under one heading, without what is used already."""
    run: list[Block] = []
    for block in reading.context.document.blocks:
        if block.kind in PROSE and block.text.strip() and block.position not in reading.context.account.positions:
            run.append(block)
        elif block.kind in (BlockKind.HEADING, BlockKind.TABLE) and run:
            yield run
            run = []
    if run:
        yield run


def _report(reading: _Reading) -> Report:
    """Make rows of what was read."""
    context, harvest = reading.context, reading.context.harvest
    _refuse_unknown(reading)
    number = in_id(harvest.commitments[0].number) if harvest.commitments and harvest.commitments[0].number else None
    of_commitment = reading.facts.report_kind is ReportKind.COMMITMENT
    name = report_id(reading.facts, context.document.document_id, number if of_commitment else None)
    rows = Assembly(context.document.document_id, name, identify(name, harvest))
    commitments, milestones = rows.commitments(harvest), rows.milestones(harvest)
    narrative = read_narrative(context.document, context.account.positions)
    left = context.account.close()
    ends = {"report_id": name, "document_id": context.document.document_id}
    counting = _claim_context(reading, commitments, milestones)
    claims = count_claims(read_claims(narrative, counting), commitments, milestones)
    return Report(
        report_id=name,
        layout="+".join(dict.fromkeys(harvest.layouts)),
        tables={
            "reports": (rows.report(reading.facts, reading.languages, harvest, context.document.doubts),),
            "commitments": commitments,
            "milestones": milestones,
            "ratings": rows.ratings(harvest),
            "comments": rows.comments(harvest.comments),
            "claims": tuple(blank_row(CLAIMS, {**c, **ends, "claim_id": f"{name}/n{n}"}) for n, c in enumerate(claims, start=1)),
            "narrative": tuple(blank_row(NARRATIVE, {**n, **ends}) for n in narrative),
            "unmapped": rows.unmapped(left, {p: s.heading for p, s in reading.sections.items()}),
        },
    )


def _refuse_unknown(reading: _Reading) -> None:
    context = reading.context
    if not context.document.grids:
        raise DocumentError(Code.NO_TABLES, f"{context.document.file_name} holds no table.")
    ambiguous = next((d for d in context.decisions if d.is_ambiguous), None)
    if ambiguous is not None and ambiguous.layout is not None:
        raise DocumentError(
            Code.AMBIGUOUS_LAYOUT,
            f"Table {ambiguous.table} of {context.document.file_name} can be {ambiguous.layout.name} or {ambiguous.second}.",
        )
    if not context.harvest.commitments and not context.harvest.milestones:
        seen = ", ".join(repr(h) for d in context.decisions for h, _ in d.headings[:6])[:300] or "none that is known"
        raise DocumentError(Code.UNKNOWN_LAYOUT, f"No table of {context.document.file_name} is recognised; headings: {seen}.")


def _claim_context(reading: _Reading, commitments: Sequence[Row], milestones: Sequence[Row]) -> ClaimContext:
    return ClaimContext(
        languages=reading.languages,
        legend=reading.context.legend.lights,
        is_scale=reading.context.legend.is_scale,
        nouns=_nouns(reading),
        commitments={
            str(c["commitment_id"]).rsplit("/c", 1)[-1]: str(c["title"]) if c["title"] else None for c in commitments if c["commitment_number"]
        },
        plan=reading.facts.action_plan,
        totals={ClaimUnit.COMMITMENTS: len(commitments), ClaimUnit.MILESTONES: len(milestones)},
    )


def _nouns(reading: _Reading) -> dict[str, ClaimUnit]:
    """What the headings of the tables call their rows."""
    found: dict[str, ClaimUnit] = {}
    for decision in reading.context.decisions:
        for heading, key in decision.headings:
            if key == "milestone" and heading.strip():
                found[heading] = ClaimUnit.MILESTONES
    return found
