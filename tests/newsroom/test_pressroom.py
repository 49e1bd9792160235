"""The press's page: for chiefs and administrators; says what waits, what was given up and why."""

import pytest
from django.db import connection
from django.test import Client

from dateline.newsroom.views.pressroom import age_words
from dateline.press.caches import purges
from dateline.press.errors import StoreDown
from dateline.press.filing.store_outage import Outage
from dateline.press.models import Job
from dateline.press.watch import idle_tasks
from dateline.staff.actions import add_user
from dateline.staff.models import Act
from tests.front.pressroom import built, room  # noqa: F401

PAGE = "/newsroom/press/"


@pytest.fixture
def chief(db):
    """Sign in an editor-in-chief."""
    client = Client()
    client.force_login(add_user("nora", password="correct horse", role="chief"))
    return client


@pytest.fixture
def parked(room):  # noqa: F811
    """Park two sheets of the town."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO press_job (sheet, importance, heat, dirty, queued_at, promoted_at, due_at,"
            " worker, tries, parked, reason) SELECT id, 2, 0, 1, 0, 0, 0, '', 5, %s, 'ValueError:"
            " no such word' FROM press_sheet WHERE path IN ('/en/city/', '/en/opinion/')",
            [True],
        )
        cursor.execute("SELECT id FROM press_sheet WHERE path = '/en/city/'")
        return cursor.fetchone()[0]


def words(client, where=PAGE):
    return " ".join(client.get(where).content.decode().split())


def test_reporters_and_editors_do_not_see_it(reporter, desk):
    for client in (reporter, desk):
        assert client.get(PAGE).status_code in (302, 403)
        assert PAGE not in words(client, "/newsroom/")


def test_a_chief_finds_it_in_the_menu_and_every_empty_pane_says_one_line(chief):
    assert PAGE in words(chief, "/newsroom/")

    page = words(chief)

    assert "Every page could be pressed." in page
    assert "Nothing waits, and nothing was pressed yet." in page
    assert "None was found." in page
    assert "The press does not run" in page


def test_a_sheet_given_up_is_named_with_the_reason(chief, parked):
    page = words(chief)

    assert "/en/city/" in page
    assert "ValueError: no such word" in page
    assert "Try again" in page


def test_a_cache_that_refuses_to_forget_is_named_and_none_is_where_there_is_none(chief, settings):
    assert "Caches before the site" not in words(chief)
    settings.PRESS_PURGER = "dateline.server.caches.purger"
    assert "They forget what changes." in words(chief)
    purges.owe({"/en/": 0})
    purges._settle([purges.OwedPurge("/en/", 1, 0, 0)], {"/en/": "http://cache answers 405"}, 0)

    page = words(chief)

    assert "http://cache answers 405" in page
    assert "1 addresses wait to be forgotten, the oldest for 0 s." in page


def test_a_sheet_is_tried_again_by_a_button_and_the_log_says_who(chief, parked):
    chief.post(PAGE, {"sheet": parked})

    assert not Job.objects.get(sheet=parked).parked
    assert Job.objects.filter(parked=True).count() == 1
    assert Act.objects.get(verb="try-again").by.username == "nora"


def test_all_are_tried_again_at_once(chief, parked):
    chief.post(PAGE)

    assert not Job.objects.filter(parked=True).exists()


def test_who_may_not_look_may_not_try_again(desk, parked):
    assert desk.post(PAGE, {"sheet": parked}).status_code in (302, 403)
    assert Job.objects.get(sheet=parked).parked


def test_the_newsdesk_says_when_the_press_stands_still_and_what_it_gave_up(desk, parked):
    page = words(desk, "/newsroom/")
    idle_tasks.note_alive("worker@here:1")

    assert "The press does not run" in page
    assert "2 could not be pressed" in page
    assert "The press does not run" not in words(desk, "/newsroom/")


def test_the_desk_is_told_why_no_page_can_be_stored_and_for_how_long_that_is_so(chief, desk):
    line = "No page can be stored; all wait, and none is lost."
    assert line not in words(chief) + words(desk, "/newsroom/")

    Outage().went_on(StoreDown("en.html.gz cannot be written: disk full; make room", "/en/"))
    told = words(chief), words(desk, "/newsroom/")
    Outage().ended()

    assert f"{line} en.html.gz cannot be written: disk full; make room" in told[0]
    assert line in told[1]
    assert line not in words(chief) + words(desk, "/newsroom/")
    assert "Pages were stored again" in words(chief)


@pytest.mark.parametrize(
    ("count", "said"), [(3.2, "3 s"), (61, "1 min"), (7300, "2 h"), (90_000, "1 d")]
)
def test_ages_are_told_in_words(count, said):
    assert age_words(count) == said
