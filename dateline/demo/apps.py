"""Register the room with Django."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo's room as Django knows it."""

    name = "dateline.demo"
    label = "demo"
