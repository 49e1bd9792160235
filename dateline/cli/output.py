"""Tell figures of the press as JSON or as lines, and keep its workers up."""

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from dateline.cli.site_context import environment_of
from dateline.server.supervisor import Child, Supervisor


def as_json(told: object) -> str:
    """Return values as JSON; times in ISO 8601."""
    return json.dumps(told, ensure_ascii=False, indent=2, default=str)


def as_lines(told: dict[str, Any], indent: str = "") -> str:
    """Return values as lines for a person, nested ones set in."""
    lines: list[str] = []
    for name, value in told.items():
        said = name.replace("_", " ")
        if isinstance(value, dict) and value:
            lines += [f"{indent}{said}:", as_lines(value, indent + "  ")]
        elif isinstance(value, list) and value:
            lines.append(f"{indent}{said}:")
            lines += [f"{indent}  {_row(each)}" for each in value]
        else:
            lines.append(f"{indent}{said}: {'none' if value in ({}, [], None) else value}")
    return "\n".join(lines)


def _row(value: object) -> str:
    """Return one row of a list on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return str(value)


def keep_workers_up(folder: Path, workers: int) -> NoReturn:
    """Keep press workers up until told to stop."""
    command = (sys.executable, "-m", "dateline", "child", "press")
    os.environ.update(environment_of(folder))
    children = [
        Child(f"press {number}", "press", (*command, str(number)))
        for number in range(1, workers + 1)
    ]
    supervisor = Supervisor(
        children,
        say=lambda line: click.echo(line, err=True),
        greeting=f"{workers} press workers are at work. Stop with Ctrl-C.",
    )
    raise SystemExit(supervisor.run())
