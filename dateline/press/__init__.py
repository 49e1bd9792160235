"""The press: presses what is stale, exactly, by priority. Knows no news and no Wagtail.

Everything public is named here and found when it is first asked for, so that a face may
register its facets and plates before Django's models are ready.
"""

from importlib import import_module
from typing import Any

_PLACES = {
    "Bypass": "audits",
    "audit": "audits",
    "touch": "changes",
    "touch_all": "changes",
    "Report": "draining",
    "press_all": "draining",
    "run": "draining",
    "Drift": "oracle",
    "check": "oracle",
    "preview": "previewing",
    "Reader": "reader",
    "Item": "registry",
    "Page": "registry",
    "Sheet": "registry",
    "broad": "registry",
    "facet": "registry",
    "index": "registry",
    "part": "registry",
    "plate": "registry",
    "rows": "registry",
    "explain": "whereabouts",
    "status": "figures",
    "whereis": "whereabouts",
    "FolderStore": "stores",
    "MemoryStore": "stores",
    "store": "stores",
    "Takedown": "takedowns",
    "takedown": "takedowns",
    "witnessed": "takedowns",
    "at": "timers",
    "on_timer": "timers",
    "Worker": "worker",
}

__all__ = sorted(_PLACES)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """Return a public name from its module."""
    if name not in _PLACES:
        raise AttributeError(f"dateline.press has no {name}")
    found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    globals()[name] = found
    return found
