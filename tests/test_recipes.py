"""The recipes of docs/where-code-lives.md: an example stands in the files listed, and no other."""

import re

import pytest

from tests import house
from tests.paths import ROOT

PAGE = ROOT / "docs/where-code-lives.md"
FILE = re.compile(r"`((?:dateline|docs|tests)/[\w./*<>-]+\.\w+)`")
RECIPES = ("language", "block", "machine format", "field of an entry", "kind of page")
# What the example is called, below which folders, and files that tell of it but do not make it.
EXAMPLES = {
    "field of an entry": (r"\bhedge\b", ("dateline",), set()),
    "kind of page": (
        r"\bProgramme(View|Plate)\b|\bprogramme\.(html|css)|\baddresses\.programme\b",
        ("dateline", "tests", "docs"),
        {"docs/where-code-lives.md", "tests/test_recipes.py"},
    ),
    "edit that touches": (
        r"\btag_(changed|renamed)\b",
        ("dateline", "tests"),
        {"tests/test_recipes.py"},
    ),
}
NAMED = {"kind of page": "programme", "edit that touches": "tag", "field of an entry": "hedge"}


def recipe(name):
    """Return the text of a recipe."""
    return re.search(rf"^### An? {name}\n(.*?)(?=^##|\Z)", house.text(PAGE), re.M | re.S)[1]


def listed(name):
    """Return the files that the table of a recipe lists."""
    rows = (line.split("|")[1] for line in recipe(name).splitlines() if line.startswith("| `"))
    return {path for row in rows for path in FILE.findall(row)}


@pytest.mark.parametrize("name", [*RECIPES, "edit that touches"])
def test_a_recipe_lists_files_and_names_its_test(name):
    proofs = re.findall(r"Test: `(tests/[\w/]+\.py)`|`(tests/[\w/]+\.py)` walks", recipe(name))

    assert len(listed(name)) > 1
    assert proofs
    assert all((ROOT / max(proof)).is_file() for proof in proofs)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_of_a_recipe_stands_in_no_file_that_is_not_listed(name):
    shape, folders, beside = EXAMPLES[name]
    kinds = (".py", ".html", ".css", ".toml", ".md")

    found = {
        house.name(path)
        for path in house.files()
        if path.suffix in kinds and house.name(path).partition("/")[0] in folders
        if re.search(shape, house.text(path))
    }

    assert found - beside - listed(name) == set(), "list it in docs/where-code-lives.md"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_listed_file_has_its_part_in_the_example(name):
    files = [path for path in listed(name) if "*" not in path]

    idle = [path for path in files if not re.search(NAMED[name], _of(path), re.IGNORECASE)]

    assert idle == []


def _of(path):
    return f"{path}\n{(ROOT / path).read_text('utf-8')}"
