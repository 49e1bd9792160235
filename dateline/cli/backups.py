"""Copy a site's database aside while it is in use, and bring a copy back."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.refusal import Refusal
from dateline.cli.site_context import writable_folder
from dateline.settings.site import SiteConfig

PAGES_AT_ONCE = 4096


def back_up(site: SiteConfig, *, at: datetime) -> Path:
    """Copy the database into var/private/backups and return the copy's path.

    Raises Refusal where there is no room, or no program to copy PostgreSQL with.
    """
    folder = writable_folder(site.private_dir / "backups")
    name = at.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    source = site.database_file
    if source is None:
        return _dump(site, folder / f"{name}.dump")
    if not source.is_file():
        raise Refusal(f"{source} is not there: nothing to back up")
    _refuse_full_disk(folder, source.stat().st_size)
    target = folder / f"{name}.sqlite3"
    _copy(source, target)
    target.chmod(0o600)
    return target


def bring_back(site: SiteConfig, backup: Path) -> None:
    """Put a copy in the database's place, in one transaction of SQLite's own."""
    if not backup.is_file():
        raise Refusal(f"{backup} is not a file")
    target = site.database_file
    if target is None:
        raise Refusal(
            "a PostgreSQL database is brought back with: "
            f"pg_restore --clean --if-exists --dbname URL {backup}"
        )
    _refuse_unsound(backup)
    _copy(backup, target)


def _copy(source: Path, target: Path) -> None:
    """Copy one SQLite database into another, consistently though it is written to meanwhile."""
    with (
        closing(sqlite3.connect(source, timeout=30)) as read,
        closing(sqlite3.connect(target, timeout=30)) as write,
    ):
        read.backup(write, pages=PAGES_AT_ONCE)


def _refuse_unsound(backup: Path) -> None:
    """Raise Refusal where a file is no whole SQLite database of Dateline's."""
    try:
        with closing(sqlite3.connect(f"file:{backup.resolve()}?mode=ro", uri=True)) as copy:
            sound = copy.execute("PRAGMA quick_check").fetchone() == ("ok",)
            copy.execute("SELECT app, name FROM django_migrations LIMIT 1").fetchone()
    except sqlite3.Error as why:
        raise Refusal(f"{backup} is no backup of a Dateline site: {why}") from why
    if not sound:
        raise Refusal(f"{backup} is damaged; take another from {backup.parent}")


def _refuse_full_disk(folder: Path, size: int) -> None:
    """Raise Refusal where a copy would not fit."""
    free = shutil.disk_usage(folder).free
    if free < size * 1.1:
        raise Refusal(f"{folder} has {free // 2**20} MB free, a backup needs {size // 2**20} MB")


def _dump(site: SiteConfig, target: Path) -> Path:
    """Copy a PostgreSQL database with its own program."""
    program = shutil.which("pg_dump")
    if program is None:
        raise Refusal("pg_dump is not there: install PostgreSQL's client, or use --no-backup")
    done = subprocess.run(  # noqa: S603
        [program, "--format=custom", "--file", str(target), "--dbname", site.database_url],
        capture_output=True,
        text=True,
        env=os.environ.copy(),
        check=False,
    )
    if done.returncode:
        target.unlink(missing_ok=True)
        raise Refusal(f"pg_dump: {done.stderr.strip() or done.returncode}")
    target.chmod(0o600)
    return target
