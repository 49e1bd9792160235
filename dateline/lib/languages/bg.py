"""Bulgarian. Addresses: the Transliteration Act of 2009."""

from dateline.lib.languages.model import DAY_FIRST, DAY_FIRST_SPANS, Language

LETTERS = "абвгдежзийклмнопрстуфхцчшщъьюя"
LATIN = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya"

LANGUAGE = Language(
    code="bg",
    patterns=DAY_FIRST,
    spans=DAY_FIRST_SPANS,
    letters=dict(zip(LETTERS, LATIN.split(), strict=True)),
    latin_and="i",
)
