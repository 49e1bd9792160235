"""The Django application of this room."""

from django.apps import AppConfig


class AgentsConfig(AppConfig):
    """Names the room to Django."""

    name = "dateline.agents"
    label = "agents"
    default_auto_field = "django.db.models.BigAutoField"
