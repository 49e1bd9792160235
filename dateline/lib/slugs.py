"""Make the words of addresses: slugs in Latin letters and short ids without look-alikes."""

import re
import unicodedata
import zlib
from hashlib import blake2b

from dateline.lib import languages, latin
from dateline.lib.languages.uk import LANGUAGE as UKRAINIAN

# No vowels (no words by accident), no 0 o 1 l i (no look-alikes in print or by telephone).
SIGNS = "23456789bcdfghjkmnpqrstvwxyz"
SHORT_ID_LENGTH = 7

# First segments of an edition that are not sections; years are reserved besides.
RESERVED_WORDS = (
    "404 410 a about access contact corrections ethics feed feeds gone imprint latest live media "
    "newsroom offline person programme robots search sitemap source static stories story stream "
    "tag topic"
)
RESERVED = frozenset(RESERVED_WORDS.split())

APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼʻ‘`´′](?=[^\W\d_])")
AND = re.compile(r"(?<=\w)\s*&\s*(?=\w)")
NOT_SLUG = re.compile(r"[^a-z0-9]+")
CYRILLIC = UKRAINIAN.letters.keys()
YEAR = re.compile(r"\d{4}", re.ASCII)


def slug(text: str, language: str = "en", limit: int = 80) -> str:
    """Return words of an address: a-z, 0-9 and single hyphens, never empty.

    Whatever is no letter, digit or apostrophe inside a word parts words. A text that mostly
    cannot be written in Latin letters (Chinese, "???") gets seven signs that stand for it.
    limit: length in code points, cut between words where it can be.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    words = NOT_SLUG.sub("-", _in_latin(text, languages.language(language))).strip("-")
    return _cut(words or "x" + _in_signs(zlib.crc32(text.encode()), SHORT_ID_LENGTH), limit)


def is_reserved(text: str) -> bool:
    """Return whether a section or page may not bear this slug: the address has a meaning."""
    return text in RESERVED or bool(YEAR.fullmatch(text))


def short_id(n: int) -> str:
    """Return seven signs that stand for a number (a UUID's or a key), always the same ones.

    Two numbers may share an id (once in 10^10): who stores it must check.
    """
    digest = blake2b(n.to_bytes(16 if n < 1 << 128 else 64, "big"), digest_size=8).digest()
    return _in_signs(int.from_bytes(digest, "big"), SHORT_ID_LENGTH)


def _in_signs(n: int, length: int) -> str:
    """Write the low part of a number with the signs of short ids."""
    written = []
    for _ in range(length):
        n, rest = divmod(n, len(SIGNS))
        written.append(SIGNS[rest])
    return "".join(reversed(written))


def _in_latin(text: str, rules: languages.Language) -> str:
    """Write a text in Latin letters; "" where more than a quarter have none."""
    text = latin.hiragana(APOSTROPHE.sub("", text))
    text = AND.sub(f" {rules.latin_and} ", text) if rules.latin_and else text
    letters = sum(map(str.isalpha, text))
    own = rules if rules.letters.keys() & CYRILLIC else UKRAINIAN
    initials = {**own.initials, **rules.initials}
    for signs, written in {**latin.TOGETHER, **own.sequences, **rules.sequences}.items():
        text = text.replace(signs, written)
    out, lost, before = [], 0, " "
    for sign in text:
        letter = rules.letters.get(sign)
        if sign in initials and not before.isalpha():
            letter = initials[sign]
        found = latin.of_sign(sign) if letter is None else letter
        lost += found is None and sign.isalpha()
        parts = found is None and unicodedata.category(sign) != "Cf"
        out.append("-" if parts else found or "")
        before = sign
    return "" if lost * 4 > letters else "".join(out).lower()


def _cut(words: str, limit: int) -> str:
    """Shorten a slug to the limit, between two words if the first one fits."""
    if len(words) <= limit:
        return words
    head = words[: limit + 1].rpartition("-")[0]
    return head or words[:limit]
