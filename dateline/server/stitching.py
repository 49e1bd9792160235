"""Put the newest parts into the linked slots of a page, within its compressed stream.

A page's file says where its slots are (see `dateline.press.stores.gzips`); a part's file is one
such segment. What is stitched is kept beside the page until a part's file is another one.
"""

from dateline.press.stores.gzips import Segment, apart, joined
from dateline.server.sheet_cache import SheetCache, StoredSheet


def newest(found: StoredSheet, cache: SheetCache) -> StoredSheet:
    """Return a page as it would be with the newest parts; the page itself if it has them."""
    parts = tuple(cache.find(address[1:]) for address in found.slots)
    if found.parts != parts:
        found.stitched, found.parts = _stitched(found, parts), parts
    return found.stitched or found


def _stitched(found: StoredSheet, parts: tuple[StoredSheet | None, ...]) -> StoredSheet | None:
    """Return another page with newer parts; None where none is newer.

    A link is older than any part. Into a page that holds a part no older one is put: the page
    was pressed after it, perhaps without something that was taken down.
    """
    fresh = {
        one.address: one
        for part in parts
        if part is not None and part.status == 200
        for one in apart(part.body)
    }
    segments = apart(found.body)
    chosen = [_chosen(one, fresh.get(one.address)) for one in segments]
    if all(one is other for one, other in zip(segments, chosen, strict=True)):
        return None
    mark = "-".join([found.etag, *(f"{one.seq:x}" for one in chosen if one.address)])
    return StoredSheet(
        found.stem, 200, joined(chosen), None, "", found.marks, found.looked, etag=mark
    )


def _chosen(pressed: Segment, fresh: Segment | None) -> Segment:
    if fresh is None or not pressed.address or fresh.seq <= pressed.seq:
        return pressed
    return fresh
