"""Stores: where pressed sheets lie for readers. A folder of compressed files, or memory."""

from __future__ import annotations

import contextlib
import os
import re
import time
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import brotli
import deflate
from django.conf import settings

from .errors import BadPath, StoreFailed

SAFE = re.compile(r"/(?:[^/\x00-\x1f\x7f\\]+/)*[^/\x00-\x1f\x7f\\]*")
STRAY_SECONDS = 3600
HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def compress(body: bytes, level: int = 6) -> bytes:
    """Return one gzip member without a time in its header: equal bytes for equal bodies."""
    packed = bytes(deflate.deflate_compress(body, level))
    tail = zlib.crc32(body).to_bytes(4, "little") + (len(body) & 0xFFFFFFFF).to_bytes(4, "little")
    return HEADER + packed + tail


def checked(path: str) -> str:
    """Return the address if it can be a sheet's; raises BadPath."""
    parts = path.split("/")
    if not SAFE.fullmatch(path) or any(part in (".", "..") for part in parts):
        raise BadPath(f"“{path}” cannot be a sheet's address")
    return path


def stem(path: str) -> str:
    """Return the file's name of an address, without what its encoding adds."""
    checked(path)
    if path == "/":
        return "index.html"
    if path.endswith("/"):
        return path[1:-1] + ".html"
    return path[1:]


def bare(path: str) -> str:
    """Return the name that .redirect and .gone files of an address begin with."""
    name = stem(path)
    return name.removesuffix(".html") if path.endswith("/") else name


class Staged(Protocol):
    """Is a file that lies ready: finish() makes it visible at once, drop() forgets it."""

    def finish(self) -> None: ...

    def drop(self) -> None: ...


class Store(Protocol):
    """Is a place that takes sheets."""

    def stage(self, path: str, body: bytes) -> Staged: ...

    def gone(self, path: str, body: bytes) -> None: ...

    def redirect(self, path: str, to: str, body: bytes, code: int = 301) -> None: ...

    def delete(self, path: str) -> None: ...

    def read(self, path: str) -> bytes | None: ...

    def paths(self) -> set[str]: ...


@dataclass
class StagedFiles:
    """Is a set of written files that wait for their names."""

    moves: list[tuple[Path, Path]]
    away: list[Path]

    def finish(self) -> None:
        """Give every file its name: what readers see from now on."""
        for written, final in self.moves:
            os.replace(written, final)  # noqa: PTH105
        for old in self.away:
            old.unlink(missing_ok=True)

    def drop(self) -> None:
        """Forget the files."""
        for written, _final in self.moves:
            written.unlink(missing_ok=True)


class FolderStore:
    """Keeps sheets as compressed files below one folder; see docs/reference/press.md."""

    def __init__(self, root: Path | str, *, level: int = 6, with_brotli: bool = False) -> None:
        self.root = Path(root)
        self.level = level
        self.with_brotli = with_brotli

    def stage(self, path: str, body: bytes) -> StagedFiles:
        """Write a sheet beside its place; nothing is visible before finish()."""
        name, base = stem(path), bare(path)
        moves = [self._write(f"{name}.gz", compress(body, self.level))]
        if self.with_brotli:
            moves.append(self._write(f"{name}.br", brotli.compress(body, quality=5)))
        return StagedFiles(moves, [self.root / f"{base}.gone.gz", self.root / f"{base}.redirect"])

    def gone(self, path: str, body: bytes) -> None:
        """Put a tombstone: the sheet goes, the page that says so stays."""
        moves = [self._write(f"{bare(path)}.gone.gz", compress(body, self.level))]
        StagedFiles(moves, self._sheet_files(path)).finish()

    def redirect(self, path: str, to: str, body: bytes, code: int = 301) -> None:
        """Lead an address to another: a line for our server, a stub page for any other."""
        moves = [
            self._write(f"{bare(path)}.redirect", f"{code} {to}\n".encode()),
            self._write(f"{stem(path)}.gz", compress(body, self.level)),
        ]
        StagedFiles(moves, [self.root / f"{stem(path)}.br"]).finish()

    def delete(self, path: str) -> None:
        """Remove every file of an address."""
        marks = [self.root / f"{bare(path)}.gone.gz", self.root / f"{bare(path)}.redirect"]
        StagedFiles([], [*self._sheet_files(path), *marks]).finish()

    def read(self, path: str) -> bytes | None:
        """Return the page that lies at an address, decompressed; None if there is none."""
        try:
            return zlib.decompress((self.root / f"{stem(path)}.gz").read_bytes(), wbits=31)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, zlib.error) as why:
            raise StoreFailed(f"{path} cannot be read: {why}") from why

    def paths(self) -> set[str]:
        """Return the addresses of all files that readers can get as pages."""
        found = set()
        for file in self.root.rglob("*.gz"):
            name = file.relative_to(self.root).as_posix().removesuffix(".gz")
            if not name.endswith(".gone"):
                found.add(address(name))
        return found

    def sweep(self) -> int:
        """Remove files of workers that died while writing; return how many."""
        count = 0
        for file in self.root.rglob("*.tmp"):
            pid = file.name.split(".")[-2]
            with contextlib.suppress(FileNotFoundError):
                old = time.time() - file.stat().st_mtime > STRAY_SECONDS
                if old or not _runs(pid):
                    file.unlink(missing_ok=True)
                    count += 1
        return count

    def _sheet_files(self, path: str) -> list[Path]:
        return [self.root / f"{stem(path)}{ending}" for ending in (".gz", ".br")]

    def _write(self, name: str, body: bytes) -> tuple[Path, Path]:
        final = self.root / name
        written = final.with_name(f"{final.name}.{os.getpid()}.tmp")
        try:
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(body)
        except OSError as why:
            with contextlib.suppress(OSError):
                written.unlink(missing_ok=True)
            raise StoreFailed(f"{final} cannot be written: {why.strerror}") from why
        return written, final


def address(name: str) -> str:
    """Return the address that a file's name (without .gz) stands for."""
    if name == "index.html":
        return "/"
    return f"/{name.removesuffix('.html')}/" if name.endswith(".html") else f"/{name}"


def _runs(pid: str) -> bool:
    if not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@dataclass
class StagedBody:
    """Is a page in memory that waits for its name."""

    store: MemoryStore
    path: str
    body: bytes

    def finish(self) -> None:
        """Make the page visible."""
        self.store.delete(self.path)
        self.store.files[self.path] = self.body

    def drop(self) -> None:
        """Forget the page."""


@dataclass
class MemoryStore:
    """Keeps sheets in memory: for tests and previews of a whole site."""

    files: dict[str, bytes] = field(default_factory=dict)
    tombs: dict[str, bytes] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)

    def stage(self, path: str, body: bytes) -> StagedBody:
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


def store() -> FolderStore:
    """Return the store that settings name: PRESS_STORE = {"folder": …}."""
    return FolderStore(
        settings.PRESS_STORE["folder"],
        level=getattr(settings, "PRESS_GZIP_LEVEL", 6),
        with_brotli=getattr(settings, "PRESS_BROTLI", False),
    )
