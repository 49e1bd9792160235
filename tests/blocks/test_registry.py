"""The registry of kinds of blocks: what it takes, what it refuses, and what migrations see."""

import io

import pytest
from django.core.management import call_command
from wagtail.blocks import CharBlock

from dateline import blocks
from dateline.stories.models import Article, StandingPage


def a_kind(folder, name="slogan"):
    """Return a kind of block that is registered nowhere; its folder is filled as it should be."""
    for file, macro in (("page.html", "page"), ("feed.html", "feed")):
        text = f"{{% macro {macro}(one) %}}<p>{{{{ one }}}}</p>{{% endmacro %}}"
        (folder / file).write_text(text)

    class Slogan(blocks.Kind):
        def definition(self):
            return CharBlock()

        def parse(self, value):
            yield value

        def sample(self, place):
            return "Read more"

    Slogan.name, Slogan.folder = name, folder
    return Slogan()


def test_a_name_taken_twice_is_refused_with_both_owners(tmp_path):
    with pytest.raises(blocks.BadKind, match=r"dateline\.blocks\.quote has a kind of block"):
        blocks.register(a_kind(tmp_path, "quote"))


@pytest.mark.parametrize("name", ["", "Pull quote", "pull-quote", "2nd"])
def test_a_name_that_no_template_could_have_is_refused(tmp_path, name):
    with pytest.raises(blocks.BadKind, match="small letters, digits and _"):
        blocks.register(a_kind(tmp_path, name))


@pytest.mark.parametrize("file", ["page.html", "feed.html"])
def test_a_kind_without_a_template_is_refused_with_the_folder(tmp_path, file):
    kind = a_kind(tmp_path)
    (tmp_path / file).unlink()

    with pytest.raises(blocks.BadKind, match=rf"'slogan' has no {file} in {tmp_path}"):
        blocks.register(kind)


@pytest.mark.parametrize("method", ["definition", "parse", "sample"])
def test_a_kind_that_lacks_a_part_is_refused(tmp_path, method):
    kind = a_kind(tmp_path)
    delattr(type(kind), method)

    with pytest.raises(blocks.BadKind, match=f"'slogan' has no {method}"):
        blocks.register(kind)


def test_a_kind_registered_twice_is_there_once():
    before = blocks.kinds()

    blocks.register("dateline.blocks.quote")

    assert blocks.kinds() == before


def test_each_sort_of_body_offers_its_own_kinds():
    of_articles, of_pages = (
        set(model._meta.get_field("body").stream_block.child_blocks)
        for model in (Article, StandingPage)
    )

    assert of_pages == {"paragraph", "heading"}
    assert of_articles == {kind.name for kind in blocks.kinds()}


def test_stored_blocks_of_a_kind_that_nobody_registered_are_left_out():
    stored = [{"type": "heading", "value": "Here"}, {"type": "slogan", "value": "Gone"}]

    assert [part.text for part in blocks.parse_body(stored)] == ["Here"]


def test_a_new_kind_is_offered_and_makes_no_migration(tmp_path, db):
    field = Article._meta.get_field("body")
    kind = blocks.register(a_kind(tmp_path))
    try:
        offered = set(field.stream_block.child_blocks)
        said = io.StringIO()
        call_command("makemigrations", check_changes=True, dry_run=True, stdout=said)
    finally:
        blocks.unregister(kind.name)

    assert "slogan" in offered
    assert "slogan" not in field.stream_block.child_blocks
    assert "No changes" in said.getvalue()
