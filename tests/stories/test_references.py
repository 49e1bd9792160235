"""Wagtail's index of references, and drafts that point to what is gone."""

import pytest
from wagtail.models import ReferenceIndex

from dateline.stories import actions
from dateline.stories.models import Article, ArticleTag, Byline, Tag
from tests import cast

pytestmark = pytest.mark.django_db


def _published() -> Article:
    article = cast.an_article()
    article.bylines = [Byline(agent=cast.an_agent("Ann Dock", "person"))]
    return actions.publish(article, by=None, at=cast.NOON)


def _references(article):
    found = ReferenceIndex.get_references_for_object(article)
    return set(found.values_list("model_path", "to_object_id"))


def test_a_publication_leaves_the_index_of_references_as_the_article_is():
    article = _published()
    author = cast.an_agent("Bo Quay", "person")

    article.bylines = [Byline(agent=author)]
    article = actions.publish(article, by=None, at=cast.NOON)

    assert ("bylines.item.agent", str(author.pk)) in _references(article)
    assert len([path for path, _pk in _references(article) if "agent" in path]) == 1


def test_a_publication_writes_the_index_of_references_once(monkeypatch):
    article = _published()
    written = []
    way = ReferenceIndex.create_or_update_for_object
    monkeypatch.setattr(
        ReferenceIndex, "create_or_update_for_object", lambda one: written.append(one) or way(one)
    )

    actions.publish(article, by=None, at=cast.NOON)

    assert [type(one) for one in written] == [Article]


def test_a_draft_that_names_a_record_since_deleted_is_restored_without_it():
    article = _published()
    tag = Tag.objects.create(name="Harbour")
    article.tag_links = [ArticleTag(tag=tag)]
    revision = article.save_revision()

    tag.delete()
    restored = revision.as_object()

    assert list(restored.tag_links.all()) == []
    assert [one.agent.name for one in restored.bylines.all()] == ["Ann Dock"]


def test_a_draft_is_restored_without_reading_all_that_it_names(django_assert_max_num_queries):
    article = _published()
    article.bylines = [Byline(agent=cast.an_agent(f"Person {n}", "person")) for n in range(20)]
    revision = article.save_revision()
    article = Article.objects.get(pk=article.pk)

    with django_assert_max_num_queries(8):
        restored = article.with_content_json(revision.content)

    assert restored.bylines.count() == 20
