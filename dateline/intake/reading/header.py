"""Read the head of a page: site name, label, headline, date and time, lead, byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.intake.reading.days.calendar import agrees, edtf
from dateline.intake.reading.days.dayline import Dayline, day_of, moment, read_dayline
from dateline.intake.reading.days.expressions import expressions
from dateline.intake.reading.draft import DraftedText, DraftedTime
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.source import Source, SourceBlock
from dateline.intake.reading.sources.spans import Span, Strength, fold
from dateline.intake.reading.template_leaks import leak

ZONE = 14  # blocks in which a head ends
LONGEST_HEADLINE = 220
LEAST_LEAD = 40
LONGEST_DATE_LINE = 120
_CRUMBS = re.compile(r"\s[/>»›|]\s.*\s[/>»›|]\s")
_MARKS = '"“„«'


@dataclass
class Header:
    """The head's fields, and the numbers of the blocks they took."""

    site_name: DraftedText | None = None
    label: DraftedText | None = None
    headline: DraftedText | None = None
    published: DraftedTime | None = None
    lead: DraftedText | None = None
    byline: DraftedText | None = None
    used: set[int] = field(default_factory=set)


def read_header(source: Source, blocks: Sequence[SourceBlock], pack: RulePack) -> Header:
    """Read the head from a page's metadata where it has some, else from its first blocks.

    blocks: the source's blocks without its newsfeed.
    """
    header = Header()
    plain = [block for block in blocks if block.tag != "meta"]
    meta = {block.role: block for block in reversed(blocks) if block.tag == "meta"}
    header.used.update(block.number for block in meta.values())
    _date(header, plain, meta, pack)
    _headline(header, plain, meta, pack)
    _short_lines(header, plain, meta, pack)
    _lead(header, plain, meta, pack)
    return header


def wording(block: SourceBlock, rule: str, strength: Strength = "likely") -> DraftedText:
    """Take a block as it stands, its white space made single."""
    return DraftedText(
        span=block.span, rule=rule, strength=strength, value=" ".join(block.text.split())
    )


def _date(
    header: Header, plain: Sequence[SourceBlock], meta: dict[str, SourceBlock], pack: RulePack
) -> None:
    """Prefer the page's own metadata, then <time>, then a line that is only a date."""
    known = meta.get("published")
    found = moment(known.text) if known else None
    if known and found:
        header.published = _stamped(known.span, found, "meta-published", "sure")
        _mark_printed(header, plain, pack)
        return
    for number, block in enumerate(plain):
        line = _own_date(block, pack)
        if line is None:
            continue
        clock = _clock_after(plain, number, pack) if not line.clock else None
        header.published = _printed(block, line, clock)
        header.used.add(block.number)
        if clock:
            header.used.add(clock[0].number)
        return
    _from_time_element(header, plain)
    if header.published is None:
        _from_short_line(header, plain, pack)


def _own_date(block: SourceBlock, pack: RulePack) -> Dayline | None:
    """Read a block as the page's date: full, and no line about an update or a copyright."""
    line = read_dayline(block.text, pack)
    if line is None or not line.full or "©" in block.text:
        return None
    return None if set(line.other).intersection(_first_words(pack.update_words)) else line


def _first_words(phrases: Sequence[str]) -> set[str]:
    return {phrase.split()[-1] for phrase in phrases}


def _clock_after(
    plain: Sequence[SourceBlock], number: int, pack: RulePack
) -> tuple[SourceBlock, Dayline] | None:
    following = plain[number + 1] if number + 1 < len(plain) else None
    line = read_dayline(following.text, pack) if following else None
    if following and line and line.clock and line.day.day is None:
        return following, line
    return None


def _printed(
    block: SourceBlock, line: Dayline, clock: tuple[SourceBlock, Dayline] | None
) -> DraftedTime:
    spans = (block.span, clock[0].span) if clock else (block.span,)
    time = clock[1].clock if clock else line.clock
    day = edtf(line.day) or ""
    fits = agrees(line.day, line.weekday)
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return DraftedTime(
        span=spans[0],
        rule="date-line",
        strength="guess" if fits is False else "sure" if fits or time else "likely",
        edtf=f"{day}T{time}" if time else day,
        weekday=names[line.weekday] if line.weekday is not None else None,
        weekday_agrees=fits,
        zone=(clock[1].zone if clock else None) or line.zone,
        spans=spans,
    )


def _stamped(
    span: Span, found: tuple[str, str | None], rule: str, strength: Strength
) -> DraftedTime:
    return DraftedTime(
        span=span, rule=rule, strength=strength, edtf=found[0], zone=found[1], spans=(span,)
    )


def _from_time_element(header: Header, plain: Sequence[SourceBlock]) -> None:
    for inside in (True, False):
        for block in plain:
            found = moment(block.stamp) if block.stamp and block.inside is inside else None
            if found and len(block.text) <= LONGEST_HEADLINE:
                header.published = _stamped(block.span, found, "time-element", "likely")
                if read_dayline(block.text, _PLAIN) or len(block.text) < 60:
                    header.used.add(block.number)
                return


