"""What languages call their months and what stands around a date, as patterns ready to search with.

Months come from CLDR (babel), in every form and script it has; `vocabulary/<language>/dates.toml` adds what it lacks:
inflected forms, other spellings, year words ("року"), links ("de"), ordinal endings, words that lead to a date ("by the end of")
or trail behind it ("at the latest").
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from pipeline import vocabulary
from pipeline.letters import I_WITHOUT_DOT, PLAIN_GREEK, n_letters

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
SPACE = r"(?:[^\S\n\r]|[\u200e\u200f\u061c\u2060])"  # a space within a line, or a sign of direction
DAY = r"(?<!\d)(?<!\d[.,/])(?P<d>\d{1,2})"  # "28", not the end of "1.28"; the last of "1-30 June"
YEAR = r"(?P<y>(?:19|20|21)\d\d|['’‘]\d\d)(?!\d)(?![./-]\d)"  # "2023", "'23"

_FAMILIES = {  # what one language tag stands for: other scripts, other traditions of naming months
    "sr": ("sr", "sr_Latn"),
    "bs": ("bs", "bs_Cyrl"),
    "uz": ("uz", "uz_Cyrl"),
    "az": ("az", "az_Cyrl"),
    "pt": ("pt", "pt_PT"),
    "es": ("es", "es_UY"),
    "en": ("en", "en_GB"),
    "ar": ("ar", "ar_LB", "ar_DZ", "ar_MA"),
    "no": ("no", "nn"),
}
_NO_LETTER = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class DateWords:
    """The patterns and words of one set of languages."""

    months: dict[str, int]
    with_day: tuple[re.Pattern[str], ...]  # groups d, m, y
    month_only: tuple[re.Pattern[str], ...]  # groups m, y
    year_word: re.Pattern[str]
    half_range: re.Pattern[str]  # "1 July –" before a whole date: groups d, m
    to: re.Pattern[str]
    weekdays: frozenset[str]
    leads: frozenset[str]
    lead_ends: frozenset[str]  # the last word of each
    trails: frozenset[str]
    open_ends: frozenset[str]
    has_ordinal_years: bool  # the main language writes "2023." in every date


def fold(text: str) -> str:
    """Return a word as it is looked up: lower case, without dots, apostrophes straight, spaces made one."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(I_WITHOUT_DOT).replace("’", "'")
    return " ".join(text.casefold().replace(".", "").split())


def alternatives(phrases: Iterable[str]) -> str:
    """Return the phrases as one alternation, longest first, any space for a space; one that matches nothing if there are none."""
    spelt = sorted({p for p in phrases if p.split()}, key=lambda p: (-len(p), p))
    return "|".join(rf"{SPACE}+".join(re.escape(w) for w in p.split()) for p in spelt) or r"(?!)"


