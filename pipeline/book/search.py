"""The search index: words to texts, in small files that a page loads when a word asks for them."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.book import names
from pipeline.book.archive import ReportRows

KINDS = ("report", "commitment", "milestone", "comment", "claim", "finding", "narrative", "unmapped")
CHUNK = 400  # texts in one file
SHARDS = 256
_WORD = re.compile(r"[^\W_]+")
_SHOWN = 220


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that can be found."""

    kind: str
    href: str
    title: str
    text: str


@dataclass(slots=True)
class Index:
    """Texts by kind, and in the order they came."""

    entries: dict[str, list[Entry]] = field(default_factory=lambda: {k: [] for k in KINDS})

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in texts."""
        for entry in entries:
            self.entries[entry.kind].append(entry)

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the index's files: an overview, texts by number, numbers by word."""
        order = [e for kind in KINDS for e in self.entries[kind]]
        overview = {"count": len(order), "chunk": CHUNK, "shards": SHARDS, "kinds": [[k, len(self.entries[k])] for k in KINDS]}
        yield "data/search.js", put("search", overview)
        for start in range(0, len(order), CHUNK):
            key = f"texts-{start // CHUNK}"
            shown = [[KINDS.index(e.kind), e.href, e.title, _shorten(e.text)] for e in order[start : start + CHUNK]]
            yield f"data/search/{key}.js", put(key, shown)
        for shard, numbers in enumerate(_shards(order)):
            if numbers:
                yield f"data/search/words-{shard}.js", put(f"words-{shard}", dict(sorted(numbers.items())))


def put(key: str, value: object) -> str:
    """Return a script that hands a value to the page: a page on disk may load scripts, and nothing else."""
    return f'book.put("{key}",{json.dumps(value, separators=(",", ":"))});\n'


def words_of(text: str) -> set[str]:
    """Return a text's words as the page's script makes them of a question: lower case, without accents.

    >>> sorted(words_of("L'Évaluation nº 12"))
    ['12', 'evaluation', 'l', 'no']
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    return set(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).lower()))


def shard_of(word: str) -> int:
    """Return which file holds a word: by its first two characters, so that a beginning is enough."""
    number = 0
    for character in word[:2]:
        number = (number * 31 + ord(character)) % 65521
    return number % SHARDS


def _shards(entries: Sequence[Entry]) -> list[dict[str, list[int]]]:
    """Return for each file the numbers of texts by word, each as its distance from the one before."""
    shards: list[dict[str, list[int]]] = [{} for _ in range(SHARDS)]
    last: dict[str, int] = {}
    for number, entry in enumerate(entries):
        for word in words_of(f"{entry.title} {entry.text}"):
            shards[shard_of(word)].setdefault(word, []).append(number - last.get(word, 0))
            last[word] = number
    return shards


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rstrip() + "…"


def entries_of(rows: ReportRows) -> Iterator[Entry]:
    """Yield everything of a report that can be found."""
    report, page = rows.report, names.report_page(rows.report_id)
    head = names.headline(report)

    def entry(kind: str, row_id: str | None, title: str, *texts: str | None) -> Entry:
        place = names.anchor(row_id, rows.report_id) if row_id and row_id.startswith(rows.report_id) else kind
        return Entry(kind, f"{page}#{place}", f"{head}: {title}" if title else head, "\n".join(t for t in texts if t))

    yield entry("report", rows.report_id, "", report["title"], report["country_text"], report["action_plan"], rows.report_id)
    for c in rows["commitments"]:
        yield entry("commitment", c["commitment_id"], f"commitment {c['commitment_number'] or ''}", *(c[n] for n in _COMMITMENT))
    for m in rows["milestones"]:
        yield entry("milestone", m["milestone_id"], f"milestone {m['milestone_number'] or ''}", *(m[n] for n in _MILESTONE))
    for k in rows["comments"]:
        yield entry("comment", k["comment_id"], f"comment by {k['organisation'] or k['organisation_text'] or 'someone'}", k["text"], k["response"])
    for n in rows["claims"]:
        yield entry("claim", n["claim_id"], "claim", n["text"])
    for f in rows["findings"]:
        where = f["row_id"] if f["table"] in ("commitments", "milestones", "comments", "claims") else rows.report_id
        yield entry("finding", where, f"{f['severity']} {f['rule']}", f["message"])
    for p in rows["narrative"]:
        yield entry("narrative", None, p["section"] or "", p["text"])
    for u in rows["unmapped"]:
        if u["reason"] in ("not_understood", "no_column", "other_table", "summary"):
            yield entry("unmapped", None, "unmapped", u["text"])


_COMMITMENT = ("title", "description", "problem", "lead_institution", "supporting_institutions", "evidence", "reasons", "next_steps", "responsible")
_MILESTONE = ("title", "evidence", "reasons", "next_steps", "responsible", "rating_text")
