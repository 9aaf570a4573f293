"""Build reports: `python -m tests.reports.builders.make [NAME ...]` writes report.docx, report.pdf and truth.json of each."""

import importlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.reports.builders.docx import write_docx
from tests.reports.builders.markup import Document
from tests.reports.builders.web import html

HERE = Path(__file__).parent
REPORTS = HERE.parent
TOOLS = {"docx", "grid", "make", "markup", "truth", "web", "themes", "__init__"}
PDF = {
    "office": "PDF by LibreOffice, from the DOCX.",
    "browser": "PDF by a browser, of the same text.",
    "none": "DOCX only: what it exercises has no counterpart on paper.",
}
FIXED = {"SOURCE_DATE_EPOCH": "1704067200"}  # so that a rebuilt PDF carries the same date


def print_office(docx: Path, pdf: Path) -> None:
    """Print a DOCX by LibreOffice."""
    with tempfile.TemporaryDirectory() as room:
        profile = f"-env:UserInstallation=file://{room}/profile"
        call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", room, str(docx)]
        subprocess.run(call, check=True, capture_output=True, env=os.environ | FIXED)
        pdf.write_bytes((Path(room) / f"{docx.stem}.pdf").read_bytes())


def print_browser(document: Document, pdf: Path) -> None:
    """Print the page of a document by Chromium."""
    with tempfile.TemporaryDirectory() as room:
        page, out = Path(room) / "page.html", Path(room) / "page.pdf"
        page.write_text(html(document), encoding="utf-8")
        call = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={room}/profile", "--no-pdf-header-footer"]
        subprocess.run([*call, f"--print-to-pdf={out}", f"file://{page}"], check=True, capture_output=True, env=os.environ | FIXED)
        pdf.write_bytes(out.read_bytes())


def make(name: str) -> None:
    """Build one report from its module's `build() -> (document, truth)`; PRINTED names the renderer, PAGE another document for the print."""
    module = importlib.import_module(f"tests.reports.builders.{name}")
    document, truth = module.build()
    folder = REPORTS / getattr(module, "FOLDER", name.replace("_", "-"))
    folder.mkdir(exist_ok=True)
    docx = getattr(module, "DOCX", folder / "report.docx")
    write_docx(document, docx)
    truth.write(folder / "truth.json")
    about = folder / "ABOUT.md"
    if folder.name != "example":
        about.write_text(f"# {folder.name} (invented)\n\n{(module.__doc__ or '').strip()}\n\n{PDF[module.PRINTED]}\n", encoding="utf-8")
    pdf = docx.with_suffix(".pdf")
    if module.PRINTED == "office":
        print_office(docx, pdf)
    elif module.PRINTED == "browser":
        print_browser(module.page() if hasattr(module, "page") else document, pdf)
    print(name, docx.stat().st_size, pdf.stat().st_size if pdf.exists() else "no PDF")


if __name__ == "__main__":
    for wanted in sys.argv[1:] or sorted(p.stem for p in HERE.glob("*.py") if p.stem not in TOOLS):
        make(wanted)
