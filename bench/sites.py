"""Make and open the sites that are measured; refuse sizes that the disk cannot take."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

GIGABYTE = 1 << 30
NEEDS = {1_000_000: (45, 3_000_000), 100_000: (6, 400_000)}
"""From so many articles on: gigabytes and files that must be free."""
LOCALE, ZONE = "en-GB", "Europe/London"
USER = "bench"
PASSWORD = "correct horse battery"  # noqa: S105 - of a newsroom that is measured and thrown away


class NoRoom(click.ClickException):
    """Says that the disk cannot take a newsroom of that size."""


def default_folder(size: int) -> Path:
    """Return where the newsroom of a size lies when the caller names no folder."""
    near = Path(os.environ.get("TMPDIR") or "/var/tmp")  # noqa: S108
    place = near if near.is_dir() else Path(tempfile.gettempdir())
    return place / "dateline-bench" / f"{size}"


def refuse_full_disk(folder: Path, size: int) -> None:
    """Raise NoRoom, before anything is made, where too little room or too few files are left."""
    near = next(one for one in (folder, *folder.resolve().parents) if one.exists())
    free, inodes = shutil.disk_usage(near).free // GIGABYTE, os.statvfs(near).f_favail
    for least, (gigabytes, files) in NEEDS.items():
        if size >= least and (free < gigabytes or inodes < files):
            raise NoRoom(
                f"{size:,} articles need {gigabytes} GB and {files:,} files free; "
                f"{near} has {free} GB and {inodes:,} files"
            )


def dateline(*words: str) -> list[str]:
    """Return a command of Dateline's as this Python runs it."""
    return [sys.executable, "-m", "dateline", *words]


def open_site(folder: Path) -> None:
    """Make Django ready for the site in a folder: made where there is none, of this version."""
    from dateline.cli.site_context import SiteContext

    if not SiteContext(folder).there():
        folder.parent.mkdir(parents=True, exist_ok=True)
        admin = ["--admin", USER, "--password", PASSWORD]
        site = ["--name", "Bench", "--language", LOCALE, "--zone", ZONE]
        subprocess.run(  # noqa: S603
            dateline("init", str(folder), *site, *admin), check=True, stdout=subprocess.DEVNULL
        )
    SiteContext(folder).open(checked=False)
    from dateline.cli.database import migrate_database

    migrate_database()  # without the backup that an upgrade makes: what is lost is made again


def newest_address() -> str:
    """Return the address of the newest article that is pressed."""
    from dateline.press import sql

    question = (
        "SELECT path FROM press_sheet WHERE plate = 'article' AND state = 'live'"
        " ORDER BY id DESC LIMIT 1"
    )
    return str(sql.fetch(question)[0][0])
