"""The closed sets of the agents room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgentKind(models.TextChoices):
    """Names what an agent is."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GOVERNMENT = "government", _("Government body")
    OUTLET = "outlet", _("Outlet")
    GROUP = "group", _("Group")
