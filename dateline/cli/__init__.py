"""Answer the command `dateline`."""


def main() -> None:
    """Run the command line; the entry point of the console script."""
    from dateline.cli.door import dateline

    dateline()
