"""Turn dateline.toml and the environment into a SiteConfig."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from dateline.settings.editions import editions_of, zone_named
from dateline.settings.errors import SettingsError
from dateline.settings.hosting.buckets import bucket_of
from dateline.settings.hosting.cdns import cdn_of
from dateline.settings.package import named_well
from dateline.settings.schema import nearest
from dateline.settings.sections import (
    DatabaseSection,
    LogSection,
    MediaSection,
    NewsroomSection,
    PressSection,
    ServerSection,
    SiteSection,
)
from dateline.settings.site import EditionConfig, SiteConfig
from dateline.settings.values import Values, tables_of, values_of

WILD = frozenset({"0.0.0.0", "::", ""})  # noqa: S104
LEVELS = ("debug", "info", "warning", "error")


def read_site(folder: Path, *, environment: Mapping[str, str], file: Path | None) -> SiteConfig:
    """Read one site; environment variables win over the file."""
    where = str(file or "the environment")
    tables = tables_of(file)
    values = values_of(tables, environment, where)
    editions = editions_of(
        cast(list[object], tables.get("edition", [])), environment, values, where
    )
    if values.text("log.level") not in LEVELS:
        raise SettingsError(f"{where}: log.level must be one of {', '.join(LEVELS)}")
    return SiteConfig(
        folder=folder,
        site=values.section(
            "site",
            SiteSection,
            zone=zone_named(values.text("site.zone"), where),
            package=named_well(values.text("site.package"), where),
        ),
        editions=editions,
        default_edition=_default_edition(values, editions, where),
        database=values.section("database", DatabaseSection),
        newsroom=values.section("newsroom", NewsroomSection),
        log=values.section("log", LogSection),
        server=values.section("server", ServerSection),
        press=values.section("press", PressSection),
        media=values.section("media", MediaSection),
        bucket=bucket_of(values, where),
        cdn=cdn_of(values, where),
        **_addresses(values, where),
    )


def _default_edition(values: Values, editions: tuple[EditionConfig, ...], where: str) -> str:
    """Return the code of the edition that is served at /."""
    codes = [edition.code for edition in editions]
    default = values.text("site.default_edition") or codes[0]
    if default not in codes:
        raise SettingsError(f"{where}: site.default_edition {default!r}; {nearest(default, codes)}")
    return default


def _addresses(values: Values, where: str) -> dict[str, str]:
    """Return where readers and editors are reached."""
    host, port = values.text("server.host"), values.whole("server.port")
    near = "localhost" if host in WILD | {"127.0.0.1", "::1"} else host
    given = {
        "site.address": values.text("site.address") or f"http://{near}:{port}",
        "server.newsroom_address": values.text("server.newsroom_address")
        or f"http://{near}:{port + 1}",
    }
    for name, address in given.items():
        parts = urlsplit(address)
        if address and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise SettingsError(f"{where}: {name} must begin with https:// or http://: {address!r}")
    newsroom = given["server.newsroom_address"].rstrip("/").removesuffix("/newsroom")
    return {
        "address": given["site.address"].rstrip("/"),
        "newsroom_address": f"{newsroom}/newsroom/",
    }
