"""Keep the design's files of this version in the site's folder, for pages that outlive it.

A page names a file by its content. Once the package is replaced, pages of the version before
are still out, on the disk, in caches and in browsers: each shall find the very bytes it names.
The press removes a generation once no page needs it (`dateline.press.filing.generations`).
Imports no Django: a machine that only serves readers keeps its design too.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from dateline.front import assets

STEP = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
NAME = re.compile(rf"^{assets.PREFIX}((?:{STEP}/)*{STEP}\.[0-9a-f]{{8}}(\.[a-z0-9]+))$")


class NotKept(OSError):
    """A folder that takes no file of the design; the words say which one, and why."""


def put_design_files(folder: Path) -> frozenset[str]:
    """Put every file of this version's design below the folder; return their names there.

    A file that lies there whole is never written again. Raises NotKept where the folder takes
    nothing; what was put there before stays.
    """
    names = {address.removeprefix(assets.PREFIX): address for address in assets.asset_addresses()}
    try:
        for name, address in sorted(names.items()):
            if not _whole(folder / name):
                _put(folder / name, assets.read_asset(address))
    except OSError as why:
        raise NotKept(
            f"{folder} does not take the design's files ({why.strerror}): readers get this "
            "version's from the package, and will lack them after the next upgrade"
        ) from why
    return frozenset(names)


def design_file(folder: Path, address: str) -> tuple[Path, str] | None:
    """Return the file of any generation that lies below the folder, and its media type."""
    named = NAME.match(address)
    if named is None or named[2] not in assets.MEDIA_TYPES:
        return None
    file = folder / named[1]
    return (file, assets.MEDIA_TYPES[named[2]]) if os.access(file, os.R_OK) else None


def _whole(file: Path) -> bool:
    """Tell whether a file holds what its name says."""
    marked = assets.MARK.search(file.name)
    try:
        body = file.read_bytes()
    except FileNotFoundError:
        return False
    return marked is not None and assets.fingerprint(body) == marked[1]


def _put(file: Path, body: bytes | None) -> None:
    """Write a file beside its place, see it on the disk, then give it its name.

    body: None where the package has been replaced meanwhile; its new process keeps the new one.
    """
    if body is None:
        return
    written = file.with_name(f"{file.name}.{secrets.token_hex(4)}.tmp")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with written.open("xb") as opened:
            opened.write(body)
            opened.flush()
            os.fsync(opened.fileno())
        written.replace(file)
    finally:
        with suppress(OSError):
            written.unlink(missing_ok=True)
