"""Sheets in the ledger: which addresses exist, whose they are, what was pressed there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dateline.press import sql
from dateline.press.numbering.paths import PART, folded, part_path
from dateline.press.registry import registry

PAGES = ("new", "live", "absent")
"""What a sheet is that shows a page, or will once there is something to show."""
INSERT = (
    "INSERT INTO press_sheet (path, fold, plate, arg, owner, importance, heat, epoch, hash,"
    " file_hash, bytes, state, target, pressed_seq, deps, html, reason)"
    " VALUES (%s, %s, %s, %s, %s, %s, 0, 0, 0, 0, 0, %s, %s, 0, %s, '', '')"
    " ON CONFLICT (fold) DO UPDATE SET importance = excluded.importance"
)


class SheetRow(NamedTuple):
    """One row of press_sheet: a page, a redirect or a part. deps: its reads, packed."""

    id: int
    path: str
    plate: str
    arg: str
    owner: int | None = None
    state: str = "new"
    target: str = ""
    epoch: int = 0
    hash: int = 0
    pressed_seq: int = 0
    deps: bytes = b""

    @property
    def is_part(self) -> bool:
        """Return whether this is a part: it has no file."""
        return self.path.startswith(PART)

    @property
    def leads(self) -> bool:
        """Return whether a record says that it leads elsewhere; no page moved away."""
        return self.state == "redirect" and registry.leads(self.plate)

    @property
    def place(self) -> tuple[str, str]:
        """Return the address, and where a record says that it leads."""
        return self.path, self.target if self.leads else ""


COLUMNS = ", ".join(SheetRow._fields)


def sheet_row(row: tuple[Any, ...]) -> SheetRow:
    """Return a row of COLUMNS, whatever the database gives bytes as."""
    return SheetRow._make((*row[:-1], bytes(row[-1])))


def sheets_by(column: str, values: Iterable[Any]) -> list[SheetRow]:
    """Return the sheets that have one of these values in a column."""
    question = f"SELECT {COLUMNS} FROM press_sheet WHERE {column} IN ({{}})"
    return [sheet_row(row) for row in sql.fetch_in(question, values)]


def sheets_at(paths: Iterable[str]) -> list[SheetRow]:
    """Return the sheets at these addresses; what only shares a file's name with one is not."""
    wanted = set(paths)
    return [one for one in sheets_by("fold", map(folded, sorted(wanted))) if one.path in wanted]


def numbers_at(paths: Iterable[str]) -> list[int]:
    """Return the numbers of the sheets at these addresses."""
    return [one.id for one in sheets_at(paths)]


def standing(column: str, values: Iterable[Any]) -> list[SheetRow]:
    """Return the sheets that something asks for, by their fold or owner."""
    return [one for one in sheets_by(column, values) if one.state in PAGES or one.leads]


def insert_part(name: str, arg: str) -> int:
    """Write a new part into the ledger; return its number, or that of the one already there."""
    path = part_path(name, arg)
    values = [path, folded(path), PART + name, arg, None, 1, "new", "", b""]
    return int(sql.fetch(f"{INSERT} RETURNING id", values)[0][0])
