"""Make one site for all tests of the command line; each test has a copy of its own."""

import shutil

import pytest

from tests.cli.commands import dateline


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Make a site with `dateline init`, once; the line it said is in its `said` file."""
    folder = tmp_path_factory.mktemp("made") / "site"
    done = dateline(
        "init",
        folder,
        "--name",
        "The Pier",
        "--language",
        "en-GB,uk-UA",
        "--zone",
        "Europe/London",
        "--admin",
        "ed",
        "--email",
        "ed@pier.example",
    )
    assert done.returncode == 0, done.stderr
    (folder / "said").write_text(done.stdout, encoding="utf-8")
    return folder


@pytest.fixture
def site(made, tmp_path):
    """Return a copy of the made site."""
    return shutil.copytree(made, tmp_path / "site")
