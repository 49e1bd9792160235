"""Roles: what each may do."""

import pytest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from tests.cast import ed, rosa

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [get_image_model(), get_document_model()])
def test_reporters_and_editors_use_the_library(model):
    policy = policy_registry.get_by_type(model)
    eds = model(uploaded_by_user=ed(), collection=Collection.get_first_root_node())

    for person in (rosa(), ed()):
        assert policy.user_has_permission(person, "add")
        assert policy.user_has_permission(person, "choose")
    assert policy.user_has_permission_for_instance(ed(), "delete", eds)
    assert not policy.user_has_permission_for_instance(rosa(), "delete", eds)
