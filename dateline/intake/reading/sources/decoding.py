"""Find the encoding of raw bytes, and refuse what is no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dateline.intake.reading.errors import UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"RIFF", "a sound, film or picture file"),
    (b"ID3", "a sound file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CHARSET = re.compile(
    rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_\-]{2,40})", re.I
)
_ONE_BYTE = re.compile(r"(?:windows-|cp|iso-?8859|koi8|mac|gb|big5|shift|euc|latin)")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_HIGH = bytes(range(128, 256))
_PAGE = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:!doctype\s+html|html|head|body)", re.I
)
_TAG = re.compile(
    r"<(?:p|div|h[1-6]|article|main|section|title|meta|br|ul|span|a)\b[^<>]{0,300}>", re.I
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was found in, and how many bytes could not be read."""

    text: str
    encoding: str
    replaced: int = 0


def decode(body: bytes, *, media_type: str | None) -> Decoded:
    """Read bytes as text: byte order mark, UTF-8, the declared charset, then a fallback.

    Raises UnreadableSource for binary bytes and for an encoding nobody can tell.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strict(body, encoding)
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            raise UnreadableSource(f"the source is {kind}, not a text or a page")
    wide = _wide(body)
    if wide:
        return _strict(body, wide)
    _refuse_binary(body)
    return _utf8(body) or _declared(body, media_type) or _fallback(body)


def is_page(text: str, media_type: str | None) -> bool:
    """Tell HTML from plain text: by the media type, else by how it begins."""
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    if kind == "text/plain":
        return False
    return bool(_PAGE.match(text)) or len(_TAG.findall(text[:20_000])) >= 3


def _strict(body: bytes, encoding: str) -> Decoded:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as why:
        raise UnreadableSource(f"the source says it is {encoding}, but is not") from why
    if "\x00" in text:
        raise UnreadableSource("the source is binary, not a text or a page")
    return Decoded(text.removeprefix("\ufeff"), encoding.removesuffix("-sig"))


def _wide(body: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its zero bytes, which stand on one side only."""
    sample = body[:4000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(body) % 2 == 0 and max(even, odd) > 0.3 * half and min(even, odd) < 0.02 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _refuse_binary(body: bytes) -> None:
    controls = len(body) - len(body.translate(None, _CONTROLS))
    if b"\x00" in body or controls > len(body) * 0.01 + 2:
        raise UnreadableSource("the source is binary, not a text or a page")


def _utf8(body: bytes) -> Decoded | None:
    """Read UTF-8, forgiving a broken byte in a thousand where the rest clearly is UTF-8."""
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    wide = sum(1 for letter in text if letter > "\x7f") - broken
    if broken <= 2 + len(text) // 1000 and wide >= 4 * broken:
        return Decoded(text, "utf-8", broken)
    return None


def _declared(body: bytes, media_type: str | None) -> Decoded | None:
    """Try the charset of the transport, then that of the page's own head."""
    transport = _CHARSET.search((media_type or "").encode("ascii", "ignore"))
    own = _CHARSET.search(body[:4096])
    for found in (transport, own):
        name = found.group(1).decode("ascii").lower() if found else ""
        if not _ONE_BYTE.match(name):
            continue
        name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1") else name
        try:
            text = body.decode(name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
        if _plausible(text):
            return Decoded(text, name)
    return None


def _fallback(body: bytes) -> Decoded:
    """Choose between the one-byte Cyrillic and Latin encodings by the shape of words."""
    high = len(body) - len(body.translate(None, _HIGH))
    runs = re.findall(rb"[\x80-\xff]{3,}", body)
    if sum(map(len, runs)) * 2 > high:
        letters = b"".join(runs)
        lower = sum(1 for byte in letters if byte >= 0xE0)
        order = ("cp1251", "koi8_u") if lower * 2 > len(letters) else ("koi8_u", "cp1251")
    else:
        order = ("cp1252", "iso8859_15")
    for encoding in order:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text):
            return Decoded(text, encoding)
    raise UnreadableSource("the source is in no encoding the desk can tell; save it as UTF-8")


def _plausible(text: str) -> bool:
    """Ask whether most characters beyond ASCII are letters or printers' marks."""
    beyond = [letter for letter in text if letter > "\x7f"]
    good = sum(1 for letter in beyond if letter.isalpha() or letter in "«»„“”‘’–—…№§°€£©®\xa0·•")
    return good >= 0.8 * len(beyond)
