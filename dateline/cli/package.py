"""dateline package: begin a newsroom's own package, and test it."""

import click

from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, pass_door


@click.group()
def package() -> None:
    """Begin a package of the newsroom's own, and test it."""


@package.command()
@click.argument("name")
@pass_door
def new(door: SiteContext, name: str) -> None:
    """Write a small package called NAME into the site's folder, and use it."""
    from dateline.extend import skeleton_files
    from dateline.settings.package import named_well

    site = door.site()
    if site.package:
        raise Refusal(f"{site.file} names the package {site.package!r} already; change that one")
    try:
        made = skeleton_files.write(site.folder, named_well(name, "dateline package new"))
    except FileExistsError as why:
        raise Refusal(f"{why} is there already; move it away, or choose another name") from why
    skeleton_files.name_in(site.file, name)
    for path in made:
        click.echo(f"wrote {path.relative_to(site.folder)}")
    click.echo(f'set site.package = "{name}" in {site.file}')
    click.echo("Press the pages with it: dateline press")


@package.command()
@pass_door
def test(door: SiteContext) -> None:
    """Run the tests of the site's own package, with a database of their own."""
    site = door.open(checked=False)
    if not site.package:
        raise Refusal(f"{site.file} names no package; make one: dateline package new NAME")
    from django.test.runner import DiscoverRunner

    failures = DiscoverRunner(verbosity=1).run_tests([site.package])
    if failures:
        raise Refusal(f"{failures} tests of {site.package} failed")
