"""Find who says what in a sentence: fixed patterns, tried in a fixed order.

Every pattern runs on text whose quotations are blanked, so that nothing inside a quotation is
taken for an attribution. Without a match the sentence stands in the page's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.intake.reading.sources.spans import Strength
from dateline.intake.reading.speech.clauses import (
    Clause,
    antecedent,
    content_end,
    is_outlet,
    subject,
)
from dateline.intake.reading.speech.grammar import Grammar, grammar

Place = tuple[int, int]
LONGEST = 2500
QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class ReadAttribution:
    """One attribution by its offsets. source None: the sentence names nobody."""

    rule: str
    content: tuple[Place, ...]
    attribution: Place | None = None
    cue: Place | None = None
    source: Place | None = None
    via: Place | None = None
    act: str = "says"
    strength: Strength = "likely"


Rule = Callable[[Clause, Grammar], ReadAttribution | None]


def attributions(clause: Clause) -> list[ReadAttribution]:
    """Return a sentence's attributed readings, then what it says in its own voice."""
    if clause.end - clause.start > LONGEST:
        return []
    rules = grammar(clause.pack)
    for rule in _ORDER:
        found = rule(clause, rules)
        if found:
            return [found]
    called = _called(clause, rules)
    if called:
        opening = clause.masked.rfind(
            ",", clause.body, called.attribution[0] if called.attribution else 0
        )
        return [*_own(clause, opening), called]
    return _own(clause, content_end(clause.masked, clause.end))


def _own(clause: Clause, end: int) -> list[ReadAttribution]:
    if end <= clause.body:
        return []
    return [ReadAttribution("own-voice", ((clause.body, end),), act="asserts", strength="guess")]


