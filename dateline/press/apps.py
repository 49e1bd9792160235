"""Register the room with Django."""

from django.apps import AppConfig


class PressConfig(AppConfig):
    """Name the room."""

    name = "dateline.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"
