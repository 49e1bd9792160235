"""See which texts lack the language of an edition: worth knowing, for the original stands there."""

from collections.abc import Iterator

from dateline.extend import Finding
from dateline.settings.site import SiteConfig


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find texts without a translation: how many, by field and language."""
    from django.apps import apps

    from dateline.staff.fields import WordsField
    from dateline.staff.forms import languages

    for model in apps.get_models():
        for field in model._meta.local_fields:
            for language in languages() if isinstance(field, WordsField) else ():
                said = model._default_manager.exclude(**{field.name: {}})
                lacking = said.filter(**{f"{field.name}__{language}__isnull": True}).count()
                if lacking:
                    where = f"{model._meta.label}.{field.name}"
                    yield Finding(
                        "note", where, f"{lacking} texts stand untranslated in {language}"
                    )
