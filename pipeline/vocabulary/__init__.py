"""Words as data: one folder per language, one file per topic, one line per meaning.

A topic file is a flat TOML table: a key (what is meant) and the phrases that say it, e.g.
`next_steps = ["Next steps", "Next step", "Way forward"]`. `LANGUAGES` are the folders.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

Phrases = Mapping[str, tuple[str, ...]]


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a folder, by BCP 47 primary subtag (`common` is for signs of no language)."""
    root = resources.files(__package__)
    return tuple(sorted(f.name for f in root.iterdir() if f.is_dir() and not f.name.startswith("_")))


@cache
def _file(topic: str, language: str, extra: Path | None) -> Phrases:
    found: dict[str, tuple[str, ...]] = {}
    shipped = resources.files(__package__) / language / f"{topic}.toml"
    sources = [shipped] if shipped.is_file() else []
    own = extra / language / f"{topic}.toml" if extra else None
    texts = [s.read_text(encoding="utf-8") for s in sources] + ([own.read_text(encoding="utf-8")] if own and own.is_file() else [])
    for text in texts:
        for key, phrases in tomllib.loads(text).items():
            found[key] = (*found.get(key, ()), *phrases)
    return found


def phrases(topic: str, languages: Iterable[str], extra: Path | None = None) -> Phrases:
    """Return what each key of a topic is called in the languages given, in their order.

    Args:
        topic: The file's name without its ending: headings, ratings, comments, claims, facts …
        languages: Primary subtags; those without a file for the topic add nothing.
        extra: A folder of the user's own, laid out like this one; its phrases are added.
    """
    merged: dict[str, tuple[str, ...]] = {}
    for language in languages:
        for key, words in _file(topic, language, extra).items():
            merged[key] = tuple(dict.fromkeys((*merged.get(key, ()), *words)))
    return merged
