"""Compile the attribution patterns of a rule pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.intake.reading.rule_pack import CAPITALS, RulePack, either

MARK = '["“”„«»]'
NEVER = r"(?!)"
_FLAGS = re.IGNORECASE


@dataclass(frozen=True)
class Grammar:
    """One pattern for each way of attributing; each is linear: every gap has a limit."""

    impersonal: re.Pattern[str]
    according: re.Pattern[str]
    wording: re.Pattern[str]
    trailing: re.Pattern[str]
    after: re.Pattern[str]
    citing: re.Pattern[str]
    cited_first: re.Pattern[str]
    declines: re.Pattern[str]
    urges: re.Pattern[str]
    says: re.Pattern[str]
    nested: re.Pattern[str]
    calls: re.Pattern[str]
    openers: re.Pattern[str]
    preposition: re.Pattern[str]


@lru_cache
def grammar(pack: RulePack) -> Grammar:
    """Compile the patterns of one pack once."""
    verb = _plain(pack.speech)
    that = either(pack.that) if pack.that else NEVER
    cite = _plain(pack.citing)
    near = _plain(pack.near)
    day = pack.weekdays_pattern
    who = r"[^,;:\"“”„«»\ue000]"
    clause = rf"\s{{0,2}}{that}\s+"
    return Grammar(
        impersonal=_compile(rf"(?P<cue>{_pieces(pack.impersonal)}){clause}"),
        according=_compile(rf"(?P<cue>{_plain(pack.according)})\s(?P<who>{who}{{2,160}})(?=,\s)"),
        wording=_compile(rf"{_pieces(pack.in_words_of)},\s"),
        trailing=_compile(rf",?\s(?P<cue>{_plain(pack.according)})\s(?P<who>{who}{{2,160}})"),
        after=_compile(_after(verb, who, rf"(?:{near}|{day})", that)),
        citing=_compile(rf",\s(?P<cue>{cite})\s(?P<source>{who}{{2,160}}),?\s?$"),
        cited_first=_compile(rf"(?P<cue>{cite})\s(?P<source>{who}{{2,160}}),\s"),
        declines=_compile(
            rf"(?<!\w)(?P<cue>{_pieces(pack.declining)})(?!\w)(?:\s{_plain(pack.upon)}(?!\w))?"
        ),
        urges=_compile(
            rf"(?<!\w)(?P<cue>{_plain(pack.urging)})\s(?P<whom>{who}{{2,140}}?)"
            rf"\s?{_pieces(pack.urge_to)}\s?"
        ),
        says=_compile(_says(pack, verb, near, (that, cite, who))),
        nested=_compile(
            rf"(?P<who>{who}{{2,110}}?)\s(?P<cue>{_plain((*pack.speech, *pack.feelings))}){clause}"
        ),
        calls=_compile(
            rf",\s(?:{_plain(pack.which)})\s(?P<who>{who}{{1,80}}?)\s(?P<cue>{_plain(pack.calling)})\s"
        ),
        openers=_compile(rf"{_plain(pack.openers)}(?!\w),\s?"),
        preposition=_compile(rf"{_plain(pack.prepositions)}\s{who}{{2,160}},\s?"),
    )


def _after(verb: str, who: str, near: str, that: str) -> str:
    """Match an attribution behind its content: "…, the mayor said", "…, said the mayor"."""
    tail = rf"(?=\s?[:,.!]|\s?$|\s{near}(?!\w))(?!\s?[^,;:.]{{0,80}}(?<!\w){that}\s)"
    gap = r"(?:,[\"”»“]?|[\"”»“],?|[?!…][\"”»“]?)\s{1,2}(?:[–—-]\s)?"
    first = rf"(?P<who>{who}{{1,120}}?)\s(?P<cue>{verb})(?!\w){tail}"
    second = rf"(?P<cue2>{verb})\s(?P<who2>{who}{{2,120}}?)(?=\s?[.,:;!]|\s?$)"
    return rf"{gap}(?:{second}|{first})"


def _says(pack: RulePack, verb: str, near: str, parts: tuple[str, str, str]) -> str:
    """Match a verb of saying and what leads into its content: that, a colon, marks, a clause."""
    that, cite, who = parts
    told = rf"(?P<told>{_plain(pack.telling)})\s(?P<hearer>{who}{{1,80}}?)"
    when = rf"\s{near}\s(?P<gap>{who}{{1,80}}?)|\s{pack.weekdays_pattern}(?!\w)"
    plain = rf"(?P<cue>{verb})(?:{when})?"
    late = rf"(?:,\s{cite}\s(?P<late>{who}{{2,120}}),)?"
    starts = rf"(?:{_plain(pack.determiners)}|{_plain(pack.pronouns)})\s|(?-i:[{CAPITALS}])|\d|no\s"
    bare = rf"(?(told){NEVER}|(?(gap){NEVER}|\s(?={starts})))" if pack.bare else NEVER
    tail = (
        rf"(?P<that>\s{{0,2}}{that}\s+)|(?P<colon>\s?:\s?)|(?P<mark>\s(?={MARK}))|(?P<bare>{bare})"
    )
    return rf"(?<!\w)(?:{told}|{plain})(?!\w){late}(?:{tail})"


def _plain(items: object) -> str:
    """Match any of the words as they stand, a space standing for any white space."""
    pieces = [re.escape(item).replace(r"\ ", r"\s") for item in items]  # type: ignore[attr-defined]
    return either(piece.replace("’", "['’ʼ]") for piece in pieces) if pieces else NEVER


def _pieces(items: tuple[str, ...]) -> str:
    return either(items) if items else NEVER


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, _FLAGS)
