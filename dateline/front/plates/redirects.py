"""Lead addresses of an old site, and those given up by hand, to where things are now."""

from collections.abc import Iterable

from dateline.front.reads.redirects import RedirectRow
from dateline.press import Reader, Sheet, plate


@plate("redirect", importance=3, kind="redirect", leads=True)
class RedirectPlate:
    """The plate of an old address that leads to a new one; nothing is shown."""

    def sheets(self, row: RedirectRow) -> Iterable[Sheet]:
        """Give a redirect its old address."""
        yield Sheet(row.path, row.to, to=row.to)

    def press(self, read: Reader, arg: str) -> None:
        """Press nothing: an address that leads nowhere any more is not there."""
