"""Settle what date an expression means, given the page's date and the date before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.intake.reading.days.calendar import (
    CalendarDay,
    agrees,
    as_date,
    edtf,
    weekday_ahead,
    weekday_back,
    with_year,
)
from dateline.intake.reading.days.expressions import Expression
from dateline.intake.reading.draft import Basis, DraftedDate
from dateline.intake.reading.sources.spans import Strength


@dataclass(frozen=True, slots=True)
class SettledDate:
    """An expression's date: for the draft, for reckoning on, and how sure it is."""

    when: DraftedDate
    day: date | None
    strength: Strength


def settle(found: Expression, *, page: date | None, before: date | None) -> SettledDate:
    """Give an expression its EDTF date.

    page: the day the page was published. before: the day of the entry before, for anaphors.
    """
    if found.explicit:
        return _explicit(found, page)
    if found.shape == "weekday":
        return _weekday(found, page)
    if found.shape == "offset":
        day = page + timedelta(days=found.offset) if page else None
        return _relative(found, day, "likely")
    if found.shape == "same_day":
        return _relative(found, before, "likely")
    return inherit(before, found)


def inherit(before: date | None, found: Expression | None = None) -> SettledDate:
    """Take over the date before: approximate, as the paragraph does not state it."""
    span = found.span if found else None
    if before is None:
        return SettledDate(
            DraftedDate(edtf=None, basis="inherited", expression=span), None, "guess"
        )
    way = found.way if found else ""
    value = f"../{before.isoformat()}" if way == "before" else f"{before.isoformat()}~"
    return SettledDate(DraftedDate(edtf=value, basis="inherited", expression=span), before, "guess")


def _explicit(found: Expression, page: date | None) -> SettledDate:
    ahead = found.role == "deadline"
    stated = found.first.year is not None
    last = with_year(found.last, page, ahead=ahead) if found.last else None
    first = with_year(found.first, page, ahead=ahead)
    if last and last.year and found.first.year is None:
        first = CalendarDay(last.year, first.month, first.day)
        if (as_date(first) or date.max) > (as_date(last) or date.max):
            first = CalendarDay(last.year - 1, first.month, first.day)
    value = _write(edtf(first), edtf(last) if last else None, found.role)
    fits = agrees(first, found.weekday)
    basis: Basis = "stated" if stated else "year_inferred"
    strength: Strength = (
        "guess" if fits is False or value is None else "sure" if stated or fits else "likely"
    )
    role = found.role if found.role in ("as_of", "since", "deadline") else "event"
    when = DraftedDate(
        edtf=value,
        basis=basis,
        role=role,  # type: ignore[arg-type]
        expression=found.span,
        weekday_agrees=fits,
    )
    return SettledDate(when, as_date(last or first), strength)


def _write(first: str | None, last: str | None, role: str) -> str | None:
    if first is None:
        return None
    if last:
        return f"{first}/{last}"
    return f"{first}/.." if role == "since" else first


def _weekday(found: Expression, page: date | None) -> SettledDate:
    if page is None or found.weekday is None:
        return _relative(found, None, "guess")
    if found.offset < 0 or found.role == "deadline":
        return _relative(found, weekday_ahead(page, found.weekday), "guess")
    return _relative(found, weekday_back(page, found.weekday, weeks=found.offset), "likely")


def _relative(found: Expression, day: date | None, strength: Strength) -> SettledDate:
    value = day.isoformat() if day else None
    role = found.role if found.role in ("as_of", "since", "deadline") else "event"
    if value and role == "since":
        value += "/.."
    when = DraftedDate(edtf=value, basis="relative", role=role, expression=found.span)  # type: ignore[arg-type]
    return SettledDate(when, day, strength if day else "guess")
