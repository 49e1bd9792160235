"""The menu's groups, in the desk's order."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .agents import AgentViewSet, ProgrammeViewSet
from .articles import ArticleViewSet
from .chronology import EntryViewSet, VersionSetViewSet
from .home import StandingPageViewSet, ZoneViewSet
from .newsfeed import BulletinViewSet
from .record import ActViewSet, CorrectionViewSet, HoldViewSet, ImportDraftViewSet
from .redirects import RedirectViewSet
from .sections import SectionViewSet, TagViewSet
from .stories import StoryViewSet


class SourcesGroup(SnippetViewSetGroup):
    """The group of who speaks, and where."""

    items = (AgentViewSet, ProgrammeViewSet)
    menu_label = _("Sources")
    menu_name = "sources"
    menu_icon = "user"
    menu_order = 50


class SiteGroup(SnippetViewSetGroup):
    """The group of the parts of the readers' site."""

    items = (SectionViewSet, TagViewSet, ZoneViewSet, StandingPageViewSet, RedirectViewSet)
    menu_label = _("Readers’ site")
    menu_name = "readers-site"
    menu_icon = "site"
    menu_order = 70


class RecordsGroup(ModelViewSetGroup):
    """The group of records that are never rewritten."""

    items = (CorrectionViewSet, HoldViewSet, ActViewSet)
    menu_label = _("On record")
    menu_name = "on-record"
    menu_icon = "clipboard-list"
    menu_order = 120


SNIPPETS = (
    ArticleViewSet,
    StoryViewSet,
    EntryViewSet,
    VersionSetViewSet,
    BulletinViewSet,
    SourcesGroup,
    SiteGroup,
)
RECORDS = (ImportDraftViewSet, RecordsGroup)
