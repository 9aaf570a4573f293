"""Loads, on import, what every document needs: the language model, the words, the patterns.

The server process imports this once and each child starts with all of it; loaded in each child anew it took two seconds.
"""

from contextlib import suppress

import pandas  # noqa: F401  # Arrow looks for it whenever it converts Python values

from pipeline.curation.curate import curate
from pipeline.errors import DocumentError
from pipeline.executors import child  # noqa: F401
from pipeline.model import Block, BlockKind, Cell, Document, Grid
from pipeline.readers import docx, pdf  # noqa: F401
from pipeline.staging import restore, stage

_HEADINGS = ("No.", "Milestone", "Assessment", "Evidence", "Reasons", "Next steps")
_ROW = ("1", "Publish the register", "green", "Published on 3 May 2023. A body (4 May 2023): Agreed.", "Funded.", "Train.")
_SAMPLE = Document(
    document_id="0" * 64,
    format="docx",
    file_name="report.docx",
    n_pages=None,
    blocks=(
        Block(
            position=0,
            kind=BlockKind.PARAGRAPH,
            text="Self-assessment report of the government of Ghana on its National Action Plan 2021-2023, 3 May 2023",
        ),
        Block(position=1, kind=BlockKind.TABLE, table=0),
    ),
    grids=(
        Grid(
            table=0,
            n_rows=2,
            n_columns=6,
            cells=tuple(Cell(row=r, column=c, text=t) for r, row in enumerate((_HEADINGS, _ROW)) for c, t in enumerate(row)),
        ),
    ),
)

with suppress(DocumentError):
    curate(restore(stage(_SAMPLE)))
