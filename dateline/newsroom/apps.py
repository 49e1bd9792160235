"""Register the room: policies with Wagtail, timers with the press."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The newsroom's room as Django knows it."""

    name = "dateline.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        from . import permissions, receivers, timers  # noqa: F401

        permissions.register()
