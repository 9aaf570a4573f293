"""Write the pages that are derived: `python docs/make.py [ROOT]`.

dictionary.md follows from the declarations in pipeline/tables.py. With an archive at ROOT, two more are written: tutorial.md, which is
tutorial.py with the answers for that archive, and pictures/show-<report_id>.svg, the first lines that `ogp-etl show` prints of each report.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from pipeline.tables import TABLES, Column, Table

DOCS = Path(__file__).parent
_CELL = re.compile(r"^# %%(?P<kind> \[markdown\])?\n", re.MULTILINE)
_PICTURED = 40  # lines of `show` in a picture
_FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px; line-height: {line_height}px }}
.{unique_id}-title {{ font: 18px sans-serif }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""A terminal as SVG that asks for no font from elsewhere."""


def dictionary() -> str:
    """Return the data dictionary as a page."""
    head = (
        "# Data dictionary\n\n"
        "Every table and column, written from `pipeline/tables.py` by `python docs/make.py`: change it there. `ogp-etl schema TABLE` prints\n"
        "the same, and each Parquet file carries it as `description` of its fields. A column in **bold** is part of the key. Any other may be\n"
        "null, which means missing. A `code` is a string from a small set, dictionary-encoded.\n"
    )
    return head + "".join(_described(table) for table in TABLES.values())


def _described(table: Table) -> str:
    rows = "\n".join(f"| {_name(table, c)} | `{c.type}` | {_meaning(c)} |" for c in table.columns)
    return f"\n## {table.name}\n\n{table.grain[0].upper()}{table.grain[1:]}.\n\n| column | type | means |\n| --- | --- | --- |\n{rows}\n"


def _name(table: Table, column: Column) -> str:
    return f"**`{column.name}`**" if column.name in table.key else f"`{column.name}`"


def _meaning(column: Column) -> str:
    terms = f" One of {', '.join(f'`{term}`' for term in column.terms)}." if column.terms else ""
    return column.doc.replace("|", "\\|") + terms


def cells(text: str) -> Iterator[tuple[bool, str]]:
    """Give a notebook's cells: whether it is prose, and its text."""
    _, *parts = _CELL.split(text)
    for kind, body in zip(parts[::2], parts[1::2], strict=True):
        yield bool(kind), re.sub(r"^# ?", "", body, flags=re.MULTILINE).strip() if kind else body.strip()


def run(text: str, root: str) -> Iterator[tuple[bool, str, str]]:
    """Run a notebook's cells for an archive and give each with what it printed."""
    names: dict[str, object] = {"__name__": "__main__"}
    before, sys.argv = sys.argv, ["tutorial.py", root]
    try:
        for is_prose, body in cells(text):
            printed = StringIO()
            if not is_prose:
                with redirect_stdout(printed):
                    exec(compile(body, "tutorial.py", "exec"), names)
            yield is_prose, body, "\n".join(line.rstrip() for line in printed.getvalue().splitlines()).strip("\n")
    finally:
        sys.argv = before


def tutorial(root: str) -> str:
    """Return the tutorial as a page, each cell followed by its answer for an archive."""
    parts = []
    for is_prose, body, printed in run((DOCS / "tutorial.py").read_text(encoding="utf-8"), root):
        parts.append(body if is_prose else f"```python\n{body}\n```")
        if printed:
            parts.append(f"```text\n{printed}\n```")
    return "\n\n".join(parts) + "\n"


def pictures(root: str) -> Iterator[tuple[str, str]]:
    """Give what `show` prints of each report of an archive, as SVG."""
    from rich.console import Console
    from rich.segment import Segments

    from pipeline import open_snapshot
    from pipeline.show import show_report

    snapshot = open_snapshot(root)
    for report in snapshot.arrow("reports").to_pylist():
        name = report["report_id"]
        tables = (snapshot.arrow(t, ids=[name]).to_pylist() for t in ("commitments", "milestones", "comments", "findings"))
        console = Console(record=True, width=120, file=StringIO(), force_terminal=True, color_system="truecolor", highlight=False)
        lines = console.render_lines(show_report(report, *tables), pad=False, new_lines=True)[:_PICTURED]
        console.print(Segments(segment for line in lines for segment in line))
        yield name, console.export_svg(title=f"ogp-etl show {name}", code_format=_FRAME, unique_id="show")


def main() -> None:
    """Write the pages."""
    (DOCS / "dictionary.md").write_text(dictionary(), encoding="utf-8")
    for root in sys.argv[1:]:
        (DOCS / "tutorial.md").write_text(tutorial(root), encoding="utf-8")
        for name, picture in pictures(root):
            (DOCS / "pictures" / f"show-{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
