"""Latvia, in English: a covering letter with a table of contacts and one of meetings; no table of it is about milestones.

It must be quarantined as `unknown_layout`, with a finding, and leave no rows behind.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Refusal

PRINTED = "browser"


def build() -> tuple[Document, Refusal]:
    """Return the letter and its refusal."""
    contacts = Table(
        rows=(
            heads("Name", "Office", "Telephone"),
            (cell("Anna Paraugs"), cell("State Chancellery"), cell("+371 0000 0001")),
            (cell("Juris Piemērs"), cell("Ministry of Culture"), cell("+371 0000 0002")),
        ),
        widths=(6, 7, 5),
    )
    meetings = Table(
        rows=(heads("Meeting", "Place", "Participants"), (cell("First"), cell("Riga"), cell("34")), (cell("Second"), cell("Liepāja"), cell("21"))),
        widths=(5, 5, 4),
    )
    content = [
        title("Covering letter to the self-assessment report 2022-2024"),
        p("Latvia"),
        p("12 December 2024"),
        p("The report itself follows by separate post."),
        h1("Contacts"),
        contacts,
        h1("Meetings held"),
        meetings,
    ]
    return Document(language="en", content=content), Refusal("unknown_layout")
