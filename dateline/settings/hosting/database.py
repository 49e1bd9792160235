"""Turn the site's database into Django's DATABASES entry."""

from urllib.parse import parse_qsl, unquote, urlsplit

from dateline.settings.errors import SettingsError
from dateline.settings.site import SiteConfig

PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000; "
    "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
)


def database(site: SiteConfig) -> dict[str, object]:
    """Return the default database of a site.

    Raises SettingsError on an address that names no engine we know.
    """
    if not site.database_url:
        return sqlite(str(site.database_file))
    parts = urlsplit(site.database_url)
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path.removeprefix("/")) or ":memory:")
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingsError(
            f"{site.file}: database.url must begin with postgresql:// or sqlite:///, "
            f"not {parts.scheme or 'nothing'}:"
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(name: str, pragmas: str = PRAGMAS) -> dict[str, object]:
    """Return a SQLite database: one writer, every writing transaction begun as such."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": pragmas},
    }
