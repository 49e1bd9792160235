"""No phantom rooms: what is declared is sent and heard, linked, read, set."""

import ast
import importlib
import inspect
import re
from dataclasses import fields, is_dataclass

import pytest
from django.dispatch import Signal

from dateline.front import addresses
from dateline.lib import slugs
from dateline.settings.sections import SECTIONS, EditionSection
from dateline.stories.choices import Purpose
from tests import house
from tests.paths import ROOT

DATELINE = ROOT / "dateline"
ROOMS = ("agents", "chronology", "media", "newsfeed", "staff", "stories", "wire", "intake")
KEPT_FREE = {
    "410": "stands beside the page for addresses that do not exist",
    "a": "short addresses of articles are to be printed, and no section may stand before them",
    "gone": "what is shown where something was withdrawn",
    "live": "live blogs have an issue of their own",
    "media": "public files of pictures lie below it where there is one edition",
    "newsroom": "the newsroom's own root",
    "offline": "the page that reads without a connection is drawn and not yet made",
    "robots": "stands beside robots.txt",
    "search": "search is drawn and not yet made",
    "static": "files of the site's own",
    "stories": "the list of running stories is drawn and not yet made",
    "stream": "the stream of new lines is drawn and not yet made",
    "topic": "topics are drawn and not yet made",
}


def sources(*but):
    """Return the text of each of our files of code and templates."""
    kinds = (".py", ".html", ".xml", ".txt", ".toml")
    return {
        path: path.read_text("utf-8")
        for path in DATELINE.rglob("*")
        if path.suffix in kinds and "migrations" not in path.parts and path.name not in but
    }


def signals():
    for room in ROOMS:
        if (DATELINE / room / "signals.py").exists():
            module = importlib.import_module(f"dateline.{room}.signals")
            yield from (pair for pair in vars(module).items() if isinstance(pair[1], Signal))


@pytest.mark.parametrize(("name", "signal"), signals())
def test_a_signal_is_sent_and_heard(name, signal):
    text = "\n".join(sources("signals.py", "receivers.py").values())

    assert signal.receivers, f"nobody hears {name}: take it out"
    assert re.search(rf"\b{name}\b", text), f"nobody sends {name}: take it out"


def test_every_address_that_can_be_spelled_is_linked_or_pressed():
    text = "\n".join(sources("addresses.py").values())
    own = inspect.getsource(addresses)
    spelled = [
        name
        for name, one in vars(addresses).items()
        if inspect.isfunction(one) and one.__module__ == addresses.__name__
    ]

    unused = [
        name
        for name in spelled
        if not re.search(rf"\baddresses\.{name}\b", text) and own.count(f"{name}(") < 2
    ]

    assert unused == []


def test_every_reserved_word_is_an_address_or_a_sentence_says_why_it_is_kept_free():
    spelled = set(re.findall(r'f"/\{edition\}/([a-z0-9]+)', inspect.getsource(addresses)))
    spelled |= {*Purpose.values, "corrections", "feeds", "feed"}

    assert slugs.RESERVED - spelled - set(KEPT_FREE) == set()
    assert set(KEPT_FREE) & spelled == set()
    assert spelled <= slugs.RESERVED


def test_every_setting_is_read():
    text = "\n".join(sources("sections.py").values())
    keys = {one.name for section in (*SECTIONS.values(), EditionSection) for one in fields(section)}

    assert [key for key in keys if not re.search(rf"[.\"]{key}\b", text)] == []


def test_every_field_of_a_readers_record_is_set_by_a_plate():
    known = _records()
    given = {
        pair
        for room in ("front", "blocks")
        for path in (DATELINE / room).rglob("*.py")
        for pair in _given(ast.parse(house.text(path)), known)
    }

    missing = [f"{name}.{field}" for name, of in known.items() for field in of]

    assert [one for one in missing if tuple(one.split(".")) not in given] == []


def _records():
    """Return the fields of the records that templates are given, by class."""
    package = importlib.import_module("dateline.front.records")
    found = [one for one in vars(package).values() if inspect.isclass(one) and is_dataclass(one)]
    return {one.__name__: [field.name for field in fields(one)] for one in found}


def _given(tree, known):
    """Yield class and field of each value that code gives to a record."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        wholly = any(isinstance(one, ast.Starred) for one in node.args)
        names = [word.arg for word in node.keywords]
        if name in known:
            placed = known[name] if wholly or None in names else known[name][: len(node.args)]
            yield from ((name, field) for field in [*placed, *names])
        elif name == "replace":
            yield from ((one, field) for one in known for field in names)
