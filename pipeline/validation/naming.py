"""How a finding names its row and its place, for a person who holds the report and not the tables."""

import re
from collections.abc import Callable, Mapping, Sequence

OWN_NUMBER = re.compile(r"/c(?P<commitment>[^/~]+)[^/]*/[mr][^/]*$")  # …/c2/m3
TARGET = re.compile(r"/(?:c(?P<commitment>[^/~]+)[^/]*)?(?:/?m(?P<milestone>[^/~]+)[^/]*)?/k\d+$")  # …/c2/m3/k1
Row = Mapping[str, object]


def shortened(text: object, limit: int = 80) -> str:
    """Return a text in one line, cut at a word where it gets long."""
    line = " ".join(str(text).split())
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]}…"


def _milestone(row: Row) -> str:
    number, own = row["milestone_number"], OWN_NUMBER.search(str(row["milestone_id"]))
    of = f" of commitment {own['commitment']}" if own else ""
    if number:
        return f"Milestone {number}{of}"
    return f"The milestone “{shortened(row['title'], 60)}”{of}" if row["title"] else f"A milestone without number and title{of}"


def _commitment(row: Row) -> str:
    if row["commitment_number"]:
        return f"Commitment {row['commitment_number']}"
    return f"The commitment “{shortened(row['title'], 60)}”" if row["title"] else "A commitment without number and title"


def _comment(row: Row) -> str:
    on = TARGET.search(str(row["comment_id"]))
    where = " and ".join(f"{kind} {on[kind]}" for kind in ("commitment", "milestone") if on[kind]) if on else ""
    dated = f" of {row['comment_date_text'] or row['comment_date']}" if row["comment_date_text"] or row["comment_date"] else ""
    return f"The comment by {row['organisation_text'] or 'an unknown author'}{dated}{f' on {where}' if where else ''}"


def _disagreement(row: Row) -> str:
    kind = str(row["table"]).rstrip("s")
    return f"The {kind} {str(row['row_id']).split('/', 1)[-1]}"


NAMERS: Mapping[str, tuple[tuple[str, ...], Callable[[Row], str]]] = {
    "submissions": (("file_name",), lambda row: f"The file {row['file_name']}"),
    "reports": (("report_id",), lambda row: f"The report {row['report_id']}"),
    "commitments": (("commitment_number", "title"), _commitment),
    "milestones": (("milestone_number", "milestone_id", "title"), _milestone),
    "ratings": (("row_id", "as_of_text"), lambda row: f"The rating of {row['row_id']} as of {row['as_of_text']}"),
    "comments": (("comment_id", "organisation_text", "comment_date", "comment_date_text"), _comment),
    "claims": (("text",), lambda row: f"The sentence “{shortened(row['text'])}”"),
    "narrative": (("text",), lambda row: f"The paragraph “{shortened(row['text'])}”"),
    "unmapped": (("text", "where"), lambda row: f"The text “{shortened(row['text'])}”"),
    "disagreements": (("table", "row_id"), _disagreement),
}
"""By table: the columns that a row's name is made of, and how."""


def place(pages: Sequence[int] | None, table: int | None, row: int | None) -> str:
    """Return a place as a person counts it, from 1: page 7, table 2, row 5."""
    parts = [f"page{'s' if len(pages) > 1 else ''} {_pages(pages)}"] if pages else []
    parts += [f"table {table + 1}"] if table is not None else []
    parts += [f"row {row + 1}"] if row is not None else []
    return ", ".join(parts)


def _pages(pages: Sequence[int]) -> str:
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
