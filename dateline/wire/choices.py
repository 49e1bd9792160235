"""The closed sets of the wire room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TakeState(models.TextChoices):
    """The desk's decisions on a take."""

    WAITING = "waiting", _("Waiting")
    TAKEN = "taken", _("Taken")
    DROPPED = "dropped", _("Dropped")
    KILLED = "killed", _("Killed by its source")
