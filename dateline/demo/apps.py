"""Register the room with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Name the room."""

    name = "dateline.demo"
    label = "demo"
