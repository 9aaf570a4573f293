"""DOCX → staged tables, against a bare pass over the XML: unzip, parse with lxml, visit each element and its text once.

The bare pass goes over the parts that say what the text is and how it looks: the text, styles, numbering, theme, settings and
the relationships. Told beside it, without a target: the text's part alone, which knows no style, number or theme colour.
"""

import io
import zipfile

from _measure import cpu, cpu_beside, report, tell
from lxml import etree

from pipeline.readers import read_document
from pipeline.staging import stage

TEXT = "word/document.xml"
PARTS = (TEXT, "word/styles.xml", "word/numbering.xml", "word/theme/theme1.xml", "word/settings.xml", "word/_rels/document.xml.rels", "_rels/.rels")


def bare(data: bytes, parts: tuple[str, ...]) -> int:
    """Visit every element of these parts."""
    count = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in set(parts).intersection(package.namelist()):
            count += sum(len(element.tag) + len(element.text or "") for element in etree.fromstring(package.read(name)).iter())
    return count


def main() -> None:
    """Measure and tell."""
    data, name = report("docx")
    document = read_document(data, name)
    print(f"{name}: {len(data) >> 10} kB, {sum(len(g.cells) for g in document.grids)} cells, {len(document.blocks)} blocks")
    staged, bare_ = cpu_beside(lambda: stage(read_document(data, name)), lambda: bare(data, PARTS), times=9)
    alone = cpu(lambda: bare(data, (TEXT,)), 9)
    print(f"CPU seconds: {staged:.4f} to staged tables, {bare_:.4f} the bare pass, {alone:.4f} a bare pass over the text's part alone")
    tell("reading and staging against the bare pass", staged / bare_, 2)
    print(f"reading and staging against the text's part alone: {staged / alone:.2f}x")


if __name__ == "__main__":
    main()
