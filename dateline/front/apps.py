"""Register the room with Django."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Name the room."""

    name = "dateline.front"
    label = "front"
