"""Pictures: renditions that a browser may choose among."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture; address under /media/."""

    address: str
    width: int
    height: int
    media_type: str = "image/jpeg"
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the fallback file and better ones.

    fallback: a JPEG (or PNG) every browser reads; width and height are printed from it.
    renditions: AVIF and WebP in several widths, best type first. Without fallback the
    picture is missing and only the caption stays. The languages are BCP 47, only where a text
    is not in the page's language.
    """

    fallback: Rendition | None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    renditions: tuple[Rendition, ...] = ()
    alt_language: str = ""
    caption_language: str = ""
    credit_language: str = ""
