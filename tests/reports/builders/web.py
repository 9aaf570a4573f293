"""Write a Document as a web page for printing: the same text, another renderer."""

from html import escape

from tests.reports.builders.markup import Cell, Document, Para, Run, Table

TAGS = {"title": "h1 class=title", "h1": "h1", "h2": "h2", "caption": "p class=caption"}
HIGHLIGHTS = {"green": "00FF00", "yellow": "FFFF00", "red": "FF0000", "darkYellow": "808000", "cyan": "00FFFF"}
CSS = """
@page {{ size: A4 {page}; margin: 1.6cm }}
body {{ font: {size}pt "{font}"; -webkit-print-color-adjust: exact }}
h1 {{ font-size: 14pt }} h2 {{ font-size: 11pt }} h1.title {{ font-size: 18pt }}
table {{ border-collapse: collapse; table-layout: fixed; margin: 6pt 0 }}
td, th {{ vertical-align: top; text-align: start; padding: 2pt 3pt; overflow-wrap: break-word; font-weight: normal }}
td p, th p {{ margin: 0 0 2pt }} td ul {{ margin: 0; padding-inline-start: 10pt }}
.all td, .all th {{ border: 0.5pt solid #808080 }} .dotted td, .dotted th {{ border: 1.5pt dotted #404040 }}
.rows td, .rows th {{ border-top: 0.5pt solid #808080; border-bottom: 0.5pt solid #808080 }}
tr {{ break-inside: {inside} }} tfoot {{ display: table-footer-group }}
.norepeat thead {{ display: table-row-group }}
.note {{ font-size: 7pt }}
{css}
"""


def html(document: Document) -> str:
    """Return the page."""
    d = document
    css = CSS.format(page="landscape" if d.landscape else "portrait", size=d.size, font=d.font, css=d.css, inside="auto")
    notes = "".join(f"<p class=note><sup>{n}</sup> {escape(t)}</p>" for n, t in enumerate(d.notes, 1))
    head = f"<p>{escape(d.running_head)}</p>" if d.running_head else ""
    body = head + "".join(_block(b) for b in d.content) + notes
    side = "rtl" if d.right_to_left else "ltr"
    return f"<!doctype html><html lang={d.language} dir={side}><meta charset=utf-8><title>{escape(d.title or '')}</title><style>{css}</style>{body}</html>"


def _block(block: Para | Table) -> str:
    return _table(block) if isinstance(block, Table) else _para(block)


def _para(para: Para) -> str:
    words = "".join(_run(r) for r in para.runs)
    if para.style == "item":
        return f"<ul><li>{words}</li></ul>"
    tag = TAGS.get(para.style, "p")
    style = f"background:#{para.shade};" if para.shade else ""
    style += "break-before:page;" if para.after_break else ""
    style += "text-align:center;" if para.centred else ""
    return f'<{tag} style="{style}">{words}</{tag.split()[0]}>'


def _run(run: Run) -> str:
    if run.html is not None:
        return run.html
    words = escape(run.text).replace("\v", "<br>").replace("\t", "&emsp;")
    style = f"color:#{run.colour};" if run.colour else ""
    shade = run.shade or (HIGHLIGHTS[run.highlight] if run.highlight else None)
    style += f"background:#{shade};" if shade else ""
    words = f'<span style="{style}">{words}</span>' if style else words
    words = f"<b>{words}</b>" if run.bold else words
    words = f"<i>{words}</i>" if run.italic else words
    words = f'<a href="{run.address}">{words}</a>' if run.address else words
    return words + (f"<sup>{run.note}</sup>" if run.note is not None else "")


def _table(table: Table) -> str:
    total = sum(table.widths)
    columns = "".join(f'<col style="width:{w / total:.1%}">' for w in table.widths)
    rows = ["<tr>" + "".join(_cell(c) for c in row) + "</tr>" for row in table.rows]
    head, body = "".join(rows[: table.head]), "".join(rows[table.head :])
    kind = table.rules + ("" if table.repeat else " norepeat")
    return f'<table class="{kind}" style="width:{total}cm"><colgroup>{columns}</colgroup><thead>{head}</thead><tbody>{body}</tbody></table>'


def _cell(cell: Cell) -> str:
    spans = (f" colspan={cell.across}" if cell.across > 1 else "") + (f" rowspan={cell.down}" if cell.down > 1 else "")
    fill = f' style="background:#{cell.fill}"' if cell.fill else ""
    return f"<td{spans}{fill}>{''.join(_block(b) for b in cell.content)}</td>"
