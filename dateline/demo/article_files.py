"""Read the demo's articles from plain text: a head of fields, a line of three hyphens, a body.

=== key
headline: Ferries run again
---
A paragraph. **Bold**, [a link](another-key), {on-3} for a weekday.
## A heading
> What was said.
>> who | as what | language that it was translated from
(who: an agent's key, a name, or "? why the name is withheld")
[+] A paragraph that came with the update.
!picture name   !gallery one, two   !embed address | title | text   !document name
    !number 39 | of what | source   !chronology story key 8   !see article   !also one, two
!samples agent | picture | picture | document | article | story shows every kind of block.
!table Title and !fact Title take the lines that follow, "| a | b |" and "- an item".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import groupby


class BadArticleFile(ValueError):
    """An article of the demo that cannot be read; the words say which one, and why."""


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """One block of a body: its kind, its parts, and whether it came with the update."""

    kind: str
    parts: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    late: bool = False


@dataclass(slots=True)
class WrittenArticle:
    """One article as written: fields of the head as they stand, blocks of the body."""

    key: str
    language: str
    head: dict[str, str]
    blocks: list[WrittenBlock] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return a field of the head, "" where it lacks."""
        return self.head.get(name, "")

    def listed(self, name: str) -> list[str]:
        """Return a field of the head that lists things between commas."""
        return [one.strip() for one in self.get(name).split(",") if one.strip()]

    def split(self, name: str) -> list[str]:
        """Return a field of the head whose parts stand between upright strokes."""
        return [one.strip() for one in self.get(name).split("|")] if self.get(name) else []


def read_articles() -> list[WrittenArticle]:
    """Read all articles of the demo, in the order of the files' names."""
    folder = files("dateline.demo") / "content" / "articles"
    found = []
    for source in sorted(folder.iterdir(), key=lambda one: one.name):
        language = source.name.split(".")[1]
        found += read_article_file(source.read_text(encoding="utf-8"), language)
    return found


def read_article_file(text: str, language: str) -> list[WrittenArticle]:
    """Read the articles of one file; raises BadGalley."""
    found = []
    for part in f"\n{text}".split("\n=== ")[1:]:
        key, _, rest = part.partition("\n")
        head, sign, body = rest.partition("\n---\n")
        if not sign:
            raise BadArticleFile(f"{key}: no line --- between head and body")
        fields = dict(line.split(": ", 1) for line in head.strip().splitlines())
        piece = WrittenArticle(key.strip(), language, fields)
        piece.blocks = list(body_of(body.strip().splitlines(), key))
        found.append(piece)
    return found


def body_of(lines: list[str], key: str) -> Iterator[WrittenBlock]:
    """Read the lines of a body into blocks; lines of one list or table are one block."""
    groups = [(sort, list(some)) for sort, some in groupby(lines, key=_sort)]
    place = 0
    while place < len(groups):
        sort, some = groups[place]
        taken = 1
        if sort in ("table", "fact") and place + 1 < len(groups):
            yield _boxed(sort, some[0], groups[place + 1][1])
            taken = 2
        elif sort in READERS:
            yield from READERS[sort](some)
        elif sort:
            raise BadArticleFile(f"{key}: nobody reads “{some[0][:40]}”")
        place += taken


def _sort(line: str) -> str:
    """Return what kind of line it is; "" for an empty one."""
    if line.startswith("!"):
        return line[1:].split(" ", 1)[0]
    starts = (("## ", "heading"), (">", "quote"), ("- ", "items"), ("|", "rows"))
    return next((sort for start, sort in starts if line.startswith(start)), "text" if line else "")


def _boxed(sort: str, title: str, rest: list[str]) -> WrittenBlock:
    title = title.split(" ", 1)[1]
    if sort == "fact":
        return WrittenBlock("fact", (title, *(line.removeprefix("- ") for line in rest)))
    rows = tuple(tuple(cell.strip() for cell in line.strip("|").split("|")) for line in rest)
    return WrittenBlock("table", (title,), rows)


def _text(lines: list[str]) -> Iterator[WrittenBlock]:
    for line in lines:
        late = line.startswith("[+] ")
        yield WrittenBlock("paragraph", (line.removeprefix("[+] "),), late=late)


def _quotes(lines: list[str]) -> Iterator[WrittenBlock]:
    said: list[str] = []
    for line in lines:
        if line.startswith(">> "):
            who, role, translated = (*(part.strip() for part in line[3:].split("|")), "", "")[:3]
            yield WrittenBlock("quote", (" ".join(said), who, role, translated))
            said = []
        else:
            said.append(line.removeprefix("> "))


def _parts(kind: str, sign: str) -> Callable[[list[str]], Iterator[WrittenBlock]]:
    """Return a reader of one-line blocks whose parts stand between the sign."""

    def reader(lines: list[str]) -> Iterator[WrittenBlock]:
        for line in lines:
            rest = line.split(" ", 1)[1]
            yield WrittenBlock(kind, tuple(part.strip() for part in rest.split(sign)))

    return reader


READERS: dict[str, Callable[[list[str]], Iterator[WrittenBlock]]] = {
    "text": _text,
    "quote": _quotes,
    "heading": lambda lines: (WrittenBlock("heading", (line[3:],)) for line in lines),
    "items": lambda lines: iter([WrittenBlock("items", tuple(line[2:] for line in lines))]),
    "picture": _parts("picture", "|"),
    "number": _parts("number", "|"),
    "chronology": _parts("chronology", " "),
    "gallery": _parts("gallery", ","),
    "embed": _parts("embed", "|"),
    "document": _parts("document", "|"),
    "samples": _parts("samples", "|"),
    "see": _parts("see", ","),
    "also": _parts("also", ","),
}
