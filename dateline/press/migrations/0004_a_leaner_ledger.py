"""Keep less for each article: packed places, numbers for names of one shape, one tree a table."""

import json
from itertools import islice
from typing import Any

from django.db import migrations, models

SQLITE_KEYS = {
    "press_read": "id",
    "press_name": "id",
    "press_item": "id",
    "press_window": "read",
    "press_job": "sheet",
}
AT_ONCE = 2000


def pack(apps: Any, schema: Any) -> None:
    """Turn items' places from JSON into pairs of numbers."""
    from ._first_numbers import packed

    items = apps.get_model("press", "PressedItem").objects
    rows = items.values_list("pk", "placements").iterator(chunk_size=AT_ONCE)
    with schema.connection.cursor() as cursor:
        while some := list(islice(rows, AT_ONCE)):
            cursor.executemany(
                "UPDATE press_item SET placements = %s WHERE id = %s",
                [(packed(map(tuple, json.loads(body))), pk) for pk, body in some],
            )


def fold(apps: Any, schema: Any) -> None:
    """Give every sheet the number of the name that it may share with no other."""
    from dateline.press.numbering.paths import folded

    sheets = apps.get_model("press", "PressedSheet").objects
    rows = sheets.values_list("pk", "path").iterator(chunk_size=AT_ONCE)
    with schema.connection.cursor() as cursor:
        while some := list(islice(rows, AT_ONCE)):
            cursor.executemany(
                "UPDATE press_sheet SET fold = %s WHERE id = %s",
                [(folded(path), pk) for pk, path in some],
            )


def one_tree(apps: Any, schema: Any) -> None:
    """Have SQLite keep rows under their number, without an index beside the table."""
    if schema.connection.vendor != "sqlite":
        return
    with schema.connection.cursor() as cursor:
        for table, key in SQLITE_KEYS.items():
            question = "SELECT sql, type FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL"
            cursor.execute(question, [table])
            made = cursor.fetchall()
            (old,) = [text for text, kind in made if kind == "table"]
            new = old.replace(f'"{key}" bigint NOT NULL', f'"{key}" integer NOT NULL')
            cursor.execute(new.replace(f'"{table}"', f'"{table}_new"', 1))
            cursor.execute(f"INSERT INTO {table}_new SELECT * FROM {table} ORDER BY {key}")
            cursor.execute(f"DROP TABLE {table}")
            cursor.execute(f"ALTER TABLE {table}_new RENAME TO {table}")
            for text, kind in made:
                if kind == "index":
                    cursor.execute(text)


class Migration(migrations.Migration):
    dependencies = [("press", "0003_what_parts_showed")]

    operations = [
        migrations.AlterField("presseditem", "placements", models.BinaryField()),
        migrations.RunPython(pack, migrations.RunPython.noop),
        migrations.RemoveField("pressedsheet", "fold"),
        migrations.AddField("pressedsheet", "fold", models.BigIntegerField(null=True)),
        migrations.RunPython(fold, migrations.RunPython.noop),
        migrations.AlterField("pressedsheet", "fold", models.BigIntegerField(unique=True)),
        migrations.AlterField("pressedsheet", "pressed_seq", models.BigIntegerField(default=0)),
        migrations.RunPython(one_tree, migrations.RunPython.noop),
    ]
