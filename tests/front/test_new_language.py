"""Add a language as docs/howto/add-a-language.md tells: one module and one catalogue.

Both lie in a site's own package; in Dateline they have the same names.

The language is invented and CLDR does not know it, so its module says all of it.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from dateline.front import catalogues, folders, words
from dateline.front.dates import EditionTimes
from dateline.front.vocabulary import word, zone_words
from dateline.intake.reading.packs import pack_for
from dateline.lib import languages, slugs, text
from dateline.lib.languages import modules
from dateline.lib.sorting import sort_key
from dateline.settings.languages import direction_of
from tests import catalogues as made

MONTHS = "una dua tria quara pinta sesta sevra okta novra dekra onza doza"
DAYS = "pona dona trona karona pirona sarona solona"
MODULE = f'''
from dateline.intake.reading.rule_pack import RulePack, words
from dateline.extend import Language
from dateline.lib.languages.model import marks_of

MONTHS = "{MONTHS}".split()

LANGUAGE = Language(
    code="qkm",
    locale="root",
    name="Kelmari",
    direction="ltr",
    months={{"wide": tuple(MONTHS), "abbreviated": tuple(one[:3] for one in MONTHS)}},
    weekdays={{"wide": tuple("{DAYS}".split()), "abbreviated": tuple("{DAYS}".split())}},
    marks=marks_of("‹›“”"),
    dash="—",
    patterns={{
        "date": "d MMMM y", "day_and_month": "d MMMM", "weekday_and_date": "EEEE d MMMM y",
        "weekday_and_day": "EEEE d MMMM", "month_and_year_alone": "LLLL y", "time": "HH:mm",
    }},
    phrases={{"about": "ca {{}}"}},
    zones={{"Europe/Kyiv": "kelta Kyiv"}},
    letters={{"ŝ": "sh"}},
    latin_and="ed",
    alphabet="z ŝ a b",
)
PACK = RulePack(code="qkm", common=words("ul, del, ke"))
'''


@pytest.fixture
def kelmari(tmp_path: Path, settings: Any) -> Iterator[None]:
    """Add the language Kelmari by a site's own package."""
    package = tmp_path / "kelmar_newsroom"
    (package / "languages").mkdir(parents=True)
    for place in (package, package / "languages"):
        (place / "__init__.py").touch()
    (package / "languages" / "qkm.py").write_text(MODULE, encoding="utf-8")
    made.write(package / "locale", "qkm")
    sys.path.insert(0, str(tmp_path))
    settings.SITE_PACKAGE = package
    apps.get_app_config("extend").ready()
    yield
    folders.use_package(None)
    languages.remove_package("kelmar_newsroom.languages")
    sys.path.remove(str(tmp_path))
    catalogues.translations.cache_clear()


@pytest.mark.usefixtures("kelmari")
def test_a_language_of_one_module_and_one_catalogue_can_be_published() -> None:
    gettext = catalogues.translations("qkm").gettext

    assert words.missing_words_refusal("qkm") == ""
    assert gettext("Latest news") == "Latest news [qkm]"
    assert word("label", "live", gettext) == "Live [qkm]"
    assert zone_words("Europe/Kyiv", "qkm", gettext) == "kelta Kyiv"
    assert (languages.own_name("qkm"), direction_of("qkm")) == ("Kelmari", "ltr")


@pytest.mark.usefixtures("kelmari")
def test_its_dates_words_and_addresses_are_its_own() -> None:
    face = EditionTimes("qkm", "Europe/Kyiv")

    assert face.longdate(date(2026, 12, 1)) == "1 doza 2026"
    assert face.dayhead(date(2026, 12, 1)) == "Dona 1 doza 2026"
    assert face.span(date(2026, 12, 1), date(2026, 12, 3)) == "1 doza – 3 doza 2026"
    assert text.typography('"Ul port" - ke', "qkm") == "‹Ul port› — ke"
    assert slugs.slug("Ŝip & Port", "qkm") == "ship-ed-port"
    assert sorted(["a", "ŝ", "z"], key=lambda one: sort_key(one, "qkm")) == ["z", "ŝ", "a"]


@pytest.mark.usefixtures("kelmari")
def test_the_importer_finds_its_pack() -> None:
    assert pack_for("Ul port del Kelmar ke fermu. " * 10).code == "qkm"


def test_it_is_gone_with_its_package() -> None:
    assert modules.packages() == (modules.HOUSE,)
    assert "Kelmari" not in languages.own_name("qkm")
    assert words.missing_words_refusal("qkm")
