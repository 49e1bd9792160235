"""dateline upgrade: bring a site to this version of Dateline, with a way back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from dateline.cli import backups, database, pressing
from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, pass_door
from dateline.settings.site import SiteConfig


@click.command()
@click.option("--no-backup", is_flag=True, help="Do not copy the database aside first.")
@click.option(
    "--restore",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Go back: put this backup in the database's place.",
)
@pass_door
def upgrade(door: SiteContext, restore: Path | None, *, no_backup: bool) -> None:
    """Back the database up, migrate it, and mark every page to be pressed anew."""
    site = door.open(checked=False)
    if restore is not None:
        _go_back(site, restore)
        return
    database.refuse_newer(site)
    backup = None if no_backup else backups.back_up(site, at=datetime.now(UTC))
    if backup:
        click.echo(f"Backup: {backup}")
    made = database.missing_migrations()
    _migrate(site, backup)
    click.echo(f"Migrations: {len(made)}")
    click.echo(f"Records looked at again: {database.touch_everything()}")
    click.echo(
        f"Sheets to press: {pressing.count_waiting_jobs()}; dateline run or dateline press does it"
    )
    if backup:
        click.echo(
            f"The way back: the earlier version of Dateline, then "
            f"dateline --site {site.folder} upgrade --restore {backup}"
        )


def _migrate(site: SiteConfig, backup: Path | None) -> None:
    """Migrate the database; on failure put the backup in its place and raise Refusal."""
    from django.db import DatabaseError, connection

    try:
        database.migrate_database()
        database.sync_records(site)
        database.renew_roles()
        database.set_timers()
        database.expose_documents()
    except (DatabaseError, ValueError, LookupError) as why:
        connection.close()
        if backup is None or site.database_file is None:
            raise Refusal(f"the upgrade failed: {why}; no backup was put back") from why
        backups.bring_back(site, backup)
        raise Refusal(f"the upgrade failed: {why}; the database is as it was") from why


def _go_back(site: SiteConfig, backup: Path) -> None:
    """Put a backup in the database's place, keeping what is there now aside."""
    from django.db import connection

    now = None
    if site.database_file and site.database_file.is_file():
        now = backups.back_up(site, at=datetime.now(UTC))
        click.echo(f"The database as it was: {now}")
    connection.close()
    backups.bring_back(site, backup)
    click.echo(f"Brought back {backup}")
    if database.newer_migrations():
        return
    missing = database.missing_migrations()
    if not missing:
        from dateline.press import press_all

        click.echo(f"Sheets to press: {press_all()}; dateline run or dateline press does it")
    else:
        click.echo(
            f"It is older than this program by {len(missing)} migrations: "
            "run the version it belongs to, or dateline upgrade"
        )
