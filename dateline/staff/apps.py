"""The Django application of this room."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Names the room to Django."""

    name = "dateline.staff"
    label = "staff"
    default_auto_field = "django.db.models.BigAutoField"
