"""Epochs: a change of design sweeps exactly the plates that it concerns."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from dateline.front import sources
from dateline.front.render import epoch
from dateline.press import ids, sql
from dateline.press.registry import registry
from dateline.press.varints import unpacked
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.paths import ROOT

SHOWS = {name for name in registry.plates if not registry.leads(name)}
EVERY = {*SHOWS, *registry.parts}
STORIES = {"story", "story-source"}
CHANGES = {
    # file, old, new: the plates that are swept
    ("plates/sitemaps.py", "urls: Iterable", "urls: 'Iterable'"): {"sitemap-pages", "sitemap-day"},
    ("plates/home.py", "BAND, LAST = 4, 4, 4, 5, 3", "BAND, LAST = 4, 4, 4, 6, 3"): {"home"},
    ("plates/home.py", "def running(", "# A remark.\n\n\ndef running("): set(),
    ("reads/cards.py", "class Aired(NamedTuple):", "class Aired(NamedTuple):\n    x = 1"): {
        "programme"
    },
    ("records/story.py", "class StoryView:", "class StoryView:\n    # more"): STORIES,
    ("templates/story.html", "{%", "<p>More</p>{%"): STORIES,
    ("css/pages/story.css", "{", "{ "): STORIES,
    ("templates/feed.rss.xml", "<channel>", "<channel> "): {"feed", "feed-section", "feed-latest"},
    ("render.py", "HERE = ", "HERE =  "): EVERY,
    ("../lib/when.py", "import", "import "): EVERY,
    ("../locale/uk/LC_MESSAGES/readers.po", "Content-Type", "Content-type"): EVERY,
}
SCRIPT = """
import json, sys
from pathlib import Path
import django
django.setup()
from dateline.front import catalogues, environment, render, sources, styles
from dateline.press.registry import registry

FRONT = Path(render.__file__).parent
HELD = (sources._module, sources._definition, render.epoch, environment.closure, styles.style)

def epochs():
    for one in HELD:
        one.cache_clear()
    shows = {name for name in registry.plates if not registry.leads(name)}
    return {name: render.epoch(name) for name in {*shows, *registry.parts}}

before = epochs()
swept = []
for name, old, new in json.load(sys.stdin):
    path = FRONT / name
    text = path.read_text()
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1))
    after = epochs()
    path.write_text(text)
    swept.append(sorted(plate for plate in before if before[plate] != after[plate]))
print(json.dumps(swept))
"""


@pytest.fixture(scope="module")
def swept(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """Change a copy of the package, one change at a time; return the plates with a new epoch."""
    copy = tmp_path_factory.mktemp("copy")
    ignore = shutil.ignore_patterns("__pycache__", "content", "*.pyc")
    shutil.copytree(ROOT / "dateline", copy / "dateline", ignore=ignore)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(list(CHANGES)),
        env={
            **os.environ,
            "PYTHONPATH": str(copy),
            "DJANGO_SETTINGS_MODULE": "dateline.settings.testing",
        },
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [set(plates) for plates in json.loads(done.stdout)]


@pytest.mark.parametrize("number", range(len(CHANGES)), ids=lambda n: list(CHANGES)[n][0])
def test_a_change_sweeps_exactly_the_plates_it_concerns(swept: list[set[str]], number: int) -> None:
    assert swept[number] == list(CHANGES.values())[number]


def test_whatever_a_page_reads_is_in_the_epoch_of_its_plate(
    room: Pressroom,  # noqa: F811
) -> None:
    lacking = set()
    for name in registry.plates:
        texts = sources.reached([type(registry.plates[name].plate)]).texts
        headings = {text.partition("\n")[0] for text in texts}
        for facet in _facets_read(name):
            made = registry.facet(*facet).make
            if f"{made.__module__}.{made.__qualname__}" not in headings:
                lacking.add((name, facet))

    assert lacking == set()


def _facets_read(plate: str) -> set[tuple[str, str]]:
    """Return the facets that the sheets of a plate have read."""
    found = set()
    for (deps,) in sql.fetch("SELECT deps FROM press_sheet WHERE plate = %s", [plate]):
        for read in unpacked(bytes(deps)):
            apart = ids.known(read)
            if apart is not None:
                kind, _slash, name = apart.facet.partition("/")
                found.add((kind, name))
    return found


def test_every_plate_that_shows_something_names_its_templates() -> None:
    made = {name: sources.reached([type(registry.plates[name].plate)]) for name in SHOWS}

    assert [name for name, one in made.items() if not one.templates()] == []


def test_a_name_that_no_plate_has_takes_all_designs_together() -> None:
    assert epoch("no-such-plate") not in {epoch(name) for name in EVERY}
