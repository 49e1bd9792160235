"""Keep pressed sheets in memory, and look again at their files shortly after.

Precedence at one address, as the press writes it: .redirect, then the sheet, then .gone.
A file in memory is looked at again when its time has come, and at once when the press rings:
after a takedown, a redirect, or whatever else went first.
"""

import os
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xxhash import xxh3_64_hexdigest

from dateline.press.stores.gzips import slots
from dateline.press.stores.notify_servers import BELL

MOVED = {"301", "302", "307", "308"}
LISTEN = 0.01
Mark = tuple[int, int, int] | None
"""What tells two states of a file apart: time, size, inode; None where there is none."""


@dataclass(slots=True, eq=False)
class StoredSheet:
    """A sheet as it lies at one address.

    status: 200 a sheet, 410 a withdrawn one, else of a redirect to location.
    looked, heard: when its files were looked at, and at which ringing.
    ready: answers already made of it, by the server's key. slots, parts, stitched: addresses
    of its linked slots, what lay there, and the page with that in them.
    """

    stem: str
    status: int
    body: bytes
    brotli: bytes | None
    location: str
    marks: tuple[Mark, ...]
    looked: float
    etag: str = ""
    heard: int = 0
    ready: dict[str, Any] = field(default_factory=dict)
    slots: tuple[str, ...] = ()
    parts: "tuple[StoredSheet | None, ...]" = ()
    stitched: "StoredSheet | None" = None

    def __post_init__(self) -> None:
        """Note whether the page has slots."""
        self.slots = slots(self.body) if self.status == 200 else ()

    @property
    def size(self) -> int:
        """Return about how many bytes of memory it takes, with its slots filled anew."""
        bodies = len(self.body) * (2 if self.slots else 1)
        return bodies + len(self.brotli or b"") + 2048


class SheetCache:
    """A cache in memory of the sheets in a folder, found by their stem."""

    def __init__(self, root: Path, *, recheck: float, limit: int, brotli: bool = False) -> None:
        self.root = str(root)
        self.recheck = recheck
        self.limit = limit
        self.brotli = brotli
        self.bytes = 0
        self.hits = 0
        self.misses = 0
        self._kept: OrderedDict[str, StoredSheet] = OrderedDict()
        self._bell = f"{self.root}/{BELL}"
        self._rung = _mark(self._bell)
        self._listened = 0.0
        self._rings = 0

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, stem: str) -> StoredSheet | None:
        """Return what lies at a stem now, or within the last recheck; None if nothing does."""
        now = time.monotonic()
        if now - self._listened >= LISTEN:
            self._listen(now)
        found = self._kept.get(stem)
        if found is not None:
            if self._stands(found, now):
                self._kept.move_to_end(stem)
                self.hits += 1
                return found
            self._drop(stem)
        self.misses += 1
        read = self._read(stem, now)
        if read is not None:
            self._keep(stem, read)
        return read

    def _stands(self, found: StoredSheet, now: float) -> bool:
        """Tell whether what is in memory is what lies there, looking only where it is time."""
        if now - found.looked < self.recheck and found.heard == self._rings:
            return True
        if found.marks != self._marks(found.stem):
            return False
        found.looked, found.heard = now, self._rings
        return True

    def _listen(self, now: float) -> None:
        """Take note of it when the press has rung."""
        self._listened = now
        rung = _mark(self._bell)
        if rung != self._rung:
            self._rung = rung
            self._rings += 1

    def _names(self, stem: str) -> tuple[str, ...]:
        """Return the files that may lie at a stem, in their precedence."""
        alone = stem.startswith("_f/")  # a part has the address of its file
        base = f"{self.root}/{stem if alone else stem.removesuffix('.html')}"
        sheet = f"{self.root}/{stem}.gz"
        names = (f"{base}.redirect", sheet, f"{base}.gone.gz")
        return (*names, f"{self.root}/{stem}.br") if self.brotli else names

    def _marks(self, stem: str) -> tuple[Mark, ...]:
        """Return the marks of all files of a stem."""
        return tuple(_mark(name) for name in self._names(stem))

    def _read(self, stem: str, now: float) -> StoredSheet | None:
        """Read a stem's files; the marks are taken first, so that a change between is seen."""
        heard = self._rings
        marks = self._marks(stem)
        redirect, sheet, gone, *brotli = self._names(stem)
        if marks[0] and (line := _bytes(redirect)) is not None:
            code, _, location = line.decode("utf-8", "replace").strip().partition(" ")
            if code in MOVED and safe_location(location):
                return StoredSheet(stem, int(code), b"", None, location, marks, now, heard=heard)
        for status, name in ((200, sheet), (410, gone)):
            body = _bytes(name)
            if body is not None:
                pressed = _bytes(brotli[0]) if brotli and status == 200 else None
                mark = xxh3_64_hexdigest(body)
                return StoredSheet(stem, status, body, pressed, "", marks, now, mark, heard)
        return None

    def _keep(self, stem: str, found: StoredSheet) -> None:
        """Keep a sheet, and forget those that nobody read for longest."""
        if found.size > self.limit // 4:
            return
        self._kept[stem] = found
        self.bytes += found.size
        while self.bytes > self.limit:
            self._drop(next(iter(self._kept)))

    def _drop(self, stem: str) -> None:
        """Forget a sheet."""
        self.bytes -= self._kept.pop(stem).size


def safe_location(location: str) -> bool:
    """Tell whether a redirect leads to this site or openly to another."""
    ours = location.startswith("/") and not location.startswith(("//", "/\\"))
    return (ours or location.startswith(("https://", "http://"))) and location.isprintable()


def _mark(name: str) -> Mark:
    """Return a file's mark, or None where there is none."""
    try:
        seen = os.stat(name)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


def _bytes(name: str) -> bytes | None:
    """Return a file's bytes, or None where there is none."""
    try:
        with open(name, "rb") as opened:  # noqa: PTH123
            return opened.read()
    except (OSError, ValueError):
        return None
