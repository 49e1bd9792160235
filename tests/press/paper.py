"""A small paper for the tests of the press: notes in sections, by authors, one table each.

Its tables are made by plain SQL; its plates press a page a note, a list a section, a front, a
day's archive, and a rail that is a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, transaction

from dateline import press
from dateline.press import Page, Sheet, facet, index, part, plate, rows
from dateline.press.numbering import ids
from dateline.press.registry import registry
from dateline.press.rendering import pressing
from dateline.press.rendering.reader import SlotMark

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TABLES = """
CREATE TABLE paper_note (id integer PRIMARY KEY, live boolean NOT NULL, section text NOT NULL,
 headline text NOT NULL, body text NOT NULL, author integer NOT NULL, at integer NOT NULL,
 slug text NOT NULL, fresh_until integer NOT NULL);
CREATE TABLE paper_author (id integer PRIMARY KEY, name text NOT NULL);
"""
LEDGER = [
    model._meta.db_table
    for model in apps.get_app_config("press").get_models()
    if model._meta.db_table not in ("press_name", "press_index")
]
broken: set[int] = set()
design = ["first"]
LINK = "<a>more</a>"
RAIL = "/_f/rail.html"
PUBLISH, WITHDRAW = "paper-publish", "paper-withdraw"


class NoteRow(NamedTuple):
    id: int
    section: str
    headline: str
    author: int
    at: int
    slug: str
    fresh_until: int


class Card(NamedTuple):
    headline: str
    address: str
    author: int


class Text(NamedTuple):
    body: str
    fresh_until: int


def address(row: NoteRow) -> str:
    return f"/{row.slug}-{row.id}/"


def register() -> None:
    """Register the paper's rows, facets, indexes, plates and part."""

    def every() -> Iterable[int]:
        return [row[0] for row in _ask("SELECT id FROM paper_note WHERE live")]

    @rows("note", ids=every)
    def load(ids: Sequence[int]) -> dict[int, NoteRow]:
        found = _in(
            "SELECT id, section, headline, author, at, slug, fresh_until FROM paper_note"
            " WHERE live AND id IN ({})",
            ids,
        )
        return {row[0]: NoteRow(*row) for row in found}

    @rows("note", "text")
    def load_text(ids: Sequence[int]) -> dict[int, Any]:
        return {
            row[0]: row
            for row in _in(
                "SELECT id, body, fresh_until FROM paper_note WHERE live AND id IN ({})", ids
            )
        }

    @rows("author", ids=lambda: [row[0] for row in _ask("SELECT id FROM paper_author")])
    def load_author(ids: Sequence[int]) -> dict[int, Any]:
        return {
            row[0]: row for row in _in("SELECT id, name FROM paper_author WHERE id IN ({})", ids)
        }

    _register_views()
    _register_timers()
    _register_plates()
    _register_lists()
    _register_front()


