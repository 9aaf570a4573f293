"""Hundreds of changed reports, held in one go: each gives exactly the findings that its change must bring."""

from random import Random

import pytest

from tests.validation.curated import Draft, held, named, sound, suites
from tests.validation.mutants import MUTATIONS, Expected

PER_MUTATION = 12


@pytest.fixture(scope="module")
def mutants() -> list[tuple[str, Draft, Expected]]:
    made = []
    for n, mutation in enumerate(MUTATIONS * PER_MUTATION):
        draft = sound(f"mng-2021-2023-annual-m{n}")
        expected = mutation(draft, Random(n))
        made.append((mutation.__name__, draft, expected))
    return made


@pytest.fixture(scope="module")
def found(mutants: list[tuple[str, Draft, Expected]]) -> dict[str, set[tuple[str, str]]]:
    every = named(held(*(draft for _, draft, _ in mutants)))
    by_report: dict[str, set[tuple[str, str]]] = {}
    for rule, row in every:
        report, _, rest = str(row).partition("/")
        by_report.setdefault(report, set()).add((rule, rest))
    return by_report


def test_a_sound_report_trips_no_rule() -> None:
    result = held(sound())

    assert named(result) == set()
    assert result.not_run == ()


@pytest.mark.parametrize("mutation", [m.__name__ for m in MUTATIONS])
def test_a_change_brings_its_findings_and_no_others(
    mutation: str, mutants: list[tuple[str, Draft, Expected]], found: dict[str, set[tuple[str, str]]]
) -> None:
    mine = [(draft, expected) for name, draft, expected in mutants if name == mutation]

    assert len(mine) == PER_MUTATION
    for draft, expected in mine:
        assert found.get(draft.report_id, set()) == expected, draft.report_id


def test_every_rule_but_the_quarantine_is_tripped_by_a_mutant(mutants: list[tuple[str, Draft, Expected]]) -> None:
    tripped = {rule for _, _, expected in mutants for rule, _ in expected}

    assert {rule.name for rule in suites().rules} - tripped == {"document.quarantined"}
