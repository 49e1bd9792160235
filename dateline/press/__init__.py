"""The press: presses what is stale, exactly, by priority. Knows no news and no Wagtail.

Everything public is named here and found when it is first asked for, so that a face may
register its facets and plates before Django's models are ready.
"""

from importlib import import_module
from typing import Any

_PLACES = {
    "Bypass": "watch.audits",
    "audit": "watch.audits",
    "touch": "marking.changes",
    "touch_all": "marking.changes",
    "PressReport": "worker.batches",
    "press_all": "worker.batches",
    "run": "worker.batches",
    "Drift": "watch.oracle",
    "check": "watch.oracle",
    "preview": "rendering.previews",
    "Reader": "rendering.reader",
    "Item": "registry",
    "Page": "registry",
    "Sheet": "registry",
    "broad": "registry",
    "facet": "registry",
    "index": "registry",
    "part": "registry",
    "plate": "registry",
    "rows": "registry",
    "explain": "watch.lookups",
    "status": "watch.status",
    "whereis": "watch.lookups",
    "FolderStore": "stores",
    "MemoryStore": "stores",
    "store": "stores.site",
    "Takedown": "worker.takedowns",
    "takedown": "worker.takedowns",
    "witnessed": "worker.takedowns",
    "at": "ledger.timers",
    "on_timer": "ledger.timers",
    "Worker": "worker.process",
}

__all__ = sorted(_PLACES)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """Return a public name from its module."""
    if name not in _PLACES:
        raise AttributeError(f"dateline.press has no {name}")
    found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
