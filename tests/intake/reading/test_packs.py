"""Which rules a text is read by."""

import pytest

from dateline.intake.reading.packs import pack_for, packs

ENGLISH = "The mayor said that the harbour is closed and that no ship was let in. " * 8
UKRAINIAN = "Мер сказав, що порт закрито і жодного судна не пустять. " * 8
RUSSIAN = "Мэр сказал, что порт закрыт и ни одного судна не пустят. " * 8
GERMAN = "Der Bürgermeister sagte, dass der Hafen geschlossen ist und kein Schiff kommt. " * 8


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (ENGLISH, "", "en"),
        (ENGLISH, "uk", "en"),
        (UKRAINIAN, "", "uk"),
        (UKRAINIAN, "en", "uk"),
        (RUSSIAN, "uk", "und"),
        (GERMAN, "", "und"),
        (GERMAN, "en", "und"),
        ("Harbour closed", "", "en"),
        ("Harbour closed", "en-GB", "en"),
        ("Hafen zu", "de", "und"),
        ("Порт закрито", "", "uk"),
        ("港は閉鎖された", "", "und"),
    ],
)
def test_a_text_is_read_by_the_rules_of_its_language(text: str, declared: str, code: str) -> None:
    assert pack_for(text, declared).code == code


def test_packs_are_found_by_the_names_of_their_modules() -> None:
    assert list(packs()) == ["en", "uk"]
    assert all(code == pack.code for code, pack in packs().items())
