"""Belarusian. Addresses: letters near to the sound, without accents."""

from dateline.lib.languages import uk
from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="be",
    letters={**uk.LANGUAGE.letters, "ў": "u", "і": "i", "ы": "y", "э": "e", "ё": "io"},
    initials={"е": "ye", "ё": "yo", "й": "y", "ю": "yu", "я": "ya"},
    latin_and="i",
)
