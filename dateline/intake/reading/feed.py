"""Read a newsfeed: times, each followed by an optional label and a headline, under day headings.

A feed is four or more times that stand alone or open a line. Its dates never date the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.intake.reading.days.calendar import CalendarDay
from dateline.intake.reading.days.dayline import Dayline, moment, read_dayline
from dateline.intake.reading.draft import DraftedLine, DraftedText
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.source import SourceBlock
from dateline.intake.reading.sources.spans import Span, cut, fold

ALONE = re.compile(r"(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9]")
OPENING = re.compile(r"((?:[01]?[0-9]|2[0-3])[:.][0-5][0-9])(?:\s?[–—|-]\s?|\s{1,4})(?=\S)")
FEWEST = 4
WIDEST = 9


@dataclass(frozen=True, slots=True)
class Dayhead:
    """A day heading of a feed, of one or two lines."""

    line: Dayline
    spans: tuple[Span, ...]
    last: int


@dataclass(frozen=True, slots=True)
class PrintedFeed:
    """What was found: items, the numbers of all blocks that belong to the feed, its first day."""

    items: tuple[DraftedLine, ...] = ()
    used: frozenset[int] = frozenset()
    first_day: date | None = None
    first_day_span: Span | None = None


@dataclass(frozen=True, slots=True)
class FeedTime:
    """A time of a feed: the place of its block, and whether the headline stands beside it."""

    place: int
    span: Span
    inline: int = 0


def find_feed(
    blocks: Sequence[SourceBlock], pack: RulePack, *, page: date | None, text: str
) -> PrintedFeed:
    """Return the longest feed among the blocks; page: the day that dates a feed without days."""
    run = max(_runs(_ticks(blocks, text)), key=len, default=[])
    run = _without_header(run, blocks, pack)
    if len(run) < FEWEST:
        return PrintedFeed()
    return _Reader(blocks, pack, text, page).read(run)


def _ticks(blocks: Sequence[SourceBlock], text: str) -> list[FeedTime]:
    ticks = []
    for place, block in enumerate(blocks):
        words = block.text
        if ALONE.fullmatch(words):
            ticks.append(FeedTime(place, block.span))
        elif match := OPENING.match(words):
            start = block.span.start
            span = cut(text, start, start + match.end(1))
            ticks.append(FeedTime(place, span, start + match.end()))
    return ticks


def _runs(ticks: list[FeedTime]) -> list[list[FeedTime]]:
    """Part the times where too many blocks lie between two of them."""
    runs: list[list[FeedTime]] = []
    for tick in ticks:
        if not runs or tick.place - runs[-1][-1].place > WIDEST:
            runs.append([])
        runs[-1].append(tick)
    return runs


def _without_header(
    run: list[FeedTime], blocks: Sequence[SourceBlock], pack: RulePack
) -> list[FeedTime]:
    """Leave the page's own time out: it follows a full date and breaks the feed's order."""
    if len(run) < 3 or run[0].inline or run[0].place == 0:
        return run
    before = read_dayline(blocks[run[0].place - 1].text, pack)
    if before is None or not before.full:
        return run
    usual = sorted(later.place - tick.place for tick, later in zip(run[1:], run[2:], strict=False))
    first_gap = run[1].place - run[0].place
    clocks = [tick.span.exact.zfill(5) for tick in run]
    falling = clocks[1] >= clocks[-1]
    breaks = clocks[0] < clocks[1] if falling else clocks[0] > clocks[1]
    return run[1:] if first_gap > usual[len(usual) // 2] + 1 or breaks else run


class _Reader:
    """A walk over the blocks of one feed that keeps the day at which it is."""

    def __init__(
        self, blocks: Sequence[SourceBlock], pack: RulePack, text: str, page: date | None
    ) -> None:
        self.blocks, self.pack, self.text = blocks, pack, text
        self.page = page
        self.day: date | None = None
        self.day_spans: tuple[Span, ...] = ()

    def read(self, run: list[FeedTime]) -> PrintedFeed:
        """Make the items; a day heading belongs to the times after it."""
        used: set[int] = set()
        items: list[DraftedLine] = []
        first = self._open(run[0], used)
        for number, tick in enumerate(run):
            stop = run[number + 1].place if number + 1 < len(run) else self._end(tick)
            following, heading = self._split(tick.place + 1, stop, last=number + 1 == len(run))
            item = self._item(tick, following)
            used.update(self.blocks[place].number for place in range(tick.place, stop))
            if item:
                items.append(item)
            if heading:
                self._turn(heading)
        start = first.spans[0] if first and self.day else None
        opened = first.line.date if first and first.line.full else None
        return PrintedFeed(tuple(items), frozenset(used), opened, start)

    def _open(self, tick: FeedTime, used: set[int]) -> Dayhead | None:
        """Take the day heading and the feed's own heading that stand before the first time."""
        place = tick.place - 1
        heading = self._heading_ending(place)
        if heading:
            self._turn(heading)
            place -= len(heading.spans)
            used.update(self.blocks[place + 1 + step].number for step in range(len(heading.spans)))
        if place >= 0 and _heading(self.blocks[place].text) in self.pack.feed_headings:
            used.add(self.blocks[place].number)
        return heading

    def _heading_ending(self, place: int) -> Dayhead | None:
        for size in (2, 1):
            begin = place - size + 1
            heading = self._heading_at(begin, place + 1) if begin >= 0 else None
            if heading and heading.last == place:
                return heading
        return None

    def _heading_at(self, place: int, stop: int) -> Dayhead | None:
        """Read a day heading of two lines or one at a place."""
        for size in (2, 1):
            if place + size > stop:
                continue
            blocks = self.blocks[place : place + size]
            line = read_dayline(" ".join(block.text for block in blocks), self.pack)
            if line and line.day.day and line.day.month and not line.clock and not line.other:
                return Dayhead(line, tuple(block.span for block in blocks), place + size - 1)
        return None

    def _turn(self, heading: Dayhead) -> None:
        day = heading.line.day
        year = day.year or (self.day.year if self.day else self.page.year if self.page else None)
        if year and day.month and day.day and CalendarDay(year, day.month, day.day).possible:
            self.day = date(year, day.month, day.day)
            self.day_spans = heading.spans

    def _split(
        self, start: int, stop: int, *, last: bool
    ) -> tuple[list[SourceBlock], Dayhead | None]:
        """Part what follows a time from the day heading before the next one."""
        for place in range(start, stop):
            heading = self._heading_at(place, stop)
            if heading and heading.last == stop - 1 and not last:
                return list(self.blocks[start:place]), heading
        return [block for block in self.blocks[start:stop] if not self._more(block)], None

    def _more(self, block: SourceBlock) -> bool:
        return _heading(block.text) in (*self.pack.feed_more, *self.pack.feed_headings)

    def _end(self, tick: FeedTime) -> int:
        """Find where the last item stops: at "More news", or after its label and headline."""
        limit = min(len(self.blocks), tick.place + 4)
        for place in range(tick.place + 1, limit):
            if self._more(self.blocks[place]):
                return place + 1
        wanted = 1 if tick.inline else 2
        labelled = (
            tick.place + 1 < limit and fold(self.blocks[tick.place + 1].text) in self.pack.labels
        )
        return min(limit, tick.place + wanted + (1 if labelled else 0))

    def _item(self, tick: FeedTime, following: list[SourceBlock]) -> DraftedLine | None:
        block = self.blocks[tick.place]
        headline = cut(self.text, tick.inline, block.span.end) if tick.inline else None
        label: DraftedText | None = None
        rest = list(following)
        if headline is None and rest and fold(rest[0].text) in self.pack.labels and len(rest) > 1:
            first = rest.pop(0)
            label = DraftedText(
                span=first.span, rule="feed-label", strength="sure", value=first.text
            )
        if headline is None and rest:
            headline = rest.pop(0).span
        if headline is None:
            return None
        label, headline = self._inline_label(label, headline)
        return DraftedLine(
            span=headline,
            rule="feed-item",
            strength="sure" if self.day else "likely",
            headline=headline.exact,
            time=tick.span,
            edtf=self._moment(tick, block),
            label=label,
            days=self.day_spans,
            text=tuple(one.span for one in rest),
        )

    def _inline_label(
        self, label: DraftedText | None, headline: Span
    ) -> tuple[DraftedText | None, Span]:
        """Part "EXCLUSIVE: headline" on one line."""
        word, mark, rest = headline.exact.partition(":")
        if label or not mark or not rest.strip() or fold(word) not in self.pack.labels:
            return label, headline
        start = headline.start
        span = cut(self.text, start, start + len(word))
        begin = headline.end - len(rest.lstrip())
        found = DraftedText(span=span, rule="feed-label", strength="likely", value=word)
        return found, cut(self.text, begin, headline.end)

    def _moment(self, tick: FeedTime, block: SourceBlock) -> str | None:
        stamped = moment(block.stamp) if block.stamp else None
        if stamped and "T" in stamped[0]:
            return stamped[0]
        day = self.day or self.page
        clock = tick.span.exact.replace(".", ":").zfill(5)
        return f"{day.isoformat()}T{clock}:00" if day else None


def _heading(text: str) -> str:
    return fold(text.lstrip("•·*-–—▪●# \t").rstrip(": →»>"))
