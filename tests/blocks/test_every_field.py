"""Every field of every kind's form changes what readers see."""

from datetime import date
from types import SimpleNamespace

import pytest
from wagtail.blocks import ChoiceBlock, ChooserBlock, DateBlock, IntegerBlock, StructBlock

from dateline import blocks
from dateline.blocks import SamplePlace

PLACE = SamplePlace("en", 1, (2, 3), 4, 5, 6)
FIELDS = [
    pytest.param(kind, name, id=f"{kind.name}-{name}")
    for kind in blocks.kinds()
    if isinstance(kind.definition(), StructBlock)
    for name in kind.definition().child_blocks
]


class Everything:
    """A lookup that knows a record of every id, and shows what it was asked for."""

    language = "en"
    is_feed = False

    def linked(self, html):
        return html

    def is_first(self, agent_id):
        return True

    def agent(self, pk):
        return pk and SimpleNamespace(id=pk, name=f"Agent {pk}", kind="person", address=f"/{pk}/")

    def picture(self, pk, caption=""):
        return (pk, caption)

    def document(self, pk):
        return (pk,)

    def line(self, article_id):
        return (article_id,)

    def background(self, part):
        return part


def shown(kind, value):
    return blocks.records_shown(
        blocks.parse_body([{"type": kind.name, "value": value}]), Everything()
    )


def another(block, value):
    """Return a value of a field that is another one than it has."""
    if isinstance(block, ChooserBlock | IntegerBlock):
        return (value or 0) + 10
    if isinstance(block, DateBlock):
        return date(2020, 1, 2).isoformat()
    if isinstance(block, ChoiceBlock):
        return next(code for code, _name in block.field.choices if code not in ("", value))
    return (
        "<p>https://else.example/</p>" if str(value).startswith("<p>") else "https://else.example/"
    )


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_field_of_a_form_changes_what_readers_see(kind, name):
    form = kind.definition()
    value = kind.sample(PLACE)
    nobody = {
        key: None if isinstance(block, ChooserBlock) and not block.required else value[key]
        for key, block in form.child_blocks.items()
    }

    differ = [
        shown(kind, base)
        != shown(kind, base | {name: another(form.child_blocks[name], base[name])})
        for base in (value, nobody)
    ]

    assert any(differ), f"nobody sees {name} of {kind.name}: show it, or take it out of the form"


def test_there_are_fields_to_look_at():
    assert len(FIELDS) > 15
