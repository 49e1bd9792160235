"""Turn dateline.toml and the environment into a SiteConfig."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dateline.settings.errors import SettingsError
from dateline.settings.languages import direction_of
from dateline.settings.schema import EDITION, SETTINGS, Setting, nearest, of_section, sections
from dateline.settings.site import EditionConfig, PressConfig, ServerConfig, SiteConfig

YES, NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
RESERVED = {"a", "media", "newsroom", "static", "healthz", "metrics", "404"}
DEFAULT_EDITIONS = (
    {"code": "en", "locale": "en-GB"},
    {"code": "uk", "locale": "uk-UA"},
)

type_names = {"text": "a text", "whole": "a whole number", "yesno": "true or false"}


def read_site(folder: Path, *, environment: Mapping[str, str], file: Path | None) -> SiteConfig:
    """Read one site; environment variables win over the file."""
    where = str(file or "the environment")
    tables = _tables(file)
    _refuse_unknown_sections(tables, where)
    values = _values(tables, environment, where)
    editions = _editions(tables.get("edition", list(DEFAULT_EDITIONS)), environment, values, where)
    return _site(folder, values, editions, where)


def _tables(file: Path | None) -> dict[str, object]:
    """Read the tables of the file; none without a file."""
    if file is None:
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as why:
        raise SettingsError(f"{file}: not TOML: {why}") from why
    except UnicodeDecodeError as why:
        raise SettingsError(f"{file}: not UTF-8 at byte {why.start}") from why
    except OSError as why:
        raise SettingsError(f"{file}: cannot be read: {why.strerror}") from why


def _refuse_unknown_sections(tables: Mapping[str, object], where: str) -> None:
    """Refuse a section that no setting belongs to."""
    known = [*sections(), "edition"]
    for section, table in tables.items():
        if section not in known:
            raise SettingsError(f"{where}: unknown section [{section}]; {nearest(section, known)}")
        if section == "edition" and not isinstance(table, list):
            raise SettingsError(f"{where}: write [[edition]], with two brackets, once for each")
        if section != "edition" and not isinstance(table, dict):
            raise SettingsError(f"{where}: {section} must be a section, written [{section}]")


def _values(
    tables: Mapping[str, object], environment: Mapping[str, str], where: str
) -> dict[str, object]:
    """Return the value of every setting by "section.key"."""
    for section in sections():
        table = tables.get(section, {})
        assert isinstance(table, dict)
        _refuse_unknown_keys(section, table, where)
    _refuse_unknown_variables(environment)
    found: dict[str, object] = {}
    for setting in SETTINGS:
        table = tables.get(setting.section, {})
        assert isinstance(table, dict)
        found[setting.name] = _value(setting, table, environment, setting.variable, where)
    return found


def _refuse_unknown_keys(section: str, table: Mapping[str, object], where: str) -> None:
    """Refuse a key that the section does not know."""
    known = list(of_section(section))
    for key in table:
        if key not in known:
            raise SettingsError(f"{where}: unknown key {section}.{key}; {nearest(key, known)}")


def _refuse_unknown_variables(environment: Mapping[str, str]) -> None:
    """Refuse a variable that begins like a section's and names no setting of it."""
    known = {setting.variable for setting in SETTINGS}
    for variable in environment:
        section = variable.removeprefix("DATELINE_").split("_", 1)[0].lower()
        ours = variable.startswith("DATELINE_") and "_" in variable.removeprefix("DATELINE_")
        if ours and section in sections() and variable not in known:
            raise SettingsError(
                f"the environment: unknown variable {variable}; "
                f"{nearest(variable, [name for name in known if section.upper() in name])}"
            )


def _value(
    setting: Setting,
    table: Mapping[str, object],
    environment: Mapping[str, str],
    variable: str,
    where: str,
) -> object:
    """Return one setting's value: of the environment, else of the file, else the default."""
    if variable in environment:
        return _checked(setting, _from_text(setting, environment[variable]), variable)
    if setting.key in table:
        return _checked(setting, table[setting.key], f"{where}: {setting.name}")
    return setting.default


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
    fitting = {"text": str, "yesno": bool, "whole": int}[setting.kind]
    if not isinstance(value, fitting) or (fitting is int and isinstance(value, bool)):
        raise SettingsError(f"{where} must be {type_names[setting.kind]}, not {value!r}")
    if isinstance(value, int) and fitting is int and not setting.least <= value <= setting.most:
        raise SettingsError(f"{where} must lie between {setting.least} and {setting.most}")
    return value


def _editions(
    tables: object, environment: Mapping[str, str], values: Mapping[str, object], where: str
) -> tuple[EditionConfig, ...]:
    """Read the editions in the order of the file."""
    rows = [_edition_row(table, environment, where) for table in _dicts(tables, where)]
    if not rows:
        raise SettingsError(f"{where}: no [[edition]]; write at least one, with code and locale")
    codes = [row["code"] for row in rows]
    twice = [code for code in codes if codes.count(code) > 1]
    if twice:
        raise SettingsError(f"{where}: two editions have the code {twice[0]!r}")
    languages = [row["locale"].split("-", 1)[0].lower() for row in rows]
    return tuple(
        _edition(row, shared=languages.count(language) > 1, values=values, where=where)
        for row, language in zip(rows, languages, strict=True)
    )


