"""Run the command line as `python -m dateline.cli`."""

from dateline.cli.main import dateline

dateline()
