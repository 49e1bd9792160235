"""Previews: the true page of records that are not saved. Writes nothing."""

from __future__ import annotations

from . import clock
from .errors import PressError
from .placing import PlacedReader
from .pressing import Kept, fill, fresh_parts, renderer
from .reader import Overlay, strict
from .registry import registry


def preview(plate: str, arg: str, overlay: Overlay) -> bytes:
    """Return the page that a plate would press with these rows in place of the database's.

    overlay: (kind, row set, id) -> row; they stand in orders where they place themselves.
    Raises PressError when the plate gives no page.
    """
    as_of = clock.now()
    parts = fresh_parts(as_of)
    reader = PlacedReader(as_of=as_of, parts=parts, overlay=overlay)
    sheet = Kept(0, f"preview:{plate}:{arg}", plate, arg, None, "new", "", 0, 0, 0, b"")
    with strict(sheet.plate):
        page = registry.plates[plate].plate.press(reader, arg)
        if page is None:
            raise PressError(f"“{plate}” gives no page for {arg}")
        body = renderer()(page)
    return fill(body, reader.slots)
