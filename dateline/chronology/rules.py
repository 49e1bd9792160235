"""The rules a statement must keep before it is published: standing, sources, independence."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from dateline.lib import multilingual
from dateline.stories.models import Correction

from .choices import AttributionRole, RelationKind, SourceAct, Standing
from .models import Entry, Relation, Statement

OWN_CHECKS = ("own verification:", "власна перевірка:")
"""How a reason begins that is the newsroom's own check: what was seen, and where."""


def breaches(entry: Entry) -> list[str]:
    """Return what keeps this entry from being published, in words; empty when nothing does."""
    found: list[str] = []
    statements = list(entry.statements.all())
    if not statements and not entry.text:
        found.append(str(_("An entry needs a text or a statement.")))
    for statement in statements:
        found += _sources(statement)
        found += _standing(statement)
    return found


def _sources(statement: Statement) -> list[str]:
    found = []
    attributions = list(statement.attributions.all())
    speakers = [one for one in attributions if one.role == AttributionRole.SPEAKER]
    if statement.act == SourceAct.ASSERTS and speakers:
        found.append(str(_("What we assert ourselves has no speaker: %s") % statement))
    if statement.act != SourceAct.ASSERTS and not attributions:
        found.append(str(_("This statement needs a speaker or an outlet: %s") % statement))
    for one in attributions:
        if one.unnamed_as and not one.agent_id and not one.unnamed_reason:
            found.append(str(_("Say why the source is not named: %s") % one))
    return found


def _standing(statement: Statement) -> list[str]:
    if statement.standing == Standing.CLAIMED:
        return []
    if not multilingual.original(statement.standing_note):
        return [str(_("A standing other than claimed needs its reason: %s") % statement)]
    uid = statement.uid
    kept = {
        Standing.DENIED: Relation.objects.filter(to_uid=uid, kind=RelationKind.DENIES).exists,
        Standing.DISPUTED: Relation.objects.touching(uid)
        .filter(kind=RelationKind.CONTRADICTS)
        .exists,
        Standing.CORRECTED: Correction.objects.on("statement", uid).exists,
        Standing.CONFIRMED: lambda: is_confirmed(statement),
        Standing.REFUTED: lambda: is_checked(statement),
    }[Standing(statement.standing)]
    if kept():
        return []
    return [
        str(
            _("Nothing on record bears out the standing “%(standing)s”: %(statement)s")
            % {"standing": statement.get_standing_display(), "statement": statement}
        )
    ]


def is_checked(statement: Statement) -> bool:
    """Return whether the reason is our own check and says what was seen.

    Another side's word, be it a denial, refutes nothing.
    """
    notes = multilingual.texts(statement.standing_note).values()
    return any(seen_in(note) for note in notes)


def seen_in(note: str) -> str:
    """Return what we saw ourselves, by a reason in one language; "" where it says no such thing."""
    opening = next((one for one in OWN_CHECKS if note.lower().startswith(one)), "")
    return note[len(opening) :].strip() if opening else ""


def is_confirmed(statement: Statement) -> bool:
    """Return whether another side confirms it by another way, or we checked it ourselves."""
    if is_checked(statement):
        return True
    own_sides, own_ways = _sides(statement), _ways(statement)
    confirming = Relation.objects.filter(
        to_uid=statement.uid, kind=RelationKind.CONFIRMS
    ).values_list("from_uid", flat=True)
    for other in Statement.objects.public().filter(uid__in=confirming):
        if not (_sides(other) & own_sides) and not (_ways(other) & own_ways):
            return True
    return False


def _sides(statement: Statement) -> set[int]:
    return {
        one.agent.side_id or one.agent_id
        for one in statement.attributions.all()
        if one.role == AttributionRole.SPEAKER and one.agent
    }


def _ways(statement: Statement) -> set[int]:
    return {
        one.agent_id
        for one in statement.attributions.all()
        if one.role == AttributionRole.VIA and one.agent_id
    }
