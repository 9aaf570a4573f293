"""Word's fields: only what they come to is printed, never their instruction."""

import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.readers.ooxml.names import VAL, w
from pipeline.readers.ooxml.styles import is_on

_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<address>[^"]+)"', re.IGNORECASE)  # HYPERLINK "https://…"

_MAX_OPEN = 50  # fields inside one another; Word's own limit is 20


@dataclass(slots=True)
class Field:
    """A field that has begun and not yet ended."""

    form: etree._Element | None
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    address: str | None = None


class Fields:
    """The fields that are open at this point of the text; they nest, and may span paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    @property
    def are_open(self) -> bool:
        """Whether any field has begun and not ended."""
        return bool(self._open)

    @property
    def in_instruction(self) -> bool:
        """Whether what comes now is an instruction, not printed."""
        return bool(self._open) and not all(one.in_result for one in self._open)

    @property
    def address(self) -> str | None:
        """Where a link field that is open points to."""
        return next((one.address for one in reversed(self._open) if one.address), None)

    def instruct(self, text: str) -> None:
        """Take in a part of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def turn(self, element: etree._Element) -> etree._Element | None:
        """Follow a w:fldChar; return the form control of a field that has just ended without a result of its own."""
        kind = element.get(w("fldCharType"))
        if kind == "begin" and len(self._open) < _MAX_OPEN:
            self._open.append(Field(element.find(w("ffData"))))
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
            self._open[-1].address = link_address("".join(self._open[-1].instruction))
        elif kind == "end" and self._open:
            return self._open.pop().form
        return None

    def settle(self) -> bool:
        """End a paragraph: an instruction that was never closed must not swallow what follows. True if there was one."""
        unclosed = self.in_instruction
        if unclosed:
            self._open = [one for one in self._open if one.in_result]
        return unclosed


def link_address(instruction: str) -> str | None:
    """Return the address of a HYPERLINK instruction."""
    match = _ADDRESS.search(instruction)
    return match["address"] if match else None


def checkbox_state(form: etree._Element) -> bool | None:
    """Tell whether a legacy form's box is ticked; None where the form is no box."""
    box = form.find(w("checkBox"))
    if box is None:
        return None
    said = box.find(w("checked"))
    said = box.find(w("default")) if said is None else said
    return said is not None and is_on(said)


def chosen_entry(form: etree._Element) -> str | None:
    """Return the entry that a legacy form's drop-down list shows; None where the form is no list."""
    entries = form.find(w("ddList"))
    if entries is None:
        return None
    chosen = entries.find(w("result"))
    chosen = entries.find(w("default")) if chosen is None else chosen
    number = (chosen.get(VAL) if chosen is not None else None) or "0"
    words = [entry.get(VAL) or "" for entry in entries.iterchildren(w("listEntry"))]
    return next((word for place, word in enumerate(words) if str(place) == number), None)
