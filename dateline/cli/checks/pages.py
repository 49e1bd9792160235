"""See whether pressed pages lead anywhere dead, or print what nobody wrote for readers."""

import re
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from dateline.cli.pressing import progress
from dateline.extend import Finding
from dateline.front import assets, generations
from dateline.server.paths import Elsewhere, stem_of
from dateline.settings.site import SiteConfig

LINK = re.compile(r"""<[a-z][^<>]*?\s(?:href|src)=["']?(/[^"'\s>#?]*)""")
SET = re.compile(r"""\ssrcset=["']([^"']*)["']""")
DYNAMIC = re.compile(r"^/(newsroom|a)/|/latest/stream$")
MOST = 50


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find dead links, leaks and files that are no sheets, page by page."""
    from dateline.front.words import leaks

    dead: dict[str, list[str]] = {}
    known: dict[str, bool] = {}
    if site.press.store != "folder":
        yield Finding("note", site.sheets_place, "is looked over by: dateline press check")
        return
    files = sorted(site.sheets_dir.rglob("*.html.gz"))
    if not files:
        yield Finding("note", str(site.sheets_dir), "nothing is pressed yet: dateline press")
    with progress(len(files), "Looking at pages") as advance:
        for file in files:
            page = _text(file)
            name = _address(file, site.sheets_dir)
            if page is None:
                yield Finding("wrong", str(file), "is no gzip file: dateline press --all")
                continue
            for leak in leaks(page)[:3]:
                yield Finding("wrong", name, f"prints what was not written for readers: {leak!r}")
            for link in links(page):
                if not known.setdefault(link, something_lies_at(site, link)):
                    dead.setdefault(link, []).append(name)
            advance(1)
    yield from _dead_link_findings(dead)


def _dead_link_findings(dead: dict[str, list[str]]) -> Iterator[Finding]:
    """Tell of each dead address once, with a page that names it."""
    for link, pages in sorted(dead.items())[:MOST]:
        more = f"; so do {len(pages) - 1} more" if len(pages) > 1 else ""
        yield Finding("wrong", pages[0], f"links to {link}, where there is nothing{more}")
    if len(dead) > MOST:
        yield Finding("wrong", "pages", f"{len(dead) - MOST} more addresses lead to nothing")


def links(page: str) -> set[str]:
    """Return the addresses on this site that a page links to or shows."""
    found = set(LINK.findall(page))
    for many in SET.findall(page):
        found |= {part.split()[0] for part in many.split(",") if part.strip()}
    here = {unquote(unescape(link)) for link in found}
    return {link for link in here if link.startswith("/") and not link.startswith("//")}


def something_lies_at(site: SiteConfig, link: str) -> bool:
    """Tell whether something lies at an address: a sheet, a redirect or a file."""
    if DYNAMIC.search(link):
        return True
    if link.startswith("/static/"):
        return bool(assets.find_asset(link) or generations.design_file(site.static_dir, link))
    if link.startswith("/media/"):
        file = site.media_dir / link.removeprefix("/media/")
        return bool(site.media_elsewhere) or file.is_file()
    stem = stem_of(link)
    if stem is None or isinstance(stem, Elsewhere):
        return False
    base = site.sheets_dir / stem.removesuffix(".html")
    return (site.sheets_dir / f"{stem}.gz").is_file() or Path(f"{base}.redirect").is_file()


def _text(file: Path) -> str | None:
    """Return a pressed page's text; None if it is no gzip file."""
    try:
        return zlib.decompress(file.read_bytes(), wbits=31).decode("utf-8", "replace")
    except (OSError, zlib.error):
        return None


def _address(file: Path, root: Path) -> str:
    """Return the address of a pressed page."""
    name = file.relative_to(root).as_posix().removesuffix(".html.gz")
    return "/" if name == "index" else f"/{name}/"
