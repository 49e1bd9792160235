"""Keep sheets as compressed files below one folder."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import brotli

from dateline.press.errors import StoreDown, StoreFailed

from .gzips import compress, unpack
from .names import address, bare, stem
from .notify_servers import ring

STRAY_SECONDS = 3600
HERE = f"{crc32(socket.gethostname().encode()):08x}"
ABSENT = contextlib.suppress(FileNotFoundError, NotADirectoryError)
FULL = {
    errno.ENOSPC: "make room",
    errno.EDQUOT: "raise the quota",
    errno.EROFS: "mount it for writing",
}
"""What keeps every sheet out, and what helps."""
HELP = {
    errno.EACCES: "let the press's user write there",
    errno.EPERM: "let the press's user write there",
    errno.EIO: "see to the disk",
    errno.ESTALE: "mount it again",
    errno.ENOTCONN: "mount it again",
    errno.EMFILE: "raise the limit of open files",
    errno.ENFILE: "raise the limit of open files",
    errno.EISDIR: "a folder lies where its file should be; move it away",
    errno.ENOTDIR: "a file lies where a folder should be; move it away",
    errno.EEXIST: "a file lies where a folder should be; move it away",
    errno.ENAMETOOLONG: "its name is too long for the disk",
}
"""What keeps one sheet out, or all: a file written for trial tells."""


@contextlib.contextmanager
def translated(root: Path, path: str, file: Path, verb: str = "written") -> Iterator[None]:
    """Turn what the disk says into StoreDown or StoreFailed, with the place and what helps."""
    try:
        yield
    except OSError as why:
        code = why.errno or 0
        place = f"{file} cannot be {verb}: {why.strerror or why}"
        if code in FULL:
            raise StoreDown(f"{place}; {FULL[code]}", path) from why
        said = f"{place}; {HELP[code]}" if code in HELP else place
        raise (StoreFailed if writable(root) else StoreDown)(said, path) from why


def writable(root: Path) -> bool:
    """Return whether the folder takes files at this moment."""
    trial = root / f"trial.{HERE}.{os.getpid()}.tmp"
    try:
        root.mkdir(parents=True, exist_ok=True)
        trial.write_bytes(b"?")
        trial.unlink()
    except OSError:
        return False
    return True


@dataclass
class StagedFiles:
    """A set of written files that wait for their names."""

    root: Path
    path: str
    moves: list[tuple[Path, Path]]
    away: list[Path]

    def ready(self) -> None:
        """Wait for nothing: the files lie there."""

    def finish(self) -> None:
        """Give every file its name: what readers see from now on."""
        for written, final in self.moves:
            with translated(self.root, self.path, final):
                os.replace(written, final)  # noqa: PTH105
        for old in self.away:
            try:
                os.unlink(old)  # noqa: PTH108 - three a page, and seldom anything there
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError:
                with translated(self.root, self.path, old, "removed"):
                    raise

    def settle(self) -> None:
        """Wait for nothing: a renamed file is seen at once."""

    def drop(self) -> None:
        """Forget the files."""
        for written, _final in self.moves:
            with contextlib.suppress(OSError):
                written.unlink(missing_ok=True)


class FolderStore:
    """A store of compressed files below one folder."""

    def __init__(self, root: Path | str, *, level: int = 6, with_brotli: bool = False) -> None:
        self.root = Path(root)
        self.level = level
        self.with_brotli = with_brotli

    def stage(self, path: str, body: bytes, *, often: bool = False) -> StagedFiles:
        """Write a sheet beside its place; nothing is visible before finish().

        A brotli file of an earlier pressing goes where this one brings none.
        """
        name, base = stem(path), bare(path)
        files = {f"{name}.gz": compress(body, self.level)}
        away = [f"{base}.gone.gz", f"{base}.redirect"]
        if self.with_brotli and often:
            files[f"{name}.br"] = brotli.compress(body, quality=5)
        else:
            away.insert(0, f"{name}.br")
        return self._staged(path, files, away)

    def gone(self, path: str, body: bytes) -> None:
        """Put a tombstone: the sheet goes, the page that says so stays."""
        files = {f"{bare(path)}.gone.gz": compress(body, self.level)}
        away = [f"{stem(path)}.br", f"{stem(path)}.gz", f"{bare(path)}.redirect"]
        self._show(self._staged(path, files, away))

    def redirect(self, path: str, to: str, body: bytes, code: int = 301) -> None:
        """Lead an address to another: a line for our server, a stub page for any other."""
        files = {
            f"{bare(path)}.redirect": f"{code} {to}\n".encode(),
            f"{stem(path)}.gz": compress(body, self.level),
        }
        away = [f"{stem(path)}.br", f"{bare(path)}.gone.gz"]
        self._show(self._staged(path, files, away))

    def delete(self, path: str) -> None:
        """Remove every file of an address."""
        name, base = stem(path), bare(path)
        away = [f"{name}.br", f"{name}.gz", f"{base}.gone.gz", f"{base}.redirect"]
        self._show(self._staged(path, {}, away))

    def read(self, path: str) -> bytes | None:
        """Return the page that lies at an address, decompressed; None if there is none."""
        file = self.root / f"{stem(path)}.gz"
        try:
            with translated(self.root, path, file, "read"), ABSENT, open(file, "rb") as opened:  # noqa: PTH123
                return unpack(opened.read())
        except zlib.error as why:
            raise StoreFailed(f"{file} cannot be read: it is no whole gzip file", path) from why
        return None

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
            here, pid = ("", *file.name.split("."))[-3:-1]
            with contextlib.suppress(FileNotFoundError):
                old = time.time() - file.stat().st_mtime > STRAY_SECONDS
                if old or (here == HERE and not _runs(pid)):
                    file.unlink(missing_ok=True)
                    count += 1
        return count

    def _show(self, staged: StagedFiles) -> None:
        try:
            staged.finish()
        finally:
            staged.drop()

    def notify_servers(self) -> None:
        """Have servers that hold sheets of this folder in memory look again at once."""
        ring(self.root)

    def _staged(self, path: str, files: dict[str, bytes], away: Iterable[str]) -> StagedFiles:
        staged = StagedFiles(self.root, path, [], [self.root / name for name in away])
        try:
            for name, body in files.items():
                self._write(staged, name, body)
        except StoreFailed:
            staged.drop()
            raise
        return staged

    def _write(self, staged: StagedFiles, name: str, body: bytes) -> None:
        final = self.root / name
        written = final.with_name(f"{final.name}.{HERE}.{os.getpid()}.tmp")
        with translated(self.root, staged.path, final):
            staged.moves.append((written, final))
            try:
                _put(written, body)
            except FileNotFoundError:
                written.parent.mkdir(parents=True, exist_ok=True)
                _put(written, body)


def _put(file: Path, body: bytes) -> None:
    with open(file, "wb") as opened:  # noqa: PTH123
        opened.write(body)


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
