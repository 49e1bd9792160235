"""Part a paragraph into sentences, leaving a quotation in one piece."""

from __future__ import annotations

import re

from dateline.intake.reading.rule_pack import RulePack

_END = re.compile(r"[.!?…]{1,4}[\"”»“’)\]]{0,3}(?=\s|$)")
_WORD_BEFORE = re.compile(r"([^\W\d_](?:[^\s\W]|[.'’-]){0,20})$", re.UNICODE)


def sentences(masked: str, start: int, end: int, pack: RulePack) -> list[tuple[int, int]]:
    """Return the sentences of masked[start:end] as offsets, without the space between them.

    masked: the paragraph with the insides of its quotations blanked, offsets as in the text.
    """
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(masked, start, end):
        if _ends(masked, match, end, pack):
            found.append((begin, match.end()))
            begin = match.end()
            while begin < end and masked[begin].isspace():
                begin += 1
    if begin < end:
        found.append((begin, end))
    return found


def _ends(masked: str, match: re.Match[str], end: int, pack: RulePack) -> bool:
    """Tell a full stop from the point of an abbreviation or an initial."""
    after = masked[match.end() : min(end, match.end() + 8)].lstrip()
    if not after:
        return True
    if after[0].islower():
        return False
    if match.group() != ".":
        return True
    before = _WORD_BEFORE.search(masked[max(0, match.start() - 22) : match.start()])
    if not before:
        return True
    word = before.group(1)
    return not (len(word) == 1 and word.isupper()) and word.casefold() not in pack.abbreviations
