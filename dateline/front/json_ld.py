"""Linked data for machines: one JSON-LD block a page, schema.org's words.

Times keep their offset, addresses are absolute, and nothing is said that the page does not
show.
"""

import json
from datetime import datetime

from markupsafe import Markup

from dateline.front.absolute_addresses import absolute
from dateline.front.records import ArticleView, Byline, Chrome, Correction, Edition
from dateline.lib import when

TYPES = {
    "report": "NewsArticle",
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "background": "BackgroundNewsArticle",
    "review": "ReviewNewsArticle",
}


def article_linked(article: ArticleView, chrome: Chrome) -> Markup:
    """Return the JSON-LD of an article."""
    edition = chrome.edition
    address = absolute(article.address, edition.base)
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": TYPES[article.kind],
        "@id": f"{address}#article",
        "mainEntityOfPage": address,
        "url": address,
        "headline": article.headline,
        "description": article.standfirst,
        "inLanguage": edition.locale,
        "datePublished": _time(article.published, edition),
        "dateModified": _time(_modified(article), edition),
        "dateline": article.place,
        "articleSection": article.section.text if article.section else "",
        "keywords": [tag.text for tag in article.tags],
        "author": _authors(article.bylines, edition),
        "publisher": publisher(edition),
        "image": _image(chrome),
        "correction": [_correction(note, edition) for note in article.corrections],
        "isAccessibleForFree": True,
    }
    return script({name: value for name, value in found.items() if value})


def _correction(note: Correction, edition: Edition) -> dict[str, object]:
    """Return one correction: what is right, and why; its language where it is another."""
    said = note.text or note.now
    found = {
        "@type": "CorrectionComment",
        "text": " ".join(one.text for one in (said, note.reason) if one),
        "inLanguage": said.language,
        "datePublished": _time(note.at, edition),
    }
    return {name: value for name, value in found.items() if value}


def publisher(edition: Edition) -> dict[str, object]:
    """Return the newsroom as an organisation, with the policies that it publishes."""
    found: dict[str, object] = {
        "@type": "NewsMediaOrganization",
        "@id": f"{absolute(edition.home, edition.base)}#newsroom",
        "name": edition.brand,
        "url": absolute(edition.home, edition.base),
    }
    if edition.ethics:
        found["ethicsPolicy"] = absolute(edition.ethics, edition.base)
    if edition.corrections:
        found["correctionsPolicy"] = absolute(edition.corrections, edition.base)
    return found


def newsroom_linked(edition: Edition) -> Markup:
    """Return the JSON-LD of a home page: who publishes here."""
    return script({"@context": "https://schema.org"} | publisher(edition))


def script(found: dict[str, object]) -> Markup:
    """Return a block of data that no text in it can close."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(
        Markup(text)  # noqa: S704  escaped for a script just above
    )


def _modified(article: ArticleView) -> datetime:
    """Return the last change that matters: an update or a correction."""
    changes = [note.at for note in article.corrections]
    return max([article.updated or article.published, *changes])


def _authors(bylines: tuple[Byline, ...], edition: Edition) -> list[dict[str, object]]:
    """Return the authors as persons; the newsroom where nobody is named."""
    if not bylines:
        return [publisher(edition)]
    return [_person(author, edition) for author in bylines]


def _person(author: Byline, edition: Edition) -> dict[str, object]:
    """Return one author, with the page about them if there is one."""
    found: dict[str, object] = {"@type": "Person", "name": author.name}
    if author.address:
        found["url"] = absolute(author.address, edition.base)
    return found


def _image(chrome: Chrome) -> list[dict[str, object]]:
    """Return the picture for previews, if the page has one."""
    image = chrome.image
    if image is None:
        return []
    address = absolute(image.address, chrome.edition.base)
    return [{"@type": "ImageObject", "url": address, "width": image.width, "height": image.height}]


def _time(at: datetime, edition: Edition) -> str:
    """Return a time with the offset of the edition's zone."""
    return when.machine(at, edition.zone)
