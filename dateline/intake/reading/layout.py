"""Say what each block of a source is: head, body, furniture, leak or newsfeed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dateline.intake.reading.days.dayline import day_of, read_dayline
from dateline.intake.reading.draft import DraftedText
from dateline.intake.reading.feed import PrintedFeed, find_feed
from dateline.intake.reading.header import Header, read_header, wording
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.source import Source, SourceBlock
from dateline.intake.reading.sources.spans import fold
from dateline.intake.reading.template_leaks import leak

LONGEST_HEADING = 120
MOST_WORDS = 16
HEADING_TAGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


@dataclass
class Layout:
    """Blocks by what they are; body in order, each with its kind."""

    header: Header
    feed: PrintedFeed
    body: list[tuple[SourceBlock, str]] = field(default_factory=list)
    leaks: list[SourceBlock] = field(default_factory=list)
    empty: list[SourceBlock] = field(default_factory=list)
    tags: list[DraftedText] = field(default_factory=list)
    related: list[DraftedText] = field(default_factory=list)


def lay_out(source: Source, pack: RulePack) -> Layout:
    """Divide the blocks of a source among head, newsfeed, furniture and body."""
    visible = [block for block in source.blocks if block.tag != "meta"]
    feed = find_feed(visible, pack, page=None, text=source.text)
    rest = [block for block in source.blocks if block.number not in feed.used]
    header = read_header(source, rest, pack)
    page = day_of(header.published.edtf) if header.published else None
    if feed.items and page:
        feed = find_feed(visible, pack, page=page, text=source.text)
    layout = Layout(header=header, feed=feed)
    layout.tags = [wording(one, "meta-tag") for one in rest if one.role == "tag"]
    left = [one for one in rest if one.number not in header.used and one.tag != "meta"]
    _sort(layout, left, pack)
    return layout


def _sort(layout: Layout, blocks: Sequence[SourceBlock], pack: RulePack) -> None:
    """Walk the blocks left over; a furniture heading takes the short lines after it."""
    under = ""
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        heading = _furniture(block, pack)
        if leak(block.text) == (0, len(block.text)):
            layout.leaks.append(block)
        elif heading:
            under = heading
            seen = block.inside or heading != "other"
            if not _filled(layout, block, following, pack) and seen:
                layout.empty.append(block)
        elif under and _belongs(block, under):
            _take_item(layout, block, under)
        elif block.inside and not _trail(block, pack):
            under = ""
            layout.body.append((block, _kind(block, following, pack)))
    _promote(layout)


def _furniture(block: SourceBlock, pack: RulePack) -> str:
    """Name the furniture a line heads: tags, related or other; "" when it heads none."""
    words, mark, rest = block.text.partition(":")
    key = fold(words)
    if (
        len(words) > 40
        or key not in pack.furniture
        or (rest.strip() and key not in pack.tag_headings)
    ):
        return ""
    if key in pack.tag_headings:
        return "tags"
    return "related" if key in pack.related_headings else "other"


def _filled(
    layout: Layout, block: SourceBlock, following: SourceBlock | None, pack: RulePack
) -> bool:
    """Say whether anything stands under a furniture heading; take tags on its own line."""
    words, _, rest = block.text.partition(":")
    if rest.strip():
        _take_tags(layout, block, len(words) + 1)
        return True
    if following is None or _furniture(following, pack):
        return False
    if following.number - block.number > 12:
        return False
    return not layout.feed.used.intersection(range(block.number + 1, following.number))


def _belongs(block: SourceBlock, under: str) -> bool:
    if under == "other":
        return False
    return len(block.text) <= (60 if under == "tags" else 160) and block.text[-1] not in ".;"


def _take_item(layout: Layout, block: SourceBlock, under: str) -> None:
    if under == "tags":
        _take_tags(layout, block, 0)
    else:
        layout.related.append(wording(block, "related-line"))


def _take_tags(layout: Layout, block: SourceBlock, at: int) -> None:
    for part in block.text[at:].split(","):
        word = part.strip()
        if word:
            start = block.span.start + block.text.index(part, at) + len(part) - len(part.lstrip())
            span = replace(block.span, start=start, end=start + len(word), exact=word)
            layout.tags.append(DraftedText(span=span, rule="tag-line", value=word))


def _trail(block: SourceBlock, pack: RulePack) -> bool:
    """Leave out what is no prose: date lines, breadcrumbs, captions, lone links."""
    line = read_dayline(block.text, pack)
    if line and not (line.day.day and line.day.month):
        return True
    if block.tag in ("figcaption", "td", "th", "address"):
        return True
    return fold(block.text) in (*pack.labels, *pack.feed_headings, *pack.feed_more)


def _kind(block: SourceBlock, following: SourceBlock | None, pack: RulePack) -> str:
    line = read_dayline(block.text, pack)
    if line and line.day.day and line.day.month:
        return "dayhead"
    if block.tag in HEADING_TAGS:
        return "subheading"
    if block.tag in ("p", "li", "blockquote", "pre", "dd"):
        return "paragraph"
    text = block.text
    short = len(text) <= LONGEST_HEADING and len(text.split()) <= MOST_WORDS
    headed = short and text[-1] not in '.!?:;,…"”»' and text[0] not in '"“„«—–-'
    longer = following is not None and len(following.text) > len(text)
    return "subheading" if headed and longer else "paragraph"


def _promote(layout: Layout) -> None:
    """Keep a heading that heads nothing as a paragraph's end: drop it from the body."""
    body = layout.body
    while body and body[-1][1] in ("subheading", "dayhead"):
        body.pop()


def page_day(layout: Layout) -> date | None:
    """Return the day on which the page was published, as far as it says."""
    published = layout.header.published
    return day_of(published.edtf) if published else None
