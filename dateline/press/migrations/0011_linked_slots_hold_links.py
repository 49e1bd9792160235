from typing import Any

from django.db import migrations

from dateline.press import clock


def mark_what_holds_headlines(apps: Any, schema: Any) -> None:
    """Mark the pages whose files hold headlines of a part: nothing finds them by that any more."""
    at = clock.ticks()
    with schema.connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO press_job (sheet, importance, heat, dirty, queued_at, promoted_at, due_at,"
            " worker, tries, parked, reason)"
            " SELECT id, 4, heat, 1, %s, %s, %s, '', 0, %s, 'slots' FROM press_sheet"
            " WHERE id IN (SELECT sheet FROM press_soft) ON CONFLICT (sheet) DO NOTHING",
            [at, at, at, False],
        )


class Migration(migrations.Migration):
    dependencies = [("press", "0001_squashed_0010_refills")]

    operations = [
        migrations.RunPython(mark_what_holds_headlines, migrations.RunPython.noop),
        migrations.DeleteModel(name="PartItem"),
        migrations.DeleteModel(name="Soft"),
        migrations.RemoveField(model_name="job", name="refill"),
    ]
