"""Redirects at the desk: pressed when saved, refused in a sentence where they cannot be."""

import pytest

from dateline import press
from dateline.press.errors import PathTaken
from dateline.staff.models import Act
from dateline.stories import actions
from dateline.stories.models import Article, Redirect
from tests import cast
from tests.front.pressroom import built, room  # noqa: F401
from tests.front.town import address as article
from tests.newsroom.forms import address, errors_of, opened, sent

pytestmark = pytest.mark.django_db
COLUMN = article(3, "our-harbour", day="2026/03/03")


def _add(desk, path, to):
    return desk.post(address(Redirect, "add"), {"path": path, "to": to})


def _readdress(town, desk):
    column = town.article("column")
    column.slug = "the-harbour"
    actions.publish(column, by=desk.user, at=cast.NOON)


def test_an_old_address_leads_on_in_the_spelling_in_which_pages_lie(room, boss):  # noqa: F811
    there = "https://example.org/a?b=1"
    for path, to in (("/old.html", "/en/about"), ("/%C3%BCber", "/old/"), ("/x.php", there)):
        page = _add(boss, path, to)
        assert page.status_code == 302, errors_of(page)
    press.run(store=room.store)

    assert room.store.leads == {
        "/old/": "301 /en/about/",
        "/über/": "301 /en/about/",
        "/x.php": f"301 {there}",
    }


@pytest.mark.parametrize(
    ("path", "to", "said"),
    [
        ("/en/about/", "/en/", "a page stands at “/en/about/”, or it leads elsewhere already"),
        ("/old", "/old/", "“/old/” would lead back to itself"),
        ("/old.gone", "/en/", "“/old.gone” cannot be an address of the site"),
        ("/story?id=7", "/en/", "This is no such address: /story?id=7"),
        ("/../etc/", "/en/", "This is no such address: /../etc/"),
        ("old", "javascript:alert(1)", "This is no such address: javascript:alert(1)"),
        ("/newsroom/old/", "/en/", "“/newsroom/old/” is an address of the site itself"),
    ],
)
def test_what_cannot_lead_is_refused_in_a_sentence(room, boss, path, to, said):  # noqa: F811
    page = _add(boss, path, to)

    assert page.status_code == 200
    assert said in errors_of(page)
    assert not Redirect.objects.exists()
    assert press.run(store=room.store).count == 0


def test_an_address_that_leads_on_takes_no_page_until_it_is_freed(room, boss):  # noqa: F811
    moved = COLUMN.replace("our-harbour", "the-harbour")
    _add(boss, moved, "/en/")

    with pytest.raises(PathTaken, match="delete that"):
        _readdress(room.town, boss)

    boss.post(address(Redirect, "delete", Redirect.objects.get().pk))
    _readdress(room.town, boss)
    press.run(store=room.store)
    assert moved in room.store.files
    assert Act.objects.filter(verb="delete", target_kind="redirect").count() == 1


def test_publishing_at_such_an_address_is_refused_in_the_form(room, boss):  # noqa: F811
    _add(boss, COLUMN.replace("our-harbour", "the-harbour"), "/en/")
    fields = opened(boss, Article, "edit", room.town.column) | {"slug": "the-harbour"}

    page = sent(boss, Article, "edit", room.town.column, fields=fields, action="publish")

    assert page.status_code == 200
    assert "or it leads elsewhere already. Choose another address" in errors_of(page)
    assert room.town.article("column").slug == "our-harbour"


def test_the_listing_asks_a_fixed_number_of_questions(boss, django_assert_max_num_queries):
    Redirect.objects.bulk_create(Redirect(path=f"/{n}/", to="/en/") for n in range(20))

    with django_assert_max_num_queries(30):
        page = boss.get(address(Redirect, "list"))

    assert page.content.decode().count("/newsroom/redirects/edit/") >= 20
