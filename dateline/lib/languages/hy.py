"""Armenian. Addresses: two letters sound otherwise where they begin a word."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(code="hy", initials={"ե": "ye", "ո": "vo"}, latin_and="ev")
