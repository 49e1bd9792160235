"""The documentation: its links lead somewhere, and it says what the commands are."""

import re

from tests import house
from tests.paths import ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")
CODE = re.compile(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", re.S)


def test_no_link_between_documents_is_dead():
    dead = [
        f"{house.name(page)}: {target}"
        for page in house.files("*.md")
        for target in LINK.findall(house.text(page))
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert dead == []


def test_every_make_command_that_is_documented_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = {
        command
        for page in house.files("*.md")
        for command in re.findall(r"\bmake ([a-z]+)\b(?=[`\n ]|$)", _code(house.text(page)))
    }

    assert {"run", "test", "lint"} <= named
    assert [command for command in named if not re.search(rf"^{command}:", makefile, re.M)] == []


def test_ci_runs_the_commands_of_the_readme():
    script = (ROOT / ".ci/run").read_text("utf-8")

    assert "\nmake lint\nmake test\n" in script


def _code(text):
    """Return what a page sets as code."""
    return "\n".join("".join(found) for found in CODE.findall(text))


def test_decision_records_are_numbered_without_gaps():
    records = sorted((ROOT / "docs/decisions").rglob("[0-9]*.md"), key=lambda path: path.name)

    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
