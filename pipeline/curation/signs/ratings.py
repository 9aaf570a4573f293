"""A cell's signs → its rating, against the report's legend first. Two signs that disagree are no rating."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline import colour
from pipeline.curation.signs.entries import COLOUR_MARKS, completion_of
from pipeline.curation.signs.legend import Legend
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.words import LETTERS, LIGHTS, STATUS_KEYS, Words
from pipeline.model import Cell, Mark, MarkKind
from pipeline.tables import Completion, Rating, RatingBasis, RatingIssue

SYMBOLS = {"symbol_green": Rating.GREEN, "symbol_amber": Rating.AMBER, "symbol_red": Rating.RED}
STEM = 5  # letters by which two forms of one word are told
MAX_STATUS = 14  # words; a longer text is read by its opening only

BARE_NUMBER = re.compile(r"^\s*(?P<number>\d{1,3}(?:[.,]\d+)?)\s*$")  # "60", "42.5"
_OPENING = re.compile(r"^(?P<opening>[^\n.;:–—(]{2,80})(?:[\n.;:–—(]|\s-\s)")
_STARS = re.compile(r"[★☆⭐✩✪]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingReading:
    """What a cell says of a rating. `is_blank`: it prints nothing at all."""

    rating: Rating | None = None
    completion: Completion | None = None
    percent: float | None = None
    text: str | None = None
    fill: str | None = None
    basis: RatingBasis | None = None
    issue: RatingIssue | None = None
    is_blank: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A colour that a cell shows: what it means, how it is carried, and its RRGGBB (null for an emoji)."""

    rating: Rating | None
    basis: RatingBasis
    colour: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """What a cell's words mean. `is_known` holds for a status that is neither light nor level too."""

    rating: Rating | None = None
    completion: Completion | None = None
    is_known: bool = False


def read_rating(cell: Cell, legend: Legend, words: Words, *, fill_counts: bool = True, is_percent: bool = False) -> RatingReading:
    """Read one cell's rating.

    Args:
        cell: The cell as printed.
        legend: The report's own; it decides before any general rule.
        words: The report's vocabularies.
        fill_counts: False where the whole row or column is shaded alike, so that the fill says nothing.
        is_percent: The column is of percentages: a bare number is one.
    """
    text = cell.text.strip() or None
    signs = _signs(cell, legend, words, fill_counts)
    percent = _percent(text, words, is_percent)
    if text is None and not signs:
        return RatingReading(is_blank=True)
    wording = _wording(text, legend, words) if text else Wording()
    reading = RatingReading(text=text, percent=percent, completion=wording.completion)
    ratings = {s.rating for s in signs if s.rating}
    if len(ratings) > 1 or (ratings and wording.rating and wording.rating not in ratings):
        return replace(reading, completion=None, fill=_fill(signs), issue=RatingIssue.COLOUR_AND_TEXT_DISAGREE)
    if ratings:
        carrier = next(s for s in signs if s.rating)
        return replace(reading, rating=carrier.rating, basis=carrier.basis, fill=carrier.colour)
    return _by_words(reading, wording, signs, RatingBasis.MARK if text and not text.isalnum() and is_tick(text, words) else RatingBasis.TEXT, legend)


def _by_words(reading: RatingReading, wording: Wording, signs: Sequence[Sign], basis: RatingBasis, legend: Legend) -> RatingReading:
    """Finish a reading whose colours, if any, are no lights; a tick alone that the legend explains is a mark."""
    tint = _fill(signs)
    if wording.rating or wording.completion:
        return replace(reading, rating=wording.rating, basis=basis, fill=tint if signs and signs[0].basis is RatingBasis.TEXT else None)
    if reading.percent is not None:
        return replace(reading, basis=RatingBasis.PERCENT)
    explained = next((s for s in signs if s.colour and _is_other(s.colour, legend)), None)
    if explained:
        return replace(reading, basis=explained.basis, fill=explained.colour)
    if wording.is_known:
        return replace(reading, basis=RatingBasis.TEXT)
    return replace(reading, fill=tint, issue=RatingIssue.OUTSIDE_LEGEND)


def _fill(signs: Sequence[Sign]) -> str | None:
    return next((s.colour for s in signs if s.colour), None)


def light_of(hexadecimal: str, legend: Legend) -> Rating | None:
    """Return what a colour means: by the legend's own colours and their tints, else by the general rule."""
    if hexadecimal in legend.colours:
        return legend.colours[hexadecimal]
    if _is_other(hexadecimal, legend):
        return None
    return colour.tint_of(hexadecimal, legend.colours) or colour.rating_of(hexadecimal)


def _signs(cell: Cell, legend: Legend, words: Words, fill_counts: bool) -> list[Sign]:
    """Every colour of the cell, the cell's own fill first. Several of one meaning count once."""
    found: list[Sign] = []
    if fill_counts and cell.fill and _counts(cell.fill, cell, legend):
        found.append(Sign(light_of(cell.fill, legend), RatingBasis.FILL, cell.fill))
    for mark in cell.marks:
        if mark.kind in COLOUR_MARKS and mark.colour and _shows(mark.colour, legend):
            found.append(Sign(light_of(mark.colour, legend), _basis(mark, cell.text, words), mark.colour))
    for char in cell.text:
        for key in words.signs.get(char, frozenset()) & SYMBOLS.keys():
            found.append(Sign(SYMBOLS[key], RatingBasis.SYMBOL, None))
    emoji = [s for s in found if s.basis is RatingBasis.SYMBOL and s.colour is None]
    if emoji:  # what a reader saw painted where an emoji stands is the emoji itself
        found = [s for s in found if s.basis not in (RatingBasis.SHAPE,)]
    return _once(found)


