"""dateline press: press what is stale, and tell about sheets."""

import click


@click.group(invoke_without_command=True)
def press() -> None:
    """Press what is stale."""
