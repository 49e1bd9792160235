"""Danish."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(code="da", letters={"æ": "ae", "ø": "oe", "å": "aa"}, latin_and="og")
