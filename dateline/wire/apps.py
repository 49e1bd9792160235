"""The Django application of this room."""

from django.apps import AppConfig


class WireConfig(AppConfig):
    """The wires' room as Django knows it."""

    name = "dateline.wire"
    label = "wire"
    default_auto_field = "django.db.models.BigAutoField"
