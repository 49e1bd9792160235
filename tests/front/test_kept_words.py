"""Every text that readers read is declared in docs/reference/words.md, one way or the other."""

import re

from django.apps import apps
from django.db import models

from dateline.staff.fields import WordsField
from tests.paths import ROOT

PAGE = (ROOT / "docs/reference/words.md").read_text("utf-8")
ROOMS = ("agents", "chronology", "media", "newsfeed", "stories")
DESK = {
    "chronology.Relation.note": "the desk's own",
    "chronology.Attribution.exact": "words of the document, not shown",
    "newsfeed.LiveBlog.summary": "no page yet",
    "newsfeed.Post.body": "no page yet",
    "stories.Article.standfirst": "per edition, with all of an article",
    "stories.Hold.reason": "the desk's own",
    "stories.Note.text": "the desk's own",
    "stories.Assignment.brief": "the desk's own",
    "stories.ScheduledVersion.reason": "becomes the reason of a change",
    "stories.ScheduledVersion.failure": "the desk's own",
}


def fields(kind):
    return {
        f"{model._meta.label}.{field.name}"
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.local_fields
        if isinstance(field, kind)
    }


def test_every_text_kept_a_language_is_on_the_page_and_no_other():
    section = PAGE.partition("## Kept a language")[2].partition("## A row")[0]

    found = set(re.findall(r"`(\w+\.\w+\.\w+)`", section))

    assert {one for one in found if not one.startswith("dateline.")} == fields(WordsField)


def test_every_other_long_text_is_per_edition_a_row_or_the_desks_own():
    plain = {one for one in fields(models.TextField) if one not in DESK}

    assert {one for one in plain if f"`{one}`" not in PAGE} == set()
    assert set(DESK) <= fields(models.TextField) | {"newsfeed.Post.body"}
