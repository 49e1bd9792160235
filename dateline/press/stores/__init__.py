"""Stores: where pressed sheets lie for readers; see docs/reference/stores.md.

A folder of compressed files, a bucket of object storage, or memory. Imports no Django: the
readers' server reads what lies there.
"""

from __future__ import annotations

from typing import Protocol

from .folder import FolderStore
from .memory import MemoryStore
from .names import address, checked

__all__ = ["FolderStore", "MemoryStore", "Staged", "Store", "address", "checked"]


class Staged(Protocol):
    """A sheet that lies ready to be shown.

    ready: waits until it can be shown at all, before the transaction is begun.
    finish: shows it. settle: waits until readers see it. drop: forgets it.
    Each but drop raises StoreFailed, which names the sheet.
    """

    def ready(self) -> None: ...

    def finish(self) -> None: ...

    def settle(self) -> None: ...

    def drop(self) -> None: ...


class Store(Protocol):
    """A place that takes sheets.

    Every method raises StoreFailed for one sheet, StoreDown where the place takes nothing.
    often: whether many readers will ask for it, so that a further encoding is worth its time.
    notify_servers: has servers that hold sheets in memory look again at once, for what went.
    """

    def stage(self, path: str, body: bytes, *, often: bool = False) -> Staged: ...

    def gone(self, path: str, body: bytes) -> None: ...

    def redirect(self, path: str, to: str, body: bytes, code: int = 301) -> None: ...

    def delete(self, path: str) -> None: ...

    def read(self, path: str) -> bytes | None: ...

    def paths(self) -> set[str]: ...

    def notify_servers(self) -> None: ...
