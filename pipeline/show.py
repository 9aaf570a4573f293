"""A report for a person at a terminal: its rating matrix, comments and findings; what a document was taken for; what changed.

Returns what rich prints; the commands print it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pipeline.tables import Completion, Rating

if TYPE_CHECKING:
    from pipeline.curation.curate import Inspection
    from pipeline.curation.recognition.decision import Decision

Rows = Sequence[Mapping[str, Any]]

_COLOURS = {Rating.GREEN.value: "black on green", Rating.AMBER.value: "black on yellow", Rating.RED.value: "white on red"}
_SHADES = {
    Completion.COMPLETE.value: "black on green",
    Completion.SUBSTANTIAL.value: "black on bright_green",
    Completion.LIMITED.value: "black on yellow",
    Completion.NOT_STARTED.value: "white on red",
    Completion.WITHDRAWN.value: "white on bright_black",
}
_NO_RATING = "dim reverse"
_SEVERITIES = {"critical": "bold red", "warning": "yellow", "info": "cyan"}
_SHORT = 72


def show_report(report: Mapping[str, Any], commitments: Rows, milestones: Rows, comments: Rows, findings: Rows) -> RenderableType:
    """Return one report at a glance: every milestone a coloured tile, a line for each commitment."""
    return Group(_head(report), _legend(), _matrix(commitments, milestones), *_comments(comments), *_findings(findings))


def _head(report: Mapping[str, Any]) -> Text:
    place = ", ".join(str(report[c]) for c in ("locality", "country") if report[c])
    years = f"{report['period_start_year']}–{report['period_end_year']}" if report["period_start_year"] else (report["period"] or "period unknown")
    prepared = report["date_prepared"] or report["date_prepared_text"] or "unknown"
    counts = f"{report['n_commitments']} commitments, {report['n_milestones']} milestones, {report['n_comments']} comments"
    head = Text(f"{place or 'Country unknown'}, {years}, {str(report['report_kind']).replace('_', ' ')}", style="bold")
    return head.append(f"\n{report['report_id']} · prepared {prepared} · {counts}\n", style="not bold dim")


def _legend() -> Text:
    line = Text()
    for name, style in (*_COLOURS.items(), ("no rating", _NO_RATING)):
        line.append(f" {name} ", style=style).append("  ")
    return line.append("\n")


def _matrix(commitments: Rows, milestones: Rows) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(max_width=44)
    table.add_column()
    of: dict[Any, list[Mapping[str, Any]]] = {}
    for milestone in milestones:
        of.setdefault(milestone["commitment_id"], []).append(milestone)
    for commitment in commitments:
        own = [commitment] if _sign(commitment) else []
        rows = of.pop(commitment["commitment_id"], [])
        tiles = Text(" ").join([*(_tile(c, "●") for c in own), *(_tile(m, m["milestone_number"] or "–") for m in rows)] or [_tile(commitment, "●")])
        table.add_row(_shorten(commitment["commitment_number"], 10), _shorten(commitment["title"], 42), tiles)
    for rows in of.values():
        table.add_row("", "", Text(" ").join(_tile(m, m["milestone_number"] or "–") for m in rows))
    return table


def _sign(row: Mapping[str, Any]) -> str | None:
    """Return what a row is rated, in a word."""
    percent = row["percent_complete"]
    return row["rating"] or row["completion"] or (f"{percent:g} %" if percent is not None else None)


def _tile(row: Mapping[str, Any], number: str) -> Text:
    style = _COLOURS.get(row["rating"] or "") or _SHADES.get(row["completion"] or "")
    if style:
        return Text(f" {number.rstrip('.')} ", style=style)
    percent = row["percent_complete"]
    return (
        Text(f" {number.rstrip('.')} {percent:g} % ", style="reverse") if percent is not None else Text(f" {number.rstrip('.')} ", style=_NO_RATING)
    )


def _comments(comments: Rows) -> Iterable[RenderableType]:
    if not comments:
        return
    yield Text(f"\n{len(comments)} comments", style="bold")
    for comment in comments:
        where = (comment["milestone_id"] or comment["commitment_id"] or comment["section"] or "").rsplit("/", 1)[-1]
        line = Text(f"{where:8} ", style="dim").append(f"{comment['comment_date'] or comment['comment_date_text'] or 'undated'} ", style="dim")
        line.append(comment["organisation"] or comment["organisation_text"] or "unknown", style="bold")
        if comment["proposed_rating"]:
            line.append(" proposes ").append(f" {comment['proposed_rating']} ", style=_COLOURS[comment["proposed_rating"]])
        yield line.append(f"  {_shorten(comment['text'], _SHORT)}")


def _findings(findings: Rows) -> Iterable[RenderableType]:
    yield Text(f"\n{len(findings)} findings" if findings else "\nNo findings", style="bold")
    for finding in findings:
        line = Text(f"{finding['severity']:8} ", style=_SEVERITIES.get(finding["severity"], ""))
        line.append(f"{finding['rule']}  ", style="dim").append(finding["message"] or "")
        if finding["status"] == "accepted":
            line.append(f" (accepted: {finding['accepted_reason']})", style="dim")
        yield line


def show_changes(changes: Rows, files: Mapping[str, str]) -> RenderableType:
    """Return what each submission changed in the one before it."""
    if not changes:
        return Text("No later submission changed anything.")
    steps: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for change in changes:
        steps.setdefault((change["from_document_id"], change["to_document_id"]), []).append(change)
    parts: list[RenderableType] = []
    for (before, after), rows in steps.items():
        parts.append(Text(f"{files.get(before, before[:12])} → {files.get(after, after[:12])}", style="bold"))
        parts += [_change(row) for row in rows]
    return Group(*parts)


def _change(row: Mapping[str, Any]) -> Text:
    name = row["row_id"].split("/", 1)[-1]
    if row["kind"] == "added":
        return Text(f"+ {row['table']} {name}", style="green")
    if row["kind"] == "removed":
        return Text(f"- {row['table']} {name}", style="red")
    line = Text(f"~ {name} {row['column']}: ", style="yellow")
    for value, arrow in ((row["old"], " → "), (row["new"], "")):
        line.append(_shorten(value, 60) if value is not None else "nothing", style=_COLOURS.get(value or "", "default")).append(
            arrow, style="default"
        )
    return line


def show_inspection(found: "Inspection") -> RenderableType:
    """Return how a document is understood: facts, legend, tables and their headings, counts, what is left over."""
    document = found.document
    pages = f"{document.n_pages} pages, " if document.n_pages else ""
    size = f"{document.format.upper()}, {pages}{len(document.grids)} tables, {len(document.blocks)} blocks"
    parts: list[RenderableType] = [Text(document.file_name, style="bold").append(f"  {size}", style="not bold dim")]
    parts.append(_facts(found))
    parts.append(Text("\nLegend", style="bold").append("" if found.legend.is_printed else ": none printed", style="not bold"))
    legend = [*found.legend.colours.items(), *found.legend.phrases.items()]
    parts += [Text(f"  {sign} → ").append(f" {rating or 'a status'} ", style=_COLOURS.get(rating or "", "")) for sign, rating in legend]
    for decision in found.decisions:
        parts += _decision(decision)
    if found.report:
        parts.append(_counts(found.report.tables))
    parts += [Text(f"Doubt: {doubt}", style="yellow") for doubt in document.doubts]
    if found.problem:
        parts.append(Text(f"\n{found.problem.reason}", style="bold red"))
    return Group(*parts)


def _facts(found: "Inspection") -> Text:
    facts, line = found.facts, Text()
    values = {
        "language": ", ".join(found.languages) or None,
        "country": facts.country,
        "locality": facts.locality,
        "action plan": facts.action_plan,
        "period": facts.period,
        "kind": facts.report_kind,
        "prepared": facts.date_prepared or facts.date_prepared_text,
        "report_id": found.report.report_id if found.report else None,
    }
    for name, value in values.items():
        line.append(f"\n  {name:12}").append(str(value) if value is not None else "not found", style="" if value is not None else "yellow")
    return line


def _decision(decision: "Decision") -> list[RenderableType]:
    name = decision.layout.name if decision.layout else "no layout"
    line = Text(f"\nTable {decision.table}", style="bold").append(f", row {decision.row}: {name}, score {decision.score:.2f}", style="not bold")
    if decision.second:
        line.append(f"; second {decision.second}, {decision.second_score:.2f}", style="not bold dim")
    parts: list[RenderableType] = [line]
    if decision.tipped_by:
        parts.append(Text(f"  tipped by {', '.join(decision.tipped_by)}", style="dim"))
    headings = Table(box=None, show_header=False, pad_edge=False)
    for heading, field in decision.headings:
        headings.add_row(_shorten(heading, 60), "→", Text(field or "not understood", style="" if field else "yellow"))
    return [*parts, Padding(headings, (0, 0, 0, 2))]


def _counts(tables: Mapping[str, Rows]) -> Text:
    line = Text("\nRows: ", style="bold")
    line.append(", ".join(f"{len(rows)} {name}" for name, rows in tables.items()), style="not bold")
    left = [row for row in tables["unmapped"] if row["reason"] == "not_understood"]
    for row in left:
        line.append(f"\n  not understood, {row['where']}: {_shorten(row['text'], _SHORT)}", style="not bold yellow")
    return line


def _shorten(text: str | None, length: int) -> str:
    plain = " ".join((text or "").split())
    return plain if len(plain) <= length else plain[: length - 1].rstrip() + "…"
