"""Builders for the tests of linked slots: a page with one, and the part that belongs there."""

import brotli

from dateline.press.stores.gzips import Slot, compress, sliced

PAGE, RAIL = "/en/tides/", "/_f/en/rail.html"
LINK = f'<section data-part="{RAIL}" data-v="0"><a href="/en/latest/">More news</a></section>'
HEAD, TAIL = "<title>Tides</title>" + "<p>High at six.</p>" * 300, "<footer>Kelmar</footer>" * 20


def part(version, text):
    """Return a part as its template writes it."""
    return f'<section data-part="{RAIL}" data-v="{version}">{text}</section>'


def linked_part(version, text):
    """Return the part as a page of its own, that is all slot."""
    body = part(version, text).encode()
    return sliced(body, [Slot(0, len(body), RAIL, version)])


def linked_page(version=0, text=""):
    """Return a page with a link in its slot, or one that holds a version of the part."""
    inside = part(version, text) if version else LINK
    head, within = HEAD.encode(), inside.encode()
    slot = Slot(len(head), len(head + within), RAIL, version)
    return sliced(head + within + TAIL.encode(), [slot])


def put_part(sheets, version, text):
    """Write the part's own file."""
    return _put(sheets / "_f/en/rail.html.gz", linked_part(version, text))


def put_page(sheets, version=0, text="", *, with_brotli=False):
    """Write a page with a slot."""
    whole = linked_page(version, text)
    if with_brotli:
        (sheets / "en/tides.html.br").write_bytes(brotli.compress(whole, quality=5))
    return _put(sheets / "en/tides.html.gz", whole)


def _put(file, body):
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(".tmp")
    aside.write_bytes(compress(body))
    aside.replace(file)
    return file
