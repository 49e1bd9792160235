"""Keep an empty database that all migrations have gone through, and copy it into new sites.

Django works for many seconds on the state of models between some 190 migrations, and the outcome
is the same for every site on SQLite. The first `dateline init` of an environment therefore
migrates a database beside the site and keeps a copy; the following ones copy it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path

VARIABLE = "DATELINE_EMPTY_DATABASES"


def folder() -> Path:
    """Return the folder of kept databases: beside the environment, or in the user's cache.

    The variable DATELINE_EMPTY_DATABASES names another folder.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    if sys.prefix != sys.base_prefix:
        return Path(sys.prefix) / "var" / "dateline"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"


def fill(database: Path) -> bool:
    """Fill an empty database file with the migrated tables; return False where nothing was done.

    database: a SQLite file of no bytes. Nothing is done where the folder of kept databases cannot
    be written to or belongs to somebody else: the caller migrates then.
    Raises what a migration raises.
    """
    if not database.is_file() or database.stat().st_size:
        return False
    try:
        kept = _kept_database()
    except (OSError, sqlite3.Error):
        return False
    _replace(database, kept)
    _set_language(database)
    return True


def _kept_database() -> Path:
    """Return the kept database of this program's migrations, made if need be."""
    place = folder()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = place / f"empty-{fingerprint()}.sqlite3"
    with _locked(place / "lock"):
        if not found.is_file():
            _make(found)
        elif found.stat().st_uid != os.geteuid():
            raise PermissionError(f"{found} belongs to another user")
    return found


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def fingerprint() -> str:
    """Return a hash of every migration's name and text, and of the apps that have tables."""
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    digest = blake2b(digest_size=12)
    for name in sorted(one.label for one in apps.get_app_configs()):
        digest.update(name.encode() + b"\0")
    migrations = MigrationLoader(None).disk_migrations
    for key in sorted(migrations):
        source = Path(sys.modules[type(migrations[key]).__module__].__file__ or "")
        digest.update("/".join(key).encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()


def _make(target: Path) -> None:
    """Migrate the site's own database, which is empty, and keep a copy without free pages."""
    from django.core.management import call_command
    from django.db import connection

    for old in target.parent.glob("empty-*.sqlite3"):
        old.unlink()
    call_command("migrate", verbosity=0, interactive=False)
    written = target.with_suffix(f".{os.getpid()}")
    connection.ensure_connection()
    connection.connection.execute("VACUUM INTO ?", (str(written),))
    written.chmod(0o600)
    written.replace(target)


def _replace(database: Path, kept: Path) -> None:
    """Put a copy of the kept database in the place of a site's."""
    from django.db import connection

    connection.close()
    with tempfile.NamedTemporaryFile(dir=database.parent, delete=False) as made:
        with kept.open("rb") as source:
            shutil.copyfileobj(source, made)
        made.flush()
        os.fsync(made.fileno())
    Path(made.name).chmod(0o600)
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    Path(made.name).replace(database)


def _set_language(database: Path) -> None:
    """Give the first locale this site's language, as Wagtail's migration does."""
    from django.conf import settings
    from wagtail.coreutils import get_supported_content_language_variant

    code = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE wagtailcore_locale SET language_code = ?", (code,))
        connection.commit()
