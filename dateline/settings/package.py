"""A newsroom's own package: where it lies, and what its settings may add to Django's.

Imports no Django. Nothing of the package is run but its `__init__` and its `settings`.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from dateline.settings.apps import INSTALLED_APPS
from dateline.settings.errors import SettingsError

if TYPE_CHECKING:
    from dateline.settings.site import SiteConfig

LISTS = frozenset({"INSTALLED_APPS", "MIDDLEWARE", "AUTHENTICATION_BACKENDS"})
"""Settings to which a package adds: what it names comes after ours."""
REPLACED = frozenset(
    {
        "AUTH_PASSWORD_VALIDATORS",
        "DATA_UPLOAD_MAX_MEMORY_SIZE",
        "DATA_UPLOAD_MAX_NUMBER_FIELDS",
        "EMAIL_BACKEND",
        "WAGTAILDOCS_EXTENSIONS",
        "WAGTAILDOCS_MAX_UPLOAD_SIZE",
        "WAGTAILIMAGES_MAX_UPLOAD_SIZE",
    }
)
"""Settings of ours in whose place a package may put its own."""
TAKEN = frozenset(
    {"dateline", *(app.rpartition(".")[2] for app in INSTALLED_APPS), *sys.stdlib_module_names}
)
AUTHENTICATION_BACKENDS = "django.contrib.auth.backends.ModelBackend"


def named_well(name: str, where: str) -> str:
    """Return the name of a package; raises SettingsError where no package can be called so."""
    if name and (not name.isidentifier() or name != name.lower()):
        raise SettingsError(
            f"{where}: site.package {name!r} is no name to import: small letters, digits and _"
        )
    if name in TAKEN:
        raise SettingsError(
            f"{where}: site.package {name!r} is the name of something else; choose another"
        )
    return name


def package_folder(site: "SiteConfig") -> Path | None:
    """Return the folder of the site's own package; None for a site without one.

    A package in the site's folder can be imported from then on. Raises SettingsError where it
    is not there, or there twice.
    """
    if not site.package:
        return None
    here = site.folder / site.package
    if (here / "__init__.py").is_file() and str(site.folder) not in sys.path:
        sys.path.append(str(site.folder))
    spec = find_spec(site.package)
    if spec is None or not spec.origin or not spec.submodule_search_locations:
        raise SettingsError(
            f"{site.file}: site.package: no package {site.package!r} lies in {site.folder}, and "
            f"none is installed; make one with: dateline package new {site.package}"
        )
    found = Path(spec.origin).resolve().parent
    if (here / "__init__.py").is_file() and found != here.resolve():
        raise SettingsError(
            f"{site.file}: site.package: {site.package!r} lies in {here} and is installed in "
            f"{found} too; uninstall that one, or move the folder away"
        )
    return found


def with_package(site: "SiteConfig", ours: dict[str, object]) -> dict[str, object]:
    """Return Django's settings with the site's own package among them, first in every search."""
    folder = package_folder(site)
    if folder is None:
        return {**ours, "SITE_PACKAGE": None}
    found = {
        **ours,
        "SITE_PACKAGE": folder,
        "INSTALLED_APPS": [site.package, *_listed(ours["INSTALLED_APPS"])],
        "LOCALE_PATHS": [str(folder / "locale"), *_listed(ours["LOCALE_PATHS"])],
    }
    for name, value in _settings_of(site, folder).items():
        if name in LISTS:
            before = found.get(name, [AUTHENTICATION_BACKENDS])
            found[name] = [*_listed(before), *_listed(value)]
        elif name in REPLACED or (name not in found and not name.startswith("PRESS_")):
            found[name] = value
        else:
            raise SettingsError(
                f"{folder / 'settings.py'}: {name} is Dateline's own; what a package may set is "
                "in docs/reference/extend.md"
            )
    return found


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _settings_of(site: "SiteConfig", folder: Path) -> dict[str, object]:
    """Return the names in capitals of the package's module `settings`, if it has one."""
    if not (folder / "settings.py").is_file():
        return {}
    try:
        module = import_module(f"{site.package}.settings")
    except Exception as why:
        raise SettingsError(package_fault(why, folder, site.file) or f"{folder}: {why}") from why
    return {name: value for name, value in vars(module).items() if name.isupper()}


def package_fault(why: BaseException, folder: Path, file: Path) -> str:
    """Return a sentence that names the package's file and line where an error came from.

    "" where no line of the package had a part in it. file: the site's dateline.toml.
    """
    if isinstance(why, SyntaxError) and why.filename and _inside(why.filename, folder):
        place = f"{why.filename}:{why.lineno}"
    else:
        frames = [one for one in extract_tb(why.__traceback__) if _inside(one.filename, folder)]
        if not frames:
            return ""
        place = f"{frames[-1].filename}:{frames[-1].lineno}"
    said = " ".join(str(why).split())
    return (
        f"{place}: {type(why).__name__}: {said}; mend it, or take site.package out of {file}. "
        "What is pressed stays as it is"
    )


def _inside(name: str, folder: Path) -> bool:
    return Path(name).resolve().is_relative_to(folder)
