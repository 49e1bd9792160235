"""Register the room with Django."""

from django.apps import AppConfig


class ServerApp(AppConfig):
    """The servers as Django knows them."""

    name = "dateline.server"
    label = "server"

    def ready(self) -> None:
        """Bring together the rooms that may not know each other."""
        from dateline.server import register_previews

        register_previews.wire()
