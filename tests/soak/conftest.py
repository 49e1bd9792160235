"""Give each soak a site of its own, for it is going to be mistreated."""

import shutil

import pytest

from tests.browser import site


@pytest.fixture
def own_site(tmp_path_factory, tmp_path):
    folder = tmp_path / "site"
    shutil.copytree(site.filled(tmp_path_factory), folder)
    return folder
