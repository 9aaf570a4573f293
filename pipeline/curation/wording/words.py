"""The words one report is read with: its languages' vocabularies, ready to be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.curation.wording.matching import Lexicon
from pipeline.curation.wording.numbers import Share, find_shares
from pipeline.letters import ONE_SPELLING
from pipeline.tables import Completion, Rating
from pipeline.vocabulary import languages as all_languages
from pipeline.vocabulary import phrases

LEVELS = {
    "not_started": Completion.NOT_STARTED,
    "limited": Completion.LIMITED,
    "substantial": Completion.SUBSTANTIAL,
    "complete": Completion.COMPLETE,
    "withdrawn": Completion.WITHDRAWN,
}
COLOURS = {"green": Rating.GREEN, "amber": Rating.AMBER, "red": Rating.RED}
LETTERS = {"letter_green": Rating.GREEN, "letter_amber": Rating.AMBER, "letter_red": Rating.RED}
LIGHTS = {
    "complete": Rating.GREEN,
    "substantial": Rating.GREEN,
    "on_track": Rating.GREEN,
    "green_legend": Rating.GREEN,
    "limited": Rating.AMBER,
    "delayed": Rating.AMBER,
    "amber_legend": Rating.AMBER,
    "not_started": Rating.RED,
    "at_risk": Rating.RED,
    "red_legend": Rating.RED,
    **COLOURS,
}
"""Which light a status word stands for, where the report has no legend of its own."""

STATUS_KEYS = frozenset({*LIGHTS, *LEVELS, "closed", "in_progress"})

FIELD_KEYS = frozenset(
    {
        "number", "milestone", "commitment", "commitment_number", "rating", "percent", "evidence", "reasons", "next_steps", "responsible",
        "lead_institution", "supporting_institutions", "description", "problem", "start_date", "end_date", "dates", "comments",
        "comment_organisation", "comment_date", "comment_organisation_date", "comment_text", "comment_response", "comment_reference",
        "objective", "relevance", "ambition", "additional_information", "contact", "indicators", "budget", "other_no_column",
        "cover_country", "cover_period", "cover_date",
    }
)  # fmt: skip
NO_COLUMN_KEYS = frozenset({"objective", "relevance", "ambition", "additional_information", "contact", "indicators", "budget", "other_no_column"})
SUB_KEYS = frozenset({"sub_government", "sub_civil_society"})


KIN = {"sr": ("hr",), "hr": ("sr",), "bs": ("sr", "hr"), "me": ("sr", "hr"), "ky": ("ru",), "kk": ("ru",), "be": ("ru",)}
"""Languages whose reports borrow each other's terms: their words are read too, after the report's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The vocabularies of one report."""

    languages: tuple[str, ...]
    headings: Lexicon
    ratings: Lexicon
    signs: Mapping[str, frozenset[str]]  # a sign → what it can mean: "✓" → tick, tick_yes; "🟢" → symbol_green
    placeholders: frozenset[str]

    def is_sign(self, text: str, *keys: str) -> bool:
        """Whether a text is a sign with one of those meanings."""
        return not self.signs.get(text, frozenset()).isdisjoint(keys)

    def is_placeholder(self, text: str) -> bool:
        """Whether a text standing alone says that there is nothing."""
        said = _small(text)
        return said in self.placeholders or said.rstrip(".") in self.placeholders

    def shares(self, text: str) -> tuple[Share, ...]:
        """Return the percentages of a text, as the report's languages or English write them."""
        return find_shares(text, (*self.languages, "en"))

    def is_share(self, text: str) -> bool:
        """Whether a text is a percentage and nothing else, with its sign or its word: "42,5 %", "35 per cent"."""
        printed = text.strip()
        return any(s.start == 0 and not printed[s.end :].strip(" .") for s in self.shares(printed))


def _small(text: str) -> str:
    return (text if text.isascii() else text.translate(ONE_SPELLING)).strip().casefold()


@lru_cache(maxsize=64)
def load_words(languages: tuple[str, ...], extra: Path | None = None) -> Words:
    """Return the vocabularies of the languages given, English and the common signs after them; of all where none is known."""
    known = languages or tuple(name for name in all_languages() if name != "common")
    order = tuple(dict.fromkeys((*known, *(kin for language in languages for kin in KIN.get(language, ())), "en", "common")))
    ratings = phrases("ratings", order, extra)
    signs: dict[str, frozenset[str]] = {}
    for key, many in phrases("ratings", ("common",), extra).items():
        for sign in many:
            signs[sign] = signs.get(sign, frozenset()) | {key}
    return Words(
        languages=languages,
        headings=Lexicon(phrases("headings", order, extra), has_gaps=True),
        ratings=Lexicon({k: v for k, v in ratings.items() if k in STATUS_KEYS or k in LETTERS or k in ("yes", "no", "as_of")}),
        signs=signs,
        placeholders=frozenset(_small(p) for p in ratings.get("placeholder", ())),
    )
