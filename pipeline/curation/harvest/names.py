"""What a heading or a band names: a commitment, or a milestone of the commitment spoken of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.curation.harvest.context import Context
from pipeline.curation.harvest.drafts import Draft
from pipeline.curation.signs.ratings import RatingReading
from pipeline.curation.wording.numbering import Numbered, is_part, opens_with, split_heading, split_title
from pipeline.curation.wording.words import Words
from pipeline.model import Block

COMMITMENT, MILESTONE, THEME = "commitment_band", "milestone_prefix", "other_no_column"


@dataclass(frozen=True, slots=True)
class Name:
    """A number and a title, and the key of the word before them, if any."""

    numbered: Numbered
    word: str | None = None


@dataclass(slots=True)
class Announced:
    """A heading that names a commitment, and the labelled lines under it, until a table makes it real."""

    name: Name
    block: Block
    lines: list[tuple[Block, str, str]] = field(default_factory=list)  # block, column, text
    rating: tuple[Block, RatingReading] | None = None  # of a line "Completion level: …"


def read_name(text: str, words: Words) -> Name:
    """Part a heading or a band into the word that says what it is, its number and its title."""
    for key in (COMMITMENT, MILESTONE):
        named = opens_with(text, words, key)
        if named is not None and (named.number or named.title):
            return Name(named, key)
    return Name(split_title(text, words))


def is_theme(text: str, words: Words) -> bool:
    """Whether a band opens with a word for something above commitments and its number: "Pillar 2: Open budgets"."""
    named = opens_with(text, words, THEME)
    return named is not None and named.number is not None


def is_milestone_of(name: Name, above: Name | None) -> bool:
    """Whether a name is of something below another: by its number, whatever the two are called, else by the two words."""
    if above is None or not name.numbered.number:
        return False
    return is_part(name.numbered.number, above.numbered.number) or (name.word == MILESTONE and above.word == COMMITMENT)


def name_by_headings(context: Context, nameless: Sequence[tuple[Draft, Block]]) -> None:
    """Name commitments whose forms don't by the headings above them: at least two of one level, each over a form of its own."""
    once = Counter(heading.position for _, heading in nameless)
    alone = [(draft, heading) for draft, heading in nameless if once[heading.position] == 1]
    levels = Counter(heading.level for _, heading in alone)
    titles = Counter(split_heading(heading.text).title for _, heading in alone)
    for draft, heading in alone:
        numbered = split_heading(heading.text)
        if levels[heading.level] >= 2 and titles[numbered.title] == 1:
            draft.number, draft.title = numbered.number, numbered.title
            context.account.use_block(heading.position)
