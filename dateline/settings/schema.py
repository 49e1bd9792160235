"""List every setting of dateline.toml: its section, name, type, default and meaning.

One table serves the reader of the file, the reader of the environment (DATELINE_SECTION_KEY)
and the test that looks each setting up in docs/reference/settings.md.
"""

from dataclasses import dataclass
from difflib import get_close_matches


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


SETTINGS: tuple[Setting, ...] = (
    Setting("site", "name", "text", "Dateline", "What the site is called."),
    Setting("site", "public", "yesno", False, "Whether search engines may list it."),
    Setting("site", "zone", "text", "Europe/Kyiv", "The newsroom's time zone, an IANA name."),
    Setting("site", "address", "text", "", "The readers' address, as https://news.example."),
    Setting("site", "default_edition", "text", "", "The edition served at /; the first one."),
    Setting("site", "secret_key", "text", "", "Signs sessions; kept in var/private/secret.key."),
    Setting("server", "host", "text", "127.0.0.1", "The address to listen on."),
    Setting("server", "port", "whole", 8000, "The readers' port; the newsroom is next.", 1, 65533),
    Setting("server", "workers", "whole", 1, "Processes that serve readers.", 1, 64),
    Setting("server", "newsroom_address", "text", "", "Where editors reach the newsroom."),
    Setting("server", "newsroom_threads", "whole", 4, "Requests the newsroom works on.", 1, 64),
    Setting("server", "stream_address", "text", "", "Where readers' pages reach the stream."),
    Setting("server", "metrics_token", "text", "", "Lets whoever sends it read /metrics."),
    Setting("server", "hosts", "list", (), "More host names that the newsroom answers to."),
    Setting("server", "cache_mb", "whole", 64, "Memory for pressed pages.", 1, 65536),
    Setting("server", "max_age", "whole", 15, "Seconds a browser may keep a page.", 0, 86400),
    Setting("server", "recheck_ms", "whole", 500, "How often a sheet is looked at.", 0, 60000),
    Setting("database", "url", "text", "", "postgresql://…; var/db.sqlite3 when empty."),
    Setting("press", "workers", "whole", 1, "Press workers that `dateline run` starts.", 0, 64),
    Setting("press", "gzip_level", "whole", 6, "How hard gzip presses.", 1, 12),
    Setting("press", "brotli", "yesno", False, "Whether to store brotli beside gzip."),
    Setting("press", "store", "text", "folder", "Where sheets lie: folder or s3."),
    Setting("media", "store", "text", "folder", "Where public pictures lie: folder or s3."),
    Setting("s3", "bucket", "text", "", "The bucket's name."),
    Setting("s3", "prefix", "text", "", "What sheets' keys begin with."),
    Setting("s3", "media_prefix", "text", "media", "What public pictures' keys begin with."),
    Setting("s3", "endpoint", "text", "", "The storage server's address; Amazon's when empty."),
    Setting("s3", "region", "text", "", "The bucket's region."),
    Setting("s3", "key_id", "text", "", "The access key; as boto3 finds it when empty."),
    Setting("s3", "secret_key", "text", "", "The access key's secret."),
    Setting("s3", "guard", "yesno", True, "Whether to write on conditions, against late writers."),
    Setting("s3", "address", "text", "", "Where the bucket is read; endpoint/bucket when empty."),
    Setting("cdn", "kind", "text", "", "Caches before the site: http, cloudflare, cloudfront."),
    Setting("cdn", "addresses", "list", (), "Where the caches themselves are reached, for http."),
    Setting("cdn", "seconds", "whole", 3600, "How long caches may keep a page.", 1, 31_536_000),
    Setting("cdn", "zone", "text", "", "Cloudflare's zone."),
    Setting("cdn", "token", "text", "", "A token that may purge Cloudflare's zone."),
    Setting("cdn", "distribution", "text", "", "CloudFront's distribution."),
    Setting("cdn", "key_id", "text", "", "CloudFront's access key; as boto3 finds it when empty."),
    Setting("cdn", "secret_key", "text", "", "The access key's secret."),
    Setting("newsroom", "session_hours", "whole", 12, "How long a log-in lasts.", 1, 720),
    Setting("newsroom", "languages", "list", (), "Languages the newsroom's screens offer."),
    Setting("log", "level", "text", "info", "debug, info, warning or error."),
)

EDITION: tuple[Setting, ...] = (
    Setting("edition", "code", "text", "", "The first part of its addresses, as in /en/."),
    Setting("edition", "locale", "text", "", "Its language and country, as en-GB."),
    Setting("edition", "brand", "text", "", "Its name; the site's when empty."),
    Setting("edition", "tagline", "text", "", "The line under the name."),
    Setting("edition", "zone", "text", "", "Its time zone; the site's when empty."),
    Setting("edition", "direction", "text", "", "ltr or rtl; from the language when empty."),
)

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
