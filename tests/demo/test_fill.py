"""Filling an empty site brings the whole newsroom, once, by the rooms' own rules."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from dateline import blocks
from dateline.chronology import rules
from dateline.chronology.models import Entry, Statement, VersionSet
from dateline.demo.actions import NoEdition, fill_demo
from dateline.media.models import Attachment, Picture, Variant
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Desk, User
from dateline.stories.models import Article, Correction, Zone
from tests import cast
from tests.untouched import watching

AT = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def report(django_db_setup, django_db_blocker):
    """Fill once for all tests of this file, and take it back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast.editions()
        with watching() as watch:
            done = fill_demo(at=AT)
        assert watch.untouched == [], "the filling wrote what it did not touch"
        yield done
        transaction.set_rollback(True)


def test_the_site_is_filled_with_all_that_is_written(report):
    assert report.filled
    assert report.made["articles"] == 118
    assert report.made["entries"] >= 50
    assert report.made["agents"] >= 70
    assert report.made["bulletins"] >= 70


def test_a_second_filling_does_nothing(report):
    before = Article.objects.count(), User.objects.count()

    again = fill_demo(at=AT)

    assert not again.filled
    assert again.logins == ()
    assert (Article.objects.count(), User.objects.count()) == before


def test_whoever_can_log_in_is_told_once_with_the_password(report):
    roles = {login.role for login in report.logins}

    assert roles == {"administrator", "editor", "reporter"}
    for login in report.logins:
        assert User.objects.get(username=login.username).check_password(login.password)


def test_nothing_lies_ahead_of_the_filling(report):
    assert not Article.objects.filter(published_at__gt=AT).exists()
    assert not Bulletin.objects.filter(published_at__gt=AT).exists()


def test_every_label_occurs_on_what_readers_see(report):
    found = {label for one in Article.objects.public() for label in one.all_labels()}
    filed = set(Bulletin.objects.public().values_list("label", flat=True))

    assert found | filed - {""} == {
        "advertisement", "breaking", "live", "corrected", "exclusive", "updated", "opinion",
        "analysis", "interview",
    }  # fmt: skip


def test_translations_share_their_short_id(report):
    english = Article.objects.filter(edition__language="en").values_list("short_id", flat=True)
    ukrainian = Article.objects.filter(edition__language="uk", live=True)

    assert ukrainian.filter(short_id__in=english).count() >= 20
    assert ukrainian.exclude(short_id__in=english).count() >= 10


def test_no_mark_of_the_article_files_is_left_in_a_text(report):
    for article in Article.objects.filter(live=True):
        text = str(article.body.get_prep_value()) + article.headline + article.standfirst
        assert not any(sign in text for sign in ("{on", "{date", "{day", "[+]", "**", ">>"))


def test_every_entry_keeps_the_rules_of_the_chronology(report):
    entries = Entry.objects.filter(live=True)

    assert {entry.precision for entry in entries} == {"minute", "day", "month", "year", "interval"}
    assert [rules.breaches(entry) for entry in entries] == [[] for _ in entries]


def test_all_standings_are_signed_with_a_reason(report):
    judged = Statement.objects.exclude(standing="claimed")

    assert {one.standing for one in judged} == {
        "confirmed", "denied", "refuted", "disputed", "corrected",
    }  # fmt: skip
    assert all(one.standing_note and one.standing_by and one.standing_at for one in judged)


def test_versions_side_by_side_show_statements_that_are_there(report):
    for versions in VersionSet.objects.all():
        uids = {one.statement_uid for one in versions.versions.all()}
        assert len(uids) >= 2
        assert Statement.objects.filter(uid__in=uids).count() == len(uids)
        assert set(versions.question) == set(versions.note) == {"en", "uk", "original"}


def test_a_correction_keeps_the_version_that_it_corrects(report):
    article = Article.objects.get(headline__startswith="Air at Grain Quay")
    correction = Correction.objects.on("article", article.uid).get()

    assert correction.was["en"] in correction.revision.content["body"]
    assert correction.was["en"] not in str(article.body.get_prep_value())
    kinds = set(Correction.objects.values_list("kind", flat=True))
    assert kinds >= {"error", "clarification"}


def test_an_update_has_a_reason_and_leaves_the_first_time(report):
    article = Article.objects.get(headline__startswith="Evacuated families")

    assert article.changed_at > article.published_at
    assert "1,900" in article.changes.get().reason
    assert article.bulletin.published_at == article.published_at


def test_the_withdrawn_article_says_why_and_is_not_public(report):
    article = Article.objects.get(withdrawn_at__isnull=False)

    assert "raw data" in article.withdrawal_note
    assert article not in Article.objects.public()


def test_pictures_have_files_for_readers_in_three_formats(report):
    shown = Variant.objects.values_list("picture_id", flat=True).distinct()

    assert shown.count() >= 12
    for pk in shown:
        formats = set(Variant.objects.filter(picture=pk).values_list("format", flat=True))
        assert formats == {"avif", "webp", "jpeg"}
        assert set(Picture.objects.get(pk=pk).alt) == {"en", "uk", "original"}


def test_the_programme_has_its_interviews_with_role_and_host(report):
    interviews = Article.objects.filter(programme__isnull=False, edition__language="en")

    assert interviews.count() >= 5
    for one in interviews:
        assert one.speaker
        assert one.speaker_role
        assert one.host == one.programme.hosts.get().agent


def test_the_home_pages_zones_are_filled_by_hand(report):
    assert set(Zone.objects.values_list("kind", flat=True)) == {
        "lead", "cluster", "second", "story",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_site_without_an_english_edition_is_refused_and_stays_empty():
    with pytest.raises(NoEdition):
        fill_demo(at=AT)

    assert not Desk.objects.exists()


def test_every_kind_of_block_is_shown_in_both_editions(report):
    shown = {
        language: {
            block["type"]
            for article in Article.objects.public().filter(edition__language=language)
            for block in article.body.get_prep_value()
        }
        for language in ("en", "uk")
    }

    assert shown["en"] == shown["uk"] == {kind.name for kind in blocks.kinds()}


def test_a_document_is_a_file_that_readers_may_take(report):
    document = Attachment.objects.get()
    body = document.file.read()

    assert document.copy.size == len(body)
    assert body.startswith(b"%PDF-1.4")
    assert body.count(b"/Type /Page ") == document.pages == 2
    assert int(body.split(b"startxref\n")[1].split()[0]) == body.index(b"xref\n0 ")
