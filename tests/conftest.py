"""Set what holds for every test: how examples are drawn, and what a run leaves out."""

import pytest
from hypothesis import settings

from tests.postgres import Postgres

settings.register_profile("dateline", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("dateline")

LEFT_OUT = "left out"


@pytest.fixture
def leave_out(record_property):
    """Say in the closing lines that a test could look at less than it would like to.

    For material that lies beside the project and may be absent; the test itself still
    runs and passes, and nobody is left to believe that it saw everything.
    """
    return lambda what: record_property(LEFT_OUT, what)


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
