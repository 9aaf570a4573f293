"""Templates into pages. Every text is escaped; a link leads to http or https, or into the book."""

import re
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.book import lights, names

_ADDRESS = re.compile(r"https?://[^\s<>\"'«»“”‘’()\[\]{}]*[^\s<>\"'«»“”‘’()\[\]{}.,;:!?]", re.IGNORECASE)  # http://www.example.org/a.pdf
_SHORT = 90


@cache
def environment() -> Environment:
    """Return the templates."""
    made = Environment(
        loader=PackageLoader("pipeline.book"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    made.filters |= {"prose": prose, "short": short, "spaced": spaced}
    made.globals |= {"report_page": names.report_page, "organisation_page": names.organisation_page, "light_of": lights.light_of}
    made.globals |= {"colour": lights.colour, "headline": names.headline, "years": names.years, "anchor": names.anchor}
    return made


def render(template: str, name: str, **values: Any) -> str:
    """Return the page of that name; `root` leads from it to the book's first page."""
    return environment().get_template(template).render(root="../" * name.count("/"), **values)


def prose(text: str | None) -> Markup:
    """Return a text as paragraphs, its addresses as links.

    >>> prose("See <b>\\nhttp://a.org/x.")
    Markup('<p>See &lt;b&gt;</p><p><a href="http://a.org/x" rel="noopener noreferrer">http://a.org/x</a>.</p>')
    """
    return Markup().join(Markup("<p>{}</p>").format(_linked(p)) for p in (text or "").split("\n") if p.strip())


def _linked(text: str) -> Markup:
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        parts.append(escape(text[at : match.start()]))
        parts.append(Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>').format(match[0]))
        at = match.end()
    return Markup().join([*parts, escape(text[at:])])


def short(text: str | None, length: int = _SHORT) -> str:
    """Return the beginning of a text on one line."""
    plain = " ".join((text or "").split())
    return plain if len(plain) <= length else plain[: length - 1].rstrip() + "…"


def spaced(code: str | None) -> str:
    """Return a code as words."""
    return (code or "").replace("_", " ")


def assets() -> dict[str, bytes]:
    """Return the style sheet and the scripts, by their name in the book."""
    folder = resources.files("pipeline.book") / "assets"
    found = {f"assets/{f.name}": f.read_bytes() for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith((".css", ".js", ".svg"))}
    found["assets/book.css"] += lights.stripe_rules().encode()
    return found
