"""Articles: identity, publication, dates, corrections, holds."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Act
from dateline.stories import actions
from dateline.stories.models import Article, Correction, CorrectionIsFinal, CorrectionText
from dateline.stories.models.holds import Held
from tests.cast import NOON, an_article, ed, editions, later

pytestmark = pytest.mark.django_db


def test_publishing_makes_an_article_live_with_its_dates_its_log_and_its_line() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)

    assert article.live
    assert article.published_at == NOON
    assert article.changed_at is None
    assert Act.objects.about(article.uid).get().verb == "publish"
    assert Bulletin.objects.get(article=article).published_at == NOON


def test_a_minor_change_keeps_every_date_and_the_address() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)
    before = (article.slug, article.short_id, article.published_at)

    article.headline = "Ferries run again, all of them"
    article = actions.publish(article, by=ed(), at=later(30))

    assert (article.slug, article.short_id, article.published_at) == before
    assert article.changed_at is None
    assert Bulletin.objects.get(article=article).headline == "Ferries run again, all of them"


def test_a_material_change_needs_a_reason_and_moves_one_date() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)

    with pytest.raises(ValidationError):
        actions.publish_update(article, by=ed(), at=later(5), reason=" ")
    article = actions.publish_update(article, by=ed(), at=later(5), reason="The board answered")

    assert (article.published_at, article.changed_at) == (NOON, later(5))
    assert "updated" in article.all_labels()
    assert article.changes.get().reason == "The board answered"


def test_a_correction_keeps_the_version_it_corrects_and_is_final() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)
    first = article.live_revision
    article.headline = "Ferries run again on two lines"

    actions.publish_correction(
        article,
        CorrectionText.in_language("en", "All lines", "Two lines of five"),
        by=ed(),
        at=later(9),
    )

    correction = Correction.objects.get()
    assert correction.revision == first
    with pytest.raises(CorrectionIsFinal):
        correction.delete()
    with pytest.raises(CorrectionIsFinal):
        Correction.objects.all().delete()


def test_an_old_revision_never_brings_back_dates_or_identity() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)
    first = article.live_revision
    kept = (article.uid, article.short_id)
    article = actions.publish_update(article, by=ed(), at=later(5), reason="New figures")

    first.publish(user=ed(), skip_permission_checks=True)

    article = Article.objects.get(pk=article.pk)
    assert (article.uid, article.short_id) == kept
    assert article.changed_at == later(5)


def test_a_hold_forbids_publication_and_only_a_person_lifts_it() -> None:
    article = an_article()
    article.save()
    held = actions.hold(article, kind="legal", reason="With the lawyers.", by=ed(), at=NOON)

    with pytest.raises(Held):
        actions.publish(article, by=ed(), at=later(1))
    with pytest.raises(ValidationError):
        actions.lift(held, by=None, at=later(2), target=article)
    actions.lift(held, by=ed(), at=later(3), target=article)

    assert actions.publish(article, by=ed(), at=later(4)).live


def test_a_hold_on_a_live_article_takes_it_out_of_what_is_public() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)

    actions.hold(article, kind="safety", reason="A source is at risk.", by=ed(), at=later(1))

    assert not Article.objects.public().exists()
    assert not Bulletin.objects.public().exists()


def test_language_versions_share_the_short_id_and_a_material_change_marks_them_behind() -> None:
    english, ukrainian = editions()
    article = actions.publish(an_article(edition=english), by=ed(), at=NOON)
    sister = an_article(edition=ukrainian, translation_key=article.translation_key)
    sister = actions.publish(sister, by=ed(), at=later(10))

    actions.publish_update(article, by=ed(), at=later(20), reason="The board answered")

    sister.refresh_from_db()
    assert sister.short_id == article.short_id
    assert sister.uid != article.uid
    assert sister.behind_since == later(20)


def test_a_withdrawn_article_stays_withdrawn() -> None:
    article = actions.publish(an_article(), by=ed(), at=NOON)

    actions.withdraw(article, by=ed(), at=later(1), note="The document was forged.")

    assert not Article.objects.public().exists()
    assert not Bulletin.objects.get(article=article).live
    with pytest.raises(ValidationError):
        actions.publish(article, by=ed(), at=later(2))


def test_a_failed_publication_saves_nothing() -> None:
    with pytest.raises(ValidationError):
        actions.publish(an_article(headline=""), by=ed(), at=NOON)

    assert not Article.objects.exists()
    assert not Bulletin.objects.exists()


def test_saving_sets_quotation_marks_and_dashes_as_the_language_does() -> None:
    article = an_article(
        'Board says "no" - again',
        body=[("paragraph", '<p>"No," she said - twice.</p>'), ("heading", 'The "plan"')],
    )

    article.save()

    assert article.headline == "Board says “no” – again"
    assert str(article.body[0].value.source) == "<p>“No,” she said – twice.</p>"
    assert article.body[1].value == "The “plan”"


def test_an_opinion_cannot_be_an_exclusive() -> None:
    article = an_article()
    article.labels = ["exclusive", "opinion"]

    with pytest.raises(ValidationError, match="cannot be an exclusive"):
        actions.publish(article, by=ed(), at=NOON)
