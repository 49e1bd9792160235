"""What readers see of people and programmes beside what they say."""

from datetime import date, timedelta

import pytest

from dateline.agents.models import Agent, Programme
from tests.front.pressroom import PRESSED_AT, Pressroom, built, room  # noqa: F401
from tests.front.shown import BOARD, MORNING
from tests.front.town import Town

pytestmark = pytest.mark.django_db
TODAY = PRESSED_AT.date()


def hosted_until(town: Town, day: date) -> None:
    """Let the host of the programme go on a day."""
    programme = Programme.objects.get(pk=town.morning)
    host = programme.hosts.get()
    host.end = day
    programme.hosts = [host]
    programme.save()


@pytest.mark.parametrize(("days", "shown"), [(-30, False), (30, True)])
def test_a_programme_names_those_who_host_it_now(
    room: Pressroom,  # noqa: F811
    days: int,
    shown: bool,
) -> None:
    room.after(lambda town: hosted_until(town, TODAY + timedelta(days=days)))
    head = room.store.files[MORNING].decode().partition("<h2")[0]

    assert ("Ann Dock" in head) == shown


def test_a_body_is_linked_to_its_own_site_by_its_host(room: Pressroom) -> None:  # noqa: F811
    def linked(town: Town) -> None:
        board = Agent.objects.get(pk=town.board)
        board.url = "https://www.board.example/"
        board.save()

    assert BOARD in room.after(linked)
    assert 'href="https://www.board.example/" rel="nofollow">board.example<' in (
        room.store.files[BOARD].decode()
    )
