"""Register the room with Django."""

from django.apps import AppConfig


class ServerConfig(AppConfig):
    """Name the room, and show those that may not import the readers' face its previews."""

    name = "dateline.server"
    label = "server"

    def ready(self) -> None:
        """Register who renders the true page of a record that is not saved."""
        from dateline.front import previews as pages
        from dateline.stories import previews

        previews.register(pages.render)
