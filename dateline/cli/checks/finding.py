"""Hold what was found."""

from typing import Literal, NamedTuple


class Finding(NamedTuple):
    """Say what was found, where, and whether it is wrong or merely worth knowing."""

    level: Literal["wrong", "note"]
    where: str
    said: str
