"""Press the fronts of sections and the pages of tags."""

from collections.abc import Iterable, Sequence

from dateline.front import addresses
from dateline.front.plates import names
from dateline.front.plates.frame import (
    GoneForGood,
    alternates,
    argument_ids,
    chrome,
    editions,
    feed_link,
    frame,
    rail,
    read_known,
    strip,
    with_front_links,
)
from dateline.front.reads.sections import NamedRow
from dateline.front.records import Alternate, Edition, FeedDay, SectionView, TagView
from dateline.press import Page, Reader, Sheet, plate

MOST = 60
SECONDS = 4
STORIES = 5


@plate("section", importance=2, kind="section")
class SectionPlate(GoneForGood):
    """The plate of a section's front page in every edition whose language names the section."""

    def sheets(self, row: NamedRow) -> Iterable[Sheet]:
        """Give a section an address in each of its editions."""
        for edition in row.editions:
            named = row.named(edition.language)
            if named:
                address = addresses.section(edition.code, named.slug)
                yield Sheet(address, f"{edition.id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the front together: the newest large, the rest by day."""
        edition_id, section_id = argument_ids(arg)
        edition = frame(read, edition_id)
        named = read.get("section", section_id, "front", edition.language) if edition else None
        if edition is None or named is None:
            return None
        address = addresses.section(edition.code, named.slug)
        ids = read.window(f"section:{edition_id}:{section_id}", MOST)
        top = tuple(names.cards(read, edition, ids[: SECONDS + 1]).values())
        stories = read.window(f"storysection:{edition_id}:{section_id}", STORIES)
        view = SectionView(
            name=named.name,
            address=address,
            line=named.line,
            lead=top[0] if top else None,
            seconds=top[1:],
            stories=names.story_lines(read, edition, stories),
            days=_days(read, edition, ids[SECONDS + 1 :]),
            more=_older(read, edition, ids),
        )
        around = chrome(
            with_front_links(read, edition_id, edition),
            address,
            current=address,
            alternates=named_alike(read, "section", section_id),
            feeds=(feed_link(named.name, address),),
            strip=strip(read, edition_id),
        )
        return Page("section.html", chrome=around, section=view, rail=rail(read, edition))


@plate("tag", importance=3, kind="tag")
class TagPlate(GoneForGood):
    """The plate of a tag's page in every edition whose language names the tag."""

    def sheets(self, row: NamedRow) -> Iterable[Sheet]:
        """Give a tag an address in each of its editions."""
        for edition in row.editions:
            named = row.named(edition.language)
            if named:
                address = addresses.tag(edition.code, named.slug)
                yield Sheet(address, f"{edition.id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the tag's articles together by day."""
        edition_id, tag_id = argument_ids(arg)
        edition = frame(read, edition_id)
        named = read.get("tag", tag_id, "front", edition.language) if edition else None
        if edition is None or named is None:
            return None
        address = addresses.tag(edition.code, named.slug)
        ids = read.window(f"tag:{edition_id}:{tag_id}", MOST)
        view = TagView(
            name=named.name,
            address=address,
            line=named.line,
            days=_days(read, edition, ids),
            more=_older(read, edition, ids),
        )
        around = chrome(edition, address, alternates=tags_alike(read, tag_id))
        return Page("tag.html", chrome=around, tag=view, rail=rail(read, edition))


def _days(read: Reader, edition: Edition, ids: Sequence[int]) -> tuple[FeedDay, ...]:
    """Return articles as rows under their days."""
    return names.days(names.article_rows(read, ids), edition)


def _older(read: Reader, edition: Edition, ids: Sequence[int]) -> str:
    """Return the archive of the month where a full list ends, "" when all is shown."""
    if len(ids) < MOST:
        return ""
    last = read.get("article", ids[-1], "line")
    if last is None:
        return ""
    day = names.local_day(last.published, edition)
    return addresses.archive_month(edition.code, day.year, day.month)


def named_alike(read: Reader, kind: str, item_id: int) -> tuple[Alternate, ...]:
    """Point to the same section in the other editions that name it."""
    places = {}
    for pk, sister in read_known(read, "edition", editions(read), "sister").items():
        name = read.get(kind, item_id, "name", sister.language)
        if name:
            places[pk] = addresses.section(sister.code, name.slug)
    return alternates(read, places)


def tags_alike(read: Reader, tag_id: int) -> tuple[Alternate, ...]:
    """Point to the same tag in the other editions that name it."""
    places = {}
    for pk, sister in read_known(read, "edition", editions(read), "sister").items():
        name = read.get("tag", tag_id, "name", sister.language)
        if name:
            places[pk] = addresses.tag(sister.code, name.slug)
    return alternates(read, places)
