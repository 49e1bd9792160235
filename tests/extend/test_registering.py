"""What is registered through dateline.extend: refused where taken, and taken in everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.admin.panels import FieldPanel

from dateline import extend
from dateline.extend import checks
from dateline.front import formats
from dateline.press.errors import UnknownName
from dateline.press.registry import registry
from dateline.staff import roles


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Take out again whatever a test registers."""
    tables: list[dict[Any, Any]] = [registry.facets, registry.indexes, registry.plates]
    tables += [registry.parts, registry.rowsets, formats.FORMATS, checks.added, roles.POWERS]
    tables += [registry.plates["article"].values]
    before = [dict(table) for table in tables]
    yield
    for table, was in zip(tables, before, strict=True):
        table.clear()
        table.update(was)


class Mine:
    """A plate."""


TAKEN = [
    (lambda: extend.plate("article")(Mine), "the plate 'article' is registered already, by"),
    (lambda: extend.part("rail")(print), "the part 'rail' is registered already"),
    (lambda: extend.rows("article", "head")(print), "rows 'head' of 'article' is registered"),
    (lambda: extend.facet("article", "card", version=1)(print), "the facet 'card' of 'article'"),
    (lambda: extend.index("articles", kind="article")(print), "the index 'articles' is"),
    (lambda: extend.value("articel", "tide")(print), "there is no plate 'articel'; there are"),
    (lambda: extend.plate("pier_x", importance=0)(Mine), "importance is 1, 2, 3 or 4, not 0"),
    (lambda: extend.machine_format("abc")(print), "servers know no media type of .abc"),
    (lambda: extend.panel("stories.Article", FieldPanel("slug"), tab=9), "has 3 tabs, from 0"),
    (lambda: extend.role("editor", {"pier": ["sing"]}), "may not 'sing' in 'pier'"),
    (lambda: extend.block(None), "a kind of block needs a name"),
]


@pytest.mark.parametrize(("register", "said"), TAKEN)
def test_what_cannot_be_registered_says_why(register: Any, said: str) -> None:
    with pytest.raises(extend.BadExtension, match=re.escape(said)):
        register()


@pytest.mark.parametrize(
    "register",
    [
        lambda: extend.machine_format("json")(print),
        lambda: extend.check("pier")(print),
        lambda: extend.value("article", "tide")(print),
        lambda: extend.plate("pier_x")(Mine),
        lambda: extend.facet("article", "pier_x", version=1)(print),
    ],
)
def test_what_is_registered_once_cannot_be_twice(register: Any) -> None:
    register()

    with pytest.raises(extend.BadExtension, match="registered already"):
        register()


@pytest.mark.django_db
def test_a_role_may_do_more_and_a_new_one_has_a_group() -> None:
    extend.role("editor", {"staff": ["view"]})
    extend.role("archivist", {"stories": ["view"]})

    roles.make_groups()

    may = Group.objects.get(name="archivist").permissions
    assert may.filter(codename="view_article").exists()
    assert not may.filter(codename="change_article").exists()
    assert Group.objects.get(name="editor").permissions.filter(codename="view_desk").exists()
    assert "archivist" in roles.names()


def test_a_value_may_not_take_the_place_of_the_plates_own() -> None:
    class Plate:
        def press(self, read: Any, arg: str) -> extend.Page:
            return extend.Page("x.html", article=arg)

    recipe = registry.plates["article"].__class__("pier", 4, None, "head", Plate())
    recipe.values["tide"] = lambda read, arg: f"high at {arg}"
    assert recipe.page(None, "2").values == {"article": "2", "tide": "high at 2"}

    recipe.values["article"] = lambda read, arg: ""
    with pytest.raises(UnknownName, match="has a value “article” of its own already"):
        recipe.page(None, "2")


def test_code_of_formats_and_values_is_looked_at_by_lint() -> None:
    extend.value("article", "tide")(len)

    assert registry.makers()["value tide of article"] is len
