"""The Django application of this room."""

from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    """The chronology's room as Django knows it."""

    name = "dateline.chronology"
    label = "chronology"
    default_auto_field = "django.db.models.BigAutoField"
