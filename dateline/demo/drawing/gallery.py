"""Names every picture of the demo and draws it."""

from __future__ import annotations

from collections.abc import Callable

from . import charts, diagrams, maps, scenes
from .paper import Paper, Words

DRAWN: dict[str, Callable[[Paper, Words], None]] = {
    "alarm-clock": diagrams.alarm_clock,
    "anchorage": maps.anchorage,
    "bay-swim": maps.bay_swim,
    "budget-bars": charts.budget_bars,
    "council-seats": charts.council_seats,
    "cranes": scenes.cranes,
    "dam-section": diagrams.dam_section,
    "dust-pentagon": diagrams.dust_pentagon,
    "ferry-route": maps.ferry_route,
    "ferry-section": diagrams.ferry_section,
    "fishmarket": scenes.fishmarket,
    "harbour-map": maps.harbour_map,
    "lighthouse": scenes.lighthouse,
    "old-harbour": scenes.old_harbour,
    "pitch-diagram": diagrams.pitch_diagram,
    "quay-evening": scenes.quay_evening,
    "ration-map": maps.ration_map,
    "rent-map": maps.rent_map,
    "reservoir-chart": charts.reservoir_chart,
    "silo-section": diagrams.silo_section,
    "stage": scenes.stage,
    "tern-isles": maps.tern_isles,
    "tide-curve": charts.tide_curve,
    "tonnage-chart": charts.tonnage_chart,
    "water-balance": charts.water_balance,
}


def draw(name: str, say: Words) -> bytes:
    """Draw one picture as a PNG file, its words in the language of `say`.

    Raises KeyError for a picture that is not in DRAWN, or a word that `say` lacks.
    """
    paper = Paper()
    DRAWN[name](paper, say)
    return paper.png()
