"""The frame around every page: edition, chrome, links, the breaking strip."""

from dataclasses import dataclass
from datetime import datetime

from dateline.front.records.pictures import Rendition


@dataclass(frozen=True, slots=True)
class Link:
    """One address with its text; without an address the text stands alone.

    language: BCP 47, only where the text is not in the page's language.
    """

    text: str
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in one edition (the page itself among them, if it has others).

    name: the language in its own words ("Українська"); default: the site's default edition,
    for hreflang x-default.
    """

    locale: str
    language: str
    name: str
    address: str
    direction: str = "ltr"
    default: bool = False


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One feed of a page; in the head and on the page of feeds."""

    title: str
    address: str
    media_type: str = "application/rss+xml"


@dataclass(frozen=True, slots=True)
class Edition:
    """The part of an edition that every page shows: a facet of ("edition", id).

    language: of the catalogue ("uk"); locale: BCP 47 ("uk-UA") for html lang, hreflang, CLDR;
    base: absolute base of the readers' site without a closing slash, for canonical and feeds.
    Addresses that are empty are not offered anywhere. sections: the navigation, in order.
    work: standing pages of the footer ("How we work"), in order. languages: the homes of all
    editions, this one included; shown when there are two or more.
    """

    code: str
    language: str
    locale: str
    brand: str
    zone: str
    base: str
    home: str
    tagline: str = ""
    direction: str = "ltr"
    public: bool = True
    sections: tuple[Link, ...] = ()
    work: tuple[Link, ...] = ()
    languages: tuple[Alternate, ...] = ()
    latest: str = ""
    archive: str = ""
    corrections: str = ""
    ethics: str = ""
    feeds: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """One breaking line on top of every page until it ends by itself."""

    headline: str
    time: datetime
    address: str = ""


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of one page; every page's template takes it as `chrome`.

    title: without the brand; empty on the home page. address: root-relative, of this page
    (canonical; empty on 404). current: the address in the navigation that is marked as the
    page's place. noindex is also set when the edition is not public. image: for link previews.
    """

    edition: Edition
    title: str = ""
    description: str = ""
    address: str = ""
    current: str = ""
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    strip: Strip | None = None
    image: Rendition | None = None
    noindex: bool = False
