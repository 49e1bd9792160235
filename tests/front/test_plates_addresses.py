"""Every address of the information architecture, spelled once."""

from datetime import date

import pytest

from dateline.front import addresses
from dateline.lib.urls import safe_path

DAY = date(2024, 9, 21)
PAGE = addresses.article("en", DAY, "putins-main-task", "4nyfq2p")
STORY = addresses.story("en", "kursk")
UID = "0b9c7f0e-1111-4222-8333-444455556666"


@pytest.mark.parametrize(
    ("address", "spelled"),
    [
        (addresses.home("en"), "/en/"),
        (addresses.section("uk", "viina"), "/uk/viina/"),
        (addresses.latest("en"), "/en/latest/"),
        (addresses.latest_day("en", DAY), "/en/latest/2024-09-21/"),
        (addresses.latest_label("en", "exclusive"), "/en/latest/exclusive/"),
        (addresses.feed(addresses.latest("en")), "/en/latest/feed.rss"),
        (addresses.feed(addresses.home("en"), "atom"), "/en/feed.atom"),
        (PAGE, "/en/2024/09/21/putins-main-task-4nyfq2p/"),
        (addresses.archive_day("en", DAY), "/en/2024/09/21/"),
        (addresses.archive_month("en", 2024, 9), "/en/2024/09/"),
        (addresses.archive_year("en", 2024), "/en/2024/"),
        (STORY, "/en/story/kursk/"),
        (addresses.story_newest(STORY), "/en/story/kursk/newest/"),
        (addresses.story_source(STORY, "isw"), "/en/story/kursk/source/isw/"),
        (addresses.at(STORY, addresses.entry_anchor(UID)), "/en/story/kursk/#e-0b9c7f0e"),
        (addresses.agent("en", "person", "oreshkin"), "/en/person/oreshkin/"),
        (addresses.agent("en", "outlet", "nv"), "/en/source/nv/"),
        (addresses.programme("en", "studio-west"), "/en/programme/studio-west/"),
        (addresses.tag("en", "kursk"), "/en/tag/kursk/"),
        (addresses.standing("en", "ethics"), "/en/ethics/"),
        (addresses.missing("en"), "/en/404/"),
        (addresses.sitemap("en"), "/en/sitemap.xml"),
        (addresses.sitemap_day("en", DAY), "/en/sitemap/2024-09-21.xml"),
    ],
)
def test_an_address_is_spelled_as_the_architecture_says(address: str, spelled: str) -> None:
    assert address == spelled
    assert safe_path(address) == spelled
