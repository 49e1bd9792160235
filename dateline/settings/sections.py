"""Say each setting of dateline.toml once: its section, name, type, default, bounds and meaning.

A section is a dataclass and a setting a field of it. The reader of the file, the reader of the
environment (DATELINE_SECTION_KEY) and the test of docs/reference/settings.md go by these fields.
"""

from dataclasses import dataclass, field
from typing import Any


def setting(
    says: str, default: Any = "", *, least: int = 0, most: int = 2**31, secret: bool = False
) -> Any:
    """Return a field with the meaning of a setting.

    least, most: the bounds of a number, both allowed. secret: kept out of what is printed.
    """
    told = {"says": says, "least": least, "most": most}
    return field(default=default, repr=not secret, metadata=told)


@dataclass(frozen=True, slots=True)
class SiteSection:
    """The section [site] of dateline.toml."""

    name: str = setting("What the site is called.", "Dateline")
    public: bool = setting("Whether search engines may list it.", False)
    zone: str = setting("The newsroom's time zone, an IANA name.", "Europe/Kyiv")
    address: str = setting("The readers' address, as https://news.example.")
    default_edition: str = setting("The edition served at /; the first one.")
    package: str = setting("The site's own package, by its import name.")
    secret_key: str = setting("Signs sessions; kept in var/private/secret.key.", secret=True)


@dataclass(frozen=True, slots=True)
class ServerSection:
    """The section [server]: the readers' server and the newsroom's."""

    host: str = setting("The address to listen on.", "127.0.0.1")
    port: int = setting("The readers' port; the newsroom is next.", 8000, least=1, most=65533)
    workers: int = setting("Processes that serve readers.", 1, least=1, most=64)
    newsroom_address: str = setting("Where editors reach the newsroom.")
    newsroom_threads: int = setting("Requests the newsroom works on.", 4, least=1, most=64)
    metrics_token: str = setting("Lets whoever sends it read /metrics.", secret=True)
    hosts: tuple[str, ...] = setting("More host names that the newsroom answers to.", ())
    cache_mb: int = setting("Memory for pressed pages.", 64, least=1, most=65536)
    max_age: int = setting("Seconds a browser may keep a page.", 15, most=86400)
    recheck_ms: int = setting("How often a sheet is looked at.", 500, most=60000)


@dataclass(frozen=True, slots=True)
class DatabaseSection:
    """The section [database] of dateline.toml."""

    url: str = setting("postgresql://…; var/db.sqlite3 when empty.", secret=True)


@dataclass(frozen=True, slots=True)
class PressSection:
    """The section [press] of dateline.toml."""

    workers: int = setting("Press workers that `dateline run` starts.", 1, most=64)
    gzip_level: int = setting("How hard gzip presses.", 6, least=1, most=12)
    brotli: bool = setting("Whether to store brotli beside gzip.", False)
    store: str = setting("Where sheets lie: folder or s3.", "folder")


@dataclass(frozen=True, slots=True)
class MediaSection:
    """The section [media] of dateline.toml."""

    store: str = setting("Where public pictures lie: folder or s3.", "folder")


@dataclass(frozen=True, slots=True)
class BucketSection:
    """The section [s3]: object storage. bucket: its name, empty where the site uses none."""

    bucket: str = setting("The bucket's name.")
    prefix: str = setting("What sheets' keys begin with.")
    media_prefix: str = setting("What public pictures' keys begin with.", "media")
    endpoint: str = setting("The storage server's address; Amazon's when empty.")
    region: str = setting("The bucket's region.")
    key_id: str = setting("The access key; as boto3 finds it when empty.")
    secret_key: str = setting("The access key's secret.", secret=True)
    guard: bool = setting("Whether to write on conditions, against late writers.", True)
    address: str = setting("Where the bucket is read; endpoint/bucket when empty.")


@dataclass(frozen=True, slots=True)
class CdnSection:
    """The section [cdn]: caches before the site. kind: empty where there are none."""

    kind: str = setting("Caches before the site: http, cloudflare, cloudfront.")
    addresses: tuple[str, ...] = setting("Where the caches themselves are reached, for http.", ())
    seconds: int = setting("How long caches may keep a page.", 3600, least=1, most=31_536_000)
    zone: str = setting("Cloudflare's zone.")
    token: str = setting("A token that may purge Cloudflare's zone.", secret=True)
    distribution: str = setting("CloudFront's distribution.")
    key_id: str = setting("CloudFront's access key; as boto3 finds it when empty.")
    secret_key: str = setting("The access key's secret.", secret=True)

    @property
    def keeps(self) -> int:
        """Return for how many seconds caches may keep a page; 0 where there are none."""
        return self.seconds if self.kind else 0


@dataclass(frozen=True, slots=True)
class NewsroomSection:
    """The section [newsroom] of dateline.toml."""

    session_hours: int = setting("How long a log-in lasts.", 12, least=1, most=720)
    languages: tuple[str, ...] = setting("Languages the newsroom's screens offer.", ())


@dataclass(frozen=True, slots=True)
class LogSection:
    """The section [log] of dateline.toml."""

    level: str = setting("debug, info, warning or error.", "info")


@dataclass(frozen=True, slots=True)
class EditionSection:
    """One [[edition]] of dateline.toml."""

    code: str = setting("The first part of its addresses, as in /en/.")
    locale: str = setting("Its language and country, as en-GB.")
    brand: str = setting("Its name; the site's when empty.")
    tagline: str = setting("The line under the name.")
    zone: str = setting("Its time zone; the site's when empty.")
    direction: str = setting("ltr or rtl; from the language when empty.")


SECTIONS: dict[str, type] = {
    "site": SiteSection,
    "server": ServerSection,
    "database": DatabaseSection,
    "press": PressSection,
    "media": MediaSection,
    "s3": BucketSection,
    "cdn": CdnSection,
    "newsroom": NewsroomSection,
    "log": LogSection,
}
