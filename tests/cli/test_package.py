"""A newsroom's own package: begun by a command, refused where it is broken."""

import sys

import pytest

from tests.cli.commands import dateline, refused
from tests.ports import free_ports
from tests.server.processes import answers, running
from tests.server.sheetwork import a_store

PLATE = """from dateline.extend import plate


@plate("article", kind="article")
class Mine:
    pass
"""
PAGE = """from dateline.extend import Page


def page(read, arg):
    return Page("nowhere.html")
"""
BLOCK = """from dateline.extend import Block, block


class Quote(Block):
    name = "{}"


block(Quote())
"""
TEMPLATE = '{% include "parts/nowhere.html" %}\n'
BROKEN = {
    "an import": ("extensions.py", "import nothing_there", "pier/extensions.py:1: ModuleNotFound"),
    "a line": ("extensions.py", "x = (\n", "pier/extensions.py:1: SyntaxError"),
    "models": ("models.py", "1 / 0\n", "pier/models.py:1: ZeroDivisionError"),
    "a plate's name": ("extensions.py", PLATE, "the plate 'article' is registered already"),
    "a block's name": ("extensions.py", BLOCK.format("quote"), "a kind of block called 'quote'"),
    "a block's page": ("extensions.py", BLOCK.format("mine"), "has no page.html"),
    "a plate's template": ("pages.py", PAGE, "pages.py:5: there is no template 'nowhere.html'"),
    "a template": ("templates/mine.html", TEMPLATE, "mine.html: reaches a template that is not"),
    "a tag": ("templates/mine.html", "{% if %}\n", "mine.html:1: Expected an expression"),
    "a setting": ("settings.py", "SECRET_KEY = 1\n", "settings.py: SECRET_KEY is Dateline's own"),
    "settings": ("settings.py", "import no_such\n", "pier/settings.py:1: ModuleNotFoundError"),
    "a name of ours": (
        "extensions.py",
        "from dateline.extend import Kind\n",
        "cannot import name 'Kind'",
    ),
    "a format": (
        "extensions.py",
        "from dateline.extend import machine_format\nmachine_format('abc')\n",
        "servers know no media type of .abc; they know",
    ),
    "a panel": (
        "extensions.py",
        "from dateline.extend import panel\npanel('stories.Nothing', None)\n",
        "'stories.Nothing' has no form to add to",
    ),
}


def with_package(site, **files):
    """Give a site a package of these files, and return the site."""
    text = (site / "dateline.toml").read_text()
    (site / "dateline.toml").write_text(text.replace("[site]", '[site]\npackage = "pier"', 1))
    for name, body in {"__init__.py": "", **files}.items():
        path = site / "pier" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body)
    return site


def lying(site):
    return {path: path.read_bytes() for path in (site / "var/sheets").rglob("*") if path.is_file()}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_package_is_refused_by_file_and_touches_no_page(site, what):
    name, body, said = BROKEN[what]
    a_store(site)
    with_package(site, **{name: body})
    before = lying(site)

    done = dateline("--site", site, "check")

    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert lying(site) == before
    assert len(before) > 1


@pytest.mark.parametrize("what", ["an import", "a plate's name", "a plate's template"])
def test_neither_press_nor_run_begins_with_a_broken_package(site, what):
    name, body, said = BROKEN[what]
    with_package(site, **{name: body})

    for command in (["press"], ["run", "--port", str(free_ports())]):
        assert said in refused(dateline("--site", site, *command))


def test_pressed_pages_are_served_though_the_package_is_broken(site):
    a_store(site)
    with_package(site, **{"__init__.py": "1 / 0"})

    with running(site, "--readers-only") as (port, _process):
        assert answers(port, "/en/") == 200


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "no package 'nowhere' lies in"),
        ("stories", "is the name of something else"),
        ("json", "is the name of something else"),
        ("My-Site", "is no name to import"),
    ],
)
def test_a_package_that_cannot_be_is_refused(site, name, said):
    assert said in refused(dateline("--site", site, "check", DATELINE_SITE_PACKAGE=name))


def test_a_package_that_lies_there_twice_is_refused(site, tmp_path):
    installed = tmp_path / "installed" / "pier"
    installed.mkdir(parents=True)
    (installed / "__init__.py").write_text("")
    with_package(site)

    done = dateline("--site", site, "check", PYTHONPATH=f"{installed.parent}:{sys.path[0]}")

    assert f"is installed in {installed} too" in refused(done)


def test_a_new_package_works_and_a_second_is_refused(site):
    done = dateline("--site", site, "package", "new", "pier")
    assert (done.returncode, done.stderr) == (0, "")
    assert 'package = "pier"' in (site / "dateline.toml").read_text()

    assert "names the package 'pier' already" in refused(
        dateline("--site", site, "package", "new", "quay")
    )
    pressed = dateline("--site", site, "press")
    assert pressed.returncode == 0, pressed.stderr
    for name in ("en/headlines.html", "uk/headlines.html", "en/feed.json"):
        assert (site / f"var/sheets/{name}.gz").is_file()
    assert dateline("--site", site, "package", "test").returncode == 0
    assert "nothing is over budget" in dateline("--site", site, "press", "lint").stdout


def test_nothing_is_written_over_a_file_that_is_there(site):
    (site / "pyproject.toml").write_text("mine")

    said = refused(dateline("--site", site, "package", "new", "pier"))

    assert "pyproject.toml is there already" in said
    assert not (site / "pier").exists()
    assert "package" not in (site / "dateline.toml").read_text()


def test_a_changed_package_presses_what_it_changes_and_nothing_twice(site):
    with_package(site, **{"templates/parts/masthead.html": "<p>One</p>"})
    dateline("--site", site, "press")
    (site / "pier/templates/parts/masthead.html").write_text("<p>Two</p>")

    first = dateline("--site", site, "press", "--json").stdout
    second = dateline("--site", site, "press", "--json").stdout

    assert '"pressed": 0' not in first
    assert '"pressed": 0' in second
    assert '"same": 0' in second


def test_tests_of_a_package_that_fail_fail_the_command(site):
    body = (
        "from unittest import TestCase\nclass Mine(TestCase):\n    def test_it(self): self.fail()\n"
    )
    with_package(site, **{"tests/__init__.py": "", "tests/test_it.py": body})

    done = dateline("--site", site, "package", "test")

    assert done.returncode == 1
    assert "1 tests of pier failed" in done.stderr
