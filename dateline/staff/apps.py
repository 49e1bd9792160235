"""The Django application of this room."""

from django.apps import AppConfig
from django.conf import settings

from dateline.lib import languages


class StaffConfig(AppConfig):
    """The staff's room as Django knows it."""

    name = "dateline.staff"
    label = "staff"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Say in which locale each language is written, and have deletions logged."""
        from . import deletions

        languages.write_as({one.language: one.locale for one in settings.SITE.editions})
        deletions.log_deletions()
