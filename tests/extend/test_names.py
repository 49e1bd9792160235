"""The names that a newsroom's own package may use: kept, and each documented with its signature."""

import inspect
import re

import pytest

from dateline import extend
from tests.paths import ROOT

KEPT = """
    BadExtension Block Edition FeedView Finding Language Link Lookup Named Page Reader Sheet
    block block_json broad check chrome facet frame index known machine_format numbers
    panel part plate role rows value
""".split()
TOLD = (ROOT / "docs" / "reference" / "extend.md").read_text("utf-8")
SAID = re.findall(r"`(\w+)(\([^`]*\))?`", TOLD)
NAMED = {**dict(SAID), **{name: values for name, values in reversed(SAID) if values}}
OF_BLOCKS = "name records words bodies most definition parse named show as_json sample".split()
OF_READERS = "get many by_id window tally part until".split()


def test_no_name_goes_and_none_comes_unasked() -> None:
    assert extend.__all__ == sorted(KEPT)


@pytest.mark.parametrize("name", KEPT)
def test_every_name_is_documented_with_its_signature(name: str) -> None:
    assert name in NAMED
    found = getattr(extend, name)
    if NAMED[name]:
        real = inspect.signature(found).parameters
        namespace: dict[str, object] = {}
        exec(f"def told{NAMED[name]}: pass", namespace)  # noqa: S102  our own page
        for told in inspect.signature(namespace["told"]).parameters.values():  # type: ignore[arg-type]
            assert told.name in real
            assert told.default == real[told.name].default
            assert told.kind == real[told.name].kind
    else:
        assert not inspect.isfunction(found)


def test_what_is_told_of_blocks_and_readers_is_there() -> None:
    for name in OF_BLOCKS:
        assert hasattr(extend.Block, name) or name in extend.Block.__annotations__
        assert re.search(rf"`{name}[(`]", TOLD)
    for name in OF_READERS:
        assert hasattr(extend.Reader, name)
        assert f"`{name}(" in TOLD


def test_another_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(AttributeError, match=r"dateline\.extend has no Kind; it has BadExtension"):
        extend.Kind  # noqa: B018
