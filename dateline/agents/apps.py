"""The Django application of this room."""

from django.apps import AppConfig


class AgentsConfig(AppConfig):
    """The agents' room as Django knows it."""

    name = "dateline.agents"
    label = "agents"
    default_auto_field = "django.db.models.BigAutoField"
