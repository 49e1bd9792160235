"""What a package adds to the newsroom: panels of forms, and what roles may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from wagtail.admin.panels import Panel, TabbedInterface

from dateline.newsroom.viewsets.groups import RECORDS, SNIPPETS
from dateline.staff import roles

from .errors import BadExtension

VERBS = frozenset({"view", "add", "change", "delete", "publish", "lock", "unlock"})


def panel(model: str, panel: Panel, *, tab: int = 0) -> None:
    """Add a panel to the end of the form of a kind of record.

    model: as "stories.Article". tab: which of the form's tabs, the first one being 0.
    """
    found = _forms()
    if model not in found:
        raise BadExtension(f"{model!r} has no form to add to; {', '.join(sorted(found))} have")
    handler = found[model]
    tabs = handler.children if isinstance(handler, TabbedInterface) else [handler]
    if not 0 <= tab < len(tabs):
        raise BadExtension(f"the form of {model!r} has {len(tabs)} tabs, from 0; not {tab}")
    panel.bind_to_model(apps.get_model(model))
    tabs[tab].children = [*tabs[tab].children, panel]


def _forms() -> dict[str, Any]:
    """Return the forms of the newsroom by the model that they edit."""
    groups = [*SNIPPETS, *RECORDS]
    every: list[Any] = [one for group in groups for one in getattr(group, "items", (group,))]
    found = {one.model._meta.label: getattr(one, "edit_handler", None) for one in every}
    return {label: handler for label, handler in found.items() if handler is not None}


def role(name: str, powers: Mapping[str, Iterable[str]]) -> None:
    """Let a role do more, or make a new one; `dateline upgrade` gives it to its people.

    powers: verbs by app, as {"pier": ["view", "add", "change"]}.
    """
    for app, verbs in powers.items():
        unknown = set(verbs) - VERBS
        if unknown:
            raise BadExtension(
                f"the role {name!r} may not {sorted(unknown)[0]!r} in {app!r}: there are "
                f"{', '.join(sorted(VERBS))}"
            )
    roles.extend(name, {app: set(verbs) for app, verbs in powers.items()})
