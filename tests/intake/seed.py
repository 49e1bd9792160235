"""Where the seed page and its scorer lie, when they lie beside the project."""

import importlib.util
import json

from dateline.intake.reading import read
from dateline.intake.reading.json_form import as_score
from tests.paths import SHARED

SEED = SHARED / "seed" if SHARED else None
ABSENT = "shared/seed: the reader is not scored against the gold"


def page() -> bytes:
    """Return the seed page's bytes."""
    return (SEED / "page.txt").read_bytes()


def score() -> dict:
    """Score the reading of the seed page with the scorer that came with it."""
    spec = importlib.util.spec_from_file_location("score_gold", SEED / "score_gold.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = json.loads((SEED / "gold.json").read_text("utf-8"))
    return scorer.score(gold, as_score(read(page(), name="page.txt")))
