"""Keep the words of corrections a language: text becomes a JSON object with its original marked."""

import json
from typing import Any

from django.conf import settings
from django.db import migrations

import dateline.staff.fields
from dateline.lib.multilingual import ORIGINAL

WORDS = ("was", "now", "reason")


def keep_a_language(apps: Any, schema: Any) -> None:
    """Turn each text into the JSON of the same words in the language of what was corrected."""
    correction = apps.get_model("stories", "Correction")
    tongues = _languages(apps)
    otherwise = next((edition.language for edition in settings.SITE.editions), "en")
    for row in list(correction.objects.all()):
        language = tongues.get(str(row.target_uid), otherwise)
        texts = {name: getattr(row, name) for name in WORDS}
        correction.objects.filter(pk=row.pk).update(
            **{name: _kept(text, language) for name, text in texts.items()}
        )


def _kept(text: str, language: str) -> str:
    """Return one text as JSON."""
    kept = {language: text, ORIGINAL: language} if text.strip() else {}
    return json.dumps(kept, ensure_ascii=False)


def _languages(apps: Any) -> dict[str, str]:
    """Return the language of everything that was corrected, by its uid."""
    corrected = apps.get_model("stories", "Correction").objects.values("target_uid")
    found = [
        *_pairs(apps.get_model("stories", "Article"), corrected, "uid", "edition__language"),
        *_pairs(apps.get_model("chronology", "Entry"), corrected, "uid", "language"),
        *_pairs(apps.get_model("chronology", "Statement"), corrected, "uid", "entry__language"),
        *_pairs(apps.get_model("newsfeed", "Bulletin"), corrected, "uid", "edition__language"),
    ]
    return {str(uid): language for uid, language in found}


def _pairs(model: Any, corrected: Any, *columns: str) -> Any:
    return model.objects.filter(uid__in=corrected).values_list(*columns)


def _words(label: str, **options: Any) -> dateline.staff.fields.WordsField:
    return dateline.staff.fields.WordsField(default=dict, limit=2000, verbose_name=label, **options)


class Migration(migrations.Migration):
    dependencies = [
        ("stories", "0004_scheduled_versions"),
        ("chronology", "0002_initial"),
        ("newsfeed", "0002_initial"),
    ]

    operations = [
        migrations.RunPython(keep_a_language),
        migrations.AlterField("correction", "was", _words("what was wrong", blank=True)),
        migrations.AlterField("correction", "now", _words("what is right")),
        migrations.AlterField("correction", "reason", _words("reason", blank=True)),
    ]