def _counts(fill: str, cell: Cell, legend: Legend) -> bool:
    """Whether a fill says something: a light, a colour that the legend explains, or grey in a blank cell of a column of colours."""
    is_left_grey = bool(legend.colours) and not cell.text.strip() and colour.is_dull(fill)
    return _shows(fill, legend) or _is_other(fill, legend) or is_left_grey


def _is_other(hexadecimal: str, legend: Legend) -> bool:
    """Whether the legend explains a colour that is no light."""
    return any(colour.is_close(hexadecimal, other) for other in legend.other_colours)


def _once(signs: Iterable[Sign]) -> list[Sign]:
    kept: dict[Rating | str | None, Sign] = {}
    for sign in signs:
        kept.setdefault(sign.rating or sign.colour, sign)
    return list(kept.values())


def _shows(hexadecimal: str, legend: Legend) -> bool:
    return hexadecimal in legend.colours or colour.tint_of(hexadecimal, legend.colours) is not None or not colour.is_neutral(hexadecimal)


def _basis(mark: Mark, text: str, words: Words) -> RatingBasis:
    if mark.kind in (MarkKind.SHAPE, MarkKind.PICTURE):
        return RatingBasis.SHAPE
    marked = text[mark.start : mark.end]
    if mark.kind is MarkKind.FONT:
        return RatingBasis.TEXT if any(c.isalnum() for c in marked) else RatingBasis.SYMBOL
    return RatingBasis.FILL


def _percent(text: str | None, words: Words, is_percent: bool) -> float | None:
    """A percentage in the text; of a column of percentages, a bare number too. Outside 0..100: none."""
    if text is None:
        return None
    values = {round(s.share * 100, 4) for s in words.shares(text)}
    bare = BARE_NUMBER.match(text) if is_percent else None
    if bare:
        values.add(float(bare["number"].replace(",", ".")))  # figures of any script
    if len(values) != 1:
        return None
    value = values.pop()
    return value if 0 <= value <= 100 else None


def _wording(text: str, legend: Legend, words: Words) -> Wording:
    """What a text says: by the legend's phrases, else by the vocabulary; its opening where it goes on."""
    bare = " ".join("".join(" " if c in words.signs and not c.isalnum() else c for c in text).split())
    for candidate in _candidates(bare, text):
        found = _one_wording(candidate, legend, words)
        if found:
            return found
    return Wording()


def _candidates(bare: str, text: str) -> list[str]:
    """The parts of a text that may be its status, the whole first."""
    first_line = text.split("\n", 1)[0]
    opening = _OPENING.match(bare)
    stars = _STARS.search(text)
    found = [part for part in (bare, first_line) if len(part.split()) <= MAX_STATUS]
    found += [opening["opening"]] if opening else []
    found += [stars.group()] if stars else []
    return [part for part in found if part.strip()]


def _one_wording(text: str, legend: Legend, words: Words) -> Wording | None:
    folded = fold(text) or text.strip()
    match = words.ratings.match(text, STATUS_KEYS | frozenset(LETTERS), loose=len(text) > 4)
    key = match.key if match and match.score >= 0.72 else None
    completion = completion_of(key) if key and (key == "withdrawn" or _on_the_scale(folded, legend)) else None
    completion = completion or legend.levels.get(folded)
    if folded in legend.phrases:
        return Wording(legend.phrases[folded], completion, is_known=True)
    if folded in legend.parts:
        return Wording(legend.parts[folded], completion, is_known=True)
    inside = {r for p, r in legend.lights.items() if len(folded) >= 3 and (f" {folded} " in f" {p} ")}
    if len(inside) == 1:
        return Wording(inside.pop(), completion, is_known=True)
    if key is None:
        return None
    if key in LETTERS:
        return Wording(LETTERS[key], None, is_known=True)
    if key == "in_progress":
        return None
    return Wording(LIGHTS.get(key), completion, is_known=True)


def _on_the_scale(folded: str, legend: Legend) -> bool:
    """Whether a status word is of the scale that the report uses: of its legend's own words, where that explains lights."""
    opening = folded.split(" ", 1)[0][:STEM]
    return not legend.is_of_lights or any(word[:STEM] == opening for phrase in legend.phrases for word in phrase.split())


def is_tick(text: str, words: Words) -> bool:
    """Whether a text is a tick, a cross or a filled box and nothing else."""
    stripped = text.strip()
    return (
        bool(stripped)
        and len(stripped) <= 3
        and any(words.is_sign(part, "tick", "tick_yes", "dot") for part in (stripped, stripped.casefold(), stripped[0]))
    )


def is_empty_box(text: str, words: Words) -> bool:
    """Whether a text is an empty box to tick, or nothing."""
    stripped = text.strip()
    return not stripped or all(words.is_sign(c, "box_empty") for c in stripped)


def read_levels(ticked: Sequence[tuple[str, str]]) -> RatingReading:
    """Read the rating of a row whose columns are levels.

    Args:
        ticked: (status key, heading as printed) of each column that is ticked.
    """
    if not ticked:
        return RatingReading(is_blank=True)
    if len({key for key, _ in ticked}) > 1:
        return RatingReading(text="\n".join(h for _, h in ticked), issue=RatingIssue.COLOUR_AND_TEXT_DISAGREE)
    key, heading = ticked[0]
    rating = LETTERS.get(key) or LIGHTS.get(key)
    return RatingReading(rating=rating, completion=completion_of(key), text=heading, basis=RatingBasis.MARK)
