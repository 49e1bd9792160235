"""What a newsroom's own package may use of Dateline: these names are kept, no others.

Everything is found when it is first asked for, so that a package's models may import this
module before Django is ready. What each name means is in docs/reference/extend.md.
"""

from importlib import import_module
from typing import Any

_PLACES = {
    "Block": "dateline.blocks:Kind",
    "BadExtension": "dateline.extend.errors",
    "Edition": "dateline.front.records",
    "FeedView": "dateline.front.records",
    "Finding": "dateline.extend.checks",
    "Lookup": "dateline.blocks",
    "Named": "dateline.blocks",
    "Language": "dateline.lib.languages",
    "Link": "dateline.front.records",
    "Page": "dateline.press",
    "Reader": "dateline.press",
    "Sheet": "dateline.press",
    "block": "dateline.extend.registering",
    "block_json": "dateline.blocks:as_json",
    "broad": "dateline.press",
    "check": "dateline.extend.checks",
    "chrome": "dateline.front.plates.frame",
    "facet": "dateline.extend.registering",
    "frame": "dateline.front.plates.frame",
    "index": "dateline.extend.registering",
    "known": "dateline.front.plates.frame:read_known",
    "machine_format": "dateline.extend.registering",
    "numbers": "dateline.front.plates.frame:argument_ids",
    "panel": "dateline.extend.newsroom",
    "part": "dateline.extend.registering",
    "plate": "dateline.extend.registering",
    "role": "dateline.extend.newsroom",
    "rows": "dateline.extend.registering",
    "value": "dateline.extend.registering",
}

__all__ = sorted(_PLACES)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """Return a public name from its module."""
    if name not in _PLACES:
        raise AttributeError(f"dateline.extend has no {name}; it has {', '.join(sorted(_PLACES))}")
    module, _colon, there = _PLACES[name].partition(":")
    found = getattr(import_module(module), there or name)
    globals()[name] = found
    return found