def _dicts(tables: object, where: str) -> Iterable[Mapping[str, object]]:
    """Pass on the tables of the editions, refusing what is none."""
    for table in tables if isinstance(tables, list) else []:
        if not isinstance(table, dict):
            raise SettingsError(f"{where}: each edition must be a table under [[edition]]")
        yield table


def _edition_row(
    table: Mapping[str, object], environment: Mapping[str, str], where: str
) -> dict[str, str]:
    """Return one edition's values as texts, the environment's DATELINE_EDITION_EN_KEY winning."""
    _refuse_unknown_keys("edition", table, where)
    code = str(table.get("code", ""))
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,29}", code) or code in RESERVED:
        raise SettingsError(
            f"{where}: edition.code {code!r} must be small Latin letters, digits and hyphens, "
            f"and none of {', '.join(sorted(RESERVED))}"
        )
    stem = f"DATELINE_EDITION_{code.replace('-', '_').upper()}"
    row: dict[str, str] = {}
    for setting in EDITION:
        variable = f"{stem}_{setting.key.upper()}"
        row[setting.key] = str(_value(setting, table, environment, variable, where))
    return row


def _edition(
    row: Mapping[str, str], *, shared: bool, values: Mapping[str, object], where: str
) -> EditionConfig:
    """Check one edition and fill what it leaves to the site."""
    locale = row["locale"]
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", locale):
        raise SettingsError(
            f"{where}: edition {row['code']}: locale {locale!r} must be like en-GB or uk"
        )
    zone = zone_named(row["zone"] or str(values["site.zone"]), where)
    direction = row["direction"] or direction_of(locale)
    if direction not in {"ltr", "rtl"}:
        raise SettingsError(f"{where}: edition {row['code']}: direction must be ltr or rtl")
    language = locale.lower() if shared else locale.split("-", 1)[0].lower()
    brand = row["brand"] or str(values["site.name"])
    return EditionConfig(row["code"], language, locale, brand, row["tagline"], zone, direction)


def zone_named(name: str, where: str) -> str:
    """Return the name of a time zone; raises SettingsError where there is none of the name."""
    from zoneinfo import available_timezones

    try:
        ZoneInfo(name)
    except Exception as why:
        raise SettingsError(
            f"{where}: no time zone {name!r}; {nearest(name, sorted(available_timezones()))[:200]}"
        ) from why
    return name


def absolute(address: str, name: str, where: str) -> str:
    """Return an address without its last slash; raises SettingsError unless http(s)."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(f"{where}: {name} must begin with https:// or http://, not {address!r}")
    return address.rstrip("/")


def _site(
    folder: Path,
    values: Mapping[str, object],
    editions: tuple[EditionConfig, ...],
    where: str,
) -> SiteConfig:
    """Put the whole together, with what follows from other settings."""
    get = {name: value for name, value in values.items() if isinstance(value, str)}
    port, host = values["server.port"], get["server.host"]
    assert isinstance(port, int)
    seen_host = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host
    default = get["site.default_edition"] or editions[0].code
    if default not in {edition.code for edition in editions}:
        known = [edition.code for edition in editions]
        raise SettingsError(f"{where}: site.default_edition {default!r}; {nearest(default, known)}")
    if get["log.level"] not in {"debug", "info", "warning", "error"}:
        raise SettingsError(f"{where}: log.level must be debug, info, warning or error")
    address = get["site.address"] or f"http://{seen_host}:{port}"
    newsroom = get["server.newsroom_address"] or f"http://{seen_host}:{port + 1}"
    newsroom = absolute(newsroom, "server.newsroom_address", where).removesuffix("/newsroom")
    stream = get["server.stream_address"]
    return SiteConfig(
        folder=folder,
        name=get["site.name"],
        public=bool(values["site.public"]),
        zone=zone_named(get["site.zone"], where),
        address=absolute(address, "site.address", where),
        newsroom_address=f"{newsroom}/newsroom/",
        stream_address=absolute(stream, "server.stream_address", where) if stream else "",
        editions=editions,
        default_edition=default,
        host=host,
        port=port,
        database_url=get["database.url"],
        given_secret_key=get["site.secret_key"],
        session_hours=_whole(values, "newsroom.session_hours"),
        newsroom_languages=_texts(values, "newsroom.languages"),
        log_level=get["log.level"],
        server=_server(values),
        press=_press(values),
    )


def _server(values: Mapping[str, object]) -> ServerConfig:
    """Gather the settings of the readers' server."""
    return ServerConfig(
        workers=_whole(values, "server.workers"),
        newsroom_threads=_whole(values, "server.newsroom_threads"),
        hosts=_texts(values, "server.hosts"),
        cache_mb=_whole(values, "server.cache_mb"),
        max_age=_whole(values, "server.max_age"),
        recheck_ms=_whole(values, "server.recheck_ms"),
    )


def _press(values: Mapping[str, object]) -> PressConfig:
    """Gather the settings of the press."""
    return PressConfig(
        workers=_whole(values, "press.workers"),
        gzip_level=_whole(values, "press.gzip_level"),
        brotli=bool(values["press.brotli"]),
    )


def _whole(values: Mapping[str, object], name: str) -> int:
    """Return a number that was checked on its way in."""
    value = values[name]
    assert isinstance(value, int)
    return value


def _texts(values: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return a list that was checked on its way in."""
    value = values[name]
    assert isinstance(value, tuple)
    return value
