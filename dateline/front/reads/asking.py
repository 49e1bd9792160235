"""Ask for plain columns instead of records: what rows are made of."""

from collections.abc import Iterable
from typing import Any


def columns(query: Any, *names: str) -> Iterable[Any]:
    """Return the values of these columns, one tuple a row."""
    found: Iterable[Any] = query.values_list(*names)
    return found
