"""The line that each published article has in the newsfeed."""

import pytest

from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin
from dateline.newsfeed.signals import bulletin_changed
from dateline.stories import actions
from dateline.stories.choices import Label
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """Gather the lines of which it is told that they changed."""
    found = []

    def listen(instance, **_kept):
        found.append(instance.headline)

    bulletin_changed.connect(listen)
    yield found
    bulletin_changed.disconnect(listen)


def test_a_line_follows_its_articles_headline(told):
    article = actions.publish(cast.an_article("Ferries run"), by=None, at=cast.NOON)

    article.headline = "Ferries stop"
    actions.publish(article, by=None, at=cast.NOON)

    assert Bulletin.objects.get(article=article).headline == "Ferries stop"
    assert told == ["Ferries stop"]


def test_a_line_of_which_nothing_changed_is_left_as_it_is(told):
    article = actions.publish(cast.an_article("Ferries run"), by=None, at=cast.NOON)

    article.body = [("paragraph", "<p>The first ferry left at seven.</p>")]
    actions.publish(article, by=None, at=cast.NOON)

    assert told == []


def test_a_line_that_is_filed_as_live_stays_so_when_its_article_is_mended():
    article = actions.publish(cast.an_article("Ferries run"), by=None, at=cast.NOON)
    line = Bulletin.objects.get(article=article)
    line.label = Label.LIVE
    newsfeed.file(line, by=None, at=cast.NOON)

    article.headline = "Ferries stop"
    actions.publish(article, by=None, at=cast.NOON)

    line.refresh_from_db()
    assert (line.headline, line.label) == ("Ferries stop", Label.LIVE)
