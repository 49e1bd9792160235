"""Press the latest news: the shared rail, and the rows that other pages end with."""

from dateline.front.plates import names
from dateline.front.plates.frame import frame
from dateline.front.records import FeedRow
from dateline.press import Page, Reader, part

RAIL = 18
TEN = 10


@part("rail")
def rail(read: Reader, arg: str) -> Page | None:
    """Press the latest news of an edition for the side of its pages."""
    edition_id = int(arg)
    edition = frame(read, edition_id)
    if edition is None:
        return None
    rows = read.window(f"feed:{edition_id}", RAIL, "row")
    return Page("parts/rail.html", edition=edition, days=names.days(rows, edition))


def latest_rows(read: Reader, edition_id: int) -> tuple[FeedRow, ...]:
    """Return the ten newest lines of an edition."""
    return tuple(read.window(f"feed:{edition_id}", TEN, "row"))
