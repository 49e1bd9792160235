"""dateline run: serve a site, readers and newsroom, and press what changes."""

import os
import subprocess
import sys
from pathlib import Path

import click

from dateline.cli.entry_points import children_of
from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, environment_of, pass_door
from dateline.front import generations
from dateline.server.ports import taken
from dateline.server.supervisor import Supervisor
from dateline.settings.site import SiteConfig, load_site


@click.command()
@click.option("--host", help="The address to listen on instead of server.host.")
@click.option("--port", type=click.IntRange(1, 65533), help="The port instead of server.port.")
@click.option("--no-newsroom", is_flag=True, help="Serve readers and press, without editors.")
@click.option("--no-press", is_flag=True, help="Press nothing: workers run elsewhere.")
@click.option("--readers-only", is_flag=True, help="Serve readers alone; needs no database.")
@pass_door
def run(door: SiteContext, host: str | None, port: int | None, **without: bool) -> None:
    """Serve readers on PORT, the newsroom on PORT+1, and press what changes."""
    override(host, port)
    alone = without["readers_only"]
    skipped = {room for room in ("newsroom", "press") if alone or without[f"no_{room}"]}
    site = door.site()
    if not alone:
        check_database_apart(door.folder)
    refuse_taken(site, newsroom="newsroom" not in skipped)
    if "press" in skipped:
        keep_design(door.site())
    serve(door.folder, skipped)


def check_database_apart(folder: Path) -> None:
    """Look at the site's database in a process of its own, so that ours stays small."""
    command = [sys.executable, "-m", "dateline", "--site", str(folder), "child", "check-database"]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    said = done.stderr.strip().removeprefix("dateline: ")
    if done.returncode:
        raise Refusal(said or f"the site cannot be opened (status {done.returncode})")
    if said:
        click.echo(said, err=True)


def keep_design(site: SiteConfig) -> None:
    """Keep this version's design for pages that outlive it; a worker of the press does so, too."""
    try:
        generations.put_design_files(site.static_dir)
    except generations.NotKept as why:
        click.echo(str(why), err=True)


def override(host: str | None, port: int | None) -> None:
    """Let options win over the settings, in this process and in those it starts."""
    for variable, value in (("DATELINE_SERVER_HOST", host), ("DATELINE_SERVER_PORT", port)):
        if value is not None:
            os.environ[variable] = str(value)


def serve(folder: Path, skipped: set[str]) -> None:
    """Start the processes of a site and keep them up until told to stop."""
    site = load_site(folder)
    children = [child for child in children_of(site) if child.room not in skipped]
    os.environ.update(environment_of(folder))
    supervisor = Supervisor(
        children,
        say=lambda line: click.echo(line, err=True),
        ready=(site.host, site.port),
        greeting=_greeting(site, skipped),
    )
    raise SystemExit(supervisor.run())


def refuse_taken(site: SiteConfig, *, newsroom: bool = True) -> None:
    """Raise Refusal where a port is taken or may not be listened on."""
    for port in (site.port, site.port + 1)[: 2 if newsroom else 1]:
        why = taken(site.host, port)
        if why:
            raise Refusal(
                f"port {port} on {site.host}: {why}; choose others with --port, "
                "server.port or DATELINE_SERVER_PORT (the newsroom has the next one)"
            )


def _greeting(site: SiteConfig, skipped: set[str]) -> str:
    """Return what is said once readers are served."""
    lines = [f"Readers:  {site.address}/"]
    if "newsroom" not in skipped:
        lines.append(f"Newsroom: {site.newsroom_address}")
    return "\n".join([*lines, "Stop with Ctrl-C."])
