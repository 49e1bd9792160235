"""Read the editions of a site."""

import re
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo, available_timezones

from dateline.lib.reserved import FIRST_PARTS
from dateline.settings.errors import SettingsError
from dateline.settings.languages import direction_of
from dateline.settings.schema import EDITION, nearest
from dateline.settings.site import EditionConfig
from dateline.settings.values import Table, Values, refuse_unknown_keys, value_of

DEFAULT_EDITIONS: tuple[Table, ...] = (
    {"code": "en", "locale": "en-GB"},
    {"code": "uk", "locale": "uk-UA"},
)


def editions_of(
    tables: Sequence[object], environment: Mapping[str, str], values: Values, where: str
) -> tuple[EditionConfig, ...]:
    """Read the editions in the order of the file; both defaults where it has none."""
    rows = [_row(table, environment, where) for table in tables or DEFAULT_EDITIONS]
    codes = [row["code"] for row in rows]
    twice = [code for code in codes if codes.count(code) > 1]
    if twice:
        raise SettingsError(f"{where}: two editions have the code {twice[0]!r}")
    languages = [language_of(row["locale"]) for row in rows]
    return tuple(
        _edition(row, shared=languages.count(language) > 1, values=values, where=where)
        for row, language in zip(rows, languages, strict=True)
    )


def _row(table: object, environment: Mapping[str, str], where: str) -> dict[str, str]:
    """Return one edition's values as texts, the environment's DATELINE_EDITION_EN_KEY winning."""
    if not isinstance(table, Mapping):
        raise SettingsError(f"{where}: each edition must be a table under [[edition]]")
    refuse_unknown_keys("edition", table, where)
    code = str(table.get("code", ""))
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,29}", code) or code in FIRST_PARTS:
        raise SettingsError(
            f"{where}: edition.code {code!r} must be small Latin letters, digits and hyphens, "
            f"and none of {', '.join(sorted(FIRST_PARTS))}"
        )
    stem = f"DATELINE_EDITION_{code.replace('-', '_').upper()}"
    return {
        setting.key: str(
            value_of(
                setting,
                table,
                environment,
                where=where,
                variable=f"{stem}_{setting.key.upper()}",
            )
        )
        for setting in EDITION
    }


def _edition(row: Mapping[str, str], *, shared: bool, values: Values, where: str) -> EditionConfig:
    """Check one edition and fill what it leaves to the site."""
    locale, of = row["locale"], f"{where}: edition {row['code']}"
    locale_named(locale, of)
    direction = row["direction"] or direction_of(locale)
    if direction not in {"ltr", "rtl"}:
        raise SettingsError(f"{of}: direction must be ltr or rtl, not {direction!r}")
    return EditionConfig(
        code=row["code"],
        language=locale.lower() if shared else language_of(locale),
        locale=locale,
        brand=row["brand"] or values.text("site.name"),
        tagline=row["tagline"],
        zone=zone_named(row["zone"] or values.text("site.zone"), of),
        direction=direction,
    )


def language_of(locale: str) -> str:
    """Return the language of a locale with its script, if it names one: "pt", "zh-hant"."""
    language, _, rest = locale.lower().partition("-")
    script = rest.partition("-")[0]
    return f"{language}-{script}" if len(script) == 4 and script.isalpha() else language


def locale_named(name: str, where: str) -> str:
    """Return a locale's name; raises SettingsError where it is not spelt like one."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", name):
        raise SettingsError(f"{where}: locale {name!r} must be like en-GB or uk")
    return name


def zone_named(name: str, where: str) -> str:
    """Return the name of a time zone; raises SettingsError where there is none of the name."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as why:
        known = sorted(available_timezones())
        close = (
            nearest(name, known) if len(nearest(name, known)) < 80 else "write it like Europe/Kyiv"
        )
        raise SettingsError(f"{where}: no time zone {name!r}; {close}") from why
    return name
