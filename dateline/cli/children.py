"""dateline child: be one of the processes that dateline run starts."""

import os
import resource

import click

from dateline.cli import missing_words
from dateline.cli.site_context import SiteContext, environment_of, pass_door, start_django
from dateline.server.die_with_parent import end_with_parent

SMALLEST_BUFFER = 16 * 1024
MOST_CONNECTIONS = 8192
SPARE_FILES = 256


@click.group(hidden=True)
@pass_door
def child(door: SiteContext) -> None:
    """Run one process of a running site; dateline run starts these."""
    end_with_parent()
    os.environ.update(environment_of(door.folder))


@child.command(name="check-database")
@pass_door
def check_database(door: SiteContext) -> None:
    """Check that the database is of this version, and bring the editions in line with the settings.

    A database that does not answer is no hindrance.
    """
    site = door.open(checked=False)
    from django.db import OperationalError

    from dateline.cli.checks import package
    from dateline.cli.database import refuse_other_version, sync_records

    package.refuse_broken_package(site)
    try:
        refuse_other_version(site)
        lack = missing_words.refuse_new(site)
        sync_records(site)
    except OperationalError as why:
        line = f"the database does not answer ({why}); readers are served, the newsroom waits"
        lack = " ".join(line.split())
    if lack:
        click.echo(lack, err=True)


@child.command()
@pass_door
def readers(door: SiteContext) -> None:
    """Serve readers."""
    from granian.http import HTTP1Settings

    site = door.site()
    granian(
        "dateline.cli.entry_points:readers",
        address=site.host,
        port=site.port,
        interface="rsgi",
        factory=True,
        websockets=False,
        workers=site.server.workers,
        backpressure=room_for(MOST_CONNECTIONS),
        http1_settings=HTTP1Settings(max_buffer_size=SMALLEST_BUFFER, header_read_timeout=10_000),
    )


@child.command()
@pass_door
def newsroom(door: SiteContext) -> None:
    """Serve editors."""
    site = door.site()
    granian(
        "dateline.cli.entry_points:newsroom",
        address=site.host,
        port=site.port + 1,
        interface="wsgi",
        factory=True,
        blocking_threads=site.server.newsroom_threads,
    )


@child.command()
@click.argument("number", type=int)
@click.option("--until-idle", is_flag=True)
@pass_door
def press(door: SiteContext, number: int, *, until_idle: bool) -> None:
    """Press what is stale, until told to stop or nothing is left."""
    start_django(door.folder)
    from dateline.cli.press_worker import work

    work(number, until_idle=until_idle)


def room_for(connections: int) -> int:
    """Raise this process's limit of open files so far that it holds connections; return how many.

    Whoever comes when all are taken waits; idle ones are closed after ten seconds.
    """
    wanted = connections + SPARE_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return max(most - SPARE_FILES, SPARE_FILES)


def granian(target: str, *, interface: str, **settings: object) -> None:
    """Serve an application until told to stop; only warnings are logged."""
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    Server(
        target,
        interface=Interfaces(interface),
        http=HTTPModes.http1,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        **settings,  # type: ignore[arg-type]
    ).serve()
