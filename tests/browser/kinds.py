"""Tell the kind of a page from its address, for the address says what a page is."""

import re

DAY = r"\d{4}/\d{2}/\d{2}"
PATTERNS = {
    "home": r"",
    "newsfeed": r"latest/",
    "newsfeed-day": r"latest/\d{4}-\d{2}-\d{2}/",
    "newsfeed-label": r"latest/[a-z]+/",
    "article": rf"{DAY}/[^/]+-[a-z0-9]+/",
    "day": rf"{DAY}/",
    "month": r"\d{4}/\d{2}/",
    "year": r"\d{4}/",
    "story": r"story/[^/]+/",
    "story-newest": r"story/[^/]+/newest/",
    "story-source": r"story/[^/]+/source/[^/]+/",
    "person": r"person/[^/]+/",
    "source": r"source/[^/]+/",
    "programme": r"programme/[^/]+/",
    "tag": r"tag/[^/]+/",
    "not-found": r"404/",
    "standing": r"(about|ethics|corrections|feeds|access|offline|search|imprint|contact|privacy)/",
    "section": r"(?!latest|stor(y|ies)|person|source|programme|tag|404)[a-z][^/]*/",
}
WITHDRAWN = "withdrawn"
KINDS = {kind: re.compile(rf"/[a-z]{{2}}/{rest}") for kind, rest in PATTERNS.items()}
EDITIONS = ["en", "uk"]
EVERY = [(kind, edition) for kind in PATTERNS for edition in EDITIONS] + [(WITHDRAWN, "en")]
PICTURED = ["home", "newsfeed", "article", "story", "section", "person"]
BUDGETED = ["newsfeed", "article", "story", "home"]


def kind_of(address):
    """Name the kind of one address; None for an address that nobody has named."""
    return next((kind for kind, shape in KINDS.items() if shape.fullmatch(address)), None)


def addresses(sheets, ending=".html.gz"):
    """List the addresses of the pressed pages below a folder, in order; parts are no pages."""
    found = []
    for file in sorted(sheets.rglob(f"*{ending}")):
        path = file.relative_to(sheets).as_posix().removesuffix(ending)
        if not path.startswith("_f/"):
            found.append("/" if path == "index" else f"/{path}/")
    return found


def by_kind(sheets):
    """Group the addresses by edition and kind, the longest page of each kind first.

    The longest page is taken to show the most parts, so it is the one to look at.
    """
    found = {}
    for address in addresses(sheets):
        if kind := kind_of(address):
            found.setdefault((_edition(address), kind), []).append(address)
    for pages in found.values():
        pages.sort(key=lambda address: -file_of(sheets, address).stat().st_size)
    for address in addresses(sheets, ".gone.gz"):
        found.setdefault((_edition(address), WITHDRAWN), []).append(address)
    return found


def _edition(address):
    return address.split("/")[1]


def file_of(sheets, address):
    """Return the pressed file of an address that ends in a slash."""
    return sheets / f"{address.strip('/') or 'index'}.html.gz"
