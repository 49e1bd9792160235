"""Read what a page says of itself: JSON-LD, meta elements, title, canonical address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml import html

from dateline.intake.reading.days.dayline import moment
from dateline.intake.reading.sources.spans import fold

ARTICLES = re.compile(
    r"(?:News|Blog|Opinion|Report|Live|Analysis|Satirical|Tech|Scholarly)?\w{0,20}(?:Article|Posting)$"
)
MOST_NODES = 400
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
LONGEST = 600
_SEPARATORS = re.compile(r"\s+[|–—·»•:-]\s+|\s*\|\s*")
_META = {
    "headline": ("og:title", "twitter:title", "parsely-title", "dc.title", "title"),
    "site_name": ("og:site_name", "application-name", "parsely-site"),
    "published": (
        "article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "pubdate",
        "publishdate", "parsely-pub-date", "sailthru.date", "article.published", "dc.date", "date",
        "article:published", "og:article:published_time", "originalpublicationdate", "dcterms.date",
    ),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    "lead": ("og:description", "description", "twitter:description", "dc.description"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "byl"),
}  # fmt: skip


@dataclass
class Metadata:
    """A page's own words about itself; an empty text where it says nothing."""

    title: str = ""
    language: str = ""
    url: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    def rows(self) -> list[tuple[str, str]]:
        """Return what the stored text keeps, in a fixed order."""
        order = ("site_name", "headline", "published", "byline", "lead")
        rows = [(role, self.fields[role]) for role in order if self.fields.get(role)]
        return rows + [("tag", tag) for tag in self.tags]


def read_metadata(root: html.HtmlElement) -> Metadata:
    """Gather a page's metadata; JSON-LD is believed before meta elements."""
    metas = _metas(root)
    article = _article(root)
    title = _words(root.findtext(".//title"))
    fields = {role: _first(metas, names) for role, names in _META.items()}
    fields.update({role: words for role, words in _from_json(article).items() if words})
    fields["published"] = _moment(fields["published"]) or _moment(_itemprop(root))
    fields["headline"] = _without_site(fields["headline"] or title, fields["site_name"], root)
    if fields["byline"].startswith(("http:", "https:")):
        fields["byline"] = ""
    return Metadata(
        title=title[:300],
        language=_words(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"))[
            :12
        ],
        url=_canonical(root, metas),
        fields={role: words[:LONGEST] for role, words in fields.items()},
        tags=_tags(article, metas),
    )


def _metas(root: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = _words(element.get("content"))
        names = element.get("property") or element.get("name") or element.get("itemprop") or ""
        for name in names.split():
            if content:
                found.setdefault(name.lower(), []).append(content)
    return found


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _article(root: html.HtmlElement) -> dict[str, Any]:
    """Return the first JSON-LD node that is an article; empty without one."""
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and ARTICLES.search(kind):
                    return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Walk a JSON-LD document breadth first, to a limit."""
    queue = [data]
    for number, node in enumerate(queue):
        if number > MOST_NODES:
            return
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(
                value
                for key, value in node.items()
                if key in ("@graph", "mainEntity", "mainEntityOfPage")
            )


def _from_json(node: dict[str, Any]) -> dict[str, str]:
    publisher = node.get("publisher")
    return {
        "headline": _text(node.get("headline")) or _text(node.get("name")),
        "published": _text(node.get("datePublished")),
        "modified": _text(node.get("dateModified")),
        "lead": _text(node.get("description")),
        "site_name": _name(publisher),
        "byline": _name(node.get("author")),
    }


def _text(value: Any) -> str:
    """Take a text without the markup and entities that some sites put into their JSON."""
    return _words(unescape(_TAG.sub(" ", value))) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(one) for one in value[:10])))
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _words(value)


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _moment(words: str) -> str:
    return words if words and moment(words) else ""


def _itemprop(root: html.HtmlElement) -> str:
    for element in root.iter("time", "span", "div", "abbr", "p"):
        props = " ".join(element.get(name) or "" for name in ("itemprop", "class", "pubdate"))
        stamp = element.get("datetime") or element.get("content") or ""
        if stamp and re.search(r"datepublished|published|pubdate|entry-date", props, re.I):
            return stamp
    return ""


def _without_site(headline: str, site: str, root: html.HtmlElement) -> str:
    """Cut " | Site name" off a title, by the site's name or by what the first <h1> says."""
    parts = _SEPARATORS.split(headline)
    if len(parts) < 2:
        return headline
    head, tail = headline[: headline.rindex(parts[-1])].rstrip(" |–—·»•:-"), parts[-1]
    if site and fold(tail) in (fold(site), fold(site).removeprefix("the ")):
        return head
    titles = [fold(one.text_content()) for one in list(root.iter("h1", "h2"))[:8]]
    whole = [title for title in titles if len(title) >= 8]
    if fold(headline) not in whole:
        starts = [part for part in (head, parts[0], tail) if fold(part) in whole]
        return starts[0] if starts else headline
    return headline


def _canonical(root: html.HtmlElement, metas: dict[str, list[str]]) -> str:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return _words(link.get("href"))[:1000]
    return _first(metas, ("og:url",))[:1000]


def _tags(article: dict[str, Any], metas: dict[str, list[str]]) -> tuple[str, ...]:
    listed = article.get("keywords") or metas.get("article:tag") or []
    items = listed if isinstance(listed, list) else [listed]
    words = [part.strip() for item in items if isinstance(item, str) for part in item.split(",")]
    kept = dict.fromkeys(word for word in words if word and len(word) <= 60 and ":" not in word)
    return tuple(kept)[:20]
