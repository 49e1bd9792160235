"""Catalogues of languages that the house does not speak, made for a test."""

from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from dateline.front import catalogues, words


def write(folder: Path, language: str, *, without: Iterable[str] = ()) -> Path:
    """Write a catalogue that says every word as "word [de]"; return its file."""
    made = Catalog(locale=language, charset="utf-8")
    for _, _, singular, many in words.messages():
        if singular in without or singular in made:
            continue
        one = f"{singular} [{language}]"
        each = [f"{many} [{language}]"] * made.num_plurals
        made.add((singular, many) if many else singular, each if many else one)
    path = catalogues.catalogue_path(language, folder)
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, made)
    return path
