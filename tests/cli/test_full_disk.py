"""The disk that database and sheets lie on is full: readers are served, nothing is lost or half."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import dateline, environment
from tests.patience import until
from tests.press.test_folder import a_disk, fill
from tests.server.processes import answers, ask, running

PUBLISH = """
import json, sys, django
django.setup()
from django.db import DatabaseError
from dateline.press import clock
from dateline.staff.models import Edition
from dateline.stories import actions
from dateline.stories.models import Article
from tests.cast import a_section

edition = Edition.objects.of_site().order_by("pk").first()
section = a_section()
kept, lost = [], []
for number in range(int(sys.argv[1]), int(sys.argv[2])):
    words = [("paragraph", f"<p>{'The tide turned. ' * 400}</p>")]
    new = Article(edition=edition, headline=f"Tide {number}", slug=f"tide-{number}", body=words)
    new.section = section
    try:
        actions.publish(new, by=None, at=clock.now())
        kept.append(number)
    except DatabaseError:
        lost.append(number)
print(json.dumps({"kept": kept, "lost": lost}))
"""


@pytest.fixture
def site_on_a_disk(made: Path, tmp_path: Path) -> Iterator[Path]:
    """Put a site on a small disk of its own; without root there is none, and it fills no disk."""
    with a_disk(tmp_path / "disk") as mount:
        if not os.geteuid():
            mount("remount,size=16m")
        yield Path(shutil.copytree(made, tmp_path / "disk" / "site"))


def publish(site: Path, first: int, last: int) -> dict[str, Any]:
    """Publish articles one after the other; return which were and which could not be."""
    done = subprocess.run(
        [sys.executable, "-c", PUBLISH, str(first), str(last)],
        env=environment(DJANGO_SETTINGS_MODULE="dateline.settings", DATELINE_SITE=str(site)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def on_disk(site: Path) -> set[int]:
    """Return the numbers of the articles that have a page."""
    pages = (site / "var" / "sheets").rglob("tide-*.html.gz")
    return {int(page.name.split("-")[1]) for page in pages}


def test_a_full_disk_loses_nothing_and_readers_are_served(site_on_a_disk: Path) -> None:
    site = site_on_a_disk
    assert dateline("--site", site, "press").returncode == 0
    with running(site) as (port, _process):
        assert answers(port, "/en/") == 200
        first = publish(site, 0, 3)
        until(lambda: on_disk(site) == set(first["kept"]))

        stuff = fill(site.parent)
        meanwhile = publish(site, 3, 8)
        assert ask(port, "/en/")[0] == 200

        if stuff != Path("/dev/full"):
            assert meanwhile["lost"]
            stuff.unlink()
        later = publish(site, 8, 10)
        kept = {*first["kept"], *meanwhile["kept"], *later["kept"]}
        until(lambda: on_disk(site) == kept)
        assert ask(port, "/en/")[0] == 200

    said = (site / "run.log").read_text()
    assert "Traceback" not in said
    assert said.count("no sheet can be stored") <= 1
    assert said.count("the database does not answer") <= 1
    where = {"DATELINE_SERVER_PORT": str(port)}
    dateline("--site", site, "press", **where)
    checked = dateline("--site", site, "press", "check", **where)
    assert "as a fresh pressing would have them" in checked.stdout, checked.stdout
