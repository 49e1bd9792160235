"""Set what holds for every test: how examples are drawn, and what a run leaves out."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from hypothesis import settings

from dateline.cli import empty_database
from tests.paths import ROOT
from tests.postgres import Postgres

settings.register_profile("dateline", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("dateline")

LEFT_OUT = "left out"
SLOW = ("browser", "cli", "demo")
"""Folders whose tests start processes or a browser; `make quick` leaves them out."""


def pytest_collection_modifyitems(items):
    """Mark as slow what lies in a slow folder, and what needs a server of its own."""
    for item in items:
        folder = Path(item.path).relative_to(ROOT / "tests").parts[0]
        if folder in SLOW or "postgres" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")


@pytest.fixture
def leave_out(record_property):
    """Say in the closing lines that a test could look at less than it would like to.

    For material that lies beside the project and may be absent; the test itself still
    runs and passes, and nobody is left to believe that it saw everything.
    """
    return lambda what: record_property(LEFT_OUT, what)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_modify_db_settings, django_db_blocker):
    """Lay a migrated database ready where the tests' own will be looked for, on SQLite."""
    place = Path(str(django_settings.DATABASES["default"].get("TEST", {}).get("NAME") or ""))
    if not place.suffix:
        return False
    place.touch()
    with django_db_blocker.unblock():
        return empty_database.fill(place)


@pytest.fixture(scope="session")
def postgres():
    """Run a PostgreSQL for as long as the tests do."""
    server = Postgres()
    server.start()
    yield server
    server.remove()


def pytest_terminal_summary(terminalreporter):
    """List what was left out, once each, above the closing line."""
    reports = terminalreporter.getreports("passed")
    lines = {
        value for report in reports for name, value in report.user_properties if name == LEFT_OUT
    }
    if lines:
        terminalreporter.section("left out")
        for line in sorted(lines):
            terminalreporter.line(line)
