"""docs/reference/templates.md names all that templates may use and are given, and no more."""

import re

import pytest
from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_NAMESPACE, DEFAULT_TESTS

from dateline.front import records
from dateline.front.environment import environment
from tests import house
from tests.paths import ROOT

PAGE = house.text(ROOT / "docs/reference/templates.md")
TEMPLATES = ROOT / "dateline/front/templates"
FRAMES = {"page.html", "made.txt", "robots.txt"}
"""Templates that no page of its own is made of, and one that is given addresses alone."""
MADE = environment("uk", "uk-UA", "Europe/Kyiv")


def words(head):
    """Return the names in the paragraph that begins with a word."""
    paragraph = re.search(rf"^{head}: (.*?)\n\n", PAGE, re.M | re.S)[1]
    return set(re.findall(r"`(\w+)(?:\([^`]*\))?`", paragraph))


def rows():
    """Return the table of templates: names, and what each is given."""
    lines = [line.split("|") for line in PAGE.splitlines() if re.match(r"\| `[\w./]+`", line)]
    return {name: line[2] for line in lines for name in re.findall(r"`([\w./]+)`", line[1])}


def test_every_filter_is_documented_and_every_documented_one_exists():
    assert words("Filters") == set(MADE.filters) - set(DEFAULT_FILTERS)


def test_every_function_is_documented_and_every_documented_one_exists():
    functions = words("Functions")
    functions -= {"records"}

    assert functions == set(MADE.globals) - set(DEFAULT_NAMESPACE)


def test_what_is_said_to_be_taken_out_of_jinja_is_out():
    assert set(DEFAULT_FILTERS) - set(MADE.filters) == {"random"}
    assert set(DEFAULT_NAMESPACE) - set(MADE.globals) == {"lipsum"}
    assert set(MADE.tests) == set(DEFAULT_TESTS)


def test_every_template_of_a_page_is_documented_and_every_documented_one_exists():
    files = {path.name for path in TEMPLATES.iterdir() if path.is_file()} - FRAMES
    listed = set(rows())

    assert files == {name for name in listed if "/" not in name}
    assert [name for name in listed if not (TEMPLATES / name).is_file()] == []


@pytest.mark.parametrize("name", sorted(rows()))
def test_what_a_template_is_given_is_a_record_that_exists(name):
    given = re.findall(r"\b[A-Z]\w+", rows()[name])

    assert [one for one in given if not hasattr(records, one)] == []


def test_every_macro_that_is_documented_is_in_its_template():
    macros = re.findall(r"`(\w+\.html)` with the\s+macro `(\w+)\(", PAGE)
    folder = ROOT / "dateline/blocks/quote"

    assert len(macros) == 2
    assert all(f"{{% macro {macro}(" in house.text(folder / file) for file, macro in macros)


def test_every_part_script_and_style_that_is_documented_exists():
    named = set(re.findall(r"`((?:parts|css|js)/[\w/.]+)`", PAGE))
    named = {name for name in named if not name.partition(".")[0].endswith("/x")}
    bases = (TEMPLATES, ROOT / "dateline/front")

    assert len(named) > 3
    assert [one for one in named if not any((base / one).is_file() for base in bases)] == []
