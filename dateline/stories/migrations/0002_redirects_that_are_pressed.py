"""Lead old addresses for good: no server of pressed pages told 302 from 301."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("stories", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="redirect", name="code"),
        migrations.AlterField(
            model_name="redirect",
            name="path",
            field=models.CharField(
                help_text=(
                    "As readers ask for it: it begins with “/”, has no “?” and no “#”,"
                    " and no page of the site stands there."
                ),
                max_length=500,
                unique=True,
                verbose_name="old address",
            ),
        ),
        migrations.AlterField(
            model_name="redirect",
            name="to",
            field=models.CharField(
                help_text="A page of the site, from “/” on, or the whole address of another site.",
                max_length=500,
                verbose_name="new address",
            ),
        ),
    ]
