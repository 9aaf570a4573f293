"""Lettered items of a form ("a. …", "b. …"), to which other fields refer by letter."""

import re
from collections.abc import Sequence

_LETTERS = re.compile(r"^\s*\(?[a-z]\)?(?:\s*(?:[,;&/]|and)?\s*\(?[a-z]\)?)*\s*\.?\s*$")  # "a, b and d"
_ITEM = re.compile(r"^\s*\(?(?P<letter>[a-z])[.)]\s+(?P<text>\S.*)$", re.DOTALL)


def is_letters(text: str) -> bool:
    """Whether a text is nothing but letters of items; a lone x is a tick."""
    return bool(text.strip()) and text.strip() not in ("x", "v") and bool(_LETTERS.match(text)) and len(letters(text)) == len(set(letters(text)))


def letters(text: str) -> tuple[str, ...]:
    """Return the letters that a text names, in order."""
    return tuple(re.findall(r"(?<![a-z])[a-z](?![a-z])", text.replace("and", " ")))


def items(paragraphs: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the paragraphs of each lettered item, without its letter, and what stands before the first.

    Letters run on from a; a paragraph without one goes on with the item above it.
    """
    found: dict[str, list[str]] = {}
    before: list[str] = []
    current: str | None = None
    for paragraph in paragraphs:
        match = _ITEM.match(paragraph)
        if match and ord(match["letter"]) <= ord("a") + len(found) + 3 and match["letter"] not in found:
            current = match["letter"]
            found[current] = [match["text"].strip()]
        elif current:
            found[current].append(paragraph)
        else:
            before.append(paragraph)
    return found, before
