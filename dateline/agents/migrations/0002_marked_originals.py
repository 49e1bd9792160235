"""Mark the originals of descriptions and of titles of roles."""

from typing import Any

from django.conf import settings
from django.db import migrations

from dateline.lib.multilingual import with_original_marked


def mark_originals(apps: Any, schema: Any) -> None:
    """Mark the first language of the site that has words; a single one is the original."""
    order = [edition.language for edition in settings.SITE.editions]
    for name, field in (("Agent", "description"), ("AgentRole", "title")):
        model = apps.get_model("agents", name)
        for pk, texts in list(model.objects.exclude(**{field: {}}).values_list("pk", field)):
            model.objects.filter(pk=pk).update(**{field: with_original_marked(texts, order)})


class Migration(migrations.Migration):
    dependencies = [("agents", "0001_initial")]

    operations = [migrations.RunPython(mark_originals)]
