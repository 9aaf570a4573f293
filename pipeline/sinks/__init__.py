"""Findings → what people and machines read. Pure: each returns text, the caller writes it.

    render("text", result, ids=Places…)

`render(format, findings, checks, reports, colour=False) -> str` for text, json, github, junit, sarif;
`github.summary(findings, checks) -> str` is the Markdown for $GITHUB_STEP_SUMMARY;
`new_only(findings, baseline) -> pa.Table` leaves out what a baseline's findings already name;
`letter.letter(report_id, tables, findings) -> Letter(docx: bytes, markdown: str)`.
"""
