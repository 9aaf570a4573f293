"""What a table says of its commitment beside the rows."""

import pytest

from pipeline.curation.curate import curate
from pipeline.curation.harvest.values import part_commitment
from pipeline.curation.wording.words import load_words
from pipeline.tables import Report
from tests.build import document, grid, heading

HEADINGS = ("No.", "Milestone", "Status", "Evidence")
ROW = ("1.1", "Publish the budget", "Completed", "It is published.")


def commitment(report: Report) -> tuple[object, ...]:
    (found,) = report.tables["commitments"]
    return found["title"], found["lead_institution"], found["supporting_institutions"]


@pytest.mark.parametrize(
    "bands",
    [
        [["Commitment 1: Open budgets\nLead institution: Treasury\nPartners: Audit Office, Budget Watch"]],
        [["Commitment 1: Open budgets"], ["Lead institution: Treasury"], ["Partners: Audit Office, Budget Watch"]],
    ],
)
def test_labelled_lines_of_bands_are_said_of_the_commitment(bands: list[list[str]]) -> None:
    report = curate(document(grid(HEADINGS, *bands, ROW)))

    assert commitment(report) == ("Open budgets", "Treasury", "Audit Office\nBudget Watch")


def test_a_lead_in_brackets_behind_a_name_makes_no_label_of_the_name() -> None:
    report = curate(document(grid(HEADINGS, ["Commitment 1: Open budgets (Lead: Treasury)"], ROW)))

    assert commitment(report) == ("Open budgets", "Treasury", None)


def test_labels_with_values_above_a_tables_heading_are_said_of_the_commitment() -> None:
    above = ["Lead institution", "Treasury", "Partners", "Audit Office; Budget Watch"]
    other = ["Lead institution", "Court", "Partners", "–"]

    report = curate(
        document(
            heading("Commitment 1: Open budgets"),
            grid(above, HEADINGS, ROW),
            heading("Commitment 2: Open courts"),
            grid(other, HEADINGS, ["2.1", "Film", "Delayed", "–"]),
        )
    )

    assert [m["milestone_number"] for m in report.tables["milestones"]] == ["1.1", "2.1"]
    assert [(c["lead_institution"], c["supporting_institutions"]) for c in report.tables["commitments"]] == [
        ("Treasury", "Audit Office\nBudget Watch"),
        ("Court", None),
    ]


def test_a_grey_cell_beside_a_legend_of_colours_is_a_colour_outside_it() -> None:
    legend = grid([("Green", "92D050"), "Completed"], [("Amber", "FFD966"), "Limited progress"], [("Red", "FF5050"), "Not started"])
    rows = [["1", "Publish", ("", "92D050"), "Done."], ["2", "Explain", ("", "D9D9D9"), "Dropped."], ["3", "Ask", ("", "FFD966"), "Begun."]]

    report = curate(document(heading("Legend"), legend, heading("Milestones"), grid(HEADINGS, *rows)))

    assert [(m["rating"], m["rating_issue"]) for m in report.tables["milestones"]] == [
        ("green", None),
        (None, "outside_legend"),
        ("amber", None),
    ]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "Puertos abiertos Institución responsable: Ministerio del Mar", [("lead_institution", "Ministerio del Mar")]),
        (
            "en",
            "Open harbours Lead agency: Ministry of the Sea Other actors involved: Pier Watch, Port",
            [("lead_institution", "Ministry of the Sea"), ("supporting_institutions", "Pier Watch"), ("supporting_institutions", "Port")],
        ),
    ],
)
def test_a_label_in_the_middle_of_a_commitments_name_opens_a_line(language: str, text: str, said: list[tuple[str, str]]) -> None:
    name, found = part_commitment(text, load_words((language,)))

    assert (name, found) == (text.split(" Lead")[0].split(" Institución")[0], said)


@pytest.mark.parametrize(
    ("language", "title", "line", "completion", "rating"),
    [
        ("en", "Commitment 1: Open budgets", "Completion level: Substantial", "substantial", "green"),
        ("fr", "Engagement 1 : Budgets ouverts", "Niveau d'achèvement : Limité", "limited", "amber"),
        ("es", "Compromiso 1: Presupuestos abiertos", "Nivel de cumplimiento: No iniciado", "not_started", "red"),
    ],
)
def test_a_level_in_a_line_under_a_commitments_heading_is_the_commitments(language: str, title: str, line: str, completion: str, rating: str) -> None:
    told = {
        "en": "The plan was drawn up by the government and the people of the country.",
        "fr": "Le plan a été établi par le gouvernement avec les citoyens du pays.",
    }
    intro = told.get(language, "El plan fue elaborado por el gobierno con la ciudadanía del país.")
    report = curate(document(intro, heading(title), line, heading("I.", 2), grid(HEADINGS, ROW)))

    (found,) = report.tables["commitments"]
    assert (found["completion"], found["rating"], found["rating_basis"]) == (completion, rating, "text")
    assert line not in [n["text"] for n in report.tables["narrative"]]


def test_a_level_in_a_band_or_beside_its_label_above_a_tables_heading_is_the_commitments() -> None:
    band = grid(["Commitment 1: Open budgets"], ["Status: Completed"], HEADINGS, ROW)
    pair = grid(["Lead institution", "Court", "Status", "Limited"], HEADINGS, ["2.1", "Film", "Delayed", "–"])

    report = curate(document(band, heading("Commitment 2: Open courts"), pair))

    assert [(c["lead_institution"], c["completion"]) for c in report.tables["commitments"]] == [(None, "complete"), ("Court", "limited")]


def test_a_labelled_line_that_is_no_level_stays_with_the_prose() -> None:
    line = "Status: the ministry has asked for another year."
    report = curate(document(heading("Commitment 1: Open budgets"), line, grid(HEADINGS, ROW)))

    assert line in [n["text"] for n in report.tables["narrative"]]
