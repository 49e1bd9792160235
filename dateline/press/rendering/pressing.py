"""One pressing: a plate, a Reader, a renderer; bytes and their trace. Writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from html import escape
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.utils.module_loading import import_string

from dateline.press.errors import UnknownName
from dateline.press.isolation import strict
from dateline.press.ledger import redirects
from dateline.press.ledger.sheets import SheetRow
from dateline.press.numbering import ids, stamps
from dateline.press.numbering.epochs import epoch_of
from dateline.press.numbering.paths import PART, part_path
from dateline.press.registry import Page, registry

from .filling import fill
from .reader import PartSource, PartText, Reader, Seek
from .shared_reads import SharedReads

LOCATION = "/:?#[]@!$&'()*+,;=%~"  # what an address of the web is written with, beside words


@dataclass
class Pressed:
    """The result of one pressing. body None: the sheet must not exist. to: where it leads."""

    sheet: SheetRow
    body: bytes | None
    hash: int
    state: str
    file_hash: int = 0
    epoch: int = 1
    trace: dict[int, int] = field(default_factory=dict)
    asks: dict[int, Any] = field(default_factory=dict)
    wake_at: datetime | None = None
    to: str = ""
    claim: Any = None
    staged: Any = None
    moved: list[int] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Return the number by which other sheets read this part."""
        return ids.hashed(ids.PART, self.sheet.path)

    @property
    def same(self) -> bool:
        """Return whether the file need not be written: nothing of the page changed."""
        held = self.sheet
        known = bool(held.hash) or self.state == "absent"
        return known and (held.state, held.hash) == (self.state, self.hash)


@cache
def renderer() -> Callable[[Page], bytes]:
    """Return the face's renderer."""
    return import_string(settings.PRESS_RENDERER)


def press(sheet: SheetRow, reader: Reader) -> Pressed:
    """Press one sheet or part; raises whatever the plate or its template raises."""
    if sheet.state == "redirect":
        return _redirected(sheet)
    with strict(sheet.plate):
        page = _page(sheet, reader) if sheet.state not in ("leaving", "gone") else None
        body = renderer()(page) if page is not None else None
        state = "live" if page is not None else "absent"
        if sheet.state in ("leaving", "gone") and sheet.owner is not None:
            state, body = "gone", _tombstone(sheet, reader)
    whole = fill(body, reader) if body is not None else b""
    return Pressed(
        sheet=sheet,
        body=whole if body is not None else None,
        hash=stamps.of_bytes(body) if body is not None else 0,
        file_hash=stamps.of_bytes(whole) if body is not None else 0,
        epoch=epoch_of(sheet.plate.removeprefix(PART)),
        state=state,
        trace=reader.trace,
        asks=reader.asks,
        wake_at=reader.wake_at,
    )


def _page(sheet: SheetRow, reader: Reader) -> Page | None:
    if sheet.is_part:
        name = sheet.plate.removeprefix(PART)
        if name not in registry.parts:
            raise UnknownName(f"no part “{name}” is registered")
        return registry.parts[name](reader, sheet.arg)
    recipe = registry.plates.get(sheet.plate)
    if recipe is None:
        return None
    return recipe.page(reader, sheet.arg)


def _tombstone(sheet: SheetRow, reader: Reader) -> bytes | None:
    recipe = registry.plates.get(sheet.plate)
    bury = getattr(recipe.plate, "gone", None) if recipe else None
    page = bury(reader, sheet.arg) if bury else None
    return renderer()(page) if page is not None else b""


def empty_tombstone(sheet: SheetRow, reader: Reader) -> Pressed:
    """Return an empty tombstone, for a plate that cannot even press that: the page must go."""
    blank = press(sheet._replace(plate="", state="leaving"), reader)
    blank.sheet = sheet
    return blank


def _redirected(sheet: SheetRow) -> Pressed:
    to = quote(redirects.end(sheet.target), safe=LOCATION)
    return Pressed(
        sheet=sheet,
        body=redirect_page(to),
        to=to,
        hash=stamps.of_bytes(to.encode()),
        state="redirect",
    )


def redirect_page(to: str) -> bytes:
    """Return the page at an address that leads elsewhere, for servers that know no redirects."""
    there = escape(to, quote=True)
    return (
        f'<!doctype html><html lang="zxx"><meta charset="utf-8"><title>{there}</title>'
        f'<link rel="canonical" href="{there}"><meta http-equiv="refresh" content="0;url={there}">'
        f'<p><a href="{there}">{there}</a></p></html>\n'
    ).encode()


def fresh_parts(
    as_of: datetime, shared: SharedReads | None = None, seek: Seek | None = None
) -> PartSource:
    """Return a source of parts that presses each from the records and writes nothing."""
    made: dict[tuple[str, str], PartText] = {}

    def give(name: str, arg: str) -> PartText:
        if (name, arg) not in made:
            number = ids.hashed_number(ids.PART, part_path(name, arg))
            sheet = SheetRow(0, part_path(name, arg), PART + name, arg)
            pressed = press(sheet, Reader(as_of=as_of, parts=give, shared=shared, seek=seek))
            html = (pressed.body or b"").decode()
            made[name, arg] = PartText(number, html, pressed.hash, 0)
        return made[name, arg]

    return give
