"""Make the words of addresses: slugs in Latin letters and short ids without look-alikes."""

import re
import unicodedata
import zlib
from hashlib import blake2b

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

# The national transliteration of 2010 (resolution 55 of the Cabinet of Ministers, 27 January).
CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia"
KMU_2010 = dict(zip(CYRILLIC, LATIN.split(" "), strict=True))
KMU_2010_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
# Letters of other Cyrillic alphabets, so that a name in a headline keeps its sound.
OTHER_CYRILLIC = {"ё": "io", "ъ": "", "ы": "y", "э": "e", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj"}
RUSSIAN = {"г": "g", "и": "i", "е": "e", "й": "y"}
# Letters that NFKD does not take apart.
OTHER_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
OTHER_LATIN |= {"ı": "i", "ħ": "h", "ŋ": "ng", "&": " and "}

APOSTROPHES = re.compile("['’ʼ‘`´]")
NOT_SLUG = re.compile(r"[^a-z0-9]+")
YEAR = re.compile(r"\d{4}", re.ASCII)


def slug(text: str, language: str = "en", limit: int = 80) -> str:
    """Return words of an address: a-z, 0-9 and single hyphens, never empty.

    limit: length in code points, cut between words where it can be.
    """
    plain = _transliterate(text.lower(), language.partition("-")[0])
    words = NOT_SLUG.sub("-", _ascii(plain)).strip("-")
    if not words:
        return "x" + _in_signs(zlib.crc32(text.encode()), 7)
    return _cut(words, limit)


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


def _transliterate(text: str, language: str) -> str:
    """Write Cyrillic in Latin letters, by the Ukrainian rules unless the text is Russian."""
    text = APOSTROPHES.sub("", unicodedata.normalize("NFC", text))
    table = KMU_2010 | OTHER_CYRILLIC | OTHER_LATIN
    initial = KMU_2010_INITIAL
    if language == "ru":
        table, initial = table | RUSSIAN, KMU_2010_INITIAL
    else:
        text = text.replace("зг", "zgh")
    written, before = [], " "
    for sign in text:
        at_start = not before.isalpha()
        written.append(initial[sign] if at_start and sign in initial else table.get(sign, sign))
        before = sign
    return "".join(written)


def _ascii(text: str) -> str:
    """Drop accents and whatever has no Latin letter."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _cut(words: str, limit: int) -> str:
    """Shorten a slug to the limit, between two words if the first one fits."""
    if len(words) <= limit:
        return words
    head = words[: limit + 1].rpartition("-")[0]
    return head or words[:limit]
