"""`dateline check` notes texts that lack an edition's language, and calls nothing wrong."""

import pytest
from django.conf import settings

from dateline.agents.models import Agent
from dateline.cli.checks import translations


@pytest.mark.django_db
def test_texts_without_a_translation_are_noted_by_field_and_language():
    Agent.objects.create(name="Ann", description={"en": "A crane driver"})
    Agent.objects.create(name="Bo", description={"en": "A diver", "uk": "Водолаз"})
    Agent.objects.create(name="Cy")

    (finding,) = translations.find_faults(settings.SITE)

    assert finding == ("note", "agents.Agent.description", "1 texts stand untranslated in uk")
