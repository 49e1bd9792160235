"""Open the site that a command acts on: its settings, then Django, then its database."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import click

from dateline.cli.refusal import Refusal
from dateline.settings.site import FILE, SiteConfig, load_site


@dataclass
class Door:
    """Hold what stands before every command: the site's folder, and whether to show causes."""

    debugging: ClassVar[bool] = False
    folder: Path

    def site(self) -> SiteConfig:
        """Return the settings of the site; raises SettingsError where there is none."""
        return load_site(self.folder)

    def there(self) -> bool:
        """Tell whether the folder holds a site."""
        return (self.folder / FILE).is_file()

    def open(self, *, checked: bool = True) -> SiteConfig:
        """Return the settings with Django ready, the database seen to be of this version.

        checked: refuse a database that this program cannot work with.
        """
        site = self.site()
        start_django(self.folder)
        if checked:
            from dateline.cli.database import refuse_other_version

            refuse_other_version(site)
        return site


pass_door = click.make_pass_decorator(Door)


def environment_of(folder: Path | None) -> dict[str, str]:
    """Return the variables by which a process finds a site and Django its settings."""
    found = {"DJANGO_SETTINGS_MODULE": "dateline.settings"}
    return found if folder is None else {**found, "DATELINE_SITE": str(folder.resolve())}


def start_django(folder: Path | None) -> None:
    """Make Django ready for a site; for none, with the defaults."""
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        if folder is None:
            os.environ.pop("DATELINE_SITE", None)
        os.environ.update(environment_of(folder))
    if not apps.ready:
        import django

        django.setup()


def asks() -> bool:
    """Tell whether a person sits at a terminal and may be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def writable(folder: Path) -> Path:
    """Return a folder that can be written to, made if need be; raises Refusal."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".dateline-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as why:
        raise Refusal(
            f"{folder} cannot be written to ({why.strerror}); name another folder, "
            "or give this user the right to write there"
        ) from why
    return folder
