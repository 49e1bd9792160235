"""Builders for the tests of linked slots: a page with one, and the part that belongs there."""

import brotli

from dateline.press.stores.gzips import Slot, compress, sliced

PAGE, RAIL = "/en/tides/", "/_f/en/rail.html"
HEAD, TAIL = "<title>Tides</title>" + "<p>High at six.</p>" * 300, "<footer>Kelmar</footer>" * 20


def part(version, text):
    """Return a part as its template writes it."""
    return f'<section data-part="{RAIL}" data-v="{version}">{text}</section>'


def linked_part(version, text):
    """Return the part as a page of its own, that is all slot."""
    body = part(version, text).encode()
    return sliced(body, [Slot(0, len(body), RAIL, version)])


def linked_page(version, text):
    """Return a page into which a version of the part is baked."""
    head, baked = HEAD.encode(), part(version, text).encode()
    slot = Slot(len(head), len(head + baked), RAIL, version)
    return sliced(head + baked + TAIL.encode(), [slot])


def put_part(sheets, version, text):
    """Write the part's own file."""
    return _put(sheets / "_f/en/rail.html.gz", linked_part(version, text))


def put_page(sheets, version, text, *, with_brotli=False):
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
