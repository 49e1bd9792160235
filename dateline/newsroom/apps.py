"""Register the room: policies with Wagtail, timers with the press."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Name the room."""

    name = "dateline.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        from . import permissions, receivers, timers  # noqa: F401

        permissions.register()
