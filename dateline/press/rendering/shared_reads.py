"""Reads that the pressings of one batch share, and values that a process keeps of earlier ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.press import sql
from dateline.press.numbering import ids
from dateline.press.registry import registry

RowKey = tuple[str, str, int]
"""A kind, a row set, an id."""


class ValueCache:
    """A cache of (stamp, value) of reads in one process; a hit counts while its stamp stands.

    Rows are kept too: a value made of one counts only if its stamp stands.
    """

    def __init__(self, most: int = 50_000, most_rows: int = 10_000) -> None:
        self.most = most
        self.most_rows = most_rows
        self.held: dict[int, tuple[int, Any]] = {}
        self.rows: dict[RowKey, Any] = {}

    def put(self, read: int, stamp: int, value: Any) -> None:
        """Keep a value with the stamp it has."""
        _make_room(self.held, self.most)
        self.held[read] = (stamp, value)

    def put_row(self, key: RowKey, row: Any) -> None:
        """Keep a row that is there; forget one that is not."""
        self.rows.pop(key, None)
        if row is not None:
            _make_room(self.rows, self.most_rows)
            self.rows[key] = row


def _make_room(held: dict[Any, Any], most: int) -> None:
    """Forget the oldest quarter of what is held when it is too much."""
    if len(held) >= most:
        for old in list(held)[: most // 4]:
            del held[old]


class SharedReads:
    """The rows, windows and stamps that the pressings of one batch share.

    Both may be overtaken by an editor at any moment: the page made from them is then refused
    at filing, for its trace has the stamps of the values that it used.
    """

    def __init__(self, cache: ValueCache | None = None) -> None:
        self.cache = cache
        self.rows: dict[RowKey, Any] = {}
        self.windows: dict[int, str] = {}
        self.stamps: dict[int, int | None] = {}

    def know(self, reads: Iterable[int]) -> None:
        """Ask for the stamps of those reads whose values are cached, in one go."""
        if self.cache:
            self.ask(read for read in reads if read in self.cache.held)

    def ask(self, reads: Iterable[int]) -> None:
        """Ask for the stamps of these reads, in one go; each is asked for once."""
        lacking = [read for read in reads if read not in self.stamps]
        self.stamps.update(dict.fromkeys(lacking))
        question = "SELECT id, stamp FROM press_read WHERE id IN ({})"
        self.stamps.update(sql.fetch_in(question, lacking))

    def lay_out(self, reads: Iterable[int]) -> None:
        """Fetch in bulk what will be read: stamps, windows, and the rows that are not kept."""
        listed = list(reads)
        self.ask(listed)
        rows: dict[tuple[str, str], set[int]] = {}
        sought = []
        for read in listed:
            apart = None if self.cached(read) else ids.known(read)
            if apart:
                kind, _slash, name = apart.facet.partition("/")
                if (kind, name) in registry.facets:
                    rows.setdefault((kind, registry.facet(kind, name).rows), set()).add(apart.id)
            elif ids.family(read) == ids.WINDOW:
                sought.append(read)
        for (kind, name), idents in rows.items():
            self.load(
                kind, name, [one for one in sorted(idents) if not self.kept_row(kind, name, one)]
            )
        question = "SELECT read, found FROM press_window WHERE read IN ({})"
        self.windows.update(sql.fetch_in(question, sought))

    def kept_row(self, kind: str, name: str, ident: int) -> Any:
        """Return a row of an earlier batch, None without one."""
        key = (kind, name, ident)
        return None if self.cache is None or key in self.rows else self.cache.rows.get(key)

    def stands(self, read: int, stamp: int) -> bool:
        """Return whether a read had this stamp when it was last asked for."""
        return self.stamps.get(read) == stamp

    def cached(self, read: int) -> tuple[int, Any] | None:
        """Return a cached (stamp, value) whose stamp stands."""
        found = self.cache.held.get(read) if self.cache else None
        return found if found and self.stamps.get(read) == found[0] else None

    def load(self, kind: str, name: str, idents: Iterable[int]) -> None:
        """Load those rows that are not here yet."""
        lacking = [ident for ident in idents if (kind, name, ident) not in self.rows]
        if lacking:
            found = registry.rowset(kind, name).load(lacking)
            for ident in lacking:
                row = self.rows[kind, name, ident] = found.get(ident)
                if self.cache is not None:
                    self.cache.put_row((kind, name, ident), row)
