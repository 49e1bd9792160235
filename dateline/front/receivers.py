"""Turn what happened in the rooms into touches: the one place where the press is told.

Signals come synchronously, inside the transaction of the change. Deletions are heard of from
Django itself, for a query or a cascade deletes without asking the model: what follows is found
out before the row goes, and touched when it has gone.
"""

from typing import Any

from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver

from dateline.agents import signals as agents
from dateline.agents.models import Agent, Programme
from dateline.chronology import signals as chronology
from dateline.chronology.models import Entry, Relation, Statement, VersionSet
from dateline.front import edition_changes, followers, public_files
from dateline.media import actions as media_actions
from dateline.media import signals as media
from dateline.media.models import Attachment, Picture
from dateline.newsfeed import signals as newsfeed
from dateline.newsfeed.models import Bulletin
from dateline.press import Item, touch
from dateline.press.worker.takedowns import takedown
from dateline.staff import signals as staff
from dateline.stories import signals as stories
from dateline.stories.models import Article, Redirect, Section, Story, Tag

FOLLOWS = "_follows"


def take_down(*items: Item) -> None:
    """Take things off the site at once, and the files of their pictures when nothing shows them."""
    takedown(*items)
    public_files.conceal_when_unshown(items)
    public_files.at_once()


@receiver([stories.article_published, stories.article_changed])
def article_stands(sender: Any, instance: Article, **_kept: Any) -> None:
    """Touch an article that readers may see, with what hangs on it."""
    public_files.conceal_when_unshown(public_files.things_no_longer_shown(instance))
    touch(*followers.of_article(instance))


@receiver([stories.article_unpublished, stories.article_withdrawn])
def article_goes(sender: Any, instance: Article, **_kept: Any) -> None:
    """Take an article off the site at once, its pictures' public files with it."""
    take_down(*followers.of_article(instance))


@receiver(stories.correction_published)
def correction_stands(sender: Any, instance: Any, **_kept: Any) -> None:
    """Touch a correction and what it mends."""
    touch(*followers.of_correction(instance))


@receiver([stories.story_changed])
def story_stands(sender: Any, instance: Story, **_kept: Any) -> None:
    """Touch a story."""
    touch(("story", instance.pk))


@receiver(stories.story_unpublished)
def story_goes(sender: Any, instance: Story, **_kept: Any) -> None:
    """Take a story's page off the site."""
    takedown(*followers.of_story_going(instance))


@receiver(stories.section_changed)
def section_stands(sender: Any, instance: Section, **_kept: Any) -> None:
    """Touch a section and the navigation of all editions."""
    touch(("section", instance.pk), *followers.of_nav())


@receiver(stories.tag_changed)
def tag_stands(sender: Any, instance: Tag, **_kept: Any) -> None:
    """Touch a tag."""
    touch(("tag", instance.pk))


@receiver(stories.zone_changed)
def zone_stands(sender: Any, instance: Any, **_kept: Any) -> None:
    """Touch the editions: the zone may have come from another's home page."""
    touch(*followers.of_nav())


@receiver(stories.redirects_changed)
def redirects_lead(sender: Any, keys: tuple[int, ...], **_kept: Any) -> None:
    """Touch redirects: what leads where."""
    touch(*(("redirect", pk) for pk in keys))


@receiver(post_delete, sender=Redirect)
def redirect_goes(sender: Any, instance: Redirect, **_kept: Any) -> None:
    """Touch a redirect whose row has gone: its address leads nowhere any more."""
    touch(("redirect", instance.pk))


@receiver([stories.standing_page_published, stories.standing_page_unpublished])
def standing_page_stands(sender: Any, instance: Any, **_kept: Any) -> None:
    """Touch a standing page and the footer of its edition."""
    touch(("standing", instance.pk), *followers.of_nav())


@receiver(stories.hold_placed)
def hold_stands(sender: Any, instance: Any, target: Any, **_kept: Any) -> None:
    """Take what is held off the site at once."""
    take_down(*followers.of_held(instance.target_kind, target))


