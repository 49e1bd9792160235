"""The Django application of this room."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """The stories' room as Django knows it."""

    name = "dateline.stories"
    label = "stories"
    default_auto_field = "django.db.models.BigAutoField"
