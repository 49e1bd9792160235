"""Turn what an editor types as a date into EDTF: "6 Aug", "yesterday", "from 14 Aug"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from dateline.intake.reading.days.dates import settle
from dateline.intake.reading.days.expressions import Expression, expressions
from dateline.intake.reading.packs import packs
from dateline.lib import edtf

ABOUT = re.compile(r"^(?:about|around|circa|c\.|ca\.|близько|приблизно|~)\s*", re.IGNORECASE)
DOUBT = re.compile(r"^(?:possibly|perhaps|можливо,?)\s+|\s*\?$", re.IGNORECASE)
YEAR = re.compile(r"[12]\d{3}")


class TypedDate(NamedTuple):
    """A typed date as EDTF, and where it comes from (chronology.choices.Basis)."""

    edtf: str
    basis: str


def read(text: str, *, today: date) -> TypedDate:
    """Read a date as a person types it; a day without a year is the latest not after today.

    today: the day on the editor's clock. EDTF is taken as it stands.
    Raises edtf.BadDate when nobody could tell which date is meant.
    """
    text = " ".join(text.split())
    try:
        edtf.parse(text)
    except edtf.BadDate as why:
        written, basis = _words(text, today, why)
        edtf.parse(written)
        return TypedDate(written, basis)
    return TypedDate(text, "stated")


def _words(text: str, today: date, why: edtf.BadDate) -> tuple[str, str]:
    """Return EDTF and basis of words in any language we know; raises why."""
    plain, about = ABOUT.subn("", text)
    plain, doubt = DOUBT.subn("", plain)
    if YEAR.fullmatch(plain):
        return plain + _mark(about, doubt), "stated"
    for pack in packs().values():
        raised = plain[:1].upper() + plain[1:]
        found = expressions(raised, 0, len(raised), pack)
        if len(found) != 1 or found[0].span.end - found[0].span.start < len(plain):
            continue
        settled = settle(found[0], page=today, before=None)
        if settled.when.edtf:
            written = _open(settled.when.edtf, found[0])
            return _marked(written, _mark(about, doubt)), settled.when.basis
    raise edtf.BadDate(text, why.place, "neither a date in words nor EDTF")


def _open(written: str, found: Expression) -> str:
    """Write "by 8 Aug" as an interval open at its start."""
    return f"../{written}" if found.role == "deadline" and "/" not in written else written


def _mark(about: int, doubt: int) -> str:
    """Return EDTF's sign for about, doubtful, or both."""
    return {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (bool(about), bool(doubt)), ""
    )


def _marked(written: str, mark: str) -> str:
    """Put the sign to every side that is a date."""
    sides = written.split("/")
    return "/".join(side if side == edtf.OPEN else side + mark for side in sides)
