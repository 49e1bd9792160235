"""Find the date expressions of running prose, in every form a pack knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.intake.reading.days.calendar import CalendarDay
from dateline.intake.reading.rule_pack import RulePack, either
from dateline.intake.reading.sources.spans import Span, cut


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written. shape: day, month, range, weekday, offset, same_day, meanwhile, order.

    last: end of a range. offset: days, or weeks for a weekday. way: before or after, of an
    order word. explicit: a day and month, or more, stand there.
    """

    span: Span
    shape: str
    role: str = "event"
    first: CalendarDay = CalendarDay()
    last: CalendarDay | None = None
    weekday: int | None = None
    offset: int = 0
    way: str = ""

    @property
    def explicit(self) -> bool:
        return self.shape in ("day", "range", "month")


@dataclass(frozen=True)
class Patterns:
    """The compiled forms of one language."""

    forms: tuple[tuple[str, re.Pattern[str]], ...]
    prefixes: tuple[tuple[re.Pattern[str], str], ...]
    phrases: tuple[tuple[str, re.Pattern[str]], ...]


_FLAGS = re.IGNORECASE
_DASH = r"\s?[-–—]\s?"


@lru_cache
def patterns(pack: RulePack) -> Patterns:
    """Compile a pack's date forms once."""
    month, weekday, ordinal = pack.months_pattern, pack.weekdays_pattern, pack.ordinal
    year = rf"(?:,?\s(?P<year>[12]\d{{3}})(?!\d){pack.year_tail})?"
    before = rf"(?:(?P<weekday>{weekday}),?\s(?:the\s)?)?"
    after = rf"(?:,?\s\(?(?P<after>{weekday})\b\)?)?"
    number = rf"(?P<day>[0-3]?\d)(?!\d){ordinal}"
    second = rf"(?:{_DASH}|\s(?:to|and|по|до|і)\s)(?P<day2>[0-3]?\d)(?!\d){ordinal}"
    forms = (
        ("day", rf"{before}\b(?P<month>{month})\s{number}(?:{second})?{year}(?![\w:])"),
        (
            "day",
            rf"{before}(?<![\w.:,/-]){number}(?:{second})?\s(?:of\s)?(?P<month>{month})(?!\w){year}{after}",
        ),
        ("day", r"(?<![\w.:/-])(?P<year>[12]\d{3})-(?P<nmonth>[01]\d)-(?P<day>[0-3]\d)(?![\w-])"),
        (
            "day",
            r"(?<![\w.:/-])(?P<day>[0-3]?\d)\.(?P<nmonth>[01]?\d)\.(?P<year>[12]\d{3})(?![\w.])",
        ),
        ("month", rf"(?<!\w)(?P<month>{month})\s(?P<year>[12]\d{{3}})(?!\w){pack.year_tail}"),
    )
    tail = either([re.escape(word) for word in (*pack.last_words, *pack.next_words)] or [r"(?!)"])
    late = rf"(?:\s(?P<late>{tail})(?:\s(?:week|тижня))?)?"
    weekdays = rf"(?<!\w)(?:(?P<tail>{tail})\s)?(?P<weekday>{weekday})(?!\w){late}"
    compiled = tuple((shape, re.compile(form, _FLAGS)) for shape, form in forms)
    return Patterns(
        forms=(*compiled, ("weekday", re.compile(weekdays, _FLAGS))),
        prefixes=tuple(
            (re.compile(rf"(?<!\w){prefix}\s(?:the\s)?$", _FLAGS), role)
            for prefix, role in sorted(pack.prefixes.items(), key=lambda item: -len(item[0]))
        ),
        phrases=tuple(_phrases(pack)),
    )


def _phrases(pack: RulePack) -> Iterator[tuple[str, re.Pattern[str]]]:
    lists = (
        ("offset", pack.relative),
        ("same_day", pack.back_to),
        ("meanwhile", pack.meanwhile),
        ("order", pack.order),
    )
    for shape, phrases in lists:
        if phrases:
            yield (
                shape,
                re.compile(rf"(?<!\w)(?P<phrase>{either(map(re.escape, phrases))})(?!\w)", _FLAGS),
            )


