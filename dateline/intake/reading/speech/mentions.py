"""Tell whom a phrase names: a person, an organisation, an outlet, a group or nobody by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dateline.intake.reading.draft import DraftedMention, Kind
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.spans import Span, fold

_TOKEN = re.compile(r"[^\s,]+")
_NAMES = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{1,30}\s){1,3}[^\W\d_a-z][\w'’-]{1,30}")
LONGEST_NAME = 4


@dataclass
class Cast:
    """The people and bodies a page has named so far, in reading order."""

    pack: RulePack
    people: list[DraftedMention] = field(default_factory=list)
    bodies: list[DraftedMention] = field(default_factory=list)
    host: DraftedMention | None = None

    def meet(self, mention: DraftedMention) -> DraftedMention:
        """Remember who has spoken; the latest answers to a pronoun."""
        shelf = self.people if mention.kind == "person" else self.bodies
        if mention.kind != "unnamed" and mention.name:
            shelf.append(mention)
        return mention

    def named(self, surname: str) -> DraftedMention | None:
        """Find the person last met whose full name ends with a word."""
        for person in reversed(self.people):
            if person.name.split()[-1:] == [surname] and person.name != surname:
                return person
        return None


def name(span: Span, cast: Cast, nearest: DraftedMention | None = None) -> DraftedMention:
    """Make a mention of a phrase.

    nearest: a person named just before in the same paragraph, for "he".
    """
    pack = cast.pack
    plain = _without_title(_without_determiner(span.exact, pack), pack)
    if fold(span.exact) in pack.plurals:
        return _stand_in(span, _last(cast.bodies))
    if fold(span.exact) in pack.pronouns:
        return _stand_in(span, nearest or _last(cast.people))
    known = cast.named(plain) if " " not in plain else None
    if known:
        return replace(_stand_in(span, known), resolved=False)
    person = _person(plain, pack)
    if person:
        return _full(span, cast, person)
    if not any(word[0].isupper() for word in plain.split() if word):
        return _generic_noun(span, plain, cast)
    return DraftedMention(span=span, name=plain, kind=_body_kind(plain, pack))


def role_names(masked: str, start: int, end: int, pack: RulePack) -> list[Span]:
    """Return the names that follow a word for a role ("leader Ana Prew") in a stretch."""
    found = []
    for match in _NAMES.finditer(masked, start, end):
        before = masked[max(start, match.start() - 30) : match.start()].split()
        tokens = match.group().split()
        roles = [place for place, word in enumerate(tokens) if word.casefold() in pack.roles]
        first = roles[-1] + 1 if roles else 0
        if not roles and not (before and before[-1].casefold() in pack.roles):
            continue
        if 2 <= len(tokens) - first <= LONGEST_NAME:
            start_at = match.end() - len(" ".join(tokens[first:]))
            found.append(Span(start_at, match.end(), masked[start_at : match.end()]))
    return found


def _last(shelf: list[DraftedMention]) -> DraftedMention | None:
    return shelf[-1] if shelf else None


def _without_determiner(words: str, pack: RulePack) -> str:
    """Drop articles, but for the "The" of a name; "many of them" stays whole."""
    tokens = words.split()
    while len(tokens) > 1 and tokens[0].casefold() in pack.determiners and tokens[1] != "of":
        if tokens[0] == "The" and tokens[1][:1].isupper():
            break
        tokens = tokens[1:]
    return " ".join(tokens)


def _without_title(words: str, pack: RulePack) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first.casefold().rstrip(".") in pack.titles else words


def _stand_in(span: Span, person: DraftedMention | None) -> DraftedMention:
    if person is None:
        return DraftedMention(span=span, name="", kind="unnamed")
    return DraftedMention(
        span=span, name=person.name, kind=person.kind, description=person.description, resolved=True
    )


def _person(plain: str, pack: RulePack) -> tuple[str, str] | None:
    """Split "role Name Surname" or "Name Surname, role" into name and description."""
    head, _, tail = plain.partition(",")
    tokens = head.split()
    roles = [place for place, word in enumerate(tokens) if fold(word) in pack.roles]
    if len(tokens) == 1 and _capital(head) and _holds_role(tail, pack):
        return head, tail.strip()
    if roles:
        names = tokens[roles[-1] + 1 :]
        if 1 <= len(names) <= LONGEST_NAME and all(_capital(word) for word in names):
            return " ".join(names), " ".join(tokens[: roles[-1] + 1])
        return None
    named = 2 <= len(tokens) <= 3 and all(_capital(word) for word in tokens)
    listed = {*pack.organisations, *pack.outlets, *pack.governments, *pack.groups}
    if named and tokens[0] != "The" and not listed.intersection(fold(word) for word in tokens):
        return head, tail.strip()
    return None


def _holds_role(words: str, pack: RulePack) -> bool:
    return bool({fold(word) for word in words.split()}.intersection(pack.roles))


def _full(span: Span, cast: Cast, person: tuple[str, str]) -> DraftedMention:
    called, description = person
    known = cast.named(called) if " " not in called else None
    if known:
        return replace(_stand_in(span, known), resolved=False)
    return DraftedMention(span=span, name=called, kind="person", description=description)


def _generic_noun(span: Span, plain: str, cast: Cast) -> DraftedMention:
    """Name what carries no name: "the analyst", "workers at the plant", "its own source"."""
    pack = cast.pack
    words = fold(plain).split()
    definite = span.exact.split()[0].casefold() in ("the", "цей", "ця") or len(words) == 1
    if {*words}.intersection(pack.unnamed):
        return DraftedMention(span=span, name=plain, kind="unnamed")
    if definite and words[-1] in pack.roles and cast.people:
        return _stand_in(span, cast.people[-1])
    if words[-1] in pack.roles:
        return DraftedMention(span=span, name=plain, kind="unnamed")
    return DraftedMention(span=span, name=plain, kind=_body_kind(plain, pack))


def _body_kind(plain: str, pack: RulePack) -> Kind:
    words = {fold(word).strip("'’s") for word in _TOKEN.findall(plain)} | set(fold(plain).split())
    common = plain[:1].islower() or plain.split()[-1].islower() or " " not in plain
    tests: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("unnamed", pack.unnamed if plain[:1].islower() else ()),
        ("group", pack.groups if common else ()),
        ("outlet", pack.outlets),
        ("government", pack.governments),
        ("organisation", pack.organisations),
    )
    for kind, listed in tests:
        if words.intersection(listed):
            return kind
    single = " " not in plain and plain[:1].isupper() and not plain.isupper()
    return "person" if single else "organisation"


def _capital(word: str) -> bool:
    return word[:1].isupper() or word in ("de", "van", "von", "der", "al", "bin", "la", "di")
