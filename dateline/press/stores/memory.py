"""Keep sheets in memory: for tests and previews of a whole site."""

from __future__ import annotations

from dataclasses import dataclass, field

from .names import checked


@dataclass
class StagedBody:
    """A page in memory that waits for its name."""

    store: MemoryStore
    path: str
    body: bytes

    def ready(self) -> None:
        """Wait for nothing."""

    def finish(self) -> None:
        """Make the page visible."""
        self.store.delete(self.path)
        self.store.files[self.path] = self.body

    def settle(self) -> None:
        """Wait for nothing."""

    def drop(self) -> None:
        """Forget the page."""


@dataclass
class MemoryStore:
    """A store for tests: sheets in a dictionary."""

    files: dict[str, bytes] = field(default_factory=dict)
    tombs: dict[str, bytes] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)

    def stage(self, path: str, body: bytes, *, often: bool = False) -> StagedBody:
        """Hold a page ready."""
        return StagedBody(self, checked(path), body)

    def gone(self, path: str, body: bytes) -> None:
        """Put a tombstone."""
        self.delete(path)
        self.tombs[path] = body

    def redirect(self, path: str, to: str, body: bytes, code: int = 301) -> None:
        """Lead an address to another."""
        self.delete(path)
        self.leads[path] = f"{code} {to}"
        self.files[path] = body

    def delete(self, path: str) -> None:
        """Remove all that lies at an address."""
        for shelf in (self.files, self.tombs, self.leads):
            shelf.pop(path, None)

    def read(self, path: str) -> bytes | None:
        """Return the page at an address."""
        return self.files.get(path)

    def paths(self) -> set[str]:
        """Return the addresses of all pages."""
        return set(self.files)

    def notify_servers(self) -> None:
        """Notify nobody: no server reads this process's memory."""
