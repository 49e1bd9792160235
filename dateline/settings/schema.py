"""List every setting of dateline.toml, as the dataclasses of its sections declare them."""

from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import get_type_hints

from dateline.settings.sections import SECTIONS, EditionSection


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    kind: "text", "whole" (a number), "yesno" or "list" (of texts; commas in the environment).
    least, most: the bounds of a number, both allowed.
    """

    section: str
    key: str
    kind: str
    default: object
    says: str
    least: int = 0
    most: int = 2**31

    @property
    def name(self) -> str:
        """Return the setting as it is written in errors and in the docs."""
        return f"{self.section}.{self.key}"

    @property
    def variable(self) -> str:
        """Return the environment variable that overrides it."""
        return f"DATELINE_{self.section}_{self.key}".upper()


KINDS = {str: "text", int: "whole", bool: "yesno", tuple[str, ...]: "list"}


def _settings(section: str, fields_of: type) -> tuple[Setting, ...]:
    """Return the settings that the fields of a section's dataclass declare."""
    types = get_type_hints(fields_of)
    return tuple(
        Setting(section, one.name, KINDS[types[one.name]], one.default, **one.metadata)
        for one in fields(fields_of)
    )


SETTINGS: tuple[Setting, ...] = tuple(
    one for section, made in SECTIONS.items() for one in _settings(section, made)
)
EDITION: tuple[Setting, ...] = _settings("edition", EditionSection)

NO_SETTINGS = frozenset({"DATELINE_PRESS_KILL_AT"})
"""Variables that tests give to a process, and that look like settings."""


def sections() -> tuple[str, ...]:
    """Return the names of all sections, in the order of the table."""
    return tuple(dict.fromkeys(setting.section for setting in SETTINGS))


def of_section(section: str) -> dict[str, Setting]:
    """Return the settings of one section by key."""
    table = EDITION if section == "edition" else SETTINGS
    return {setting.key: setting for setting in table if setting.section == section}


def nearest(word: str, known: list[str]) -> str:
    """Return a clause that names the nearest known word, or lists them all."""
    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]}?" if close else f"known here: {', '.join(known)}"
