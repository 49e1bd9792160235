"""Lead a requested path to the file of its sheet, and refuse what leads elsewhere."""

import re
from functools import lru_cache
from typing import NamedTuple

LONGEST = 1024
UNSAFE = re.compile(r"[\x00-\x1f\x7f\\\ufffd]")
EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,12}$")
PRIVATE_ENDINGS = (".gone", ".redirect", ".tmp", ".gz", ".br")
PARTS = "_f"
ARTICLE = re.compile(r"^/([a-z][a-z0-9-]*)/(\d{4})/(\d{2})/(\d{2})/[^/]*-([0-9a-z]+)/$")


class Elsewhere(NamedTuple):
    """The address that says the same in the one right spelling."""

    address: str


@lru_cache(maxsize=4096)
def stem_of(path: str) -> str | Elsewhere | None:
    """Return the file's path in the store, without .gz; another address; or None if refused.

    "/a/b/" is "a/b.html", "/" is "index.html", "/x/y.xml" is "x/y.xml"; parts of pages, below
    "/_f/", have the address of their file.
    """
    if len(path) > LONGEST or not path.startswith("/") or UNSAFE.search(path):
        return None
    parts = path[1:].split("/")
    folder = parts[-1] == "" and len(parts) > 1
    names = parts[:-1] if folder else parts
    if "" in names and path != "/":
        return None if _climbs(names) else Elsewhere("/" + path.lstrip("/").replace("//", "/"))
    if _climbs(names):
        return None
    return _stem(path, names, folder=folder)


def _climbs(names: list[str]) -> bool:
    """Tell whether a part of the path is hidden or leads upwards; .well-known alone may hide."""
    return any(name.startswith(".") and name != ".well-known" for name in names)


def _stem(path: str, names: list[str], *, folder: bool) -> str | Elsewhere | None:
    """Return the file of a path whose parts are plain."""
    if path in {"/", "/index/", "/index.html", "/index"}:
        return "index.html" if path == "/" else Elsewhere("/")
    whole = "/".join(names)
    if names[0] == PARTS:
        return None if folder or whole.endswith(PRIVATE_ENDINGS) else whole
    if folder:
        return None if EXTENSION.search(names[-1]) else f"{whole}.html"
    if whole.endswith(PRIVATE_ENDINGS):
        return None
    if whole.endswith(".html"):
        return Elsewhere(f"/{whole.removesuffix('.html')}/")
    return whole if EXTENSION.search(names[-1]) else Elsewhere(f"/{whole}/")


def article_of(path: str) -> tuple[str, str] | None:
    """Return the day's folder and the short id of an article's address, or None."""
    found = ARTICLE.match(path)
    if not found:
        return None
    edition, year, month, day, short = found.groups()
    return f"{edition}/{year}/{month}/{day}", short
