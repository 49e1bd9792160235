"""Make the ledger."""

from django.db import migrations, models


PAIRS = {
    "press_edge": ("read", "sheet"),
    "press_entry": ("idx", "sort", "item"),
    "press_soft": ("sheet", "part", "seq"),
}
KEYS = {"press_soft": ("sheet", "part")}


def make_pairs(apps, schema_editor):
    """Make the tables that are nothing but their keys: one tree on SQLite, not two."""
    end = " WITHOUT ROWID" if schema_editor.connection.vendor == "sqlite" else ""
    for table, columns in PAIRS.items():
        listed = ", ".join(f"{column} bigint NOT NULL" for column in columns)
        key = ", ".join(KEYS.get(table, columns))
        schema_editor.execute(f"CREATE TABLE {table} ({listed}, PRIMARY KEY ({key})){end}")
    schema_editor.execute("CREATE INDEX press_soft_version ON press_soft (part, seq)")


def drop_pairs(apps, schema_editor):
    for table in PAIRS:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    initial = True

    dependencies = []

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
                ("placements", models.TextField()),
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
            name="Window",
            fields=[
                ("read", models.BigIntegerField(primary_key=True, serialize=False)),
                ("idx", models.BigIntegerField(db_index=True)),
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
            ],
            options={
                "db_table": "press_job",
                "indexes": [
                    models.Index(
                        fields=["parked", "importance", "-heat", "sheet"], name="press_job_next"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.BigIntegerField(db_index=True)),
                ("seq", models.BigIntegerField()),
                ("items", models.TextField()),
                ("at", models.BigIntegerField()),
            ],
            options={
                "db_table": "press_part_version",
                "constraints": [
                    models.UniqueConstraint(fields=("part", "seq"), name="press_part_seq")
                ],
            },
        ),
        migrations.CreateModel(
            name="PressedSheet",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("path", models.TextField(unique=True)),
                ("fold", models.TextField(unique=True)),
                ("plate", models.CharField(db_index=True, max_length=60)),
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
                ("pressed_seq", models.BigIntegerField(db_index=True, default=0)),
                ("pressed_at", models.BigIntegerField(null=True)),
                ("deps", models.BinaryField(default=b"")),
                ("html", models.TextField(default="")),
            ],
            options={
                "db_table": "press_sheet",
                "indexes": [
                    models.Index(
                        condition=models.Q(("wake_at__isnull", False)),
                        fields=["wake_at"],
                        name="press_sheet_wake",
                    )
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
    ]
