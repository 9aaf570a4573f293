"""Lettered items of a form ("a. …", "b. …"), to which other fields refer by letter."""

import re
from collections.abc import Sequence

_LETTER = "[a-zа-яђјљњћџіїєґ]"
_AND = "and|y|e|et|și|i|и|та|и|dhe|a"  # before the last of several letters
_PARTED = rf"(?:\s*[,;&/]\s*(?:(?:{_AND})\s+)?|\s+(?:(?:{_AND})\s+)?|(?<=\))(?=\())"
_LETTERS = re.compile(rf"^\s*\(?{_LETTER}\)?(?:{_PARTED}\(?{_LETTER}\)?)*\s*\.?\s*$")  # "a, b and d", "а, б и в", "(a)(b)"
_LAST_AND = re.compile(rf"(?<=\s)(?:{_AND})(?=\s+\(?{_LETTER}\)?\s*\.?\s*$)")
_LONE = re.compile(rf"(?<!\w){_LETTER}(?!\w)")
_ITEM = re.compile(rf"^\s*\(?(?P<letter>{_LETTER})[.)]\s+(?P<text>\S.*)$", re.DOTALL)
_TICKS = ("x", "v", "х")
SKIPPED = 3  # letters that a list may leave out


def is_letters(text: str) -> bool:
    """Whether a text is nothing but letters of items; a lone x is a tick."""
    return bool(text.strip()) and text.strip() not in _TICKS and bool(_LETTERS.match(text)) and len(letters(text)) == len(set(letters(text)))


def letters(text: str) -> tuple[str, ...]:
    """Return the letters that a text names, in order.

    >>> letters("а, б и в")
    ('а', 'б', 'в')
    """
    return tuple(_LONE.findall(_LAST_AND.sub(" ", text)))


def items(paragraphs: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the paragraphs of each lettered item, without its letter, and what stands before the first.

    Letters run on from the alphabet's first; a paragraph without one goes on with the item above it.
    """
    found: dict[str, list[str]] = {}
    before: list[str] = []
    current: str | None = None
    for paragraph in paragraphs:
        match = _ITEM.match(paragraph)
        if match and _place(match["letter"]) <= len(found) + SKIPPED and match["letter"] not in found:
            current = match["letter"]
            found[current] = [match["text"].strip()]
        elif current:
            found[current].append(paragraph)
        else:
            before.append(paragraph)
    return found, before


def _place(letter: str) -> int:
    """A letter's place in its alphabet, from 0."""
    return ord(letter) - ord("a" if letter.isascii() else "а")
