"""Make the ledger, as ten migrations before the first release made it step by step."""

from django.db import migrations, models


PAIRS = {
    "press_edge": (("read", "sheet"), ("read", "sheet")),
    "press_entry": (("idx", "sort", "item"), ("idx", "sort", "item")),
    "press_soft": (("sheet", "part", "seq"), ("sheet", "part")),
    "press_tally": (("idx", "sort", "n"), ("idx", "sort")),
}
"""Tables that are little more than their keys: columns, and the key."""
SQLITE_KEYS = {
    "press_read": "id",
    "press_name": "id",
    "press_item": "id",
    "press_window": "read",
    "press_job": "sheet",
}


def make_pairs(apps, schema_editor):
    """Make the tables that are little more than their keys: one tree on SQLite, not two."""
    end = " WITHOUT ROWID" if schema_editor.connection.vendor == "sqlite" else ""
    for table, (columns, key) in PAIRS.items():
        listed = ", ".join(f"{column} bigint NOT NULL" for column in columns)
        schema_editor.execute(
            f"CREATE TABLE {table} ({listed}, PRIMARY KEY ({', '.join(key)})){end}"
        )
    schema_editor.execute("CREATE INDEX press_soft_version ON press_soft (part, seq)")


def drop_pairs(apps, schema_editor):
    """Drop those tables."""
    for table in PAIRS:
        schema_editor.execute(f"DROP TABLE {table}")


