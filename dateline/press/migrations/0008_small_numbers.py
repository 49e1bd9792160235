"""Number things in few bytes: indexes by a list of them, reads and items by six, places packed.

Of indexes that are asked for nothing else, counts are kept instead of entries.
"""

import json
import struct
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import xxhash
from django.db import migrations, models

from ._first_numbers import INDEX, WINDOW, hashed

ID = (1 << 33) - 1
HASHED = INDEX << 56
READ = f"(({{0}} >> 56) << 40) | ((({{0}} >> 48) & 255) << 33) | ({{0}} & {ID})"
ITEM = f"(({{0}} >> 56) << 33) | ({{0}} & {ID})"
AT_ONCE = 2000
OF_LISTS = ("newest", "oldest", "neighbours")


def renumber(apps: Any, schema: Any) -> None:
    """Turn all numbers of a ledger into those of this version."""
    with schema.connection.cursor() as cursor:
        indexes = _number_indexes(cursor)
        moved = _rename_neighbours(cursor)
        _mend_windows(cursor)
        _mend_sheets(cursor, moved)
        _mend_items(cursor, indexes)
        for table, column in (("press_read", "id"), ("press_edge", "read")):
            now = READ.format(column)
            cursor.execute(f"UPDATE {table} SET {column} = {now} WHERE {column} < {HASHED}")
        now = ITEM.format("item")
        cursor.execute(f"UPDATE press_part_item SET item = {now}")
        cursor.execute("SELECT id, subject FROM press_sweep WHERE what = 'read'")
        sweeps = [(str(_read(int(subject), moved)), pk) for pk, subject in cursor.fetchall()]
        cursor.executemany("UPDATE press_sweep SET subject = %s WHERE id = %s", sweeps)
        cursor.execute("DELETE FROM press_figure WHERE name LIKE 'census%%'", [])


def _number_indexes(cursor: Any) -> dict[int, int]:
    """Give indexes small numbers, also in their entries and windows; return them by the old.

    Odd where only counts are kept.
    """
    from dateline.press.registry import registry

    cursor.execute(f"SELECT name FROM press_name WHERE id >= {HASHED} AND id < {WINDOW << 56}")
    names = sorted(row[0] for row in cursor.fetchall())
    cursor.executemany(
        "INSERT INTO press_index (fold, name) VALUES (%s, %s)",
        [(_fold(name), name) for name in names],
    )
    cursor.execute("SELECT name, id FROM press_index")
    counted = {one.name for one in registry.indexes.values() if one.counted}
    found = {
        hashed(INDEX, name): pk << 1 | (name.partition(":")[0] in counted)
        for name, pk in cursor.fetchall()
    }
    cursor.execute(f"DELETE FROM press_name WHERE id >= {HASHED} AND id < {WINDOW << 56}")
    pairs = [(number, old) for old, number in found.items()]
    cursor.executemany(f"UPDATE press_entry SET idx = %s, item = item & {ID} WHERE idx = %s", pairs)
    cursor.executemany("UPDATE press_window SET idx = %s WHERE idx = %s", pairs)
    cursor.execute(
        "INSERT INTO press_tally (idx, sort, n) SELECT idx, sort, count(*) FROM press_entry"
        " WHERE idx & 1 = 1 GROUP BY idx, sort ORDER BY idx, sort"
    )
    cursor.execute("DELETE FROM press_entry WHERE idx & 1 = 1")
    return found


def make_tally(apps: Any, schema: Any) -> None:
    """Make a table that is little more than its key: one tree on SQLite, not two."""
    end = " WITHOUT ROWID" if schema.connection.vendor == "sqlite" else ""
    with schema.connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE press_tally (idx bigint NOT NULL, sort bigint NOT NULL,"
            f" n bigint NOT NULL, PRIMARY KEY (idx, sort)){end}"
        )


def drop_tally(apps: Any, schema: Any) -> None:
    """Drop the counts."""
    with schema.connection.cursor() as cursor:
        cursor.execute("DROP TABLE press_tally")


def _fold(name: str) -> int:
    whole = xxhash.xxh3_64_intdigest(name.encode())
    return whole - (1 << 64) if whole >= 1 << 63 else whole


