"""Register the room with Django."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PressApp(AppConfig):
    """The press as Django knows it."""

    name = "dateline.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have kinds, facets and languages numbered before the first transaction."""
        from .numbering import ids

        post_migrate.connect(ids.settle_anew, sender=self)
