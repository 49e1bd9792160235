"""The Django application of this room."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The importer's room as Django knows it."""

    name = "dateline.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"
