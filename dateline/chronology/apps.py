"""The Django application of this room."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    """Names the room to Django."""

    name = "dateline.chronology"
    label = "chronology"
    default_auto_field = "django.db.models.BigAutoField"
