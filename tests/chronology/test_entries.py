"""Entries: dates, rules of standing, and the two traps of child rows."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from dateline.chronology import actions
from dateline.chronology.models import Entry, Relation, Statement
from tests.cast import NOON, a_story, an_entry, ed, later

pytestmark = pytest.mark.django_db


def test_an_entry_knows_its_place_in_time_from_its_date() -> None:
    entry = an_entry(a_story(), when="2026-03-01~")

    entry.full_clean()

    assert (entry.precision, entry.approximate) == ("day", True)
    assert entry.sort_at == entry.when_from


def test_a_date_that_cannot_be_read_is_an_error_that_names_the_field() -> None:
    entry = an_entry(a_story(), when="the day before")

    with pytest.raises(ValidationError) as caught:
        entry.full_clean()

    assert "when" in caught.value.message_dict


def test_statements_keep_their_uid_over_drafts_and_publications() -> None:
    entry = actions.publish(an_entry(a_story()), by=ed(), at=NOON)
    uid = entry.statements.get().uid

    for turn in range(3):
        entry.text = {"en": f"The fire began, draft {turn}."}
        entry.save_revision(user=ed())
    entry = actions.publish(entry, by=ed(), at=later(1))

    assert entry.statements.get().uid == uid


def test_an_old_revision_gives_children_new_keys_and_relations_survive() -> None:
    story = a_story()
    entry = actions.publish(an_entry(story), by=ed(), at=NOON)
    other = actions.publish(an_entry(story, "The fire was set."), by=ed(), at=NOON)
    one, two = entry.statements.get(), other.statements.get()
    actions.relate(one.uid, two.uid, "contradicts", by=ed(), at=NOON)
    first = entry.live_revision
    entry.statements = []
    actions.publish(entry, by=ed(), at=later(1))

    first.publish(user=ed(), skip_permission_checks=True)

    again = Statement.objects.get(uid=one.uid)
    assert Relation.objects.touching(again.uid).count() == 1


def test_a_symmetric_relation_is_stored_once() -> None:
    story = a_story()
    one = actions.publish(an_entry(story), by=ed(), at=NOON).statements.get()
    two = actions.publish(an_entry(story, "No fire."), by=ed(), at=NOON).statements.get()

    actions.relate(one.uid, two.uid, "contradicts", by=ed(), at=NOON)
    actions.relate(two.uid, one.uid, "contradicts", by=ed(), at=NOON)

    assert Relation.objects.count() == 1


def test_a_standing_without_its_reason_is_refused_by_the_database() -> None:
    entry = actions.publish(an_entry(a_story()), by=ed(), at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(entry=entry).update(standing="confirmed")


def test_disputed_needs_a_contradiction_on_record() -> None:
    entry = an_entry(a_story())
    statement = entry.statements.all()[0]
    statement.standing, statement.standing_note = (
        "disputed",
        {"en": "The board and the crew differ"},
    )

    with pytest.raises(ValidationError, match="Versions differ"):
        actions.publish(entry, by=ed(), at=NOON)

    assert not Entry.objects.exists()


def test_confirmed_is_borne_out_by_our_own_check() -> None:
    entry = an_entry(a_story())
    statement = entry.statements.all()[0]
    statement.standing, statement.standing_note = (
        "confirmed",
        {"en": "Own verification: we were there"},
    )

    entry = actions.publish(entry, by=ed(), at=NOON)

    assert entry.live


@pytest.mark.parametrize("note", ["The contractor denies it.", "own verification:", "proof"])
def test_refuted_needs_our_own_proof(note: str) -> None:
    entry = an_entry(a_story())
    statement = entry.statements.all()[0]
    statement.standing, statement.standing_note = "refuted", {"en": note}

    with pytest.raises(ValidationError, match="bears out the standing “Refuted”"):
        actions.publish(entry, by=ed(), at=NOON)


def test_refuted_is_borne_out_by_what_we_have_seen() -> None:
    entry = an_entry(a_story())
    statement = entry.statements.all()[0]
    statement.standing = "refuted"
    statement.standing_note = {"uk": "Власна перевірка: запис на воротах"}

    assert actions.publish(entry, by=ed(), at=NOON).live


def test_a_denial_on_record_does_not_refute() -> None:
    story = a_story()
    entry = actions.publish(an_entry(story), by=ed(), at=NOON)
    denial = actions.publish(an_entry(story, "No fire."), by=ed(), at=NOON).statements.get()
    statement = entry.statements.get()
    actions.relate(denial.uid, statement.uid, "denies", by=ed(), at=NOON)
    statement.standing, statement.standing_note = "refuted", {"en": "The board denies it."}
    entry.statements = [statement]

    with pytest.raises(ValidationError, match="Refuted"):
        actions.publish(entry, by=ed(), at=later(1))

    statement.standing = "denied"
    assert actions.publish(entry, by=ed(), at=later(1)).live


def test_a_statement_without_any_source_is_refused_unless_it_is_our_own_voice() -> None:
    entry = an_entry(a_story())
    entry.statements.all()[0].attributions = []

    with pytest.raises(ValidationError, match="needs a speaker"):
        actions.publish(entry, by=ed(), at=NOON)

    entry.statements.all()[0].act = "asserts"
    assert actions.publish(entry, by=ed(), at=NOON).live


def test_an_old_version_keeps_the_sources_of_a_statement_deleted_since() -> None:
    entry = actions.publish(an_entry(a_story()), by=ed(), at=NOON)
    old, uid = entry.live_revision, entry.statements.get().uid
    entry.statements, entry.text = [], {"en": "The fire began at six."}
    entry = actions.publish(entry, by=ed(), at=later(5))

    entry.publish(old, user=ed())

    statement = Entry.objects.get().statements.get()
    assert statement.uid == uid
    assert str(statement.attributions.get().agent) == "Harbour Board"
