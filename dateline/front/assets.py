"""Static files of the readers' pages under names that carry their content's hash.

A file's address changes with its content, so servers may let browsers keep it for ever.
Templates and style sheets ask `asset`; `generations` keeps what earlier versions had.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from dateline.front import folders

FOLDER = Path(__file__).resolve().parent / "static"
PREFIX = "/static/"
MARK = re.compile(r"\.([0-9a-f]{8})(\.[a-z0-9]+)$")
MEDIA_TYPES = {
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/vnd.microsoft.icon",
    ".txt": "text/plain; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


def asset_address(name: str) -> str:
    """Return the address of a static file: "fonts/a.woff2" -> "/static/fonts/a.1b2c3d4e.woff2".

    Raises KeyError, naming the file, when there is none of that name.
    """
    return _addresses()[name]


def find_asset(address: str) -> tuple[Path, str] | None:
    """Return the file and media type behind an address of `asset`, or None."""
    return _files().get(address)


def read_asset(address: str) -> bytes | None:
    """Return the bytes that an address stands for, or None if the package has others or none.

    The package may be replaced while this process runs: the name is then older than the file.
    """
    found, marked = find_asset(address), MARK.search(address)
    try:
        body = found[0].read_bytes() if found else b""
    except OSError:
        return None
    return body if marked and fingerprint(body) == marked[1] else None


def other_generation(address: str) -> tuple[Path, str] | None:
    """Return the file of that name though its fingerprint is another, or None.

    For a page whose own files nobody has kept: it still looks much as it did.
    """
    marked = MARK.search(address)
    return _by_name().get(address[: marked.start()] + marked[2]) if marked else None


def asset_addresses() -> frozenset[str]:
    """Return the address of every static file."""
    return frozenset(_files())


def fingerprint(body: bytes) -> str:
    """Return the eight signs that tell a file's content in its name."""
    return hashlib.sha256(body).hexdigest()[:8]


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Path, str]]:
    """Return file and media type by address without a fingerprint."""
    return {MARK.sub(r"\2", address): found for address, found in _files().items()}


@lru_cache(maxsize=1)
def _addresses() -> dict[str, str]:
    """Return the address of every static file by its name."""
    return {name: _address(name, path) for name, path in _paths().items()}


@lru_cache(maxsize=1)
def _files() -> dict[str, tuple[Path, str]]:
    """Return file and media type by address."""
    return {
        _address(name, path): (path, MEDIA_TYPES[path.suffix]) for name, path in _paths().items()
    }


@lru_cache(maxsize=1)
def _paths() -> dict[str, Path]:
    """Return the static files that may be served by name, those of the site's package first."""
    found = folders.files_of_kind("static", FOLDER)
    return {name: path for name, path in sorted(found.items()) if path.suffix in MEDIA_TYPES}


def _address(name: str, path: Path) -> str:
    """Put the first eight signs of the content's hash before the file's suffix."""
    mark = fingerprint(path.read_bytes())
    return f"{PREFIX}{name.removesuffix(path.suffix)}.{mark}{path.suffix}"
