"""Press the newsfeed: the newest sheet, one sheet a day, one a label."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.front import addresses
from dateline.front.plates import names
from dateline.front.plates.frame import (
    alternates,
    argument_ids,
    chrome,
    editions,
    feed_link,
    frame,
    read_known,
    strip,
    with_front_links,
)
from dateline.front.reads.bulletins import BulletinRow, label_place
from dateline.front.reads.editions import EditionRow
from dateline.front.records import (
    LABELS,
    Alternate,
    DayLink,
    Edition,
    FeedDay,
    Filter,
    NewsfeedView,
)
from dateline.press import Page, Reader, Sheet, plate

NEWEST = 40
WHOLE_DAY = 5000
RECENT = 7
STORIES = 5


@plate("newsfeed", importance=1, kind="edition")
class NewsfeedPlate:
    """The plate of the newest lines of an edition."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its newsfeed."""
        yield Sheet(addresses.latest(row.key.code), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the newest sheet together."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id)
        if edition is None:
            return None
        days = _counted(read, edition_id, edition, read.window(_feed(edition_id), NEWEST, "row"))
        view = NewsfeedView(
            days=days,
            filters=_filters(read, edition_id, edition, ""),
            more=_older(read, edition_id, edition, days),
            recent=_recent(read, edition_id, edition),
            month=_month(edition, days),
            stories=names.story_lines(read, edition, read.window(f"stories:{edition_id}", STORIES)),
        )
        return _page(read, edition_id, edition, addresses.latest(edition.code), view)


@plate("newsfeed-day", importance=2, kind="bulletin")
class NewsfeedDayPlate:
    """The plate of one whole day of an edition's newsfeed."""

    def sheets(self, row: BulletinRow) -> Iterable[Sheet]:
        """Give the line's day its sheet."""
        address = addresses.latest_day(row.edition.code, row.day)
        yield Sheet(address, f"{row.edition.id}:{row.day.toordinal()}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put one day together, newest first; None without lines."""
        edition_id, ordinal = argument_ids(arg)
        day = date.fromordinal(ordinal)
        edition = frame(read, edition_id)
        rows = read.window(f"feedday:{edition_id}:{day.isoformat()}", WHOLE_DAY, "row")
        if edition is None or not rows:
            return None
        before, _after = read.beside(f"feeddays:{edition_id}", ordinal)
        view = NewsfeedView(
            days=(FeedDay(day, tuple(rows), len(rows)),),
            filters=_filters(read, edition_id, edition, None),
            day=day,
            newest=False,
            more=_day_address(edition, before),
            month=month_link(edition, day),
        )
        return _page(read, edition_id, edition, addresses.latest_day(edition.code, day), view)


@plate("newsfeed-label", importance=2, kind="bulletin")
class NewsfeedLabelPlate:
    """The plate of the newest lines of one label."""

    def sheets(self, row: BulletinRow) -> Iterable[Sheet]:
        """Give the line's label its sheet."""
        if row.label:
            address = addresses.latest_label(row.edition.code, row.label)
            yield Sheet(address, f"{row.edition.id}:{label_place(row.label)}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put one label's lines together; None without any."""
        edition_id, place = argument_ids(arg)
        label = LABELS[place]
        edition = frame(read, edition_id)
        rows = read.window(f"feedlabel:{edition_id}:{label}", NEWEST, "row")
        if edition is None or not rows:
            return None
        view = NewsfeedView(
            days=names.days(rows, edition),
            filters=_filters(read, edition_id, edition, label),
            label=label,
            newest=False,
        )
        return _page(read, edition_id, edition, addresses.latest_label(edition.code, label), view)


def _feed(edition_id: int) -> str:
    return f"feed:{edition_id}"


def _page(
    read: Reader, edition_id: int, edition: Edition, address: str, view: NewsfeedView
) -> Page:
    """Put the frame around a sheet of the newsfeed."""
    around = chrome(
        with_front_links(read, edition_id, edition),
        address,
        current=edition.latest,
        alternates=_alternates(read) if view.newest else (),
        feeds=(feed_link(edition.brand, edition.latest),),
        strip=strip(read, edition_id) if view.newest else None,
    )
    return Page("newsfeed.html", chrome=around, newsfeed=view)


def _alternates(read: Reader) -> tuple[Alternate, ...]:
    """Point to the newsfeeds of all editions."""
    found = read_known(read, "edition", editions(read), "sister")
    return alternates(read, {pk: addresses.latest(one.code) for pk, one in found.items()})


def _counted(
    read: Reader, edition_id: int, edition: Edition, rows: Iterable[Any]
) -> tuple[FeedDay, ...]:
    """Gather rows under days that say how many lines they have in all."""
    made = []
    for day in names.days(rows, edition):
        total = sum(read.tally(f"feedday:{edition_id}:{day.date.isoformat()}").values())
        address = addresses.latest_day(edition.code, day.date)
        made.append(replace(day, total=total, address=address))
    return tuple(made)


def _older(read: Reader, edition_id: int, edition: Edition, days: tuple[FeedDay, ...]) -> str:
    """Return where the news goes on: the rest of the last day shown, else the day before."""
    if not days:
        return ""
    last = days[-1]
    if last.total > len(last.rows):
        return last.address
    before, _after = read.beside(f"feeddays:{edition_id}", last.date.toordinal())
    return _day_address(edition, before)


def _day_address(edition: Edition, ordinal: int | None) -> str:
    """Return the address of a day of the newsfeed, "" for none."""
    if ordinal is None:
        return ""
    return addresses.latest_day(edition.code, date.fromordinal(ordinal))


def _recent(read: Reader, edition_id: int, edition: Edition) -> tuple[DayLink, ...]:
    """Return the last days that have lines, newest first."""
    found: list[DayLink] = []
    ordinal: int | None = 2**40
    while len(found) < RECENT and ordinal is not None:
        ordinal, _after = read.beside(f"feeddays:{edition_id}", ordinal)
        if ordinal is not None:
            found.append(DayLink(date.fromordinal(ordinal), _day_address(edition, ordinal)))
    return tuple(found)


def _month(edition: Edition, days: tuple[FeedDay, ...]) -> DayLink | None:
    """Point to the archive of the newest month."""
    return month_link(edition, days[0].date) if days else None


def month_link(edition: Edition, day: date) -> DayLink:
    """Point to the archive of a day's month."""
    first = day.replace(day=1)
    return DayLink(first, addresses.archive_month(edition.code, day.year, day.month))


def _filters(
    read: Reader, edition_id: int, edition: Edition, current: str | None
) -> tuple[Filter, ...]:
    """Return the labels that have lines, as filters; current None: on a day's sheet."""
    found = [Filter("", edition.latest, current == "")]
    place = -1
    while (after := read.beside(_labels(edition_id), place)[1]) is not None:
        label, place = LABELS[after], after
        address = addresses.latest_label(edition.code, label)
        found.append(Filter(label, address, label == current))
    return tuple(found)


def has_label(read: Reader, edition_id: int, label: str) -> bool:
    """Return whether an edition's newsfeed has a line of that label."""
    place = label_place(label)
    return bool(read.beside(_labels(edition_id), place - 1)[1] == place)


def _labels(edition_id: int) -> str:
    return f"feedlabels:{edition_id}"
