"""Clean editors' rich text for readers and take it apart into paragraphs.

Links to our own records become `dateline:article/9` and get their address on the page, so
that a facet holds ids and a moved article is found wherever it is linked.
"""

import re
from collections.abc import Iterator
from html import escape

import nh3
from lxml import html as lxml_html
from lxml.etree import _Element, tostring

TAGS = {"p", "br", "b", "strong", "i", "em", "sup", "sub", "a", "ul", "ol", "li"}
OWN = "dateline"
KINDS = {"article", "agent", "story"}
SCHEMES = {"http", "https", "mailto", OWN}
OWN_LINK = re.compile(rf'<a href="{OWN}:(\w+)/(\d+)">(.*?)</a>', re.DOTALL)
# Paragraphs of words alone, as most are: nothing in them to clean or to escape.
PLAIN = re.compile(r'<p(?: data-block-key="\w+")?>([^<>&\x00-\x08\x0b-\x1f\x7f]*)</p>')


def clean(text: str) -> str:
    """Return rich text with only what readers' pages allow; block by block, in order."""
    if not text.strip():
        return ""
    tree = lxml_html.fragment_fromstring(text, create_parent="div")
    for link in list(tree.iter("a")):
        _own_link(link)
    inside = _inside(tree)
    return nh3.clean(
        inside,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("paragraph", inside) and ("list", whole) of rich text, in order."""
    plain_one = PLAIN.fullmatch(text)
    if plain_one:
        inside = plain_one[1].strip()
        if inside:
            yield "paragraph", inside
        return
    yield from _parsed(text)


def _parsed(text: str) -> Iterator[tuple[str, str]]:
    cleaned = clean(text)
    if not cleaned:
        return
    tree = lxml_html.fragment_fromstring(cleaned, create_parent="div")
    if tree.text and tree.text.strip():
        yield "paragraph", escape(tree.text.strip(), quote=False)
    for child in tree:
        if child.tag in ("ul", "ol"):
            yield "list", _outer(child)
        elif child.tag == "p":
            inside = _inside(child).strip()
            if inside and inside != "<br>":
                yield "paragraph", inside
        else:
            yield "paragraph", _outer(child)
        if child.tail and child.tail.strip():
            yield "paragraph", escape(child.tail.strip(), quote=False)


def own_links(text: str) -> set[tuple[str, int]]:
    """Return the records that cleaned rich text links to."""
    return {(kind, int(pk)) for kind, pk, _inside in OWN_LINK.findall(text)}


def _own_link(link: _Element) -> None:
    """Turn a link to a record into our own scheme; one to what readers cannot see goes."""
    kind, pk = link.get("linktype"), link.get("id")
    if kind is None:
        return
    for name in list(link.attrib):
        del link.attrib[name]
    if kind in KINDS and pk and pk.isdigit():
        link.set("href", f"{OWN}:{kind}/{pk}")
    else:
        link.drop_tag()  # type: ignore[attr-defined]


def _inside(element: _Element) -> str:
    """Return the HTML inside an element."""
    text = escape(element.text or "", quote=False)
    return text + "".join(_outer(child, tail=True) for child in element)


def _outer(element: _Element, *, tail: bool = False) -> str:
    """Return the HTML of an element."""
    return tostring(element, encoding="unicode", method="html", with_tail=tail)


def plain(text: str) -> str:
    """Return plain words as HTML."""
    return escape(text.strip(), quote=False)
