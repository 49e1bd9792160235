"""Catalogues of the readers' pages, compiled in memory from their .po files.

Nothing has to be built at installation: a catalogue of a few hundred messages compiles in
milliseconds, once a process. A variant takes from its parents in CLDR what it does not say
itself. English is the language of the sources and needs none; a word that another language's
catalogues lack is refused and never said in English.
"""

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dateline.front.folders import folders_of_kind
from dateline.lib.sentences import MissingWord
from dateline.lib.tags import forebears, normal

FOLDER = Path(__file__).resolve().parent.parent / "locale"
DOMAIN = "readers"
SOURCE_LANGUAGE = "en"


def folders() -> tuple[Path, ...]:
    """Return the folders that hold catalogues, in the order in which they are searched."""
    return (*_added, *folders_of_kind("locale", FOLDER))


_added: list[Path] = []


def add_folder(folder: Path) -> None:
    """Search this folder for catalogues before all others."""
    _added.insert(0, folder)
    translations.cache_clear()


def remove_folder(folder: Path) -> None:
    """Search a folder that was added no more."""
    _added.remove(folder)
    translations.cache_clear()


def catalogue_path(language: str, folder: Path | None = None) -> Path:
    """Return where the catalogue of a language lies, ours or one folder's, there or not."""
    return (folder or FOLDER) / normal(language) / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue_paths(language: str) -> list[Path]:
    """Return the catalogues that are there of a language and its parents, the nearest first."""
    there = (catalogue_path(code, at) for code in forebears(language) for at in folders())
    return [path for path in there if path.exists()]


def languages() -> tuple[str, ...]:
    """Return the languages that readers' pages speak, the sources' own first."""
    pattern = f"*/LC_MESSAGES/{DOMAIN}.po"
    found = sorted({path.parent.parent.name for at in folders() for path in at.glob(pattern)})
    return (SOURCE_LANGUAGE, *(name for name in found if name != SOURCE_LANGUAGE))


def speaks_source(language: str) -> bool:
    """Return whether a language is that of the sources, or a variant of it."""
    return SOURCE_LANGUAGE in forebears(language)


def catalogue(language: str) -> Catalog:
    """Return a language's words, the nearest catalogue's first; empty where there is none."""
    read = [_read(path, language) for path in catalogue_paths(language)]
    whole = read[0] if read else Catalog()
    for further in read[1:]:
        for message in further:
            known = whole.get(message.id) if message.id else message
            if known is None or not known.string:
                whole.delete(message.id)
                whole[message.id] = message
    return whole


def _read(path: Path, language: str) -> Catalog:
    """Read one file; what Babel knows of the language's plurals gives way to its own head."""
    with path.open("rb") as file:
        return read_po(file, locale=normal(language), domain=DOMAIN)


@lru_cache(maxsize=16)
def translations(language: str) -> gettext.NullTranslations:
    """Return the translations of a language; they raise MissingWord for a word they lack."""
    last = gettext.NullTranslations() if speaks_source(language) else Refusing(language)
    if not catalogue_paths(language):
        return last
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    found = gettext.GNUTranslations(compiled)
    found.add_fallback(last)
    return found


class Refusing(gettext.NullTranslations):
    """Translations of a language into which a word is not translated."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def gettext(self, message: str) -> str:
        """Raise MissingWord, with the remedy."""
        raise MissingWord(
            f"readers' pages lack words in {self.language!r}, “{message}” among them; "
            f"{remedy(self.language)}"
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Raise MissingWord, with the remedy."""
        return self.gettext(msgid1)


def remedy(language: str) -> str:
    """Return what to do about words that a language lacks."""
    code = normal(language).partition("_")[0]
    name = catalogue_path(code).relative_to(FOLDER)
    return (
        f"write them into locale/{name} of the site's own package or of Dateline "
        "(docs/howto/add-a-language.md)"
    )
