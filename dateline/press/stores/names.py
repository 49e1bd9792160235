"""Names: which addresses can be sheets', and what their files are called."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.press.errors import BadPath

SAFE = re.compile(r"/(?:[^/\x00-\x1f\x7f\\]+/)*[^/\x00-\x1f\x7f\\]*")
OURS = (".gz", ".br", ".zst", ".tmp", ".gone", ".redirect")
LONGEST = 200  # bytes of one step of an address; 255 are a file system's, the rest is for endings
OPEN = ".well-known"
ALONE = "_f/"  # parts that pages fetch: their addresses are their files' names


@lru_cache(maxsize=1024)
def checked(path: str) -> str:
    """Return the address if it can be a sheet's; raises BadPath."""
    parts = path[1:].split("/")
    if not SAFE.fullmatch(path) or any(part.startswith(".") and part != OPEN for part in parts):
        raise BadPath(f"“{path}” cannot be a sheet's address", path)
    if any(part.casefold().endswith(OURS) for part in parts):
        words = f"“{path}” cannot be a sheet's address: files of that ending are the press's"
        raise BadPath(words, path)
    if any(len(part.encode("utf-8", "surrogatepass")) > LONGEST for part in parts):
        words = f"“{path[:80]}…” cannot be a sheet's address: a step of it is too long"
        raise BadPath(words, path)
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


def address(name: str) -> str:
    """Return the address that a file's name (without .gz) stands for."""
    if name == "index.html":
        return "/"
    if name.startswith(ALONE):
        return f"/{name}"
    return f"/{name.removesuffix('.html')}/" if name.endswith(".html") else f"/{name}"
