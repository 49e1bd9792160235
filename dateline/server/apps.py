"""Register the room with Django."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """Name the room."""

    name = "dateline.server"
    label = "server"

    def ready(self) -> None:
        """Bring together the rooms that may not know each other."""
        from dateline.server import register_previews

        register_previews.wire()
