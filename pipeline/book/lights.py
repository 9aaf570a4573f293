"""A rating as a light: a colour that is never alone, but has a letter, a shape and words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipeline.tables import Completion, Rating


class Hue(StrEnum):
    """What a light looks like; `other` is rated without a colour, `none` is not rated."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Light:
    """A light: its look, the letter or number on it, and what it means in words."""

    hue: Hue
    sign: str
    words: str


_LETTERS = {Rating.GREEN: "G", Rating.AMBER: "A", Rating.RED: "R"}
_LEVELS = {
    Completion.NOT_STARTED: "not started",
    Completion.LIMITED: "limited",
    Completion.SUBSTANTIAL: "substantial",
    Completion.COMPLETE: "complete",
    Completion.WITHDRAWN: "withdrawn",
}
_ISSUES = {
    "colour_and_text_disagree": "colour and word disagree",
    "outside_legend": "printed, but not in the report's legend",
}
NO_LIGHT = Light(Hue.NONE, "–", "no rating")


def light_of(row: Mapping[str, Any]) -> Light:
    """Return the light of a commitment, a milestone or a printed rating."""
    percent = row["percent_complete"]
    level = _LEVELS[Completion(row["completion"])] if row["completion"] else None
    details = [d for d in (level, f"{percent:g} %" if percent is not None else None) if d]
    if row["rating"]:
        light = colour(row["rating"])
        return Light(light.hue, light.sign, ", ".join([light.words, *details]))
    if percent is not None:
        return Light(Hue.OTHER, f"{percent:g}", ", ".join(details))
    if level:
        return Light(Hue.OTHER, level[0].upper(), level)
    if row["rating_issue"]:
        return Light(Hue.NONE, "?", _ISSUES[row["rating_issue"]])
    if row["rating_text"]:
        return Light(Hue.OTHER, "•", str(row["rating_text"]))
    return NO_LIGHT


def colour(rating: str) -> Light:
    """Return the light of a traffic light's colour."""
    return Light(Hue(rating), _LETTERS[Rating(rating)], str(rating))


@dataclass(frozen=True, slots=True)
class Mix:
    """Many lights on one tile: `look` names its stripes, `signs` its letters, `words` says how many of each."""

    look: str
    signs: str
    words: str


def mix_of(lights: Iterable[Light]) -> Mix:
    """Return the lights of a commitment's milestones as one tile.

    The stripes are quarters of the tile in the order green, amber, red, anything else, at least one for what occurs.
    """
    listed = list(lights)
    if {Hue.OTHER} <= {light.hue for light in listed} <= {Hue.OTHER, Hue.NONE}:
        return Mix("other", listed[0].sign if len(listed) == 1 else "…", "; ".join(light.words for light in listed))
    counts: Counter[Hue] = Counter(Hue.NONE if light.hue is Hue.OTHER else light.hue for light in listed)
    order = (Hue.GREEN, Hue.AMBER, Hue.RED, Hue.NONE)
    shares = _quarters([counts[h] for h in order])
    signs = "".join(sign for h, sign in zip(order, "GAR–", strict=True) if counts[h])
    words = ", ".join(f"{counts[h]} {h.value if h is not Hue.NONE else 'without a light'}" for h in order if counts[h])
    return Mix("".join(map(str, shares)), signs or "–", words or "no rating")


STRIPES = 4


def _quarters(counts: list[int]) -> list[int]:
    """Share out the stripes in proportion, each that occurs at least one.

    >>> _quarters([3, 1, 0, 0]), _quarters([0, 0, 0, 0]), _quarters([99, 1, 0, 1])
    ([3, 1, 0, 0], [0, 0, 0, 4], [2, 1, 0, 1])
    """
    total = sum(counts)
    if not total:
        return [0, 0, 0, STRIPES]
    shares = [max(1, round(n * STRIPES / total)) if n else 0 for n in counts]
    while sum(shares) != STRIPES:
        step = 1 if sum(shares) < STRIPES else -1
        open_to = [i for i in range(len(shares)) if counts[i] and shares[i] + step > 0]
        best = max(open_to, key=lambda i: step * (counts[i] * STRIPES / total - shares[i]))
        shares[best] += step
    return shares


def stripe_rules() -> str:
    """Return the style rules of every mix of stripes, so that no page carries a style of its own."""
    rules = []
    names = ("green", "amber", "red", "none")
    for g in range(STRIPES + 1):
        for a in range(STRIPES + 1 - g):
            for r in range(STRIPES + 1 - g - a):
                shares = (g, a, r, STRIPES - g - a - r)
                if max(shares) == STRIPES:
                    background = f"var(--{names[shares.index(STRIPES)]})"
                else:
                    background = f"linear-gradient(90deg,{_stops(shares, names)})"
                rules.append(f".k{''.join(map(str, shares))}{{background:{background}}}")
    return "\n".join(rules) + "\n"


def _stops(shares: tuple[int, ...], names: tuple[str, ...]) -> str:
    stops, at = [], 0
    for share, name in zip(shares, names, strict=True):
        if share:
            stops.append(f"var(--{name}) {at * 100 // STRIPES}% {(at + share) * 100 // STRIPES}%")
            at += share
    return ",".join(stops)
