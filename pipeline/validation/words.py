"""Words in running text: whole words in the text's language, and texts that say the same."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?;:։؟።])\s+|\n+")  # "Approved. Pending launch." parts after the dot


@dataclass(frozen=True)
class Lexicon:
    """Phrases of one language. A word may end in * for any ending: `очіку*`."""

    phrases: tuple[str, ...]

    @property
    def for_arrow(self) -> str:
        """The pattern in RE2's dialect, whose word borders know ASCII only."""
        words = "|".join(_joined(p, r"[\pL\pM\pN]*") for p in self.phrases)
        return rf"(?i)(?:^|[^\pL\pM\pN])(?:{words})(?:$|[^\pL\pM\pN])"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern in Python's dialect."""
        words = "|".join(_joined(p, r"\w*") for p in sorted(self.phrases, key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the phrases stand."""
        return [m.span() for m in self.pattern.finditer(text)] if self.phrases else []


def _joined(phrase: str, ending: str) -> str:
    words = [re.escape(w.rstrip("*")).replace("'", "['’ʼ]") + (ending if w.endswith("*") else "") for w in phrase.split()]
    return r"\s+".join(words)


def lexicons(words: Mapping[str, Sequence[str]] | None) -> dict[str, Lexicon]:
    """Return the words of an argument, by language."""
    return {language: Lexicon(tuple(phrases)) for language, phrases in (words or {}).items() if phrases}


NOTHING = Lexicon(())


def tipping(text: str, tips: Lexicon, excused: Lexicon = NOTHING, settled: Lexicon = NOTHING) -> str | None:
    """Return the words that tip the text, the last ones; None where a later sentence settles it.

    Args:
        text: Some sentences.
        tips: What tips it.
        excused: Phrases around such words in which they don't count.
        settled: What settles the matter when it stands in a later sentence.
    """
    found: str | None = None
    for sentence in SENTENCE.split(text):
        excuses = excused.spans(sentence)
        hits = [(a, b) for a, b in tips.spans(sentence) if not any(x < b and a < y for x, y in excuses)]
        if hits:
            found = sentence[hits[-1][0] : hits[-1][1]]
        elif settled.spans(sentence):
            found = None
    return found


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return WORD.findall(text.casefold())


def adds_nothing(text: str, title: str, new_words: int, fewest_words: int, coverage: float) -> bool:
    """Whether a text says what the title says and hardly a word more.

    Args:
        text: The text.
        title: The title.
        new_words: So many words more don't count, unless they hold a digit: a date or a number is news.
        fewest_words: Texts shorter than this are never judged.
        coverage: The least share of the title's words that the text repeats, 0 to 1.
    """
    said, known = words_of(text), words_of(title)
    if len(said) < fewest_words or not known:
        return False
    left = list(known)
    news = [w for w in said if not _take(left, w)]
    return len(news) <= new_words and not any(c.isdigit() for w in news for c in w) and (len(known) - len(left)) >= coverage * len(known)


def _take(words: list[str], word: str) -> bool:
    if word in words:
        words.remove(word)
        return True
    return False


def copied_share(text: str, source: str, run: int) -> float:
    """Return the share of a text's words that stand in runs of at least `run` words of the source, 0 to 1."""
    words, given = words_of(text), words_of(source)
    runs = {tuple(given[n : n + run]) for n in range(len(given) - run + 1)}
    copied = {k for n in range(len(words) - run + 1) if tuple(words[n : n + run]) in runs for k in range(n, n + run)}
    return len(copied) / len(words) if words else 0.0


def quoted(texts: Iterable[str], limit: int = 300) -> str:
    """Return texts as a list for reading, cut where it gets long."""
    whole = ", ".join(texts)
    return whole if len(whole) <= limit else f"{whole[:limit].rsplit(', ', 1)[0]}, …"
