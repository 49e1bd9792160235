"""Single rules on single sentences; everyone in them is invented."""

import pytest

from dateline.intake.reading import read

HEAD = "The quay is closed for a week\n\nWednesday, 11 March 2026\n\n"
LEAD = "The north quay will stay closed until the crane is gone from it\n\n"


def draft(paragraph):
    return read((HEAD + LEAD + paragraph + "\n").encode())


def said(paragraph):
    found = draft(paragraph)
    own = [one for entry in found.entries for one in entry.statements if one.act != "asserts"]
    return [*own, *found.statements]


SENTENCES = {
    "The mayor said that the quay was safe.": ("The mayor", None, "the quay was safe", "says"),
    "Police confirmed on Monday that two men were held.": (
        "Police", None, "two men were held", "confirms"),
    "The owner denied that the ship had moved.": (
        "The owner", None, "the ship had moved", "denies"),
    "According to Ana Prew, the head of the port, work begins in May.": (
        "Ana Prew, the head of the port", None, "work begins in May", "says"),
    "Work begins in May, according to the port office.": (
        "the port office", None, "Work begins in May", "says"),
    "The wind will turn by night, the weather office said.": (
        "the weather office", None, "The wind will turn by night", "says"),
    "Varo Radio, citing two sailors, reported that the lamp was out.": (
        "two sailors", "Varo Radio", "the lamp was out", "says"),
    "Local media reported that residents feared that the dam would break.": (
        "residents", "Local media", "the dam would break", "says"),
    "Pilot Ana Prew told the Coast Gazette that the crane was loose.": (
        "Pilot Ana Prew", "the Coast Gazette", "the crane was loose", "says"),
    "The shipping line declined to comment on the crane.": (
        "The shipping line", None, "the crane", "declines"),
    "The mayor called on residents to boil their water.": (
        "The mayor", None, "boil their water", "urges"),
    "It was reported that a boat was missing.": (None, None, "a boat was missing", "says"),
    "Mayor Dov Renner praised the crews and said that the quay would open.": (
        "Mayor Dov Renner", None, "the quay would open", "says"),
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_who_says_what(sentence):
    one = said(sentence)[0]

    source = one.sources[0].span.exact if one.sources else None
    via = one.via[0].span.exact if one.via else None
    assert (source, via, one.span.exact, one.act) == SENTENCES[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilot said this in a letter to friends.",
        "The statement said nothing new about it at all.",
        "The ships were said to be waiting outside.",
        "The mayor ordered the crews to leave by noon.",
        "Everything went according to plan that night.",
    ],
)
def test_what_is_no_statement(sentence):
    assert said(sentence) == []


def test_nothing_inside_a_quotation_is_an_attribution():
    found = said('The board wrote "the mayor said that it was safe" on the door.')

    assert [one.sources[0].span.exact for one in found] == ["The board"]


def test_a_pronoun_takes_the_person_named_last_and_is_never_sure():
    found = said("Captain Ana Prew said that it rained. She added that it was cold.")

    assert [one.sources[0].name for one in found] == ["Ana Prew", "Ana Prew"]
    assert found[1].strength != "sure"


def test_a_word_inside_the_content_changes_no_modality():
    found = said("The board reported that divers confirmed seeing the wreck.")

    assert [(one.modality, one.act) for one in found] == [("claimed", "says")]


DATES = {
    "On 2 March the crane fell.": "2026-03-02",
    "On March 2nd, 2025, the crane fell.": "2025-03-02",
    "On December 30, the crane fell.": "2025-12-30",
    "On 2 March, 2026, the crane fell.": "2026-03-02",
    "From March 2 to March 5, the quay was shut.": "2026-03-02/2026-03-05",
    "On 2-5 March the quay was shut.": "2026-03-02/2026-03-05",
    "On Oct. 7, the crane was painted.": "2025-10-07",
    "On 2026-03-04 the crane fell.": "2026-03-04",
}


@pytest.mark.parametrize("sentence", DATES)
def test_a_date_is_written_as_edtf(sentence):
    from dateline.intake.reading.days.dates import settle
    from dateline.intake.reading.days.dayline import day_of
    from dateline.intake.reading.days.expressions import expressions
    from dateline.intake.reading.languages.en import PACK

    found = expressions(sentence, 0, len(sentence), PACK)

    settled = settle(found[0], page=day_of("2026-03-11"), before=None)
    assert settled.when.edtf == DATES[sentence]


@pytest.mark.parametrize(
    ("line", "edtf", "agrees"),
    [
        ("21 March, 2026 Saturday", "2026-03-21", True),
        ("21 March, 2026 Sunday", "2026-03-21", False),
        ("Published: March 21, 2026 at 7:05 p.m.", "2026-03-21T19:05:00", None),
        ("21 March 20265:01", "2026-03-21T05:01:00", None),
        ("21.03.2026 18:40", "2026-03-21T18:40:00", None),
        ("21 березня 2026 року, субота, 18:40", "2026-03-21T18:40:00", True),
    ],
)
def test_a_line_that_is_only_a_date_dates_the_page(line, edtf, agrees):
    page = f"Кран упав на набережну\n\n{line}\n" if "бер" in line else f"The crane fell\n\n{line}\n"

    published = read(page.encode()).published

    assert (published.edtf, published.weekday_agrees) == (edtf, agrees)


@pytest.mark.parametrize("line", ["Updated 3 March 2026", "© 3 March 2026 Varo"])
def test_an_update_or_a_copyright_line_dates_nothing(line):
    assert read(f"The crane fell on the quay\n\n{line}\n".encode()).published is None


def test_marks_of_two_kinds_close_each_other_and_inner_ones_nest():
    found = draft('"We saw the "old lady," as we call her, fall,” Captain Ana Prew said.')

    kinds = [(one.kind, one.text.exact) for one in found.quotes]
    assert kinds[0] == ("direct", 'We saw the "old lady," as we call her, fall,')
    assert kinds[1] == ("nested", "old lady,")
    assert "mixed_quotation_marks" in [one.kind for one in found.defects]


def test_a_speech_without_attribution_keeps_its_speaker():
    found = draft('"It fell," Captain Ana Prew said.\n\n"And then there was nothing to hear."')

    assert [one.speaker for one in found.quotes] == ["Ana Prew", "Ana Prew"]
    assert found.quotes[1].strength == "guess"


def test_an_interview_in_turns_gives_each_turn_its_speaker():
    turns = "\n\n".join(
        f"{name}: {words} and so it goes on for a while."
        for name, words in [
            ("Gazette", "Why"),
            ("Prew", "Rust"),
            ("Gazette", "When"),
            ("Prew", "May"),
        ]
    )

    found = draft(turns)

    speakers = [one.speaker for one in found.quotes if one.kind == "turn"]
    assert speakers == ["Gazette", "Prew", "Gazette", "Prew"]
