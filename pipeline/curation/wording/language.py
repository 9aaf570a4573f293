"""Which languages a document is written in, from its letters and its commonest words."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from pipeline.model import BlockKind, Document
from pipeline.vocabulary import languages, phrases

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_HITS = 3  # fewer telling words in a text say nothing about it
MIN_SHARE = 0.06  # of the document's words, for a language beside the report's own
ENGLISH_LEAD = 1.5  # quoted English must be that many times as long before it is the report's language
LETTER_WEIGHT = 2  # a word with a letter that few languages have tells as much as two common words
MAX_WORDS = 60_000  # more of a document tells no more
MAX_LETTERS = 100_000  # of one text; more of it tells no more

OWN_SCRIPT: Mapping[str, str] = {"GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el", "HEBREW": "he", "HANGUL": "ko", "THAI": "th"}
"""Scripts in which one language is written, by the first word of their letters' Unicode names."""

MACROLANGUAGE: Mapping[str, str] = {"nb": "no", "nn": "no"}
"""Tags of the library for written forms of one language, read with one vocabulary."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")  # "aren't", "зобов'язання"
_SHORT = 2


@cache
def _telling() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Return common words and rare letters → the languages that have them."""
    words: dict[str, list[str]] = defaultdict(list)
    letters: dict[str, list[str]] = defaultdict(list)
    for language in languages():
        own = phrases("facts", (language,))
        for word in own.get("stopwords", ()):
            words[word].append(language)
        for letter in own.get("letters", ()):
            letters[letter].append(language)
    return {w: tuple(x) for w, x in words.items()}, {c: tuple(x) for c, x in letters.items()}


def _texts(document: Document) -> Iterator[str]:
    """Yield prose first, then the cells of the tables; of a very long text its beginning."""
    for block in document.blocks:
        if block.text and block.kind is not BlockKind.BALLOON:
            yield block.text[:MAX_LETTERS]
    for grid in document.grids:
        for cell in grid.cells:
            if cell.text:
                yield cell.text[:MAX_LETTERS]


def _own_script(word: str) -> str | None:
    if word.isascii():
        return None
    return OWN_SCRIPT.get(unicodedata.name(word[0], "").split(" ", 1)[0])


def read_text(text: str) -> tuple[str | None, int]:
    """Return the language of one text, None where it doesn't tell, and how many words it has."""
    stop, rare = _telling()
    scores: Counter[str] = Counter()
    found = [w.replace("’", "'").replace("ʼ", "'") for w in _WORD.findall(unicodedata.normalize("NFC", text).lower())]
    for word in found:
        own = _own_script(word)
        if own:
            scores[own] += LETTER_WEIGHT
            continue
        for language in stop.get(word, ()):
            scores[language] += 1
        if not word.isascii():
            scores.update({language: LETTER_WEIGHT for letter in set(word) for language in rare.get(letter, ())})
    best = scores.most_common(2)
    if not best or best[0][1] < min(MIN_HITS, max(_SHORT, len(found))):
        return None, len(found)
    if len(best) > 1 and best[0][1] == best[1][1]:
        return None, len(found)
    return best[0][0], len(found)


def detect(document: Document) -> tuple[str, ...]:
    """Return the languages of a document by weight of text, the report's own first; empty where undecided.

    Words of one script are told apart by common words and rare letters; the statistical
    library, dear to load, is asked only where these say nothing.
    """
    weights: Counter[str] = Counter()
    total = 0
    for text in _texts(document):
        language, n_words = read_text(text)
        total += n_words
        if language:
            weights[language] += n_words
        if total > MAX_WORDS:
            break
    if not weights:
        together = " ".join(_texts(document))
        language, _ = read_text(together)  # lines too short to tell one by one
        return (language,) if language else _ask_library(together) if total > MIN_HITS else ()
    ranked = [language for language, _ in weights.most_common()]
    if ranked[0] == "en" and len(ranked) > 1 and weights["en"] < ENGLISH_LEAD * weights[ranked[1]]:
        ranked[0], ranked[1] = ranked[1], ranked[0]
    floor = MIN_SHARE * sum(weights.values())
    return tuple(language for n, language in enumerate(ranked) if n == 0 or weights[language] >= floor)


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the library's model, dear to load, once a process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _ask_library(text: str) -> tuple[str, ...]:
    """Return what py3langid says of a text, if it is sure."""
    language, probability = _identifier().classify(text[:20_000])
    return (MACROLANGUAGE.get(language, language),) if probability >= 0.9 else ()
