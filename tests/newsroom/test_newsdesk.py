"""The newsdesk and the breaking form."""

import pytest

from dateline.agents.models import Agent
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Act
from dateline.stories import actions
from tests.cast import NOON, a_story, an_agent, an_article, editions
from tests.newsroom.forms import address, errors_of


def _line(**more):
    line = {
        "headline": "Fire at the grain terminal",
        "label": "breaking",
        "source": "",
        "story": "",
    }
    return {**line, "edition": str(editions()[0].pk), **more}


def test_one_line_with_its_source_is_on_the_newsfeed_at_once(desk):
    source, story = an_agent("Port police"), a_story()

    page = desk.post("/newsroom/breaking/", _line(source="port police", story=story.pk))

    line = Bulletin.objects.get()
    assert page.status_code == 302
    assert (line.source, line.story, line.label, line.live) == (source, story, "breaking", True)
    assert Act.objects.about(line.uid).get().by == desk.user


def test_a_source_without_a_record_gets_one(desk):
    desk.post("/newsroom/breaking/", _line(source="Coast guard"))

    assert Bulletin.objects.get().source == Agent.objects.named("coast guard")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({}, "Say who says so"),
        ({"source": "Port police", "source_not_stated": "on"}, "There is a source"),
        ({"headline": "x" * 111, "source": "Port police"}, "110"),
        ({"headline": "", "source": "Port police"}, "required"),
    ],
)
def test_a_line_without_its_source_or_too_long_is_refused(desk, line, said):
    page = desk.post("/newsroom/breaking/", _line(**line))

    assert page.status_code == 200
    assert said in errors_of(page)
    assert not Bulletin.objects.exists()


def test_a_missing_source_may_be_chosen_knowingly(desk):
    desk.post("/newsroom/breaking/", _line(source_not_stated="on"))

    assert Bulletin.objects.get().source_not_stated


def test_a_line_is_taken_back_and_its_row_stays(desk):
    desk.post("/newsroom/breaking/", _line(source_not_stated="on"))
    line = Bulletin.objects.get()

    desk.post(address(Bulletin, "take_back", line.pk), {"why": "Not so."})

    line.refresh_from_db()
    assert (line.live, bool(line.withdrawn_at)) == (False, True)


def test_a_person_of_another_edition_cannot_file_in_this_one(stranger):
    page = stranger.post("/newsroom/breaking/", _line(source_not_stated="on"))

    assert page.status_code == 200
    assert not Bulletin.objects.exists()


def test_the_desk_shows_what_is_live_what_waits_and_what_is_to_be_mended(desk):
    actions.publish(an_article("Ferries run again"), by=desk.user, at=NOON)
    draft = an_article("Lights go out")
    draft.save()
    draft.save_revision(user=desk.user)
    story = a_story()

    page = desk.get("/newsroom/").content.decode()

    for words in ("Ferries run again", "Lights go out", str(story), "never reviewed", "Press"):
        assert words in page


def test_no_page_of_the_newsroom_asks_an_outside_host(boss):
    for where in ("/newsroom/", "/newsroom/articles/", "/newsroom/articles/add/"):
        page = boss.get(where).content.decode()
        loaded = [part.split('"')[0] for part in page.split('src="')[1:]]

        assert [one for one in loaded if one.startswith(("http", "//"))] == []
        assert "gravatar" not in page