def _register_views() -> None:
    facet("note", "card", version=1)(lambda row: Card(row.headline, address(row), row.author))
    facet("note", "text", version=1, rows="text")(lambda row: Text(row[1], row[2]))
    facet("note", "place", version=1)(lambda row: (row.section, row.at // 100))
    facet("author", "name", version=1)(lambda row: row[1])

    index("all", kind="note")(lambda row: [("all", row.at)])
    index("in", kind="note")(lambda row: [(f"in:{row.section}", row.at)])
    index("day", kind="note")(lambda row: [(f"day:{row.at // 100}", row.at)])
    index("days", kind="note", counted=True)(lambda row: [("days", row.at // 100)])


def _register_timers() -> None:
    @press.on_timer(PUBLISH)
    def publish(ref: str, at: datetime) -> None:
        put(int(ref), live=True)

    @press.on_timer(WITHDRAW)
    def withdraw(ref: str, at: datetime) -> None:
        put(int(ref), live=False)


def _register_plates() -> None:

    @plate("note", importance=2, kind="note")
    class NotePlate:
        def sheets(self, row: NoteRow) -> Iterable[Sheet]:
            yield Sheet(address(row), str(row.id))
            yield Sheet(f"/{row.slug}-{row.id}.json", str(row.id))

        def press(self, read: Any, arg: str) -> Page | None:
            if int(arg) in broken:
                raise RuntimeError("this note is broken")
            ident = int(arg)
            card, text = read.get("note", ident, "card"), read.get("note", ident, "text")
            if card is None:
                return None
            before, after = read.neighbours("all", ident)
            return Page(
                "note",
                headline=card.headline,
                body=text.body,
                by=read.get("author", card.author, "name"),
                beside=[
                    one.address
                    for one in read.many("note", [i for i in (before, after) if i], "card")
                ],
                fresh=read.until(START + timedelta(seconds=text.fresh_until)),
                rail=_linked(read.slot(RAIL)),
            )

        def gone(self, read: Any, arg: str) -> Page:
            return Page("gone", what=arg)


def _register_lists() -> None:
    @plate("section", importance=3, kind="note")
    class SectionPlate:
        def sheets(self, row: NoteRow) -> Iterable[Sheet]:
            yield Sheet(f"/in/{row.section}/", row.section, own=False)

        def press(self, read: Any, arg: str) -> Page | None:
            cards = read.window(f"in:{arg}", 3, "card")
            return Page("list", name=arg, rows=cards) if cards else None

    @plate("day", importance=4, kind="note")
    class DayPlate:
        def sheets(self, row: NoteRow) -> Iterable[Sheet]:
            yield Sheet(f"/day/{row.at // 100}/", str(row.at // 100), own=False)

        def press(self, read: Any, arg: str) -> Page | None:
            cards = read.window(f"day:{arg}", 50, "card", oldest=True)
            beside = read.beside("days", int(arg))
            return Page("list", name=arg, rows=cards, beside=beside) if cards else None


def _register_front() -> None:
    part("rail")(
        lambda read, arg: Page(
            "rail", rows=[(card.headline, card.address) for card in read.window("all", 5, "card")]
        )
    )

    @plate("front", importance=1)
    class FrontPlate:
        def sheets(self) -> Iterable[Sheet]:
            yield Sheet("/", "")

        def press(self, read: Any, arg: str) -> Page:
            return Page("front", rail=read.part("rail", "x"), counts=read.tally("days"))

    @plate("rail", importance=1)
    class RailPlate:
        def sheets(self) -> Iterable[Sheet]:
            yield Sheet(RAIL, "")

        def press(self, read: Any, arg: str) -> Page:
            return Page("alone", rail=read.part("rail", "x", RAIL))


def render(page: Page) -> bytes:
    """Render a page as text: the template's name, the design, the values in their order."""
    head = f"{page.template} {design[0]}" if design[0] != "first" else page.template
    lines = [head, *(f"{name}: {value}" for name, value in sorted(page.values.items()))]
    return "\n".join(lines).encode()


def epoch(plate: str) -> str:
    """Return what the design is called."""
    return design[0]


def _linked(mark: SlotMark) -> str:
    """Return a linked slot with what this paper says in it."""
    return f"{mark}{LINK}{mark.end}"


def _ask(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _in(sql: str, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    return _ask(sql.format(",".join(["%s"] * len(ids))), list(ids))


def write(sql: str, *values: Any) -> None:
    """Write without telling the press."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


NAMES = ("live", "section", "headline", "body", "author", "at", "slug", "fresh_until")


def put(ident: int, **fields: Any) -> None:
    """Write a note, new or known, and touch it, in one transaction."""
    put_many({ident: fields})


def put_many(notes: dict[int, dict[str, Any]]) -> None:
    """Write notes and touch them together, in one transaction."""
    with transaction.atomic():
        for ident, fields in notes.items():
            store(ident, **fields)
        press.touch(*(("note", ident) for ident in notes))


def store(ident: int, **fields: Any) -> None:
    """Write a note without telling the press."""
    known = _ask(f"SELECT {', '.join(NAMES)} FROM paper_note WHERE id = %s", [ident])
    base = dict(zip(NAMES, known[0], strict=True)) if known else fresh(ident)
    base |= fields
    sets = ", ".join(f"{name} = excluded.{name}" for name in NAMES)
    write(
        "INSERT INTO paper_note VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
        f" ON CONFLICT (id) DO UPDATE SET {sets}",
        ident,
        *(base[name] for name in NAMES),
    )


def fresh(ident: int) -> dict[str, Any]:
    """Return what a note holds that nobody has written yet."""
    return {
        "live": True,
        "section": "city",
        "headline": f"Note {ident}",
        "body": "Words.",
        "author": 1,
        "at": 1000 + ident,
        "slug": "note",
        "fresh_until": 0,
    }


def delete(ident: int) -> None:
    """Delete a note, and touch it, in one transaction."""
    with transaction.atomic():
        write("DELETE FROM paper_note WHERE id = %s", ident)
        press.touch(("note", ident))


def rename(author: int, name: str) -> None:
    """Name an author, and touch it, in one transaction."""
    with transaction.atomic():
        write("DELETE FROM paper_author WHERE id = %s", author)
        write("INSERT INTO paper_author VALUES (%s, %s)", author, name)
        press.touch(("author", author))


@contextmanager
def set_up(settings: Any) -> Iterator[None]:
    """Register the paper alone and make its tables; put what was registered back."""
    settings.PRESS_RENDERER = "tests.press.paper.render"
    settings.PRESS_EPOCH = ""
    pressing.renderer.cache_clear()
    held = emptied()
    ids.forget()
    register()
    for statement in TABLES.strip().rstrip(";").split(";\n"):
        write(statement)
    try:
        yield
    finally:
        broken.clear()
        design[0] = "first"
        for name, values in held.items():
            getattr(registry, name).clear()
            getattr(registry, name).update(values)
        pressing.renderer.cache_clear()
        ids.forget()


def clear() -> None:
    """Empty the paper and the ledger; names keep their numbers."""
    for table in (*LEDGER, "paper_note", "paper_author"):
        write(f"DELETE FROM {table}")


def drop() -> None:
    """Drop the paper's tables."""
    for table in ("paper_note", "paper_author"):
        write(f"DROP TABLE {table}")


def emptied() -> dict[str, Any]:
    """Take all that is registered out of the registry; return it for putting back."""
    held = {
        name: dict(getattr(registry, name))
        for name in ("rowsets", "facets", "indexes", "plates", "parts")
    }
    for name in held:
        getattr(registry, name).clear()
    return held
