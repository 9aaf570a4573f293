"""Countries and their names: as a report's language prints them, and the one that the tables hold.

`country` is ISO 3166's English short name in reading order: "Moldova", not "Moldova, Republic of". The
database's own common name is taken where it has one; where it departs from ISO, the few below.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import pycountry
from babel import Locale, UnknownLocaleError

from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.patterns import NEVER, plain
from pipeline.letters import begins_small
from pipeline.vocabulary import phrases

SHORT_NAMES: Mapping[str, str] = {
    "USA": "United States of America",
    "COD": "Democratic Republic of the Congo",
    "PSE": "Palestine",
    "FSM": "Micronesia",
    "VGB": "British Virgin Islands",
    "VIR": "United States Virgin Islands",
    "FLK": "Falkland Islands",
    "XKX": "Kosovo",
}
"""English short names where pycountry inverts or shortens them; Kosovo has a code of common use, not of ISO's."""

NOT_ALONE = frozenset({"ATA", "UMI", "IOT", "BVT", "HMD", "SGS", "JEY", "GGY", "IMN"})
"""Territories without a government that reports, whose names stand in others' text."""

MIN_NAME = 3  # letters; a shorter Latin name is a word

_POSSESSIVE = r"(?:'s|')?"  # "Australia's"
_KEY = re.compile(r"country_(?P<code>[A-Z]{3})")


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country named at start..end of a text."""

    start: int
    end: int
    text: str
    code: str


@cache
def _codes() -> Mapping[str, str]:
    """Return alpha-2 → alpha-3."""
    return {**{c.alpha_2: c.alpha_3 for c in pycountry.countries}, "XK": "XKX"}


def short_name(code: str) -> str:
    """Return the English short name of an alpha-3 code."""
    if code in SHORT_NAMES:
        return SHORT_NAMES[code]
    country = pycountry.countries.get(alpha_3=code)
    return str(getattr(country, "common_name", country.name)) if country else code


def _territories(language: str) -> Mapping[str, str]:
    try:
        return dict(Locale.parse(language).territories)
    except UnknownLocaleError:
        return {}


def _printed_names(languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every name and its code: the vocabulary's own forms, ISO's names, then each language's."""
    for key, forms in phrases("facts", languages).items():
        if found := _KEY.fullmatch(key):
            yield from ((form, found["code"]) for form in forms)
    for country in pycountry.countries:
        yield from ((n, country.alpha_3) for a in ("name", "common_name", "official_name") if (n := getattr(country, a, None)))
    for locale in (x for language in languages for x in ((language, "sr_Latn") if language == "sr" else (language,))):
        yield from ((name, _codes()[a]) for a, name in _territories(locale).items() if a in _codes())


def _names(languages: Iterable[str]) -> dict[str, str]:
    """Return every name in plain letters → its code, the first that has it."""
    names: dict[str, str] = {}
    for name, code in _printed_names(tuple(languages)):
        names.setdefault(plain(name), code)
    return {n: c for n, c in names.items() if len(n) > MIN_NAME or not n.isascii()} | {"uk": "GBR", "usa": "USA", "uae": "ARE"}


@lru_cache(maxsize=64)
def _expression(languages: tuple[str, ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    names = {n: c for n, c in _names(languages).items() if c not in NOT_ALONE}
    before = [plain(p) for p in phrases("facts", languages).get("country_before", ())]
    prefix = "|".join(re.escape(p) for p in sorted(before, key=len, reverse=True)) or NEVER.pattern
    options = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<before>(?:{prefix})\s?)?(?P<name>{options})(?!\w)(?P<own>{_POSSESSIVE})(?!-\w)"), names


@lru_cache(maxsize=4096)
def find_countries(text: str, languages: tuple[str, ...]) -> tuple[CountryName, ...]:
    """Return the countries that a text names, in order, official forms whole: "Republic of Albania".

    A name counts where it is printed with a capital, in scripts that have them. English names count in every language.
    """
    expression, names = _expression(tuple(dict.fromkeys((*languages, "en"))))
    found = []
    for match in expression.finditer(plain(text)):
        if not begins_small(text[match.start("name")]):
            end = match.end("name")
            found.append(CountryName(match.start(), end, text[match.start() : end], names[match["name"]]))
    return tuple(found)


@cache
def _adjectives(languages: tuple[str, ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    known = {plain(form): key[-3:] for key, forms in phrases("facts", languages).items() if key.startswith("adjective_") for form in forms}
    options = "|".join(re.escape(n) for n in sorted(known, key=len, reverse=True)) or NEVER.pattern
    return re.compile(rf"(?<![\w-])(?:{options})(?![\w-])"), known


def find_adjectives(text: str, languages: tuple[str, ...]) -> tuple[CountryName, ...]:
    """Return the countries that a text names by their adjective, printed with a capital: "Kenyan National Action Plan"."""
    expression, known = _adjectives(tuple(dict.fromkeys((*languages, "en"))))
    return tuple(
        CountryName(m.start(), m.end(), text[m.start() : m.end()], known[m.group()])
        for m in expression.finditer(plain(text))
        if text[m.start()].isupper()
    )


@cache
def _subdivisions() -> Mapping[str, frozenset[str]]:
    """Return the name of each state, province or region → the countries that have one of that name."""
    found: dict[str, set[str]] = {}
    for division in pycountry.subdivisions:
        for name in re.split(r"[;/\[\]]", division.name):
            found.setdefault(fold(name), set()).add(division.country_code)
    return {name: frozenset(_codes()[c] for c in countries if c in _codes()) for name, countries in found.items()}


def country_of_place(place: str) -> str | None:
    """Return the country of a state, province or region by its name or a part of it ("Kaduna State"); None where several have one."""
    words = fold(place).split()
    parts = [words, *(words[n:] for n in range(1, len(words))), *(words[:-n] for n in range(1, len(words)))]
    known = next((found for part in parts if (found := _subdivisions().get(" ".join(part)))), frozenset[str]())
    return min(known) if len(known) == 1 else None
