"""What mkdocs does besides: links that leave docs/ for a file of the repository become its name."""

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
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
