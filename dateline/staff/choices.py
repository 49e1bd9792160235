"""The closed sets of the staff room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The roles in the newsroom; each is a Django group of that name."""

    REPORTER = "reporter", _("Reporter")
    EDITOR = "editor", _("Editor")
    CHIEF = "chief", _("Chief editor")
    ADMINISTRATOR = "administrator", _("Administrator")