def one_tree(apps, schema_editor):
    """Have SQLite keep rows under their number, without an index beside the table."""
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        for table, key in SQLITE_KEYS.items():
            question = "SELECT sql, type FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL"
            cursor.execute(question, [table])
            made = cursor.fetchall()
            (old,) = [text for text, kind in made if kind == "table"]
            new = old.replace(f'"{key}" bigint NOT NULL', f'"{key}" integer NOT NULL')
            cursor.execute(f"DROP TABLE {table}")
            cursor.execute(new)
            for text, kind in made:
                if kind == "index":
                    cursor.execute(text)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    replaces = [
        ("press", "0001_initial"),
        ("press", "0002_plates_by_epoch"),
        ("press", "0003_what_parts_showed"),
        ("press", "0004_a_leaner_ledger"),
        ("press", "0005_held_and_late_jobs"),
        ("press", "0006_figures"),
        ("press", "0007_purges"),
        ("press", "0008_small_numbers"),
        ("press", "0009_where_addresses_lead"),
        ("press", "0010_refills"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Edge",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "read",
                                "sheet",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("read", models.BigIntegerField()),
                        ("sheet", models.BigIntegerField()),
                    ],
                    options={
                        "db_table": "press_edge",
                    },
                ),
                migrations.CreateModel(
                    name="IndexEntry",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "idx",
                                "sort",
                                "item",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("idx", models.BigIntegerField()),
                        ("sort", models.BigIntegerField()),
                        ("item", models.BigIntegerField()),
                    ],
                    options={
                        "db_table": "press_entry",
                    },
                ),
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
                    options={
                        "db_table": "press_tally",
                    },
                ),
                migrations.CreateModel(
                    name="Soft",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "sheet",
                                "part",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("sheet", models.BigIntegerField()),
                        ("part", models.BigIntegerField()),
                        ("seq", models.BigIntegerField()),
                    ],
                    options={
                        "db_table": "press_soft",
                        "indexes": [
                            models.Index(fields=["part", "seq"], name="press_soft_version")
                        ],
                    },
                ),
            ],
            database_operations=[migrations.RunPython(make_pairs, drop_pairs)],
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                ("seq", models.BigAutoField(primary_key=True, serialize=False)),
                ("what", models.CharField(max_length=20)),
                ("subject", models.TextField(default="")),
                ("detail", models.JSONField(default=dict)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "press_change",
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("value", models.TextField(default="{}")),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "press_figure",
            },
        ),
        migrations.CreateModel(
            name="IndexName",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("fold", models.BigIntegerField(unique=True)),
                ("name", models.TextField()),
            ],
            options={
                "db_table": "press_index",
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("boot_id", models.CharField(max_length=64)),
                ("durable_seq", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "press_mark",
            },
        ),
        migrations.CreateModel(
            name="Name",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("name", models.TextField()),
            ],
            options={
                "db_table": "press_name",
            },
        ),
        migrations.CreateModel(
            name="PressedItem",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("live", models.BooleanField()),
                ("placements", models.BinaryField()),
            ],
            options={
                "db_table": "press_item",
            },
        ),
        migrations.CreateModel(
            name="Read",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("stamp", models.BigIntegerField()),
                ("seq", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "press_read",
            },
        ),
        migrations.CreateModel(
            name="Sweep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=8)),
                ("subject", models.TextField()),
                ("cursor", models.BigIntegerField(default=0)),
                ("importance", models.SmallIntegerField(default=5)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "press_sweep",
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("sheet", models.BigIntegerField(primary_key=True, serialize=False)),
                ("importance", models.SmallIntegerField()),
                ("heat", models.IntegerField(default=0)),
                ("dirty", models.IntegerField(default=1)),
                ("queued_at", models.BigIntegerField()),
                ("promoted_at", models.BigIntegerField()),
                ("due_at", models.BigIntegerField()),
                ("lease_until", models.BigIntegerField(null=True)),
                ("worker", models.CharField(default="", max_length=80)),
                ("tries", models.SmallIntegerField(default=0)),
                ("parked", models.BooleanField(default=False)),
                ("reason", models.TextField(default="")),
                ("refill", models.BigIntegerField(db_default=0)),
            ],
            options={
                "db_table": "press_job",
                "indexes": [
                    models.Index(
                        fields=["parked", "importance", "-heat", "sheet"], name="press_job_next"
                    ),
                    models.Index(
                        condition=models.Q(("worker__gt", "")),
                        fields=["worker"],
                        name="press_job_held",
                    ),
                    models.Index(
                        condition=models.Q(("importance__gt", 1)),
                        fields=["promoted_at"],
                        name="press_job_late",
                    ),
                ],
            },
        ),
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
        migrations.CreateModel(
            name="PressedSheet",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("path", models.TextField()),
                ("plate", models.CharField(max_length=60)),
                ("arg", models.TextField()),
                ("owner", models.BigIntegerField(db_index=True, null=True)),
                ("importance", models.SmallIntegerField()),
                ("heat", models.IntegerField(default=0)),
                ("epoch", models.BigIntegerField(default=0)),
                ("hash", models.BigIntegerField(default=0)),
                ("file_hash", models.BigIntegerField(default=0)),
                ("bytes", models.IntegerField(default=0)),
                ("state", models.CharField(default="new", max_length=8)),
                ("target", models.TextField(default="")),
                ("wake_at", models.BigIntegerField(null=True)),
                ("pressed_seq", models.BigIntegerField(default=0)),
                ("pressed_at", models.BigIntegerField(null=True)),
                ("deps", models.BinaryField(default=b"")),
                ("html", models.TextField(default="")),
                ("reason", models.TextField(default="")),
                ("fold", models.BigIntegerField(unique=True)),
            ],
            options={
                "db_table": "press_sheet",
                "indexes": [
                    models.Index(
                        condition=models.Q(("wake_at__isnull", False)),
                        fields=["wake_at"],
                        name="press_sheet_wake",
                    ),
                    models.Index(fields=["plate", "id"], name="press_sheet_plate"),
                    models.Index(fields=["plate", "epoch"], name="press_sheet_epoch"),
                    models.Index(
                        condition=models.Q(("target__gt", "")),
                        fields=["target"],
                        name="press_sheet_target",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Purge",
            fields=[
                ("path", models.TextField(primary_key=True, serialize=False)),
                ("importance", models.SmallIntegerField()),
                ("due_at", models.BigIntegerField()),
                ("until_at", models.BigIntegerField()),
                ("since", models.BigIntegerField(db_index=True)),
                ("dirty", models.IntegerField(default=1)),
                ("tries", models.SmallIntegerField(default=0)),
                ("why", models.TextField(default="")),
            ],
            options={
                "db_table": "press_purge",
                "indexes": [
                    models.Index(fields=["importance", "due_at"], name="press_purge_next"),
                    models.Index(
                        condition=models.Q(("tries__gt", 0)),
                        fields=["tries"],
                        name="press_purge_failed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Timer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_at", models.BigIntegerField(db_index=True)),
                ("action", models.CharField(max_length=60)),
                ("ref", models.TextField()),
                ("tries", models.SmallIntegerField(default=0)),
            ],
            options={
                "db_table": "press_timer",
                "constraints": [
                    models.UniqueConstraint(fields=("action", "ref"), name="press_timer_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Window",
            fields=[
                ("read", models.BigIntegerField(primary_key=True, serialize=False)),
                ("idx", models.BigIntegerField()),
                ("kind", models.CharField(max_length=10)),
                ("n", models.IntegerField(default=0)),
                ("at_sort", models.BigIntegerField(null=True)),
                ("at_item", models.BigIntegerField(null=True)),
                ("low", models.BigIntegerField(null=True)),
                ("high", models.BigIntegerField(null=True)),
                ("found", models.TextField()),
            ],
            options={
                "db_table": "press_window",
                "indexes": [
                    models.Index(fields=["idx", "kind", "at_sort"], name="press_window_at")
                ],
            },
        ),
        migrations.RunPython(one_tree, migrations.RunPython.noop),
    ]
