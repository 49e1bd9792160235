"""The Django application of this room."""

from django.apps import AppConfig


class WireConfig(AppConfig):
    """Names the room to Django."""

    name = "dateline.wire"
    label = "wire"
    default_auto_field = "django.db.models.BigAutoField"
