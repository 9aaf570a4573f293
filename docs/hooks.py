"""What mkdocs does besides: links that leave docs/ become the file's name, pages that the navigation doesn't name stand under "More"."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_ELSEWHERE = "https://unpkg.com/"  # diagrams, and a stopgap for browsers of 2019
_LEAVING = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<target>\.\./[^)#\s]+)(?:#[^)\s]*)?\)")  # [`validate.yml`](../.github/workflows/validate.yml)


def on_page_markdown(markdown: str, page: Any, **rest: Any) -> str:
    """Return a page's text with such links replaced.

    Raises:
        FileNotFoundError: A link leads nowhere.
    """

    def name(match: re.Match[str]) -> str:
        file = (ROOT / "docs" / Path(page.file.src_uri).parent / match["target"]).resolve()
        if not file.exists():
            raise FileNotFoundError(f"{page.file.src_uri}: {match['target']} leads nowhere")
        return f"{match['text']} (`{file.relative_to(ROOT)}` in the repository)"

    return _LEAVING.sub(name, markdown)


def on_config(config: Any) -> Any:
    """Return the configuration with every page in the navigation."""
    docs = ROOT / "docs"
    pages = {str(file.relative_to(docs)) for file in docs.rglob("*.md")}
    more = sorted(pages - set(_named(config.nav)))
    if more:
        config.nav = [*config.nav, {"More": more}]
    return config


def on_post_build(config: Any) -> None:
    """Take the addresses out of the theme's scripts from which they would load what this site has no use for."""
    for script in Path(config.site_dir).rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        if _ELSEWHERE in text:
            script.write_text(text.replace(_ELSEWHERE, "about:blank#"), encoding="utf-8")


def _named(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    for part in entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ():
        yield from _named(part)
