"""Read single values: of the environment, else of dateline.toml, else the default."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar, cast

from dateline.settings.errors import SettingsError
from dateline.settings.schema import NO_SETTINGS, SETTINGS, Setting, nearest, of_section, sections

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
KINDS = {
    "text": (str, "a text"),
    "whole": (int, "a whole number"),
    "yesno": (bool, "true or false"),
}
Table = Mapping[str, object]
Section = TypeVar("Section")


class Values(dict[str, object]):
    """Checked values by "section.key", each told in its type."""

    def text(self, name: str) -> str:
        return cast(str, self[name])

    def whole(self, name: str) -> int:
        return cast(int, self[name])

    def yes(self, name: str) -> bool:
        return cast(bool, self[name])

    def texts(self, name: str) -> tuple[str, ...]:
        return cast(tuple[str, ...], self[name])

    def section(self, name: str, made: type[Section], **derived: object) -> Section:
        """Return one section as its dataclass; derived: values that win over those given."""
        given = {setting.key: self[setting.name] for setting in of_section(name).values()}
        return made(**{**given, **derived})


def tables_of(file: Path | None) -> dict[str, object]:
    """Read the sections of the file; none without a file."""
    if file is None:
        return {}
    try:
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as why:
        raise SettingsError(f"{file}: not TOML: {why}") from why
    except UnicodeDecodeError as why:
        raise SettingsError(f"{file}: not UTF-8 at byte {why.start}") from why
    except OSError as why:
        raise SettingsError(f"{file}: cannot be read: {why.strerror}") from why
    _refuse_unknown_sections(tables, str(file))
    return tables


def values_of(tables: Table, environment: Mapping[str, str], where: str) -> Values:
    """Return the value of every setting, refusing keys and variables we do not know."""
    _refuse_unknown_variables(environment)
    found = Values()
    for section in sections():
        table = cast(Table, tables.get(section, {}))
        refuse_unknown_keys(section, table, where)
        for setting in of_section(section).values():
            found[setting.name] = value_of(setting, table, environment, where=where)
    return found


def value_of(
    setting: Setting,
    table: Table,
    environment: Mapping[str, str],
    *,
    where: str,
    variable: str = "",
) -> object:
    """Return one setting's value; variable replaces the setting's own variable."""
    variable = variable or setting.variable
    if variable in environment:
        return _checked(setting, _from_text(setting, environment[variable]), variable)
    if setting.key in table:
        return _checked(setting, table[setting.key], f"{where}: {setting.name}")
    return setting.default


def refuse_unknown_keys(section: str, table: Table, where: str) -> None:
    """Refuse a key that the section does not know."""
    known = list(of_section(section))
    for key in table:
        if key not in known:
            raise SettingsError(f"{where}: unknown key {section}.{key}; {nearest(key, known)}")


def _refuse_unknown_sections(tables: Table, where: str) -> None:
    """Refuse a section that no setting belongs to."""
    known = [*sections(), "edition"]
    for section, table in tables.items():
        if section not in known:
            raise SettingsError(f"{where}: unknown section [{section}]; {nearest(section, known)}")
        if section == "edition" and not isinstance(table, list):
            raise SettingsError(f"{where}: write [[edition]], with two brackets, once for each")
        if section != "edition" and not isinstance(table, dict):
            raise SettingsError(f"{where}: {section} must be a section, written [{section}]")


def _refuse_unknown_variables(environment: Mapping[str, str]) -> None:
    """Refuse a variable that begins like a section's and names no setting of it."""
    known = {setting.variable for setting in SETTINGS} | NO_SETTINGS
    for variable in environment:
        section, _, key = variable.removeprefix("DATELINE_").partition("_")
        ours = variable.startswith("DATELINE_") and key and section.lower() in sections()
        if ours and variable not in known:
            alike = [name for name in sorted(known) if name.startswith(f"DATELINE_{section}_")]
            raise SettingsError(
                f"the environment: unknown variable {variable}; {nearest(variable, alike)}"
            )


def _from_text(setting: Setting, text: str) -> object:
    """Turn a variable's text into the setting's type; the text itself where it does not fit."""
    word = text.strip()
    if setting.kind == "yesno" and word.lower() in YES | NO:
        return word.lower() in YES
    if setting.kind == "whole" and re.fullmatch(r"-?\d+", word):
        return int(word)
    if setting.kind == "list":
        return [part.strip() for part in word.split(",") if part.strip()]
    return word


def _checked(setting: Setting, value: object, where: str) -> object:
    """Return the value in the setting's type; raises SettingsError where it does not fit."""
    if setting.kind == "list":
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise SettingsError(f"{where} must be a list of texts, not {value!r}")
        return tuple(value)
    fitting, said = KINDS[setting.kind]
    if type(value) is not fitting:
        raise SettingsError(f"{where} must be {said}, not {value!r}")
    within = not isinstance(value, int) or setting.least <= value <= setting.most
    if not within:
        raise SettingsError(f"{where} must lie between {setting.least} and {setting.most}")
    return value
