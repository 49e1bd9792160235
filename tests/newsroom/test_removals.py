"""Every way to take a record off the site or to delete it: one Act, with who and when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from dateline.agents.models import Programme
from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry, VersionSet
from dateline.media.models import Attachment, Picture
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin, Strip
from dateline.newsroom.viewsets.groups import SNIPPETS
from dateline.press.models import Timer
from dateline.staff import deletions
from dateline.staff.models import Act
from dateline.staff.signatures import sign_acts
from dateline.stories import actions
from dateline.stories.models import Article, Redirect, ScheduledVersion, Story, Tag, Zone
from dateline.stories.models.corrections import CorrectionText
from tests import cast
from tests.front.edits_names import photo
from tests.newsroom.forms import address, opened, sent
from tests.newsroom.publications import KINDS, a_revision, drafted, fire
from tests.newsroom.test_publication import HOUR, acts, at, last_act

every_kind = pytest.mark.parametrize("kind", KINDS)


def by_form(desk, record):
    desk.post(address(type(record), "unpublish", record.pk))


def in_bulk(desk, record):
    label = f"{record._meta.app_label}/{record._meta.model_name}"
    desk.post(f"/newsroom/bulk/{label}/unpublish/?id={record.pk}&next=/newsroom/")


def by_action(desk, record):
    actions.unpublish(record, by=desk.user, at=cast.NOON)


def by_itself(desk, record):
    record.unpublish(user=desk.user)


def at_its_end(desk, record):
    record.expire_at = HOUR
    actions.publish(record, by=desk.user, at=cast.NOON)
    fire(HOUR + timedelta(seconds=1))


@every_kind
@pytest.mark.parametrize("way", [by_form, in_bulk, by_action, by_itself, at_its_end])
def test_a_record_goes_off_the_site_with_one_act(desk, kind, way):
    record = actions.publish(KINDS[kind](), by=desk.user, at=cast.NOON)
    since = last_act()

    way(desk, record)

    by, why = (None, "expiry") if way is at_its_end else (desk.user, "")
    assert acts(record, since)[-1] == ("unpublish", by, why)
    assert [verb for verb, _by, _why in acts(record, since)].count("unpublish") == 1
    assert not type(record).objects.get(pk=record.pk).live
    assert not Timer.objects.filter(action__startswith="newsroom.")


@every_kind
def test_what_goes_off_the_site_takes_its_scheduled_version_along(desk, kind):
    record = drafted(kind, desk.user, live=True, change=at(HOUR))
    a_revision(desk, record)
    since = last_act()

    actions.unpublish(type(record).objects.get(pk=record.pk), by=desk.user, at=cast.NOON)

    assert [verb for verb, _by, _why in acts(record, since)] == ["unschedule", "unpublish"]
    assert not ScheduledVersion.objects.exists()
    assert not Timer.objects.filter(action__startswith="newsroom.")


def one_of(label: str) -> Any:
    """Return a record of a model whose deletions are logged, with nothing that needs it."""
    edition, story = cast.editions()[0], cast.a_story()
    line: dict[str, Any] = {"from_at": cast.NOON, "until_at": cast.later(9)}
    made: dict[str, Any] = {
        "stories.Article": cast.an_article,
        "stories.Story": lambda: story,
        "stories.Section": cast.a_section,
        "stories.Tag": lambda: Tag(name="Harbour"),
        "stories.StandingPage": KINDS["standing page"],
        "stories.Zone": lambda: Zone(edition=edition, kind="lead", story=story),
        "stories.Redirect": lambda: Redirect(path="/old/", to="/en/"),
        "chronology.Entry": lambda: cast.an_entry(story),
        "chronology.VersionSet": lambda: VersionSet(story=story, question={"en": "How many?"}),
        "newsfeed.Bulletin": lambda: Bulletin(
            edition=edition, headline="Fog", published_at=cast.NOON
        ),
        "newsfeed.Strip": lambda: Strip(edition=edition, text="Fire", **line),
        "agents.Agent": cast.an_agent,
        "agents.Programme": lambda: Programme(name="Morning"),
        "media.Picture": lambda: Picture(title="Quay", file=photo(40), width=48, height=32),
        "media.Attachment": lambda: Attachment(title="Report", file=ContentFile(b"a", name="a")),
    }
    record = made[label]()
    record.save()
    return record


def itself(record):
    record.delete()


def a_query(record):
    type(record).objects.filter(pk=record.pk).delete()


def the_action(record):
    actions.delete(record, by=cast.ed(), at=cast.NOON)


@pytest.mark.django_db
@pytest.mark.parametrize("way", [itself, a_query, the_action])
@pytest.mark.parametrize("label", deletions.LOGGED)
def test_a_record_is_deleted_with_one_act(label, way):
    record = one_of(label)
    called, since = str(record), last_act()

    with sign_acts(by=cast.ed(), at=cast.NOON):
        way(record)

    act = Act.objects.get(pk__gt=since)
    assert (act.verb, act.by, act.at) == ("delete", cast.ed(), cast.NOON)
    assert (act.target_kind, act.detail) == (label.partition(".")[2].lower(), {"was": called})


@every_kind
def test_a_deleted_record_leaves_no_timer_and_no_scheduled_version(desk, kind):
    record = drafted(kind, desk.user, live=True, change=at(HOUR))
    a_revision(desk, record)

    type(record).objects.all().delete()

    assert not ScheduledVersion.objects.exists()
    assert not Timer.objects.filter(action__startswith="newsroom.")


def test_every_kind_that_the_desk_can_delete_is_logged():
    viewsets = [one for group in SNIPPETS for one in getattr(group, "items", (group,))]
    logged = {apps.get_model(label) for label in deletions.LOGGED}

    assert {one.model for one in viewsets} <= logged


def test_a_story_without_a_page_is_unpublished_by_whoever_saves_it(desk):
    story, since = cast.a_story(), last_act()
    fields = opened(desk, Story, "edit", story.pk)
    del fields["public"]

    sent(desk, Story, "edit", story.pk, fields=fields)
    story.refresh_from_db()
    story.public = True
    story.save()

    assert acts(story, since) == [("unpublish", desk.user, ""), ("publish", None, "")]


@pytest.mark.django_db
def test_a_line_has_no_hour_and_is_refused_while_it_or_its_article_is_held():
    edition = cast.editions()[0]
    early = Bulletin(edition=edition, headline="Fog", published_at=cast.later(5))
    with pytest.raises(ValidationError, match="its time is past"):
        newsfeed.file(early, by=None, at=cast.NOON)
    line = newsfeed.file(Bulletin(edition=edition, headline="Fog"), by=None, at=cast.NOON)
    article = actions.publish(cast.an_article(), by=None, at=cast.NOON)

    for held in (line, article):
        actions.hold(held, kind="legal", reason="A letter.", by=None, at=cast.NOON)

    strip = Strip(edition=edition, text="F", from_at=cast.NOON, until_at=HOUR, article=article)
    for act, thing in [
        (newsfeed.file, line),
        (newsfeed.file, Bulletin.objects.get(article=article)),
        (newsfeed.raise_strip, strip),
    ]:
        with pytest.raises(ValidationError, match="A letter"):
            act(thing, by=None, at=cast.NOON)


@pytest.mark.django_db
def test_an_entry_is_corrected_with_one_act_as_an_article_is():
    entry = chronology.publish(cast.an_entry(cast.a_story()), by=None, at=cast.NOON)
    entry.text, since = {"en": "The fire began at noon."}, last_act()

    said = CorrectionText(was={"en": "at one"}, now={"en": "at noon"})

    chronology.correct(entry, said, by=cast.ed(), at=cast.later(1))

    assert acts(entry, since) == [("correct", cast.ed(), "at noon")]
    assert Entry.objects.get(pk=entry.pk).live
    assert not Article.objects.exists()
