"""Find the rule packs, and choose the one for a text by its letters and small words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dateline.intake.reading.days.foreign_calendars import FOREIGN
from dateline.intake.reading.rule_pack import RulePack
from dateline.lib.languages import modules

HOUSE = "dateline.intake.reading.languages"
SAMPLE = 40_000
FEW = 30  # words of a text too short to count its small words
LIKELY, DECLARED = 0.08, 0.03  # share of small words: in any text, in one that names its language
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def packs() -> Mapping[str, RulePack]:
    """Return the rule packs by language, those of the site's own package first."""
    return _packs(modules.packages(HOUSE))


@lru_cache(maxsize=4)
def _packs(packages: tuple[str, ...]) -> Mapping[str, RulePack]:
    found = {code: modules.value(code, "PACK", HOUSE) for code in modules.codes(packages)}
    return {code: pack for code, pack in found.items() if isinstance(pack, RulePack)}


def pack_for(text: str, declared: str = "") -> RulePack:
    """Return the pack of a text's language; the plain one (header, dates, quotes) if unknown.

    declared: what the page says of itself, believed only where the letters allow it.
    """
    sample = text[:SAMPLE].casefold()
    script, code = _script(sample), declared.casefold().replace("_", "-").partition("-")[0]
    likely = {
        pack.code: likeness
        for pack in packs().values()
        if pack.script == script and (likeness := _likeness(pack, sample, code)) is not None
    }
    return packs()[max(likely, key=lambda one: likely[one])] if likely else FOREIGN


def _likeness(pack: RulePack, sample: str, declared: str) -> float | None:
    """Return how much a text is like a pack's language, None where it is not in it."""
    own = sum(map(sample.count, pack.letters))
    if own < sum(map(sample.count, pack.other_letters)):
        return None
    if not pack.common:
        return own / max(1, len(sample))
    found = _WORD.findall(sample)
    share = sum(1 for word in found if word in pack.common) / max(1, len(found))
    short = len(found) < FEW and (declared == pack.code or (not declared and pack.assumed))
    fits = share >= LIKELY or (declared == pack.code and share >= DECLARED) or short
    return share + own / max(1, len(sample)) if fits else None


def _script(sample: str) -> str:
    """Return the script of most letters, as ISO 15924 has it."""
    cyrillic = sum(1 for letter in sample if "Ѐ" <= letter <= "ӿ")
    latin = sum(1 for letter in sample if "a" <= letter <= "z")
    others = sum(1 for letter in sample if letter > "ӿ" and letter.isalpha())
    if others > max(cyrillic, latin):
        return ""
    return "Cyrl" if cyrillic > latin else "Latn"
