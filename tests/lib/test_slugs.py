"""How words of addresses come out of headlines."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib import slugs


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Putin’s main task – Kursk", "en", "putins-main-task-kursk"),
        ("Згурський", "uk", "zghurskyi"),
        ("Єнакієве", "uk", "yenakiieve"),
        ("Їжакевич, Кадиївка", "uk", "yizhakevych-kadyivka"),
        ("Йосипівка, Стрий", "uk", "yosypivka-stryi"),
        ("Юрій, Крюківка", "uk", "yurii-kriukivka"),
        ("Яготин, Костянтин", "uk", "yahotyn-kostiantyn"),
        ("Знам’янка", "uk", "znamianka"),
        ("Київ", "en", "kyiv"),
        ("Город", "ru", "gorod"),
        ("Ångström & Œuvre, straße", "en", "angstrom-and-oeuvre-strasse"),
        ("Über Öl und Straßen", "de", "ueber-oel-und-strassen"),
        ("Öl & Gas", "de-AT", "oel-und-gas"),
        ("Хліб & сіль", "uk", "khlib-i-sil"),
        ("Café & thé", "vi", "cafe-the"),
        ("Blåbærgrød", "da", "blaabaergroed"),
        ("Ålesund", "nb-NO", "aalesund"),
        ("İstanbul ılık", "tr", "istanbul-ilik"),
        ("Щастие и ръж", "bg", "shtastie-i-razh"),
        ("Ђорђе Шљивић", "sr", "djordje-sljivic"),
        ("Đorđe Šljivić", "sr-Latn", "djordje-sljivic"),
        ("Правда", "sr-Latn", "pravda"),
        ("Ελευθερία", "el", "elevtheria"),
        ("თბილისი", "ka", "tbilisi"),
        ("Երևան", "hy", "yerevan"),
        ("תל אביב", "he", "tl-abyb"),
        ("الحرب في أوكرانيا", "ar", "alhrb-fy-awkranya"),
        ("حرب ٢٠٢٤", "ar", "hrb-2024"),
        ("ウクライナのニュース", "ja", "ukurainanonyusu"),
        ("がっこうへいっちゃった", "ja", "gakkouheitchatta"),
        ("서울 뉴스", "ko", "seoul-nyuseu"),
    ],
)
def test_a_slug_is_transliterated(text: str, language: str, slug: str) -> None:
    assert slugs.slug(text, language) == slug


@pytest.mark.parametrize("sign", '–—‑‐−/·•_ \u00a0\u2009\u202f«»„“”"…|+=:;,.()[]→')
def test_signs_between_words_make_hyphens(sign: str) -> None:
    assert slugs.slug(f"war{sign}peace") == "war-peace"
    assert slugs.slug(f"Війна{sign}мир", "uk") == "viina-myr"


@pytest.mark.parametrize("sign", "'’ʼʻ`")
def test_an_apostrophe_vanishes_inside_a_word_and_parts_words_beside_one(sign: str) -> None:
    assert slugs.slug(f"п{sign}ять", "uk") == "piat"
    assert slugs.slug(f"say {sign}yes{sign} now") == "say-yes-now"


@pytest.mark.parametrize("text", ["#$%& ???", "&", "", "…", "北京2024年", "東京のニュース"])
@pytest.mark.parametrize("language", ["en", "uk", "ja", "zh-Hant"])
def test_what_has_no_latin_words_gets_signs_that_stand_for_it(text: str, language: str) -> None:
    slug = slugs.slug(text, language)

    assert slug.startswith("x")
    assert len(slug) == 8
    assert slug == slugs.slug(text, language) != slugs.slug(text + "!?", language)


def test_a_slug_is_cut_between_words() -> None:
    assert slugs.slug("one two three", limit=8) == "one-two"
    assert slugs.slug("indivisible", limit=5) == "indiv"


@given(
    st.text(max_size=60),
    st.sampled_from("en uk ar de ja ko el sr zh-Hant".split()),
    st.integers(1, 80),
)
def test_a_slug_is_always_a_word_of_an_address(text: str, language: str, limit: int) -> None:
    slug = slugs.slug(text, language, limit)

    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= limit
    assert slugs.slug(slug, language) == slug
    assert slugs.slug(normalize("NFD", text), language, limit) == slug


def test_words_without_latin_letters_still_differ() -> None:
    assert slugs.slug("北京", "zh") != slugs.slug("上海", "zh")


@pytest.mark.parametrize("slug", ["latest", "story", "2024", "1999"])
def test_words_of_the_house_and_years_are_reserved(slug: str) -> None:
    assert slugs.is_reserved(slug)


def test_an_ordinary_section_is_not_reserved() -> None:
    assert not slugs.is_reserved("war")


def test_short_ids_have_seven_signs_without_look_alikes() -> None:
    ids = {slugs.short_id(n) for n in [*range(2000), 2**127, 2**128 - 1]}

    assert len(ids) == 2002
    assert all(len(short) == 7 and not set(short) & set("01oilae") for short in ids)
    assert slugs.short_id(9) == slugs.short_id(9)
