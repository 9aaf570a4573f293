"""The action plan's name and the locality, as the front of a report prints them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.curation.about.countries import find_countries
from pipeline.curation.wording.patterns import compile_phrases, plain
from pipeline.letters import begins_small
from pipeline.vocabulary import phrases

_PARTS = re.compile(r"\s+[|–—]\s+(?!20\d\d|[^()]*\))|(?<=\w):\s+|\s\|\s")  # "Ghana – Fourth OGP National Action Plan", "Plan 2019-2021: report"
_SPAN_TAIL = re.compile(r",\s*[^\W\d_]+\s+20\d\d\s*[–—-].*$")  # ", July 2016 – June 2018"
_YEARS_ALONE = re.compile(r"\(?20\d\d\s?[-–/]\s?(?:20)?\d\d\)?")  # "2013-2015"
_PLACE_NAME = r"(?:[^\W\d_][\w'’.-]*)(?:[ -](?:d[eiou]s?|d'|la|el|los|las|del|da|and|y|e|upon|of|the|-)?\s?[^\W\d_][\w'’.-]*){0,3}"


@lru_cache(maxsize=64)
def _plan_words(languages: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = phrases("facts", languages)
    return compile_phrases(words.get("plan_names", ())), compile_phrases(words.get("title_words", ()))


def find_plan(lines: Sequence[str], languages: tuple[str, ...]) -> str | None:
    """Return the plan's name: the line that names an action plan, or the part of one between dashes or after a colon.

    Where lines after the first give the same name more fully ("… 2013-2015"), the fullest is the name.
    """
    names = [name for n, line in enumerate(lines) if (name := _plan_in(line, lines[n + 1 : n + 2], languages))]
    return max((n for n in names if plain(names[0]) in plain(n)), key=len) if names else None


def _plan_in(line: str, following: Sequence[str], languages: tuple[str, ...]) -> str | None:
    plan, report = _plan_words(languages)
    for part in _PARTS.split(_SPAN_TAIL.sub("", line)):
        found = plan.search(plain(part))
        if found:
            is_more = begins_small(part.lstrip()) or report.search(plain(part)) is not None  # "on the state of implementation of the Action Plan"
            name = _from_first_capital(part, found.start()).strip() if is_more else part.strip()
            years = following[0].strip() if following and plan.fullmatch(plain(name)) and _YEARS_ALONE.fullmatch(following[0].strip()) else ""
            return f"{name} {years}".strip()
    return None


def _from_first_capital(line: str, start: int) -> str:
    """Return a line from the plan's name on, with the capitalised words and ordinals before it: "Report on the Second OGP Action Plan"."""
    words = line[:start].split(" ")
    while len(words) > 1 and (not words[-1] or words[-1][:1].isupper() or words[-1][:1].isdigit()):
        words.pop()
    return line[len(" ".join(words)) :] if words and words[-1][:1].islower() else line[start:]


@lru_cache(maxsize=64)
def _locality_words(languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    words = phrases("facts", languages)
    before = "|".join(re.escape(plain(w)) for w in sorted(words.get("locality_before", ()), key=len, reverse=True)) or "(?!)"
    after = "|".join(re.escape(plain(w)) for w in sorted(words.get("locality_after", ()), key=len, reverse=True)) or "(?!)"
    return (
        re.compile(rf"(?<![\w-])(?P<place>(?:{before})\s(?P<name>{_PLACE_NAME}))"),  # "Municipality of Tirana"
        re.compile(rf"(?<![\w-])(?P<place>(?P<name>[^\W\d_][\w'’-]*(?:[ -][^\W\d_][\w'’-]*)?)\s(?:{after}))(?!\w)"),  # "Kaduna State"
    )


_PLACE_AND_DATE = re.compile(r",\s*(?:\w{1,3}\s+)?[\d٠-٩]{1,2}\b.*[\d٠-٩]{4}")  # "г. Бишкек, 9 декабря 2022 года", "Tunis, le 30 septembre 2015"


def find_locality(lines: Sequence[str], languages: tuple[str, ...]) -> str | None:
    """Return the local government that the front names, as printed; its name has capitals and isn't a country's."""
    for line in lines:
        if _PLACE_AND_DATE.search(line):
            continue  # where and when it was signed
        for expression in _locality_words(languages):
            for match in expression.finditer(plain(line)):
                name = line[match.start("name") : match.end("name")]
                if match.end("name") < match.end("place") and any(begins_small(w) for w in name.split()):
                    continue  # "Secretary of State"
                place = _capitalised(line[match.start("place") : match.end("place")], match.start("name") - match.start("place"))
                if place and not any(
                    c.start < match.end() and match.start() < c.end and c.end - c.start >= len(place) for c in find_countries(line, languages)
                ):
                    return place
    return None


def _capitalised(place: str, name_at: int) -> str | None:
    """Return the place up to its last word with a capital; None where the name has none."""
    words = place.split(" ")
    while words and words[-1][:1].islower() and len(" ".join(words)) > name_at:
        words.pop()
    kept = " ".join(words).rstrip(" ,.;:")
    return kept if len(kept) > name_at and not begins_small(place[name_at:]) else None
