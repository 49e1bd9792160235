"""The menu's groups, in the desk's order."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .agents import Agents, Programmes
from .articles import Articles
from .chronology import Entries, VersionSets
from .home import HomePage, StandingPages
from .newsfeed import Newsfeed
from .record import Acts, Corrections, Holds, ImportDesk
from .redirects import Redirects
from .sections import Sections, Tags
from .stories import Stories


class Sources(SnippetViewSetGroup):
    """Is who speaks, and where."""

    items = (Agents, Programmes)
    menu_label = _("Sources")
    menu_name = "sources"
    menu_icon = "user"
    menu_order = 50


class Site(SnippetViewSetGroup):
    """Is how the readers' site is divided."""

    items = (Sections, Tags, HomePage, StandingPages, Redirects)
    menu_label = _("Readers’ site")
    menu_name = "readers-site"
    menu_icon = "site"
    menu_order = 70


class OnRecord(ModelViewSetGroup):
    """Is what stands written and is not rewritten."""

    items = (Corrections, Holds, Acts)
    menu_label = _("On record")
    menu_name = "on-record"
    menu_icon = "clipboard-list"
    menu_order = 120


SNIPPETS = (Articles, Stories, Entries, VersionSets, Newsfeed, Sources, Site)
RECORDS = (ImportDesk, OnRecord)
