"""The lattices of a page: ruled tables, those nested in their cells, and none for a frame around the page."""

from collections.abc import Sequence

from pipeline.readers.pages.grids import Lattice, components, joined_rules, lay_out
from pipeline.readers.pages.nesting import part_nested
from pipeline.readers.pages.paint import Edge

FRAME = 0.6  # of the page's area: a single box so large is a frame around the page


def find_lattices(edges: Sequence[Edge], page_area: float) -> tuple[list[Lattice], list[Edge]]:
    """Return the lattices that a page's rules draw, from top to bottom, nested ones among them; and the level rules outside of them."""
    upright, level = joined_rules(edges)
    groups = [rules for group in components(upright, level) for rules in part_nested(*group)]
    lattices = [lattice for group in groups if (lattice := lay_out(*group)) is not None and not _is_frame(lattice, page_area)]
    free = [rule for rule in level if not any(_is_within(rule, lattice) for lattice in lattices)]
    return sorted(lattices, key=lambda lattice: (lattice.box[1], lattice.box[0])), free


def _is_within(rule: Edge, lattice: Lattice) -> bool:
    x0, top, x1, bottom = lattice.box
    return top - 1 <= rule.at <= bottom + 1 and rule.start < x1 and rule.end > x0


def _is_frame(lattice: Lattice, page_area: float) -> bool:
    x0, top, x1, bottom = lattice.box
    return len(lattice.slots) == 1 and (x1 - x0) * (bottom - top) > FRAME * page_area
