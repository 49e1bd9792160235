"""Readers' pages know neither the clock nor chance: they are their records and nothing else."""

import random
import re
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from dateline import front, press
from dateline.front.environment import Sandbox, _bare, environment, words_of
from dateline.front.render import TemplateFailed, render
from dateline.press.watch import determinism
from tests.front import samples

CLOCK_OR_CHANCE = re.compile(
    r"\b(datetime\.now|utcnow|\.today\(|timezone\.now|time\.time|random\.|uuid4|secrets\.)"
)
PURE = ("reads", "plates", "records")
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("asks", ["{{ at.now() }}", "{{ at.today() }}", "{{ at.utcnow() }}"])
def test_a_template_cannot_ask_the_clock(asks):
    page = environment("en", "en-GB", "UTC").from_string(asks)

    with pytest.raises(SecurityError, match="unsafe"):
        page.render(at=AT)


@pytest.mark.parametrize("asks", ["{{ request.path }}", "{{ now() }}", "{{ range.__class__ }}"])
def test_a_template_finds_no_request_and_no_way_out(asks):
    page = environment("en", "en-GB", "UTC").from_string(asks)

    with pytest.raises((SecurityError, UndefinedError)):
        page.render(at=AT)


def test_a_page_that_cannot_be_rendered_names_template_and_line():
    page = press.Page("rail.html", edition=samples.edition())

    with pytest.raises(TemplateFailed, match=r"^rail\.html:\d+: UndefinedError: "):
        render(page)


def test_every_word_of_templates_is_pure_and_one_that_asks_is_named():
    made = environment("uk", "uk-UA", "Europe/Kyiv")
    broken = _bare()
    broken.globals["lot"] = partial(random.choice, "ab")

    assert determinism.troubles(words_of(made)) == []
    [said] = determinism.troubles(words_of(broken))
    assert said.startswith("“the function lot of templates” asks Random.choice")
    assert "the function lipsum" in "".join(determinism.troubles(words_of(Sandbox())))


def test_no_plate_facet_or_record_asks_clock_or_chance():
    folder = Path(front.__file__).parent
    files = [file for name in PURE for file in (folder / name).rglob("*.py")]

    found = [file.name for file in files if CLOCK_OR_CHANCE.search(file.read_text())]

    assert len(files) > 20
    assert found == []
