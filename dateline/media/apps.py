"""The Django application of this room."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """The pictures' and documents' room as Django knows it."""

    name = "dateline.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register who listens."""
        from . import receivers  # noqa: F401
