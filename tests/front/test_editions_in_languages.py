"""Editions in languages without a catalogue of ours: pressed with words, refused without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.conf import settings as django_settings

from dateline import press
from dateline.front import catalogues, environment, words
from dateline.lib import languages
from dateline.lib.sentences import MissingWord
from dateline.lib.tags import normal
from dateline.press import clock
from dateline.press.numbering import ids
from dateline.settings.editions import editions_of
from dateline.settings.values import Values
from dateline.staff.actions import sync_editions
from dateline.staff.models import Edition
from dateline.stories import actions
from dateline.stories.models import Article, Section, SectionName
from tests import catalogues as made

AT = datetime(2026, 12, 1, 9, 5, tzinfo=UTC)
ARTICLE = re.compile(r"/zz/2026/12/01/.")
Publish = Callable[..., "dict[str, str]"]


@dataclass(frozen=True)
class Expected:
    """What an edition's pages say."""

    headline: str
    set_headline: str
    slug: str
    date: str
    clock: str
    direction: str = "ltr"


PAGES = {
    "de-DE": Expected(
        '"Über Öl": Hafen – neu', "„Über Öl“: Hafen – neu", "ueber-oel-hafen-neu",
        "Dienstag, 1. Dezember 2026", "10:05",
    ),
    "pt-BR": Expected(
        '"Não" à taxa', "“Não” à taxa", "nao-a-taxa",
        "terça-feira, 1 de dezembro de 2026", "10:05",
    ),
    "pt-PT": Expected(
        '"Não" à taxa', "«Não» à taxa", "nao-a-taxa",
        "terça-feira, 1 de dezembro de 2026", "10:05",
    ),
    "ja": Expected(
        '"フェリー"はまだ', "「フェリー」はまだ", "feri-hamada", "2026年12月1日火曜日", "10:05",
    ),
    "ar": Expected(
        '"الحرب" في المرفأ', "«الحرب» في المرفأ", "alhrb-fy-almrfa",
        "الثلاثاء، 1 ديسمبر 2026", "10:05", "rtl",
    ),
    "he": Expected(
        '"כן" לנמל', "”כן” לנמל", "kn-lnml", "יום שלישי, 1 בדצמבר 2026", "10:05", "rtl",
    ),
    "zh-Hant-TW": Expected(
        '"港口"新聞', "「港口」新聞", "", "2026年12月1日 星期二", "10:05",
    ),
    "sr-Latn": Expected(
        '"Luka" i đaci', "„Luka” i đaci", "luka-i-djaci", "utorak, 1. decembar 2026.", "10:05",
    ),
}  # fmt: skip


def an_edition(locale: str) -> Edition:
    """Make a site of one edition in a locale, on a clock one hour before London's."""
    table = {"code": "zz", "locale": locale, "zone": "Europe/Berlin"}
    known = django_settings.SITE
    (config,) = editions_of([table], {}, Values({"site.name": "Pier"}), "here")
    django_settings.SITE = replace(known, editions=(config,), default_edition="zz")
    languages.write_as({config.language: config.locale})
    return sync_editions([config], default="zz")[0]


@pytest.fixture
def publish(settings: Any, tmp_path: Path, db: None) -> Iterator[Publish]:
    """Return what publishes one article in a locale and returns the pressed texts."""
    known, before = settings.SITE, clock.use(lambda: AT)
    settings.SITE = known  # so that the fixture puts it back after an edition has been made
    ids.forget()

    def pressed(locale: str, headline: str) -> dict[str, str]:
        edition = an_edition(locale)
        section = Section(name="News")
        section.names = [SectionName(language=edition.language, name="News", slug="news")]
        section.save()
        article = Article(edition=edition, headline=headline, section=section)
        article.body = [("paragraph", "<p>1</p>")]
        actions.publish(article, by=None, at=AT)
        store = press.MemoryStore()
        press.run(store=store)
        return {path: body.decode() for path, body in store.files.items()}

    yield pressed
    django_settings.SITE = known
    clock.use(before)
    languages.write_as({one.language: one.locale for one in known.editions})
    ids.forget()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder that is searched for catalogues."""
    catalogues.add_folder(tmp_path)
    environment.environment.cache_clear()
    yield tmp_path
    catalogues.remove_folder(tmp_path)
    environment.environment.cache_clear()


@pytest.mark.parametrize("locale", PAGES)
def test_an_edition_with_words_is_pressed_as_its_language_is_written(
    locale: str, publish: Publish, folder: Path
) -> None:
    made.write(folder, normal(locale).removesuffix("_TW"))
    expected = PAGES[locale]

    sheets = publish(locale, expected.headline)

    (address,) = [path for path in sheets if ARTICLE.match(path)]
    page = lxml.html.document_fromstring(sheets[address])
    text = page.text_content().replace("\u00a0", " ").replace("\u202f", " ")
    assert page.get("lang") == locale
    assert page.get("dir") == expected.direction
    assert page.xpath("//h1")[0].text_content().strip() == expected.set_headline
    assert expected.slug in address
    assert expected.date in text
    assert f"<language>{locale.lower()}</language>" in sheets["/zz/feed.rss"]


def test_an_edition_without_words_is_not_pressed(publish: Publish) -> None:
    sheets = publish("de-DE", "Hafen")

    assert not [path for path, text in sheets.items() if "<html" in text]


def test_a_word_that_a_catalogue_lacks_is_never_said_in_english(
    publish: Publish, folder: Path
) -> None:
    made.write(folder, "de", without=["Latest news"])
    said = catalogues.translations("de-AT")

    with pytest.raises(MissingWord, match=r"“Latest news” among them; .*add-a-language\.md"):
        said.gettext("Latest news")
    with pytest.raises(MissingWord):
        said.ngettext("%(num)s ship", "%(num)s ships", 2)
    sheets = publish("de-AT", "Hafen")
    assert "/zz/feed.rss" in sheets
    assert not [path for path, text in sheets.items() if "Latest news" in text]


def test_a_variant_takes_from_its_parent_what_it_does_not_say_itself(folder: Path) -> None:
    made.write(folder, "pt", without=["Breaking"])
    made.write(folder, "pt_PT", without=["Live"])

    assert catalogues.translations("pt-PT").gettext("Corrected") == "Corrected [pt_PT]"
    assert catalogues.translations("pt-PT").gettext("Live") == "Live [pt]"
    assert catalogues.translations("pt-AO").gettext("Breaking") == "Breaking [pt_PT]"
    with pytest.raises(MissingWord):
        catalogues.translations("pt-BR").gettext("Breaking")


@pytest.mark.parametrize("locale", ["sr-Latn", "zh-TW"])
def test_a_variant_in_another_script_takes_nothing(locale: str, folder: Path) -> None:
    made.write(folder, locale.partition("-")[0])

    assert len(words.missing_words(locale)) > 100


@pytest.mark.parametrize(
    ("locale", "refused"),
    [
        ("en-GB", ""),
        ("en-AU", ""),
        ("uk-UA", ""),
        ("de-DE", r"edition in de-DE .* “Advertisement”, .*locale/de/LC_MESSAGES/readers\.po"),
        ("qya", r"no dates are known in the language 'qya'"),
    ],
)
def test_an_edition_without_words_is_refused_with_the_first_ten(locale: str, refused: str) -> None:
    said = words.missing_words_refusal(locale)

    assert bool(said) == bool(refused)
    assert re.search(refused, said)
    assert said.count("“") == (10 if "“Advertisement”" in said else said.count("“"))
