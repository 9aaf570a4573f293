"""Organisations' pages: all that a body said, everywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.book.archive import Row
from pipeline.book.reports import Item, Page, Remark


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, what it is on, and the report it stands in."""

    report: Row
    item: Item | None
    remark: Remark


@dataclass(slots=True)
class Body:
    """An organisation and its comments."""

    name: str
    kind: str
    said: list[Said] = field(default_factory=list)

    @property
    def by_report(self) -> list[tuple[Row, list[Said]]]:
        """The comments, newest report first."""
        found: dict[str, tuple[Row, list[Said]]] = {}
        for said in self.said:
            found.setdefault(said.report["report_id"], (said.report, []))[1].append(said)
        return sorted(found.values(), key=lambda pair: (-(pair[0]["period_start_year"] or 0), pair[0]["report_id"]))

    @property
    def n_reports(self) -> int:
        """How many reports it commented on."""
        return len({s.report["report_id"] for s in self.said})

    @property
    def n_other(self) -> int:
        """How often it proposed another rating."""
        return sum(s.remark.differs for s in self.said)

    @property
    def countries(self) -> list[str]:
        """The countries whose reports it commented on."""
        return sorted({str(s.report["country"] or "unknown") for s in self.said})

    @property
    def spellings(self) -> list[str]:
        """How it is printed, where that isn't its name."""
        return sorted({str(s.remark.row["organisation_text"]) for s in self.said} - {self.name, "None"})


def said_on(page: Page) -> list[Said]:
    """Return the comments of a report's page."""
    items = [i for g in page.groups for i in (g.item, *g.milestones) if i]
    return [Said(page.report, i, r) for i in items for r in i.remarks] + [Said(page.report, None, r) for r in page.loose]


def bodies_of(said: Iterable[Said]) -> Sequence[Body]:
    """Return the organisations, by name; one that a header names beside another counts as having said it too."""
    bodies: dict[str, Body] = {}
    for comment in said:
        row = comment.remark.row
        for name in dict.fromkeys((row["organisation"], *row["co_organisations"])):
            if name:
                body = bodies.setdefault(name, Body(name, "unknown"))
                body.said.append(comment)
                if name == row["organisation"] and row["organisation_kind"]:
                    body.kind = row["organisation_kind"]
    return sorted(bodies.values(), key=lambda b: (b.name.casefold(), b.name))
