"""Give Django its settings, derived from the site named by DATELINE_SITE.

Nothing is read before a setting is asked for, so that a process which needs only
`dateline.settings.site` neither imports Django nor fails on a broken dateline.toml.
"""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.settings.site import SiteConfig

SITE: "SiteConfig"
_derived: dict[str, object] = {}


def _all() -> dict[str, object]:
    """Derive the settings once."""
    if not _derived:
        from dateline.settings.derive import derive
        from dateline.settings.site import load_site

        _derived.update(derive(load_site(os.environ.get("DATELINE_SITE") or None)))
    return _derived


def use(settings: dict[str, object]) -> None:
    """Put settings in place of those derived from DATELINE_SITE, as the tests do."""
    _derived.clear()
    _derived.update(settings)


def __getattr__(name: str) -> object:
    """Return one Django setting, or SITE."""
    if name.isupper() and name in _all():
        return _all()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the settings, for Django reads them by this list."""
    return sorted([*globals(), *_all()])
