"""Keep a picture's credit a language, and mark the originals of all its words."""

import json
from typing import Any

from django.conf import settings
from django.db import migrations, models

import dateline.staff.fields
from dateline.lib.multilingual import ORIGINAL, with_original_marked


def keep_a_language(apps: Any, schema: Any) -> None:
    """Give each credit the language of the picture's caption, else that of the first edition."""
    picture = apps.get_model("media", "Picture")
    order = [edition.language for edition in settings.SITE.editions]
    for row in list(picture.objects.only("alt", "caption", "credit")):
        alt, caption = (
            with_original_marked(row.alt, order),
            with_original_marked(row.caption, order),
        )
        language = caption.get(ORIGINAL) or alt.get(ORIGINAL) or order[0]
        credit = {language: row.credit, ORIGINAL: language} if row.credit.strip() else {}
        picture.objects.filter(pk=row.pk).update(
            alt=alt, caption=caption, credit=json.dumps(credit, ensure_ascii=False)
        )


class Migration(migrations.Migration):
    dependencies = [("media", "0002_documents_for_readers")]

    operations = [
        migrations.AlterField("picture", "credit", models.TextField(blank=True)),
        migrations.RunPython(keep_a_language),
        migrations.AlterField(
            "picture",
            "credit",
            dateline.staff.fields.WordsField(
                blank=True, default=dict, limit=160, verbose_name="credit"
            ),
        ),
    ]
