"""Norwegian, the parent of Bokmål and Nynorsk in CLDR."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(code="no", letters={"æ": "ae", "ø": "oe", "å": "aa"}, latin_and="og")
