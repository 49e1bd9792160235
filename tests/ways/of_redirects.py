"""Ways in which redirects come, change and go: at the desk, one by one, in bulk."""

from __future__ import annotations

from django.db import transaction

from dateline.stories.models import Redirect
from tests.newsroom.forms import address, refusals

OLD = {"/2019/ferries.php": "/en/about/", "/harbour/": "/en/opinion/", "/fire": "/harbour/"}


def _done(page):
    assert page.status_code == 302, refusals(page)


def _three():
    return [Redirect.objects.create(path=path, to=to).pk for path, to in OLD.items()]


def add_a_redirect(town, desk):
    """Lead an old address to a page."""
    yield
    _done(desk.post(address(Redirect, "add"), {"path": "/old.html", "to": "/en/about"}))


def change_a_redirect(town, desk):
    """Lead another address to another page."""
    first = _three()[0]
    yield
    fields = {"path": "/2020/ferries.php", "to": "/uk/"}
    _done(desk.post(address(Redirect, "edit", first), fields))


def delete_a_redirect(town, desk):
    """Lead an old address nowhere any more, through which another led."""
    second = _three()[1]
    yield
    _done(desk.post(address(Redirect, "delete", second)))


def delete_many_redirects(town, desk):
    """Delete redirects from the listing."""
    query = "&".join(f"id={key}" for key in _three())
    yield
    _done(desk.post(f"/newsroom/bulk/stories/redirect/delete/?{query}&next=/newsroom/"))


def bring_redirects_in(town, desk):
    """Write many redirects at once, as an import does."""
    yield
    Redirect.objects.bulk_create(Redirect(path=path, to=to) for path, to in OLD.items())


def change_redirects_in_bulk(town, desk):
    """Lead many addresses to one page."""
    _three()
    yield
    Redirect.objects.filter(path__startswith="/f").update(to="/uk/")


def save_redirects_in_bulk(town, desk):
    """Write changed redirects at once."""
    _three()
    changed = list(Redirect.objects.all())
    for one in changed:
        one.to = "/uk/"
    yield
    with transaction.atomic():
        Redirect.objects.bulk_update(changed, ["to"])


def delete_redirects_in_bulk(town, desk):
    """Delete redirects by a query."""
    _three()
    yield
    with transaction.atomic():
        Redirect.objects.all().delete()
