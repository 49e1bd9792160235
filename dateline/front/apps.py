"""Register the room with Django."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """The readers' room as Django knows it."""

    name = "dateline.front"
    label = "front"

    def ready(self) -> None:
        """Register what the press may read and how pages are put together."""
        from dateline.front import catalogues, plates, reads, receivers  # noqa: F401
        from dateline.lib import sentences

        sentences.speak_by(lambda locale: catalogues.translations(locale).gettext)