@receiver(stories.hold_lifted)
def hold_goes(sender: Any, instance: Any, target: Any, **_kept: Any) -> None:
    """Touch what is held no longer."""
    media_actions.expose_files(followers.media_of(target))
    touch(*followers.of_held(instance.target_kind, target))


@receiver(chronology.entry_published)
def entry_stands(sender: Any, instance: Entry, **_kept: Any) -> None:
    """Touch an entry and the stories that hold it or held it."""
    touch(*followers.of_entry(instance))


@receiver(chronology.entry_unpublished)
def entry_goes(sender: Any, instance: Entry, **_kept: Any) -> None:
    """Take an entry off every page that shows it."""
    takedown(*followers.of_entry(instance))


@receiver(chronology.version_set_changed)
def versions_stand(sender: Any, instance: VersionSet, **_kept: Any) -> None:
    """Touch a set of versions."""
    touch(("versionset", instance.pk))


@receiver(chronology.relation_changed)
def relation_stands(sender: Any, instance: Relation, **_kept: Any) -> None:
    """Touch the entries whose statements stand in the relation."""
    touch(*followers.of_relation(instance))


@receiver(post_delete, sender=Statement)
def statement_goes(sender: Any, instance: Statement, **_kept: Any) -> None:
    """Touch the entries that showed how they stand to a statement that has gone."""
    related = followers.of_statement_gone(instance)
    if related:
        touch(*related)


@receiver(agents.agent_changed)
def agent_stands(sender: Any, instance: Agent, **_kept: Any) -> None:
    """Touch an agent and what bears its slug."""
    touch(*followers.of_agent(instance))


@receiver(agents.programme_changed)
def programme_stands(sender: Any, instance: Programme, **_kept: Any) -> None:
    """Touch a programme."""
    touch(("programme", instance.pk))


@receiver(media.picture_changed)
def picture_stands(sender: Any, instance: Picture, **_kept: Any) -> None:
    """Touch a picture."""
    touch(("picture", instance.pk))


@receiver(media.attachment_changed)
def attachment_stands(sender: Any, instance: Attachment, **_kept: Any) -> None:
    """Touch a document."""
    touch(("attachment", instance.pk))


@receiver([newsfeed.bulletin_filed, newsfeed.bulletin_changed])
def bulletin_stands(
    sender: Any, instance: Bulletin, with_article: bool = False, **_kept: Any
) -> None:
    """Touch a line of the newsfeed; an article's is touched, or goes, with its article."""
    if not with_article:
        (touch if instance.live else takedown)(("bulletin", instance.pk))


@receiver(newsfeed.bulletin_withdrawn)
def bulletin_goes(sender: Any, instance: Bulletin, **_kept: Any) -> None:
    """Take a line off every page that shows it."""
    takedown(("bulletin", instance.pk))


@receiver(newsfeed.strip_changed)
def strip_stands(sender: Any, instance: Any, **_kept: Any) -> None:
    """Touch the editions: the strip may have been another's."""
    touch(*followers.of_nav())


@receiver(staff.edition_changed)
def edition_stands(sender: Any, instance: Any, moved: bool = True, **_kept: Any) -> None:
    """Touch the editions; where one moved, all that bears its code, zone or neighbours."""
    if not moved:
        touch(*followers.of_nav())
        return
    touch(*followers.of_edition())
    edition_changes.look_again(instance.pk)


def will_go(sender: Any, instance: Any, **_kept: Any) -> None:
    """Keep what hangs on a thing until its row has gone."""
    setattr(instance, FOLLOWS, followers.of_going(instance))


def take_down_deleted(sender: Any, instance: Any, **_kept: Any) -> None:
    """Take down what was announced to go, now that its row has gone."""
    follows = getattr(instance, FOLLOWS, None)
    if follows:
        take_down(*follows)


for _model in followers.GOING:
    pre_delete.connect(will_go, sender=_model)
    post_delete.connect(take_down_deleted, sender=_model)
