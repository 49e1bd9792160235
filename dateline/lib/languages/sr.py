"""Serbian in Cyrillic. Addresses: the country's own Latin alphabet without its accents."""

from dateline.lib.languages.model import Language

LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџш"
LATIN = "a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s"

LANGUAGE = Language(
    code="sr", letters=dict(zip(LETTERS, LATIN.split(), strict=True)), latin_and="i"
)
