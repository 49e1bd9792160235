"""See whether the site's database is of this program's version, and bring it there."""

from pathlib import Path

from dateline.cli import empty_database
from dateline.cli.refusal import Refusal
from dateline.settings.site import SiteConfig


def refuse_other_version(site: SiteConfig) -> None:
    """Raise Refusal where the database is absent, newer or older than this program."""
    absent = site.database_file is not None and not site.database_file.is_file()
    if absent:
        raise Refusal(
            f"{site.database_file} is not there; a backup may lie in {site.private_dir}/backups "
            "(dateline upgrade --restore FILE)"
        )
    refuse_newer(site)
    missing = missing_migrations()
    if missing:
        raise Refusal(
            f"the database of {site.folder} is older than this program "
            f"({len(missing)} migrations to make); run: dateline upgrade"
        )


def refuse_newer(site: SiteConfig) -> None:
    """Raise Refusal where the database was made by a newer version."""
    newer = newer_migrations()
    if newer:
        raise Refusal(
            f"the database of {site.folder} comes from a newer version of Dateline "
            f"(it has {newer[0]}); install that version, or go back with: "
            "dateline upgrade --restore BACKUP"
        )
    refuse_half_squashed(site)


def refuse_half_squashed(site: SiteConfig) -> None:
    """Raise Refusal where the database stands between two steps that are one step now."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    done = set(loader.applied_migrations)
    for (app, name), migration in loader.disk_migrations.items():
        known = done & set(migration.replaces)
        if known and len(known) < len(migration.replaces):
            raise Refusal(
                f"the database of {site.folder} was made by a development version that is no "
                f"longer read (it has a part of {app}.{name}); upgrade it with the version of "
                "27 November 2026 first, or make a new site"
            )


def newer_migrations() -> list[str]:
    """Return the migrations that the database has and this program does not know."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    replaced = {key for one in loader.disk_migrations.values() for key in one.replaces}
    return sorted(
        f"{app}.{name}"
        for app, name in loader.applied_migrations
        if (app, name) not in loader.disk_migrations and (app, name) not in replaced
    )


def missing_migrations() -> list[str]:
    """Return the migrations that the database lacks."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def migrate_database(new: Path | None = None) -> None:
    """Bring the database to this version, without a word.

    new: the empty file of a new site's SQLite database, which is filled by a copy where it can be.
    """
    from django.core.management import call_command

    if new is None or not empty_database.fill(new):
        call_command("migrate", verbosity=0, interactive=False)


def sync_records(site: SiteConfig) -> None:
    """Bring the records that follow from dateline.toml in line with it.

    The editions are touched each time: their pages' frames bear settings that no record has.
    """
    from django.db import transaction

    from dateline.press import touch
    from dateline.staff.actions import sync_editions

    with transaction.atomic():
        editions = sync_editions(site.editions, default=site.default_edition)
        touch(*(("edition", edition.pk) for edition in editions), what="settings")


def renew_roles() -> None:
    """Give every role what this version lets it do."""
    from dateline.staff.roles import make_groups

    make_groups()


def set_timers() -> None:
    """Set the timers of what was scheduled by a version that set none for it."""
    from django.db import transaction

    from dateline.newsroom import timers

    with transaction.atomic():
        timers.set_missing()


def expose_documents() -> None:
    """Make the public copies of documents in articles of a version that printed none."""
    from dateline.front import public_files

    public_files.expose_missing()


def touch_everything() -> int:
    """Have the press look at every record again, and at every design; return how many records."""
    from dateline.press.filing import generations
    from dateline.press.marking import sweeps

    count = sweeps.catch_up(always=True)
    generations.begin()
    return count
