"""Database and application stopped: every address of the demo newsroom still answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.cli.test_deploy import before, nginx
from tests.demo.sites import a_copy, inside
from tests.patience import until
from tests.ports import free_ports
from tests.server.processes import answers, ask, running

EDIT = """
import json, django
django.setup()
from datetime import UTC, datetime
from dateline import press
from dateline.press import sql
from dateline.stories import actions
from dateline.stories.models import Article

first, second, *_rest = Article.objects.public().filter(edition__code="en").order_by("pk")
actions.withdraw(first, by=None, at=datetime.now(UTC), note="It was not ours.")
second.slug = "moved"
actions.publish(second, by=None, at=datetime.now(UTC))
press.Worker().work(until_idle=True)
rows = sql.fetch("SELECT path, state FROM press_sheet WHERE state IN ('live', 'gone', 'redirect')")
print(json.dumps({path: state for path, state in rows if not path.startswith("part:")}))
"""
STATUS = {"live": 200, "gone": 410, "redirect": 301}


class Dead(NamedTuple):
    """A site without a database: its folder, and the state of every address."""

    folder: Path
    pressed: dict[str, str]


@pytest.fixture(scope="module")
def dead(tmp_path_factory: Any) -> Dead:
    """Copy the demo newsroom, withdraw and move an article, and take its database away."""
    site = a_copy(tmp_path_factory, tmp_path_factory.mktemp("down"))
    pressed = inside(site, EDIT)
    for path in (site / "var").rglob("*.sqlite3*"):
        path.rename(path.with_name(f"{path.name}.away"))
    return Dead(site, pressed)


def wrong(port: int, pressed: dict[str, str], **instead: int) -> dict[str, int]:
    """Ask for every address once; return those that answer otherwise than they should."""
    found = {}
    for address, state in pressed.items():
        status = ask(port, address, Host="localhost", Accept_Encoding="gzip")[0]
        wanted = 404 if address.endswith("/404/") else {**STATUS, **instead}[state]
        if status != wanted:
            found[address] = status
    return found


def test_our_own_server_answers_every_address(dead: Dead) -> None:
    with running(dead.folder, "--readers-only") as (port, _process):
        answers(port)

        found = wrong(port, dead.pressed)

    assert len(dead.pressed) > 150
    assert set(dead.pressed.values()) == set(STATUS)
    assert found == {}


@pytest.fixture
def front(dead: Dead) -> Iterator[int]:
    """Serve the site by nginx alone."""
    port = free_ports()
    with before(nginx(dead.folder, "--no-tls", "--port", port), dead.folder):
        until(lambda: ask(port, "/", Host="localhost")[0])
        yield port


def test_nginx_alone_answers_every_address(dead: Dead, front: int) -> None:
    found = wrong(front, dead.pressed, redirect=200)  # a page that leads on

    assert found == {}


def test_every_picture_of_every_page_is_served(dead: Dead, front: int) -> None:
    root = dead.folder / "var/media"
    pictures = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]

    statuses = {ask(front, f"/media/{name}", Host="localhost")[0] for name in pictures}

    assert len(pictures) > 20
    assert statuses == {200}
