"""Write a Document as a small DOCX package, WordprocessingML by hand, the same bytes every time."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.reports.builders.markup import Cell, Document, Para, Run, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
STYLES = {"title": "Title", "h1": "Heading1", "h2": "Heading2", "item": "ListBullet", "caption": "Caption"}
BORDER = {"all": "single", "rows": "single", "dotted": "dotted", "none": "nil"}
TWIPS = 567  # a centimetre
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write_docx(document: Document, path: Path) -> None:
    """Write the package."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = _Writer(document)
    body = writer.body()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in writer.parts(body).items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content)


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.links: list[str] = []

    def body(self) -> str:
        d = self.document
        blocks = []
        for index, block in enumerate(d.content):
            blocks.append(self.block(block))
            follows = d.content[index + 1] if index + 1 < len(d.content) else None
            if isinstance(block, Table) and (follows is None or isinstance(follows, Table)):
                blocks.append('<w:p><w:pPr><w:spacing w:after="0"/></w:pPr></w:p>')
        size = 'w:w="16838" w:h="11906" w:orient="landscape"' if d.landscape else 'w:w="11906" w:h="16838"'
        refs = ('<w:headerReference w:type="default" r:id="rIdHead"/>' if d.running_head else "") + (
            '<w:footerReference w:type="default" r:id="rIdFoot"/>' if d.running_foot else ""
        )
        section = (
            f'<w:sectPr>{refs}<w:pgSz {size}/><w:pgMar w:top="1000" w:right="900" w:bottom="1000" w:left="900" w:header="500" w:footer="500" w:gutter="0"/>'
            f"{'<w:bidi/>' if d.right_to_left else ''}</w:sectPr>"
        )
        return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>"

    def block(self, block: Para | Table) -> str:
        return self.table(block) if isinstance(block, Table) else self.para(block)

    def para(self, para: Para) -> str:
        marks = f'<w:pStyle w:val="{STYLES[para.style]}"/>' if para.style in STYLES else ""
        marks += "<w:pageBreakBefore/>" if para.after_break else ""
        marks += f'<w:shd w:val="clear" w:color="auto" w:fill="{para.shade}"/>' if para.shade else ""
        marks += "<w:bidi/>" if self.document.right_to_left else ""
        marks += '<w:jc w:val="center"/>' if para.centred else ""
        return f"<w:p><w:pPr>{marks}</w:pPr>{''.join(self.run(r) for r in para.runs)}</w:p>"

    def run(self, run: Run) -> str:
        if run.xml is not None:
            return run.xml
        look = f'<w:rFonts w:ascii="{run.font}" w:hAnsi="{run.font}" w:cs="{run.font}"/>' if run.font else ""
        look += "<w:b/><w:bCs/>" if run.bold else ""
        look += "<w:i/><w:iCs/>" if run.italic else ""
        look += f'<w:color w:val="{run.colour}"/>' if run.colour else ""
        look += f'<w:highlight w:val="{run.highlight}"/>' if run.highlight else ""
        look += f'<w:shd w:val="clear" w:color="auto" w:fill="{run.shade}"/>' if run.shade else ""
        look += "<w:rtl/>" if self.document.right_to_left else ""
        words = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in run.text.split("\v"))
        words = words.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        made = f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>" if run.text else ""
        if run.note is not None:
            made += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{run.note}"/></w:r>'
        if run.balloon is not None:
            n = run.balloon
            made = f'<w:commentRangeStart w:id="{n}"/>{made}<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
        if run.address:
            self.links.append(run.address)
            made = f'<w:hyperlink r:id="rIdLink{len(self.links)}">{made}</w:hyperlink>'
        return made

    def table(self, table: Table) -> str:
        side = BORDER[table.rules]
        flat = "nil" if table.rules == "rows" else side
        edges = "".join(
            f'<w:{edge} w:val="{flat if edge in ("left", "right", "insideV") else side}" w:sz="4" w:space="0" w:color="808080"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        properties = (
            (f'<w:tblStyle w:val="{table.style}"/>' if table.style else "")
            + ("<w:bidiVisual/>" if self.document.right_to_left else "")
            + f'<w:tblW w:w="{round(sum(table.widths) * TWIPS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            + '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
            + f'<w:tblLook w:val="{table.look}"/>'
        )
        grid = "".join(f'<w:gridCol w:w="{round(w * TWIPS)}"/>' for w in table.widths)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{self.rows(table)}</w:tbl>"

    def rows(self, table: Table) -> str:
        below: dict[int, tuple[Cell, int]] = {}  # column -> merged cell, rows still to come
        out = []
        for number, row in enumerate(table.rows):
            cells, column, waiting = [], 0, list(row)
            while column < len(table.widths):
                if column in below:
                    held, left = below.pop(column)
                    cells.append(self.cell(held, table, column, "<w:vMerge/>", empty=True))
                    if left > 1:
                        below[column] = (held, left - 1)
                    column += held.across
                    continue
                if not waiting:
                    break
                current = waiting.pop(0)
                cells.append(self.cell(current, table, column, '<w:vMerge w:val="restart"/>' if current.down > 1 else ""))
                if current.down > 1:
                    below[column] = (current, current.down - 1)
                column += current.across
            repeat = "<w:tblHeader/>" if number < table.head and table.repeat else ""
            keep = "<w:cantSplit/>" if table.keep_rows else ""
            made = f"<w:tr><w:trPr>{keep}{repeat}</w:trPr>{''.join(cells)}</w:tr>"
            out.append(f"<w:sdt><w:sdtPr/><w:sdtContent>{made}</w:sdtContent></w:sdt>" if number in table.controlled_rows else made)
        return "".join(out)

    def cell(self, cell: Cell, table: Table, column: int, merge: str, *, empty: bool = False) -> str:
        width = round(sum(table.widths[column : column + cell.across]) * TWIPS)
        span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        shade = cell.shading or (f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else "")
        blocks = "" if empty else "".join(self.block(b) for b in cell.content)
        if not blocks or isinstance(cell.content[-1], Table):
            blocks += f"<w:p><w:pPr>{'<w:bidi/>' if self.document.right_to_left else ''}</w:pPr></w:p>"
        if cell.control and not empty:
            blocks = f"<w:sdt><w:sdtPr>{cell.control}</w:sdtPr><w:sdtContent>{blocks}</w:sdtContent></w:sdt>"
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}</w:tcPr>{blocks}</w:tc>'

    def parts(self, body: str) -> dict[str, str | bytes]:
        d = self.document
        relations = [("rIdStyles", "styles", "styles.xml"), ("rIdNumbers", "numbering", "numbering.xml"), *d.relations]
        overrides = {"document.xml": "document.main", "styles.xml": "styles", "numbering.xml": "numbering"}
        parts: dict[str, str | bytes] = {"word/document.xml": body, "word/styles.xml": _styles(d), "word/numbering.xml": _numbering()}
        if d.notes:
            parts["word/footnotes.xml"] = self.footnotes()
            relations.append(("rIdNotes", "footnotes", "footnotes.xml"))
            overrides["footnotes.xml"] = "footnotes"
        if d.balloons:
            parts["word/comments.xml"] = self.balloons()
            relations.append(("rIdBalloons", "comments", "comments.xml"))
            overrides["comments.xml"] = "comments"
        for words, name, tag in ((d.running_head, "header", "hdr"), (d.running_foot, "footer", "ftr")):
            if words:
                inner = "".join(self.run(r) for r in (Run(text=words),))
                parts[f"word/{name}1.xml"] = f"{DECLARATION}<w:{tag} {NAMESPACES}><w:p>{inner}</w:p></w:{tag}>"
                relations.append(("rIdHead" if name == "header" else "rIdFoot", name, f"{name}1.xml"))
                overrides[f"{name}1.xml"] = name
        theme = ""
        if d.theme:
            parts["word/theme/theme1.xml"] = d.theme
            relations.append(("rIdTheme", "theme", "theme/theme1.xml"))
            theme = '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        parts.update(d.parts)
        links = "".join(
            f'<Relationship Id="rIdLink{n}" Type="{R}/hyperlink" Target={quoteattr(a)} TargetMode="External"/>' for n, a in enumerate(self.links, 1)
        )
        rel = "".join(f'<Relationship Id="{i}" Type="{R}/{t}" Target="{target}"/>' for i, t, target in relations)
        package = "http://schemas.openxmlformats.org/package/2006"
        kinds = "".join(f'<Override PartName="/word/{n}" ContentType="{TYPES}.{t}+xml"/>' for n, t in overrides.items())
        head = {
            "[Content_Types].xml": f'{DECLARATION}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            f"{kinds}{theme}</Types>",
            "_rels/.rels": f'{DECLARATION}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
            "docProps/core.xml": f'{DECLARATION}<cp:coreProperties xmlns:cp="{package}/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(d.title or "")}</dc:title></cp:coreProperties>',
            "word/_rels/document.xml.rels": f'{DECLARATION}<Relationships xmlns="{package}/relationships">{rel}{links}</Relationships>',
        }
        return head | parts

    def footnotes(self) -> str:
        made = "".join(
            f'<w:footnote w:id="{n}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
            for n, text in enumerate(self.document.notes, 1)
        )
        fixed = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        )
        return f"{DECLARATION}<w:footnotes {NAMESPACES}>{fixed}{made}</w:footnotes>"

    def balloons(self) -> str:
        made = "".join(
            f'<w:comment w:id="{n}" w:author={quoteattr(author)} w:date="{when}" w:initials="X"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:comment>'
            for n, (author, when, text) in enumerate(self.document.balloons)
        )
        return f"{DECLARATION}<w:comments {NAMESPACES}>{made}</w:comments>"


def _styles(d: Document) -> str:
    half = round(d.size * 2)
    heading = "".join(
        f'<w:style w:type="paragraph" w:styleId="{i}"><w:name w:val="{n}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:spacing w:before="200" w:after="100"/>{f"<w:outlineLvl w:val={chr(34)}{level}{chr(34)}/>" if level is not None else ""}</w:pPr>'
        f'<w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
        for i, n, level, size in (("Title", "Title", None, 36), ("Heading1", "heading 1", 0, 28), ("Heading2", "heading 2", 1, 22))
    )
    return (
        f'{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{d.font}" w:hAnsi="{d.font}" w:cs="{d.font}" '
        f'w:eastAsia="{d.font}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/><w:lang w:val="{d.language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        f"{heading}"
        '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:ind w:left="240" w:hanging="200"/></w:pPr></w:style>'
        f"{d.table_styles}{d.extra_styles}</w:styles>"
    )


def _numbering() -> str:
    return (
        f'{DECLARATION}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="240" w:hanging="200"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
