"""Bodies that a report prints in more than one way."""

import re

import pyarrow as pa

from pipeline.vocabulary import languages, phrases

WORD = re.compile(r"\w+")


def spellings(comments: pa.Table) -> dict[str, str]:
    """Return by report its bodies with more than one printed form, letter case, signs and legal forms aside."""
    legal = {w.casefold() for words in phrases("legal_forms", languages()).values() for w in words} | LEGAL_FORMS
    printed: dict[str, dict[str, dict[str, str]]] = {}
    for row in comments.select(["report_id", "organisation", "organisation_text"]).to_pylist():
        if row["organisation"] and row["organisation_text"]:
            plain = " ".join(w for w in WORD.findall(row["organisation_text"].casefold()) if w not in legal)
            printed.setdefault(row["report_id"], {}).setdefault(row["organisation"], {}).setdefault(plain, row["organisation_text"])
    found = {
        report: "; ".join(f"{body}: {' / '.join(forms.values())}" for body, forms in bodies.items() if len(forms) > 1)
        for report, bodies in printed.items()
    }
    return {report: text for report, text in found.items() if text}


LEGAL_FORMS = {"ngo", "ngos", "ong", "го", "нго", "нуо", "ттб", "онг", "oo", "гo"}
"""Said of a body, and no part of its name."""
