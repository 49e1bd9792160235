"""Every model has its place: readers see it through a facet, or a sentence says why not."""

from django.apps import apps

from dateline.front.reads.places import BESIDE, NOT_PUBLIC, PUBLIC
from dateline.press.registry import registry

ROOMS = ("staff", "media", "agents", "wire", "stories", "chronology", "newsfeed", "intake")


def _models():
    return {
        model._meta.label
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=False)
    }


def test_every_model_has_a_place_or_a_reason():
    placed = [*PUBLIC, *BESIDE, *NOT_PUBLIC]

    assert _models() == set(placed), "give the model its place in dateline/front/reads/places.py"
    assert len(placed) == len(set(placed))


def test_what_is_public_is_read_or_leads_elsewhere_and_has_the_column_it_names():
    for label, at in PUBLIC.items():
        columns = {field.column for field in apps.get_model(label)._meta.fields}

        assert at.column in columns, label
        leads = any(recipe.leads for recipe in registry.plates_of(at.kind))
        assert registry.facets_of(at.kind) or leads, label


def test_a_reason_is_a_sentence():
    assert [label for label, why in {**BESIDE, **NOT_PUBLIC}.items() if len(why.split()) < 4] == []
