"""Find what leads to an address by an index: it holds the addresses that lead elsewhere alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("press", "0008_small_numbers")]

    operations = [
        migrations.AddIndex(
            model_name="pressedsheet",
            index=models.Index(
                condition=models.Q(("target__gt", "")),
                fields=["target"],
                name="press_sheet_target",
            ),
        ),
    ]
