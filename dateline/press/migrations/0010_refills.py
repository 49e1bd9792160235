from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("press", "0009_where_addresses_lead"),
    ]

    operations = [
        migrations.AddField(
            model_name="job",
            name="refill",
            field=models.BigIntegerField(db_default=0),
        ),
    ]
