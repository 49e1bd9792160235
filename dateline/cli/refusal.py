"""Say in one line what went wrong, and turn whatever went wrong into such a line."""

from collections.abc import Callable
from typing import NoReturn

import click

from dateline.settings.errors import SettingsError

USAGE, FAILURE, INTERRUPTED = 2, 1, 130


class Refusal(click.ClickException):
    """An error that ends a command with one line: what, where, and what to do."""

    exit_code = FAILURE


def closing(command: Callable[[], object], *, debug: Callable[[], bool]) -> NoReturn:
    """Run a command and end the process: 0, 1 for a failure, 2 for wrong usage."""
    try:
        code = command()
    except click.exceptions.Exit as stop:
        raise SystemExit(stop.exit_code) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo("dateline: interrupted", err=True)
        raise SystemExit(INTERRUPTED) from None
    except Exception as error:
        if debug():
            raise
        line, status = error_line(error)
        click.echo(f"dateline: {line}", err=True)
        raise SystemExit(status) from None
    raise SystemExit(code if isinstance(code, int) else 0)


def error_line(error: Exception) -> tuple[str, int]:
    """Return an error's line and exit status."""
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "dateline"
        return _one(f"{error.format_message()} ({where} --help lists what there is)"), USAGE
    if isinstance(error, click.ClickException):
        return _one(error.format_message()), error.exit_code
    if isinstance(error, SettingsError):
        return _one(str(error)), FAILURE
    if isinstance(error, OSError):
        return _of_system(error), FAILURE
    if _of_database(error):
        return _one(f"the database does not answer: {error}"), FAILURE
    return _one(f"{type(error).__name__}: {error}; --debug shows where"), FAILURE


def _one(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _of_system(error: OSError) -> str:
    """Return a line for what the operating system refused."""
    named = f"{error.filename}: " if error.filename else ""
    return _one(f"{named}{error.strerror or error}")


def _of_database(error: Exception) -> bool:
    """Tell whether an error is the database's: by its name, for no database is imported here."""
    kinds = {kind.__name__ for kind in type(error).__mro__}
    return bool(kinds & {"DatabaseError", "InterfaceError"})
