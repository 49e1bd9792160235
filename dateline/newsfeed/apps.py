"""The Django application of this room."""

from django.apps import AppConfig


class NewsfeedConfig(AppConfig):
    """The newsfeed's room as Django knows it; it starts following articles."""

    name = "dateline.newsfeed"
    label = "newsfeed"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import receivers  # noqa: F401
