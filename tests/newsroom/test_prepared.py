"""A minute before a publication its pictures are made ready, where no reader can get at them."""

import os
import stat
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.storage import storages

from dateline.media import actions as media
from dateline.media.models import Picture, Variant
from dateline.newsroom import timers
from dateline.press import clock
from dateline.press.ledger import timers as press_timers
from dateline.stories import actions
from dateline.stories.models import Article
from tests.cast import NOON, an_article
from tests.patience import PATIENCE
from tests.ways.of_pictures import _file

SOON = datetime.now(tz=UTC).replace(second=0, microsecond=0) + timedelta(days=2)
MINUTE = timedelta(seconds=60)


@pytest.fixture
def rooms(settings, tmp_path):
    """Give private and public files folders of this test's own."""
    kept = {name: dict(told) for name, told in settings.STORAGES.items()}
    for name in ("default", "private", "public"):
        kept[name]["OPTIONS"] = {**kept[name]["OPTIONS"], "location": str(tmp_path / name)}
    settings.STORAGES = kept
    return tmp_path


@pytest.fixture
def scheduled(desk, rooms):
    """Schedule an article with a picture that nobody has seen yet."""
    picture = Picture(title="The quay", file=_file("teal"), alt={"en": "A quay."})
    picture.save()
    article = an_article()
    article.lead_picture, article.go_live_at = picture, SOON
    article.save()
    article.save_revision(user=desk.user).publish(user=desk.user)
    return article


def fire(at, capture):
    """Let timers fire as of a time, and wait for what they started."""
    before = clock.use(lambda: at)
    try:
        with capture(execute=True):
            press_timers.fire()
    finally:
        clock.use(before)
    for each in threading.enumerate():
        if each.name.endswith("(prepare_variants)"):
            each.join(PATIENCE)


def ready():
    """Return the files that were made ready."""
    root = Path(storages["private"].path(media.PREPARED))
    return sorted(file for file in root.rglob("*") if file.is_file())


def public(rooms):
    return [file for file in (rooms / "public").rglob("*") if file.is_file()]


def test_a_minute_before_nothing_is_public_and_all_is_ready(
    rooms, scheduled, django_capture_on_commit_callbacks
):
    fire(SOON - MINUTE - timedelta(seconds=1), django_capture_on_commit_callbacks)
    assert ready() == []

    fire(SOON - MINUTE, django_capture_on_commit_callbacks)

    original = Path(scheduled.lead_picture.file.path).read_bytes()
    assert [file.read_bytes() for file in ready()] == [
        one[3] for one in media.encode_variants(original)
    ]
    assert {stat.S_IMODE(file.stat().st_mode) for file in ready()} == {0o600}
    assert {stat.S_IMODE(file.parent.stat().st_mode) for file in ready()} == {0o700}
    assert public(rooms) == []
    assert not Variant.objects.exists()
    assert not Article.objects.get().live


def test_the_publication_takes_what_is_ready_and_leaves_nothing_of_it(
    rooms, scheduled, django_capture_on_commit_callbacks
):
    fire(SOON - MINUTE, django_capture_on_commit_callbacks)
    first = ready()[0]
    first.write_bytes(first.read_bytes() + b"as it was made ready")

    fire(SOON, django_capture_on_commit_callbacks)

    assert Article.objects.get().live
    assert sum(one.read_bytes().endswith(b"as it was made ready") for one in public(rooms)) == 1
    assert len(public(rooms)) == len(media.FORMATS)
    assert ready() == []


def test_what_was_not_made_ready_is_made_at_its_time(
    rooms, scheduled, django_capture_on_commit_callbacks
):
    timers.publish_scheduled(Article, scheduled.pk, at=SOON)

    assert len(public(rooms)) == len(media.FORMATS)


def test_what_is_off_the_schedule_is_not_made_ready(
    desk, scheduled, django_capture_on_commit_callbacks
):
    scheduled.scheduled_revision.__class__.objects.update(approved_go_live_at=None)

    fire(SOON - MINUTE, django_capture_on_commit_callbacks)

    assert ready() == []


def test_an_embargos_pictures_are_made_ready_too(
    desk, rooms, scheduled, django_capture_on_commit_callbacks
):
    timers.publish_scheduled(Article, scheduled.pk, at=SOON)
    article = Article.objects.get()
    told = {"kind": "embargo", "reason": "Until noon", "until": SOON}
    hold = actions.hold(article, by=desk.user, at=NOON, **told)
    timers.set_lift(hold, SOON)
    media.conceal_files(article.lead_picture)  # as the press does once nothing shows it

    fire(SOON - MINUTE, django_capture_on_commit_callbacks)

    assert len(ready()) == len(media.FORMATS)
    assert not Variant.objects.exists()


def test_what_never_came_is_forgotten_after_a_day(rooms, scheduled):
    files = [Path(scheduled.lead_picture.file.path)]
    assert [media.prepare_variants(files), media.prepare_variants(files)] == [1, 0]
    old = time.time() - media.DAY - 1
    os.utime(ready()[0].parent, (old, old))

    media.prepare_variants([rooms / "none.png"])

    assert ready() == []
