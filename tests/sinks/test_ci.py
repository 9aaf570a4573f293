"""Workflows, action and hook: they are whole, and call the command as it is."""

import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.commands.run import command

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
OPTION = re.compile(r"(?<!\S)--(?!quiet|constraint)[a-z-]+")  # --fail-on, of ogp-etl and not of pip


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def known_options() -> set[str]:
    return {option for parameter in command.params for option in parameter.opts}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.name)
def test_a_workflow_says_when_where_and_what_and_asks_for_few_rights(path: Path) -> None:
    workflow = read(path)

    assert {"name", "permissions", "jobs"} <= set(workflow)
    assert workflow[True]
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert all(("uses" in step) != ("run" in step) for step in job["steps"])


def test_every_step_of_the_action_names_its_shell() -> None:
    action = read(ROOT / "action.yml")

    assert action["runs"]["using"] == "composite"
    assert all("uses" in step or step.get("shell") == "bash" for step in action["runs"]["steps"])


def test_the_action_uses_only_the_inputs_it_declares() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")

    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(read(ROOT / "action.yml")["inputs"])


@pytest.mark.parametrize("file", ["action.yml", ".pre-commit-hooks.yaml"])
def test_the_command_knows_every_option_that_is_used(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")

    used = {option for call in re.findall(r"ogp-etl\"? run((?:.*\\\n)*.*)", text) for option in OPTION.findall(call)}

    assert used
    assert used <= known_options()


def test_the_hook_runs_where_a_report_or_a_rule_changed() -> None:
    hook = read(ROOT / ".pre-commit-hooks.yaml")[0]

    assert re.search(hook["files"], "raw/mongolia.docx")
    assert re.search(hook["files"], "expectations/accepted.toml")
    assert not re.search(hook["files"], "docs/ci.md")
