"""How words of addresses come out of headlines."""

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
    ],
)
def test_a_slug_is_transliterated(text: str, language: str, slug: str) -> None:
    assert slugs.slug(text, language) == slug


def test_a_slug_is_cut_between_words() -> None:
    assert slugs.slug("one two three", limit=8) == "one-two"
    assert slugs.slug("indivisible", limit=5) == "indiv"


@given(st.text(max_size=60), st.sampled_from(["en", "uk", "ar"]))
def test_a_slug_is_always_a_word_of_an_address(text: str, language: str) -> None:
    slug = slugs.slug(text, language)

    assert slug
    assert len(slug) <= 80
    assert slugs.slug(slug) == slug


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
