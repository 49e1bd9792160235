"""Ways through the newsroom's own forms."""

from __future__ import annotations

from dateline.chronology.models import Entry
from dateline.newsfeed.models import Bulletin
from dateline.stories import actions
from dateline.stories.models import Article, StandingPage, Story, Tag, Zone
from tests import cast
from tests.newsroom.forms import address, body_of, opened, refusals, sent


def _done(page):
    assert page.status_code == 302, refusals(page)


def create_and_publish(town, desk):
    """Write an article and publish it at once."""
    query = "?locale=en-gb"
    fields = opened(desk, Article, "add", query=query)
    fields |= {"headline": "Bridge opens", "section": str(town.city)} | body_of("It opened.")
    yield
    _done(sent(desk, Article, "add", fields=fields, action="publish", query=query))


def edit_and_publish(town, desk):
    """Change an article and publish it as a small change."""
    fields = opened(desk, Article, "edit", town.column) | {"headline": "Our own harbour"}
    yield
    _done(sent(desk, Article, "edit", town.column, fields=fields, action="publish"))


def publish_an_update(town, desk):
    """Publish a material change."""
    yield
    _done(desk.post(address(Article, "publish_update", town.ferries), {"reason": "New figures"}))


def publish_a_correction(town, desk):
    """Publish a correction."""
    answers = {"kind": "error", "was_en": "six boats", "now_en": "seven boats"}
    yield
    _done(desk.post(address(Article, "publish_correction", town.column), answers))


def unpublish(town, desk):
    """Take an article off the site."""
    yield
    _done(desk.post(address(Article, "unpublish", town.ferries)))


def delete(town, desk):
    """Delete an article with its lines, places and strips."""
    Zone.objects.create(edition=cast.editions()[0], kind="lead", article_id=town.ferries)
    yield
    _done(desk.post(address(Article, "delete", town.ferries)))


def withdraw(town, desk):
    """Withdraw an article for good."""
    yield
    _done(desk.post(address(Article, "withdraw", town.ferries), {"note": "It was not so."}))


def hold(town, desk):
    """Hold an article back."""
    yield
    _done(desk.post(address(Article, "hold", town.ferries), _legal()))


def _legal():
    return {"kind": "legal", "reason": "The court sits", "until": ""}


def lift(town, desk):
    """Lift a hold."""
    placed = actions.hold(
        town.article("ferries"), kind="legal", reason="A letter", by=desk.user, at=cast.NOON
    )
    yield
    _done(desk.post(f"/newsroom/holds/lift/{placed.pk}/"))


def _bulk(desk, model, action, *keys):
    label = f"{model._meta.app_label}/{model._meta.model_name}"
    query = "&".join(f"id={key}" for key in keys)
    _done(desk.post(f"/newsroom/bulk/{label}/{action}/?{query}&next=/newsroom/"))


def publish_many(town, desk):
    """Publish a draft from the listing."""
    draft = town.article("column")
    draft.headline = "Our own harbour"
    draft.save_revision(user=desk.user)
    yield
    _bulk(desk, Article, "publish", town.column)


def unpublish_many(town, desk):
    """Take an entry off the site from the listing."""
    yield
    _bulk(desk, Entry, "unpublish", town.entries[0])


def delete_many(town, desk):
    """Delete an article from the listing."""
    yield
    _bulk(desk, Article, "delete", town.crane)


def revert(town, desk):
    """Bring an old version back and publish it."""
    old = town.article("column").latest_revision
    column = town.article("column")
    column.headline = "Our own harbour"
    actions.publish(column, by=desk.user, at=cast.NOON)
    where = address(Article, "revisions_revert", town.column, old.pk)
    fields = opened(desk, Article, "edit", town.column) | {"headline": "Our harbour"}
    fields |= {"action-publish": "action-publish", "revision": str(old.pk)}
    yield
    _done(desk.post(where, fields))


def move_to_another_section(town, desk):
    """Move an article to another section."""
    fields = opened(desk, Article, "edit", town.column) | {"section": str(town.city)}
    yield
    _done(sent(desk, Article, "edit", town.column, fields=fields, action="publish"))


def breaking(town, desk):
    """File a line from the breaking form."""
    line = {"edition": str(cast.editions()[0].pk), "headline": "Fog over the harbour"}
    line |= {"label": "breaking", "source": "Coast Guard"}
    yield
    _done(desk.post("/newsroom/breaking/", line))


def change_a_line(town, desk):
    """Change a line of the newsfeed."""
    fields = opened(desk, Bulletin, "edit", town.line) | {"headline": "Wind turns west"}
    fields["source_not_stated"] = "on"
    yield
    _done(sent(desk, Bulletin, "edit", town.line, fields=fields))


def take_a_line_back(town, desk):
    """Take a line of the newsfeed back."""
    yield
    _done(desk.post(address(Bulletin, "take_back", town.line), {"why": "Wrong"}))


def edit_an_entry(town, desk):
    """Change an entry and publish it."""
    fields = opened(desk, Entry, "edit", town.entries[0]) | {"key": "on"}
    yield
    _done(sent(desk, Entry, "edit", town.entries[0], fields=fields, action="publish"))


def delete_an_entry(town, desk):
    """Delete an entry."""
    yield
    _done(desk.post(address(Entry, "delete", town.entries[0])))


def edit_a_story(town, desk):
    """Retitle a story."""
    fields = opened(desk, Story, "edit", town.fire) | {"texts-0-title": "The great fire"}
    yield
    _done(sent(desk, Story, "edit", town.fire, fields=fields))


def unpublish_a_standing_page(town, desk):
    """Take a standing page off the site."""
    yield
    _done(desk.post(address(StandingPage, "unpublish", town.about)))


def delete_a_standing_page(town, desk):
    """Delete a standing page."""
    yield
    _done(desk.post(address(StandingPage, "delete", town.about)))


def rename_a_tag(town, desk):
    """Give a tag another name and address."""
    fields = opened(desk, Tag, "edit", town.tag)
    fields |= {"names-0-name": "Port", "names-0-slug": "port"}
    yield
    _done(sent(desk, Tag, "edit", town.tag, fields=fields))


def fill_a_place(town, desk):
    """Put an article on top of the home page."""
    edition = cast.editions()[0]
    fields = {"edition": edition.pk, "kind": "lead", "position": 0, "article": town.column}
    yield
    _done(desk.post(address(Zone, "add"), fields | {"story": ""}))


def move_a_place(town, desk):
    """Move a place from one edition's home page to the other's."""
    english, ukrainian = cast.editions()
    place = Zone.objects.create(edition=english, kind="second", story_id=town.fire)
    fields = {"edition": ukrainian.pk, "kind": "second", "position": 0, "story": town.fire}
    yield
    _done(desk.post(address(Zone, "edit", place.pk), fields | {"article": ""}))


def empty_a_place(town, desk):
    """Take an article from the top of the home page."""
    place = Zone.objects.create(edition=cast.editions()[0], kind="lead", article_id=town.column)
    yield
    _done(desk.post(address(Zone, "delete", place.pk)))
