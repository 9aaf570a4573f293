"""What a later submission changed: rows are matched by number and title, and only what is printed counts."""

from datetime import date

import pytest

from pipeline.changes import find_changes, find_disagreements, likeness
from pipeline.tables import REPORT_TABLES, TABLES, Report, blank_row

ID = "gha-2021-2023-end_of_term"


def milestone(number, title, commitment="1", **values):
    return blank_row(
        TABLES["milestones"],
        {
            "report_id": ID,
            "milestone_id": f"{ID}/m{number}",
            "commitment_id": f"{ID}/c{commitment}",
            "milestone_number": str(number),
            "title": title,
            "position": number if isinstance(number, int) else 0,
            **values,
        },
    )


def comment(n, organisation, text, on="m1", **values):
    place = {"milestone_id": f"{ID}/{on}", "comment_id": f"{ID}/{on}/k{n}"}
    return blank_row(TABLES["comments"], {"report_id": ID, **place, "organisation": organisation, "text": text, "position": n, **values})


def claim(n, stated, section="Results", **values):
    return blank_row(
        TABLES["claims"], {"report_id": ID, "claim_id": f"{ID}/n{n}", "section": section, "unit": "milestones", "stated": stated, **values}
    )


def report(document_id="v1", **tables):
    rows = {name: [] for name in REPORT_TABLES} | {"reports": [blank_row(TABLES["reports"], {"report_id": ID, "document_id": document_id})]}
    return Report(report_id=ID, layout="grid", tables={**rows, **tables})


def changes(before, after):
    found = find_changes(report("v1", **before), report("v2", **after))
    assert {(c["from_document_id"], c["to_document_id"]) for c in found} <= {("v1", "v2")}
    return [(c["row_id"].removeprefix(f"{ID}/"), c["column"], c["old"], c["new"], c["kind"]) for c in found]


def milestones(*rows):
    return {"milestones": list(rows)}


def test_a_changed_rating_is_one_row_with_old_and_new():
    before, after = milestone(1, "Publish", rating="amber"), milestone(1, "Publish", rating="green")

    assert changes(milestones(before), milestones(after)) == [("m1", "rating", "amber", "green", "changed")]


@pytest.mark.parametrize(
    ("column", "value"),
    [("position", 9), ("rating_basis", "fill"), ("source_row", 7), ("rating_issue", "outside_legend"), ("evidence", "The  register\nis open.")],
)
def test_what_follows_from_others_and_white_space_are_no_changes(column, value):
    before, after = milestone(1, "Publish", evidence="The register is open."), milestone(1, "Publish", evidence="The register is open.")
    after[column] = value

    assert changes(milestones(before), milestones(after)) == []


def test_a_row_added_or_removed_is_one_row_without_values():
    before, after = milestone(7, "Abolish the fee"), milestone(13, "Train the districts")

    assert changes(milestones(before), milestones(after)) == [("m13", None, None, None, "added"), ("m7", None, None, None, "removed")]


def test_a_renumbered_row_is_matched_by_its_title():
    before = [milestone(1, "Publish the register", rating="red"), milestone(2, "Train the districts", rating="green")]
    after = [milestone(1, "Adopt the law"), milestone(2, "Publish the register", rating="amber"), milestone(3, "Train the districts", rating="green")]

    assert changes(milestones(*before), milestones(*after)) == [
        ("m1", None, None, None, "added"),
        ("m2", "milestone_number", "1", "2", "changed"),
        ("m2", "rating", "red", "amber", "changed"),
        ("m3", "milestone_number", "2", "3", "changed"),
    ]


def test_a_reworded_title_under_the_same_number_is_a_change_of_title():
    before, after = milestone(1, "Publish the register of owners"), milestone(1, "Publish the register of beneficial owners")

    assert [c[:2] for c in changes(milestones(before), milestones(after))] == [("m1", "title")]


def test_values_are_written_as_text():
    before, after = milestone(1, "a", percent_complete=50.0), milestone(1, "a", percent_complete=62.5, end_date=date(2023, 3, 31))

    assert changes(milestones(before), milestones(after)) == [
        ("m1", "end_date", None, "2023-03-31", "changed"),
        ("m1", "percent_complete", "50", "62.5", "changed"),
    ]


def test_a_comment_is_the_same_where_place_body_and_date_are():
    before = {"comments": [comment(1, "STAR", "Too slow."), comment(2, "CIVIC", "Agreed.")]}
    after = {"comments": [comment(1, "CIVIC", "Agreed."), comment(2, "STAR", "Too slow, and late."), comment(3, "NEW", "Welcome.")]}

    assert changes(before, after) == [("m1/k2", "text", "Too slow.", "Too slow, and late.", "changed"), ("m1/k3", None, None, None, "added")]


def test_claims_are_matched_by_section_unit_rating_and_completion():
    before = {"claims": [claim(1, 12), claim(2, 6, rating="green"), claim(3, 2, rating="red")]}
    after = {"claims": [claim(1, 12), claim(2, 8, rating="green"), claim(3, 1, section="Outlook", rating="red")]}

    assert changes(before, after) == [
        ("n2", "stated", "6", "8", "changed"),
        ("n3", None, None, None, "added"),
        ("n3", None, None, None, "removed"),
    ]


def test_two_formats_disagree_once_for_each_row_that_really_differs():
    docx = report(
        "docx", milestones=[milestone(1, "Publish", rating="green", evidence="Open since\nMay."), milestone(2, "Train"), milestone(3, "Adopt")]
    )
    pdf = report(
        "pdf",
        milestones=[
            milestone(1, "Publish", rating="red", evidence="Closed.", document_id="pdf", source_table=1, source_row=4),
            milestone(2, "Train", evidence=None),
        ],
    )

    found = find_disagreements(docx, pdf)

    assert [(d["row_id"].removeprefix(f"{ID}/"), d["column"], d["leading"], d["rendition"], d["source_row"]) for d in found] == [
        ("m1", "rating", "green", "red", 4),
        ("m3", None, "Adopt", None, None),
    ]


def test_formats_that_part_their_lines_otherwise_agree():
    docx = report("docx", milestones=[milestone(1, "Publish", evidence="Open since May.\nUsed daily.", rating_fill="92D050", rating="green")])
    pdf = report("pdf", milestones=[milestone(1, "Publish", evidence="Open since May. Used daily.", rating_fill="92D051", rating="green")])

    assert find_disagreements(docx, pdf) == []


def test_likeness_is_the_share_of_titles_in_common():
    one, other = report(milestones=[milestone(n, f"title {n}") for n in range(4)]), report(milestones=[milestone(n, f"Title {n}") for n in range(3)])

    assert likeness(one, other) == 0.75
