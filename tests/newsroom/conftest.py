"""People signed in to the newsroom."""

import pytest
from django.test import Client

from dateline.staff.actions import add_user
from tests.cast import ed, editions, oz, rosa


def _signed_in(person):
    client = Client()
    client.force_login(person)
    client.user = person
    return client


@pytest.fixture
def desk(db):
    """Sign in the editor."""
    editions()
    return _signed_in(ed())


@pytest.fixture
def reporter(db):
    """Sign in the reporter, who may not publish."""
    editions()
    return _signed_in(rosa())


@pytest.fixture
def stranger(db):
    """Sign in Oz, bound to the other edition."""
    return _signed_in(oz())


@pytest.fixture
def boss(db):
    """Sign in an administrator."""
    editions()
    return _signed_in(add_user("boss", password="correct horse", role="administrator"))
