"""The Django application of this room."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Names the room to Django."""

    name = "dateline.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
