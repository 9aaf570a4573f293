"""Phrases with endings left open → one regular expression.

`complet*` is a word that begins so, `*hitos` one that ends so, `is/are` one or the other, and `…` up to
three words between: "не … розпочат*".
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.letters import ONE_SPELLING

_PLAIN = {chr(code): bare.lower() for code, bare in ONE_SPELLING.items()} | {
    **dict.fromkeys("’ʼ‘׳", "'"),
    **dict.fromkeys("\u00a0\u202f\u2009\n\t", " "),
    "״": '"',
    "ş": "ș",
    "ţ": "ț",
    "‑": "-",
}
_GAP = "…"
_BETWEEN = r"(?:[^\w.;:]+\w+(?:['-]\w+)*){0,3}?"
_ARTICLE = re.compile(r"^ال(?=\w)")  # "for the" is written "لل"
LABELLED = re.compile(
    r"^(?P<label>(?:[^:：\n()（）]|[(（][^:：\n()（）]*[)）]){2,60})[:：]\s*(?P<rest>.*)$", re.DOTALL
)  # a bracket that isn't closed before the colon opened something else: "Open courts (Lead: Supreme Court)"
_ONTO = r"(?:[وف]?[بلك]?|ו?(?:כש|[שהבלמכ]){0,2}-?)"
GLUES = re.compile("[\u0590-\u06ff]")  # letters of Hebrew and Arabic, which write small words onto the next
NEVER = re.compile(r"(?!)")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return a text in lower case with one kind of apostrophe, space and s-comma, Greek without accents; each character keeps its place."""
    lowered = (low if len(low := c.lower()) == 1 else c for c in text)
    return "".join(_PLAIN.get(c, c) for c in lowered)


def _word(word: str) -> str:
    options = "|".join(_ARTICLE.sub("(?:ال|لل)", re.escape(w)).replace(r"\*", r"[\w'-]*") for w in word.split("/"))
    return f"(?:{options})" if "/" in word else options


def _phrase(phrase: str) -> str:
    parts: list[str] = []
    gap = ""
    for word in plain(phrase).split():
        if word == _GAP:
            gap = _BETWEEN
            continue
        parts.append((f"{gap}[^\\w.;:]+" if parts else "") + _word(word))
        gap = ""
    return "".join(parts)


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return an expression that finds any of the phrases as whole words in a plain text, the longest first.

    Arabic and Hebrew write "and", "by", "for", "as" and more onto the next word.
    """
    options = sorted({p for phrase in phrases if (p := _phrase(phrase))}, key=len, reverse=True)
    onto = _ONTO if any(GLUES.search(option) for option in options) else ""
    return re.compile(rf"(?<!\w){onto}(?:{'|'.join(options)})(?!\w)") if options else NEVER
