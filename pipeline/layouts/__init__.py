"""Layout families as data: one small TOML file each, the shipped ones here, a user's own in a folder of theirs."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from pathlib import Path

from pipeline.errors import UsageError


class Shape(StrEnum):
    """How a table is laid out."""

    GRID = "grid"  # a row per thing, under headings
    FORM = "form"  # a row per field, labels beside or above values


class Rows(StrEnum):
    """What one row of a grid, or one form, is about."""

    MILESTONE = "milestone"
    COMMITMENT = "commitment"
    COMMENT = "comment"


class Setting(StrEnum):
    """Where the table stands."""

    ANYWHERE = "anywhere"
    UNDER_COMMITMENT = "under_commitment"  # bands or a heading name the commitments, so the rows are something else
    ALONE = "alone"  # nothing around it names a commitment


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One family.

    `needs` lists groups of fields; the table must have one field of each group. `title` names the
    fields that may hold a row's title, best first.
    """

    name: str
    summary: str
    shape: Shape
    rows: Rows
    title: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    lacks: tuple[str, ...] = ()
    setting: Setting = Setting.ANYWHERE

    def fits(self, fields: Iterable[str], *, under_commitment: bool) -> bool:
        """Whether a table with those fields, in that setting, can be of this family."""
        have = set(fields)
        if self.setting is Setting.UNDER_COMMITMENT and not under_commitment:
            return False
        if self.setting is Setting.ALONE and under_commitment:
            return False
        return all(have.intersection(group) for group in self.needs) and not have.intersection(self.lacks)


@lru_cache(maxsize=8)
def load_layouts(extra: Path | None = None) -> tuple[Layout, ...]:
    """Return the layouts: a user's own first, then the shipped ones, each by file name.

    Raises:
        UsageError: A file that isn't a layout, with its name and what is wrong.
    """
    own = sorted(extra.glob("*.toml")) if extra else []
    shipped = sorted((f for f in resources.files(__package__).iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_read(f.name, f.read_text(encoding="utf-8")) for f in (*own, *shipped))


def _read(name: str, text: str) -> Layout:
    try:
        said = tomllib.loads(text)
        return Layout(
            name=said["name"],
            summary=said["summary"],
            shape=Shape(said["shape"]),
            rows=Rows(said["rows"]),
            title=tuple(said["title"]),
            needs=tuple(tuple(group) for group in said["needs"]),
            lacks=tuple(said.get("lacks", ())),
            setting=Setting(said.get("setting", "anywhere")),
        )
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise UsageError(f"The layout file {name} can't be used: {error}.", "Compare it with docs/add-a-layout.md.") from error
