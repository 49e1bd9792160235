"""Register the room with Django."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Name the room."""

    name = "dateline.newsroom"
    label = "newsroom"