@cache
def date_words(languages: tuple[str, ...]) -> DateWords:
    """Return the words of the languages; English counts always."""
    known = tuple(dict.fromkeys((*languages, "en")))
    said = vocabulary.phrases("dates", (*known, "common"))
    months = _months(known, said)
    month = rf"(?P<m>{alternatives(months)}){_NO_LETTER}\.?"
    links, to = alternatives(said.get("links", ())), alternatives(said.get("to", ()))
    after_day = rf"(?:{SPACE}?(?:{alternatives((*said.get('ordinals', ()), *said.get('day_words', ())))}){_NO_LETTER})?\.?"
    year_word = rf"(?:{SPACE}*(?:{alternatives(said.get('year_words', ()))}){_NO_LETTER})"
    to_month = rf"(?:{SPACE}*,?{SPACE}*(?:{links}){SPACE}*|,?{SPACE}+|[-./,]{SPACE}?|(?=[^\W\d]))"  # between day and month
    to_year = rf"(?:{SPACE}*,?{SPACE}*(?:{links}){SPACE}*|{SPACE}*,?{SPACE}+|[-./,]{SPACE}?|(?=\d))"  # before the year
    day_later = rf"(?P<d>\d{{1,2}})(?!\d){after_day}"
    year_first = rf"(?<!\d)(?<!\d[./-]){YEAR}{year_word}?,?"
    dotted_year = rf"(?<!\d)(?<!\d[./-])(?P<y>(?:19|20|21)\d\d|['’‘]\d\d)\.{SPACE}?"  # "'23.6월"
    leads = frozenset(fold(w) for w in said.get("leads", ()))
    return DateWords(
        months=months,
        with_day=_compiled(
            rf"{DAY}{after_day}{to_month}{month}{to_year}{YEAR}",  # "28 de agosto de 2023", "28-Aug-2023"
            rf"{DAY}-{month}-(?P<y>\d\d)(?![\d-])",  # "28-Aug-23"
            rf"(?<![^\W\d_]){month}{SPACE}*{day_later}{to_year}{YEAR}",  # "Aug 28, 2023"
            rf"{year_first}{SPACE}*{month}{SPACE}*{day_later}(?![./]?\d)",  # "2023 оны 8 сарын 28-ны өдөр", "2023 թ. օգոստոսի 28"
            rf"{year_first}{SPACE}*{DAY}{after_day}{to_month}{month}",  # "2023 წლის 28 აგვისტოს"
        ),
        month_only=_compiled(rf"(?<![^\W_]){month}{to_year}{YEAR}", rf"{year_first}{SPACE}+{month}", rf"{dotted_year}{month}"),
        year_word=re.compile(year_word, re.IGNORECASE),
        half_range=re.compile(rf"(?:^|\s)(?:(?P<d>\d{{1,2}}){after_day}{SPACE}*)?(?:(?:(?:{links})\s*)?{month})?\s*(?:{to})$", re.IGNORECASE),
        to=re.compile(rf"\.?\s*(?:{to})\s*", re.IGNORECASE),
        weekdays=frozenset(fold(day) for language in known for day in _cldr(language, "days")),
        leads=leads,
        lead_ends=frozenset(lead.split()[-1] for lead in leads if lead),
        trails=frozenset(fold(w) for w in said.get("trails", ())),
        open_ends=frozenset(fold(w) for w in said.get("open", ())),
        has_ordinal_years=any(str(locale.date_formats["long"].pattern).endswith("y.") for locale in _locales(known[0])),
    )


@cache
def short_pattern(language: str) -> str:
    """Return CLDR's short date of a language, "dd.MM.yy"; empty where it has none."""
    return next((str(locale.date_formats["short"].pattern) for locale in _locales(language)), "")


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.IGNORECASE) for p in patterns)


def _months(languages: Iterable[str], said: vocabulary.Phrases) -> dict[str, int]:
    """Every form of every month, folded, with the months' numbers."""
    months = {}
    for language in languages:
        for number, name in enumerate(_cldr(language, "months")):
            months[fold(name)] = number % 12 + 1
    for number, key in enumerate(MONTHS, 1):
        months |= {fold(word): number for word in said.get(key, ())}
    months |= {form + ending: number for form, number in tuple(months.items()) if n_letters(form) > 2 for ending in said.get("endings", ())}
    return {_without_accents(form): number for form, number in months.items()} | months


def _without_accents(form: str) -> str:
    """A Latin or Greek word as it is typed without accents ("fevrier"); others as they are."""
    plain = "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
    return plain if plain.isascii() else form.translate(PLAIN_GREEK)


def _cldr(language: str, what: str) -> Iterator[str]:
    """A language's months or weekdays in every form longer than one letter, in order, form by form."""
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                names = locale.months[context][width] if what == "months" else locale.days[context][width]
                yield from (str(names[n]) for n in sorted(names))


@cache
def _locales(language: str) -> tuple[Locale, ...]:
    found = []
    for name in _FAMILIES.get(language, (language,)):
        try:
            found.append(Locale.parse(name))
        except (UnknownLocaleError, ValueError):
            continue
    return tuple(found)
