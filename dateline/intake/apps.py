"""The Django application of this room."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Names the room to Django."""

    name = "dateline.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
