"""Find the part of a page that holds the article: by the weight of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

GOOD = re.compile(r"article|body|content|entry|post|story|main|text|column", re.I)
BAD = re.compile(
    r"comment|sidebar|footer|foot\b|related|promo|share|social|widget|teaser|newsletter|subscribe|"
    r"breadcrumb|cookie|banner|masthead|menu|navbar|popular|recommend|most-read|advert|\brail\b|"
    r"disqus|login|signup|meta\b|pagination|skip-?link",
    re.I,
)
SIDE_TAGS = frozenset(("nav", "aside", "footer", "form", "address"))
LEAST = 25
LINKED = 0.5


class Weighed(Protocol):
    """What the scoring asks of a block."""

    @property
    def words(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def parents(self) -> tuple[int, ...]: ...
    @property
    def linked(self) -> int: ...


@dataclass
class Weights:
    """What is known of each container: its parent, its factor, whether it is off to the side."""

    factor: dict[int, float] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)

    def enter(self, number: int, parent: int, tag: str, names: str, itemprop: str) -> None:
        """Note a container as the walk enters it."""
        self.parent[number] = parent
        factor = 1.0
        if itemprop == "articleBody":
            factor = 4.0
        elif tag in ("article", "main"):
            factor = 1.5
        elif GOOD.search(names):
            factor = 1.25
        self.factor[number] = factor
        sided = tag in SIDE_TAGS or (
            bool(BAD.search(names)) and tag not in ("body", "article", "main", "html")
        )
        if parent in self.aside or (sided and itemprop != "articleBody"):
            self.aside.add(number)


def main_part(elements: Sequence[Weighed], weights: Weights) -> frozenset[int]:
    """Return the containers that make up the article; all of them when none stands out."""
    scores: dict[int, float] = {}
    for element in elements:
        score = _score(element, weights)
        share = 1.0
        for number in reversed(element.parents[-5:-1] or element.parents):
            scores[number] = scores.get(number, 0.0) + score * share
            share /= 2
    if not scores or max(scores.values()) <= 0:
        return frozenset(number for number in weights.parent if number not in weights.aside)
    best = max(
        scores, key=lambda number: (scores[number] * weights.factor.get(number, 1.0), -number)
    )
    return frozenset((best, *_siblings(best, scores, weights)))


def _score(element: Weighed, weights: Weights) -> float:
    length = len(element.words)
    if (
        length < LEAST
        or element.linked > LINKED * length
        or weights.aside.intersection(element.parents)
    ):
        return 0.0
    kind = {"p": 1.0, "div": 0.8, "blockquote": 0.8, "li": 0.4, "pre": 0.6}.get(element.tag, 0.2)
    commas = min(10, element.words.count(",") + element.words.count("،"))
    return kind * (1 + commas + min(3.0, length / 100))


def _siblings(best: int, scores: dict[int, float], weights: Weights) -> list[int]:
    """Add the neighbours that weigh enough to be parts of the same article."""
    above = weights.parent.get(best, 0)
    least = max(8.0, scores[best] * 0.2)
    return [
        number
        for number, score in scores.items()
        if number != best
        and above
        and weights.parent.get(number) == above
        and number not in weights.aside
        and score >= least
    ]


def is_side(element: Weighed) -> bool:
    """Say whether a block is mostly links: a menu or a list of other articles."""
    return element.linked > 0.8 * len(element.words) and element.tag != "h1"
