"""Serve one small store to the tests that only ask."""

import pytest

from tests.server.processes import answers, running
from tests.server.sheetwork import a_store

TOML = '[[edition]]\ncode = "en"\nlocale = "en-GB"\n\n[[edition]]\ncode = "uk"\nlocale = "uk-UA"\n'


@pytest.fixture(scope="session")
def store_site(tmp_path_factory):
    """Make a site that has pages and no database at all."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "dateline.toml").write_text(TOML)
    a_store(folder)
    picture = folder / "var" / "media" / "pictures" / "crane-480-0a1b2c.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"RIFF" + b"\x00" * 50_000)
    return folder


@pytest.fixture(scope="session")
def port(store_site):
    """Serve it to readers alone."""
    with running(store_site, "--readers-only") as (port, _process):
        answers(port)
        yield port
