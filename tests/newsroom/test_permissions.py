"""Who may do what: by role, and by edition."""

import pytest

from dateline.staff.actions import add_user
from dateline.stories import actions
from dateline.stories.models import Article, Correction, CorrectionText, Zone
from tests.cast import NOON, an_article, ed, editions
from tests.newsroom.forms import address, opened, sent


@pytest.fixture
def english(db):
    """Publish an article of the English edition."""
    return actions.publish(an_article(), by=ed(), at=NOON)


@pytest.mark.parametrize(
    "name",
    ["edit", "history", "usage", "delete", "unpublish", "lock", "withdraw", "hold",
     "publish_update", "publish_correction", "preview_on_edit"],
)  # fmt: skip
def test_oz_is_refused_at_another_editions_article(stranger, english, name):
    for page in (stranger.get(address(Article, name, english.pk)),
                 stranger.post(address(Article, name, english.pk))):  # fmt: skip
        refused = page.status_code in (403, 405) or (
            page.status_code == 302 and page.url == "/newsroom/"
        )
        assert refused, (name, page.status_code)
    assert Article.objects.get(pk=english.pk).live


def test_oz_sees_his_own_edition_in_the_listing_and_no_other(stranger, english):
    an_article("Пороми знову ходять", edition=editions()[1]).save()

    page = stranger.get(address(Article, "list")).content.decode()

    assert "Пороми знову ходять" in page
    assert "Ferries run again" not in page


def test_oz_cannot_make_an_article_in_another_edition(stranger):
    page = stranger.get(address(Article, "add") + "?locale=en-gb")

    assert page.status_code == 302
    assert page.url == "/newsroom/"


def test_an_editor_bound_to_one_edition_cannot_publish_in_another(client, english):
    bound = add_user("ann", password="correct horse", role="editor")
    bound.editions.set([editions()[1]])
    client.force_login(bound)

    client.post(f"/newsroom/bulk/stories/article/unpublish/?id={english.pk}&next=/newsroom/")

    assert Article.objects.get(pk=english.pk).live


def test_a_reporter_writes_and_does_not_publish(reporter, english):
    fields = opened(reporter, Article, "edit", english.pk)
    fields["headline"] = "Ferries stand still"

    sent(reporter, Article, "edit", english.pk, fields=fields, action="publish")

    article = Article.objects.get(pk=english.pk)
    assert article.headline == "Ferries run again"
    assert article.has_unpublished_changes


def test_the_bar_offers_only_what_the_person_may_do(reporter, desk, english):
    where = address(Article, "edit", english.pk)

    for_reporter = reporter.get(where).content
    for_editor = desk.get(where).content

    assert b"action-publish" not in for_reporter
    for name in (b"action-publish-update", b"action-publish-correction", b"/withdraw/", b"/hold/"):
        assert name in for_editor


def test_corrections_are_read_and_never_changed(boss, english):
    actions.publish_correction(
        english, CorrectionText.in_language("en", "All", "Two"), by=ed(), at=NOON
    )
    correction = Correction.objects.get()

    listing = boss.get("/newsroom/corrections/")
    edit = boss.get(f"/newsroom/corrections/edit/{correction.pk}/")

    assert b"All" in listing.content
    assert edit.status_code == 302
    assert edit.url == "/newsroom/"


def test_a_place_on_the_home_page_takes_an_article_of_its_own_edition(desk):
    other = an_article("Пороми", edition=editions()[1])
    other.save()
    fields = opened(desk, Zone, "add")
    fields |= {"edition": str(editions()[0].pk), "kind": "lead", "article": str(other.pk)}

    page = sent(desk, Zone, "add", fields=fields)

    assert page.status_code == 200
    assert not Zone.objects.exists()
