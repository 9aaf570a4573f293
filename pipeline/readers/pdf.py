"""PDF → Document: pdfium tells glyphs, paths and colours; the modules in `pages` make tables and prose of them."""

from pipeline.errors import Code, DocumentError
from pipeline.model import Document
from pipeline.readers.pages.assembly import assemble
from pipeline.readers.pages.opening import draws_own_hyphens, form_of, loaded_page, open_pdf, read_language, read_title
from pipeline.readers.pages.reading import Page, Source, read_page
from pipeline.readers.pages.second import SHOWN, read_again


def read_pdf(data: bytes, *, document_id: str, file_name: str) -> Document:
    """Read a PDF into a Document: blocks in reading order and grids as printed.

    Raises:
        DocumentError: It is empty, damaged, encrypted, or no page has a text layer.
    """
    with open_pdf(data) as opened:
        pages: list[Page] = []
        lost: list[int] = []
        keeps_hyphens = draws_own_hyphens(opened)
        source = Source(opened.raw, form_of(opened), keeps_hyphens)
        for index in range(len(opened)):
            with loaded_page(opened, index) as handle:
                if handle is None:
                    lost.append(index + 1)
                else:
                    pages.append(read_page(handle, index + 1, source, pages[-1] if pages else None))
        title, language, n_pages = read_title(opened), read_language(opened), len(opened)
    if not any(page.n_glyphs for page in pages):
        raise DocumentError(Code.NO_TEXT_LAYER, f"None of its {n_pages} pages has a text layer.")
    doubts = [f"Page {number} can't be loaded and is left out." for number in lost]
    doubts += [doubt for page in pages for doubt in _doubts(page)]
    in_doubt = lost + [page.number for page in pages if page.n_unknown or not page.n_glyphs]
    doubts += _second_opinion(data, in_doubt) if in_doubt else []
    content = assemble(pages, keeps_hyphens=keeps_hyphens)
    return Document(
        document_id=document_id,
        format="pdf",
        file_name=file_name,
        n_pages=n_pages,
        blocks=content.blocks,
        grids=content.grids,
        title=title,
        language=language,
        doubts=tuple(doubts),
    )


def _second_opinion(data: bytes, numbers: list[int]) -> list[str]:
    """Return what another reader finds on pages that aren't read, a sentence each."""
    return [f"On page {number} another reader finds text: “{text[:SHOWN]}”" for number, text in read_again(data, numbers).items()]


def _doubts(page: Page) -> list[str]:
    """Return what can't be told from a page, a sentence each."""
    doubts = []
    if not page.n_glyphs and not page.is_bare:
        doubts.append(f"Page {page.number} has no text layer; what it shows is not read.")
    if page.n_unknown:
        doubts.append(f"Page {page.number} has {page.n_unknown} glyphs whose font doesn't say which characters they are.")
    if page.hidden:
        doubts.append(f"Page {page.number} has text that a reader doesn't see, left out: {' '.join(page.hidden)}")
    return doubts