def expressions(text: str, start: int, end: int, pack: RulePack) -> list[Expression]:
    """Return every date expression in text[start:end], in order, none overlapping another."""
    known = patterns(pack)
    found = [
        expression
        for shape, pattern in known.forms
        for match in pattern.finditer(text, start, end)
        if (expression := _BUILD[shape](text, match, pack))
    ]
    for shape, pattern in known.phrases:
        found += [_phrase(text, match, shape, pack) for match in pattern.finditer(text, start, end)]
    found = [_with_prefix(text, start, expression, known) for expression in _longest(found)]
    return _ranges(text, found)


def _longest(found: list[Expression]) -> list[Expression]:
    kept: list[Expression] = []
    for expression in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or expression.span.start >= kept[-1].span.end:
            kept.append(expression)
    return kept


def _day(text: str, match: re.Match[str], pack: RulePack) -> Expression | None:
    """Build a day, or a range inside one month."""
    parts = match.groupdict()
    month = int(parts["nmonth"]) if parts.get("nmonth") else pack.months[_key(parts["month"])]
    year = int(parts["year"]) if parts.get("year") else None
    first = CalendarDay(year, month, int(parts["day"]))
    last = CalendarDay(year, month, int(parts["day2"])) if parts.get("day2") else None
    if not first.possible or (last and not last.possible):
        return None
    printed = parts.get("weekday") or parts.get("after")
    weekday = pack.weekdays[_key(printed)] if printed else None
    span = cut(text, match.start(), match.end())
    return Expression(span, "range" if last else "day", first=first, last=last, weekday=weekday)


def _month(text: str, match: re.Match[str], pack: RulePack) -> Expression | None:
    first = CalendarDay(int(match["year"]), pack.months[_key(match["month"])])
    return Expression(cut(text, match.start(), match.end()), "month", first=first)


def _weekday(text: str, match: re.Match[str], pack: RulePack) -> Expression | None:
    printed = match["weekday"]
    if not printed[0].isupper() and pack.weekdays_have_capitals:
        return None
    word = (match["tail"] or match["late"] or "").casefold()
    weeks = 1 if match["late"] and word in pack.last_words else -1 if word in pack.next_words else 0
    span = cut(text, match.start(), match.end())
    return Expression(span, "weekday", weekday=pack.weekdays[_key(printed)], offset=weeks)


_BUILD: dict[str, Callable[[str, re.Match[str], RulePack], Expression | None]] = {
    "day": _day,
    "month": _month,
    "weekday": _weekday,
}


def _phrase(text: str, match: re.Match[str], shape: str, pack: RulePack) -> Expression:
    phrase = " ".join(match["phrase"].casefold().split())
    return Expression(
        cut(text, match.start(), match.end()),
        shape,
        offset=pack.relative.get(phrase, 0) if shape == "offset" else 0,
        way=pack.order.get(phrase, "") if shape == "order" else "",
    )


def _with_prefix(text: str, start: int, found: Expression, known: Patterns) -> Expression:
    """Take the preposition before a date into it, and its meaning with it."""
    if not (found.explicit or found.shape == "weekday"):
        return found
    begin = max(start, found.span.start - 40)
    window = text[begin : found.span.start]
    for pattern, role in known.prefixes:
        if match := pattern.search(window):
            span = cut(text, begin + match.start(), found.span.end)
            return replace(found, span=span, role=role)
    return found


def _ranges(text: str, found: list[Expression]) -> list[Expression]:
    """Join "from … to …" and two dates with a dash between them into one range."""
    joined: list[Expression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if before and _joins(text, before, expression):
            first = replace_year(before.first, expression.first)
            span = cut(text, before.span.start, expression.span.end)
            joined[-1] = replace(
                before, span=span, shape="range", first=first, last=expression.first, role="event"
            )
        else:
            joined.append(expression)
    return [
        replace(one, role="since") if one.role == "from" and one.shape != "range" else one
        for one in joined
    ]


def _joins(text: str, before: Expression, after: Expression) -> bool:
    if before.shape != "day" or after.shape != "day":
        return False
    between = text[before.span.end : after.span.start].strip().casefold()
    if between in ("-", "–", "—"):
        return True
    opened = before.role == "from"
    return opened and (
        between in ("to", "and", "through", "по", "")
        and (between != "" or after.role == "deadline")
    )


def replace_year(day: CalendarDay, other: CalendarDay) -> CalendarDay:
    """Give a day the year of its neighbour where it has none."""
    return CalendarDay(other.year, day.month, day.day) if day.year is None else day


def _key(printed: str) -> str:
    return " ".join(printed.casefold().rstrip(".").replace("’", "'").replace("ʼ", "'").split())
