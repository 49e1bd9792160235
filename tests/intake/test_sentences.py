"""What filing itself says is in the language of the edition, or is not said at all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.chronology.models import Attribution
from dateline.front import catalogues as readers
from dateline.intake import actions
from dateline.lib import languages
from dateline.settings.editions import editions_of
from dateline.settings.values import Values
from dateline.staff.actions import sync_editions
from dateline.stories.models import SectionName
from tests import cast, catalogues

CHRONICLE = (Path(__file__).parent / "samples" / "chronicle.txt").read_bytes()
Bring = Callable[[], object]


@pytest.fixture
def bring(settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Bring]:
    """Return what imports a page into a German edition, whatever language it is in."""
    known = settings.SITE
    (config,) = editions_of(
        [{"code": "de", "locale": "de-AT"}],
        {},
        Values({"site.name": "P", "site.zone": "UTC"}),
        "here",
    )
    settings.SITE = replace(known, editions=(config,), default_edition="de")
    sync_editions([config], default="de")
    languages.write_as({"de": "de-AT"})
    monkeypatch.setattr(actions, "packs", dict)
    yield lambda: actions.import_page(
        CHRONICLE, name="page.txt", edition="de", publish=True, at=cast.later(60_000), by=None
    )
    languages.write_as({one.language: one.locale for one in known.editions})


def test_filing_speaks_the_language_of_the_edition(bring: Bring, tmp_path: Path) -> None:
    catalogues.write(tmp_path, "de")
    readers.add_folder(tmp_path)
    try:
        bring()
    finally:
        readers.remove_folder(tmp_path)

    reasons = Attribution.objects.exclude(unnamed_reason={}).values_list(
        "unnamed_reason", flat=True
    )
    assert reasons
    assert all(reason["de"].endswith("[de]") for reason in reasons)
    assert list(SectionName.objects.values_list("language", "name")) == [("de", "News [de]")]


def test_filing_refuses_what_it_cannot_say(bring: Bring) -> None:
    with pytest.raises(actions.UnfitForPublication, match=r"de/LC_MESSAGES/readers\.po"):
        bring()

    assert not SectionName.objects.exists()
