"""Serbian in Latin letters: a name in Cyrillic is written as sr writes it."""

from dateline.lib.languages import sr
from dateline.lib.languages.model import Language

LANGUAGE = Language(code="sr_Latn", letters={**sr.LANGUAGE.letters, "đ": "dj"}, latin_and="i")
