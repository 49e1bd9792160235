"""Catalogues of the readers' pages, compiled in memory from their .po files.

Nothing has to be built at installation: a catalogue of a few hundred messages compiles in
milliseconds, once a process. English is the language of the sources and needs none.
"""

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "readers"
SOURCE_LANGUAGE = "en"


def catalogue_path(language: str) -> Path:
    """Return where the catalogue of a language lies, whether it is there or not."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def languages() -> tuple[str, ...]:
    """Return the languages that readers' pages speak, the sources' own first."""
    found = sorted(path.parent.parent.name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return (SOURCE_LANGUAGE, *(name for name in found if name != SOURCE_LANGUAGE))


def catalogue(language: str) -> Catalog:
    """Read a language's catalogue; an empty one where there is no file."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


@lru_cache(maxsize=16)
def translations(language: str) -> gettext.NullTranslations:
    """Return the translations of a language; the sources' words where one is missing."""
    if language == SOURCE_LANGUAGE or not catalogue_path(language).exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
