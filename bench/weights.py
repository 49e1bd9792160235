"""Weigh a newsroom: bytes of the database, of the press's tables and of the sheets; memory."""

from __future__ import annotations

import resource
import sqlite3
from pathlib import Path
from typing import Any


def weights(folder: Path, size: int) -> dict[str, Any]:
    """Return bytes an article in the database, in the press's tables and on the disk, and files."""
    database = folder / "var/db.sqlite3"
    sheets = [path.stat() for path in (folder / "var/sheets").rglob("*.gz")]
    return {
        "database": round(database.stat().st_size / size),
        "press tables": round(press_bytes(database) / size),
        "sheets": round(sum(one.st_size for one in sheets) / size),
        "sheets on disk": round(sum(one.st_blocks * 512 for one in sheets) / size),
        "files": len(sheets),
    }


def press_bytes(database: Path) -> int:
    """Return how many bytes the press's tables and indexes take in a SQLite database."""
    question = (
        "SELECT sum(d.pgsize) FROM dbstat d JOIN sqlite_master m ON m.name = d.name"
        " WHERE d.aggregate = 1 AND m.tbl_name LIKE 'press%'"
    )
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as line:
        return int(line.execute(question).fetchone()[0])


def peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
