"""Every field of every form of the newsroom is read for readers, or a sentence says why not."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.admin.viewsets.model import ModelViewSetGroup

from dateline.front.reads import prepared_queries
from dateline.media.models import Attachment, Picture
from dateline.newsroom.viewsets.groups import RECORDS, SNIPPETS
from dateline.press.registry import registry
from tests import cast

pytestmark = pytest.mark.django_db

COLUMN = re.compile(r'"(\w+)"\."(\w+)"')
PAGES_OF_THE_FRAMEWORK = "the framework's own, for finding files in the newsroom"
FOCAL_POINT = "where the newsroom's own thumbnails are cut; readers see pictures whole"
NOT_SHOWN = {
    "agents.Agent.is_staff_author": "a filter of the desk; readers see who writes by the byline",
    "agents.Agent.qid": "tells the desk two agents of one name apart",
    "media.Attachment.collection": PAGES_OF_THE_FRAMEWORK,
    "media.Attachment.tags": PAGES_OF_THE_FRAMEWORK,
    "media.Picture.collection": PAGES_OF_THE_FRAMEWORK,
    "media.Picture.description": "the framework's one text alternative; ours has one a language",
    "media.Picture.file": "private; readers get variants that are made of it",
    "media.Picture.focal_point_x": FOCAL_POINT,
    "media.Picture.focal_point_y": FOCAL_POINT,
    "media.Picture.focal_point_width": FOCAL_POINT,
    "media.Picture.focal_point_height": FOCAL_POINT,
    "media.Picture.tags": PAGES_OF_THE_FRAMEWORK,
    "media.Picture.title": "the desk's own name for a picture; readers see alt and caption",
    "stories.Article.desk": "which team of the newsroom answers for the article",
    "stories.Article.event_when": "decides which role of the speaker readers see, and no more",
    "stories.Article.slugline": "the desk's own name for the article",
    "stories.Article.source_when": "when the source had it, for whoever compares what was read in",
    "stories.Section.name": "the desk's own name; readers see the name in their language",
    "stories.StandingPage.go_live_at": "the hour of a version that waits",
    "stories.Story.review_every": "when the newsdesk asks for a review; readers see the last one",
    "stories.Story.slugline": "the desk's own name for the story",
    "stories.Tag.name": "the desk's own name; readers see the name in their language",
    "stories.Article.go_live_at": "the hour of a version that waits; pages bear when it went live",
    "stories.Article.expire_at": "the hour at which it goes by itself; until then it is as others",
    "chronology.Entry.go_live_at": "the hour of a version that waits",
    "chronology.Entry.review_by": "when the newsdesk asks for a review",
    "chronology.Statement.holds_until": "when the newsdesk asks for a review of the entry",
    "newsfeed.Bulletin.source": "the desk answers for it; a line names its source in its words",
    "newsfeed.Bulletin.source_not_stated": "says that the desk knows of no source, knowingly",
    "newsfeed.Bulletin.story": "by it the desk finds the lines of a story",
}


ORDERED_BY = {"agents.ProgrammeHost.start", "stories.Section.position", "stories.Zone.position"}
"""Fields that readers see as the order in which things stand."""


def asked_for_readers():
    """Return the columns that rows of the readers' side ask for, and those that order rows."""
    cast.editions()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        for one in registry.rowsets.values():
            one.load([1, 2, *(edition.pk for edition in cast.editions())])
    built = [question._build() for question in prepared_queries.questions]
    queries = [query["sql"] for query in asked] + [one.begins + one.ends for one in built]
    parts = [query.partition(" ORDER BY ") for query in queries]
    return tuple({found for part in parts for found in COLUMN.findall(part[at])} for at in (0, 2))


def fields_of_forms():
    """Return each field of each form: its label, and the column in which it is kept, if any."""
    return dict(pair for model, form in _forms() for pair in _fields(model, form))


def _forms():
    for viewset in _viewsets((*SNIPPETS, *RECORDS)):
        if hasattr(viewset, "edit_handler"):
            bound = viewset.edit_handler.bind_to_model(viewset.model)
            yield viewset.model, bound.get_form_class()
    from wagtail.documents.forms import get_document_form
    from wagtail.images.forms import get_image_form

    yield Picture, get_image_form(Picture)
    yield Attachment, get_document_form(Attachment)


def _viewsets(given):
    for one in given:
        yield from _viewsets(one.items) if issubclass(one, ModelViewSetGroup) else [one]


def _fields(model, form):
    for name in form.base_fields:
        known = {field.name: field for field in model._meta.get_fields()}
        place = known.get(name)
        column = getattr(place, "column", None)
        yield f"{model._meta.label}.{name}", (model._meta.db_table, column)
    for rows in getattr(form, "formsets", {}).values():
        yield from _fields(rows.model, rows.form)


def test_every_field_of_a_form_is_read_for_readers_or_a_sentence_says_why_not():
    (asked, ordering), fields = asked_for_readers(), fields_of_forms()

    unread = {label for label, place in fields.items() if place not in asked}
    unread -= {label for label in ORDERED_BY if fields[label] in ordering}

    assert unread - set(NOT_SHOWN) == set(), "show it to readers, or say here why they miss it"
    assert set(NOT_SHOWN) - unread == set(), "readers do see it, or it is in no form"


def test_all_forms_are_walked_with_the_rows_in_rows():
    fields = fields_of_forms()

    assert len({label.rpartition(".")[0] for label in fields}) > 20
    assert {"chronology.Attribution.url", "media.Picture.credit"} <= set(fields)


def test_a_reason_is_a_sentence():
    assert [label for label, why in NOT_SHOWN.items() if len(why.split()) < 5] == []