def _from_short_line(header: Header, plain: Sequence[SourceBlock], pack: RulePack) -> None:
    """Take the one full date in a short line ("Posted by … on 3 March 2024"), as a guess."""
    for block in plain:
        if len(block.text) > LONGEST_DATE_LINE or not block.inside or "©" in block.text:
            continue
        if _first_words(pack.update_words).intersection(fold(block.text).split()):
            continue
        found = expressions(block.text, 0, len(block.text), pack)
        full = [one for one in found if one.shape == "day" and one.first.year]
        if len(full) == 1 and block.text[-1] not in ".!?":
            line = Dayline(day=full[0].first, weekday=full[0].weekday)
            header.published = replace(
                _printed(block, line, None), rule="date-in-line", strength="guess"
            )
            return


def _mark_printed(header: Header, plain: Sequence[SourceBlock], pack: RulePack) -> None:
    """Take the date line that repeats the metadata out of the body."""
    day = day_of(header.published.edtf) if header.published else None
    for block in plain:
        line = read_dayline(block.text, pack)
        if line and line.full and line.date == day:
            header.used.add(block.number)


_PLAIN = RulePack(code="und")


def _headline(
    header: Header, plain: Sequence[SourceBlock], meta: dict[str, SourceBlock], pack: RulePack
) -> None:
    """Take the <h1> that the metadata confirms, else the metadata's, else the first fit line."""
    known = meta.get("headline")
    titles = [block for block in plain if block.tag == "h1" and 3 <= len(block.text) <= 400]
    if known:
        same = [
            one for one in plain if one.tag[:1] in ("h", "p", "") and _same(one.text, known.text)
        ]
        same.sort(key=lambda one: one.tag != "h1")
        chosen, rule = (same[0], "headline-confirmed") if same else (known, "meta-headline")
        header.headline = wording(chosen, rule, "sure" if same else "likely")
    elif titles:
        chosen = titles[0]
        header.headline = wording(chosen, "first-h1", "likely")
    else:
        found = next((one for one in plain[:ZONE] if _fit(one, header, plain, pack)), None)
        if found is None:
            return
        chosen = found
        strength: Strength = "sure" if header.published else "likely"
        header.headline = wording(found, "first-line", strength)
    header.used.add(chosen.number)


def _same(words: str, other: str) -> bool:
    one, two = fold(words), fold(other)
    return len(one) >= 3 and (one == two or (len(one) >= 12 and two.startswith(one)))


def _fit(block: SourceBlock, header: Header, plain: Sequence[SourceBlock], pack: RulePack) -> bool:
    """Ask whether a line can be a headline: words enough, no label, date, byline or trail."""
    text = block.text
    if block.number in header.used or len(text) > LONGEST_HEADLINE or leak(text):
        return False
    if fold(text.rstrip(":")) in (*pack.labels, *pack.furniture) or _CRUMBS.search(text):
        return False
    if _is_byline(block, pack) or read_dayline(text, pack) or text[-1] in ";,:":
        return False
    if _site_like(text):
        return all(_site_like(one.text) or one.number in header.used for one in plain[:ZONE])
    return True


def _site_like(text: str) -> bool:
    return len(text.split()) <= 3 and len(text) <= 40 or text.isupper() and len(text) <= 30


def _is_byline(block: SourceBlock, pack: RulePack) -> bool:
    words = fold(block.text)
    return len(words) <= 80 and any(
        words.startswith((f"{opening} ", f"{opening}: ")) for opening in pack.bylines
    )


def _short_lines(
    header: Header, plain: Sequence[SourceBlock], meta: dict[str, SourceBlock], pack: RulePack
) -> None:
    """Find label, site name and byline around the headline."""
    for role in ("site_name", "byline"):
        if role in meta:
            setattr(header, role, wording(meta[role], f"meta-{role.replace('_', '-')}", "sure"))
    limit = header.headline.span.end if header.headline else -1
    for block in plain[:ZONE]:
        if block.number in header.used:
            continue
        if header.label is None and fold(block.text) in pack.labels:
            header.label = wording(block, "label-list", "sure")
        elif _is_byline(block, pack):
            header.byline = header.byline or wording(block, "byline")
        elif header.site_name is None and block.span.end < limit and _names_site(block, pack):
            header.site_name = wording(block, "line-before-headline")
        else:
            continue
        header.used.add(block.number)


def _names_site(block: SourceBlock, pack: RulePack) -> bool:
    return (
        block.tag in ("", "p", "div", "a")
        and len(block.text) <= 40
        and len(block.text.split()) <= 5
        and read_dayline(block.text, pack) is None
        and leak(block.text) is None
    )


def _lead(
    header: Header, plain: Sequence[SourceBlock], meta: dict[str, SourceBlock], pack: RulePack
) -> None:
    """Take the first paragraph after the headline, or the standfirst that the metadata repeats."""
    known = meta.get("lead")
    after = (
        header.headline.span.end
        if header.headline and header.headline.rule != "meta-headline"
        else 0
    )
    for block in plain:
        if block.span.start < after or block.number in header.used or not block.inside:
            continue
        if _can_lead(block, pack):
            header.lead = wording(block, "first-paragraph")
            header.used.add(block.number)
            return
    if known and header.lead is None:
        header.lead = wording(known, "meta-lead")


def _can_lead(block: SourceBlock, pack: RulePack) -> bool:
    return (
        len(block.text) >= LEAST_LEAD
        and block.text[0] not in _MARKS
        and block.tag not in ("h1", "h2", "h3", "li", "figcaption", "td")
        and leak(block.text) is None
        and read_dayline(block.text, pack) is None
        and not _is_byline(block, pack)
    )
