"""Look again at all that an edition holds when its code, language or time zone changed.

Such a change moves days and addresses of everything in it. The first piece is touched in the
transaction of the change; the rest by a timer of the press that sets itself anew, so that a
crash loses none and an archive of a million holds nobody up.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.newsfeed.models import Bulletin
from dateline.press import Item, clock, on_timer, touch
from dateline.press import at as set_timer
from dateline.stories.models import Article, Correction, StandingPage

LOOK_AGAIN = "front.look_again"
PIECE = 200
HELD: dict[str, Any] = {
    "article": Article,
    "bulletin": Bulletin,
    "standing": StandingPage,
    "correction": Correction,
}
"""What an edition holds; corrections stand in all."""


def look_again(edition_id: int) -> None:
    """Touch all that an edition holds, the first of each kind at once."""
    for kind in HELD:
        _piece(edition_id, kind, 0)


@on_timer(LOOK_AGAIN)
def go_on(ref: str, at: datetime) -> None:
    """Touch the next piece."""
    edition_id, kind, cursor = ref.split(":")
    _piece(int(edition_id), kind, int(cursor))


def _piece(edition_id: int, kind: str, cursor: int) -> None:
    rows = HELD[kind].objects.filter(pk__gt=cursor).order_by("pk")
    if kind != "correction":
        rows = rows.filter(edition_id=edition_id)
    found = list(rows.values_list("pk", flat=True)[:PIECE])
    if found:
        items: list[Item] = [(kind, pk) for pk in found]
        touch(*items, what="edition")
    if len(found) == PIECE:
        set_timer(clock.now(), LOOK_AGAIN, f"{edition_id}:{kind}:{found[-1]}")
