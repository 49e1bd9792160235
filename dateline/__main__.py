"""Run the command line as `python -m dateline`."""

from dateline.cli.main import dateline

dateline()
