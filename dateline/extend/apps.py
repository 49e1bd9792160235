"""Register the room with Django, and with the room what the site's own package brings."""

from importlib import import_module

from django.apps import AppConfig
from django.conf import settings


class ExtendConfig(AppConfig):
    """The room of the newsroom's own package as Django knows it."""

    name = "dateline.extend"
    label = "extend"

    def ready(self) -> None:
        """Have the package's files be found, and its module `extensions` register what it has."""
        from dateline.front import folders
        from dateline.lib import languages

        package = getattr(settings, "SITE_PACKAGE", None)
        folders.use_package(package)
        if package and (package / "languages" / "__init__.py").is_file():
            languages.add_package(f"{package.name}.languages")
        if package and (package / "extensions.py").is_file():
            import_module(f"{package.name}.extensions")
