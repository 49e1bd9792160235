"""Cut a sentence: what opens it, the phrase before its verb, where its content ends."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.intake.reading.days.expressions import Expression
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.speech.grammar import grammar
from dateline.intake.reading.speech.quotations import BLANK

LONGEST_SUBJECT = 190
MOST_OPENERS = 5
_LINKS = (
    "of",
    "in",
    "on",
    "at",
    "for",
    "from",
    "to",
    "with",
    "by",
    "over",
    "near",
    "into",
    "about",
    "and",
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of masked text, by its offsets.

    body: after its opening dates and adverbs. frame: after its opening prepositional phrase
    too, where the subject should stand.
    """

    masked: str
    start: int
    end: int
    body: int
    frame: int
    pack: RulePack
    openings: tuple[Expression, ...] = ()

    def trimmed(self, end: int) -> int:
        """Return the end of the stretch before a place, without its white space."""
        while end > self.start and self.masked[end - 1].isspace():
            end -= 1
        return end


def make_clause(
    masked: str, place: tuple[int, int], dates: list[Expression], pack: RulePack
) -> Clause:
    """Find the openings of the sentence at a place; dates: the paragraph's expressions."""
    start, end = place
    body, openings = _openings(masked, place, dates, pack)
    frame = _past_phrases(masked, body, end, pack)
    return Clause(masked, start, end, body, frame, pack, tuple(openings))


def _openings(
    masked: str, place: tuple[int, int], dates: list[Expression], pack: RulePack
) -> tuple[int, list[Expression]]:
    start, end = place
    at_start = {one.span.start: one for one in dates if start <= one.span.start < end}
    opener = grammar(pack).openers
    found: list[Expression] = []
    for _ in range(MOST_OPENERS):
        date = at_start.get(start)
        if date and _opens_clause(masked, date, end):
            found.append(date)
            start = _past_comma(masked, date.span.end, end)
            continue
        match = opener.match(masked, start, end)
        if not match:
            break
        start = match.end()
    return start, found


def _opens_clause(masked: str, date: Expression, end: int) -> bool:
    """Tell "On May 5, …" and "Later …" from "May 5 was …" and "earlier than"."""
    following = masked[date.span.end : date.span.end + 1]
    if following in (",", ":") or following in "–—":
        return True
    if date.shape == "order":
        return False
    return (
        masked[date.span.start].isupper()
        and masked[date.span.start : date.span.end].count(" ") > 0
        and (date.span.end < end)
    )


def _past_comma(masked: str, place: int, end: int) -> int:
    while place < end and (masked[place].isspace() or masked[place] in ",:–—-"):
        place += 1
    return place


def _past_phrases(masked: str, place: int, end: int, pack: RulePack) -> int:
    """Step over "At a meeting with the board on May 5, " and the like."""
    phrase = grammar(pack).preposition
    for _ in range(2):
        match = phrase.match(masked, place, end)
        if not match or {*match.group().casefold().strip(" ,\n").split()}.intersection(pack.speech):
            break
        place = match.end()
    return place


def content_end(masked: str, end: int) -> int:
    """Return where a sentence's content ends: its full stop left out, a closing mark kept."""
    while end > 0 and masked[end - 1].isspace():
        end -= 1
    while end > 0 and masked[end - 1] in ".!?…":
        end -= 1
    return end


def subject(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """Return the noun phrase in a stretch before a verb, or None when it is none.

    Adverbs before the verb ("also", "has since") and a comma that closes an apposition go.
    """
    masked, pack = clause.masked, clause.pack
    while start < end and masked[start].isspace():
        start += 1
    end = _without_tail(masked, start, end, pack)
    start = _after_conjunction(masked, start, end, pack)
    end = _before_other_verb(masked, start, end, pack)
    words = masked[start:end].split()
    if not words or end - start > LONGEST_SUBJECT or BLANK in masked[start:end]:
        return None
    if words[0].casefold() in pack.said_at and len(words) > 1:
        start += len(words[0]) + 1
        return None if {*words}.intersection(pack.clause_words) else (start, end)
    return (start, end) if _nominal(words, pack) else None


def _after_conjunction(masked: str, start: int, end: int, pack: RulePack) -> int:
    """Step over a clause before: "He left early, but the mayor (said)"."""
    for word in pack.clause_joints:
        place = masked.rfind(f", {word} ", start, end)
        before = masked[start:place].split() if place > start else []
        if before and any(part.islower() and part not in pack.determiners for part in before):
            return place + len(word) + 3
    return start


def _before_other_verb(masked: str, start: int, end: int, pack: RulePack) -> int:
    """Take the name off a shared predicate: "Mayor Ana Prew condemned it and (said)"."""
    words = masked[start:end].split(" ")
    if len(words) < 4 or words[-1] not in pack.sharing:
        return end
    capitals = [place for place, word in enumerate(words) if word[:1].isupper()]
    if not capitals:
        return end
    return start + len(" ".join(words[: capitals[-1] + 1]))


def is_outlet(words: str, pack: RulePack) -> bool:
    """Say whether a hearer is an outlet, which passes on what it was told."""
    return bool({word.casefold() for word in words.split()}.intersection(pack.outlets))


def _without_tail(masked: str, start: int, end: int, pack: RulePack) -> int:
    for _ in range(4):
        while end > start and (masked[end - 1].isspace() or masked[end - 1] == ","):
            end -= 1
        tail = next(
            (word for word in pack.between if masked.endswith(f" {word}", start, end)), None
        )
        if tail is None:
            break
        end -= len(tail) + 1
    return end


def _nominal(words: list[str], pack: RulePack) -> bool:
    """Ask whether words can be a subject: they begin like one and hold no verb of their own."""
    first, last = words[0], words[-1].casefold().strip(",")
    head = first.casefold().strip(",")
    lower = {word.casefold().strip(",") for word in words}
    begins = (
        first[:1].isupper()
        or head in pack.determiners
        or head in pack.pronouns
        or bool(lower.intersection((*pack.groups, *pack.roles, *pack.unnamed, *pack.organisations)))
    )
    if not begins or head in ("which", "that", "who", "what", "it", "there", "this"):
        return head in ("it",) and len(words) == 1
    if lower.intersection(pack.clause_words) or last in pack.prepositions:
        return False
    return last not in pack.determiners and not (len(words) == 1 and head in pack.prepositions)


def antecedent(clause: Clause, comma: int) -> int:
    """Return where the noun phrase before ", which" begins.

    That is the last determiner that no preposition ties to the words before it.
    """
    words: list[tuple[int, str]] = []
    place = clause.body
    for word in clause.masked[clause.body : comma].split(" "):
        words.append((place, word))
        place += len(word) + 1
    for number in range(len(words) - 1, -1, -1):
        start, word = words[number]
        before = words[number - 1][1].casefold() if number else ""
        if word.casefold() in clause.pack.determiners and before not in _LINKS:
            return start
    return clause.body
