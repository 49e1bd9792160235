"""Describe a rule pack: the words of one language that the rules are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

CAPITALS = "".join(letter for letter in map(chr, range(ord("A"), ord("֏"))) if letter.isupper())
"""Capital letters of Latin, Greek, Cyrillic and Armenian, for a class of a pattern."""
NOTHING: Mapping[str, int] = {}


def words(text: str) -> tuple[str, ...]:
    """Split a list written as one text, one item a line or parted by commas."""
    return tuple(item.strip() for item in text.replace("\n", ",").split(",") if item.strip())


def either(items: Iterable[str]) -> str:
    """Join pattern pieces into one group, longest first, so that no piece hides a longer one."""
    return "(?:" + "|".join(sorted(items, key=lambda item: (-len(item), item))) + ")"


@dataclass(frozen=True, eq=False)
class RulePack:
    """One language's lists. Entries named "pattern" are regular expressions, others plain words.

    script: the letters it is written in, as ISO 15924 has it; letters, other_letters: those that
    only this language of the script has, or others have and it lacks; common: its small words.
    assumed: a short text that says nothing of its language is taken to be in this one.
    weekdays_have_capitals: a weekday in small letters is an ordinary word ("sun", "sat").
    upon: what may follow a refusal ("declined to comment on").
    months, weekdays: printed form, casefolded -> number (Monday is 0).
    prefixes: pattern before a date -> its role (on, in, as_of, since, until, from, between).
    relative: phrase -> days from the page's date; back_to: phrases for "the same day".
    in_words_of: pattern with a group "who"; said_at: prepositions of a speaking body ("в порту").
    occasions: interview, briefing, broadcast or post -> pattern, in the order of asking.
    asked_by: patterns with a group "name" or "host"; programmes, on_outlets: patterns with a title.
    {name}, {title} and {end} in these three stand for patterns that all languages share.
    speech: verb form -> act; nested verbs may also be feelings ("feared that").
    """

    code: str
    script: str = "Latn"
    letters: str = ""
    other_letters: str = ""
    common: tuple[str, ...] = ()
    assumed: bool = False
    weekdays_have_capitals: bool = False
    upon: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=dict)
    relative: Mapping[str, int] = field(default_factory=dict)
    back_to: tuple[str, ...] = ()
    meanwhile: tuple[str, ...] = ()
    last_words: tuple[str, ...] = ()
    next_words: tuple[str, ...] = ()
    order: Mapping[str, str] = field(default_factory=dict)
    year_tail: str = ""
    ordinal: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    furniture: tuple[str, ...] = ()
    tag_headings: tuple[str, ...] = ()
    related_headings: tuple[str, ...] = ()
    feed_headings: tuple[str, ...] = ()
    feed_more: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    update_words: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    speech: Mapping[str, str] = field(default_factory=dict)
    feelings: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    that: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    in_words_of: tuple[str, ...] = ()
    said_at: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    declining: tuple[str, ...] = ()
    urging: tuple[str, ...] = ()
    urge_to: tuple[str, ...] = ()
    calling: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_sources: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    clause_joints: tuple[str, ...] = ()
    sharing: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    clause_words: tuple[str, ...] = ()
    not_content: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    provenance: tuple[str, ...] = ()
    occasions: Mapping[str, str] = field(default_factory=dict)
    asked_by: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    on_outlets: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()

    @cached_property
    def months_pattern(self) -> str:
        return _names(self.months)

    @cached_property
    def weekdays_pattern(self) -> str:
        return _names(self.weekdays)


def _names(names: Mapping[str, int]) -> str:
    """Match the printed names; a form of five letters or fewer may carry a full stop."""
    pieces = []
    for name in names:
        piece = name.replace(" ", r"\s").replace("'", "['’ʼ]")
        pieces.append(piece + (r"\.?" if len(name) <= 5 else ""))
    return either(pieces) if pieces else r"(?!)"
