import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db import migrations, models


def intervals(versions: Iterable[tuple[int, str, int]]) -> Iterator[tuple[str, int, Any, Any]]:
    """Turn one part's versions (seq, names, at) into name, from, to and when it ended."""
    standing: dict[str, int] = {}
    last = 0
    for seq, text, at in versions:
        now = set(json.loads(text))
        for name in sorted(set(standing) - now):
            yield name, standing.pop(name), last, at
        standing.update((name, seq) for name in now - set(standing))
        last = seq
    for name, seq in sorted(standing.items()):
        yield name, seq, None, None


def carry_over(apps: Any, schema: Any) -> None:
    """Turn the lists of items by version into intervals of versions by item."""
    from ._first_numbers import item_number

    versions = apps.get_model("press", "PartVersion").objects.order_by("part", "seq")
    rows = versions.values_list("part", "seq", "items", "at")
    table = apps.get_model("press", "PartItem")
    for part, listed in groupby(rows.iterator(), key=lambda row: row[0]):
        for name, from_seq, to_seq, ended_at in intervals(row[1:] for row in listed):
            kind, _colon, ident = name.rpartition(":")
            table.objects.create(
                item=item_number(kind, int(ident)),
                part=part,
                from_seq=from_seq,
                to_seq=to_seq,
                ended_at=ended_at,
            )


class Migration(migrations.Migration):
    dependencies = [("press", "0002_plates_by_epoch")]

    operations = [
        migrations.CreateModel(
            name="PartItem",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "item",
                        "part",
                        "from_seq",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("item", models.BigIntegerField()),
                ("part", models.BigIntegerField()),
                ("from_seq", models.BigIntegerField()),
                ("to_seq", models.BigIntegerField(null=True)),
                ("ended_at", models.BigIntegerField(null=True)),
            ],
            options={
                "db_table": "press_part_item",
                "indexes": [
                    models.Index(
                        condition=models.Q(("to_seq__isnull", True)),
                        fields=["part"],
                        name="press_part_shows",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at__isnull", False)),
                        fields=["ended_at"],
                        name="press_part_showed",
                    ),
                ],
            },
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="PartVersion"),
    ]
