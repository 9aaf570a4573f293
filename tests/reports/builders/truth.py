"""The truth of a report, made from the values its builder prints, by the contract's rules."""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.reports.builders.markup import plain

Row = dict[str, object]
NOT_JUDGED = (
    "content.unmapped",
    "milestone.evidence.contradicts_rating",
    "milestone.evidence.no_source",
    "milestone.evidence.repeats_title",
    "milestone.evidence.thin",
    "organisation.new_spelling",
    "report.column.absent",
)
ASSESSMENT = ("rating", "percent_complete", "rating_text", "rating_fill", "rating_basis", "evidence", "reasons", "next_steps")
DATES = ("start_date", "end_date", "start_date_text", "end_date_text")
TEXTS = {"evidence", "reasons", "next_steps", "description", "problem", "text", "response", "title"}
MOST, SOME = 0.6, 0.3  # shares of rows with one text: boilerplate for sure, boilerplate perhaps


def id_part(number: str) -> str:
    """Return a printed number as it stands in an id."""
    return re.sub(r"[\s()\[\]]", "", number).rstrip(".").replace("/", "-").lower()


class Truth:
    """Collects rows and derives ids, counts and findings."""

    def __init__(
        self, *, has: Iterable[str] = ("evidence", "reasons", "next_steps"), anew: bool = False, dates: bool = False, **report: object
    ) -> None:
        """Take the report's columns; `has` names the columns its table has, `anew` says that milestones are numbered anew in each commitment."""
        years = f"{report['period_start_year']}-{report['period_end_year']}"
        place = f"-{report.pop('locality_id')}" if "locality_id" in report else ""
        self.id = f"{str(report['country_code']).lower()}-{years}-{report['report_kind']}{place}"
        self.accept: dict[str, dict[str, list[object]]] = {}
        self.has, self.anew, self.dates = set(has), anew, dates
        self.report: Row = {"report_id": self.id, "locality": None} | self._split(self.id, report)
        self.commitments: list[Row] = []
        self.milestones: list[Row] = []
        self.comments: list[Row] = []
        self.claims: list[Row] = []
        self.expected: list[Row] = []
        self.optional: list[Row] = []
        self.optional_rows: list[Row] = []
        self.unmapped: list[Row] = []
        self.ratings: list[Row] = []
        self.not_judged = list(NOT_JUDGED)
        self.unrated_ok: set[str] = set()

    def _split(self, row_id: str, columns: Row) -> Row:
        """Take `or_<column>` out of the columns: further values that are right."""
        out: Row = {}
        for name, value in columns.items():
            if name.startswith("or_"):
                values = value if isinstance(value, list) else [value]
                self.accept.setdefault(row_id, {}).setdefault(name[3:], []).extend(values)
            else:
                out[name] = plain(value) if name in TEXTS and isinstance(value, str) else value
        return out

    def _drop_unjudged(self, row: Row) -> Row:
        return {k: v for k, v in row.items() if v is not ...}

    def commitment(self, number: str, title: str, **columns: object) -> str:
        """Add a commitment."""
        row_id = self._free(f"{self.id}/c{id_part(number)}", self.commitments, "commitment_id")
        base: Row = dict.fromkeys(("rating", "rating_text", "rating_fill", "rating_basis", "percent_complete", "completion"))
        row = (
            base | {"report_id": self.id, "commitment_id": row_id, "commitment_number": number, "title": plain(title)} | self._split(row_id, columns)
        )
        self.commitments.append(self._drop_unjudged(row))
        return row_id

    def milestone(self, number: str | None, title: str | None, *, row_id: str | None = None, **columns: object) -> str:
        """Add a milestone of the last commitment; `...` for a column that isn't judged."""
        parent = str(self.commitments[-1]["commitment_id"])
        if row_id is None and number is None:
            row_id = f"{parent}/r{1 + sum(m['commitment_id'] == parent and m['milestone_number'] is None for m in self.milestones)}"
        elif row_id is None:
            row_id = self._free(f"{parent if self.anew else self.id}/m{id_part(number or '')}", self.milestones, "milestone_id")
        base: Row = dict.fromkeys((*ASSESSMENT, "completion", *(DATES if self.dates else ())))
        row = base | {"report_id": self.id, "milestone_id": row_id, "commitment_id": parent, "milestone_number": number, "title": plain(title)}
        self.milestones.append(self._drop_unjudged(row | self._split(row_id, columns)))
        return row_id

    def _free(self, row_id: str, rows: list[Row], key: str) -> str:
        twins = sum(str(r[key]).split("~")[0] == row_id for r in rows)
        return f"{row_id}~{twins + 1}" if twins else row_id

    def comment(self, owner: str | None, who: str, when: dt.date | None, when_text: str | None, text: str | None, **columns: object) -> str:
        """Add a comment on a milestone or commitment (None: on the report)."""
        home = owner or self.id
        row_id = f"{home}/k{1 + sum(str(c['comment_id']).rsplit('/k', 1)[0] == home for c in self.comments)}"
        of_milestone = next((m for m in self.milestones if m["milestone_id"] == owner), None)
        row: Row = {
            "report_id": self.id,
            "comment_id": row_id,
            "milestone_id": owner if of_milestone else None,
            "commitment_id": of_milestone["commitment_id"] if of_milestone else owner,
            "organisation": who,
            "organisation_text": who,
            "comment_date": when.isoformat() if when else None,
            "comment_date_text": when_text,
            "text": plain(text),
            "proposed_rating": None,
            "proposal": "none",
            "proposal_text": None,
            "asks_reevaluation": False,
        }
        self.comments.append(self._drop_unjudged(row | self._split(row_id, columns)))
        return row_id

    def claim(self, text: str, stated: int, unit: str = "milestones", **columns: object) -> str:
        """Add a claim; `counted` is what the rows say unless given."""
        row_id = f"{self.id}/n{len(self.claims) + 1}"
        row: Row = {"report_id": self.id, "claim_id": row_id, "commitments": [], "unit": unit, "rating": None, "completion": None, "share": None}
        row |= {"stated": stated, "text": text} | self._split(row_id, columns)
        if "counted" not in row:
            row["counted"] = self._count(row)
        if row["counted"] is not None and row["counted"] != stated:
            self.expected.append({"rule": "claim.count.mismatch", "row_id": row_id})
        self.claims.append(self._drop_unjudged(row))
        return row_id

    def _count(self, claim: Row) -> int:
        rows = self.milestones if claim["unit"] == "milestones" else self.commitments
        scope = {f"{self.id}/c{c}" for c in claim["commitments"]}  # type: ignore[union-attr]
        rows = [r for r in rows if not scope or r["commitment_id"] in scope]
        for column in ("rating", "completion"):
            rows = [r for r in rows if not claim[column] or r.get(column) == claim[column]]
        return len(rows)

    def finding(self, rule: str, row_id: str | None, *, optional: bool = False) -> None:
        """Expect a finding, or allow it."""
        (self.optional if optional else self.expected).append({"rule": rule, "row_id": row_id})

    def set_aside(self, reason: str, *texts: str) -> None:
        """Expect texts in `unmapped` for that reason."""
        self.unmapped += [{"reason": reason, "text": plain(t)} for t in texts]

    def write(self, path: Path) -> None:
        """Derive what follows from the rows and write the file."""
        self.report |= {"n_commitments": len(self.commitments), "n_milestones": len(self.milestones), "n_comments": len(self.comments)}
        for row in self.milestones:
            self._judge(row, "milestone")
        parents = {m["commitment_id"] for m in self.milestones}
        for row in self.commitments:
            if row["commitment_id"] not in parents:
                self._judge(row, "commitment")
        self._judge_texts()
        self._judge_comments()
        if self.report.get("date_prepared_text", ...) is None:
            self.finding("report.date.missing", self.id)
        named = {(f["rule"], f["row_id"]) for f in self.expected}
        value = {
            "reports": [self.report],
            "commitments": self.commitments,
            "milestones": self.milestones,
            "comments": self.comments,
            "claims": self.claims,
            "expected_findings": [{"rule": r, "row_id": i} for r, i in dict.fromkeys((f["rule"], f["row_id"]) for f in self.expected)],
            "optional_findings": [f for f in self.optional if (f["rule"], f["row_id"]) not in named],
            "optional_rows": self.optional_rows,
            "accept": self.accept,
            "rules_not_judged": sorted(self.not_judged),
        }
        value |= {"unmapped": self.unmapped} if self.unmapped else {}
        value |= {"ratings": self.ratings} if self.ratings else {}
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def _judge(self, row: Row, kind: str) -> None:
        row_id = str(row[f"{kind}_id"])
        rated = row.get("rating") or row.get("completion") or row.get("percent_complete") is not None or row_id in self.unrated_ok
        if not rated and not any(f["row_id"] == row_id and str(f["rule"]).startswith("rating.") for f in self.expected):
            self.finding(f"{kind}.rating.missing", row_id)
        done = row.get("completion") in ("complete", "withdrawn") or row.get("percent_complete") == 100
        perhaps = "complete" in self.accept.get(row_id, {}).get("completion", [])
        if "next_steps" in self.has and row.get("next_steps", ...) is None and not done:
            self.finding(f"{kind}.next_steps.missing", row_id, optional=perhaps)
        if done and None in self.accept.get(row_id, {}).get("completion", []):
            self.finding(f"{kind}.next_steps.missing", row_id, optional=True)
        if kind == "milestone":
            for column in {"reasons", "evidence"} & self.has:
                if row.get(column, ...) is None:
                    self.finding(f"milestone.{column}.missing", row_id)
            if row.get("title") is None:
                self.finding("milestone.title.missing", row_id)

    def _judge_texts(self) -> None:
        for column in ("next_steps", "reasons"):
            texts = Counter(m[column] for m in self.milestones if m.get(column))
            if not texts:
                continue
            share = texts.most_common(1)[0][1] / len(self.milestones)
            if texts.most_common(1)[0][1] > 1 and share > SOME:
                self.finding(f"milestone.{column}.boilerplate", self.id, optional=share < MOST)

    def _judge_comments(self) -> None:
        prepared = self.report.get("date_prepared")
        owners = {r["milestone_id"]: r for r in self.milestones} | {r["commitment_id"]: r for r in self.commitments}
        for c in self.comments:
            row_id, when = str(c["comment_id"]), c["comment_date"]
            if when and prepared and str(when) > str(prepared):
                self.finding("comment.after_date_prepared", row_id)
            if c.get("organisation_kind") == "government":
                self.finding("comment.by_government", row_id)
            if c["proposal"] == "conditional":
                self.finding("comment.proposes_current_rating", row_id, optional=True)
            if c["proposal"] == "explicit" and c["proposed_rating"]:
                now = (owners.get(c["milestone_id"]) or owners.get(c["commitment_id"]) or {}).get("rating")
                which = "current" if now == c["proposed_rating"] else "other"
                self.finding(f"comment.proposes_{which}_rating", row_id, optional=now is None)
        days = sorted(dt.date.fromisoformat(str(c["comment_date"])) for c in self.comments if c["comment_date"])
        if days and (days[-1] - days[0]).days < 14:
            self.finding("report.comment_window.short", self.id, optional=len(days) < 3)


class Refusal:
    """The truth of a document that can't be read: why it is quarantined."""

    def __init__(self, *codes: str) -> None:
        """Take the codes that are right."""
        self.codes = codes

    def write(self, path: Path) -> None:
        """Write the file."""
        path.write_text(json.dumps({"quarantined": list(self.codes)}, indent=1) + "\n", encoding="utf-8")
