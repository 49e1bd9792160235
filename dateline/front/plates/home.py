"""Press the home pages: what editors placed, the rest filled by time."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dateline.front import addresses
from dateline.front.plates import chronology, entries, names
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
from dateline.front.plates.newsfeed import has_label
from dateline.front.reads.editions import EditionRow
from dateline.front.reads.entry_orders import NOBODY
from dateline.front.records import Band, Card, Edition, FeedRow, HomeView, RunningStory
from dateline.press import Page, Reader, Sheet, plate

SECONDS, CLUSTER, CARDS, BAND, LAST = 4, 4, 4, 5, 3


@plate("home", importance=1, kind="edition")
class HomePlate:
    """The plate of an edition's home page; the default edition's answers at the root too."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its home."""
        yield Sheet(addresses.home(row.key.code), f"{row.key.id}")
        if row.own.default:
            yield Sheet(addresses.ROOT, f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the home page together."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id)
        if edition is None:
            return None
        around = chrome(
            with_front_links(read, edition_id, edition),
            edition.home,
            alternates=alternates(read, homes(read)),
            feeds=(feed_link(edition.brand, edition.home),),
            strip=strip(read, edition_id),
        )
        rail = read.part("rail", str(edition_id), addresses.part(edition.code, "rail"))
        return Page("home.html", chrome=around, home=home(read, edition_id, edition), rail=rail)


def homes(read: Reader) -> dict[int, str]:
    """Return the home page of every edition."""
    found = read_known(read, "edition", editions(read), "sister")
    return {pk: addresses.home(sister.code) for pk, sister in found.items()}


def home(read: Reader, edition_id: int, edition: Edition) -> HomeView:
    """Return the zones of a home page; what is in the lead does not come twice on top."""
    zones = read.get("edition", edition_id, "zones").zones
    placed = {kind: _articles(zones, kind) for kind in ("lead", "cluster", "second")}
    newest = read.window(f"articles:{edition_id}", SECONDS + 1)
    lead_ids = [*placed["lead"], *newest]
    cards = names.cards(read, edition, [*lead_ids, *placed["second"]], mixed=True)
    lead = next((pk for pk in lead_ids if pk in cards), None)
    cluster = _cluster(read, edition_id, lead, placed["cluster"])
    seconds = [pk for pk in [*placed["second"], *newest] if pk in cards and pk != lead]
    shown = list(dict.fromkeys(seconds))[:SECONDS]
    on_top = [cards[pk] for pk in ([lead] if lead else []) + shown]
    stories = [one.story_id for one in zones if one.kind == "story" and one.story_id]
    return HomeView(
        day=_day(on_top, edition),
        lead=cards[lead] if lead else None,
        cluster=cluster,
        seconds=tuple(cards[pk] for pk in shown),
        exclusives=_labelled(read, edition_id, edition, "exclusive"),
        more_exclusives=_all_of(read, edition_id, edition, "exclusive"),
        running=_running(read, edition_id, edition, stories),
        bands=_bands(read, edition_id, edition),
        opinion=_labelled(read, edition_id, edition, "opinion"),
        more_opinion=_all_of(read, edition_id, edition, "opinion"),
    )


def _articles(zones: Iterable[Any], kind: str) -> list[int]:
    """Return the articles that editors placed in a zone."""
    return [one.article_id for one in zones if one.kind == kind and one.article_id]


def _day(cards: Sequence[Card], edition: Edition) -> date | None:
    """Return the day of the newest card on top."""
    newest = max((card.published for card in cards), default=None)
    return names.local_day(newest, edition) if newest else None


def _cluster(
    read: Reader, edition_id: int, lead: int | None, placed: Sequence[int]
) -> tuple[FeedRow, ...]:
    """Return rows beside the lead: those placed there, else other articles of its story."""
    if placed:
        return names.article_rows(read, [pk for pk in placed if pk != lead])
    about = read.get("article", lead, "storied") if lead else None
    if about is None or about.story_id is None:
        return ()
    ids = read.window(f"story:{edition_id}:{about.story_id}", CLUSTER + 1)
    return names.article_rows(read, [pk for pk in ids if pk != lead][:CLUSTER])


def _labelled(read: Reader, edition_id: int, edition: Edition, label: str) -> tuple[Card, ...]:
    """Return the newest cards of a label."""
    ids = read.window(f"label:{edition_id}:{label}", CARDS)
    return tuple(names.cards(read, edition, ids).values())


def _all_of(read: Reader, edition_id: int, edition: Edition, label: str) -> str:
    """Return where all lines of a label are, "" where there is none."""
    return addresses.latest_label(edition.code, label) if has_label(read, edition_id, label) else ""


def _bands(read: Reader, edition_id: int, edition: Edition) -> tuple[Band, ...]:
    """Return the sections of the navigation as dense lists.

    One that holds opinions alone is left out: they stand as cards below, under the same word.
    """
    wanted = read.get("edition", edition_id, "nav").sections
    links = names.sections(read, edition, wanted)
    bands = []
    for pk, link in links.items():
        rows = names.article_rows(read, read.window(f"section:{edition_id}:{pk}", BAND))
        if not all(row.opinion for row in rows):
            bands.append(Band(link.text, link.address, rows))
    return tuple(bands)


def _running(
    read: Reader, edition_id: int, edition: Edition, placed: Sequence[int]
) -> tuple[RunningStory, ...]:
    """Return the running stories that editors placed, else the one that moved last."""
    ids = placed or read.window(f"stories:{edition_id}", 1)
    made = (running(read, edition, pk) for pk in ids)
    return tuple(one for one in made if one and one.entries)


def running(read: Reader, edition: Edition, story_id: int) -> RunningStory | None:
    """Return a running story with its strip and its last entries."""
    link = names.story(read, edition, story_id)
    if link is None:
        return None
    shown = read.window(f"entries:{story_id}", LAST)
    told = entries.read_entries(read, edition, story_id, link.address, shown)
    return RunningStory(
        title=link.text,
        address=link.address,
        entries=sum(read.tally(f"entrydays:{story_id}").values()),
        sources=len(read.tally(f"sources:{story_id}").keys() - {NOBODY}),
        versions=bool(told.differ),
        strip=chronology.counted_strip(read, story_id, link.address),
        last=tuple(chronology.view(told, pk) for pk in shown if pk in told.entries),
    )
