"""Open the site that a command acts on: its settings, then Django, then its database."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import click

from dateline.cli.refusal import Refusal
from dateline.settings.errors import SettingsError
from dateline.settings.package import package_fault, package_folder
from dateline.settings.site import FILE, SiteConfig, load_site


@dataclass
class SiteContext:
    """The context of every command: the site's folder, and whether to show causes."""

    debugging: ClassVar[bool] = False
    folder: Path

    def site(self) -> SiteConfig:
        """Return the settings of the site; raises SettingsError where there is none.

        From then on the files of the site's own package stand before ours.
        """
        site = load_site(self.folder)
        use_package(site)
        return site

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


pass_door = click.make_pass_decorator(SiteContext)


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

        try:
            django.setup()
        except Exception as why:
            refuse_package(why)
            raise


def use_package(site: SiteConfig) -> None:
    """Have readers' files be looked for in the site's own package first.

    One that is not there is no hindrance here: its pages lie pressed. Django refuses it.
    """
    from dateline.front import folders

    with suppress(SettingsError):
        folders.use_package(package_folder(site))


def refuse_package(why: Exception) -> None:
    """Raise Refusal where it is the site's own package that cannot be loaded."""
    from django.conf import settings

    folder = getattr(settings, "SITE_PACKAGE", None)
    said = package_fault(why, folder, settings.SITE.file) if folder else ""
    if said:
        raise Refusal(said) from why


def may_ask() -> bool:
    """Tell whether a person sits at a terminal and may be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def writable_folder(folder: Path) -> Path:
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