def _impersonal(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    match = rules.impersonal.match(clause.masked, clause.frame, clause.end)
    if not match:
        return None
    return ReadAttribution(
        "impersonal",
        ((match.end(), content_end(clause.masked, clause.end)),),
        attribution=(match.start(), _close(match)),
        cue=match.span("cue"),
    )


def _according(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    """Read "According to X, …", letting X run over an apposition: "X, the owner of Y, …"."""
    match = rules.according.match(clause.masked, clause.frame, clause.end)
    if not match or _no_source(match["who"], clause):
        return None
    stop = _past_apposition(clause, match.end())
    begin = stop + 2
    if begin >= clause.end:
        return None
    return ReadAttribution(
        "according-to",
        ((begin, content_end(clause.masked, clause.end)),),
        attribution=(match.start(), stop),
        cue=match.span("cue"),
        source=(match.start("who"), stop),
        strength="sure" if stop == match.end() else "likely",
    )


def _in_words_of(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    """Read "In her words, …", where the source stands inside the phrase."""
    match = rules.wording.match(clause.masked, clause.frame, clause.end)
    match = match or rules.wording.match(clause.masked, clause.body, clause.end)
    if not match:
        return None
    return ReadAttribution(
        "in-words-of",
        ((match.end(), content_end(clause.masked, clause.end)),),
        attribution=(match.start(), _close(match)),
        cue=(match.start(), _close(match)),
        source=match.span("who"),
    )


def _past_apposition(clause: Clause, comma: int) -> int:
    following = clause.masked.find(", ", comma + 1, clause.end)
    between = clause.masked[comma + 1 : following].split() if following > 0 else []
    opens = bool(between) and between[0] in ("a", "an", "the", "who", "head", "chief")
    verbs = {word.casefold() for word in between}.intersection(clause.pack.clause_words)
    return following if opens and not verbs and len(between) <= 14 else comma


def _after(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    """Read content that comes first: "…, the mayor said", "…", said the mayor"."""
    for match in rules.after.finditer(clause.masked, clause.start, clause.end):
        group, cue = ("who", "cue") if match["who"] else ("who2", "cue2")
        who = subject(clause, *match.span(group))
        begin = clause.body if clause.masked[clause.frame : match.start()].strip() else 0
        if who is None or who[0] != match.start(group) or not begin:
            continue
        first = (begin, _shut(clause, match.start()))
        content = (first, *_resumed(clause, match))
        return ReadAttribution(
            "content-first",
            content,
            attribution=(min(who[0], match.start(cue)), max(match.end(cue), who[1])),
            cue=match.span(cue),
            source=who,
            act=clause.pack.speech.get(_plain(match[cue]), "says"),
            strength="sure" if len(content) == 1 else "likely",
        )
    return None


def _shut(clause: Clause, place: int) -> int:
    """Let content that ends with a quotation keep its closing mark."""
    while place < clause.end and clause.masked[place] in '"”»“?!…,':
        if clause.masked[place] == "," and clause.masked[place + 1 : place + 2] not in ('"', "”"):
            break
        place += 1
    return place


def _resumed(clause: Clause, found: re.Match[str]) -> tuple[Place, ...]:
    """Return the rest of content that an attribution has cut in two.

    After a quotation only a quotation goes on; after "said X, …" stands who X is.
    """
    place = found.end()
    rest = clause.masked[place : clause.end]
    marks = re.match(r",\s(?=\S)", rest)
    quoted = found.group().lstrip(",")[:1] in QUOTES
    if not marks or clause.end - place <= 12 or (quoted and rest[marks.end()] not in QUOTES):
        return ()
    if found["who2"] and rest[marks.end()] not in QUOTES:
        return ()
    return ((place + marks.end(), content_end(clause.masked, clause.end)),)


def _declines(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    match = rules.declines.search(clause.masked, clause.body, clause.end)
    who = subject(clause, clause.frame, match.start()) if match else None
    if not match or who is None:
        return None
    last = content_end(clause.masked, clause.end)
    begin = match.end() + 1
    content = (begin, last) if begin < last else match.span("cue")
    return ReadAttribution(
        "declines",
        (content,),
        (who[0], match.end()),
        match.span("cue"),
        who,
        act="declines",
        strength="sure",
    )


def _urges(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    match = rules.urges.search(clause.masked, clause.body, clause.end)
    who = subject(clause, clause.frame, match.start()) if match else None
    if not match or who is None or match.end() >= clause.end:
        return None
    content = (match.end(), content_end(clause.masked, clause.end))
    whole = (who[0], clause.trimmed(match.end()))
    return ReadAttribution("urges", (content,), whole, match.span("cue"), who, act="urges")


def _says(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    """Read "X said that …", "X said: …", "X told Y that …", "X, citing Y, wrote that …"."""
    for match in rules.says.finditer(clause.masked, clause.body, clause.end):
        cue = "told" if match["told"] else "cue"
        if not _leads(clause, match, cue):
            continue
        reading = _attributed_reading(clause, rules, match, cue)
        if reading:
            return reading
    return None


def _leads(clause: Clause, match: re.Match[str], cue: str) -> bool:
    """Refuse "said this in …", a passive, and a bare clause after a verb that takes none."""
    pack = clause.pack
    if match["bare"] is not None:
        after = clause.masked[match.end() : match.end() + 24].casefold()
        if _plain(match[cue]) not in pack.bare or after.startswith(pack.not_content):
            return False
    before = clause.masked[max(clause.start, match.start() - 12) : match.start()].split()
    return (
        not before
        or before[-1].casefold() not in pack.clause_words
        or before[-1] in ("has", "have", "had")
    )


def _attributed_reading(
    clause: Clause, rules: Grammar, match: re.Match[str], cue: str
) -> ReadAttribution | None:
    who, via, attribution_start = _speakers(clause, rules, match)
    begin, last = match.end(), content_end(clause.masked, clause.end)
    if who is None or begin >= last:
        return None
    reading = ReadAttribution(
        "says-that" if match["that"] else "says",
        ((begin, last),),
        attribution=(attribution_start, _close(match)),
        cue=match.span(cue),
        source=who,
        via=via,
        act=clause.pack.speech.get(_plain(match[cue]), "says"),
        strength="sure" if match["that"] and via is None else "likely",
    )
    return reading if via or not match["that"] else _nested(clause, rules, reading)


def _speakers(
    clause: Clause, rules: Grammar, match: re.Match[str]
) -> tuple[Place | None, Place | None, int]:
    """Return source and via: "X, citing Y, …" has Y as its source and X as its way."""
    cited = rules.citing.search(clause.masked, clause.frame, match.start())
    first = rules.cited_first.match(clause.masked, clause.frame, match.start())
    if cited:
        outlet = subject(clause, clause.frame, cited.start())
        return (cited.span("source"), outlet, outlet[0]) if outlet else (None, None, 0)
    if first:
        outlet = subject(clause, first.end(), match.start())
        return (first.span("source"), outlet, first.start()) if outlet else (None, None, 0)
    who = subject(clause, clause.frame, match.start())
    if who and match["late"]:
        return match.span("late"), who, who[0]
    if who and match["told"] and is_outlet(match["hearer"], clause.pack):
        return who, match.span("hearer"), who[0]
    return who, None, who[0] if who else 0


def _nested(clause: Clause, rules: Grammar, outer: ReadAttribution) -> ReadAttribution:
    """Read "media reported that workers feared that …": the workers speak, the media pass on."""
    begin, last = outer.content[0]
    match = rules.nested.match(clause.masked, begin, last)
    who = subject(clause, *match.span("who")) if match else None
    if not match or who is None or who[0] != begin:
        return outer
    start = outer.attribution[0] if outer.attribution else begin
    return replace(
        outer,
        rule="nested",
        content=((match.end(), last),),
        attribution=(start, _close(match)),
        cue=match.span("cue"),
        source=who,
        via=outer.source,
        strength="likely",
    )


def _trailing(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    """Read "…, according to X."."""
    match = rules.trailing.search(clause.masked, clause.body + 3, clause.end)
    if not match or _no_source(match["who"], clause):
        return None
    last = content_end(clause.masked, match.end())
    rest = clause.masked[match.end() : clause.end].strip(" .,!?")
    content: tuple[Place, ...] = ((clause.body, match.start()),)
    if rest:
        content += ((match.end() + 1, content_end(clause.masked, clause.end)),)
    return ReadAttribution(
        "according-to-after",
        content,
        attribution=(match.start("cue"), last),
        cue=match.span("cue"),
        source=(match.start("who"), last),
        strength="likely" if rest else "sure",
    )


def _called(clause: Clause, rules: Grammar) -> ReadAttribution | None:
    """Read "the plan, which she called …": the plan, as she called it, is the content."""
    match = rules.calls.search(clause.masked, clause.body, clause.end)
    if not match:
        return None
    begin = antecedent(clause, match.start())
    return ReadAttribution(
        "which-called",
        ((begin, content_end(clause.masked, clause.end)),),
        attribution=(match.start("who"), match.end("cue")),
        cue=(match.start("who"), match.end("cue")),
        source=match.span("who"),
        strength="guess",
    )


_ORDER: tuple[Rule, ...] = (
    _impersonal, _according, _in_words_of, _after, _declines, _urges, _says, _trailing,
)  # fmt: skip


def _close(match: re.Match[str]) -> int:
    """Return where the matched words end, without the space after them."""
    return match.end() - (len(match.group()) - len(match.group().rstrip(" ,:\n\t")))


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())


def _no_source(who: str, clause: Clause) -> bool:
    """Refuse "according to plan" and "according to the schedule"."""
    words = [word.casefold() for word in who.split()]
    plain = [word for word in words if word not in clause.pack.determiners]
    return not plain or bool({plain[0], plain[-1]}.intersection(clause.pack.not_sources))