def _rename_neighbours(cursor: Any) -> dict[int, int]:
    """Name windows of neighbours by the item's own id; return their reads by the old."""
    cursor.execute(
        "SELECT n.id, n.name, w.at_item FROM press_window w JOIN press_name n ON n.id = w.read"
        " WHERE w.kind = 'neighbours'"
    )
    moved = {}
    for old, name, item in cursor.fetchall():
        new = name.replace(f"@{item}|", f"@{item & ID}|", 1)
        moved[old] = hashed(WINDOW, new)
        cursor.execute("UPDATE press_name SET name = %s WHERE id = %s", [new, old])
    pairs = [(new, old) for old, new in moved.items()]
    for table, column in (
        ("press_name", "id"),
        ("press_window", "read"),
        ("press_read", "id"),
        ("press_edge", "read"),
    ):
        cursor.executemany(f"UPDATE {table} SET {column} = %s WHERE {column} = %s", pairs)
    return moved


def _mend_windows(cursor: Any) -> None:
    """Have windows hold the items' own ids, and their reads the stamps of that."""
    from dateline.press.numbering import stamps

    cursor.execute("SELECT read, kind, at_item, found FROM press_window")
    for read, kind, item, text in cursor.fetchall():
        held = json.loads(text)
        if kind in OF_LISTS:
            held = [None if one is None else one & ID for one in held]
        new, at_item = json.dumps(held), None if item is None else item & ID
        cursor.execute(
            "UPDATE press_window SET found = %s, at_item = %s WHERE read = %s",
            [new, at_item, read],
        )
        cursor.execute("UPDATE press_read SET stamp = %s WHERE id = %s", [stamps.stamp(new), read])


def _mend_sheets(cursor: Any, moved: dict[int, int]) -> None:
    from dateline.press.numbering.varints import packed

    cursor.execute(f"UPDATE press_sheet SET owner = {ITEM.format('owner')}")
    for some in _pieces(cursor, "press_sheet", "deps"):
        cursor.executemany(
            "UPDATE press_sheet SET deps = %s WHERE id = %s",
            [
                (packed(_read(one, moved) for (one,) in struct.iter_unpack("<q", deps)), pk)
                for pk, deps in some
            ],
        )


def _mend_items(cursor: Any, indexes: dict[int, int]) -> None:
    from dateline.press.ledger.item_places import packed

    for some in _pieces(cursor, "press_item", "placements"):
        cursor.executemany(
            "UPDATE press_item SET placements = %s WHERE id = %s",
            [
                (packed((indexes[idx], sort) for idx, sort in struct.iter_unpack("<qq", body)), pk)
                for pk, body in some
            ],
        )
    cursor.execute(f"UPDATE press_item SET id = {ITEM.format('id')}")


def _read(read: int, moved: dict[int, int]) -> int:
    """Return the number that a read has now."""
    if read >= HASHED:
        return moved.get(read, read)
    return ((read >> 56) << 40) | (((read >> 48) & 255) << 33) | (read & ID)


def _pieces(cursor: Any, table: str, column: str) -> Iterator[Iterable[tuple[int, bytes]]]:
    """Yield a table's rows, some at once: key, and one column of bytes."""
    cursor.execute(f"SELECT id FROM {table} ORDER BY id")
    keys = iter([row[0] for row in cursor.fetchall()])
    while some := list(islice(keys, AT_ONCE)):
        cursor.execute(
            f"SELECT id, {column} FROM {table} WHERE id >= %s AND id <= %s", [some[0], some[-1]]
        )
        yield [(pk, bytes(body)) for pk, body in cursor.fetchall()]


class Migration(migrations.Migration):
    dependencies = [("press", "0007_purges")]

    operations = [
        migrations.CreateModel(
            name="IndexName",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("fold", models.BigIntegerField(unique=True)),
                ("name", models.TextField()),
            ],
            options={"db_table": "press_index"},
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Tally",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "idx",
                                "sort",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("idx", models.BigIntegerField()),
                        ("sort", models.BigIntegerField()),
                        ("n", models.BigIntegerField()),
                    ],
                    options={"db_table": "press_tally"},
                )
            ],
            database_operations=[migrations.RunPython(make_tally, drop_tally)],
        ),
        migrations.RunPython(renumber, migrations.RunPython.noop),
        migrations.AlterField("pressedsheet", "path", models.TextField()),
    ]
