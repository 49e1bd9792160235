"""Know where the package lies."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
