"""The words gate: nothing untranslated and nothing raw may reach a reader.

`missing_words` compares what templates and code say with a language's catalogue; `leaks`
looks through a pressed page for keys, placeholders and values that nobody meant to print.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir

from dateline import blocks
from dateline.front import catalogues, folders
from dateline.lib import sentences
from dateline.lib.patterns import locale_of

HERE = Path(__file__).resolve().parent
FILING = Path(sentences.__file__)
METHODS = [("templates/**.html", "jinja2"), ("templates/**.xml", "jinja2"), ("**.py", "python")]
OF_BLOCKS = [("*.html", "jinja2")]
JINJA = {"extensions": "jinja2.ext.i18n,jinja2.ext.do", "silent": "false"}
OPTIONS = {"templates/**.html": JINJA, "templates/**.xml": JINJA, "*.html": JINJA}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")

SEEN = ("alt", "aria-label", "title", "content", "placeholder", "value")
SILENT = ("style", "script", "template")
SIGNS = re.compile(
    r"\{\{|\}\}|\{%|%\(\w*\)?|\[object \w+\]|<\w+ object at 0x|\bUndefined\b"
    r"|\b[a-z][\w-]*/[a-z][\w-]*\.[a-z0-9]+(?:_[a-z0-9]+)+\b"
)
FIRST = 10
"""Missing words that a refusal names."""
BARE = frozenset({"undefined", "None", "null", "NaN", "True", "False"})

UntranslatedWord = tuple[str, int, str, str]


def messages() -> Iterator[UntranslatedWord]:
    """Yield every message of templates and code, then of the package's templates.

    Each is file, line, singular, plural or "".
    """
    yield from _messages_in(HERE, METHODS, "")
    for name, folder in blocks.folders().items():
        yield from _messages_in(folder, OF_BLOCKS, f"blocks/{name}/")
    yield from _messages_in(FILING.parent, [(FILING.name, "python")], "lib/")
    package = folders.package_folder()
    if package:
        yield from _messages_in(package, METHODS[:2], f"{package}/")


def _messages_in(
    folder: Path, methods: list[tuple[str, str]], before: str
) -> Iterator[UntranslatedWord]:
    """Yield the messages of the files below one folder; before: what their names begin with."""
    for name, line, message, _, _ in extract_from_dir(folder, methods, OPTIONS):
        singular, plural = message if isinstance(message, tuple) else (message, "")
        if singular:
            yield f"{before}{name}", line, singular, plural or ""


def missing_words(language: str) -> list[str]:
    """Return what a language's catalogue lacks, each with the place that says it.

    Also what is marked as doubtful, what lacks a plural form, and what has lost or invented a
    placeholder. The language of the sources lacks nothing.
    """
    return list(_faults(language).values())


def _faults(language: str) -> dict[str, str]:
    """Return what is wrong with each message that a catalogue lacks, with its place."""
    if catalogues.speaks_source(language):
        return {}
    catalogue = catalogues.catalogue(language)
    found: dict[str, str] = {}
    for name, line, singular, plural in messages():
        fault = _fault(catalogue.get(singular), singular, plural, catalogue.num_plurals)
        if fault and singular not in found:
            found[singular] = f"{name}:{line}: {fault}: {singular!r}"
    return found


def missing_words_refusal(locale: str) -> str:
    """Return why no page can be published in a locale, and what to do; "" where it can."""
    try:
        locale_of(locale)
    except LookupError as why:
        return str(why)
    missing = list(_faults(locale))
    if not missing:
        return ""
    first = ", ".join(f"“{one}”" for one in missing[:FIRST])
    more = f" and {len(missing) - FIRST} more" if len(missing) > FIRST else ""
    return (
        f"an edition in {locale} cannot be published, for {len(missing)} of the readers' words are "
        f"not translated: {first}{more}; {catalogues.remedy(locale)}"
    )


def spare_words(language: str) -> list[str]:
    """Return messages of a catalogue that nothing says any more."""
    said = {singular for _, _, singular, _ in messages()}
    catalogue = catalogues.catalogue(language)
    return [str(_ids(one)[0]) for one in catalogue if one.id and _ids(one)[0] not in said]


def leaks(html: str) -> list[str]:
    """Return what a page prints though nobody wrote it for readers; empty when it is clean."""
    page = ShownText()
    page.feed(html)
    page.close()
    found = []
    for text in page.texts:
        if text.strip() in BARE:
            found.append(text.strip())
        found += [sign.group() for sign in SIGNS.finditer(text)]
    return found


class ShownText(HTMLParser):
    """A collector of what a page shows or reads out: its text and the spoken attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count silent elements in, keep spoken attributes."""
        self.silent += tag in SILENT
        self.texts += [value for name, value in attrs if name in SEEN and value]

    def handle_endtag(self, tag: str) -> None:
        """Count silent elements out."""
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        """Keep the text unless it is silent."""
        if not self.silent:
            self.texts.append(data)


def _fault(message: Message | None, singular: str, plural: str, forms: int) -> str:
    """Name what is wrong with a translation, or return ""."""
    if message is None or not message.string:
        return "not translated"
    if message.fuzzy:
        return "doubtful"
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if plural and (len(strings) < forms or not all(strings)):
        return "a plural form is missing"
    wanted = set(PLACEHOLDER.findall(plural or singular))
    if any(set(PLACEHOLDER.findall(text)) != wanted for text in strings):
        return "placeholders differ"
    return ""


def _ids(message: Message) -> tuple[str, ...]:
    """Return singular and plural of a message."""
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)
