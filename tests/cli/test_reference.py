import re

import click
import pytest

from dateline.cli.main import dateline
from tests.paths import ROOT

TEXT = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


def commands(group=dateline, path="dateline"):
    """Yield every command that is not hidden, with its words."""
    for name, command in group.commands.items():
        if command.hidden:
            continue
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = dict(commands())


@pytest.mark.parametrize("words", ALL)
def test_every_command_stands_in_the_reference(words):
    assert f"`{words}" in TEXT


@pytest.mark.parametrize("words", ALL)
def test_every_option_stands_in_the_reference(words):
    first = " ".join(words.split()[:2])
    section = re.search(rf"^## `{first}\b.*?(?=^## |\Z)", TEXT, re.M | re.S)

    options = {option for each in ALL[words].params for option in each.opts if option[:2] == "--"}
    assert section, first
    assert [option for option in options if f"`{option}" not in section[0]] == []


@pytest.mark.parametrize("words", ALL)
def test_every_command_and_option_says_what_it_does(words):
    command = ALL[words]

    assert command.help
    without = [
        each.name
        for each in command.params
        if isinstance(each, click.Option) and not (each.help or isinstance(each.type, click.Choice))
    ]
    assert [name for name in without if name != "most"] == []


def test_no_command_is_documented_that_is_not_there():
    documented = set(re.findall(r"`(dateline [a-z]+(?: (?!DIR)[a-z]+)?)[` ]", TEXT))

    assert {words for words in documented if words not in ALL and words != "dateline"} == set()
