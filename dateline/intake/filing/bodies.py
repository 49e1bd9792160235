"""Set an article's body: paragraphs, headings, quotes with speakers, the background."""

from __future__ import annotations

from html import escape
from typing import Any

from dateline.agents.models import Agent
from dateline.intake.models import Suggestion
from dateline.stories.models import Story

from .case import Case

Block = tuple[str, Any]
FEW = 6  # words beside a quotation that only say who speaks
MARKS = '"“”„«» ,\u00a0–—-'


def body(case: Case, *, story: Story | None, speaker: Agent | None, role: str) -> list[Block]:
    """Return the body's blocks in order; the story's chronology stands for its paragraphs.

    speaker, role: who gave the interview and as what: said at the first of their quotes.
    """
    quotes = _quotes(case)
    blocks: list[Block] = []
    for one in sorted([*case.all("paragraph"), *case.all("subheading")], key=_start):
        kind = one.payload.get("kind")
        case.use(one)
        if kind == "chronology_paragraph" and story:
            _background(blocks, story)
        elif kind == "subheading":
            blocks.append(("heading", _line(case, one)[:160]))
        elif kind == "quote_paragraph" and quotes.get(one.pk):
            blocks += _speech(case, one, quotes[one.pk])
        elif kind != "provenance" or not case.all("provenance"):
            blocks += _paragraph(_line(case, one))
    _introduce(blocks, speaker, role)
    return _without_lost_headings(blocks)


def _introduce(blocks: list[Block], speaker: Agent | None, role: str) -> None:
    for kind, value in blocks:
        if kind == "quote" and speaker and value["speaker"] == speaker:
            value["role"] = role
            return


def _start(one: Suggestion) -> int:
    return one.start


def _line(case: Case, one: Suggestion) -> str:
    return " ".join(case.text[one.start : one.end].split())


def _paragraph(words: str) -> list[Block]:
    return [("paragraph", f"<p>{escape(words, quote=False)}</p>")] if words else []


def _background(blocks: list[Block], story: Story) -> None:
    """Show the chronology once, where its first paragraph stood, without its heading."""
    if any(kind == "background" for kind, _ in blocks):
        return
    if blocks and blocks[-1][0] == "heading":
        blocks.pop()
    blocks.append(("background", {"story": story, "show": "all", "most": None}))


def _quotes(case: Case) -> dict[int, list[Suggestion]]:
    """Return the direct quotations of each speech, by the key of its paragraph."""
    speeches = [
        one for one in case.all("paragraph") if one.payload.get("kind") == "quote_paragraph"
    ]
    found: dict[int, list[Suggestion]] = {}
    for quote in case.all("quote"):
        if quote.payload.get("kind") == "partial":
            case.use(quote)
            continue
        home = next((one for one in speeches if one.start <= quote.start < one.end), None)
        if home:
            found.setdefault(home.pk, []).append(quote)
    return found


def _speech(case: Case, home: Suggestion, quotes: list[Suggestion]) -> list[Block]:
    """Part a speech into its words and what stands around them."""
    blocks: list[Block] = []
    at = home.start
    for quote in quotes:
        blocks += _around(case.text[at : quote.start], before=True)
        blocks.append(("quote", _quote(case, quote)))
        case.use(quote)
        at = quote.end
    return blocks + _around(case.text[at : home.end], before=False)


def _around(words: str, *, before: bool) -> list[Block]:
    """Keep what stands beside a quotation when it says more than who speaks."""
    plain = " ".join(words.split()).strip(MARKS)
    if len(plain.strip(".:;").split()) <= FEW:
        return []
    if not before:
        plain = plain[:1].upper() + plain[1:]
    return _paragraph(plain)


def _quote(case: Case, quote: Suggestion) -> dict[str, Any]:
    payload = quote.payload
    words = " ".join(case.text[payload["start"] : payload["end"]].split()).rstrip(",")
    words = words if words[-1:] in ".!?…" else f"{words}."
    name = str(payload.get("speaker") or "")
    speaker = Agent.objects.named(name) if name else None
    return {
        "text": f"<p>{escape(words, quote=False)}</p>",
        "speaker": speaker,
        "speaker_name": "" if speaker else name[:160],
        "role": "",
        "translated_from": "",
        "unnamed_reason": "" if name else case.sentence("speaker_not_named"),
    }


def _without_lost_headings(blocks: list[Block]) -> list[Block]:
    """Drop a heading that nothing follows, or that another heading follows."""
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        following = blocks[place + 1][0] if place + 1 < len(blocks) else ""
        if block[0] != "heading" or following not in ("", "heading"):
            kept.append(block)
    return kept
