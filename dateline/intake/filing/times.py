"""Place a page's time in an edition's zone."""

from __future__ import annotations

from datetime import UTC, datetime, time

from dateline.staff.models import Edition


def moment(edtf: str | None, edition: Edition) -> datetime | None:
    """Return a page's EDTF day or time as aware UTC; a time without a zone is the edition's.

    A day without a time becomes noon there, so that it stays the same day in most zones.
    """
    try:
        found = datetime.fromisoformat(edtf or "")
    except ValueError:
        return None
    if edtf and "T" not in edtf:
        found = datetime.combine(found.date(), time(12))
    if found.tzinfo is None:
        found = found.replace(tzinfo=edition.tz)
    return found.astimezone(UTC)


def stamp(edtf: str, edition: Edition) -> str:
    """Return the date of a source as full EDTF: a time carries its offset."""
    at = moment(edtf, edition)
    if at is None or "T" not in edtf:
        return edtf[:10]
    return at.astimezone(edition.tz).isoformat(timespec="seconds")
