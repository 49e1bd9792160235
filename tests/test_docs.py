"""The documentation: its links lead somewhere, and it says what the commands are."""

import pkgutil
import re

from django.apps import apps

from dateline.cli.main import dateline
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


PATH = re.compile(r"[\w-]+(?:/[\w-]+)*/[\w-]+\.(?:py|html|css|js|po|toml|md|in|json)")
FOLDER = re.compile(r"(?:dateline|tests|bench|docs|requirements)(?:/[\w-]+)+/?")
DOTTED = re.compile(r"dateline(?:\.\w+)+")
CAPITAL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]*)+")
BASES = (".", "dateline", "dateline/front", "dateline/front/templates", "dateline/press", "docs")
ROOMS = ("dateline/stories", "dateline/intake", "dateline/lib", "dateline/front/css")
MADE_BY_RUNNING = {"tests/screens/", "blocks/page.html", "blocks/feed.html", "404/index.html"}
EXAMPLES = re.compile(r"notice|pier/|css/site\.css|\bx[./]|\ba/b|[<…*]|NAME|CODE|_f/|EDITION|var/")
NOT_OURS = {"GitHub", "PostgreSQL", "CloudFront", "JavaScript", "CreateInvalidation"}


def test_every_file_that_is_documented_exists():
    shapes = (PATH, FOLDER)
    named = [(page, span) for page, span in _spans() if any(one.fullmatch(span) for one in shapes)]
    missing = [
        f"{house.name(page)}: {span}"
        for page, span in named
        if not EXAMPLES.search(span) and span not in MADE_BY_RUNNING
        if not any((ROOT / base / span).exists() for base in (*BASES, *ROOMS))
    ]

    assert len(named) > 100
    assert missing == []


def test_every_dotted_name_that_is_documented_exists():
    missing = [
        f"{house.name(page)}: {name}"
        for page, span in _spans()
        for name in DOTTED.findall(span)
        if not name.endswith((".toml", ".env")) and not _found(name)
    ]

    assert missing == []


def test_every_class_that_is_documented_is_somewhere_in_the_code():
    code = "\n".join(house.text(path) for path in (*house.code(), *house.tests(), *_settings()))
    missing = [
        f"{house.name(page)}: {name}"
        for page, span in _spans()
        for name in CAPITAL.findall(span)
        if not EXAMPLES.search(span) and name not in NOT_OURS and name not in code
    ]

    assert missing == []


def test_every_command_that_is_documented_exists():
    named = {
        (house.name(page), words)
        for page, span in _spans()
        for words in re.findall(r"^dateline(?: --site \S+)? ([a-z][\w-]*)(?![\w.])", span)
    }

    assert len(named) > 20
    assert [one for one in named if one[1] not in dateline.commands] == []


def test_every_table_of_the_press_is_documented_and_every_documented_one_exists():
    tables = {model._meta.db_table for model in apps.get_app_config("press").get_models()}
    documented = set(re.findall(r"`(press_[a-z]+)`", house.text(ROOT / "docs/reference/press.md")))

    assert documented == tables


def test_every_figure_of_the_press_is_documented_and_every_documented_one_told():
    told = house.text(ROOT / "dateline/press/watch/metrics.py")
    page = house.text(ROOT / "docs/reference/press.md")

    named = set(re.findall(r'yield \(?\s*"(\w+)"', told))
    documented = set(re.findall(r"`dateline_press_([a-z_]+)", page))

    assert len(named) > 15
    assert documented == named


def _spans():
    """Yield each piece of code in the documents of today: not of what was decided once."""
    for page in house.files("*.md"):
        if "retired" not in page.parts and page.name != "CHANGELOG.md":
            yield from ((page, span) for _block, span in CODE.findall(house.text(page)) if span)


def _settings():
    return [path for path in house.files("*.toml") if path.parent == ROOT]


def _found(name):
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True
