"""Register the room with Django."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """Name the room."""

    name = "dateline.server"
    label = "server"
