"""Press the latest news: the shared rail, and the rows that other pages end with."""

from collections.abc import Iterable

from dateline.front import addresses
from dateline.front.plates import names
from dateline.front.plates.frame import frame
from dateline.front.reads.editions import EditionRow
from dateline.front.records import FeedRow
from dateline.press import Page, Reader, Sheet, part, plate

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
    return Page(
        "parts/rail.html",
        edition=edition,
        days=names.days(rows, edition),
        address=addresses.part(edition.code, "rail"),
        version=read.version,
    )


@plate("rail", importance=1, kind="edition")
class RailPlate:
    """The plate of the rail alone, from which linked slots are filled."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give every edition's rail an address."""
        yield Sheet(addresses.part(row.key.code, "rail"), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Give the part as it is, and nothing around it."""
        edition = frame(read, int(arg))
        if edition is None:
            return None
        address = addresses.part(edition.code, "rail")
        return Page("rail.html", edition=edition, part=read.part("rail", arg, address))


def latest_rows(read: Reader, edition_id: int) -> tuple[FeedRow, ...]:
    """Return the ten newest lines of an edition."""
    return tuple(read.window(f"feed:{edition_id}", TEN, "row"))
