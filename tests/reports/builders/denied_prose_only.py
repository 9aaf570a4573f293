"""Finland, in English: a report in prose alone. It must be quarantined as `no_tables`, with a finding, and leave no rows behind."""

from tests.reports.builders.markup import Document, h1, p, title
from tests.reports.builders.truth import Refusal

PRINTED = "office"


def build() -> tuple[Document, Refusal]:
    """Return the report and its refusal."""
    content = [
        title("Midterm review of open government 2023-2027"),
        p("Finland"),
        h1("Overview"),
        p("Work on all four commitments has begun. Two milestones were completed and five are on schedule."),
        h1("Commitment 1: Accessible language"),
        p("Guidelines were published in May 2024 and will be revised next year."),
    ]
    return Document(language="en", content=content), Refusal("no_tables")
