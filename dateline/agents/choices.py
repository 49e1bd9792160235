"""The closed sets of the agents room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgentKind(models.TextChoices):
    """The kinds of agent: a person, a body, an outlet and so on."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    GOVERNMENT = "government", _("Government body")
    OUTLET = "outlet", _("Outlet")
    GROUP = "group", _("Group")
